import { sql } from 'kysely'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { numberKeys, putSearchKeys, putVehicleKeys, refreshCustomerKeys } from '#modules/estate/index.ts'
import type { Database } from '#platform/db/pool.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { wordsIn } from '#platform/search/scoped-words.ts'
import { idOf } from './ids.ts'
import { EACH } from './size.ts'

const SAMPLE = [0, 123, 299] as const

/**
 * Search keys written by SQL must be those that the program writes today; throws where they differ, as after a change of
 * the program that the cached company does not know of.
 */
export const checkKeys = async (database: Database, estates: number): Promise<void> => {
  const e = estates - 1
  const estateId = idOf('estate', e)
  const answer = await inTransaction(database, { scope: [estateId] }, async (tx) => {
    for (const i of SAMPLE) {
      const customer = idOf('customer', e * EACH.customers + i)
      await same(tx, estateId, customer, () => refreshCustomerKeys(tx, estateId, [customer]))
      const vehicle = await tx.db
        .selectFrom('vehicle')
        .select(['id', 'plate'])
        .where('estate_id', '=', estateId)
        .where('id', '=', idOf('vehicle', e * EACH.vehicles + i))
        .executeTakeFirstOrThrow()
      await same(tx, estateId, vehicle.id, () => putVehicleKeys(tx, estateId, [vehicle]))
      const matter = await tx.db
        .selectFrom('matter')
        .select(['id', 'number', 'title', 'customer_said'])
        .where('estate_id', '=', estateId)
        .where('id', '=', idOf('matter', i * estates + e))
        .executeTakeFirstOrThrow()
      await sameWords(tx, estateId, matter)
      const label = `${matter.number} ${matter.title}`
      await same(tx, estateId, matter.id, () =>
        putSearchKeys(tx, estateId, 'matter', matter.id, numberKeys(matter.number), label),
      )
    }
    return refuse('E_NOT_FOUND')
  })
  if (!isRefusal(answer)) throw new Error('the check must be rolled back')
}

type Worded = { id: string; title: string; customer_said: string | null }
const sameWords = async (tx: Tx, estateId: string, { id, title, customer_said }: Worded) => {
  const words = wordsIn(`${title} ${customer_said}`, [`estate ${estateId}`])
  const { rows } = await sql<{ word: string }>`
    select word from matter_words w, unnest(tsvector_to_array(w.words)) word where w.estate_id = ${estateId} and w.matter_id = ${id}`.execute(
    tx.db,
  )
  const built = new Set(rows.map((r) => r.word))
  if (!words.every((word) => built.has(word)))
    throw new Error(`The company in .cache/bench is old: remove it. Words of ${id} are ${[...built]}, not ${words}`)
}

const same = async (tx: Tx, estateId: string, subjectId: string, rewrite: () => Promise<void>) => {
  const read = async () => {
    const rows = await tx.db
      .selectFrom('search_key')
      .select(['kind', 'key', 'weight', 'label'])
      .where('estate_id', '=', estateId)
      .where('subject_id', '=', subjectId)
      .orderBy('key')
      .execute()
    return JSON.stringify(rows)
  }
  const built = await read()
  await rewrite()
  const right = await read()
  if (built !== right || built === '[]')
    throw new Error(
      `The company in .cache/bench is old: remove it. Search keys of ${subjectId} are ${built}, not ${right}`,
    )
}
