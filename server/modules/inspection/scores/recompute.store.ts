import { sql } from 'kysely'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { markLooks } from './look-months.store.ts'
import { type KeptModel, ScoreModelShape } from './score-model.ts'

/** The weights that the stored scores of an estate were last reckoned with; undefined: those of the product. */
export const lastModel = async (tx: Tx, estateId: Uuid): Promise<KeptModel | undefined> => {
  const row = await tx.db
    .selectFrom('score_reckoning')
    .select('model')
    .where('estate_id', '=', estateId)
    .executeTakeFirst()
  return row ? ScoreModelShape.parse(row.model) : undefined
}

export const saveModel = async (tx: Tx, estateId: Uuid, model: KeptModel): Promise<void> => {
  const values = { model: JSON.stringify(model), reckoned_at: tx.now }
  await tx.db
    .insertInto('score_reckoning')
    .values({ estate_id: estateId, ...values })
    .onConflict((c) => c.column('estate_id').doUpdateSet(values))
    .execute()
}

type Tallied = { id: Uuid; tally: number[]; score: number | null }
/** Looks in the order of their ids, from behind `after` on. */
export const talliesAfter = async (
  tx: Tx,
  estateId: Uuid,
  after: Uuid | undefined,
  limit: number,
): Promise<Tallied[]> => {
  const { rows } = await sql<Tallied>`select id, tally, score from inspection where estate_id = ${estateId}
    ${after === undefined ? sql`` : sql`and id > ${after}::uuid`} order by id limit ${limit} for no key update`.execute(
    tx.db,
  )
  return rows
}

export const writeScores = async (
  tx: Tx,
  estateId: Uuid,
  scores: readonly { id: Uuid; score: number | null }[],
): Promise<void> => {
  if (scores.length === 0) return
  const { rows } = await sql<{ on_date: LocalDate }>`update inspection i set score = s.score
    from unnest(${scores.map((s) => s.id)}::uuid[], ${scores.map((s) => s.score)}::int[]) as s(id, score)
    where i.estate_id = ${estateId} and i.id = s.id returning i.on_date`.execute(tx.db)
  await markLooks(
    tx,
    estateId,
    rows.map((r) => r.on_date),
  )
}
