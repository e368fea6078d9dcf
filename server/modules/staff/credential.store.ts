import type { Uuid } from '#contract/values.ts'
import type { signInRows } from '#platform/auth/sign-in.ts'
import type { Tx } from '#platform/db/tx.ts'

type SignInRows = Awaited<ReturnType<typeof signInRows>>

/** Puts a new password in the place of the old one; the sign-in user is made when there was none. */
export const writePassword = async (tx: Tx, rows: SignInRows): Promise<void> => {
  const { id, ...names } = rows.user
  await tx.db
    .insertInto('auth_user')
    .values(rows.user)
    .onConflict((c) => c.column('id').doUpdateSet({ ...names, updatedAt: tx.now }))
    .execute()
  await tx.db.deleteFrom('auth_account').where('userId', '=', id).execute()
  await tx.db.insertInto('auth_account').values(rows.account).execute()
}

export const renameSignIn = async (tx: Tx, staffId: Uuid, names: Omit<SignInRows['user'], 'id'>): Promise<void> => {
  await tx.db
    .updateTable('auth_user')
    .set({ ...names, updatedAt: tx.now })
    .where('id', '=', staffId)
    .execute()
}

export const endSessions = async (tx: Tx, staffId: Uuid): Promise<void> => {
  await tx.db.deleteFrom('auth_session').where('userId', '=', staffId).execute()
}

export const forgetSecondFactor = async (tx: Tx, staffId: Uuid): Promise<void> => {
  await tx.db.deleteFrom('auth_two_factor').where('userId', '=', staffId).execute()
  await tx.db
    .updateTable('auth_user')
    .set({ twoFactorEnabled: false, updatedAt: tx.now })
    .where('id', '=', staffId)
    .execute()
}

export const removePassword = async (tx: Tx, staffId: Uuid): Promise<void> => {
  await tx.db.deleteFrom('auth_account').where('userId', '=', staffId).execute()
}
