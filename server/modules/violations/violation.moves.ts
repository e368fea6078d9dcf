import type { violation } from '#contract/kinds/violation.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, LocalDate } from '#contract/values.ts'
import { type ClockStart, type MatterMoves, recordMoves, secondPerson, type Tell } from '#modules/matters/index.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { endOfDate, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Settings } from '#platform/settings/settings.ts'
import {
  claimsNoPower,
  isEvidenced,
  isLater,
  mayGiveNotice,
  mayReport,
  photographed,
  wasServed,
} from './violation.rules.ts'
import type { ViolationFacts } from './violation.store.ts'

export type ViolationMoves = MatterMoves<typeof violation, ViolationFacts>
type Context = { settings: Settings; calendar: WorkCalendar }

const untilEndOf = (name: string, date: LocalDate, calendar: WorkCalendar): ClockStart => ({
  name,
  span: { kind: 'until', at: endOfDate(calendar, date) },
})
const remindBefore = (date: LocalDate, now: Instant, { calendar }: Context): ClockStart[] => {
  const eve = addDays(date, -1)
  return eve <= localDateOf(calendar, now) ? [] : [untilEndOf('violation.remind', eve, calendar)]
}
const nextStep: ClockStart = { name: 'violation.step' }
/** What was to be done by a day is looked at the day after; when that is over too, what comes next is. */
const lookAfter = (date: LocalDate, now: Instant, { calendar }: Context): ClockStart => {
  const day = addDays(date, 1)
  return day < localDateOf(calendar, now) ? nextStep : untilEndOf('violation.step', day, calendar)
}
/** The heads hear every so many days how it goes at the authority. */
const progress = ({ settings }: Context): ClockStart => ({
  name: 'violation.step',
  span: { kind: 'calendarDays', n: settings.get('violation.progressDays') },
})
const DONE = ['violation.step', 'violation.remind']

/** The day of a notice when none is named: so many days from today. */
export const deadlineOf = (said: LocalDate | undefined, now: Instant, { settings, calendar }: Context): LocalDate =>
  said ?? addDays(localDateOf(calendar, now), settings.get('violation.noticeDays'))

const laterThanToday = (
  date: LocalDate | undefined,
  now: Instant,
  { calendar }: Context,
  field: string,
): Refusal | undefined =>
  date !== undefined && date <= localDateOf(calendar, now)
    ? refuse('E_TIME_PAST', { field, details: { now } })
    : undefined

const heads = (template: string): Tell[] => [
  { to: 'csLead', template },
  { to: 'centreHead', template },
]

/** What happens inside the arrows of a violation; what they write beside the matter stands in violation.writes.ts. */
export const violationMoves: ViolationMoves = {
  ...recordMoves,
  // nobody's word: the desk does not take it
  take: { ...recordMoves.take, offered: () => false },
  confirm: {
    set: ({ input }) => ({ line: input.line, handler_id: input.handlerId }),
    clocks: { meet: ['violation.confirm'], start: [nextStep] },
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'violation.yours' }],
    say: ({ input }) => input.note,
  },
  reject: { clocks: { meet: ['violation.confirm'] }, say: ({ input }) => input.reason },
  reassign: {
    set: ({ input }) => ({ line: input.line, handler_id: input.handlerId }),
    tells: ({ input }) => [{ to: { staffId: input.handlerId }, template: 'violation.yours' }],
    say: ({ input }) => input.note,
  },
  observe: {
    tells: [{ to: 'handler', template: 'violation.seenAgain' }],
    say: ({ input }) => input.situation,
  },
  persuade: {
    guards: [
      ({ input, now }) =>
        input.talkedAt !== undefined && toInstant(input.talkedAt) > now
          ? refuse('E_TIME_FUTURE', { field: 'body.talkedAt', details: { now } })
          : undefined,
      ({ input }) =>
        input.outcome === 'agreed' && input.agreedUntil === undefined
          ? refuse('E_NOT_AGREED', { field: 'body.agreedUntil' })
          : undefined,
      ({ input, now, context }) => laterThanToday(input.agreedUntil, now, context, 'body.agreedUntil'),
    ],
    clocks: {
      meet: ['violation.remind'],
      replace: () => ['violation.step'],
      start: ({ input, subject, now, context }) => {
        const deadline = subject.state === 'NOTICED' ? context.facts.notice_deadline : null
        // a talk days before the end of a notice is not yet the word of the day before
        const remind = deadline === null ? [] : remindBefore(deadline, now, context)
        if (input.outcome === 'agreed' && input.agreedUntil !== undefined)
          return [lookAfter(input.agreedUntil, now, context), ...remind]
        if (subject.state === 'AT_AUTHORITY') return [progress(context)]
        return [deadline === null ? nextStep : lookAfter(deadline, now, context), ...remind]
      },
    },
    say: ({ input }) => [input.situation, input.helpOffered].filter(Boolean).join('\n'),
  },
  issueNotice: {
    barred: ({ context: { facts, settings } }) =>
      mayGiveNotice(
        { danger: facts.danger, talks: facts.talks, helpOffered: facts.help_offered },
        settings.get('violation.leastTalks'),
      ),
    guards: [
      ({ input }) => claimsNoPower(input.demand, 'body.demand'),
      ({ input, now, context }) => laterThanToday(input.deadline, now, context, 'body.deadline'),
    ],
    clocks: { meet: DONE, start: [nextStep] },
    say: ({ input }) => input.demand,
  },
  serveNotice: {
    guards: [
      ({ input, now, context }) =>
        wasServed(
          {
            at: input.servedAt === undefined ? now : toInstant(input.servedAt),
            issuedOn: context.facts.notice_issued_on,
            deadline: context.facts.notice_deadline,
          },
          now,
          (at) => localDateOf(context.calendar, at),
        ),
      ({ input }) => isEvidenced(input),
    ],
    clocks: {
      meet: DONE,
      start: ({ now, context }) => {
        const deadline = context.facts.notice_deadline
        return deadline === null
          ? [nextStep]
          : [lookAfter(deadline, now, context), ...remindBefore(deadline, now, context)]
      },
    },
  },
  prolong: {
    guards: [
      ({ input, now, context }) => laterThanToday(input.deadline, now, context, 'body.deadline'),
      ({ input, context }) => isLater(input.deadline, context.facts.notice_deadline),
    ],
    clocks: {
      replace: () => DONE,
      start: ({ input, now, context }) => [
        lookAfter(input.deadline, now, context),
        ...remindBefore(input.deadline, now, context),
      ],
    },
    tells: [{ to: 'owner', template: 'violation.prolonged' }],
    say: ({ input }) => input.reason,
  },
  reportAuthority: {
    barred: ({ subject, now, context: { facts, calendar } }) =>
      mayReport(
        {
          danger: facts.danger,
          served: facts.notice_signature !== null,
          deadline: facts.notice_deadline,
          reported: subject.state === 'AT_AUTHORITY',
        },
        localDateOf(calendar, now),
      ),
    clocks: { meet: DONE, start: ({ context }) => [progress(context)] },
    tells: heads('violation.atAuthority'),
    say: ({ input }) => input.situation,
  },
  reportProgress: {
    clocks: { meet: ['violation.step'], start: ({ context }) => [progress(context)] },
    tells: heads('violation.progress'),
    say: ({ input }) => input.situation,
  },
  recordOrder: {
    guards: [({ input }) => photographed(input.photoIds)],
    tells: heads('violation.order'),
    say: ({ input }) => input.orderNumber,
  },
  rectify: {
    guards: [({ input }) => photographed(input.photoIds)],
    set: ({ input }) => ({ result: input.measure }),
    clocks: { meet: DONE, start: [{ name: 'violation.recheck' }] },
    tells: [
      { to: 'owner', template: 'violation.toCheck' },
      { to: 'lineLead', template: 'violation.toCheck' },
    ],
    say: ({ input }) => input.measure,
  },
  passCheck: {
    barred: ({ actor, context }) => secondPerson(actor.id, context.facts.rectified_by),
    guards: [({ input }) => photographed(input.photoIds)],
    clocks: { meet: ['violation.recheck'] },
    tells: [{ to: 'handler', template: 'violation.closed' }],
    say: ({ input }) => input.note,
  },
  failCheck: {
    barred: ({ actor, context }) => secondPerson(actor.id, context.facts.rectified_by),
    set: ({ subject }) => ({ attempt: subject.attempt + 1, result: null }),
    clocks: { meet: ['violation.recheck'], start: [nextStep] },
    tells: [{ to: 'handler', template: 'violation.notRight' }],
    say: ({ input }) => input.reason,
  },
  closeOtherwise: {
    set: ({ input }) => ({ result: input.reason }),
    clocks: { stop: 'all' },
    tells: [{ to: 'handler', template: 'violation.closed' }],
    say: ({ input }) => input.reason,
  },
  reopen: {
    // what was reported anew meanwhile has its own matter; two at once would be looked after by two
    barred: ({ context: { facts } }) =>
      facts.openTwin ? refuse('E_DUPLICATE', { details: { number: facts.openTwin } }) : undefined,
    set: ({ subject }) => ({ reopened_count: subject.reopened_count + 1, result: null }),
    clocks: { start: [nextStep] },
    tells: [{ to: 'handler', template: 'violation.yours' }],
    say: ({ input }) => input.newFact,
  },
}
