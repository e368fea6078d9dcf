import { instantMs, useNow } from '#ui/clock.ts'
import { useTexts } from '#ui/i18n.ts'
import { StateTag } from '#ui/state-tag.tsx'
import { timeLeftView } from '#ui/time.rules.ts'
import { timeLeftText } from '#ui/time-texts.ts'

/** How much time is left, live; the word says it, the colour only repeats it. */
export const TimeLeftTag = ({ dueAt, fromAt }: { dueAt: string; fromAt?: string }) => {
  const { t, lang } = useTexts()
  const nowMs = useNow()
  const startedMs = fromAt === undefined ? undefined : instantMs(fromAt)
  const view = timeLeftView({ dueMs: instantMs(dueAt), nowMs, startedMs })
  return (
    <time dateTime={dueAt}>
      <StateTag tone={view.tone}>{timeLeftText(t, lang, view)}</StateTag>
    </time>
  )
}
