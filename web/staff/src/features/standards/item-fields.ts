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
import { type PlainKey, useTexts } from '#ui/i18n.ts'
import './threshold-field.tsx'

/** What is said of an item, of the company or of an estate: its words, how bad, what proves it, how often, where it applies. */
export const useItemFields = () => {
  const { t } = useTexts()
  const choices = <V extends string>(values: readonly V[], key: (value: V) => PlainKey) =>
    values.map((value) => ({ value, label: t(key(value)) }))
  return {
    aspect: { label: t('standardColumn.aspect'), options: choices(ASPECTS, (v) => `aspect.${v}`) },
    fields: {
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
        options: choices(CONDITIONS, (v) => `condition.${v}`),
        span: 2 as const,
      },
      threshold: { label: t('standardColumn.threshold'), widget: 'threshold', span: 2 as const },
    },
  }
}
