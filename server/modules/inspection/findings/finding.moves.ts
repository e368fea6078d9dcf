import type { finding } from '#contract/kinds/finding.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Severity } from '#contract/touchpoints.ts'
import type { Instant } from '#contract/values.ts'
import {
  checkHappened,
  happenedAt,
  type MatterMoves,
  recordMoves,
  secondPerson,
  type Tell,
} from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { causeNeeded, checkPostponement, isWorse, photographed, spanOf } from './finding.rules.ts'
import type { FindingFacts } from './finding.store.ts'

export type FindingMoves = MatterMoves<typeof finding, FindingFacts>

/** quality-model.md 8.1: a critical fault alarms at once, at any hour. */
export const alarm = (settings: Settings): Tell[] => [
  { to: 'lineLead', template: 'finding.alarm' },
  { to: 'handler', template: 'finding.alarm' },
  { to: 'csLead', template: 'finding.alarm' },
  { to: 'centreHead', template: 'finding.alarm' },
  ...(settings.get('finding.alarmQuality') ? ([{ to: 'qualityDept', template: 'finding.alarm' }] as const) : []),
]

const rectifyFor = (severity: Severity, settings: Settings) => ({
  name: 'finding.rectify',
  span: spanOf(severity, settings),
})
const until = (at: string) => ({ name: 'finding.rectify', span: { kind: 'until', at: toInstant(at) } as const })

type ByPhone = { at?: string | undefined; clockOffMs?: number | undefined }
type Done = { input: ByPhone; now: Instant; context: { facts: { lastMoveAt: Instant } } }

/** FD-770: when it was truly done, of which a phone without signal tells later: not in the future, not before it was theirs to do. */
export const doneAt = ({ input, now, context }: Done): Instant => happenedAt(input.at, now, context.facts.lastMoveAt)

const checkDone = ({ input, now, context }: Done): Refusal | undefined =>
  checkHappened(input.at, 'body.at', context.facts.lastMoveAt, now, input.clockOffMs)

/** What happens inside the arrows of a finding; what they write beside the matter stands in finding.writes.ts. */
export const findingMoves: FindingMoves = {
  ...recordMoves,
  // nobody's word: there is no customer to promise to, and the desk does not take it
  take: { ...recordMoves.take, offered: () => false },
  promise: { ...recordMoves.promise, offered: () => false },
  confirm: {
    guards: [
      ({ input, now }) =>
        input.rectifyBy && toInstant(input.rectifyBy) <= now
          ? refuse('E_TIME_PAST', { field: 'body.rectifyBy', details: { now } })
          : undefined,
    ],
    set: ({ input }) => ({ line: input.line, handler_id: input.handlerId }),
    clocks: {
      meet: ['finding.confirm'],
      start: ({ input, context }) => [
        input.rectifyBy ? until(input.rectifyBy) : rectifyFor(context.facts.severity, context.settings),
      ],
    },
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'finding.toRectify' }],
    say: ({ input }) => input.note,
  },
  reject: { say: ({ input }) => input.reason },
  reassign: {
    set: ({ input }) => ({ line: input.line, handler_id: input.handlerId }),
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'finding.toRectify' }],
    say: ({ input }) => input.note,
  },
  regrade: {
    guards: [
      ({ input, context }) =>
        input.severity === context.facts.severity ? refuse('E_INPUT', { field: 'body.severity' }) : undefined,
    ],
    set: ({ input }) => ({ urgent: input.severity === 'critical' }),
    clocks: {
      stop: ['finding.rectify'],
      // what turns out worse has its time from now; what turns out milder has it from the day it was found
      start: ({ input, subject, context }) =>
        subject.state === 'ASSIGNED'
          ? [
              {
                ...rectifyFor(input.severity, context.settings),
                ...(isWorse(context.facts.severity, input.severity) ? {} : { from: subject.received_at }),
              },
            ]
          : [],
    },
    tells: ({ input, context }) => (input.severity === 'critical' ? alarm(context.settings) : []),
    say: ({ input }) => input.reason,
  },
  postpone: {
    guards: [
      ({ input, subject, now, context }) =>
        checkPostponement(input.until, { at: subject.received_at, severity: context.facts.severity }, now, context),
    ],
    clocks: { stop: ['finding.rectify'], start: ({ input }) => [until(input.until)] },
    tells: [{ to: 'owner', template: 'finding.postponed' }],
    say: ({ input }) => input.reason,
  },
  rectify: {
    guards: [checkDone, ({ input }) => photographed(input.photoIds)],
    set: ({ input }) => ({ result: input.measure }),
    // whoever looks again can only begin when it has arrived
    clocks: { meet: ['finding.rectify'], metAt: doneAt, start: [{ name: 'finding.recheck' }] },
    tells: [{ to: 'owner', template: 'finding.toCheck' }],
    say: ({ input }) => [input.measure, input.rootCause].filter(Boolean).join('\n'),
  },
  orderDone: {
    set: ({ input }) => ({ result: input.measure }),
    clocks: { meet: ['finding.rectify'], start: [{ name: 'finding.recheck' }] },
    tells: [{ to: 'owner', template: 'finding.toCheck' }],
    say: ({ input }) => input.measure,
  },
  passCheck: {
    barred: ({ actor, context }) => secondPerson(actor.id, context.facts.rectifiedBy),
    guards: [
      checkDone,
      ({ input, context }) =>
        causeNeeded(context.facts) && !context.facts.cause && !input.rootCause
          ? refuse('E_REASON_MISSING', { field: 'body.rootCause' })
          : undefined,
    ],
    clocks: { meet: ['finding.recheck'], metAt: doneAt },
    say: ({ input }) => [input.note, input.rootCause].filter(Boolean).join('\n') || undefined,
  },
  failCheck: {
    barred: ({ actor, context }) => secondPerson(actor.id, context.facts.rectifiedBy),
    guards: [checkDone],
    set: ({ subject }) => ({ attempt: subject.attempt + 1 }),
    clocks: {
      meet: ['finding.recheck'],
      metAt: doneAt,
      start: ({ context }) => [rectifyFor(context.facts.severity, context.settings)],
    },
    tells: [
      { to: 'handler', template: 'finding.notRight' },
      { to: 'lineLead', template: 'finding.notRight' },
    ],
    say: ({ input }) => input.reason,
  },
  openOrder: {
    barred: ({ context: { facts } }) =>
      facts.openOrder ? refuse('E_DUPLICATE', { details: { number: facts.openOrder } }) : undefined,
    say: ({ input }) => input.note,
  },
  seenAgain: {
    // a phone that has put it right meanwhile without signal is not refused for it
    quiet: true,
    // what waits for its second look is seen to by who owns it
    tells: ({ subject }) => [
      { to: 'handler', template: 'finding.seenAgain' },
      ...(subject.state === 'RECTIFIED' ? ([{ to: 'owner', template: 'finding.seenAgain' }] as const) : []),
    ],
    say: ({ input }) => input.note,
  },
  // nothing is left to be done about it
  seenBefore: { quiet: true, say: ({ input }) => input.note },
  reopen: {
    // what was found anew meanwhile has its own matter; two at once would be looked after by two
    barred: ({ context: { facts } }) =>
      facts.openTwin ? refuse('E_DUPLICATE', { details: { number: facts.openTwin } }) : undefined,
    set: ({ subject }) => ({ reopened_count: subject.reopened_count + 1, result: null }),
    clocks: { start: ({ context }) => [rectifyFor(context.facts.severity, context.settings)] },
    tells: [{ to: 'handler', template: 'finding.toRectify' }],
    say: ({ input }) => input.newFact,
  },
}
