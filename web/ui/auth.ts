import { z } from 'zod'
import { ApiError, parseJson } from './api-error.ts'

/** What the sign-in service answers when it refuses; its codes are its own. */
const Refused = z.object({ code: z.string().optional(), message: z.string().optional() })

export class AuthError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number) {
    super(code)
    this.name = 'AuthError'
    this.code = code
    this.status = status
  }
}

const post = async (path: string, body: object): Promise<unknown> => {
  const answer = await fetch(`/api/auth${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiError({ code: 'E_NETWORK', status: 0 })
  })
  const said = parseJson(await answer.text())
  if (answer.ok) return said
  if (answer.status >= 500) {
    throw new ApiError({
      code: 'E_INTERNAL',
      status: answer.status,
      requestId: answer.headers.get('x-request-id') ?? undefined,
    })
  }
  throw new AuthError(Refused.safeParse(said).data?.code ?? '', answer.status)
}

const SignedIn = z.object({ twoFactorRedirect: z.boolean().optional() })

/** Signs in; `code` means that the second factor is asked for before the session begins. Throws `AuthError`. */
export const signIn = async (username: string, password: string): Promise<'done' | 'code'> => {
  const answer = SignedIn.parse(await post('/sign-in/username', { username, password }))
  return answer.twoFactorRedirect ? 'code' : 'done'
}

export const verifyCode = (code: string, trustDevice: boolean) =>
  post('/two-factor/verify-totp', trustDevice ? { code, trustDevice } : { code })
export const verifyBackupCode = (code: string) => post('/two-factor/verify-backup-code', { code })

const Enrolment = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
export type Enrolment = z.infer<typeof Enrolment>
/** Begins to set up the second factor; it counts only after the first right code. */
export const enableSecondFactor = async (password: string): Promise<Enrolment> =>
  Enrolment.parse(await post('/two-factor/enable', { password }))

export const signOut = () => post('/sign-out', {})
