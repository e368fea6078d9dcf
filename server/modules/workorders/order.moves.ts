import type { order } from '#contract/kinds/order.ts'
import { refuse } from '#contract/refusal.ts'
import { checkHappened } from '#modules/matters/index.ts'
import { followingMoves } from './following.moves.ts'
import { formerWith } from './order.rules.ts'
import type { OrderMoves } from './order-move.ts'
import { priceMoves } from './price.moves.ts'
import { visitMoves } from './visit.moves.ts'

/** A work order (FD-710 to FD-715, OS-018). What its verbs do to the matter stands in `matter`; what the matter does to it in follow-matter.ts. */
export const orderMoves: OrderMoves<typeof order> = {
  ...visitMoves,
  ...priceMoves,
  ...followingMoves,
  attachFiles: { records: ({ input }) => ({ files: input.files }) },
  addMaterials: { records: ({ input }) => ({ materials: input.materials }) },
  voidMaterial: {
    guards: [
      ({ input, context }) =>
        context.materials.has(input.materialId) ? undefined : refuse('E_NOT_FOUND', { field: 'body.materialId' }),
    ],
    // the row it means is chosen on the row itself
    offered: () => false,
    records: ({ input }) => ({ voidMaterial: { id: input.materialId, reason: input.reason } }),
    say: ({ input }) => input.reason,
  },
  sign: {
    guards: [
      ({ input, subject, now }) =>
        checkHappened(input.signature.signedAt, 'body.signature.signedAt', subject.created_at, now),
    ],
    set: () => ({ unsigned: null }),
    records: ({ input }) => ({ signature: { about: 'done', fact: input.signature } }),
    say: ({ input }) => input.signature.signer,
    forCustomer: true,
  },
  note: { say: ({ input }) => input.text },
  reassign: {
    guards: [
      ({ input, subject }) =>
        input.executorId === subject.executor_id
          ? refuse('E_INPUT', { field: 'body.executorId', details: { same: true } })
          : undefined,
    ],
    set: ({ input, subject }) => ({
      executor_id: input.executorId,
      former_executor_ids: formerWith(subject, input.executorId),
      accepted_at: null,
      arrived_at: null,
    }),
    tells: ({ input, subject }) => [
      { to: { staffId: input.executorId }, template: 'order.assigned' },
      ...(subject.executor_id ? [{ to: { staffId: subject.executor_id }, template: 'order.takenAway' }] : []),
    ],
    say: ({ input }) => input.reason,
  },
}
