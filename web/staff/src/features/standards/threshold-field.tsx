import { Input, InputNumber, Select } from 'antd'
import { Threshold } from '#contract/touchpoints.ts'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './standards.module.css'

const OPS = ['=', '>=', '<=', '>', '<', 'range'] as const
const EMPTY = { metric: 'value', op: '<=', value: 0, unit: '' } as const

/** `widget: 'threshold'`: a limit that a figure is held against, or none. */
const ThresholdField: Widget = ({ id, value, onChange, 'aria-describedby': described }) => {
  const { t } = useTexts()
  const held = Threshold.safeParse(value).data
  const change = (patch: Partial<Threshold>) => onChange?.({ ...EMPTY, ...held, ...patch })
  const number = (at: 0 | 1) => (Array.isArray(held?.value) ? held.value[at] : null)
  return (
    <span className={styles.tools} {...(id ? { id } : {})}>
      <Select
        aria-label={t('standards.limitKind')}
        aria-describedby={described}
        style={{ width: 160 }}
        value={held?.op ?? 'none'}
        options={[
          { value: 'none', label: t('standards.noLimit') },
          ...OPS.map((op) => ({ value: op, label: op === 'range' ? t('standards.range') : op })),
        ]}
        onChange={(chosen) => {
          const op = OPS.find((known) => known === chosen)
          if (op === undefined) onChange?.(null)
          else change({ op, value: op === 'range' ? [0, 0] : 0 })
        }}
      />
      {held === undefined ? null : held.op === 'range' ? (
        <>
          <InputNumber
            aria-label={t('standards.from')}
            value={number(0)}
            onChange={(from) => change({ value: [from ?? 0, number(1) ?? 0] })}
          />
          <InputNumber
            aria-label={t('standards.to')}
            value={number(1)}
            onChange={(to) => change({ value: [number(0) ?? 0, to ?? 0] })}
          />
        </>
      ) : typeof held.value === 'number' ? (
        <InputNumber
          aria-label={t('standards.figure')}
          value={held.value}
          onChange={(figure) => change({ value: figure ?? 0 })}
        />
      ) : (
        <span>{String(held.value)}</span>
      )}
      {held === undefined ? null : (
        <Input
          aria-label={t('standards.unit')}
          placeholder={t('standards.unit')}
          style={{ width: 88 }}
          value={held.unit}
          maxLength={20}
          onChange={(event) => change({ unit: event.target.value })}
        />
      )}
    </span>
  )
}
registerWidget('threshold', ThresholdField)
