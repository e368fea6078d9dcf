import { useEffect, useState } from 'react'
import { getSession, type Session } from '#contract/session.ts'
import { call, isApiError } from '#ui/api.ts'
import { useMode, usePaint } from '#ui/mode.ts'
import { SignIn } from '../features/sign-in/sign-in.tsx'
import { signal } from '../queue/signal.ts'
import { knownAccount, rememberAccount } from '../store/account.ts'
import { Loading } from '../ui/parts.tsx'
import { Told, tellProblem } from '../ui/tell.tsx'
import { usePath } from './route.ts'
import { Shell } from './shell.tsx'

/** `undefined`: not known yet; `null`: nobody. */
type Known = Session | null | undefined

const HEARD_WITHIN_MS = 2_500

/** Who works with this phone: as the server says, or, without signal, as it said last. */
const useAccount = (): [Known, (session: Session | null) => void] => {
  const [known, setKnown] = useState<Known>()
  useEffect(() => {
    const find = async () => {
      const before = await knownAccount()
      // somebody else may have signed in on this phone: with a network the server is heard first, for a moment
      const soon = navigator.onLine ? HEARD_WITHIN_MS : 0
      const timer = setTimeout(() => before && setKnown((now) => (now === undefined ? before : now)), soon)
      try {
        const session = await call(getSession, {})
        clearTimeout(timer)
        signal.set({ online: true, session: 'same' })
        await rememberAccount(session).catch(tellProblem)
        setKnown(session)
      } catch (error) {
        if (!isApiError(error)) throw error
        // signed out is no reason to take the work away: it goes on, and waits to be sent
        if (error.status === 401) signal.set({ session: 'signedOut' })
        else signal.set({ online: false })
        setKnown(before ?? null)
      }
    }
    void find()
  }, [])
  return [known, setKnown]
}

export const App = () => {
  usePaint(useMode())
  const path = usePath()
  const [account, setAccount] = useAccount()
  const enter = async (session: Session) => {
    await rememberAccount(session).catch(tellProblem)
    signal.set({ online: true, session: 'same' })
    setAccount(session)
  }
  return (
    <>
      {account === undefined ? (
        <Loading />
      ) : account === null || account.secondFactorDue || path === '/sign-in' ? (
        <SignIn known={account} onDone={enter} />
      ) : (
        <Shell key={account.staff.id} session={account} onSignedOut={() => setAccount(null)} />
      )}
      <Told />
    </>
  )
}
