import { type RawBuilder, sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AccountQuery } from '#contract/staff.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

export type RoleRow = {
  id: Uuid
  role: string
  estate_id: Uuid | null
  estate_code: string | null
  estate_name: string | null
  line: string | null
  from_date: LocalDate
  until_date: LocalDate | null
}
export type AccountRow = {
  id: Uuid
  company_id: Uuid
  username: string
  staff_no: string
  name: string
  phone: string | null
  provider: string | null
  active: boolean
  left_on: LocalDate | null
  affair_officer: boolean
  version: number
  has_password: boolean
  second_factor: boolean
  roles: RoleRow[]
}

const SELECT = sql`select s.id, s.company_id, s.username, s.staff_no, s.name, s.phone, s.provider, s.active, s.left_on, s.affair_officer, s.version,
  exists (select 1 from auth_account a where a."userId" = s.id) as has_password,
  coalesce((select u."twoFactorEnabled" from auth_user u where u.id = s.id), false) as second_factor,
  coalesce((select json_agg(json_build_object('id', r.id, 'role', r.role, 'estate_id', r.estate_id, 'estate_code', d.code, 'estate_name', d.name,
    'line', r.line, 'from_date', r.from_date, 'until_date', r.until_date) order by r.from_date, r.id)
    from staff_role r left join estate_directory d on d.estate_id = r.estate_id where r.staff_id = s.id), '[]') as roles
  from staff s`

export const findAccount = async (tx: Tx, companyId: Uuid, id: Uuid): Promise<AccountRow | undefined> => {
  const { rows } = await sql<AccountRow>`${SELECT} where s.company_id = ${companyId} and s.id = ${id}`.execute(tx.db)
  return rows[0]
}

/** Locks the account until the end of the transaction, then reads it. */
export const lockAccount = async (tx: Tx, companyId: Uuid, id: Uuid): Promise<AccountRow | undefined> => {
  await sql`select 1 from staff where company_id = ${companyId} and id = ${id} for update`.execute(tx.db)
  return findAccount(tx, companyId, id)
}

export type AccountScope = { companyId: Uuid; companyWide: boolean; estates: ReadonlySet<Uuid>; today: LocalDate }

/** By staff number. Who manages some estates sees the people of these, those of the whole company, and who has no role yet. */
export const accountPage = async (
  tx: Tx,
  scope: AccountScope,
  query: AccountQuery,
): Promise<{ rows: AccountRow[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['text', 'uuid'])
  if (isRefusal(after)) return after
  const conditions = [
    sql`s.company_id = ${scope.companyId}`,
    ...(scope.companyWide ? [] : [inReach(scope)]),
    ...filters(scope, query),
    ...(after ? [sql`(s.staff_no, s.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
  ]
  const { rows } = await sql<AccountRow>`${SELECT} where ${sql.join(conditions, sql` and `)}
    order by s.staff_no, s.id limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? encodeCursor([last.staff_no, last.id]) : null }
}

const inReach = ({ estates }: AccountScope) => sql`(not exists (select 1 from staff_role r where r.staff_id = s.id)
  or exists (select 1 from staff_role r where r.staff_id = s.id and (r.estate_id is null or r.estate_id = any(${[...estates]}::uuid[]))))`

const filters = ({ today }: AccountScope, query: AccountQuery): RawBuilder<unknown>[] => {
  const found: RawBuilder<unknown>[] = []
  if (query.active) found.push(query.active === 'true' ? sql`s.active` : sql`not s.active`)
  if (query.q) found.push(matching(query.q))
  if (query.role || query.line || query.estateId) {
    const held = [sql`r.staff_id = s.id`, inForce(today)]
    if (query.role) held.push(sql`r.role = ${query.role}`)
    if (query.line) held.push(sql`r.line = ${query.line}`)
    if (query.estateId) held.push(sql`(r.estate_id is null or r.estate_id = ${query.estateId})`)
    found.push(sql`exists (select 1 from staff_role r where ${sql.join(held, sql` and `)})`)
  }
  return found
}

/** A role that holds on this day; `r` is the role. */
export const inForce = (today: LocalDate): RawBuilder<boolean> =>
  sql<boolean>`(r.from_date <= ${today}::date and (r.until_date is null or r.until_date >= ${today}::date))`

/** Name anywhere; initials, user name and number from their beginning; `s` is the person. */
export const matching = (q: string): RawBuilder<boolean> => {
  const typed = q.toLowerCase()
  return sql<boolean>`(strpos(s.name, ${q}) > 0 or starts_with(s.name_initials, ${typed}) or starts_with(s.username, ${typed}) or starts_with(lower(s.staff_no), ${typed}))`
}

export type PersonColumns = {
  username: string
  staff_no: string
  name: string
  name_initials: string
  phone: string | null
  provider: string | null
}

export const insertStaff = async (tx: Tx, companyId: Uuid, id: Uuid, person: PersonColumns): Promise<void> => {
  await tx.db
    .insertInto('staff')
    .values({ id, company_id: companyId, ...person, created_at: tx.now })
    .execute()
}

export const updateStaff = async (
  tx: Tx,
  id: Uuid,
  change: Partial<PersonColumns> & { active?: boolean; left_on?: LocalDate | null; affair_officer?: boolean },
): Promise<void> => {
  await tx.db
    .updateTable('staff')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export const insertRole = async (
  tx: Tx,
  grant: {
    id: Uuid
    staff_id: Uuid
    role: string
    estate_id: Uuid | null
    line: string | null
    from_date: LocalDate
    until_date: LocalDate | null
    granted_by: Uuid
  },
): Promise<void> => {
  await tx.db.insertInto('staff_role').values(grant).execute()
}

export const setRoleEnd = async (tx: Tx, roleId: Uuid, until: LocalDate): Promise<void> => {
  await tx.db.updateTable('staff_role').set({ until_date: until }).where('id', '=', roleId).execute()
}

/** Every role that would go on after this day ends with it; one that had not begun becomes an empty period. */
export const endAllRoles = async (tx: Tx, staffId: Uuid, lastDay: LocalDate): Promise<void> => {
  await sql`update staff_role set until_date = greatest(from_date - 1, ${lastDay}::date)
    where staff_id = ${staffId} and (until_date is null or until_date > ${lastDay}::date)`.execute(tx.db)
}

export const estateOfCompany = async (tx: Tx, companyId: Uuid, estateId: Uuid): Promise<boolean> =>
  (await tx.db
    .selectFrom('estate_directory')
    .select('estate_id')
    .where('company_id', '=', companyId)
    .where('estate_id', '=', estateId)
    .executeTakeFirst()) !== undefined
