import type { Lang } from '#content/texts/index.ts'
import type { FieldPack, Round } from '#contract/field.ts'
import { TakenInspection } from '#contract/inspections.ts'
import type { Act } from '../queue/act.rules.ts'

type Place = FieldPack['places'][number]
type Said = Pick<Act, 'deed' | 'state' | 'subject' | 'answer'>

/** How a place of a round stands, as the server knows it and as this phone has done since. */
export type StopState = 'open' | 'begun' | 'done' | 'skipped'
export type Stop = { seq: number; place: Place; state: StopState; reason: string | null; refused: boolean }

const counts = ({ state }: Said) => state !== 'dropped'
/** The server took the look, but the round asks more there than this phone knew. */
const isPartial = ({ deed, answer }: Said) =>
  deed.type === 'inspection' && (TakenInspection.safeParse(answer).data?.missing.length ?? 0) > 0

/** The stops of a round in walking order; those whose place the pack does not know are left out. */
export const stopsOf = (
  round: Round,
  places: readonly Place[],
  acts: readonly Said[],
  draftPlaceIds: ReadonlySet<string>,
): Stop[] => {
  const byId = new Map(places.map((place) => [place.id, place]))
  return [...round.stops]
    .sort((a, b) => a.seq - b.seq)
    .flatMap((stop): Stop[] => {
      const place = byId.get(stop.placeId)
      if (!place) return []
      const own = acts.filter((act) => counts(act) && !isPartial(act) && isAbout(act, round.id, place.id))
      const skipped = own.find(({ deed }) => deed.type === 'tickStop' && deed.body.skippedReason)
      const reason =
        stop.skippedReason ?? (skipped?.deed.type === 'tickStop' ? (skipped.deed.body.skippedReason ?? null) : null)
      const done = stop.doneAt !== null || own.length > 0
      const state = reason !== null ? 'skipped' : done ? 'done' : draftPlaceIds.has(place.id) ? 'begun' : 'open'
      return [{ seq: stop.seq, place, state, reason, refused: own.some((act) => act.state === 'refused') }]
    })
}

const isAbout = ({ deed }: Said, roundId: string, placeId: string): boolean => {
  if (deed.type === 'inspection') return deed.body.roundId === roundId && deed.body.placeId === placeId
  return deed.type === 'tickStop' && deed.roundId === roundId && deed.placeId === placeId
}

export type RoundState = 'planned' | 'started' | 'done' | 'missed' | 'cancelled'
/** The state of a round with what was done on this phone since. */
export const roundState = (round: Pick<Round, 'id' | 'state'>, acts: readonly Said[]): RoundState => {
  if (round.state === 'done' || round.state === 'cancelled') return round.state
  const own = acts.filter((act) => counts(act) && act.subject === roundSubject(round.id))
  if (own.some(({ deed }) => deed.type === 'finishRound')) return 'done'
  if (round.state === 'missed') return 'missed'
  return round.state === 'started' || own.length > 0 ? 'started' : 'planned'
}

export const roundSubject = (roundId: string) => `round:${roundId}`

/**
 * The round that waits for a place whose label was scanned: a task first, for its tick is quickly done, then what ends
 * first. Nothing: it is a look on the spot.
 */
export const waitingAt = (
  { rounds, places }: Pick<FieldPack, 'rounds' | 'places'>,
  acts: readonly Said[],
  placeId: string,
  nowMs = Date.now(),
): { round: Round; stop: Stop } | undefined =>
  rounds
    .filter((round) => Date.parse(round.fromAt) <= nowMs)
    .filter((round) => ['planned', 'started', 'missed'].includes(roundState(round, acts)))
    .flatMap((round) => {
      const stop = stopsOf(round, places, acts, new Set()).find((s) => s.place.id === placeId && s.state === 'open')
      return stop ? [{ round, stop }] : []
    })
    .sort(
      (a, b) =>
        Number(b.round.kind === 'task') - Number(a.round.kind === 'task') || (a.round.dueAt < b.round.dueAt ? -1 : 1),
    )[0]

export const leftOf = (stops: readonly Stop[]): number =>
  stops.filter(({ state }) => state === 'open' || state === 'begun').length

/** Rounds somebody can walk now, the one with the least time first; then those still to come; then what is over. */
export const inOrder = <R extends Pick<Round, 'fromAt' | 'dueAt'> & { shown: RoundState }>(
  rounds: readonly R[],
  nowMs: number,
): { now: R[]; later: R[]; over: R[] } => {
  const sorted = [...rounds].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
  const isOver = ({ shown }: R) => shown === 'done' || shown === 'missed' || shown === 'cancelled'
  const isLater = (r: R) => Date.parse(r.fromAt) > nowMs && r.shown === 'planned'
  return {
    now: sorted.filter((r) => !isOver(r) && !isLater(r)),
    later: sorted.filter((r) => !isOver(r) && isLater(r)),
    over: sorted.filter(isOver),
  }
}

/** A usual round is called in the language of who goes it. */
export const spoken = (round: Round, lang: Lang): Round => (lang === 'en' ? { ...round, ...round.inEnglish } : round)
