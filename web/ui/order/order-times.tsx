import { instantMs, useNow } from '../clock.ts'
import { type T, useTexts } from '../i18n.ts'
import { useZone } from '../session.tsx'
import { wallTime } from '../time.rules.ts'

const DAY_MS = 86_400_000

const dayText = (t: T, date: string, nowMs: number, zone: string): string => {
  if (date === wallTime(nowMs, zone).date) return t('order.today')
  if (date === wallTime(nowMs + DAY_MS, zone).date) return t('order.tomorrow')
  if (date === wallTime(nowMs - DAY_MS, zone).date) return t('order.yesterday')
  return date.slice(0, 4) === wallTime(nowMs, zone).date.slice(0, 4) ? date.slice(5) : date
}

/** `今天 14:00–16:00`; the day is said once when both ends lie on it. */
export const AppointmentTime = ({ from, to, plain }: { from: string | null; to: string | null; plain?: boolean }) => {
  const { t } = useTexts()
  const zone = useZone()
  const now = useNow()
  if (!from || !to) return <span className="w-quiet">{t('order.noTime')}</span>
  const a = wallTime(instantMs(from), zone)
  const b = wallTime(instantMs(to), zone)
  const end = a.date === b.date ? b.time : `${dayText(t, b.date, now, zone)} ${b.time}`
  return (
    <span className="w-figures">
      {plain ? '' : `${dayText(t, a.date, now, zone)} `}
      <time dateTime={from}>{a.time}</time>–<time dateTime={to}>{end}</time>
    </span>
  )
}

/** Today on the wall of the estate. */
export const useToday = (): string => wallTime(useNow(), useZone()).date
