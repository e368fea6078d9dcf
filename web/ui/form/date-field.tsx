import { DatePicker, TimePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useTexts } from '../i18n.ts'
import { useZone } from '../session.tsx'
import type { WidgetProps } from './widget.ts'
import { instantOfWall, wallOfInstant } from './zoned.ts'

const DAY = 'YYYY-MM-DD'
const WALL = 'YYYY-MM-DDTHH:mm'
const MINUTE_STEP = 5
const DEVICE_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** dayjs only carries a wall time into the calendar and back; zones are Temporal's business. */
const carry = (text: string, format: string, lang: 'zh' | 'en') => {
  const value = dayjs(text, format).locale(lang === 'zh' ? 'zh-cn' : 'en')
  return value.isValid() ? value : null
}

/** Date, time, or date and time in the estate's zone; the value is a local date, a local time or an instant. */
export const DateField = ({ id, value, onChange, spec, kind, ...aria }: WidgetProps) => {
  const { t, lang } = useTexts()
  const zone = useZone()
  const given = typeof value === 'string' && value !== '' ? value : undefined
  const type = spec.widget ?? kind.kind
  const shared = {
    ...aria,
    ...(id === undefined ? {} : { id }),
    disabled: spec.disabled ?? false,
    autoFocus: spec.autoFocus ?? false,
    style: { width: '100%' },
  }
  if (type === 'time') {
    return (
      <TimePicker
        {...shared}
        value={given ? carry(`2000-01-01T${given}`, WALL, lang) : null}
        onChange={(picked) => onChange?.(picked ? picked.format('HH:mm') : undefined)}
        format="HH:mm"
        minuteStep={MINUTE_STEP}
        needConfirm={false}
        placeholder={spec.placeholder ?? t('form.selectTime')}
      />
    )
  }
  if (type === 'date') {
    return (
      <DatePicker
        {...shared}
        value={given ? carry(given, DAY, lang) : null}
        onChange={(picked) => onChange?.(picked ? picked.format(DAY) : undefined)}
        format={DAY}
        placeholder={spec.placeholder ?? t('form.selectDate')}
      />
    )
  }
  return (
    <DatePicker
      {...shared}
      showTime={{ format: 'HH:mm', minuteStep: MINUTE_STEP }}
      needConfirm={false}
      // "Now" would be the wall time of this device, which is wrong for an estate elsewhere.
      showNow={DEVICE_ZONE === zone}
      value={given ? carry(wallOfInstant(given, zone), WALL, lang) : null}
      onChange={(picked) => onChange?.(picked ? instantOfWall(picked.format(WALL), zone) : undefined)}
      format="YYYY-MM-DD HH:mm"
      placeholder={spec.placeholder ?? t('form.selectDate')}
    />
  )
}
