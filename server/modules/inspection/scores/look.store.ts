import { type RawBuilder, sql } from 'kysely'
import type { Picture } from '#contract/files.ts'
import type { AnswerMark, MeasuredValue } from '#contract/inspections.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleLooks } from '../inspection.policy.ts'
import { FILES_OF_ANSWER } from '../looks/file.store.ts'
import { trueEnd } from '../true-end.store.ts'
import { COUNTED, NEWEST_FIRST, type Span } from './score.store.ts'

export type LookRow = {
  id: Uuid
  on_date: LocalDate
  /** As it really was, whatever the phone's clock showed. */
  ended_at: Instant
  kind: string
  inspector_id: Uuid
  inspector_name: string | null
  place_id: Uuid
  place_code: string
  place_name: string
  touchpoint: string
  score: number | null
  passed: number
  failed: number
  not_applicable: number
  standard_id: Uuid
  standard_number: number
  variant_id: Uuid | null
  variant_number: number | null
  tally: number[]
}
const LOOK = sql`select i.id, i.on_date, ${trueEnd('i')} as ended_at, i.kind, i.inspector_id, w.name as inspector_name, i.place_id, p.code as place_code,
    p.name as place_name, i.touchpoint, i.score, i.passed, i.failed, i.not_applicable, i.standard_id, s.number as standard_number,
    i.variant_id, v.number as variant_number, i.tally
  from inspection i join place p on p.estate_id = i.estate_id and p.id = i.place_id join standard_version s on s.id = i.standard_id
    left join estate_standard v on v.estate_id = i.estate_id and v.id = i.variant_id left join staff w on w.id = i.inspector_id`

type Asked = {
  placeId?: Uuid | undefined
  touchpoint?: string | undefined
  /** At fault, by this answer. */
  item?: { id: string; answer: AnswerMark } | undefined
  span?: Span | undefined
}
type After = { on: LocalDate; at: Instant; id: Uuid }

/** The looks that count, newest first; one row more than asked. */
export const listLookRows = async (
  tx: Tx,
  estateId: Uuid,
  asked: Asked,
  page: { after: After | undefined; limit: number },
): Promise<LookRow[]> => {
  const conditions: RawBuilder<unknown>[] = [sql`i.estate_id = ${estateId}`, COUNTED]
  if (asked.placeId !== undefined) conditions.push(sql`i.place_id = ${asked.placeId}::uuid`)
  if (asked.touchpoint !== undefined) conditions.push(sql`i.touchpoint = ${asked.touchpoint}`)
  if (asked.item !== undefined)
    conditions.push(sql`exists (select 1 from inspection_answer a where a.estate_id = i.estate_id and a.inspection_id = i.id
      and a.item_id = ${asked.item.id} and a.answer = ${asked.item.answer} and a.apart is null)`)
  if (asked.span !== undefined)
    conditions.push(sql`i.on_date >= ${asked.span.from}::date and i.on_date <= ${asked.span.to}::date`)
  if (page.after)
    conditions.push(
      sql`(i.on_date, ${trueEnd('i')}, i.id) < (${page.after.on}::date, ${page.after.at}::timestamptz, ${page.after.id}::uuid)`,
    )
  const { rows } = await sql<LookRow>`${LOOK} where ${sql.join(conditions, sql` and `)}
    order by ${NEWEST_FIRST} limit ${page.limit + 1}`.execute(tx.db)
  return rows
}

export const findLook = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<LookRow | undefined> => {
  const { rows } = await sql<LookRow>`${LOOK} where i.estate_id = ${estateId} and i.id = ${id}
    and i.voided_at is null and ${visibleLooks(actor, estateId)}`.execute(tx.db)
  return rows[0]
}

export type AnsweredItem = {
  item_id: string
  answer: 'pass' | 'fail' | 'na'
  value: MeasuredValue | null
  note: string | null
  finding_id: Uuid | null
  photos: Picture[]
}
/** What was answered at a look, failed items first. */
export const answersOfLook = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<AnsweredItem[]> => {
  const { rows } = await sql<AnsweredItem>`
    select a.item_id, a.answer, a.value, a.note, a.finding_id, ${FILES_OF_ANSWER} as photos
    from inspection_answer a where a.estate_id = ${estateId} and a.inspection_id = ${id} and a.apart is null
    order by (case a.answer when 'fail' then 0 when 'pass' then 1 else 2 end), a.item_id`.execute(tx.db)
  return rows
}
