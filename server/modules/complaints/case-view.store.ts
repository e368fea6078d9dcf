import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

type MatterId = { estate_id: Uuid; id: Uuid }
export type CaseNames = {
  people: ReadonlyMap<Uuid, string>
  units: ReadonlyMap<Uuid, string>
  origins: ReadonlyMap<Uuid, string>
  watch: string | null
}

/** The names behind the ids of a case, in one statement. */
export const namesOf = async (
  tx: Tx,
  { estate_id }: MatterId,
  ids: { people: readonly Uuid[]; units: readonly Uuid[]; origins: readonly Uuid[]; watchId: Uuid | null },
): Promise<CaseNames> => {
  const { rows } = await sql<{ kind: string; id: Uuid; name: string }>`
    select 'people' as kind, s.id, s.name from staff s where s.id = any(${[...ids.people]}::uuid[])
    union all select 'units', u.id, u.display from unit u where u.estate_id = ${estate_id} and u.id = any(${[...ids.units]}::uuid[])
    union all select 'origins', m.id, m.number from matter m where m.estate_id = ${estate_id} and m.id = any(${[...ids.origins]}::uuid[])
    union all select 'watch', w.id, w.name from watch_channel w where w.estate_id = ${estate_id} and w.id = ${ids.watchId}`.execute(
    tx.db,
  )
  const of = (kind: string) => new Map(rows.filter((r) => r.kind === kind).map((r) => [r.id, r.name]))
  return {
    people: of('people'),
    units: of('units'),
    origins: of('origins'),
    watch: rows.find((r) => r.kind === 'watch')?.name ?? null,
  }
}

export type ReportLine = {
  id: Uuid
  kind: string
  state: 'draft' | 'submitted' | 'voided'
  due_at: Instant | null
  submitted_at: Instant | null
  void_into_id: Uuid | null
  into_number: string | null
}
export const reportsOf = async (tx: Tx, { estate_id, id }: MatterId): Promise<ReportLine[]> => {
  const { rows } = await sql<ReportLine>`
    select r.id, r.kind, r.state, r.due_at, r.submitted_at, r.void_into_id, i.number as into_number
    from complaint_report r left join matter i on i.estate_id = r.estate_id and i.id = r.void_into_id
    where r.estate_id = ${estate_id} and r.matter_id = ${id} order by r.created_at, r.revision`.execute(tx.db)
  return rows
}
