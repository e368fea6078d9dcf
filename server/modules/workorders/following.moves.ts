import type { order } from '#contract/kinds/order.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { formerWith } from './order.rules.ts'
import type { OrderMoves } from './order-move.ts'

/** The program's own verbs: what the matter says becomes of the work. */
export const followingMoves: Pick<
  OrderMoves<typeof order>,
  'appoint' | 'hold' | 'returnForRework' | 'approve' | 'conclude' | 'cancel'
> = {
  appoint: {
    set: ({ input, subject }) => ({
      executor_id: input.executorId,
      former_executor_ids: formerWith(subject, input.executorId),
      appointment_from: toInstant(input.from),
      appointment_to: toInstant(input.to),
      planned_at: toInstant(input.from),
      accepted_at: null,
      arrived_at: null,
    }),
    tells: ({ input }) => [{ to: { staffId: input.executorId }, template: 'order.assigned' }],
  },
  hold: {
    tells: ({ subject }) =>
      (['owner', 'handler', 'csLead'] as const).map((to) => ({
        to,
        template: 'order.onHold',
        params: { count: subject.absent_count },
      })),
  },
  returnForRework: {
    set: ({ subject, now }) => ({
      rework_count: subject.rework_count + 1,
      returned_at: now,
      reason: null,
      arrived_at: null,
    }),
    tells: ({ input, subject }) =>
      subject.executor_id
        ? [{ to: { staffId: subject.executor_id }, template: 'order.returned', params: { reason: input.reason } }]
        : [],
    say: ({ input }) => input.reason,
  },
  approve: { set: ({ now }) => ({ ended_at: now }) },
  conclude: { set: ({ input, now }) => ({ result: input.result, done_at: now }), say: ({ input }) => input.result },
  cancel: {
    set: ({ input, now }) => ({ reason: input.reason, ended_at: now }),
    tells: ({ subject }) =>
      subject.executor_id ? [{ to: { staffId: subject.executor_id }, template: 'order.cancelled' }] : [],
    say: ({ input }) => input.reason,
  },
}
