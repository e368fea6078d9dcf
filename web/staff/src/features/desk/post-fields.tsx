import { Input, Select } from 'antd'
import { listWatchChannels } from '#contract/complaint-watch.ts'
import { FieldWidget } from '#ui/form/widgets.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useApiQuery } from '#ui/query.ts'
import { useCan, useEstate } from '#ui/session.tsx'
import { Field } from './field.tsx'
import styles from './form.module.css'
import type { PartProps } from './form-props.ts'

/** CP-076, CP-115: where a post stands, when it was written or passed on, and each point it makes. */
export const PostFields = ({ talk, set, errorOf }: PartProps) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const can = useCan()
  const { values } = talk
  const watched = useApiQuery(
    listWatchChannels,
    can(['complaint.watch', 'complaint.read_reports', 'matter.write'])
      ? { params: { estateId }, query: { kind: 'online', active: 'true', limit: 50 } }
      : null,
  )
  const time = (name: 'postedAt' | 'forwardedAt') => (
    <Field label={t(`field.${name}`)} error={errorOf(name)}>
      {(control) => (
        <FieldWidget
          {...control}
          spec={{ label: t(`field.${name}`), widget: 'instant' }}
          kind={{ kind: 'instant' }}
          value={values[name]}
          onChange={(at) => set({ [name]: typeof at === 'string' ? at : undefined })}
        />
      )}
    </Field>
  )
  const line = (name: 'postUrl' | 'postAccount', label: string, maxLength: number) => (
    <Field label={label} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          value={values[name]}
          maxLength={maxLength}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className={styles.grid}>
        <Field label={t('desk.watchPlace')} error={errorOf('postWatchId')}>
          {(control) => (
            <Select
              {...control}
              value={values.postWatchId}
              allowClear
              placeholder={t('issue.choose')}
              options={(watched.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(postWatchId: string | undefined) => set({ postWatchId })}
              style={{ width: '100%' }}
            />
          )}
        </Field>
        {line('postAccount', t('field.account'), 100)}
        {line('postUrl', t('field.url'), 500)}
        {time('postedAt')}
        {time('forwardedAt')}
      </div>
      <Field label={t('field.points')} error={errorOf('postPoints')} help={t('desk.pointsHint')}>
        {(control) => (
          <Input.TextArea
            {...control}
            value={values.postPoints}
            maxLength={4000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={(event) => set({ postPoints: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
