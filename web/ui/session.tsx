import { createContext, type ReactNode, useContext } from 'react'
import type { Permission } from '#contract/permissions.ts'
import type { Session, SessionEstate } from '#contract/session.ts'

const SessionContext = createContext<Session | null>(null)
const EstateContext = createContext<SessionEstate | null>(null)
const DEFAULT_ZONE = 'Asia/Shanghai'

export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
)
export const EstateProvider = ({ estate, children }: { estate: SessionEstate; children: ReactNode }) => (
  <EstateContext value={estate}>{children}</EstateContext>
)

/** Who is signed in. Only below the shell. */
export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the shell')
  return session
}

/** The estate of the page; its `id` goes into the calls, its `code` stands in the address. */
export const useEstate = (): SessionEstate => {
  const estate = useContext(EstateContext)
  if (!estate) throw new Error('useEstate outside an estate page')
  return estate
}
export const useMaybeEstate = (): SessionEstate | null => useContext(EstateContext)

/** One permission, or any of several. */
export type Need = Permission | readonly Permission[]
const holds = (estate: SessionEstate, need: Need): boolean => {
  const list: readonly Permission[] = typeof need === 'string' ? [need] : need
  return list.some((permission) => estate.permissions.includes(permission))
}

/** `can('matter.export')` in the estate of the page. The server decides again; this only hides what would be refused. */
export const useCan = (): ((need: Need) => boolean) => {
  const estate = useEstate()
  return (need) => holds(estate, need)
}

/** `spans('standard.edit')`: held by a role that spans the company, for what is every estate's. */
export const useSpans = (): ((permission: Permission) => boolean) => {
  const { companyWide } = useSession()
  return (permission) => companyWide.includes(permission)
}

/** Time zone of the estate, IANA name. */
export const useZone = (): string => useContext(EstateContext)?.timeZone ?? DEFAULT_ZONE
