import { sql } from 'kysely'
import type { listEstates } from '#contract/estate.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import { scopeText, type Tx } from '#platform/db/tx.ts'

export type EstateRow = {
  estate_id: Uuid
  code: string
  name: string
  address: string | null
  time_zone: string
  company_id: Uuid
  company_name: string
  centre_id: Uuid
  centre_name: string
  version: number
}
export type EstateCounts = { buildings: number; units: number; customers: number; vehicles: number; uncovered: number }
type Page<T> = { rows: T[]; next: string | null }

const COLUMNS = sql`e.estate_id, e.code, e.name, e.address, e.time_zone, e.company_id, k.name as company_name, e.centre_id, c.name as centre_name, e.version`
const JOINS = sql`estate e join company k on k.id = e.company_id join centre c on c.id = e.centre_id`

export const listEstateRows = async (
  tx: Tx,
  estateIds: readonly Uuid[],
  query: QueryOf<typeof listEstates>,
): Promise<Page<EstateRow> | Refusal> => {
  const after = query.cursor ? decodeCursor(query.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const conditions = [sql`e.estate_id = any(${[...estateIds]}::uuid[])`]
  if (after) conditions.push(sql`e.code > ${after[0]}`)
  if (query.centreId) conditions.push(sql`e.centre_id = ${query.centreId}`)
  if (query.q)
    conditions.push(sql`(strpos(lower(e.name), lower(${query.q})) > 0 or strpos(lower(e.code), lower(${query.q})) > 0)`)
  const { rows } = await sql<EstateRow>`
    select ${COLUMNS} from ${JOINS} where ${sql.join(conditions, sql` and `)} order by e.code limit ${query.limit + 1}`.execute(
    tx.db,
  )
  return pageOf(rows, query.limit, (row) => row.code)
}

const pageOf = <T>(rows: readonly T[], limit: number, key: (row: T) => string): Page<T> => {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last !== undefined ? encodeCursor([key(last)]) : null }
}

export const readEstate = async (tx: Tx, estateId: Uuid): Promise<(EstateRow & EstateCounts) | undefined> => {
  const { rows } = await sql<EstateRow & EstateCounts>`
    select ${COLUMNS},
      (select count(*)::int from building b where b.estate_id = ${estateId}) as buildings,
      (select count(*)::int from unit u where u.estate_id = ${estateId}) as units,
      (select count(*)::int from customer p where p.estate_id = ${estateId}) as customers,
      (select count(*)::int from vehicle v where v.estate_id = ${estateId} and v.until_date is null) as vehicles,
      (select count(*)::int from building b where b.estate_id = ${estateId} and not exists (
        select 1 from area_building ab join area a on a.estate_id = ab.estate_id and a.id = ab.area_id
        where ab.estate_id = b.estate_id and ab.building_id = b.id and a.steward_id is not null)) as uncovered
    from ${JOINS} where e.estate_id = ${estateId}`.execute(tx.db)
  return rows[0]
}

export type NewEstate = {
  estate_id: Uuid
  code: string
  name: string
  company_id: Uuid
  centre_id: Uuid
  time_zone: string
  address: string | null
}

/** Writes the estate and its line in the directory; false when the code is taken. The transaction sees the new estate from here on. */
export const insertEstate = async (tx: Tx, estate: NewEstate): Promise<boolean> => {
  const { address, ...shared } = estate
  const listed = await tx.db
    .insertInto('estate_directory')
    .values(shared)
    .onConflict((c) => c.doNothing())
    .returning('estate_id')
    .execute()
  if (listed.length === 0) return false
  // it did not exist when the scope of this transaction was set
  if (tx.scope !== 'all')
    await sql.raw(`set local app.estates = '${scopeText([...tx.scope, estate.estate_id])}'`).execute(tx.db)
  await tx.db
    .insertInto('estate')
    .values({ ...shared, address, created_at: tx.now })
    .execute()
  return true
}

export type EstatePatch = Partial<Pick<EstateRow, 'name' | 'address' | 'time_zone' | 'centre_id'>>

/** False when somebody else changed the estate since `version`. */
export const updateEstate = async (tx: Tx, estateId: Uuid, version: number, patch: EstatePatch): Promise<boolean> => {
  const done = await tx.db
    .updateTable('estate')
    .set({ ...patch, version: version + 1 })
    .where('estate_id', '=', estateId)
    .where('version', '=', version)
    .returning('estate_id')
    .execute()
  const { address: _, ...listed } = patch
  if (done.length > 0 && Object.keys(listed).length > 0)
    await tx.db.updateTable('estate_directory').set(listed).where('estate_id', '=', estateId).execute()
  return done.length > 0
}

export type CentreRow = { id: Uuid; name: string; company_id: Uuid; company_name: string; estates: number }

export const listCentreRows = async (
  tx: Tx,
  companyId: Uuid,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<CentreRow> | Refusal> => {
  const after = page.cursor ? decodeCursor(page.cursor, 1) : undefined
  if (isRefusal(after)) return after
  const { rows } = await sql<CentreRow>`
    select c.id, c.name, c.company_id, k.name as company_name,
      (select count(*)::int from estate_directory d where d.centre_id = c.id) as estates
    from centre c join company k on k.id = c.company_id
    where c.company_id = ${companyId} and (${after?.[0] ?? null}::uuid is null or c.id > ${after?.[0] ?? null}::uuid)
    order by c.id limit ${page.limit + 1}`.execute(tx.db)
  return pageOf(rows, page.limit, (row) => row.id)
}

export const findCentre = async (
  tx: Tx,
  companyId: Uuid,
  by: { id: Uuid } | { name: string },
): Promise<Uuid | undefined> => {
  const found = tx.db.selectFrom('centre').select('id').where('company_id', '=', companyId)
  const row = await ('id' in by ? found.where('id', '=', by.id) : found.where('name', '=', by.name))
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export const insertCentre = (tx: Tx, centre: { id: Uuid; company_id: Uuid; name: string }) =>
  tx.db
    .insertInto('centre')
    .values({ ...centre, created_at: tx.now })
    .execute()

export const insertCompany = (tx: Tx, company: { id: Uuid; name: string }) =>
  tx.db
    .insertInto('company')
    .values({ ...company, created_at: tx.now })
    .execute()

/** At most two: one is the only company, two is an ambiguity. */
export const firstCompanies = (tx: Tx): Promise<{ id: Uuid; name: string }[]> =>
  tx.db.selectFrom('company').select(['id', 'name']).orderBy('created_at').limit(2).execute()

export const findEstateByCode = (tx: Tx, code: string): Promise<{ estate_id: Uuid; name: string } | undefined> =>
  tx.db.selectFrom('estate_directory').select(['estate_id', 'name']).where('code', '=', code).executeTakeFirst()

/** Roles that a person holds in the whole company today. */
export const companyWideRoles = async (tx: Tx, staffId: Uuid): Promise<string[]> => {
  const day = tx.now.slice(0, 10)
  const { rows } = await sql<{ role: string }>`
    select role from staff_role where staff_id = ${staffId} and estate_id is null
      and from_date <= ${day}::date + 1 and (until_date is null or until_date >= ${day}::date)`.execute(tx.db)
  return rows.map((row) => row.role)
}
