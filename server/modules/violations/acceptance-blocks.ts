import type { AnswerOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { getAcceptanceBlocks } from '#contract/violations.ts'
import { ViolationLine } from '#contract/violations.ts'
import type { Tx } from '#platform/db/tx.ts'
import { openOfRenovation } from './violation.store.ts'

/** FD-771, front-desk 2.10: while a violation of building or renovating is open a renovation of this home is not accepted. */
export const acceptanceBlocks = async (
  tx: Tx,
  estateId: Uuid,
  unitId: Uuid,
): Promise<AnswerOf<typeof getAcceptanceBlocks>> => {
  const open = await openOfRenovation(tx, estateId, unitId)
  return {
    blocked: open.length > 0,
    violations: open.map(({ type, ...rest }) => ({ ...rest, type: ViolationLine.shape.type.parse(type) })),
  }
}
