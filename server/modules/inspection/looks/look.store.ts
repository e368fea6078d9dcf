import { sql } from 'kysely'
import type { TakenInspection } from '#contract/inspections.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { markLooks } from '../scores/look-months.store.ts'

export type NewLook = {
  id: Uuid
  round_id: Uuid | null
  place_id: Uuid
  touchpoint: string
  kind: string
  inspector_id: Uuid
  on_date: LocalDate
  began_at: Instant
  ended_at: Instant
  received_at: Instant
  clock_off_ms: number
  standard_id: Uuid
  variant_id: Uuid | null
  scanned: boolean
  latitude: number | null
  longitude: number | null
  accuracy_m: number | null
  position_missing: string | null
  note: string | null
  passed: number
  failed: number
  not_applicable: number
  missing: string[]
  tally: number[]
  score: number | null
  released_at: Instant | null
  released_by: Uuid | null
}

/** False when this look has come before; whoever sends it at the same moment waits here for the first. */
export const insertLook = async (tx: Tx, estateId: Uuid, look: NewLook): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('inspection')
    .values({ ...look, estate_id: estateId })
    .onConflict((c) => c.columns(['estate_id', 'id']).doNothing())
    .executeTakeFirst()
  const came = (numInsertedOrUpdatedRows ?? 0n) > 0n
  if (came) await markLooks(tx, estateId, [look.on_date])
  return came
}

export const keepTaken = async (tx: Tx, estateId: Uuid, taken: TakenInspection): Promise<void> => {
  await tx.db
    .updateTable('inspection')
    .set({ taken: JSON.stringify(taken) })
    .where('estate_id', '=', estateId)
    .where('id', '=', taken.id)
    .execute()
}

/** What the phone was told when this look came first. */
export const takenBefore = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
): Promise<{ inspector_id: Uuid; taken: TakenInspection | null } | undefined> => {
  const row = await tx.db
    .selectFrom('inspection')
    .select(['inspector_id', 'taken'])
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { inspector_id: row.inspector_id, taken: row.taken as TakenInspection | null }
}

export type NewAnswer = {
  item_id: string
  answer: string
  value: unknown
  note: string | null
  finding_id: Uuid | null
  apart: string | null
}
type OfLook = { id: Uuid; place_id: Uuid; on_date: LocalDate }
export const insertAnswers = async (
  tx: Tx,
  estateId: Uuid,
  look: OfLook,
  answers: readonly NewAnswer[],
): Promise<void> => {
  await sql`insert into inspection_answer (estate_id, inspection_id, item_id, place_id, on_date, answer, value, note, finding_id, apart)
    select ${estateId}::uuid, ${look.id}::uuid, a.item_id, ${look.place_id}::uuid, ${look.on_date}::date, a.answer, a.value, a.note,
      a.finding_id, a.apart
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a(item_id text, answer text, value jsonb, note text,
      finding_id uuid, apart text)`.execute(tx.db)
}

export const insertFiles = async (
  tx: Tx,
  estateId: Uuid,
  lookId: Uuid,
  files: readonly { item_id: string; file_id: Uuid }[],
): Promise<void> => {
  if (files.length === 0) return
  await sql`insert into inspection_file (estate_id, inspection_id, item_id, file_id)
    select distinct ${estateId}::uuid, ${lookId}::uuid, f.item_id, f.file_id
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as f(item_id text, file_id uuid)`.execute(tx.db)
}

export const saveFindings = async (
  tx: Tx,
  estateId: Uuid,
  lookId: Uuid,
  findings: readonly { itemId: string; matterId: Uuid }[],
): Promise<void> => {
  await sql`update inspection_answer a set finding_id = f.matter_id
    from jsonb_to_recordset(${JSON.stringify(findings.map((f) => ({ item_id: f.itemId, matter_id: f.matterId })))}::jsonb)
      as f(item_id text, matter_id uuid)
    where a.estate_id = ${estateId} and a.inspection_id = ${lookId} and a.item_id = f.item_id`.execute(tx.db)
}
