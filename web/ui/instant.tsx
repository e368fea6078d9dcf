import { Tooltip } from 'antd'
import { instantMs, useNow } from './clock.ts'
import { useTexts } from './i18n.ts'
import { useZone } from './session.tsx'
import { relativeView } from './time.rules.ts'
import { absoluteText, relativeText } from './time-texts.ts'

/**
 * A moment in the estate's time zone: relative with the exact time in the tooltip, or the exact time (`show="absolute"`),
 * or both one beside the other.
 */
export const Instant = ({ at, show = 'relative' }: { at: string; show?: 'relative' | 'absolute' | 'both' }) => {
  const { t, lang } = useTexts()
  const zone = useZone()
  const now = useNow()
  const ms = instantMs(at)
  const exact = absoluteText(ms, zone)
  if (show === 'absolute') {
    return (
      <time dateTime={at} className="w-figures">
        {exact}
      </time>
    )
  }
  const relative = relativeText(t, lang, relativeView(ms, now, zone))
  if (show === 'both') {
    return (
      <time dateTime={at} className="w-figures">
        {exact} <span className="w-faint">{relative}</span>
      </time>
    )
  }
  return (
    <Tooltip title={exact}>
      <time dateTime={at} className="w-figures">
        {relative}
      </time>
    </Tooltip>
  )
}
