import { sql } from 'kysely'
import { signInRows } from '#platform/auth/sign-in.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import type { Database } from '#platform/db/pool.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { idOf, idSql } from './ids.ts'
import { COMPANY_PERSON, COMPANY_STAFF, EACH, PASSWORD, ROLES } from './size.ts'

/** Company, estates, calendar, people who work there and may sign in. */
export const buildPlaces = async (database: Database, estates: number): Promise<void> => {
  await inTransaction(database, { scope: 'all' }, async (tx) => {
    const company = { id: idOf('company', 1), name: '无忧物业服务有限公司', created_at: tx.now }
    await tx.db.insertInto('company').values(company).execute()
    await tx.db
      .insertInto('centre')
      .values({ ...company, company_id: company.id })
      .execute()
    for (const table of ['estate', 'estate_directory'])
      await sql`insert into ${sql.table(table)} (estate_id, code, name, company_id, centre_id, time_zone ${sql.raw(table === 'estate' ? ', created_at' : '')})
        select ${sql.raw(idSql('estate', 'e'))}, 'E' || lpad(e::text, 4, '0'), '第' || e || '花园', ${company.id}, ${company.id}, 'Asia/Shanghai' ${table === 'estate' ? sql`, ${tx.now}::timestamptz` : sql``}
        from generate_series(0, ${estates - 1}::int) e`.execute(tx.db)
    await buildCalendar(tx)
    await buildStaff(tx, estates)
  })
}

const buildCalendar = async (tx: Tx) => {
  const year = Number(tx.now.slice(0, 4))
  const { rows, known } = seedWorkCalendar([year - 1, year, year + 1])
  for (const one of known)
    await tx.db.insertInto('calendar_year').values({ year: one, source: 'chinese-days' }).execute()
  if (rows.length > 0) await tx.db.insertInto('calendar_day').values(rows).execute()
}

const buildStaff = async (tx: Tx, estates: number) => {
  const quality = { id: idOf('staff', COMPANY_STAFF), name: '罗毅', username: COMPANY_PERSON, password: PASSWORD }
  const rows = await signInRows(quality)
  const staff = {
    id: quality.id,
    company_id: idOf('company', 1),
    username: quality.username,
    staff_no: '0',
    name: quality.name,
  }
  await tx.db
    .insertInto('staff')
    .values({ ...staff, created_at: tx.now })
    .execute()
  await tx.db.insertInto('auth_user').values(rows.user).execute()
  await tx.db.insertInto('auth_account').values(rows.account).execute()
  const role = { staff_id: quality.id, role: 'qualityDept', estate_id: null, from_date: '2024-01-01' }
  await tx.db
    .insertInto('staff_role')
    .values({ ...role, id: idOf('role', COMPANY_STAFF) })
    .execute()

  const places = sql`generate_series(0, ${estates - 1}::int) e cross join
    unnest(${ROLES.map((r) => r.role)}::text[], ${ROLES.map((r) => r.line)}::text[]) with ordinality as place(role, line, nth)`
  const n = `e * ${EACH.staff} + nth - 1`
  const id = sql.raw(idSql('staff', n))
  const username = sql`case when place.role = 'frontDeskClerk' then 'clerk' else lower(place.role) end || '_' || e || '_' || nth - 1`
  await sql`insert into staff (id, company_id, username, staff_no, name, created_at)
    select ${id}, ${staff.company_id}, ${username}, (e * 10 + nth)::text, '员工' || e || '-' || nth, ${tx.now}::timestamptz from ${places}`.execute(
    tx.db,
  )
  await sql`insert into staff_role (id, staff_id, role, estate_id, line, from_date)
    select ${sql.raw(idSql('role', n))}, ${id}, place.role, ${sql.raw(idSql('estate', 'e'))}, place.line, date '2024-01-01' from ${places}`.execute(
    tx.db,
  )
  await sql`insert into auth_user (id, name, email, username, "displayUsername")
    select ${id}, ${username}, ${username} || '@staff.invalid', ${username}, ${username} from ${places}`.execute(tx.db)
  // everybody has the password of the one whose password was hashed
  await sql`insert into auth_account (id, "accountId", "providerId", "userId", password)
    select ${sql.raw(idSql('account', n))}, ${id}::text, 'credential', ${id}, ${rows.account.password} from ${places}`.execute(
    tx.db,
  )
}
