import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AccountView, MatterPart } from '#contract/staff.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import type { House } from '#platform/house.ts'
import { endAllRoles, updateStaff } from './account.store.ts'
import { endSessions, forgetSecondFactor, removePassword } from './credential.store.ts'
import { voidDutiesOf } from './duty.store.ts'
import { forgetTaker } from './handover.store.ts'
import { managedAccount, viewAccount } from './managed-account.ts'
import { gapsAhead } from './roster-coverage.ts'
import { tellRoles } from './tell-staff.ts'
import { workSource } from './work-source.ts'

export type Left = {
  account: AccountView
  openMatters: { estateId: Uuid; number: string; parts: MatterPart[] }[]
  voidedDuties: number
  rosterGaps: { estateId: Uuid; from: Instant; to: Instant }[]
}

/** OS-014: ownership is transferred by the customer-service lead. */
const LEADS = ['csLead', 'centreHead'] as const
const ROSTER_LEADS = ['frontDeskLead', 'csLead'] as const

/**
 * End of employment. Nothing of the person opens a door after this transaction: sessions, password, second factor and
 * roles end; their duties to come are void. What they had in hand stays where it is until a lead transfers it (OS-014),
 * and the leads are told, also of the hours the roster now lacks (CP-033).
 */
export const deactivateAccount = async (
  tx: Tx,
  actor: Actor,
  house: House,
  id: Uuid,
  version: number,
  lastDay: LocalDate | undefined,
): Promise<Left | Refusal> => {
  const found = await managedAccount(tx, actor, id, version)
  if (isRefusal(found)) return found
  const { admin, row } = found
  if (!row.active) return refuse('E_STATE_CHANGED', { details: { state: 'left', leftOn: row.left_on } })
  const leftOn = lastDay ?? admin.today
  if (leftOn > admin.today) return refuse('E_TIME_FUTURE', { field: 'body.leftOn', details: { today: admin.today } })

  await updateStaff(tx, id, { active: false, left_on: leftOn })
  await endAllRoles(tx, id, leftOn)
  await endSessions(tx, id)
  await removePassword(tx, id)
  await forgetSecondFactor(tx, id)
  tx.after(() => house.sessions.forget(id))

  const estateIds = tx.scope === 'all' ? [] : tx.scope
  const openMatters = await workSource().partsOf(tx, estateIds, id)
  const { voided, rosterGaps } = await leaveRosters(tx, estateIds, id)
  await forgetTaker(tx, estateIds, id)
  for (const [estateId, matters] of Map.groupBy(openMatters, (m) => m.estateId))
    await tellRoles(tx, estateId, LEADS, {
      template: 'staff.leftWork',
      params: { name: row.name, count: matters.length },
    })
  await audit(tx, actor, {
    estateId: null,
    action: 'account.deactivate',
    subjectKind: 'staff',
    subjectId: id,
    after: { leftOn, openMatters: openMatters.length, voidedDuties: voided },
  })
  const refused = await emit(tx, actor, 'staff.left', { staffId: id, estateIds })
  if (refused) return refused
  for (const estateId of estateIds) tx.tell({ estateId, topic: 'staff' })
  const account = await viewAccount(tx, actor, id)
  return isRefusal(account) ? account : { account, openMatters, voidedDuties: voided, rosterGaps }
}

const leaveRosters = async (tx: Tx, estateIds: readonly Uuid[], id: Uuid) => {
  const voided = await voidDutiesOf(tx, estateIds, id)
  const rosterGaps: Left['rosterGaps'] = []
  for (const estateId of new Set(voided.map((d) => d.estate_id))) {
    const gaps = await gapsAhead(tx, estateId)
    rosterGaps.push(...gaps.map((gap) => ({ estateId, ...gap })))
    if (gaps.length > 0)
      await tellRoles(tx, estateId, ROSTER_LEADS, { template: 'duty.gapOpened', params: { count: gaps.length } })
    tx.tell({ estateId, topic: 'duty' })
  }
  return { voided: voided.length, rosterGaps }
}

/** A person who comes back: the account opens again, without roles and without a password. */
export const reactivateAccount = async (
  tx: Tx,
  actor: Actor,
  id: Uuid,
  version: number,
): Promise<AccountView | Refusal> => {
  const found = await managedAccount(tx, actor, id, version)
  if (isRefusal(found)) return found
  if (found.row.active) return refuse('E_STATE_CHANGED', { details: { state: 'active' } })
  await updateStaff(tx, id, { active: true, left_on: null })
  await audit(tx, actor, {
    estateId: null,
    action: 'account.reactivate',
    subjectKind: 'staff',
    subjectId: id,
    before: { leftOn: found.row.left_on },
  })
  return viewAccount(tx, actor, id)
}
