import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { DEFAULT_SETTINGS, readSettings } from '#platform/settings/settings.ts'
import { inHundredths, type ScoreModel, scoreOf } from '../score.rules.ts'
import { lastModel, saveModel, talliesAfter, writeScores } from './recompute.store.ts'
import { scoreModelOf } from './score-model.ts'

/** Looks of one transaction. */
const BATCH = 2_000
const same = (a: ScoreModel, b: ScoreModel) => modelText(a) === modelText(b)
const modelText = ({ severity: s, ...m }: ScoreModel) =>
  JSON.stringify([
    s.critical,
    s.major,
    s.minor,
    m.mustBeWeight,
    m.oneDimensionalWeight,
    m.criticalGate,
    m.mustBeGate,
    m.mustBePass,
    m.bonus,
  ])

/**
 * Where an operator has changed the weights, the stored scores of the estate are reckoned again from their tallies, some
 * thousand looks a transaction. The model is remembered when all are done, so that a run that was cut off is done again.
 * Returns how many scores changed.
 */
export const recomputeScores = async (house: House, estateId: Uuid): Promise<number> => {
  const scope = [estateId]
  const models = await inTransaction(house.database, { scope, readOnly: true }, async (tx) => ({
    now: scoreModelOf(await readSettings(tx, estateId)),
    last: (await lastModel(tx, estateId)) ?? scoreModelOf(DEFAULT_SETTINGS),
  }))
  if (isRefusal(models) || same(models.now, models.last)) return 0
  let changed = 0
  for (let after: Uuid | undefined; ; ) {
    const done = await inTransaction(house.database, { scope }, async (tx) => {
      const looks = await talliesAfter(tx, estateId, after, BATCH)
      const scores = looks.map(({ id, tally, score }) => ({
        id,
        before: score,
        score: inHundredths(scoreOf(tally, models.now).score),
      }))
      const moved = scores.filter((s) => s.score !== s.before)
      await writeScores(tx, estateId, moved)
      return { last: looks.at(-1)?.id, moved: moved.length, more: looks.length === BATCH }
    })
    if (isRefusal(done)) throw new Error(done.code)
    changed += done.moved
    after = done.last
    if (!done.more) break
  }
  const saved = await inTransaction(house.database, { scope }, async (tx) => {
    await saveModel(tx, estateId, models.now)
    return changed
  })
  return isRefusal(saved) ? 0 : saved
}
