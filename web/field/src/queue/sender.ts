import { getSession } from '#contract/session.ts'
import { call, isApiError, newKey } from '#ui/api.ts'
import { nowInstant } from '../app/phone-time.ts'
import { actsOf } from '../store/acts.ts'
import { db } from '../store/db.ts'
import type { Act } from './act.rules.ts'
import { applyAnswer } from './apply-answer.ts'
import { afterAttempt, nextToSend, type Outcome, stopsAll, wakeAt } from './queue.rules.ts'
import { sendAct } from './send-act.ts'
import { signal } from './signal.ts'

/** One sender on a phone, whatever number of tabs; it knows for whom it sends and sends for nobody else. */
const LOCK = 'wuyou-field-sending'

/** Who the server takes us for. Another person may have signed in on this phone, in the staff app too. */
const checkWho = async (userId: string): Promise<'same' | 'other' | 'signedOut' | 'noSignal'> => {
  try {
    const session = await call(getSession, {})
    return session.staff.id === userId && !session.secondFactorDue ? 'same' : 'other'
  } catch (error) {
    if (isApiError(error) && error.status === 401) return 'signedOut'
    return 'noSignal'
  }
}

const noteOutcome = (act: Act, outcome: Outcome): Promise<unknown> =>
  db.transaction('rw', db.acts, db.files, db.kept, async () => {
    const now = { ms: Date.now(), at: nowInstant(), newKey: newKey() }
    await db.acts
      .where('id')
      .equals(act.id)
      .modify(afterAttempt(act, outcome, now))
    if (outcome.kind !== 'sent' && outcome.kind !== 'arrived' && outcome.kind !== 'moot') return
    await db.files.where('ownerId').equals(act.id).delete()
    if (outcome.kind === 'sent') await applyAnswer(act, outcome.answer)
  })

/** The server has decided: what the phone took along is old. */
const SETTLED: ReadonlySet<Outcome['kind']> = new Set(['sent', 'arrived', 'moot', 'refused'])

/** Sends what waits, oldest first, until nothing is left or nobody answers. Whether anything was taken or refused. */
const sendAll = async (userId: string): Promise<boolean> => {
  let settled = false
  for (;;) {
    const act = nextToSend(await actsOf(userId), Date.now())
    if (!act) return settled
    const who = await checkWho(userId)
    signal.set({ online: who !== 'noSignal', session: who === 'noSignal' ? signal.get().session : who })
    if (who !== 'same') {
      if (who === 'noSignal') await noteOutcome(act, { kind: 'noSignal' })
      return settled
    }
    signal.set({ sending: act.id })
    const outcome = await sendAct(act)
    if (outcome.kind === 'noSignal') signal.set({ online: false })
    if (outcome.kind === 'signedOut') signal.set({ session: 'signedOut' })
    await noteOutcome(act, outcome)
    settled ||= SETTLED.has(outcome.kind)
    if (stopsAll(outcome)) return settled
  }
}

const alone = async (work: () => Promise<boolean>): Promise<boolean> => {
  // without locks (a page over plain http) two tabs may both send; the keys make the second a repeat
  if (!navigator.locks) return work()
  return (await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : false))) ?? false
}

export type Sender = { wake: (reason?: 'signal') => void; stop: () => void }

/**
 * Keeps sending for one person while the app is open: now, when there is signal again, when the app is looked at, when
 * something was added, and when the pause after a failure is over. `onSettled` is told after every batch that was taken
 * or refused: what the phone took along is old then.
 */
export const startSender = (userId: string, onSettled: () => void): Sender => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false
  let stopped = false

  const run = async () => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = true
    clearTimeout(timer)
    try {
      const settled = await alone(() => sendAll(userId))
      if (settled) onSettled()
    } finally {
      running = false
      signal.set({ sending: null })
    }
    if (again) {
      again = false
      return void run()
    }
    const at = wakeAt(await actsOf(userId))
    if (at !== undefined && !stopped && signal.get().session !== 'signedOut' && signal.get().session !== 'other')
      timer = setTimeout(() => void run(), Math.max(MIN_PAUSE_MS, at - Date.now()))
  }
  /** Signal is back: pauses that were meant for its absence end. */
  const withSignal = async () => {
    await db.acts.where('[userId+state]').equals([userId, 'waiting']).modify({ nextAt: 0 })
    await run()
  }
  const onLine = () => void withSignal()
  const onSeen = () => {
    if (document.visibilityState === 'visible') void withSignal()
  }
  addEventListener('online', onLine)
  document.addEventListener('visibilitychange', onSeen)
  void run()
  return {
    wake: (reason) => void (reason === 'signal' ? withSignal() : run()),
    stop: () => {
      stopped = true
      clearTimeout(timer)
      removeEventListener('online', onLine)
      document.removeEventListener('visibilitychange', onSeen)
    },
  }
}

/** Another tab may hold the lock for a moment; a busy loop would help nobody. */
const MIN_PAUSE_MS = 2_000
