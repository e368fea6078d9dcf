import type { Flag } from '#contract/channels.ts'
import type { complaint } from '#contract/kinds/complaint.ts'
import { refuse } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { ClockStart, Matter, MatterMoves, Tell } from '#modules/matters/index.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { CaseFacts } from './case.store.ts'
import { headAppearsBy, progressSpan, type Timed } from './case-times.rules.ts'
import { mayHandle } from './guards.rules.ts'

/** What a verb writes beside its matter; put to the verb where the kind is declared, so that the tables stay free of I/O. */
export type Writes = { [V in keyof ComplaintMoves]: NonNullable<ComplaintMoves[V]['also']> }

/** Small parts that many arrows of a complaint share. */
export type ComplaintMoves = MatterMoves<typeof complaint, CaseFacts>

export const whoOf = (actor: Actor, subject: Pick<Matter, 'estate_id'>) => ({
  id: actor.id,
  may: (permission: 'complaint.handle' | 'complaint.settle' | 'complaint.company') =>
    may(actor, permission === 'complaint.company' ? 'dashboard.company' : permission, subject.estate_id),
})

/** Guard: the handler, or who leads complaints here. */
export const handles = ({ actor, subject }: { actor: Actor; subject: Matter }) =>
  mayHandle(whoOf(actor, subject), subject)

/** CP-046: nobody is put to a complaint about themselves, whatever the field is called. */
export const notTheAccused =
  <Field extends string>(field: Field) =>
  ({ input, subject }: { input: Partial<Record<Field, Uuid>>; subject: Pick<Matter, 'accused_staff_id'> }) =>
    input[field] !== undefined && input[field] === subject.accused_staff_id
      ? refuse('E_CONFLICT_OF_INTEREST', { field: `body.${field}` })
      : undefined

export const withFlags = (flags: readonly string[], ...more: Flag[]): string[] => [...new Set([...flags, ...more])]
export const withoutFlags = (flags: readonly string[], ...less: Flag[]): string[] =>
  flags.filter((f) => !less.some((gone) => gone === f))

/** CP-065 */
export const progressClock = (flags: readonly string[], external: boolean, { settings }: Timed): ClockStart => ({
  name: 'complaint.progress',
  span: progressSpan({ flags, external }, settings),
})

/** CP-024 */
export const headClock = (at: Instant, timed: Timed): ClockStart => ({
  name: 'complaint.headAppears',
  span: { kind: 'until', at: headAppearsBy(at, timed) },
})

export const until = (name: string, at: string): ClockStart => ({ name, span: { kind: 'until', at: toInstant(at) } })

/** What is owed in writing about a complaint, also when it is closed. */
export const REPORT_CLOCKS = [
  'complaint.majorReport',
  'complaint.hotReport',
  'complaint.majorTopic',
  'complaint.hotTopic',
]

/** CP-101, CP-102: what is owed in writing once the work has passed its check. */
export const topicReports = (flags: readonly string[], facts: CaseFacts): ClockStart[] => [
  ...(flags.includes('hot') && !facts.reports.has('hotTopic') ? [{ name: 'complaint.hotTopic' }] : []),
  ...(['major', 'majorSuspected'].some((f) => flags.includes(f)) && !facts.reports.has('majorTopic')
    ? [{ name: 'complaint.majorTopic' }]
    : []),
]

/** The work has passed its check. */
export const isChecked = ({ state }: Pick<Matter, 'state'>): boolean => ['CALLBACK_DUE', 'OBSERVING'].includes(state)

/** CP-101, CP-102: of what turns hot or major only after its check the topic report is owed from then on. */
export const lateTopicReports = (subject: Pick<Matter, 'state'>, flags: readonly string[], facts: CaseFacts) =>
  isChecked(subject) ? topicReports(flags, facts) : []

/** CP-027, CP-106: quality, the leaders and the head hear of it at once. */
export const alarm = (template: string, params: Record<string, string | number> = {}): Tell[] =>
  (['qualityDept', 'companyLeader', 'centreHead', 'csLead'] as const).map((to) => ({ to, template, params }))
