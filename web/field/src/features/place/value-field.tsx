import { useState } from 'react'
import { judge } from '#contract/rules/threshold.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import { useTexts } from '#ui/i18n.ts'
import { limitText, unitOf } from '#ui/inspection/measured.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { Choice, TextField } from '../../ui/fields.tsx'
import type { Value, ValueKind } from './answer.rules.ts'

/** What was measured, counted or read, held against its limit while it is typed. */
export const ValueField = ({
  item,
  kind,
  value,
  onChange,
  day,
}: {
  item: CheckItem
  kind: Exclude<ValueKind, 'none'>
  value: Value | undefined
  onChange: (value: Value | undefined) => void
  day: string
}) => {
  const { t } = useTexts()
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const { threshold } = item
  const judged = value === '' ? 'open' : judge(threshold, value, day)
  const verdict =
    judged === 'open' || judged === 'wrongKind' ? null : (
      <StateTag tone={judged === 'pass' ? 'good' : 'late'}>{t(`onsite.judged.${judged}`)}</StateTag>
    )
  const label = t(item.evidence === 'measurement' ? 'onsite.measured' : 'onsite.counted')
  if (kind === 'choice' || kind === 'yesNo')
    return (
      <Choice
        label={label}
        value={typeof value === 'string' ? value : undefined}
        options={[
          { value: String(threshold?.value ?? ''), label: t('onsite.gauge.normal') },
          { value: 'outside', label: t('onsite.gauge.outside') },
        ]}
        onChange={onChange}
      />
    )
  const hint = (
    <>
      {threshold ? limitText(t, threshold) : null} {verdict}
    </>
  )
  if (kind === 'date')
    return (
      <TextField
        label={t('onsite.validUntil')}
        type="date"
        value={typed}
        hint={hint}
        onChange={(said) => {
          setTyped(said)
          onChange(said || undefined)
        }}
      />
    )
  const number = kind === 'number'
  const unit = threshold ? unitOf(t, threshold.unit) : undefined
  return (
    <TextField
      label={label}
      optional={item.evidence !== 'measurement'}
      mode={number ? 'decimal' : 'text'}
      max={number ? 12 : 60}
      value={typed}
      hint={hint}
      {...(unit ? { unit } : {})}
      problem={number && typed !== '' && numberIn(typed) === undefined ? t('issue.number') : undefined}
      onChange={(said) => {
        setTyped(said)
        onChange(number ? numberIn(said) : said.trim() || undefined)
      }}
    />
  )
}

/** Phones of some regions write a comma. */
const numberIn = (said: string): number | undefined => {
  const text = said.trim().replace(/[,，]/, '.')
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
}
