import { sql } from 'kysely'
import type { RegisterMatter } from '#contract/matters.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Matter, MatterPatch, Registration } from './matter-kind.ts'

/** Everything that the input points at must stand in this estate; the first that does not is named. */
export const referencesOf = async (tx: Tx, estateId: Uuid, input: Registration): Promise<Refusal | undefined> => {
  const wanted: { field: string; table: 'customer' | 'unit' | 'matter' | 'file'; id: Uuid }[] = []
  if (input.customerId) wanted.push({ field: 'customerId', table: 'customer', id: input.customerId })
  if (input.unitId) wanted.push({ field: 'unitId', table: 'unit', id: input.unitId })
  for (const [i, link] of input.links.entries())
    wanted.push({ field: `links.${i}.matterId`, table: 'matter', id: link.matterId })
  for (const [i, id] of input.fileIds.entries()) wanted.push({ field: `fileIds.${i}`, table: 'file', id })
  for (const { field, table, id } of wanted) {
    const found = await tx.db
      .selectFrom(table)
      .select('id')
      .where('estate_id', '=', estateId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found) return refuse('E_NOT_FOUND', { field: `body.${field}` })
  }
  for (const [field, id] of [
    ['collectedById', input.collectedById],
    ['complaint.accusedStaffId', input.complaint?.accusedStaffId],
  ] as const)
    if (id && !(await worksIn(tx, estateId, id))) return refuse('E_NOT_FOUND', { field: `body.${field}` })
  return undefined
}

/** Is this an active member of staff with a role in this estate? */
export const worksIn = async (tx: Tx, estateId: Uuid, staffId: Uuid): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from staff s join estate_directory d on d.estate_id = ${estateId} and d.company_id = s.company_id
    where s.id = ${staffId} and s.active
      and exists (select 1 from staff_role r where r.staff_id = s.id and (r.estate_id = ${estateId} or r.estate_id is null))`.execute(
    tx.db,
  )
  return rows.length > 0
}

type NewMatter = MatterPatch & {
  estate_id: Uuid
  id: Uuid
  year: string
  kind: string
  contact_type: string
  channel: string
  state: string
  title: string
  customer_said: string | null
  details: object
  flags: string[]
  owner_id: Uuid
  collected_at: string
  received_at: string
  registered_at: string
  search: string
  words: readonly string[]
}

/**
 * The number is taken in the same statement as the row is written (FD-010): 26-000123, one series a year for all kinds.
 * What it is found by is written with it, once.
 */
export const insertMatter = async (tx: Tx, { year, search, words, details, ...row }: NewMatter): Promise<Matter> => {
  const columns = Object.entries({ ...row, open: true, updated_at: tx.now }).filter(([, v]) => v !== undefined)
  const { rows } = await sql<Matter>`
    with taken as (
      insert into counter (estate_id, series, last) values (${row.estate_id}, ${`matter-${year}`}, 1)
      on conflict (estate_id, series) do update set last = counter.last + 1 returning last),
    born as (insert into matter (number, search, details, ${sql.join(columns.map(([name]) => sql.ref(name)))})
    select ${`${year}-`} || lpad(taken.last::text, 6, '0'), to_tsvector('simple', ${search}), ${JSON.stringify(details)}::jsonb,
      ${sql.join(columns.map(([name, value]) => typed(name, value)))} from taken
      returning *),
    worded as (insert into matter_words (estate_id, matter_id, words) select estate_id, id, array_to_tsvector(${[...words]}::text[]) from born)
    select * from born`.execute(tx.db)
  const matter = rows[0]
  if (!matter) throw new Error('a matter was not written')
  return matter
}

const TIMES = new Set([
  'collected_at',
  'received_at',
  'registered_at',
  'updated_at',
  'next_due_at',
  'appointment_from',
  'appointment_to',
])
// in "insert … select" a parameter has no type of its own
const typed = (name: string, value: unknown) => {
  if (name === 'flags') return sql`${value}::text[]`
  if (TIMES.has(name)) return sql`${value}::timestamptz`
  if (name === 'id' || name.endsWith('_id')) return sql`${value}::uuid`
  if (typeof value === 'boolean') return sql`${value}::boolean`
  return typeof value === 'number' ? sql`${value}::int` : sql`${value}::text`
}

export const insertLinks = async (
  tx: Tx,
  actor: Actor,
  matter: Pick<Matter, 'estate_id' | 'id'>,
  links: RegisterMatter['links'],
): Promise<void> => {
  if (links.length === 0) return
  await tx.db
    .insertInto('matter_link')
    .values(
      links.map((l) => ({
        estate_id: matter.estate_id,
        from_id: matter.id,
        to_id: l.matterId,
        kind: l.kind,
        created_at: tx.now,
        created_by: actor.id,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Files that this person uploaded before there was a matter now belong to it. */
export const linkFiles = async (tx: Tx, actor: Actor, matter: Matter, fileIds: readonly Uuid[]): Promise<void> => {
  if (fileIds.length === 0) return
  await tx.db
    .updateTable('file')
    .set({ matter_id: matter.id })
    .where('estate_id', '=', matter.estate_id)
    .where('id', 'in', [...fileIds])
    .where('uploaded_by', '=', actor.id)
    .where('matter_id', 'is', null)
    .execute()
}
