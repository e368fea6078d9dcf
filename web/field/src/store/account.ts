import type { Session } from '#contract/session.ts'
import { nowInstant } from '../app/phone-time.ts'
import { db } from './db.ts'
import { keep } from './keep.ts'

const USER = 'user'
const estateKey = (userId: string) => `estate:${userId}`

/** Whoever signed in last on this phone, as they were then; without a network the shift goes on with it. */
export const knownAccount = async (): Promise<Session | undefined> => {
  const user = await db.remembered.get(USER)
  return user && (await db.accounts.get(user.value))?.session
}

export const rememberAccount = (session: Session) =>
  keep(() =>
    db.transaction('rw', db.accounts, db.remembered, async () => {
      await db.accounts.put({ id: session.staff.id, session, savedAt: nowInstant() })
      await db.remembered.put({ key: USER, value: session.staff.id })
    }),
  )

/** After signing out the phone asks who is there. What was taken along goes, what waits stays under its owner. */
export const forgetAccount = (userId: string) =>
  db.transaction('rw', db.accounts, db.remembered, db.kept, async () => {
    await db.remembered.delete(USER)
    await db.accounts.delete(userId)
    await db.kept.filter((kept) => kept.userId === userId).delete()
  })

export const estateOf = async (userId: string): Promise<string | undefined> =>
  (await db.remembered.get(estateKey(userId)))?.value
export const rememberEstate = (userId: string, estateId: string) =>
  keep(() => db.remembered.put({ key: estateKey(userId), value: estateId }))
