import { randomInt } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { signInRows } from '#platform/auth/sign-in.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { endSessions, writePassword } from './credential.store.ts'
import { managedAccount } from './managed-account.ts'

// without what is easily mistaken when read aloud or from paper: 0 o, 1 l i
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Three groups of five: 74 bits of chance. */
const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )

/**
 * Gives a person a new password and ends their sessions. It is stored as a hash only and stands in no log: what is
 * returned here is the one time it can be read.
 */
export const issuePassword = async (
  tx: Tx,
  actor: Actor,
  house: House,
  id: Uuid,
): Promise<{ password: string } | Refusal> => {
  const found = await managedAccount(tx, actor, id)
  if (isRefusal(found)) return found
  const { row } = found
  if (!row.active) return refuse('E_STATE_CHANGED', { details: { state: 'left' } })
  const password = newPassword()
  await writePassword(tx, await signInRows({ id, name: row.name, username: row.username, password }))
  await endSessions(tx, id)
  await audit(tx, actor, {
    estateId: null,
    action: row.has_password ? 'account.resetPassword' : 'account.firstPassword',
    subjectKind: 'staff',
    subjectId: id,
  })
  tx.after(() => house.sessions.forget(id))
  return { password }
}
