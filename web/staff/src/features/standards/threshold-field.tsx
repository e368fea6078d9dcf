import { Input, InputNumber, Select } from 'antd'
import { registerWidget, type Widget } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './standards.module.css'
import { TypedLimit } from './typed-work.ts'

const OPS = ['=', '>=', '<=', '>', '<', 'range'] as const
const EMPTY = { metric: 'value', op: '<=', value: null, unit: '' } as const

/** `widget: 'threshold'`: a limit that a figure is held against, or none. What is missing stays missing, so that it is asked for. */
const ThresholdField: Widget = ({ id, value, onChange, spec, ...aria }) => {
  const { t } = useTexts()
  const held = TypedLimit.safeParse(value).data
  const change = (patch: Partial<TypedLimit>) => onChange?.({ ...EMPTY, ...held, ...patch })
  const [from, to] = Array.isArray(held?.value) ? held.value : [null, null]
  const figure = typeof held?.value === 'number' ? held.value : null
  const said = {
    disabled: spec.disabled,
    'aria-describedby': aria['aria-describedby'],
    'aria-invalid': aria['aria-invalid'],
    status: aria['aria-invalid'] ? ('error' as const) : ('' as const),
  }
  return (
    <span className={styles.tools} {...(id ? { id } : {})}>
      <Select
        aria-label={t('standards.limitKind')}
        aria-describedby={said['aria-describedby']}
        disabled={spec.disabled}
        style={{ width: 160 }}
        value={held?.op ?? 'none'}
        options={[
          { value: 'none', label: t('standards.noLimit') },
          ...OPS.map((op) => ({ value: op, label: op === 'range' ? t('standards.range') : op })),
        ]}
        onChange={(chosen) => {
          const op = OPS.find((known) => known === chosen)
          if (op === undefined) onChange?.(null)
          else change({ op, value: op === 'range' ? [from, to] : figure })
        }}
      />
      {held === undefined ? null : held.op === 'range' ? (
        <>
          <InputNumber
            {...said}
            aria-label={t('standards.from')}
            value={from}
            onChange={(next) => change({ value: [next, to] })}
          />
          <InputNumber
            {...said}
            aria-label={t('standards.to')}
            value={to}
            onChange={(next) => change({ value: [from, next] })}
          />
        </>
      ) : typeof held.value === 'number' || held.value === null ? (
        <InputNumber
          {...said}
          aria-label={t('standards.figure')}
          value={figure}
          onChange={(next) => change({ value: next })}
        />
      ) : (
        <span>{String(held.value)}</span>
      )}
      {held === undefined ? null : (
        <Input
          aria-label={t('standards.unit')}
          placeholder={t('standards.unit')}
          disabled={spec.disabled}
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
