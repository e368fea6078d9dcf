import { Tooltip } from 'antd'
import { instantMs, useNow } from './clock.ts'
import { useTexts } from './i18n.ts'
import { useZone } from './session.tsx'
import { StateTag } from './state-tag.tsx'
import { type ClockState, timeLeftView } from './time.rules.ts'
import { absoluteText, timeLeftText } from './time-texts.ts'

export type TimeLeftProps = {
  dueAt: string
  /** With it the warning comes after four fifths of the period, without it in the last hour. */
  startedAt?: string | null | undefined
  /** A clock that has ended stands still at this moment. */
  endedAt?: string | null | undefined
  state?: ClockState
}

const maybeMs = (instant: string | null | undefined) => (instant ? instantMs(instant) : undefined)

/** A countdown to a deadline, live; the due time itself is in the tooltip and read aloud. */
export const TimeLeft = ({ dueAt, startedAt, endedAt, state }: TimeLeftProps) => {
  const { t, lang } = useTexts()
  const zone = useZone()
  const nowMs = useNow()
  const dueMs = instantMs(dueAt)
  const view = timeLeftView({ dueMs, nowMs, startedMs: maybeMs(startedAt), endedMs: maybeMs(endedAt), state })
  const due = t('time.due', { at: absoluteText(dueMs, zone) })
  return (
    <Tooltip title={due}>
      <time dateTime={dueAt}>
        <StateTag tone={view.tone}>{timeLeftText(t, lang, view)}</StateTag>
        <span className="w-hidden">{due}</span>
      </time>
    </Tooltip>
  )
}
