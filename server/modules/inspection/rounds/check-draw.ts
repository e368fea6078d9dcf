import type { checkRoundDraw } from '#contract/inspection-rounds.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { drawAgain } from '../plans/draw.rules.ts'
import { placeRefs, stopsOf } from './round.store.ts'
import { seenRound } from './seen-round.ts'

/**
 * FD-770: the draw of a round made once more from what was kept of it, whatever became of the plan and its places since.
 * E_NOT_FOUND for a round that drew nothing, or was made before the places drawn from were kept.
 */
export const checkDraw = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
): Promise<AnswerOf<typeof checkRoundDraw> | Refusal> => {
  const round = await seenRound(tx, actor, estateId, id)
  if (!round?.pool || round.quota === null || round.seed === null) return refuse('E_NOT_FOUND')
  const { pool, quota, seed } = round
  const drawn = drawAgain({ pool, quota, seed })
  const gone = (await stopsOf(tx, estateId, [id])).map((stop) => stop.place_id)
  return {
    seed,
    quota,
    pool: pool.length,
    same: drawn.length === gone.length && drawn.every((place, i) => place === gone[i]),
    places: await placeRefs(tx, estateId, drawn),
  }
}
