import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { listCallbacks } from '#contract/callbacks.ts'
import { listCalls, listColleagueMessages } from '#contract/calls.ts'
import { listCustomers } from '#contract/customers.ts'
import { getQueue, listAppointments, listQueueAssists, listToTake } from '#contract/desk.ts'
import { getRoster, onDuty } from '#contract/duty.ts'
import { listFindings } from '#contract/findings.ts'
import { listHandovers } from '#contract/handover.ts'
import { getInventory, getLineReportDay, listInventoryDays } from '#contract/inventory.ts'
import { finding } from '#contract/kinds/finding.ts'
import { listMatters } from '#contract/matters.ts'
import { getMustKnow, listQuizStanding, listReaders, listSheetVersions } from '#contract/must-know.ts'
import { isRefusal } from '#contract/refusal.ts'
import { listImports } from '#contract/roster-import.ts'
import type { Received, RouteShape } from '#contract/route.ts'
import { getEstateScores } from '#contract/scores.ts'
import { getSurveyResults } from '#contract/survey-results.ts'
import { listSurveys } from '#contract/surveys.ts'
import { listNewcomers, listTrainings } from '#contract/trainings.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { readConfig } from '#platform/config/config.ts'
import { instantNow, inTransaction } from '#platform/db/tx.ts'
import { makeLog } from '#platform/log/log.ts'
import { type OpenHouse, openHouse } from '#platform/open-house.ts'
import { type FreshDatabase, freshDatabase } from '../../test/db/fresh-database.ts'
import { declareRooms } from '../modules.ts'
import { callRoute, type Sent } from './call-route.ts'
import { castOf } from './cast.ts'
import { DEMO, seedDemo } from './seed-demo.ts'

/** Moments at which somebody may start the demo, earliest first: the exchange does not ring backwards in time. */
const MOMENTS = [
  { when: 'on New Year’s Day after midnight', at: '2026-01-01T00:20:00+08:00' },
  { when: 'on a Monday morning that is a 31st', at: '2026-08-31T08:00:00+08:00' },
  { when: 'on a Sunday just before midnight', at: '2026-09-13T23:50:00+08:00' },
] as const

describe.each(MOMENTS)('the demo made $when', ({ at }) => {
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
    await seedDemo(house, { history: true, matterDays: 6 })
    as = await castOf(house)
  }, 180_000)

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
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).toString()

  test('FD-770 findings stand in every state, one of them a repeat, and a year of looks gives scores to most touchpoints in each month', async () => {
    const { rows } = await ask('zhuren', listFindings, { params, query: { limit: 200 } })
    expect(new Set(rows.map((f) => f.state))).toEqual(new Set(finding.states))
    expect(rows.some((f) => f.repeat)).toBe(true)
    const month = today.toPlainYearMonth().subtract({ months: 1 }).toString()
    const scores = await ask('zhuren', getEstateScores, { params, query: { month } })
    expect(scores.touchpoints.filter((p) => p.score !== null).length).toBeGreaterThanOrEqual(15)
    expect(scores.months).not.toHaveLength(0)
    expect(scores.months.every((m) => m.score !== null)).toBe(true)
  })

  test('CP-033 the rosters of this week and the next are in force without a gap or an overlap', async () => {
    for (const weekStart of [monday, addDays(monday, 7)]) {
      const roster = await ask('qiantaizhang', getRoster, { params: { ...params, weekStart } })
      expect(roster).toMatchObject({ state: 'published', gaps: [], overlaps: [] })
    }
    const { rows } = await ask('qiantai', onDuty, { params })
    expect(rows.map((r) => r.post.name)).toContain('监控中心')
  })

  test('FD-404 one inventory of the last month wants its signature and no other; that of today is still to be signed', async () => {
    const days = await ask('qiantai', listInventoryDays, { params, query: { limit: 100 } })
    const gaps = days.rows.filter((day) => day.gap)
    expect(gaps).toMatchObject([
      { date: today.subtract({ days: 3 }).toString(), signed: null, gap: { unsigned: true } },
    ])
    const signed = days.rows.filter((day) => day.signed)
    expect(signed.length).toBeGreaterThanOrEqual(20)
    const inventory = await ask('qiantai', getInventory, { params })
    expect(inventory.day.signed).toBeNull()
    expect(inventory.counts.items).toBeGreaterThan(5)
    expect(inventory.dayBefore.signed).not.toBeNull()
  })

  test('FD-403 the lines have reported, but for one report at the last set time that has run out', async () => {
    const days = [today.subtract({ days: 1 }).toString(), today.toString()]
    const slots = []
    for (const date of days)
      slots.push(
        ...(await ask('qiantai', getLineReportDay, { params, query: { date } })).slots.map((s) => ({ date, ...s })),
      )
    const missing = slots.filter((s) => s.state === 'missing')
    expect(missing).toMatchObject([{ line: 'greening', told: true }])
    const before = await ask('qiantai', getLineReportDay, {
      params,
      query: { date: today.subtract({ days: 4 }).toString() },
    })
    expect(before.slots.map((s) => s.state).filter((state) => state !== 'in' && state !== 'late')).toEqual([])
  })

  test('FD-701 handovers were accepted, one with a difference, and one waits to be accepted', async () => {
    const { rows } = await ask('qiantai', listHandovers, { params, query: { limit: 100 } })
    expect(rows.filter((r) => r.state === 'ACCEPTED').length).toBeGreaterThan(10)
    expect(rows.filter((r) => r.differences > 0)).toHaveLength(1)
    expect(rows.filter((r) => r.state === 'OPEN')).toMatchObject([{ post: { name: '前台接待' } }])
    expect(rows.some((r) => r.openItems > 0)).toBe(true)
  })

  test('FD-023 the must-know sheet is in force in its third version, complete, with a draft of the next', async () => {
    const sheet = await ask('kefuzhuguan', getMustKnow, { params })
    expect(sheet).toMatchObject({ inForce: { number: 3, missing: [] }, draft: { number: 4, state: 'draft' } })
    const versions = await ask('kefuzhuguan', listSheetVersions, { params })
    expect(versions.rows.map((v) => v.state)).toEqual(['draft', 'approved', 'approved', 'approved'])
    const readers = await ask('kefuzhuguan', listReaders, { params })
    expect(readers.rows.filter((r) => r.confirmedAt).length).toBeGreaterThan(4)
    expect(readers.rows.filter((r) => !r.confirmedAt).length).toBeGreaterThan(0)
  })

  test('FD-765 trainings were held with their results, one was called off, two are to come; somebody new has looked on once', async () => {
    const { rows } = await ask('kefuzhuguan', listTrainings, { params, query: {} })
    expect(rows.map((r) => [r.state, r.invited, r.attended, r.passed, r.failed])).toEqual([
      ['planned', 5, 0, 0, 0],
      ['planned', 1, 0, 0, 0],
      ['cancelled', 4, 0, 0, 0],
      ['held', 2, 2, 0, 0],
      ['held', 5, 4, 3, 1],
      ['held', 3, 3, 3, 0],
    ])
    const fresh = await ask('kefuzhuguan', listNewcomers, { params })
    expect(fresh.rows).toMatchObject([{ person: { name: '苏婉清' }, observed: 1, planned: 1 }])
  })

  test('FD-024 some have passed the quiz, one has not', async () => {
    const standing = await ask('kefuzhuguan', listQuizStanding, { params })
    expect(standing.rows.filter((r) => r.passed).length).toBeGreaterThanOrEqual(3)
    expect(standing.rows.filter((r) => !r.passed && r.percent !== null)).toMatchObject([{ staff: { name: '张敏' } }])
  })

  test('FD-016 one visitor is served, two wait, no help is called now and was called once', async () => {
    const queue = await ask('qiantai', getQueue, { params })
    expect(queue.waiting).toHaveLength(2)
    expect(queue.serving).toHaveLength(1)
    expect(queue.assist).toBeNull()
    const assists = await ask('qiantai', listQueueAssists, { params })
    expect(assists.rows.some((a) => a.cameBy?.name === '许佳')).toBe(true)
  })

  test('FD-018 appointments were kept, missed and called off, and some are still to come', async () => {
    const { rows } = await ask('qiantai', listAppointments, { params, query: { limit: 100 } })
    expect(new Set(rows.map((a) => a.state))).toEqual(new Set(['booked', 'done', 'missed', 'cancelled']))
    expect(rows.some((a) => a.state === 'booked' && a.startsAt > instantNow())).toBe(true)
  })

  test('KN-211 calls were answered, also late, missed, and linked to matters; none rings', async () => {
    const { rows } = await ask('qiantai', listCalls, { params, query: { limit: 100 } })
    const states = new Set(rows.map((c) => c.state))
    expect(states).toEqual(new Set(['ended', 'missed']))
    expect(rows.some((c) => c.late)).toBe(true)
    expect(rows.some((c) => c.matter !== null)).toBe(true)
    expect(rows.some((c) => c.customer !== null)).toBe(true)
  })

  test('KN-215 messages were taken for colleagues, read and unread', async () => {
    const { rows } = await ask('qiantai', listColleagueMessages, { params, query: { box: 'all' } })
    expect(rows.filter((m) => m.ackedAt === null).length).toBeGreaterThan(0)
    expect(rows.filter((m) => m.ackedAt !== null).length).toBeGreaterThan(0)
  })

  test('FD-410 today’s open work stands: asked of the line, promised, under way, to be taken from site', async () => {
    const { rows } = await ask('qiantai', listMatters, { params, query: { open: 'true', limit: 200 } })
    const states = rows.filter((m) => m.kind === 'service').map((m) => m.state)
    expect(states.filter((s) => s === 'AVAILABILITY_ASKED').length).toBeGreaterThanOrEqual(3)
    for (const state of ['CONFIRMED_TO_CUSTOMER', 'IN_SERVICE', 'ACCEPTED']) expect(states).toContain(state)
    expect(rows.filter((m) => m.kind === 'complaint').length).toBeGreaterThan(0)
    expect(rows.some((m) => m.flags.includes('unknownAnswer'))).toBe(true)
    expect((await ask('qiantai', listToTake, { params })).rows.length).toBeGreaterThan(0)
  })

  test('OS-017 callbacks are due, one is overdue, one was tried in vain', async () => {
    const { rows } = await ask('qiantai', listCallbacks, { params })
    expect(rows.length).toBeGreaterThanOrEqual(4)
    expect(rows.some((c) => c.dueAt < instantNow())).toBe(true)
    expect(rows.some((c) => c.dueAt > instantNow())).toBe(true)
    expect(rows.some((c) => c.lastOutcome === 'noAnswer')).toBe(true)
  })

  test('CP-004 matters are numbered in the order in which they were registered, and none comes from the future', async () => {
    const rows = await inTransaction(house.database, { scope: [DEMO.estate], readOnly: true }, ({ db }) =>
      db.selectFrom('matter').select(['number', 'registered_at']).where('estate_id', '=', DEMO.estate).execute(),
    )
    if (isRefusal(rows)) throw new Error(rows.code)
    // the year stands in the number
    const byNumber = rows.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map((m) => m.registered_at)
    expect(byNumber).toEqual(byNumber.toSorted())
    expect(byNumber.at(-1)?.localeCompare(instantNow())).toBe(-1)
  })

  test('FD-012 one roster was imported, and one waits for its confirmation with problems to look at', async () => {
    const { rows } = await ask('dangan', listImports, { params })
    expect(rows.map((b) => b.state).sort()).toEqual(['applied', 'ready'])
    expect(rows.find((b) => b.state === 'applied')?.summary?.things.vehicle?.created).toBeGreaterThan(3)
    expect(rows.find((b) => b.state === 'ready')?.summary?.problemRows).toBeGreaterThan(0)
  })

  test('FD-011 customers have important ones among them, and emergency contacts and preferences on file', async () => {
    const important = await ask('guanjia', listCustomers, { params, query: { important: 'true' } })
    expect(important.rows.length).toBeGreaterThan(2)
    const counts = await inTransaction(house.database, { scope: [DEMO.estate], readOnly: true }, async ({ db }) => ({
      contacts: (await db.selectFrom('emergency_contact').select('id').where('estate_id', '=', DEMO.estate).execute())
        .length,
      cautions: (await db.selectFrom('caution').select('id').where('unit_id', 'is not', null).execute()).length,
    }))
    expect(counts).toMatchObject({ contacts: 30, cautions: 10 })
  })

  test('QM 6 of 3,000 who were asked 800 answered, and the picture tells what to keep, to build and to leave', async () => {
    const { rows } = await ask('zhuren', listSurveys, { params })
    expect(rows.map((s) => `${s.kind} ${s.state}`)).toEqual([
      // of the company, in all its estates
      'kano opened',
      'kano closed',
      'transaction opened',
      'yearly closed',
      'yearly closed',
    ])
    const [company, kano] = rows
    expect(company).toMatchObject({ titleEn: 'Quality survey of the whole company', invited: 400, answered: 168 })
    expect(company?.templateId).not.toBeNull()
    expect(kano).toMatchObject({ invited: 3_000, answered: 800, anonymous: true })
    const results = await ask('zhuren', getSurveyResults, {
      params: { ...params, id: kano?.id ?? '' },
      query: { by: 'tenure' },
    })
    const of = (quadrant: string) => results.items.filter((i) => i.quadrant === quadrant).map((i) => i.question.zh)
    expect(of('attractive')).toContain('大堂备有雨伞可以借用')
    expect(of('must-be')).toContain('年检合格证仍在有效期')
    expect(of('one-dimensional')).toContain('来电在响三声之内接起')
    const first = results.items.toSorted((a, b) => (b.build ?? 0) - (a.build ?? 0))[0]
    expect(first?.question.zh).toBe('大堂备有雨伞可以借用')
    expect(results.items.find((i) => i.question.zh === '电梯内播放广告屏')?.kano).toMatchObject({
      class: 'R',
      reverse: true,
    })
    expect(results.groups).not.toHaveLength(0)
    expect(results.groups.every((g) => g.n >= results.smallestGroup)).toBe(true)
  })
})
