import type { getInspectorAgreement } from '#contract/inspection-rounds.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { EstateScores, PlaceScore } from '#contract/scores.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { readAgreement } from '../looks/read-agreement.ts'
import { unseenPlaces } from './list-places.ts'
import { readScores } from './read-scores.ts'
import { counted } from './score.store.ts'

/** What the report of a month says beside its scores: where nobody looked, and how far those who looked agree. */
export type MonthReport = {
  scores: EstateScores
  unseen: PlaceScore[]
  agreement: AnswerOf<typeof getInspectorAgreement>
}

/** The month of an estate as it is printed and exported. */
export const readMonthReport = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  month: string | undefined,
): Promise<MonthReport | Refusal> => {
  const scores = await readScores(tx, estateId, month)
  const unseen = await unseenPlaces(tx, estateId, scores.month)
  const agreement = await readAgreement(tx, actor, estateId, { from: scores.from, to: scores.to }, 'file', counted)
  return isRefusal(agreement) ? agreement : { scores, unseen, agreement }
}
