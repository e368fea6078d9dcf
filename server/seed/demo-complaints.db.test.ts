import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { getComplaintAnalysis } from '#contract/complaint-analysis.ts'
import { CATEGORY_CODES } from '#contract/complaint-categories.ts'
import { getHowToComplain } from '#contract/complaint-how-to.ts'
import { listComplaints } from '#contract/complaint-list.ts'
import { listComplaintPublications } from '#contract/complaint-publication.ts'
import { listComplaintReports } from '#contract/complaint-reports.ts'
import { listComplaintTallyDays } from '#contract/complaint-tally.ts'
import { listWatchChannels } from '#contract/complaint-watch.ts'
import { COMPLAINT_STATES } from '#contract/kinds/complaint-states.ts'
import { getPenaltyRule, listPenaltyReviews } from '#contract/penalties.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Received, RouteShape } from '#contract/route.ts'
import { standingsOf } from '#contract/rules/line-standing.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { readConfig } from '#platform/config/config.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { makeLog } from '#platform/log/log.ts'
import { type OpenHouse, openHouse } from '#platform/open-house.ts'
import { type FreshDatabase, freshDatabase } from '../../test/db/fresh-database.ts'
import { declareRooms } from '../modules.ts'
import { callRoute, type Sent } from './call-route.ts'
import { castOf } from './cast.ts'
import { hotDay } from './demo-complaint-hot.ts'
import { DEMO, seedDemo } from './seed-demo.ts'
import { daysOf } from './story.ts'

/** Two different moments: the year and the statistical month lie across them differently. */
const MOMENTS = ['2026-01-01T00:20:00+08:00', '2026-11-22T10:00:00+08:00'] as const

describe.each(MOMENTS)('the complaints of the demo made at %s', (at) => {
  let house: OpenHouse
  let fresh: FreshDatabase
  let folder: string
  let as: Awaited<ReturnType<typeof castOf>>

  beforeAll(async () => {
    fresh = await freshDatabase()
    folder = await mkdtemp(join(tmpdir(), 'wuyou-demo-'))
    const config = readConfig({ DATA_DIR: folder, DATABASE_URL: fresh.ownerUrl, LOG_LEVEL: 'silent', DEMO: '1' })
    house = await openHouse(config, makeLog('silent'), fresh.ownerUrl, 'http://localhost')
    declareRooms()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) })
    await seedDemo(house, { history: true, matterDays: 0 })
    as = await castOf(house)
  }, 240_000)

  afterAll(async () => {
    vi.useRealTimers()
    await house.close()
    await fresh.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const params = { estateId: DEMO.estate }
  const ask = async <R extends RouteShape>(username: string, route: R, sent: Sent<R>): Promise<Received<R>> => {
    const answer = await inTransaction(house.database, { scope: [DEMO.estate], readOnly: true }, (tx) =>
      callRoute({ tx, house, actor: as(username) }, route, sent),
    )
    if (isRefusal(answer)) throw new Error(`${route.id}: ${answer.code} ${answer.field ?? ''}`)
    return answer
  }
  const today = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const running = today.day > 25 ? today.toPlainYearMonth().add({ months: 1 }) : today.toPlainYearMonth()
  const ended = (back: number) => {
    const month = running.subtract({ months: back })
    const to = month.toPlainDate({ day: 25 })
    return { from: to.subtract({ months: 1 }).add({ days: 1 }).toString(), to: to.toString() }
  }

  const everything = async () => {
    const found: Received<typeof listComplaints>['rows'] = []
    for (let cursor: string | undefined; ; ) {
      const query = { limit: 200, ...(cursor ? { cursor } : {}) }
      const page = await ask('heshi', listComplaints, { params, query })
      found.push(...page.rows)
      if (page.next === null) return found
      cursor = page.next
    }
  }

  test('CP-126 three hundred complaints lie in the fourteen months before, none in the time to come', async () => {
    const rows = await everything()
    const first = today.subtract({ days: 426 }).toString()
    expect(rows.filter((r) => r.receivedOn >= first && r.receivedOn <= today.toString())).toHaveLength(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(300)
    expect(rows.every((r) => r.closedAt === null || r.closedAt < new Date(at).toISOString())).toBe(true)
    for (const month of Array.from({ length: 13 }, (_, i) => today.subtract({ days: 30 * (i + 1) }).toString()))
      expect(rows.filter((r) => r.receivedOn >= month).length).toBeGreaterThan(0)
  })

  test('CP-010 every category is among them, and every state', async () => {
    const rows = await everything()
    const categories = new Set(rows.map((r) => (r.categoryFinal ?? r.categoryInitial)?.slice(0, 2)))
    for (const code of CATEGORY_CODES) expect(categories).toContain(code)
    const states = new Set(rows.map((r) => r.state))
    for (const state of COMPLAINT_STATES) expect(states, state).toContain(state)
  })

  test('CP-132 one line stands out in the last statistical month, and it has grown', async () => {
    const analysis = await ask('heshi', getComplaintAnalysis, { params, query: ended(1) })
    const { lines, buildings, factors } = analysis
    // at a glance: before all figures the page names it, with the reason
    expect(standingsOf(analysis).map(({ standing, of }) => [standing, of.line])).toContainEqual(['grown', 'cleaning'])
    const [bad, next] = [...lines].sort((a, b) => b.count - a.count)
    expect(bad?.line).toBe('cleaning')
    expect(bad?.count).toBeGreaterThanOrEqual(1.5 * (next?.count ?? 0))
    const earlier = await ask('heshi', getComplaintAnalysis, { params, query: ended(4) })
    const before = earlier.lines.find((l) => l.line === 'cleaning')?.count ?? 0
    expect(bad?.count).toBeGreaterThan(before)
    expect(
      [...buildings]
        .sort((a, b) => b.count - a.count)
        .slice(0, 2)
        .map((b) => b.name)
        .sort(),
    ).toEqual(['5栋', '6栋'])
    expect([...factors].sort((a, b) => b.count - a.count)[0]?.factor).toBe('man')
  })

  test('CP-095 a hot month has five neighbours and six calls about one stench, with both reports', async () => {
    const calendar = await inTransaction(house.database, { scope: [DEMO.estate] }, (tx) => calendarOf(tx, DEMO.estate))
    if (isRefusal(calendar)) throw new Error(calendar.code)
    const days = daysOf(calendar, new Date(at).toISOString())
    const day = days.date(hotDay({ days }))
    const { rows } = await ask('heshi', listComplaints, { params, query: { from: day, to: day, hot: 'true' } })
    expect(rows).toMatchObject([{ persons: 5, times: 6, state: 'ARCHIVED' }])
    const reports = await ask('heshi', listComplaintReports, { params, query: { matterId: rows[0]?.id ?? '' } })
    expect(reports.rows.map((r) => [r.kind, r.state, r.late]).sort()).toEqual([
      ['hotFirst', 'submitted', false],
      ['hotTopic', 'submitted', false],
    ])
  })

  test('CP-090 two large demands, late replies, broken promises, repeats and dissatisfied ones are there', async () => {
    const count = async (query: object) => (await ask('heshi', listComplaints, { params, query })).rows.length
    expect(await count({ major: 'true' })).toBe(2)
    for (const query of [
      { late: 'true' },
      { brokenPromise: 'true' },
      { repeat: 'true' },
      { flag: 'anonymous' },
      { flag: 'noCallbackWish' },
      { flag: 'unreasonable' },
      { flag: 'atQuality' },
      { flag: 'online' },
      { satisfaction: 'neutral' },
      { satisfaction: 'notSatisfied' },
      { recategorised: 'true' },
    ] as const)
      expect(await count(query), JSON.stringify(query)).toBeGreaterThan(0)
  })

  test('CP-127 CP-128 CP-137 tallies are signed but for a few days, months reported and published', async () => {
    const days = await ask('heshi', listComplaintTallyDays, { params, query: { limit: 100 } })
    expect(days.rows.filter((d) => d.state === 'signed').length).toBeGreaterThan(90)
    expect(days.rows.filter((d) => d.state === 'missing').length).toBeGreaterThan(0)
    const { rows } = await ask('heshi', listComplaintReports, { params, query: { kind: 'monthly', limit: 50 } })
    expect(rows.filter((r) => r.state === 'submitted').length).toBeGreaterThanOrEqual(12)
    expect(rows.filter((r) => r.late)).toHaveLength(1)
    const { rows: months } = await ask('heshi', listComplaintPublications, { params, query: { limit: 20 } })
    expect(months.filter((m) => m.state === 'posted').length).toBeGreaterThanOrEqual(12)
  })

  test('CP-032 CP-080 CP-110 CP-160 it is known how to complain, places are watched, a rule is in force', async () => {
    expect(await ask('qiantai', getHowToComplain, { params })).toMatchObject({ complete: true, missing: [] })
    const places = (await ask('heshi', listWatchChannels, { params })).rows
    expect(places.map((w) => w.kind).sort()).toEqual(['box', 'online', 'online'])
    expect(await ask('zhuren', getPenaltyRule, { params })).toMatchObject({ inForce: { number: 2 } })
    const { rows } = await ask('zhuren', listPenaltyReviews, { params, query: { limit: 100 } })
    expect(rows.some((r) => r.decidedAt === null)).toBe(true)
    expect(rows.some((r) => r.decidedAt !== null)).toBe(true)
  })
})
