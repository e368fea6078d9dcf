import { type Role, SECOND_FACTOR_ROLES } from '#contract/permissions.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { initialsOf } from '#modules/estate/index.ts'
import { signInRows } from '#platform/auth/sign-in.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts'
import { enrolDemoAccount } from './demo-codes.ts'
import { BEGAN } from './demo-complaint-routine.ts'
import { seedHistory } from './demo-history.ts'
import { demoId } from './demo-id.ts'
import { seedTouchpointPlaces } from './demo-places.ts'
import { seedPopulation } from './demo-population.ts'
import { minutesAfter } from './story.ts'

export const DEMO = {
  company: demoId('company'),
  centre: demoId('centre'),
  /** 翠湖花园, the estate of the demo; and a second one to see that walls hold. */
  estate: demoId('estate CH'),
  other: demoId('estate BX'),
} as const

/**
 * The demo company with its estates, calendar and accounts, and the life of the last three months (`matterDays`: of its
 * matters fewer days). Deterministic: the same ids and the same stories each time.
 */
export const seedDemo = async (
  house: House,
  options: { history: boolean; matterDays?: number } = { history: true },
): Promise<void> => {
  const done = await inTransaction(house.database, { scope: [DEMO.estate, DEMO.other] }, async (tx) => {
    // the estate came here with its first records: nothing is owed for days before (FD-404, CP-127, CP-137)
    await seedPlaces(tx, options.history ? minutesAfter(tx.now, BEGAN * DAY_MINUTES) : tx.now)
    await seedCalendar(tx)
    await seedAccounts(tx, house)
    const people = await seedPopulation(tx, DEMO.estate)
    const homes = await tx.db
      .selectFrom('building')
      .select('id')
      .where('estate_id', '=', DEMO.estate)
      .where('kind', '=', 'residential')
      .execute()
    await seedTouchpointPlaces(
      tx,
      DEMO.estate,
      homes.map((b) => b.id),
    )
    return people
  })
  if (isRefusal(done)) throw new Error(done.code)
  if (options.history) await seedHistory(house, DEMO.estate, done, options.matterDays)
}

const ESTATES = [
  { id: DEMO.estate, code: 'CH', name: '翠湖花园', address: '深圳市南山区翠湖路88号' },
  { id: DEMO.other, code: 'BX', name: '碧溪苑', address: '深圳市南山区碧溪路1号' },
] as const

const DAY_MINUTES = 1440

const seedPlaces = async (tx: Tx, since: Instant) => {
  await tx.db
    .insertInto('company')
    .values({ id: DEMO.company, name: '无忧物业服务有限公司', created_at: tx.now })
    .execute()
  await tx.db
    .insertInto('centre')
    .values({ id: DEMO.centre, company_id: DEMO.company, name: '翠湖物业服务中心', created_at: tx.now })
    .execute()
  for (const { id, code, name, address } of ESTATES) {
    const shared = { estate_id: id, code, name, company_id: DEMO.company, centre_id: DEMO.centre }
    await tx.db
      .insertInto('estate')
      .values({ ...shared, address, created_at: id === DEMO.estate ? since : tx.now })
      .execute()
    await tx.db
      .insertInto('estate_directory')
      .values({ ...shared, time_zone: 'Asia/Shanghai' })
      .execute()
  }
}

const seedCalendar = async (tx: Tx) => {
  const thisYear = Number(tx.now.slice(0, 4))
  const { rows, known } = seedWorkCalendar([thisYear - 1, thisYear, thisYear + 1])
  for (const year of known) await tx.db.insertInto('calendar_year').values({ year, source: 'chinese-days' }).execute()
  if (rows.length > 0) await tx.db.insertInto('calendar_day').values(rows).execute()
}

const privileged: ReadonlySet<Role> = new Set(SECOND_FACTOR_ROLES)

const seedAccounts = async (tx: Tx, house: House) => {
  for (const [i, account] of DEMO_ACCOUNTS.entries()) {
    const id: Uuid = demoId(`staff ${account.username}`)
    const rows = await signInRows({ id, name: account.name, username: account.username, password: DEMO_PASSWORD })
    await tx.db
      .insertInto('staff')
      .values({
        id,
        company_id: DEMO.company,
        username: account.username,
        staff_no: String(1001 + i),
        name: account.name,
        name_initials: initialsOf(account.name),
        created_at: tx.now,
      })
      .execute()
    await tx.db.insertInto('auth_user').values(rows.user).execute()
    await tx.db.insertInto('auth_account').values(rows.account).execute()
    if (privileged.has(account.role) && house.config.SECOND_FACTOR === 'required')
      await enrolDemoAccount(tx, id, account.username, house.keys.authSecret)
    await tx.db
      .insertInto('staff_role')
      .values({
        id: demoId(`role ${account.username}`),
        staff_id: id,
        role: account.role,
        estate_id: account.companyWide ? null : DEMO.estate,
        line: account.line ?? null,
        from_date: '2024-01-01',
      })
      .execute()
  }
}
