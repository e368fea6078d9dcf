import { betterAuth } from 'better-auth'
import { hashPassword } from 'better-auth/crypto'
import { twoFactor, username } from 'better-auth/plugins'
import type pg from 'pg'
import { newId } from '../ids.ts'

export type SignInOptions = { secret: string; publicUrl: string; attemptsPerMinute: number }

/** Sign-in by better-auth: user name and password, time-based codes as second factor; sessions are rows (auth_session). */
export const makeSignIn = (pool: pg.Pool, options: SignInOptions) =>
  betterAuth({
    appName: 'Wuyou',
    baseURL: options.publicUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: pool,
    // the page is served by this very server: whoever speaks from the host that was called is ours
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 12 * 3600, updateAge: 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [username(), twoFactor({ issuer: 'Wuyou', schema: { twoFactor: { modelName: 'auth_two_factor' } } })],
    advanced: { database: { generateId: () => newId() }, cookiePrefix: 'wuyou' },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: options.attemptsPerMinute } },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
export type SignIn = ReturnType<typeof makeSignIn>

/** The rows that let a member of staff sign in; the id is the staff's own. */
export const signInRows = async (person: { id: string; name: string; username: string; password: string }) => ({
  user: {
    id: person.id,
    name: person.name,
    email: `${person.username.toLowerCase()}@staff.invalid`,
    username: person.username.toLowerCase(),
    displayUsername: person.username,
  },
  account: {
    id: newId(),
    accountId: person.id,
    providerId: 'credential',
    userId: person.id,
    password: await hashPassword(person.password),
  },
})
