import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { LINE_JOINS, type MatterListRow } from './list.store.ts'

export type Parts = {
  clocks: Record<string, unknown>[]
  duties: { duty: string; done_at: string; by_id: Uuid; by_name: string }[]
  promises: {
    id: Uuid
    text: string
    due_at: string
    by_id: Uuid
    by_name: string
    kept_at: string | null
    broken_at: string | null
  }[]
  links: {
    kind: string
    direction: string
    id: Uuid
    number: string
    title: string
    state: string
    matter_kind: string
  }[]
  files: { id: Uuid; name: string; mime: string; size: number; purpose: string; thumbnail: boolean }[]
  people: { id: Uuid; name: string }[]
  merged: { id: Uuid; number: string } | null
}

/** A matter with its joined names; undefined when it is not in this estate. */
export const readMatter = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<MatterListRow | undefined> => {
  const { rows } = await sql<MatterListRow>`
    select m.*, null as search, u.display as unit_display, c.name as linked_customer_name, o.name as owner_name, h.name as handler_name
    from matter m ${LINE_JOINS} where m.estate_id = ${estateId} and m.id = ${id}`.execute(tx.db)
  return rows[0]
}

const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** All that hangs on a matter, in one statement. */
export const readParts = async (tx: Tx, m: MatterListRow): Promise<Parts> => {
  const e = m.estate_id
  const { rows } = await sql<Parts>`select
    coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'rule', k.rule, 'state', k.state, 'startedAt', ${iso('k.started_at')},
      'dueAt', ${iso('k.due_at')}, 'endedAt', ${iso('k.ended_at')}, 'breachedAt', ${iso('k.breached_at')}, 'calendarMissing', k.calendar_missing,
      'pauseReason', k.pause_reason) order by k.ended_at is not null, k.due_at, k.id)
      from clock k where k.estate_id = ${e} and k.matter_id = ${m.id}), '[]') as clocks,
    coalesce((select json_agg(json_build_object('duty', d.duty, 'done_at', ${iso('d.done_at')}, 'by_id', d.done_by, 'by_name', coalesce(s.name, '')) order by d.done_at)
      from matter_duty d left join staff s on s.id = d.done_by where d.estate_id = ${e} and d.matter_id = ${m.id}), '[]') as duties,
    coalesce((select json_agg(json_build_object('id', p.id, 'text', p.text, 'due_at', ${iso('p.due_at')}, 'by_id', p.made_by, 'by_name', coalesce(s.name, ''),
      'kept_at', ${iso('p.kept_at')}, 'broken_at', ${iso('p.broken_at')}) order by p.due_at)
      from promise p left join staff s on s.id = p.made_by where p.estate_id = ${e} and p.matter_id = ${m.id}), '[]') as promises,
    coalesce((select json_agg(json_build_object('kind', l.kind, 'direction', l.direction, 'id', x.id, 'number', x.number, 'title', x.title, 'state', x.state, 'matter_kind', x.kind))
      from (select kind, 'to' as direction, to_id as other from matter_link where estate_id = ${e} and from_id = ${m.id}
            union all select kind, 'from', from_id from matter_link where estate_id = ${e} and to_id = ${m.id}) l
      join matter x on x.estate_id = ${e} and x.id = l.other), '[]') as links,
    coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size, 'purpose', f.purpose, 'thumbnail', f.thumbnail_key is not null) order by f.uploaded_at)
      from file f where f.estate_id = ${e} and f.matter_id = ${m.id}), '[]') as files,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name)) from staff s
      where s.id in (${m.co_owner_id}::uuid, ${m.closure_controller_id}::uuid, ${m.dedicated_id}::uuid)), '[]') as people,
    (select json_build_object('id', x.id, 'number', x.number) from matter x where x.estate_id = ${e} and x.id = ${m.merged_into_id}::uuid) as merged`.execute(
    tx.db,
  )
  const row = rows[0]
  if (!row) throw new Error('a matter without parts')
  return row
}

export type TimelineRow = {
  id: Uuid
  at: string
  type: string
  verb: string | null
  from_state: string | null
  to_state: string | null
  actor_name: string
  actor_role: string | null
  text: string | null
  for_customer: boolean
  data: Record<string, unknown>
}

export const readTimeline = async (
  tx: Tx,
  estateId: Uuid,
  matterId: Uuid,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ rows: TimelineRow[]; next: string | null } | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const before = after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  const { rows } = await sql<TimelineRow>`
    select id, at, type, verb, from_state, to_state, actor_name, actor_role, text, for_customer, data from timeline
    where estate_id = ${estateId} and matter_id = ${matterId} and id < ${before}::uuid order by id desc limit ${page.limit + 1}`.execute(
    tx.db,
  )
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > page.limit && last ? encodeCursor([last.id]) : null }
}
