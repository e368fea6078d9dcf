import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { Temporal } from 'temporal-polyfill'
import { useTexts } from '#ui/i18n.ts'
import { DateRange } from '#ui/list/date-range.tsx'
import styles from './analysis.module.css'

export const KINDS_OF_PERIOD = ['statistical', 'calendar', 'free'] as const
export type KindOfPeriod = (typeof KINDS_OF_PERIOD)[number]

type Days = { from?: string | undefined; to?: string | undefined }
type Props = Days & {
  by: KindOfPeriod
  /** The month that is shown, `2026-11`. */
  month: string | undefined
  onChange: (next: Days & { by?: KindOfPeriod; month?: string | undefined }) => void
}

const steps = (month: string, months: number): string => Temporal.PlainYearMonth.from(month).add({ months }).toString()

/** A statistical month, a calendar month, or any days. */
export const Period = ({ by, month, from, to, onChange }: Props) => {
  const { t } = useTexts()
  return (
    <div className={styles.period}>
      <Segmented<KindOfPeriod>
        value={by}
        aria-label={t('complaintPeriod.kind')}
        onChange={(next) => onChange({ by: next, month: undefined, from: undefined, to: undefined })}
        options={KINDS_OF_PERIOD.map((value) => ({ value, label: t(`complaintPeriod.${value}`) }))}
      />
      {by === 'free' ? (
        <DateRange
          label={t('complaintPeriod.free')}
          from={from}
          to={to}
          onChange={(first, last) => onChange({ from: first, to: last })}
        />
      ) : (
        <span className={styles.steps}>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t('complaintPeriod.before')}
            disabled={month === undefined}
            onClick={() => month && onChange({ month: steps(month, -1) })}
          />
          <DatePicker
            picker="month"
            allowClear={false}
            aria-label={t('complaintPeriod.month')}
            value={month ? dayjs(`${month}-01`) : null}
            onChange={(day) => onChange({ month: day?.format('YYYY-MM') })}
          />
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t('complaintPeriod.after')}
            disabled={month === undefined}
            onClick={() => month && onChange({ month: steps(month, 1) })}
          />
        </span>
      )}
    </div>
  )
}
