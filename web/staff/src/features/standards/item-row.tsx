import { Checkbox, Input, Select } from 'antd'
import type { StandardItem } from '#contract/standards.ts'
import { FREQUENCIES, SEVERITIES } from '#contract/touchpoints.ts'
import { widgetNamed } from '#ui/form/widget.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './standards.module.css'
import './threshold-field.tsx'
import type { Changed } from './typed-work.ts'
import { TypedLimit } from './typed-work.ts'

const LIMITED = ['measurement', 'record']

/** A limit that the estate sets itself and whose figures are taken out again is as it was: not set. */
const saidOf = ({ threshold }: StandardItem, limit: TypedLimit): TypedLimit | undefined => {
  const emptied = Array.isArray(limit.value) && limit.value.every((end) => end === null)
  return emptied && threshold?.value === 'site-defined' && threshold.op === limit.op ? undefined : limit
}

/** An item of the company as this estate holds it: in or out (with the reason), and what is set otherwise. */
export const ItemRow = ({
  item,
  edits,
  wrong,
  off,
  changed,
  onOff,
  onChanged,
}: {
  item: StandardItem
  edits: boolean
  /** What is wrong with what is said of it. */
  wrong: string | undefined
  off: string | undefined
  changed: Changed | undefined
  onOff: (reason: string | undefined) => void
  onChanged: (changed: Changed | undefined) => void
}) => {
  const { t, lang } = useTexts()
  const Limit = widgetNamed('threshold')
  const said = wrong === undefined ? {} : { 'aria-describedby': `wrong-${item.id}`, 'aria-invalid': 'true' as const }
  const set = (patch: Changed) => {
    const next = Object.fromEntries(
      Object.entries({ ...changed, ...patch }).filter(([, value]) => value !== undefined),
    ) as Changed
    onChanged(Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <li className={styles.row}>
      <Checkbox
        disabled={!edits}
        checked={off === undefined}
        onChange={(e) => onOff(e.target.checked ? undefined : '')}
      >
        {item.id}
      </Checkbox>
      <span className={off === undefined ? styles.wrap : `${styles.wrap} ${styles.off}`}>{item[lang]}</span>
      {off === undefined ? (
        <span className={styles.set}>
          <span className={styles.pair}>
            <Select
              aria-label={`${item.id} ${t('standardColumn.severity')}`}
              disabled={!edits}
              value={changed?.severity ?? item.severity}
              options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
              onChange={(severity) => set({ severity: severity === item.severity ? undefined : severity })}
            />
            <Select
              aria-label={`${item.id} ${t('standardColumn.frequency')}`}
              disabled={!edits}
              value={(changed?.frequency === undefined ? item.frequency : changed.frequency) ?? 'none'}
              options={[...FREQUENCIES, 'none' as const].map((value) => ({ value, label: t(`frequency.${value}`) }))}
              onChange={(value) => {
                const frequency = FREQUENCIES.find((f) => f === value) ?? null
                set({ frequency: frequency === item.frequency ? undefined : frequency })
              }}
            />
          </span>
          {Limit && (item.threshold !== null || LIMITED.includes(item.evidence)) ? (
            <Limit
              {...said}
              spec={{ label: t('standardColumn.threshold'), disabled: !edits }}
              kind={{ kind: 'unknown' }}
              value={changed?.threshold === undefined ? item.threshold : changed.threshold}
              onChange={(value) => set({ threshold: value === null ? null : saidOf(item, TypedLimit.parse(value)) })}
            />
          ) : null}
        </span>
      ) : (
        <Input
          {...said}
          aria-label={t('standards.reasonOff', { id: item.id })}
          placeholder={t('standards.reasonOff', { id: item.id })}
          disabled={!edits}
          status={wrong !== undefined || off.trim() === '' ? 'error' : ''}
          value={off}
          maxLength={200}
          onChange={(event) => onOff(event.target.value)}
        />
      )}
      {wrong === undefined ? null : (
        <span id={`wrong-${item.id}`} className={styles.wrong}>
          {wrong}
        </span>
      )}
    </li>
  )
}
