import { type RawBuilder, sql } from 'kysely'
import type { Picture } from '#contract/files.ts'
import type { Look } from '#contract/inspection-looks.ts'
import type { AnswerMark, Apart, InspectionKind, MeasuredValue } from '#contract/inspections.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import { monthSpan } from '#platform/calendar/months.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { markLooks } from '../scores/look-months.store.ts'
import { FILES_OF_ANSWER } from './file.store.ts'

export type LookRow = {
  id: Uuid
  round_id: Uuid | null
  place_id: Uuid
  code: string
  place: string
  touchpoint: Look['touchpoint']
  kind: InspectionKind
  inspector_id: Uuid
  inspector_name: string | null
  on_date: LocalDate
  began_at: Instant
  ended_at: Instant
  received_at: Instant
  clock_off_ms: number
  scanned: boolean
  passed: number
  failed: number
  not_applicable: number
  missing: string[]
  score: number | null
  note: string | null
  voided_at: Instant | null
  voided_by: Uuid | null
  voided_by_name: string | null
  void_reason: string | null
  standard: string
  standard_id: Uuid
  variant_id: Uuid | null
  latitude: number | null
  longitude: number | null
  accuracy_m: number | null
  position_missing: string | null
  place_latitude: number | null
  place_longitude: number | null
}
const LOOK = sql`select i.id, i.round_id, i.place_id, p.code, p.name as place, i.touchpoint, i.kind, i.inspector_id,
    s.name as inspector_name, i.on_date, i.began_at, i.ended_at, i.received_at, i.clock_off_ms, i.scanned, i.passed, i.failed,
    i.not_applicable, i.missing, i.score, i.note, i.voided_at, i.voided_by, v.name as voided_by_name, i.void_reason,
    t.name as standard, i.standard_id, i.variant_id, i.latitude, i.longitude, i.accuracy_m, i.position_missing, p.latitude as place_latitude,
    p.longitude as place_longitude
  from inspection i join place p on p.estate_id = i.estate_id and p.id = i.place_id join standard_version t on t.id = i.standard_id
  left join staff s on s.id = i.inspector_id left join staff v on v.id = i.voided_by`

export const findLook = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  visible: RawBuilder<unknown>,
): Promise<LookRow | undefined> => {
  const { rows } = await sql<LookRow>`${LOOK} where i.estate_id = ${estateId} and i.id = ${id} and ${visible}`.execute(
    tx.db,
  )
  return rows[0]
}

export type LookFilter = {
  placeId?: Uuid | undefined
  touchpoint?: string | undefined
  kind?: string | undefined
  inspectorId?: Uuid | undefined
  failed?: 'true' | 'false' | undefined
  /** At fault, by this answer. */
  item?: { id: string; answer: AnswerMark } | undefined
  month?: string | undefined
  standardId?: Uuid | undefined
  variantId?: Uuid | undefined
  voided?: 'true' | 'false' | undefined
  incomplete?: 'true' | 'false' | undefined
}
export const listLookRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: LookFilter,
  page: PageWanted,
  visible: RawBuilder<unknown>,
): Promise<LookRow[]> => {
  const { failed, voided, incomplete } = filter
  const span = filter.month && monthSpan(filter.month)
  const { rows } = await sql<LookRow>`${LOOK} where i.estate_id = ${estateId} and ${visible}
    ${filter.placeId ? sql`and i.place_id = ${filter.placeId}` : sql``} ${filter.touchpoint ? sql`and i.touchpoint = ${filter.touchpoint}` : sql``}
    ${filter.kind ? sql`and i.kind = ${filter.kind}` : sql``} ${filter.inspectorId ? sql`and i.inspector_id = ${filter.inspectorId}` : sql``}
    ${failed === undefined ? sql`` : failed === 'true' ? sql`and i.failed > 0` : sql`and i.failed = 0`}
    ${filter.item ? sql`and exists (select from inspection_answer a where a.estate_id = i.estate_id and a.inspection_id = i.id and a.item_id = ${filter.item.id} and a.answer = ${filter.item.answer} and a.apart is null)` : sql``}
    ${span ? sql`and i.on_date between ${span.from} and ${span.to}` : sql``}
    ${filter.standardId ? sql`and i.standard_id = ${filter.standardId}` : sql``}
    ${filter.variantId ? sql`and i.variant_id is not distinct from ${filter.variantId === 'none' ? null : filter.variantId}::uuid` : sql``}
    ${voided === undefined ? sql`` : voided === 'true' ? sql`and i.voided_at is not null` : sql`and i.voided_at is null`}
    ${incomplete === undefined ? sql`` : incomplete === 'true' ? sql`and i.missing <> '{}'` : sql`and i.missing = '{}'`}
    ${newestFirst(sql`i.ended_at`, sql`i.id`, page)}`.execute(tx.db)
  return rows
}

export type AnswerRow = {
  item_id: string
  answer: AnswerMark
  value: MeasuredValue | null
  note: string | null
  finding_id: Uuid | null
  finding_number: string | null
  apart: Apart | null
  files: Picture[]
}
export const answersOfLook = async (tx: Tx, estateId: Uuid, lookId: Uuid): Promise<AnswerRow[]> => {
  const { rows } =
    await sql<AnswerRow>`select a.item_id, a.answer, a.value, a.note, a.finding_id, m.number as finding_number, a.apart,
      ${FILES_OF_ANSWER} as files
    from inspection_answer a left join matter m on m.estate_id = a.estate_id and m.id = a.finding_id
    where a.estate_id = ${estateId} and a.inspection_id = ${lookId} order by a.item_id`.execute(tx.db)
  return rows
}

/** False when it was voided before. */
export const voidLookRow = async (tx: Tx, estateId: Uuid, id: Uuid, by: Uuid, reason: string): Promise<boolean> => {
  const voided = await tx.db
    .updateTable('inspection')
    .set({ voided_at: tx.now, voided_by: by, void_reason: reason })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('voided_at', 'is', null)
    .returning('on_date')
    .executeTakeFirst()
  if (voided) await markLooks(tx, estateId, [voided.on_date])
  return voided !== undefined
}

/** What a mystery visitor saw in a round, released; the looks that were not so before. */
export const releaseLooks = async (tx: Tx, estateId: Uuid, roundId: Uuid, by: Uuid): Promise<Uuid[]> => {
  const rows = await tx.db
    .updateTable('inspection')
    .set({ released_at: tx.now, released_by: by })
    .where('estate_id', '=', estateId)
    .where('round_id', '=', roundId)
    .where('released_at', 'is', null)
    .where('voided_at', 'is', null)
    .returning(['id', 'on_date'])
    .execute()
  await markLooks(
    tx,
    estateId,
    rows.map((r) => r.on_date),
  )
  return rows.map((r) => r.id)
}
