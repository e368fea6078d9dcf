import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useTexts } from '../i18n.ts'

const DAY = 'YYYY-MM-DD'

type RangeProps = {
  label: string
  from: unknown
  to: unknown
  onChange: (from: string | undefined, to: string | undefined) => void
}

/** Two local dates, either of which may stay open. */
export const DateRange = ({ label, from, to, onChange }: RangeProps) => {
  const { lang } = useTexts()
  const carry = (text: unknown) =>
    typeof text === 'string' ? dayjs(text, DAY).locale(lang === 'zh' ? 'zh-cn' : 'en') : null
  return (
    <DatePicker.RangePicker
      value={[carry(from), carry(to)]}
      allowEmpty={[true, true]}
      format={DAY}
      style={{ width: 248 }}
      placeholder={[label, '—']}
      aria-label={label}
      onChange={(range) => onChange(range?.[0]?.format(DAY), range?.[1]?.format(DAY))}
    />
  )
}
