import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Temporal } from 'temporal-polyfill'
import { useTexts } from '../i18n.ts'
import { StateTag } from '../state-tag.tsx'
import styles from './filter-bar.module.css'

const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** One day back and forth, and back to today; never beyond it. */
export const DaySteps = ({
  date,
  today,
  onChange,
}: {
  date: string
  today: string
  /** Undefined is today. */
  onChange: (date: string | undefined) => void
}) => {
  const { t } = useTexts()
  const move = (days: number) => {
    const next = plusDays(date, days)
    onChange(next === today ? undefined : next)
  }
  return (
    <span className={styles.days}>
      <Button icon={<LeftOutlined aria-hidden />} aria-label={t('orders.dayBefore')} onClick={() => move(-1)} />
      <strong className="w-figures">{date}</strong>
      {date === today ? (
        <StateTag tone="active">{t('order.today')}</StateTag>
      ) : (
        <Button onClick={() => onChange(undefined)}>{t('orders.toToday')}</Button>
      )}
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={t('orders.dayAfter')}
        disabled={date >= today}
        onClick={() => move(1)}
      />
    </span>
  )
}
