import { permissionsOf, ROLES, type Role } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { rolesHeld } from './people.store.ts'

const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value)

/** May this person be named as taker? Another one than the giver, who works here and uses handovers. */
export const takerRefusal = async (
  tx: Tx,
  estateId: Uuid,
  giverId: Uuid,
  takerId: Uuid,
  today: LocalDate,
): Promise<Refusal | undefined> => {
  if (takerId === giverId) return refuse('E_INPUT', { field: 'body.toStaffId', details: { giver: true } })
  const roles = (await rolesHeld(tx, estateId, takerId, today)).filter(isRole)
  return permissionsOf(roles).has('handover.use') ? undefined : refuse('E_NOT_FOUND', { field: 'body.toStaffId' })
}
