import type { service } from '#contract/kinds/service.ts'
import { refuse } from '#contract/refusal.ts'
import { closing } from '#modules/desk/index.ts'
import { follows, linkedMoves, type MatterMoves, recordMoves } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { availabilityStands, checkAppointment, dutiesDone } from './service.rules.ts'

const { feedbackGiven, mayClose, mustFollow } = closing

/** Service requests: repair and housekeeping (OS-018). Work orders hang below; their news moves start, finish and rework. */
export const serviceMoves: MatterMoves<typeof service> = {
  ...recordMoves,
  askAvailability: {
    set: ({ input }) => ({ line: input.line, executor_id: null, appointment_from: null, appointment_to: null }),
    clocks: {
      meet: ['service.ask', 'service.hold', 'desk.take'],
      stop: ['service.tellTime'],
      start: [{ name: 'service.availability' }],
    },
    tells: [{ to: 'lineLead', template: 'matter.lineAsked' }],
    say: ({ input }) => input.note,
  },
  answerAvailable: {
    guards: [({ input, now }) => checkAppointment(input, now)],
    set: ({ input }) => ({
      executor_id: input.executorId,
      appointment_from: toInstant(input.from),
      appointment_to: toInstant(input.to),
    }),
    clocks: { meet: ['service.availability'], start: [{ name: 'service.tellTime' }] },
    tells: [
      { to: 'owner', template: 'matter.lineAnswered' },
      { to: 'handler', template: 'matter.lineAnswered' },
    ],
    say: ({ input }) => input.note,
  },
  answerUnavailable: {
    clocks: { meet: ['service.availability'], start: [{ name: 'service.ask' }] },
    // OS-012: a line that says no gives its reason, and the lead hears of it
    tells: ({ input }) => [
      { to: 'owner', template: 'matter.lineCannot', params: { reason: input.reason } },
      { to: 'handler', template: 'matter.lineCannot', params: { reason: input.reason } },
      { to: 'csLead', template: 'matter.lineCannot', params: { reason: input.reason } },
    ],
    say: ({ input }) => input.reason,
  },
  confirmToCustomer: {
    guards: [
      ({ subject, input }) => availabilityStands(subject, input),
      ({ input, now }) => checkAppointment(input, now),
    ],
    set: ({ input, subject }) => ({
      appointment_from: toInstant(input.from),
      appointment_to: toInstant(input.to),
      // FD-715: a customer who has agreed a new time is no longer on hold
      flags: subject.flags.filter((f) => f !== 'customerAbsentTwice'),
    }),
    clocks: {
      meet: ['service.tellTime'],
      start: ({ input }) => [{ name: 'service.visit', span: { kind: 'until', at: toInstant(input.to) } }],
    },
    duties: ['organise'],
    say: ({ input }) => input.note,
    forCustomer: true,
  },
  start: {},
  reorganise: {
    set: () => ({ executor_id: null, appointment_from: null, appointment_to: null }),
    clocks: {
      stop: ['service.visit', 'service.rework'],
      // FD-715: on hold nobody is asked at once, and nobody is forgotten either
      start: ({ subject }) => [
        { name: subject.flags.includes('customerAbsentTwice') ? 'service.hold' : 'service.ask' },
      ],
    },
    undo: ['organise'],
    say: ({ input }) => input.reason,
  },
  finish: {
    set: ({ input }) => ({ result: input.result }),
    clocks: { meet: ['service.visit', 'service.rework'], start: [{ name: 'service.accept' }] },
    tells: [
      { to: 'owner', template: 'matter.done' },
      { to: 'handler', template: 'matter.done' },
    ],
    say: ({ input }) => input.result,
  },
  acceptResult: {
    offered: follows,
    guards: [
      ({ subject, actor }) => mustFollow(actor, subject),
      // OS-011: who accepts must have looked after the work; a word about it may be said in the same act
      ({ input, context }) =>
        context.duties.has('supervise') || input.supervisionNote
          ? undefined
          : refuse('E_FIRST_RECEIVER_DUTY_OPEN', { field: 'body.supervisionNote', details: { open: ['supervise'] } }),
    ],
    clocks: { meet: ['service.accept'], start: [{ name: 'service.callback' }] },
    duties: ({ input }) => (input.supervisionNote ? ['supervise', 'accept'] : ['accept']),
    say: ({ input }) => input.note ?? input.supervisionNote,
  },
  refuseResult: {
    offered: follows,
    guards: [({ subject, actor }) => mustFollow(actor, subject)],
    set: ({ subject }) => ({ attempt: subject.attempt + 1 }),
    clocks: { stop: ['service.accept'], start: [{ name: 'service.rework' }] },
    tells: [{ to: 'lineLead', template: 'matter.notSatisfied' }],
    say: ({ input }) => input.reason,
  },
  callBack: {
    offered: follows,
    guards: [
      ({ subject, actor }) => mustFollow(actor, subject),
      ({ subject }) => (subject.flags.includes('noCallbackWish') ? refuse('E_NO_CALLBACK_WISH') : undefined),
    ],
    set: ({ input, now }) => ({ satisfaction: input.satisfaction, feedback: input.words ?? null, feedback_at: now }),
    clocks: { meet: ['service.callback'] },
    duties: ['callback'],
    say: ({ input }) => input.words,
  },
  waiveCallback: {
    offered: follows,
    guards: [
      ({ subject, actor }) => mustFollow(actor, subject),
      ({ input, subject }) =>
        input.reason === 'noCallbackWish' && !subject.flags.includes('noCallbackWish')
          ? refuse('E_REASON_MISSING', { field: 'body.reason' })
          : undefined,
      ({ input, subject }) =>
        input.reason === 'anonymous' && !subject.anonymous
          ? refuse('E_REASON_MISSING', { field: 'body.reason' })
          : undefined,
    ],
    set: () => ({ satisfaction: 'notAsked' }),
    clocks: { meet: ['service.callback'] },
    duties: ['callback'],
    say: ({ input }) => input.note,
  },
  notSatisfied: {
    offered: follows,
    guards: [({ subject, actor }) => mustFollow(actor, subject)],
    set: ({ subject, input }) => ({
      attempt: subject.attempt + 1,
      satisfaction: 'notSatisfied',
      flags: input.offerComplaint ? [...new Set([...subject.flags, 'complaintOffered'])] : subject.flags,
      // FD-410: the old time is used up; the line says again when somebody can go
      appointment_from: null,
      appointment_to: null,
    }),
    clocks: { meet: ['service.callback'], start: [{ name: 'service.ask' }] },
    undo: ['organise', 'supervise', 'accept', 'callback'],
    tells: [{ to: 'lineLead', template: 'matter.notSatisfied' }],
    say: ({ input }) => input.missing,
  },
  close: {
    guards: [
      ({ subject, actor }) => mayClose(actor, subject),
      ({ context }) => dutiesDone(context.duties),
      ({ subject, input }) => (subject.feedback_at ? undefined : feedbackGiven(input, subject)),
    ],
    set: ({ input, subject, now }) =>
      input.feedback ? { feedback: input.feedback, feedback_at: now } : { feedback: subject.feedback },
    say: ({ input }) => input.feedback,
    forCustomer: true,
  },
  cancel: { say: ({ input }) => input.customerWords, forCustomer: true },
  escalate: {
    ...linkedMoves.escalate,
    clocks: {
      stop: [
        'service.ask',
        'service.hold',
        'service.availability',
        'service.tellTime',
        'service.visit',
        'service.rework',
        'service.accept',
      ],
    },
  },
  giveResources: {
    ...linkedMoves.giveResources,
    // it is organised anew, with what was given
    set: (args) => ({
      ...linkedMoves.giveResources.set?.(args),
      executor_id: null,
      appointment_from: null,
      appointment_to: null,
    }),
    clocks: { start: [{ name: 'service.ask' }] },
    undo: ['organise'],
  },
  assignDedicated: linkedMoves.assignDedicated,
  merge: linkedMoves.merge,
  reopen: {
    ...linkedMoves.reopen,
    set: (args) => ({
      ...linkedMoves.reopen.set?.(args),
      executor_id: null,
      appointment_from: null,
      appointment_to: null,
    }),
    clocks: { start: [{ name: 'service.ask' }] },
  },
}
