import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTexts } from '../i18n.ts'

/** A month of the figures; none that is still to come. */
export const MonthPicker = ({
  month,
  onChange,
}: {
  month: string | undefined
  onChange: (month: string | undefined) => void
}) => {
  const { t } = useTexts()
  return (
    <DatePicker
      picker="month"
      allowClear={false}
      aria-label={t('score.month')}
      value={month ? dayjs(`${month}-01`) : null}
      maxDate={dayjs()}
      onChange={(day) => onChange(day?.format('YYYY-MM'))}
    />
  )
}
