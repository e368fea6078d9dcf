import { FINDING_LINES, ITEM_LINES } from '#content/finding-lines.ts'
import type { Line } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { ASPECTS, CheckItem, Severity } from '#contract/touchpoints.ts'
import { SEVERITIES } from '#contract/touchpoints.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { dueAt, type Span } from '#platform/calendar/due.rules.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'

type Aspect = (typeof ASPECTS)[number]
const ASPECT_OF: Readonly<Record<string, Aspect>> = { P: 'people', F: 'facility', I: 'information' }

/** `T08-F-15` is about a facility; an item of an estate (`X`) does not say in its id what it is about. */
export const aspectOf = (itemId: string): Aspect | null => ASPECT_OF[itemId.charAt(4)] ?? null

/** Which line a failed item most likely belongs to; what does not say is looked at by who keeps the facility. */
export const suggestedLine = (touchpoint: CheckItem['touchpoint'], itemId: string, aspect: Aspect | null): Line =>
  ITEM_LINES[itemId] ?? FINDING_LINES[touchpoint][aspect ?? 'facility']

/** How long a fault may stand, by its severity; every one of them is a setting. */
export const spanOf = (severity: Severity, settings: Settings): Span => {
  switch (severity) {
    case 'critical':
      return { kind: 'minutes', n: settings.get('finding.criticalHours') * 60 }
    case 'major':
      return { kind: 'workingDays', n: settings.get('finding.majorWorkingDays') }
    case 'minor':
      return { kind: 'calendarDays', n: settings.get('finding.minorDays') }
  }
}

export const isWorse = (than: Severity, severity: Severity): boolean =>
  SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(than)

const DAY_MS = 86_400_000

/** A later time is given at most so long after the one that the severity gave, however often it is asked for. */
export const checkPostponement = (
  until: string,
  found: { at: Instant; severity: Severity },
  now: Instant,
  context: { settings: Settings; calendar: WorkCalendar },
): Refusal | undefined => {
  const at = toInstant(until)
  if (at <= now) return refuse('E_TIME_PAST', { field: 'body.until', details: { now } })
  const first = dueAt(context.calendar, found.at, spanOf(found.severity, context.settings)).due
  const latest = plusMilliseconds(first, context.settings.get('finding.postponeDays') * DAY_MS)
  return at > latest ? refuse('E_TIME_RANGE', { field: 'body.until', details: { latest } }) : undefined
}

/** FD-766: what is critical or comes again is not closed before somebody has said why it failed. */
export const causeNeeded = ({ severity, repeat }: { severity: Severity; repeat: boolean }): boolean =>
  severity === 'critical' || repeat

/** Without a picture nobody can see later what was put right. */
export const photographed = (photoIds: readonly Uuid[]): Refusal | undefined =>
  photoIds.length > 0
    ? undefined
    : refuse('E_PHOTO_MISSING', { field: 'body.photoIds', details: { missing: ['after'] } })
