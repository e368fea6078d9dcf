import { Checkbox, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { CALLED_WHEN, DAYS_OFF } from '#contract/inspection-plans.ts'
import { OwnStatus } from '#ui/form/own-status.tsx'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './plans.module.css'
import { FRESH, KINDS, type Kind, recurrenceIn } from './typed.rules.ts'

const WEEKDAYS = ['weekday.1', 'weekday.2', 'weekday.3', 'weekday.4', 'weekday.5', 'weekday.6', 'weekday.7'] as const
const UNIT = { days: 'days', weekdays: 'weeks', monthDays: 'months' } as const

type NumberProps = {
  label: string
  value: number
  min: number
  max: number
  after?: string
  onChange: (n: number) => void
}
const Figure = ({ label, value, min, max, after, onChange }: NumberProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
  <label>
    {label}
    <InputNumber
      className={styles.number ?? ''}
      value={value}
      min={min}
      max={max}
      precision={0}
      aria-label={label}
      onChange={(n) => {
        if (n !== null) onChange(n)
      }}
    />
    {after}
  </label>
)

/** `widget: 'recurrence'`: on which days and how often, in the contract's own form. */
const RecurrenceField: Widget = ({ id, value, onChange }) => {
  const { t } = useTexts()
  const r = recurrenceIn(value)
  const set = (patch: object) => onChange?.({ ...r, ...patch })
  const parts: ReactNode[] = []
  if ('every' in r)
    parts.push(
      <Figure
        key="every"
        label={t('recurrence.every')}
        value={r.every}
        min={1}
        max={r.kind === 'days' ? 366 : r.kind === 'weekdays' ? 52 : 12}
        after={t(`recurrence.unit.${UNIT[r.kind]}`)}
        onChange={(every) => set({ every })}
      />,
    )
  if (r.kind === 'weekdays')
    parts.push(
      <Checkbox.Group
        key="weekdays"
        value={r.days}
        options={WEEKDAYS.map((key, i) => ({ value: i + 1, label: t(key) }))}
        onChange={(days) => set({ days })}
      />,
    )
  if (r.kind === 'monthDays')
    parts.push(
      <Select
        key="monthDays"
        mode="multiple"
        className={styles.grow ?? ''}
        aria-label={t('recurrence.monthDay')}
        value={r.days}
        options={Array.from({ length: 31 }, (_, i) => ({ value: i + 1, label: String(i + 1) }))}
        onChange={(days: number[]) => set({ days })}
      />,
    )
  if ('n' in r)
    parts.push(
      <Figure
        key="n"
        label={t('recurrence.n')}
        value={r.n}
        min={1}
        max={r.kind === 'perWeek' ? 7 : 15}
        onChange={(n) => set({ n })}
      />,
    )
  if (r.kind === 'workingDay')
    parts.push(
      <Figure
        key="nth"
        label={t('recurrence.nth')}
        value={r.nth}
        min={-20}
        max={20}
        after={t('recurrence.nthHelp')}
        onChange={(nth) => set({ nth })}
      />,
    )
  if (r.kind === 'called')
    parts.push(
      <Select
        key="when"
        className={styles.grow ?? ''}
        aria-label={t('recurrence.when')}
        value={r.when}
        options={CALLED_WHEN.map((when) => ({ value: when, label: t(`recurrence.when.${when}`) }))}
        onChange={(when) => set({ when, daily: false })}
      />,
    )
  if (r.kind === 'called' && r.when === 'at')
    parts.push(
      <Checkbox key="daily" checked={r.daily === true} onChange={({ target }) => set({ daily: target.checked })}>
        {t('recurrence.daily')}
      </Checkbox>,
    )
  if ('times' in r)
    parts.push(
      <Figure
        key="times"
        label={t('recurrence.times')}
        value={r.times}
        min={1}
        max={24}
        onChange={(times) => set({ times })}
      />,
    )
  if ('daysOff' in r)
    parts.push(
      // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
      <label key="off">
        {t('recurrence.daysOff')}
        <Select
          className={styles.grow ?? ''}
          aria-label={t('recurrence.daysOff')}
          value={r.daysOff}
          options={DAYS_OFF.map((one) => ({ value: one, label: t(`recurrence.daysOff.${one}`) }))}
          onChange={(daysOff) => set({ daysOff })}
        />
      </label>,
    )
  return (
    <OwnStatus>
      <div className={styles.parts}>
        <Select
          {...(id === undefined ? {} : { id })}
          value={r.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`recurrence.${kind}`) }))}
          onChange={(kind: Kind) => onChange?.(FRESH[kind])}
        />
        <div className={styles.part}>{parts}</div>
      </div>
    </OwnStatus>
  )
}
registerWidget('recurrence', RecurrenceField)
