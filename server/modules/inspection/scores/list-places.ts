import type { Refusal } from '#contract/refusal.ts'
import type { PlaceScore, PlaceScoreQuery } from '#contract/scores.ts'
import type { Uuid } from '#contract/values.ts'
import { cutPage } from '#platform/db/cut-page.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { placeScoresOf, sortPlaces } from './place-scores.rules.ts'
import { monthAsked } from './read-scores.ts'
import { familyOfTouchpoint, rollUpOf } from './roll-up.rules.ts'
import { placeMonths, placeStates } from './score.store.ts'

/** Every place of an estate, some hundred, with its score of a month and when it was last seen. */
const placesOf = async (
  tx: Tx,
  estateId: Uuid,
  { month, touchpoint, family }: Pick<PlaceScoreQuery, 'month' | 'touchpoint' | 'family'>,
): Promise<PlaceScore[]> => {
  const span = await monthAsked(tx, estateId, month)
  const states = await placeStates(tx, estateId, span.until, { touchpoint })
  const months = await placeMonths(tx, estateId, span)
  const all = placeScoresOf(states, months, rollUpOf(await settingsOf(tx, estateId)), span.until)
  return family === undefined ? all : all.filter((p) => familyOfTouchpoint(p.touchpoint) === family)
}

/** The places that nobody looked at in a month, the longest unseen first. */
export const unseenPlaces = async (tx: Tx, estateId: Uuid, month: string): Promise<PlaceScore[]> => {
  const all = await placesOf(tx, estateId, { month })
  return sortPlaces(
    all.filter((p) => p.looks === 0),
    'unseen',
  )
}

/** One page of the places with their scores. */
export const listPlaceScores = async (
  tx: Tx,
  estateId: Uuid,
  query: PlaceScoreQuery,
): Promise<{ rows: PlaceScore[]; next: string | null } | Refusal> => {
  const all = await placesOf(tx, estateId, query)
  const afterDays = (await settingsOf(tx, estateId)).get('inspection.unseenDays')
  const isUnseen = ({ unseenDays }: PlaceScore) => unseenDays === null || unseenDays > afterDays
  const asked = query.unseen === undefined ? all : all.filter((p) => isUnseen(p) === (query.unseen === 'true'))
  return cutPage(sortPlaces(asked, query.sort), query)
}
