import { Button, Modal } from 'antd'
import { z } from 'zod'
import { changeSetting, resetSetting, type SettingView } from '#contract/running.ts'
import { SETTINGS, type SettingKey } from '#contract/settings.ts'
import { SchemaForm } from '#ui/form/schema-form.tsx'
import { useTexts } from '#ui/i18n.ts'
import { wordFor } from '#ui/matter/words.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useEstate } from '#ui/session.tsx'
import { valueText } from './value-text.ts'

const isKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key)

/** Lists are typed as one line, parts divided by a comma. */
const listSchema = z.string().trim().max(500)
const partsOf = (key: string, text: string): unknown[] => {
  const parts = text.split(/[,,、\s]+/).filter(Boolean)
  return key === 'clock.warnAt' ? parts.map(Number) : parts
}

export const EditSetting = ({ setting, onDone }: { setting: SettingView; onDone: () => void }) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const notice = useNotice()
  const change = useApiMutation(changeSetting)
  const reset = useApiMutation(resetSetting, { onError: notice.bad })
  if (!isKey(setting.key)) return null
  const isList = Array.isArray(setting.value)
  const schema = z.object({ value: isList ? listSchema : SETTINGS[setting.key].schema })
  const name = wordFor(t, `setting.${setting.key}`)
  const submit = async ({ value }: { value: unknown }) => {
    await change.mutateAsync({
      params: { estateId, key: setting.key },
      body: { value: isList ? partsOf(setting.key, String(value)) : value },
    })
    notice.good(t('settings.saved', { name }))
    onDone()
  }
  return (
    <Modal open title={name} onCancel={onDone} footer={null} destroyOnHidden>
      <p className="w-quiet">{wordFor(t, `setting.${setting.key}.help`, '')}</p>
      <SchemaForm
        schema={schema}
        fields={{
          value: {
            label: t('settings.value'),
            autoFocus: true,
            help: t('settings.default', { value: valueText(t, setting.key, setting.default) }),
          },
        }}
        initial={{ value: (isList ? valueText(t, setting.key, setting.value) : setting.value) as never }}
        onSubmit={submit}
        submitLabel={t('common.save')}
        onCancel={onDone}
      >
        {setting.estate !== null ? (
          <Button
            type="link"
            loading={reset.isPending}
            onClick={() => reset.mutate({ params: { estateId, key: setting.key }, body: {} }, { onSuccess: onDone })}
          >
            {t('settings.reset')}
          </Button>
        ) : null}
      </SchemaForm>
    </Modal>
  )
}
