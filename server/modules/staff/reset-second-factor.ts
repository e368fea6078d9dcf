import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AccountView } from '#contract/staff.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { endSessions, forgetSecondFactor } from './credential.store.ts'
import { managedAccount, viewAccount } from './managed-account.ts'

/** For a person who lost their telephone: the second factor is set up anew at the next sign-in. */
export const resetSecondFactor = async (
  tx: Tx,
  actor: Actor,
  house: House,
  id: Uuid,
  reason: string,
): Promise<AccountView | Refusal> => {
  const found = await managedAccount(tx, actor, id)
  if (isRefusal(found)) return found
  await forgetSecondFactor(tx, id)
  await endSessions(tx, id)
  await audit(tx, actor, {
    estateId: null,
    action: 'account.resetSecondFactor',
    subjectKind: 'staff',
    subjectId: id,
    purpose: reason,
  })
  tx.after(() => house.sessions.forget(id))
  return viewAccount(tx, actor, id)
}
