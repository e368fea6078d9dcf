import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { SURVEY_READERS } from '#server/modules.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace, addVersion, PRODUCT_STANDARD, proposed, type TestPlace } from '#test/inspection-rows.ts'
import { papersPrinted } from '#test/papers-printed.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { meansSql } from './company.store.ts'
import { recomputeScores } from './recompute-scores.ts'
import { bringSurveys } from './survey-port.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())
// files of one process share the readers
afterEach(() => bringSurveys(SURVEY_READERS))

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const head = () => t.as(t.a.staff.centreHead)
const scores = async (month: string) => {
  const answer = await head().get(url(`scores?month=${month}`))
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
type Touchpoint = { touchpoint: string }
const of = (body: { touchpoints: Touchpoint[] }, touchpoint: string) =>
  body.touchpoints.find((p) => p.touchpoint === touchpoint)
const CERTIFICATE = 'T12-F-13'
const MINOR = 'T12-P-01'
const lift = (name: string) => addPlace(t, 'T12', name)
const look = (place: TestPlace, on: string, answers: Record<string, 'pass' | 'fail' | 'na'> = {}, over = {}) =>
  addLook(t, { place, by: t.a.staff.lineLead, on, answers, ...over })

test('quality-model 7 a lift whose certificate is out of date has 59 points, with the formula shown; with one minor fault 98.4', async () => {
  const minor = CATALOGUE_ITEMS.find((i) => i.touchpoint === 'T12' && i.severity === 'minor')?.id ?? MINOR
  const place = await lift('1栋A梯')
  const bad = await look(place, '2025-03-03', { [CERTIFICATE]: 'fail' })
  const good = await look(place, '2025-03-10', { [minor]: 'fail' })
  const why = (await head().get(url(`scored-looks/${bad}`))).body
  expect(why).toMatchObject({
    score: 59,
    gate: 59,
    gateBy: 'criticalFailed',
    mustBe: { answered: 62, passed: 57 },
    oneDimensional: null,
    base: 91.94,
    bonus: 0,
    model: { weights: { critical: 5, major: 3, minor: 1 }, mustBeWeight: 0.7 },
  })
  expect(why.items[0]).toMatchObject({ itemId: CERTIFICATE, answer: 'fail', severity: 'critical' })
  expect((await head().get(url(`scored-looks/${good}`))).body).toMatchObject({ score: 98.39, gateBy: 'none' })
  // the place is the mean of its looks, or the last of them
  expect(of(await scores('2025-03'), 'T12')).toMatchObject({ score: 78.7, looks: 2, seen: 1 })
})

test('quality-model 7 a touchpoint is the mean of its places, a family and an estate the weighted mean of their touchpoints', async () => {
  const [gate, other, desk] = [await addPlace(t, 'T01'), await addPlace(t, 'T01'), await addPlace(t, 'T15')]
  const fail = (touchpoint: string) =>
    Object.fromEntries(CATALOGUE_ITEMS.filter((i) => i.touchpoint === touchpoint).map((i) => [i.id, 'fail' as const]))
  await look(gate, '2025-04-01')
  await look(gate, '2025-04-02', fail('T01'))
  await look(other, '2025-04-02')
  await look(desk, '2025-04-03', fail('T15'))
  const april = await scores('2025-04')
  expect(of(april, 'T01')).toMatchObject({ score: 75, looks: 3 })
  expect(of(april, 'T15')).toMatchObject({ score: 0 })
  expect(april.score).toBe(37.5)
  expect(april.families).toMatchObject([
    { family: 'five-posts', score: 37.5 },
    { family: 'two-flow-lines', score: null },
    { family: 'four-channels', score: null },
  ])
  expect(april.before).toBe(78.7)
  const none = { 'five-posts': null, 'two-flow-lines': null, 'four-channels': null }
  expect(april.months.slice(-3).map((m: { families: object }) => m.families)).toEqual([
    none,
    { ...none, 'two-flow-lines': 78.7 },
    { ...none, 'five-posts': 37.5 },
  ])
  expect(april.months.at(-2)).toMatchObject({ month: '2025-03', score: 78.7 })
  expect(april.worst[0]).toMatchObject({ place: { id: desk.id }, score: 0 })
  expect(april.best[0]).toMatchObject({ place: { id: other.id }, score: 100 })
  const failed = april.failedItems.map((i: { itemId: string }) => i.itemId)
  expect(failed.length).toBeGreaterThan(5)
  const opened = await head().get(url(`scored-looks?month=2025-04&itemId=${failed[0]}`))
  expect(opened.body.rows.length).toBe(april.failedItems[0].fails)
})

test('FD-770 the score of a family opens its places, that of a version the looks that were held to it', async () => {
  const placesOf = async (family: string) =>
    (await head().get(url(`place-scores?month=2025-04&limit=200&family=${family}`))).body.rows
  const [posts, channels] = [await placesOf('five-posts'), await placesOf('four-channels')]
  expect(new Set(posts.map((p: Touchpoint) => p.touchpoint)).has('T01')).toBe(true)
  for (const { touchpoint } of posts)
    expect(of(await scores('2025-04'), touchpoint)).toMatchObject({ family: 'five-posts' })
  expect(channels.some((p: Touchpoint) => p.touchpoint === 'T01')).toBe(false)
  const { versions } = await scores('2025-04')
  expect(versions).toMatchObject([{ standard: { id: PRODUCT_STANDARD }, variant: null, looks: 4 }])
  const held = async (query: string) =>
    (await head().get(url(`inspections?month=2025-04&voided=false&limit=50&${query}`))).body.rows.length
  expect(await held(`standardId=${PRODUCT_STANDARD}&variantId=none`)).toBe(4)
  expect(await held(`standardId=${PRODUCT_STANDARD}&variantId=${newId()}`)).toBe(0)
  expect(await held(`standardId=${newId()}&variantId=none`)).toBe(0)
})

test('FD-770 coverage says which places nobody has seen for how long', async () => {
  const seen = await addPlace(t, 'T06')
  const never = await addPlace(t, 'T06')
  await look(seen, '2025-05-01')
  const may = await scores('2025-05')
  expect(of(may, 'T06')).toMatchObject({ places: 2, seen: 1 })
  const { rows } = (await head().get(url('place-scores?month=2025-05&touchpoint=T06&sort=unseen'))).body
  expect(rows).toMatchObject([
    { place: { id: never.id }, lastSeenOn: null, unseenDays: null, score: null },
    { place: { id: seen.id }, lastSeenOn: '2025-05-01', unseenDays: 30 },
  ])
  const unseen = (await head().get(url('place-scores?month=2025-05&touchpoint=T06&unseen=true'))).body.rows
  expect(unseen.map((r: { place: { id: Uuid } }) => r.place.id)).toEqual([never.id])
  const pages = (await head().get(url('place-scores?month=2025-05&limit=1'))).body
  expect(pages.rows).toHaveLength(1)
  expect(pages.next).not.toBeNull()
})

test('quality-model 7 voided looks count nowhere, and a mystery visit counts from its release on, for every reader', async () => {
  const place = await addPlace(t, 'T03')
  const voided = await look(place, '2025-06-01')
  const mystery = await look(place, '2025-06-02', {}, { kind: 'mystery' })
  await t.tx(({ db }) =>
    sql`update inspection set voided_at = now(), void_reason = '错' where estate_id = ${t.a.id} and id = ${voided}`.execute(
      db,
    ),
  )
  expect(of(await scores('2025-06'), 'T03')).toMatchObject({ score: null, looks: 0 })
  // the quality department reads the visit itself, and no figure that others would not find
  const quality = t.as(t.a.staff.qualityDept)
  expect(of((await quality.get(url('scores?month=2025-06'))).body, 'T03')).toMatchObject({ score: null, looks: 0 })
  expect((await quality.get(url(`scored-looks/${mystery}`))).body).toMatchObject({ score: 100 })
  for (const id of [voided, mystery]) expect((await head().get(url(`scored-looks/${id}`))).status).toBe(404)
  await t.tx(({ db, now }) =>
    db.updateTable('inspection').set({ released_at: now }).where('id', '=', mystery).executeTakeFirst(),
  )
  expect(of(await scores('2025-06'), 'T03')).toMatchObject({ score: 100, looks: 1 })
  expect((await head().get(url('scored-looks?month=2025-06'))).body.rows).toMatchObject([{ id: mystery }])
  expect((await head().get(url(`scored-looks/${mystery}`))).body).toMatchObject({ score: 100 })
})

test('a standard changed in the middle of a month: each part says its version, and both are scored on what they share', async () => {
  const place = await addPlace(t, 'T12', '改版梯')
  // the new version leaves the certificate out and is in force from the sixteenth
  const second = await addVersion(t, { from: '2025-07-16', name: '2025 年 7 月版', off: CERTIFICATE })
  const items = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.id !== CERTIFICATE)
  await look(place, '2025-07-05', { [CERTIFICATE]: 'fail' })
  await look(place, '2025-07-20', {}, { standardId: second, items })
  const july = await scores('2025-07')
  expect(july.versions).toMatchObject([
    { standard: { number: 0 }, from: '2025-07-05', to: '2025-07-05', looks: 1, score: 59, comparable: 100 },
    { standard: { number: 1, name: '2025 年 7 月版' }, from: '2025-07-20', looks: 1, score: 100, comparable: 100 },
  ])
  expect(july.comparableItems).toBe(CATALOGUE_ITEMS.length - 1)
  expect((await scores('2025-03')).versions).toMatchObject([{ standard: { number: 0 }, comparable: null }])
})

test('quality-model 7 the last look of a day is the one that ended last, in the scores and where two versions are compared', async () => {
  const place = await addPlace(t, 'T12', '一天两查梯')
  const fault = CATALOGUE_ITEMS.find((i) => i.touchpoint === 'T12' && i.severity === 'critical' && i.id !== CERTIFICATE)
  if (!fault) throw new Error('a lift has more than one critical item')
  const standardId = await addVersion(t, { from: '2026-02-16', name: '2026 年 2 月版', number: 2, off: CERTIFICATE })
  const items = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.id !== CERTIFICATE)
  const failed = { [fault.id]: 'fail' } as const
  // the ids run against the time
  const ids = Array.from({ length: 4 }, () => newId()).reverse()
  await look(place, '2026-02-05', failed, { at: '01:00', id: ids[0] })
  await look(place, '2026-02-05', {}, { at: '08:00', id: ids[1] })
  await look(place, '2026-02-20', {}, { at: '01:00', id: ids[2], standardId, items })
  await look(place, '2026-02-20', failed, { at: '08:00', id: ids[3], standardId, items })
  const setting = url('settings/inspection.placeScore')
  expect((await head().put(setting, { value: 'latest' })).status).toBe(200)
  const february = await vi.waitFor(async () => {
    const found = await scores('2026-02')
    expect(found.placeScore).toBe('latest')
    return found
  })
  expect(of(february, 'T12')).toMatchObject({ score: 59, looks: 4 })
  expect(february.versions).toMatchObject([
    { standard: { number: 0 }, comparable: 100 },
    { standard: { name: '2026 年 2 月版' }, comparable: 59 },
  ])
  const { rows } = (await head().get(url(`scored-looks?month=2026-02&limit=2`))).body
  expect(rows.map((l: { id: Uuid }) => l.id)).toEqual([ids[3], ids[2]])
  expect((await head().post(`${setting}/reset`, {})).status).toBe(200)
})

test('quality-model 7 other weights: stored scores are reckoned again from the tallies, and back again', async () => {
  const place = await addPlace(t, 'T12', '改权重梯')
  const id = await look(place, '2025-08-01', { [CERTIFICATE]: 'fail' })
  const stored = () =>
    t.tx(
      async ({ db }) =>
        (await db.selectFrom('inspection').select('score').where('id', '=', id).executeTakeFirstOrThrow()).score,
    )
  const put = (key: string, value: unknown) => head().put(url(`settings/${key}`), { value })
  expect(await recomputeScores(t.house, t.a.id)).toBe(0)
  expect((await put('inspection.criticalGate', 40)).status).toBe(200)
  expect(await recomputeScores(t.house, t.a.id)).toBeGreaterThan(0)
  expect(await stored()).toBe(4_000)
  expect(await recomputeScores(t.house, t.a.id)).toBe(0)
  expect((await put('inspection.placeScore', 'latest')).status).toBe(200)
  await look(place, '2025-08-09')
  const latest = await vi.waitFor(async () => {
    const august = await scores('2025-08')
    expect(august.placeScore).toBe('latest')
    return august
  })
  expect(of(latest, 'T12')).toMatchObject({ score: 100, looks: 2 })
  for (const key of ['inspection.criticalGate', 'inspection.placeScore'])
    expect((await head().post(url(`settings/${key}/reset`), {})).status).toBe(200)
  await recomputeScores(t.house, t.a.id)
  expect(await stored()).toBe(5_900)
  expect((await put('inspection.mustBePass', 2)).body.error).toMatchObject({ code: 'E_INPUT', field: 'body.value' })
})

test('beside the score stand the complaints, the findings and, without a survey, that there is none', async () => {
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
  await t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
    contactType: 'complaint',
    channel: 'phone',
    customerSaid: '宣传栏玻璃破了',
    place: '南门',
    complaint: { feeling: '不满', wish: '修好', touchpoint: 'T07' },
  })
  const place = await addPlace(t, 'T07')
  await proposed(t, t.a.staff.areaSteward, place, ['minor'])
  const now = await scores(month)
  expect(of(now, 'T07')).toMatchObject({ complaints: 1, findings: 1, openFindings: 1, survey: null })
  expect(now.findings).toMatchObject({ found: 1, open: 1, repeats: 0 })
  bringSurveys({ satisfaction: async () => new Map([['T07', { satisfaction: 4.2, answers: 12 }]]) })
  expect(of(await scores(month), 'T07')).toMatchObject({ survey: { satisfaction: 4.2, answers: 12 } })
})

test('the month on paper and in Excel, and every list exported; who exported is on record', async () => {
  const pdf = await head().get(url('scores/print.pdf?month=2025-07&lang=en'))
  expect(pdf.status, JSON.stringify(pdf.body)).toBe(200)
  expect(pdf.body.subarray(0, 4).toString()).toBe('%PDF')
  expect(await papersPrinted(t, 'scores')).toMatchObject([
    { actor_id: t.a.staff.centreHead, after: { query: { month: '2025-07', lang: 'en' } } },
  ])
  const rows = await sheetOf((await head().get(url('scores.xlsx?month=2025-04'))).body)
  expect(rows).toHaveLength(21)
  expect(rows[1]).toEqual(expect.arrayContaining(['T01 人行出入口', '75']))
  expect((await sheetOf((await head().get(url('place-scores.xlsx?month=2025-05&touchpoint=T06'))).body)).length).toBe(3)
  expect((await sheetOf((await head().get(url('scored-looks.xlsx?month=2025-04'))).body)).length).toBe(5)
  const logged = await t.tx(({ db }) =>
    db.selectFrom('audit').select('action').where('action', 'like', 'export.%').execute(),
  )
  expect(logged.map((l) => l.action)).toEqual(
    expect.arrayContaining(['export.scores', 'export.placeScores', 'export.scoredLooks']),
  )
})

test('FD-766 FD-770 the month’s report names the places that nobody saw, with the day last seen, and how far its inspectors agree', async () => {
  const month = '2025-08'
  const [both, before, never] = [await lift('两人查过'), await lift('上月查过'), await lift('没人查过')]
  await look(before, '2025-07-20')
  const first = await look(both, '2025-08-04')
  await look(both, '2025-08-04', { [CERTIFICATE]: 'fail' }, { by: t.a.staff.guard })
  const part = async (name: string, lang = 'zh') =>
    sheetOf((await head().get(url(`scores.xlsx?month=${month}&lang=${lang}`))).body, name)
  const unseen = await part('本月未查的地点')
  expect(unseen[0]).toEqual(['地点', '触点', '最近检查', '未查天数'])
  const rowOf = (place: TestPlace) => unseen.find(([name]) => name?.endsWith(` ${place.name}`))
  const listed = (await head().get(url(`place-scores?month=${month}&limit=200&sort=unseen`))).body.rows.filter(
    (p: { looks: number }) => p.looks === 0,
  )
  // no more than fifteen, and how many more there are
  expect(unseen).toHaveLength(1 + Math.min(15, listed.length) + (listed.length > 15 ? 1 : 0))
  if (listed.length > 15) expect(unseen.at(-1)).toEqual([`另有 ${listed.length - 15} 处本月未查`])
  expect(rowOf(both)).toBeUndefined()
  expect(rowOf(never)?.[2]).toBe('从未检查')
  expect(rowOf(before)?.slice(2)).toEqual(['2025-07-20', '42'])

  // what a mystery visitor saw and nobody released is in no report, whoever has it made
  await look(both, '2025-08-03', {}, { kind: 'mystery', by: t.a.staff.qualityDept })
  const agreement = await part('检查一致性')
  const byQuality = await t.as(t.a.staff.qualityDept).get(url(`scores.xlsx?month=${month}&lang=zh`))
  expect(await sheetOf(byQuality.body, '检查一致性')).toEqual(agreement)
  const read = (await head().get(url('inspector-agreement?from=2025-08-01&to=2025-08-31'))).body
  expect(read.pairs.flatMap((p: { first: { id: Uuid }; second: { id: Uuid } }) => [p.first.id, p.second.id])).toContain(
    first,
  )
  const { items, same, percent, kappa } = read.all
  expect([items - same, read.pairs.length]).toEqual([1, 1])
  expect(agreement[1]).toEqual(['全部合计', '1', String(items), String(same), String(percent)])
  expect(agreement[2]?.slice(1)).toEqual(['1', String(items), String(same), String(percent)])
  expect(agreement[3]).toEqual([`卡帕系数 ${kappa}`])
  expect(await part('检查一致性', 'en')).toEqual([])
  expect((await part('Agreement', 'en'))[1]?.[0]).toBe('All together')
  expect((await head().get(url(`scores/print.pdf?month=${month}&lang=zh`))).body.subarray(0, 4).toString()).toBe('%PDF')
})

test('the heat map of a company: every estate of the reader and no other, sorted, paged, those without a look last', async () => {
  const reader = await t.hire(t.a.id, 'qualityDept')
  const admin = await t.hire(t.a.id, 'systemAdmin')
  await t.tx(({ db }) =>
    db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', 'in', [reader, admin]).execute(),
  )
  const estate = async (code: string, name: string): Promise<Uuid> => {
    const body = { code, name, centreId: t.centreId, timeZone: 'Asia/Shanghai' }
    const made = await t.as(admin).post('/api/v1/estates', body)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    return made.body.id
  }
  const [c, never] = [await estate('TC', '丙小区'), await estate('TD', '丁小区')]
  // two more with looks: B better in April than in March, C worse than both
  const inEstate = (estateId: Uuid): TestHouse => ({
    ...t,
    tx: async (work) => {
      const done = await inTransaction(t.house.database, { scope: [estateId] }, work)
      if (isRefusal(done)) throw new Error(done.code)
      return done
    },
  })
  for (const [id, touchpoint, on, answers] of [
    [t.b.id, 'T12', '2025-03-04', { [CERTIFICATE]: 'fail' }],
    [t.b.id, 'T12', '2025-04-04', {}],
    [c, 'T12', '2025-03-04', {}],
    [c, 'T12', '2025-04-04', { [CERTIFICATE]: 'fail' }],
  ] as const) {
    const rows = inEstate(id)
    const place = await addPlace(rows, touchpoint, `${touchpoint} ${on}`, id)
    await addLook(rows, { place, by: t.a.staff.lineLead, on, answers, in_: id })
  }
  expect((await head().get('/api/v1/company/scores')).status).toBe(403)
  const company = async (query: string, by = reader) =>
    (await t.as(by).get(`/api/v1/company/scores?month=2025-04${query}`)).body
  const order = async (query: string) => (await company(query)).rows.map((r: { estate: { id: Uuid } }) => r.estate.id)

  const all = await company('')
  expect(all).toMatchObject({
    estates: 4,
    // the mean over those that have a score
    totals: { score: 65.5, looks: 6 },
    rows: [
      { estate: { id: t.a.id, name: '测试小区TA' }, score: 37.5, before: 78.7, looks: 4 },
      { estate: { id: c, name: '丙小区' }, score: 59, before: 100, looks: 1 },
      { estate: { id: t.b.id }, score: 100, before: 59, looks: 1 },
      { estate: { id: never }, score: null, before: null, looks: 0 },
    ],
  })
  const lifts = TOUCHPOINTS.indexOf('T12')
  expect(all.rows.map((r: { touchpoints: number[] }) => [r.touchpoints[0], r.touchpoints[lifts]])).toEqual([
    [75, null],
    [null, 59],
    [null, 100],
    [null, null],
  ])
  expect(all.totals.touchpoints[lifts]).toBe(79.5)
  const [low, high] = [
    [t.a.id, c, t.b.id],
    [t.b.id, c, t.a.id],
  ]
  expect(await order('&sort=score&direction=asc')).toEqual([...low, never])
  expect(await order('&sort=score&direction=desc')).toEqual([...high, never])
  // 41.2 and 41 points lost, 41 won
  expect(await order('&sort=change&direction=asc')).toEqual([...low, never])
  expect(await order('&sort=change&direction=desc')).toEqual([...high, never])
  const named = [never, c, t.a.id, t.b.id]
  expect(await order('&sort=name&direction=asc')).toEqual(named)
  expect(await order('&sort=name&direction=desc')).toEqual(named.toReversed())

  const paged: Uuid[] = []
  for (let next = ''; next !== 'end'; ) {
    const page = await company(`&limit=2${next && `&cursor=${next}`}`)
    expect(page.rows).toHaveLength(2)
    expect(page).toMatchObject({ estates: 4, totals: { score: 65.5 } })
    paged.push(...page.rows.map((r: { estate: { id: Uuid } }) => r.estate.id))
    next = page.next ?? 'end'
  }
  expect(paged).toEqual([...low, never])

  // one estate is found by a part of its name or by its code, beside the means of all
  expect(await company(`&q=${encodeURIComponent('丙小')}`)).toMatchObject({
    ...{ estates: 4, totals: { score: 65.5 } },
    rows: [{ estate: { id: c } }],
    next: null,
  })
  expect(await order(`&q=${all.rows[0].estate.code.toLowerCase()}`)).toEqual([t.a.id])
  expect(await order('&q=nowhere')).toEqual([])
  const found = await sheetOf(
    (await t.as(reader).get(`/api/v1/company/scores.xlsx?month=2025-04&q=${encodeURIComponent('丙小')}`)).body,
  )
  expect(found.slice(1).map(([name]) => name)).toEqual(['丙小区'])

  // who has the right in one estate sees that one
  for (const { id, staff } of [t.a, t.b]) {
    const own = await company('', staff.qualityDept)
    expect(own).toMatchObject({ estates: 1, rows: [{ estate: { id } }] })
    expect(own.rows).toHaveLength(1)
  }
  const sheet = await sheetOf((await t.as(reader).get('/api/v1/company/scores.xlsx?month=2025-04')).body)
  expect(sheet.slice(1).map((row) => row.slice(0, 3))).toEqual([
    ['测试小区TA', '37.5', '78.7'],
    ['丙小区', '59', '100'],
    ['测试小区TB', '100', '59'],
    ['丁小区', undefined, undefined],
  ])
})

test('scores are for those who read inspections, and never those of another estate', async () => {
  const foreign = await addLook(t, {
    place: await addPlace(t, 'T01', '别处', t.b.id),
    by: t.b.staff.lineLead,
    on: '2025-04-01',
    in_: t.b.id,
  })
  expect((await t.as(t.a.staff.cashier).get(url('scores'))).status).toBe(403)
  expect((await t.as(t.b.staff.centreHead).get(url('scores'))).status).toBe(404)
  expect((await head().get(url(`scored-looks/${foreign}`))).status).toBe(404)
  for (const path of [
    'scores?month=2025-13',
    'place-scores?cursor=eyJ',
    'scored-looks?cursor=eyJ',
    'scored-looks?itemId=X',
  ])
    expect((await head().get(url(path))).body.error.field).toMatch(/^query\./)
})

test('the figures of estate and company are read from indexes', async () => {
  const month = { before: '2025-03-01', from: '2025-04-01', to: '2025-04-30' }
  const scanned: string[] = []
  await t.tx(async (tx) => {
    // the tables are small here; an index is taken only if there is one that fits
    await sql`set local enable_seqscan = off`.execute(tx.db)
    const statement = meansSql([t.a.id, t.b.id], [t.a.id], month)
    const { rows } = await sql<Record<'QUERY PLAN', string>>`explain ${statement}`.execute(tx.db)
    const plan = rows.map((r) => r['QUERY PLAN']).join('\n')
    if (/Seq Scan on (inspection|look_month)/.test(plan)) scanned.push(plan)
    return true
  })
  expect(scanned).toEqual([])
})
