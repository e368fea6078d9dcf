import type { NeedsOf } from '#contract/kind.ts'
import type { recordVerbs } from '#contract/kinds/common-verbs.ts'
import { refuse } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { refreshDue } from './clock.store.ts'
import type { MatterMove } from './matter-kind.ts'
import { pauseClock, resumeClock } from './pause-clock.ts'
import { insertPromise, settlePromise } from './promise.store.ts'
import { startClocks } from './start-clocks.ts'

type Shape = {
  name: string
  plural: string
  states: readonly string[]
  initial: string
  final: readonly string[]
  verbs: typeof recordVerbs
}

/** The moves that every kind of matter has; a kind spreads them into its own table. */
export const recordMoves: { [V in keyof typeof recordVerbs]: MatterMove<NeedsOf<Shape, V>> } = {
  take: {
    guards: [
      ({ subject }) =>
        subject.handler_id || subject.co_owner_id
          ? refuse('E_STATE_CHANGED', { details: { state: subject.state, handlerId: subject.handler_id } })
          : undefined,
    ],
    // OS-013: the owner stays; the desk answers beside them (OS-015)
    set: ({ actor }) => ({ co_owner_id: actor.id, handler_id: actor.id, closure_controller_id: actor.id }),
    clocks: { meet: ['desk.take'] },
    offered: (_who, matter) => matter.handler_id === null && matter.co_owner_id === null,
  },
  note: { say: ({ input }) => input.text, forCustomer: ({ input }) => input.forCustomer },
  supervise: { duties: ['supervise'], say: ({ input }) => input.note },
  promise: {
    guards: [
      ({ input, now }) =>
        toInstant(input.dueAt) <= now ? refuse('E_TIME_PAST', { field: 'body.dueAt', details: { now } }) : undefined,
    ],
    say: ({ input }) => input.text,
    forCustomer: true,
    also: async (tx, { after, input, actor }) => {
      const due = toInstant(input.dueAt)
      const [clock] = await startClocks(tx, after, [{ name: 'promise', span: { kind: 'until', at: due } }])
      if (!clock) return undefined
      await insertPromise(tx, after, { id: newId(), text: input.text, dueAt: due, madeBy: actor.id, clockId: clock.id })
      await refreshDue(tx, after.estate_id, [after.id])
      return undefined
    },
  },
  keepPromise: {
    offered: () => false,
    guards: [
      ({ input, context }) =>
        context.promises.has(input.promiseId) ? undefined : refuse('E_NOT_FOUND', { field: 'body.promiseId' }),
    ],
    say: ({ input }) => input.note,
    also: async (tx, { after, input }) => settlePromise(tx, after, input.promiseId),
  },
  transferOwner: {
    guards: [
      ({ input, subject }) =>
        input.newOwnerId === subject.owner_id
          ? refuse('E_INPUT', { field: 'body.newOwnerId', details: { code: 'same_owner' } })
          : undefined,
      // OS-014: the customer is told the new name, unless there is nobody to tell
      ({ input, subject }) =>
        !input.customerTold && subject.contactable && !subject.anonymous
          ? refuse('E_OWNER_NOT_TOLD', { field: 'body.customerTold' })
          : undefined,
    ],
    set: ({ input }) => ({ owner_id: input.newOwnerId }),
    tells: ({ input }) => [{ to: { staffId: input.newOwnerId }, template: 'matter.nowYours' }],
    say: ({ input }) => input.note,
  },
  // the clock it means is chosen on the clock itself
  pauseClock: {
    offered: () => false,
    guards: [
      ({ input, context }) =>
        context.clocks.get(input.clockId)?.state === 'running'
          ? undefined
          : refuse('E_NOT_FOUND', { field: 'body.clockId' }),
    ],
    say: ({ input }) => input.reason,
    also: (tx, { after, input }) => pauseClock(tx, after, input.clockId, input.reason),
  },
  resumeClock: {
    offered: () => false,
    guards: [
      ({ input, context }) =>
        context.clocks.get(input.clockId)?.state === 'paused'
          ? undefined
          : refuse('E_NOT_FOUND', { field: 'body.clockId' }),
    ],
    also: (tx, { after, input, context }) =>
      resumeClock(tx, after, input.clockId, context.settings.get('clock.pauseLimitDays')),
  },
}
