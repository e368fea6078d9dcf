import { useTexts } from '../i18n.ts'

const MINUTE = 60_000

/** How far the clock of the phone was ahead or behind, where that is more than the limit. */
export const ClockOff = ({ ms, limitMs = 0 }: { ms: number; limitMs?: number }) => {
  const { t } = useTexts()
  const minutes = Math.round(Math.abs(ms) / MINUTE)
  if (minutes === 0 || Math.abs(ms) <= limitMs) return null
  return <span className="w-quiet"> {t(ms > 0 ? 'looks.clockAhead' : 'looks.clockBehind', { minutes })}</span>
}
