import { createHash } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { symmetricEncrypt } from 'better-auth/crypto'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

const secretOf = (username: string): string =>
  createHash('sha256').update(`wuyou demo code ${username}`).digest('hex').slice(0, 32)

/** The code that an app would show now for this demo account. */
export const demoCode = (username: string): Promise<string> => createOTP(secretOf(username)).totp()

/** Sets up the second factor of a demo account, so that its sign-in asks for a code as in real use. */
export const enrolDemoAccount = async (tx: Tx, staffId: Uuid, username: string, authSecret: string): Promise<void> => {
  const key = authSecret
  await tx.db
    .insertInto('auth_two_factor')
    .values({
      id: newId(),
      userId: staffId,
      secret: await symmetricEncrypt({ key, data: secretOf(username) }),
      backupCodes: await symmetricEncrypt({ key, data: '[]' }),
      verified: true,
    })
    .execute()
  await tx.db.updateTable('auth_user').set({ twoFactorEnabled: true }).where('id', '=', staffId).execute()
}
