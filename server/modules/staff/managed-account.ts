import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AccountView } from '#contract/staff.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { holdsCompanyWide } from '#platform/auth/company-wide.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentAccount, targetOf } from './account.present.ts'
import { mayManage, type Reach } from './account.rules.ts'
import { type AccountRow, findAccount, lockAccount } from './account.store.ts'
import { companyDay } from './company-day.rules.ts'

export type Admin = { companyId: Uuid; reach: Reach; today: LocalDate }

/** What the caller may administer. E_FORBIDDEN for who belongs to no company. */
export const adminOf = async (tx: Tx, actor: Actor): Promise<Admin | Refusal> => {
  if (actor.companyId === null) return refuse('E_FORBIDDEN')
  const companyWide = await holdsCompanyWide(tx, actor, 'staff.manage')
  return {
    companyId: actor.companyId,
    reach: { companyWide, estates: new Set(estatesWith(actor, ['staff.manage'])) },
    today: companyDay(tx.now),
  }
}

const isVisible = (row: AccountRow, { reach }: Admin) =>
  reach.companyWide ||
  row.roles.length === 0 ||
  row.roles.some((r) => r.estate_id === null || reach.estates.has(r.estate_id))

/** An account the caller may look at. */
export const viewAccount = async (tx: Tx, actor: Actor, id: Uuid): Promise<AccountView | Refusal> => {
  const admin = await adminOf(tx, actor)
  if (isRefusal(admin)) return admin
  const row = await findAccount(tx, admin.companyId, id)
  return row && isVisible(row, admin) ? presentAccount(row, { actorId: actor.id, ...admin }) : refuse('E_NOT_FOUND')
}

/** An account the caller may change, locked: E_NOT_FOUND, E_FORBIDDEN (their own, or beyond their reach), E_VERSION_STALE. */
export const managedAccount = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  version?: number,
): Promise<{ admin: Admin; row: AccountRow } | Refusal> => {
  const admin = await adminOf(tx, actor)
  if (isRefusal(admin)) return admin
  const row = await lockAccount(tx, admin.companyId, id)
  if (!row || !isVisible(row, admin)) return refuse('E_NOT_FOUND')
  if (!mayManage(actor.id, admin.reach, targetOf(row), admin.today)) return refuse('E_FORBIDDEN')
  if (version !== undefined && version !== row.version)
    return refuse('E_VERSION_STALE', { details: { version: row.version } })
  return { admin, row }
}
