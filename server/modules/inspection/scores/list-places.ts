import type { Refusal } from '#contract/refusal.ts'
import type { PlaceScore, PlaceScoreQuery } from '#contract/scores.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { cutPage } from '../standards/read-standards.ts'
import { placeScoresOf, sortPlaces } from './place-scores.rules.ts'
import { monthAsked } from './read-scores.ts'
import { rollUpOf } from './roll-up.rules.ts'
import { placeMonths, placeStates } from './score.store.ts'

/** Every place of an estate, some hundred, with its score of a month and when it was last seen. */
export const listPlaceScores = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  query: PlaceScoreQuery,
): Promise<{ rows: PlaceScore[]; next: string | null } | Refusal> => {
  const span = await monthAsked(tx, estateId, query.month)
  const settings = await settingsOf(tx, estateId)
  const states = await placeStates(tx, actor, estateId, span.until, { touchpoint: query.touchpoint })
  const all = placeScoresOf(states, await placeMonths(tx, actor, estateId, span), rollUpOf(settings), span.until)
  const afterDays = settings.get('inspection.unseenDays')
  const isUnseen = ({ unseenDays }: PlaceScore) => unseenDays === null || unseenDays > afterDays
  const asked = query.unseen === undefined ? all : all.filter((p) => isUnseen(p) === (query.unseen === 'true'))
  return cutPage(sortPlaces(asked, query.sort), query)
}
