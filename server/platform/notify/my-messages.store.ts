import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { MyMessageQuery } from '#contract/running.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { encodeCursor } from '../db/cursor.ts'
import { keysetOf } from '../db/keyset.ts'
import type { Tx } from '../db/tx.ts'

export type MyMessageRow = {
  id: Uuid
  template: string
  body: string
  matter_id: Uuid | null
  matter_number: string | null
  matter_kind: string | null
  urgent: boolean
  created_at: Instant
  read_at: Instant | null
}

/** A person's messages: unread ones first, newest first within both. */
export const myMessages = async (
  tx: Tx,
  estateId: Uuid,
  staffId: Uuid,
  query: MyMessageQuery,
): Promise<{ rows: MyMessageRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['flag', 'instant', 'uuid'])
  if (isRefusal(after)) return after
  const wanted = query.unread === undefined ? [false, true] : [query.unread === 'false']
  const rows: MyMessageRow[] = []
  // of before there were two languages there is the Chinese one
  const body = query.lang === 'en' ? sql`coalesce(o.body_en, o.body)` : sql`o.body`
  // two walks along two indexes instead of one sort of everything a person was ever told
  for (const read of wanted) {
    if (after && Number(after[0]) > Number(read)) continue
    if (rows.length > query.limit) break
    const beyond =
      after && Number(after[0]) === Number(read)
        ? sql`and (o.created_at, o.id) < (${after[1]}::timestamptz, ${after[2]}::uuid)`
        : sql``
    const found = await sql<MyMessageRow>`
      select o.id, o.template, ${body} as body, o.matter_id, m.number as matter_number, m.kind as matter_kind, o.urgent, o.created_at, o.read_at
      from outbox_message o left join matter m on m.estate_id = o.estate_id and m.id = o.matter_id
      where o.estate_id = ${estateId} and o.to_kind = 'staff' and o.to_id = ${staffId} and ${read ? sql`o.read_at is not null` : sql`o.read_at is null`} ${beyond}
      order by o.created_at desc, o.id desc limit ${query.limit + 1 - rows.length}`.execute(tx.db)
    rows.push(...found.rows)
  }
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next:
      rows.length > query.limit && last
        ? encodeCursor([last.read_at === null ? '0' : '1', last.created_at, last.id])
        : null,
  }
}

export const markMineRead = async (
  tx: Tx,
  estateId: Uuid,
  staffId: Uuid,
  ids: readonly Uuid[] | 'all',
): Promise<void> => {
  await sql`update outbox_message set read_at = ${tx.now}
    where estate_id = ${estateId} and to_kind = 'staff' and to_id = ${staffId} and read_at is null
      and (${ids === 'all'} or id = any(${ids === 'all' ? [] : [...ids]}::uuid[]))`.execute(tx.db)
}

export const countUnread = async (
  tx: Tx,
  estateIds: readonly Uuid[],
  staffId: Uuid,
): Promise<{ estateId: Uuid; unread: number }[]> => {
  const { rows } = await sql<{ estate_id: Uuid; unread: number }>`
    select estate_id, count(*)::int as unread from outbox_message
    where estate_id = any(${[...estateIds]}::uuid[]) and to_kind = 'staff' and to_id = ${staffId} and read_at is null
    group by estate_id order by estate_id`.execute(tx.db)
  return rows.map((r) => ({ estateId: r.estate_id, unread: r.unread }))
}
