import { useRef } from 'react'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { addStandardItem, changeStandardItem, listStandardItems, type StandardItem } from '#contract/standards.ts'
import { call } from '#ui/api.ts'
import { ChangeDialog } from '#ui/household/change-dialog.tsx'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import { useItemFields } from './item-fields.ts'
import { sayField } from './say-field.ts'

type Props = { versionId: string; onClose: () => void }

/** A further item of a draft. */
export const AddItem = ({ versionId, onClose }: Props) => {
  const { t } = useTexts()
  const notice = useNotice()
  const add = useApiMutation(addStandardItem)
  const { aspect, fields } = useItemFields()
  return (
    <FormDialog
      title={t('standards.addItem')}
      schema={addStandardItem.body}
      initial={{ conditions: [], threshold: null, frequency: null, trait: null }}
      fields={{
        touchpoint: {
          label: t('standardColumn.touchpoint'),
          widget: 'select',
          options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
        },
        aspect,
        ...fields,
      }}
      columns={2}
      draftKey={`standard item ${versionId}`}
      submitLabel={t('common.save')}
      onClose={onClose}
      onSubmit={async (body) => {
        await add.mutateAsync({ params: { id: versionId }, body })
        notice.good(t('standards.itemSaved'))
        onClose()
      }}
    />
  )
}

const standingOf = ({
  id: _i,
  touchpoint: _t,
  aspect: _a,
  basis: _b,
  origin: _o,
  seq: _s,
  ...values
}: StandardItem) => ({
  values,
  version: values.version,
})

/** An item of a draft, said otherwise or switched off; what somebody else changed meanwhile stays. */
export const ChangeItem = ({ versionId, item, onClose }: Props & { item: StandardItem }) => {
  const { t } = useTexts()
  const notice = useNotice()
  const change = useApiMutation(changeStandardItem)
  const { fields } = useItemFields()
  const now = useRef(standingOf(item))
  return (
    <ChangeDialog
      title={`${item.id} ${t(`touchpoint.${item.touchpoint}`)}`}
      schema={changeStandardItem.body}
      patch={changeStandardItem.body}
      began={now.current}
      fields={{ ...fields, active: { label: t('standardColumn.active'), help: t('standards.activeHelp') } }}
      columns={2}
      // what was typed over another state of the item is not put over this one
      draftKey={`standard item ${versionId} ${item.id} ${item.version}`}
      say={(field, value) => sayField(t, field, value)}
      send={(changes, version) =>
        change.mutateAsync({
          params: { id: versionId, itemId: item.id },
          body: { ...now.current.values, ...changes, version },
        })
      }
      reread={async () => {
        const { rows } = await call(listStandardItems, { params: { id: versionId }, query: { q: item.id } })
        now.current = standingOf(rows.find(({ id }) => id === item.id) ?? item)
        return { ...now.current, by: [] }
      }}
      onDone={() => {
        notice.good(t('standards.itemSaved'))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
