import { type RawBuilder, sql } from 'kysely'
import type { SentInspection } from '#contract/inspections.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { newestFirst, type PageWanted } from '#modules/desk/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

export type RefusedRow = {
  id: Uuid
  kind: string
  inspection_id: Uuid | null
  sent_by: Uuid
  sent_by_name: string | null
  received_at: Instant
  code: string
  body: unknown
  place: string | null
  resolved_at: Instant | null
  resolved_by: Uuid | null
  resolved_by_name: string | null
  resolution: string | null
}
/** What is kept in `body`. */
export type KeptLook = { sent?: SentInspection; field?: string | null }
/** Keeps what could not be taken; the same look sent again takes the place of its first try. True for a first try. */
export const keepRefused = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  refused: { inspectionId: Uuid; kind: string; code: string; body: unknown },
): Promise<boolean> => {
  const { rows } = await sql<{ fresh: boolean }>`
    insert into inspection_refused as r (estate_id, id, inspection_id, kind, sent_by, received_at, code, body)
    values (${estateId}, ${newId()}, ${refused.inspectionId}, ${refused.kind}, ${actor.id}, ${tx.now}, ${refused.code}, ${JSON.stringify(refused.body)}::jsonb)
    on conflict (estate_id, inspection_id) where inspection_id is not null
      do update set kind = excluded.kind, code = excluded.code, body = excluded.body, received_at = excluded.received_at
      where r.sent_by = excluded.sent_by and r.resolved_at is null
    returning xmax = 0 as fresh`.execute(tx.db)
  return rows[0]?.fresh ?? false
}

/** A look that was refused first and is taken now has come to its end. */
export const resolveTaken = async (tx: Tx, actor: Actor, estateId: Uuid, inspectionId: Uuid): Promise<void> => {
  await tx.db
    .updateTable('inspection_refused')
    .set({ resolved_at: tx.now, resolved_by: actor.id, resolution: '' })
    .where('estate_id', '=', estateId)
    .where('inspection_id', '=', inspectionId)
    .where('resolved_at', 'is', null)
    .execute()
}

const REFUSED = sql`select r.id, r.kind, r.inspection_id, r.sent_by, s.name as sent_by_name, r.received_at, r.code, r.body,
    case when p.code = p.name then p.name else p.code || ' ' || p.name end as place, r.resolved_at, r.resolved_by, b.name as resolved_by_name, r.resolution
  from inspection_refused r left join staff s on s.id = r.sent_by left join staff b on b.id = r.resolved_by
  left join place p on p.estate_id = r.estate_id and p.id::text = r.body -> 'sent' ->> 'placeId'`

export const findRefused = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  visible: RawBuilder<unknown>,
): Promise<RefusedRow | undefined> => {
  const { rows } =
    await sql<RefusedRow>`${REFUSED} where r.estate_id = ${estateId} and r.id = ${id} and ${visible}`.execute(tx.db)
  return rows[0]
}

export const listRefusedRows = async (
  tx: Tx,
  estateId: Uuid,
  filter: { open?: 'true' | 'false' | undefined },
  page: PageWanted,
  visible: RawBuilder<unknown>,
): Promise<RefusedRow[]> => {
  const open =
    filter.open === undefined
      ? sql``
      : filter.open === 'true'
        ? sql`and r.resolved_at is null`
        : sql`and r.resolved_at is not null`
  const { rows } = await sql<RefusedRow>`${REFUSED} where r.estate_id = ${estateId} and ${visible} ${open}
    ${newestFirst(sql`r.received_at`, sql`r.id`, page)}`.execute(tx.db)
  return rows
}

/** False when somebody did so before. */
export const resolveRefused = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  resolution: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('inspection_refused')
    .set({ resolved_at: tx.now, resolved_by: actor.id, resolution })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('resolved_at', 'is', null), eb('resolution', '=', '')]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
