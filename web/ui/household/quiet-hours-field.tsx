import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { z } from 'zod'
import { registerWidget, type Widget } from '../form/widget.ts'
import { useTexts } from '../i18n.ts'
import styles from './household.module.css'

/** While it is typed a time may be half there; the contract's schema refuses it then. */
const Periods = z.array(z.object({ from: z.string(), to: z.string() }))
const MOST = 5
const NOON = { from: '12:00', to: '14:00' }

/** Hours in which a customer wants neither calls nor visits. */
const QuietHoursField: Widget = ({ value, onChange, spec, id }) => {
  const { t } = useTexts()
  const parsed = Periods.safeParse(value)
  const periods = parsed.success ? parsed.data : []
  const change = (place: number, part: Partial<(typeof periods)[number]>) =>
    onChange?.(periods.map((period, at) => (at === place ? { ...period, ...part } : period)))
  return (
    <div className={styles.periods}>
      {periods.map((period, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: periods have no name but their place
        <div key={at} className={styles.period}>
          <Input
            type="time"
            value={period.from}
            aria-label={t('customer.quietFrom', { place: at + 1 })}
            onChange={({ target }) => change(at, { from: target.value })}
            {...(at === 0 && id !== undefined ? { id } : {})}
          />
          <span aria-hidden>–</span>
          <Input
            type="time"
            value={period.to}
            aria-label={t('customer.quietTo', { place: at + 1 })}
            onChange={({ target }) => change(at, { to: target.value })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={t('customer.quietRemove', { place: at + 1 })}
            onClick={() => onChange?.(periods.filter((_, other) => other !== at))}
          />
        </div>
      ))}
      {periods.length < MOST ? (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          disabled={spec.disabled ?? false}
          onClick={() => onChange?.([...periods, NOON])}
          {...(periods.length === 0 && id !== undefined ? { id } : {})}
        >
          {t('customer.quietAdd')}
        </Button>
      ) : null}
    </div>
  )
}

registerWidget('quietHours', QuietHoursField)
