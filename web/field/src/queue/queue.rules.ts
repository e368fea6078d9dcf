import type { Act, Refused } from './act.rules.ts'

export type Head = Pick<Act, 'id' | 'subject' | 'state' | 'nextAt' | 'deed'>

/** Whether an act goes out although an earlier one about the same thing has not been taken. */
const goesAlone = (act: Head, before: Head): boolean => {
  const inRound = act.deed.type === 'inspection' || act.deed.type === 'tickStop'
  // places of a round do not hinder one another, nor does a beginning that was refused
  return inRound && (before.deed.type !== 'startRound' || before.state === 'refused')
}

/** Earlier acts about the same thing that this one waits for; `acts` in the order of doing. */
export const heldBy = <A extends Head>(acts: readonly A[], act: A): A | undefined => {
  for (const before of acts) {
    if (before.id === act.id) return undefined
    const open = before.state === 'waiting' || before.state === 'refused'
    if (open && before.subject === act.subject && !goesAlone(act, before)) return before
  }
  return undefined
}

/** What is sent next: the oldest that waits, whose time has come and before which nothing stands. */
export const nextToSend = <A extends Head>(acts: readonly A[], nowMs: number): A | undefined =>
  acts.find((act) => act.state === 'waiting' && act.nextAt <= nowMs && heldBy(acts, act) === undefined)

/** When to look again although nothing happened; undefined: nothing waits for a time. */
export const wakeAt = (acts: readonly Head[]): number | undefined => {
  const times = acts.filter((act) => act.state === 'waiting' && !heldBy(acts, act)).map((act) => act.nextAt)
  return times.length > 0 ? Math.min(...times) : undefined
}

const FIRST_MS = 5_000
const LONGEST_MS = 300_000
/** Twice as long after each failure, five minutes at the most. */
export const pauseMs = (tries: number): number => Math.min(FIRST_MS * 2 ** Math.max(0, tries - 1), LONGEST_MS)

/** A fault of the server is tried again this often before a person is asked. */
const FAULTS_BORNE = 5

/** What an attempt came to. `arrived`: the server has it, but its answer is not at hand. */
export type Outcome =
  | { kind: 'sent'; answer: unknown }
  | { kind: 'arrived' }
  | { kind: 'noSignal' }
  | { kind: 'busy' }
  | { kind: 'signedOut' }
  | { kind: 'fault'; refused: Omit<Refused, 'at'> }
  | { kind: 'refused'; refused: Omit<Refused, 'at'> }
  | { kind: 'moot'; refused: Omit<Refused, 'at'> }
  | { kind: 'againWithNewKey' }

type Failure = { code: string; status: number; field?: string | undefined; details: Record<string, unknown> }

/** The round ended or went to somebody else meanwhile. */
const WITHOUT_US: ReadonlySet<string> = new Set(['E_ROUND_CLOSED', 'E_ROUND_REASSIGNED'])
/** A beginning or a bare end of such a round says nothing that could be lost: nobody has to decide about it. */
const saysNothing = ({ deed }: Pick<Act, 'deed'>): boolean =>
  deed.type === 'startRound' || (deed.type === 'finishRound' && !deed.body.note && !deed.body.skipped?.length)

/** The file itself cannot be taken, however often it is sent. */
const UNTAKEN: ReadonlySet<string> = new Set(['E_FILE_TYPE', 'E_TOO_LARGE'])

/**
 * What a failed call means for an act. The same key with another time of sending is refused as a mismatch; when an
 * earlier sending got no answer that proves it arrived. A look at a place has its own id and gets its first answer
 * under a new key. `fileId`: the call that failed was the upload of this file, before the act itself.
 */
export const outcomeOf = (
  act: Pick<Act, 'unanswered' | 'deed'>,
  { code, status, field, details }: Failure,
  fileId?: string,
): Outcome => {
  const part = fileId === undefined ? 'act' : 'file'
  const untaken = fileId !== undefined && UNTAKEN.has(code) ? { fileId } : {}
  const refused = { code, field: field ?? null, details, ...untaken }
  if (status === 0) return { kind: 'noSignal' }
  if (status === 401) return { kind: 'signedOut' }
  if (status === 429 || (status >= 502 && status <= 504)) return { kind: 'busy' }
  // of a file that came through the act itself has not gone out yet
  if (part === 'file' && code === 'E_ANSWER') return { kind: 'fault', refused }
  if (part === 'act' && code === 'E_IDEMPOTENCY_MISMATCH' && act.unanswered)
    return act.deed.type === 'inspection' ? { kind: 'againWithNewKey' } : { kind: 'arrived' }
  if (code === 'E_ANSWER') return { kind: 'arrived' }
  if (status >= 500) return { kind: 'fault', refused }
  if (part === 'act' && WITHOUT_US.has(code) && saysNothing(act)) return { kind: 'moot', refused }
  return { kind: 'refused', refused }
}

/** The columns of an act after an attempt. */
export const afterAttempt = (
  act: Pick<Act, 'tries' | 'unanswered' | 'key'>,
  outcome: Outcome,
  now: { ms: number; at: string; newKey: string },
): Partial<Act> => {
  const tries = act.tries + 1
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent', answer: outcome.answer, sentAt: now.at, tries, refused: null }
    case 'arrived':
      return { state: 'sent', answer: null, sentAt: now.at, tries, refused: null }
    case 'noSignal':
    // a balancer may give up on a server that goes on working
    case 'busy':
      return { tries, nextAt: now.ms + pauseMs(tries), unanswered: true }
    case 'signedOut':
      return {}
    case 'againWithNewKey':
      return { key: now.newKey, unanswered: false }
    case 'fault':
      return tries >= FAULTS_BORNE
        ? { tries, state: 'refused', refused: { ...outcome.refused, at: now.at } }
        : { tries, nextAt: now.ms + pauseMs(tries), unanswered: true }
    case 'moot':
      return { state: 'sent', answer: null, sentAt: now.at, tries, refused: { ...outcome.refused, at: now.at } }
    case 'refused':
      return { tries, state: 'refused', refused: { ...outcome.refused, at: now.at } }
  }
}

/** Whether the others would fare no better: nobody answers, or nobody knows us. */
export const stopsAll = ({ kind }: Outcome): boolean => kind === 'noSignal' || kind === 'busy' || kind === 'signedOut'

export type Waits = { waiting: number; refused: number }
export const countOf = (acts: readonly Pick<Act, 'state'>[]): Waits => ({
  waiting: acts.filter(({ state }) => state === 'waiting').length,
  refused: acts.filter(({ state }) => state === 'refused').length,
})

/** What one can do about a refused act. */
export type Choice = 'without' | 'again' | 'note' | 'drop'
/** Nothing changes by sending these again as they are. */
const NEVER: ReadonlySet<string> = new Set([
  'E_INPUT',
  'E_FORBIDDEN',
  'E_NOT_HANDLER',
  'E_NOT_FOUND',
  ...UNTAKEN,
  ...WITHOUT_US,
])
export const choicesFor = ({ deed, refused }: Pick<Act, 'deed' | 'refused'>): Choice[] => {
  const without = refused?.fileId === undefined ? [] : (['without'] as const)
  const again = refused && !NEVER.has(refused.code) ? (['again'] as const) : []
  // a report is a note already
  return [...without, ...again, ...(deed.type === 'report' ? [] : (['note'] as const)), 'drop']
}

/** The version under which a move that was refused as overtaken may be sent again: what the server said it is now. */
export const versionNow = (refused: Refused | null): number | undefined => {
  const version = refused?.details.version
  return typeof version === 'number' ? version : undefined
}

/** Whether something was done here about a finding that what was taken along does not know of yet. */
export const isAheadOf = (
  acts: readonly Pick<Act, 'subject' | 'state' | 'deed'>[],
  { matterId, version }: { matterId: string; version: number },
): boolean =>
  acts.some(
    ({ subject, state, deed }) =>
      subject === `finding:${matterId}` &&
      (state === 'waiting' || (state === 'sent' && deed.type === 'findingMove' && deed.version >= version)),
  )

const KEPT_MS = 3 * 86_400_000
/** Sent and dropped acts are shown for some days and then forgotten; what waits is never forgotten. */
export const isForgotten = (act: Pick<Act, 'state' | 'at' | 'sentAt'>, nowMs: number): boolean =>
  (act.state === 'sent' || act.state === 'dropped') && nowMs - Date.parse(act.sentAt ?? act.at) > KEPT_MS
