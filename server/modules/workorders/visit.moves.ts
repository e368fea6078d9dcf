import type { order } from '#contract/kinds/order.ts'
import { refuse } from '#contract/refusal.ts'
import { checkHappened, happenedAt } from '#modules/matters/index.ts'
import { checkEntry, entryStands, holdsAfter, photosThere, priceStands, signatureThere } from './order.rules.ts'
import type { OrderMoves } from './order-move.ts'

type Visit =
  | 'accept'
  | 'decline'
  | 'goOnTheWay'
  | 'arrive'
  | 'look'
  | 'startWork'
  | 'waitForMaterial'
  | 'continueWork'
  | 'finish'
  | 'reportAbsent'
  | 'needAppointment'

const notInEmergency = ({ subject }: { subject: { emergency: boolean } }) =>
  subject.emergency ? refuse('E_STATE_CHANGED', { details: { emergency: true } }) : undefined
const calm = (_who: unknown, o: { emergency: boolean }) => !o.emergency

/** From taking the order to the finished work, as the executor does it. */
export const visitMoves: Pick<OrderMoves<typeof order>, Visit> = {
  accept: {
    set: ({ subject, actor, now }) => ({ executor_id: subject.executor_id ?? actor.id, accepted_at: now }),
  },
  decline: {
    set: ({ input, now }) => ({ reason: `${input.reason}: ${input.explanation}`, ended_at: now }),
    matter: ({ input, context }) =>
      // an emergency cannot wait to be organised: the line is offered it again at once
      context.matter.kind === 'emergency'
        ? [{ do: 'offerAgain' }]
        : [{ do: 'move', verb: 'reorganise', input: { reason: input.explanation } }],
    // OS-012: who says no gives the reason, and the lead of customer service hears of it
    tells: ({ input }) =>
      (['owner', 'handler', 'lineLead', 'csLead'] as const).map((to) => ({
        to,
        template: 'order.declined',
        params: { reason: input.explanation },
      })),
    say: ({ input }) => input.explanation,
  },
  goOnTheWay: { forCustomer: true },
  arrive: {
    guards: [
      ({ input, context, now }) =>
        checkHappened(input.arrivedAt, 'body.arrivedAt', context.matter.received_at, now, input.clockOffMs),
    ],
    set: ({ input, context, now }) => ({ arrived_at: happenedAt(input.arrivedAt, now, context.matter.received_at) }),
    matter: ({ input, context, now }) => {
      const { matter } = context
      if (matter.kind === 'emergency')
        return matter.state === 'DISPATCHED'
          ? [{ do: 'move', verb: 'arrive', input: { arrivedAt: happenedAt(input.arrivedAt, now, matter.received_at) } }]
          : []
      return matter.state === 'CONFIRMED_TO_CUSTOMER' ? [{ do: 'move', verb: 'start', input: {} }] : []
    },
    forCustomer: true,
  },
  look: {
    guards: [({ input, context }) => entryStands(input.entry, context)],
    set: ({ input, subject }) => ({
      look: JSON.stringify({ findings: input.findings, work: input.work, material: input.material ?? null }),
      // what the developer still answers for stays free whatever the look says (FD-713)
      charge: subject.charge === 'warranty' ? 'warranty' : input.paid ? 'paid' : 'included',
    }),
    records: ({ input }) => ({ ...(input.entry ? { entry: input.entry } : {}), files: input.files }),
    say: ({ input }) => input.findings,
  },
  startWork: {
    guards: [
      ({ subject, context }) => priceStands(subject, context.quote),
      ({ input, context }) => entryStands(input.entry, context),
    ],
    records: ({ input }) => ({ ...(input.entry ? { entry: input.entry } : {}), files: input.files }),
  },
  waitForMaterial: {
    matter: ({ input }) => [{ do: 'pause', clock: 'service.visit', reason: input.material }],
    tells: ({ input }) => [{ to: 'owner', template: 'order.waitsForMaterial', params: { reason: input.material } }],
    say: ({ input }) => input.material,
    forCustomer: true,
  },
  continueWork: {
    guards: [
      ({ subject, context }) => priceStands(subject, context.quote),
      // a second visit may be let in by somebody else; the first entry stands until then
      ({ input, context }) =>
        input.entry ? checkEntry(input.entry, context.matter.urgent) : entryStands(undefined, context),
    ],
    records: ({ input }) => (input.entry ? { entry: input.entry } : {}),
    matter: () => [{ do: 'resume', clock: 'service.visit' }],
    say: ({ input }) => input.note,
  },
  finish: {
    guards: [
      ({ subject, input, context }) => photosThere(subject, context, input.files),
      ({ subject, input, context }) => signatureThere(subject, context, input),
      ({ subject, input, now }) =>
        checkHappened(input.signature?.signedAt, 'body.signature.signedAt', subject.created_at, now, input.clockOffMs),
    ],
    set: ({ input, now }) => ({
      result: input.result,
      done_at: now,
      unsigned: input.signature ? null : (input.unsigned ?? null),
    }),
    records: ({ input }) => ({
      materials: input.materials,
      files: input.files,
      ...(input.signature ? { signature: { about: 'done', fact: input.signature } } : {}),
    }),
    matter: ({ input, context }) =>
      context.matter.kind === 'emergency'
        ? ['ON_SITE', 'CONTROLLED', 'DEDICATED'].includes(context.matter.state)
          ? [{ do: 'move', verb: 'resolve', input: { result: input.result } }]
          : []
        : [{ do: 'move', verb: 'finish', input: { result: input.result } }],
    say: ({ input }) => input.result,
    forCustomer: true,
  },
  reportAbsent: {
    guards: [
      notInEmergency,
      // FD-715: before an order is put on hold a card must hang at the door
      ({ subject, input, context }) =>
        !input.cardLeft && holdsAfter(subject.absent_count + 1, context.settings.get('orders.absentTimesUntilHold'))
          ? refuse('E_INPUT', { field: 'body.cardLeft', details: { expected: true } })
          : undefined,
    ],
    offered: calm,
    set: ({ subject }) => ({ absent_count: subject.absent_count + 1, appointment_from: null, appointment_to: null }),
    records: ({ input }) => ({ files: input.files }),
    next: ({ subject, context }) =>
      holdsAfter(subject.absent_count + 1, context.settings.get('orders.absentTimesUntilHold')) ? 'hold' : undefined,
    matter: ({ subject, input, context }) => [
      ...(holdsAfter(subject.absent_count + 1, context.settings.get('orders.absentTimesUntilHold'))
        ? [{ do: 'flag', flag: 'customerAbsentTwice', on: true } as const]
        : []),
      { do: 'move', verb: 'reorganise', input: { reason: input.note ?? 'customerAbsent' } },
    ],
    tells: () => (['owner', 'handler'] as const).map((to) => ({ to, template: 'order.absent' })),
    say: ({ input }) => input.note,
    forCustomer: true,
  },
  needAppointment: {
    guards: [notInEmergency],
    offered: calm,
    set: () => ({ appointment_from: null, appointment_to: null }),
    matter: ({ input }) => [{ do: 'move', verb: 'reorganise', input: { reason: input.reason } }],
    tells: ({ input }) =>
      (['owner', 'handler', 'lineLead'] as const).map((to) => ({
        to,
        template: 'order.needAppointment',
        params: { reason: input.reason },
      })),
    say: ({ input }) => input.reason,
    forCustomer: true,
  },
}
