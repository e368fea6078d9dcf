import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Session, SessionEstate } from '#contract/session.ts'
import { isApiError } from '#ui/api.ts'
import type { ApiError } from '#ui/api-error.ts'
import { recallServerTime } from '#ui/clock.ts'
import { errorText } from '#ui/error-text.ts'
import { useTexts } from '#ui/i18n.ts'
import { Estates } from '../features/estates/estates.tsx'
import { type Sender, startSender } from '../queue/sender.ts'
import { signal } from '../queue/signal.ts'
import { spoken } from '../round/round.rules.ts'
import { estateOf, rememberEstate } from '../store/account.ts'
import { actsOf, forgetOld } from '../store/acts.ts'
import { db } from '../store/db.ts'
import { askToLast } from '../store/keep.ts'
import { fetchPack } from '../store/pack.ts'
import { useLive } from '../store/use-live.ts'
import { Button } from '../ui/button.tsx'
import { Loading, Nothing, Page } from '../ui/parts.tsx'
import { tellProblem } from '../ui/tell.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { type Field, FieldProvider } from './field-context.ts'
import { Notices } from './notices.tsx'
import { Pages } from './pages.tsx'
import { go, matched, usePath } from './route.ts'

/** Asked anew when the app is looked at after this long. */
const FRESH_MS = 60_000

/** Keeps the queue going and what was taken along fresh, as long as the app stands. */
const useWork = (session: Session, estate: SessionEstate | undefined) => {
  const userId = session.staff.id
  const sender = useRef<Sender>(undefined)
  const fetchedAt = useRef(0)
  const [failed, setFailed] = useState<ApiError>()

  const refresh = useCallback(async () => {
    if (!estate) return
    try {
      await fetchPack(userId, estate)
      fetchedAt.current = Date.now()
      signal.set({ online: true })
      setFailed(undefined)
    } catch (error) {
      if (!isApiError(error)) return tellProblem(error)
      if (error.status === 0) signal.set({ online: false })
      if (error.status === 401) signal.set({ session: 'signedOut' })
      setFailed(error)
    }
  }, [userId, estate])

  useEffect(() => {
    const made = startSender(userId, () => void refresh())
    sender.current = made
    return () => made.stop()
  }, [userId, refresh])

  useEffect(() => {
    void refresh()
    forgetOld(userId, Date.now()).catch(tellProblem)
    void askToLast()
    const seen = () => {
      if (document.visibilityState === 'visible' && Date.now() - fetchedAt.current > FRESH_MS) void refresh()
    }
    const back = () => void refresh()
    document.addEventListener('visibilitychange', seen)
    addEventListener('online', back)
    return () => {
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('online', back)
    }
  }, [userId, refresh])
  const wake = useCallback(() => sender.current?.wake(), [])
  return { wake, refresh, failed }
}

/** The estate worked in: the one of a scanned label, else the last on this phone, else the only one. */
const useEstateChoice = (session: Session): [SessionEstate | undefined | null, (estate: SessionEstate) => void] => {
  const { estates, staff } = session
  const [chosen, setChosen] = useState<SessionEstate | null>()
  const code = matched('/p/:code/:token', usePath())?.code?.toUpperCase()
  useEffect(() => {
    const find = async () => {
      const last = await estateOf(staff.id)
      const ofLabel = estates.find((one) => one.code.toUpperCase() === code)
      setChosen(
        (now) =>
          ofLabel ??
          estates.find(({ id }) => id === (now?.id ?? last)) ??
          (estates.length === 1 ? (estates[0] ?? null) : null),
      )
    }
    void find()
  }, [estates, staff.id, code])
  const choose = (estate: SessionEstate) => {
    setChosen(estate)
    rememberEstate(staff.id, estate.id).catch(tellProblem)
  }
  return [chosen, choose]
}

export const Shell = ({ session, onSignedOut }: { session: Session; onSignedOut: () => void }) => {
  const { t, lang } = useTexts()
  const path = usePath()
  const userId = session.staff.id
  const [estate, choose] = useEstateChoice(session)
  const { wake, refresh, failed } = useWork(session, estate ?? undefined)
  const estateId = estate?.id ?? ''
  const kept = useLive(async () => (await db.kept.get([userId, estateId])) ?? null, `kept ${userId} ${estateId}`)
  const acts = useLive(() => actsOf(userId), `acts ${userId}`)
  const drafts = useLive(() => db.drafts.where('userId').equals(userId).toArray(), `drafts ${userId}`)

  const field = useMemo<Field | undefined>(() => {
    if (!estate || !kept || !acts || !drafts) return undefined
    const { pack, orders, gate, savedAt, aheadMs } = kept
    recallServerTime(aheadMs ?? 0)
    return {
      session,
      estate,
      who: { userId, estateId: estate.id },
      pack: { ...pack, rounds: pack.rounds.map((round) => spoken(round, lang)) },
      orders,
      gate,
      rules: pack.rules,
      savedAt,
      acts: acts.filter((act) => act.estateId === estate.id),
      drafts: drafts.filter((draft) => draft.estateId === estate.id),
      wake,
      refresh,
    }
  }, [session, estate, kept, acts, drafts, userId, wake, refresh, lang])

  if (estate === undefined || kept === undefined || !acts || !drafts) return <Loading />
  if (estate === null || path === '/estates')
    return (
      <Estates
        estates={session.estates}
        onChoose={(one) => {
          choose(one)
          go('/', { replace: true })
        }}
      />
    )
  if (!field)
    return (
      <Page title={estate.name}>
        {failed ? (
          <Nothing
            title={failed.status === 0 ? t('onsite.firstTimeNeedsSignal') : errorText(t, failed)}
            {...(failed.status === 0 ? { hint: t('onsite.firstTimeNeedsSignalHint') } : {})}
          />
        ) : (
          <Loading />
        )}
        {failed ? <Button onClick={() => void refresh()}>{t('common.retry')}</Button> : null}
        {failed ? (
          <Button kind="quiet" onClick={() => go('/estates')}>
            {t('shell.estate')}
          </Button>
        ) : null}
      </Page>
    )
  return (
    <FieldProvider value={field}>
      <Notices allActs={acts} />
      <Pages path={path} allActs={acts} onSignedOut={onSignedOut} />
      <BottomBar path={path} allActs={acts} />
    </FieldProvider>
  )
}
