import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { addStandardItem, changeStandardItem, type StandardItem } from '#contract/standards.ts'
import {
  ASPECTS,
  CONDITIONS,
  EVIDENCES,
  FREQUENCIES,
  KANO_CLASSES,
  SENSES,
  SEVERITIES,
  TRAITS,
} from '#contract/touchpoints.ts'
import { FormDialog } from '#ui/household/form-dialog.tsx'
import { type PlainKey, useTexts } from '#ui/i18n.ts'
import { useNotice } from '#ui/notice.tsx'
import { useApiMutation } from '#ui/query.ts'
import './threshold-field.tsx'

/** An item of a draft: its words in both languages, how bad, what proves it, how often, where it applies. */
export const ItemDialog = ({
  versionId,
  item,
  onClose,
}: {
  versionId: string
  item: StandardItem | undefined
  onClose: () => void
}) => {
  const { t } = useTexts()
  const notice = useNotice()
  const add = useApiMutation(addStandardItem)
  const change = useApiMutation(changeStandardItem)
  const choices = <V extends string>(values: readonly V[], key: (value: V) => PlainKey) =>
    values.map((value) => ({ value, label: t(key(value)) }))
  const fields = {
    zh: { label: t('standards.wordsZh'), rows: 2, span: 2 as const, autoFocus: true },
    en: { label: t('standards.wordsEn'), rows: 2, span: 2 as const },
    severity: { label: t('standardColumn.severity'), options: choices(SEVERITIES, (v) => `severity.${v}`) },
    evidence: { label: t('standardColumn.evidence'), options: choices(EVIDENCES, (v) => `evidence.${v}`) },
    kano: { label: t('standardColumn.kano'), options: choices(KANO_CLASSES, (v) => `kano.${v}`) },
    sense: { label: t('standardColumn.sense'), options: choices(SENSES, (v) => `sense.${v}`) },
    frequency: { label: t('standardColumn.frequency'), options: choices(FREQUENCIES, (v) => `frequency.${v}`) },
    trait: { label: t('standardColumn.trait'), options: choices(TRAITS, (v) => `trait.${v}`) },
    conditions: {
      label: t('standardColumn.conditions'),
      options: CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) })),
      span: 2 as const,
    },
    threshold: { label: t('standardColumn.threshold'), widget: 'threshold', span: 2 as const },
  }
  const shared = { columns: 2 as const, submitLabel: t('common.save'), onClose }
  const done = () => {
    notice.good(t('standards.itemSaved'))
    onClose()
  }
  if (!item)
    return (
      <FormDialog
        {...shared}
        title={t('standards.addItem')}
        schema={addStandardItem.body}
        initial={{ conditions: [], threshold: null, frequency: null, trait: null }}
        fields={{
          touchpoint: {
            label: t('standardColumn.touchpoint'),
            widget: 'select',
            options: TOUCHPOINTS.map((value) => ({ value, label: `${value} ${t(`touchpoint.${value}`)}` })),
          },
          aspect: { label: t('standardColumn.aspect'), options: choices(ASPECTS, (v) => `aspect.${v}`) },
          ...fields,
        }}
        onSubmit={async (body) => {
          await add.mutateAsync({ params: { id: versionId }, body })
          done()
        }}
      />
    )
  const { id: itemId, touchpoint, aspect: _a, basis: _b, origin: _o, seq: _s, ...known } = item
  return (
    <FormDialog
      {...shared}
      title={`${itemId} ${t(`touchpoint.${touchpoint}`)}`}
      schema={changeStandardItem.body}
      initial={known}
      fields={{ ...fields, active: { label: t('standardColumn.active'), help: t('standards.activeHelp') } }}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { id: versionId, itemId }, body })
        done()
      }}
    />
  )
}
