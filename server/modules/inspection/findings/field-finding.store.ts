import { type RawBuilder, sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { seeMatters } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { orderPictures, ownPictures, type PictureRow } from './pictures.store.ts'

export type FieldFindingRow = {
  matter_id: Uuid
  number: string
  state: string
  place_id: Uuid
  item_id: string
  statement_zh: string
  statement_en: string
  severity: string
  repeat: boolean
  next_due_at: Instant | null
  handler_id: Uuid | null
  version: number
  note: string | null
  measure: string | null
  cause: string | null
  not_right: string | null
  files: PictureRow[]
  order_files: PictureRow[]
}

/** A phone carries no more of them than somebody can walk to. */
const MOST = 200

/** What was given to this person, and (`checks`) what others put right and nobody has looked at again; the most pressing first. */
export const fieldFindingRows = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { rectifies, checks }: { rectifies: boolean; checks: boolean },
): Promise<FieldFindingRow[]> => {
  const toDo: RawBuilder<boolean>[] = [
    ...(rectifies ? [sql<boolean>`(m.state = 'ASSIGNED' and m.handler_id = ${actor.id}::uuid)`] : []),
    ...(checks ? [sql<boolean>`(m.state = 'RECTIFIED' and f.rectified_by is distinct from ${actor.id}::uuid)`] : []),
  ]
  if (toDo.length === 0) return []
  const { rows } = await sql<FieldFindingRow>`
    select f.matter_id, m.number, m.state, f.place_id, f.item_id, f.statement_zh, f.statement_en, f.severity, m.next_due_at,
      m.handler_id, m.version, f.measure, f.cause, f.repeat_of is not null as repeat,
      (select x.note from finding_sighting x where x.estate_id = f.estate_id and x.matter_id = f.matter_id and x.note <> ''
        order by x.seen_at desc, x.id desc limit 1) as note,
      (select t.text from timeline t where t.estate_id = f.estate_id and t.matter_id = f.matter_id and t.verb = 'failCheck'
        order by t.id desc limit 1) as not_right,
      ${ownPictures(sql`f.estate_id`, sql`f.matter_id`)} as files,
      ${orderPictures(sql`f.estate_id`, sql`f.order_matter_id`)} as order_files
    from finding f join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    where f.estate_id = ${estateId} and f.closed_at is null and m.open and ${seeMatters(actor, estateId)}
      and (${sql.join(toDo, sql` or `)})
    order by m.next_due_at nulls last, f.matter_id limit ${MOST}`.execute(tx.db)
  return rows
}
