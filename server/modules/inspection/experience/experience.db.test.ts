import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Fault, Highlight, Level, NextStep } from '#contract/experience.ts'
import type { SurveyedClass } from '#contract/survey-results.ts'
import { newId } from '#platform/ids.ts'
import { SURVEY_READERS } from '#server/modules.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPhoto, addPlace, proposed, type TestPlace } from '#test/inspection-rows.ts'
import { papersPrinted } from '#test/papers-printed.ts'
import { bringSurveys } from '../scores/survey-port.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())
// files of one process share the readers
afterEach(() => bringSurveys(SURVEY_READERS))

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const head = () => t.as(t.a.staff.centreHead)
const experience = async (month?: string, by = head()) => {
  const answer = await by.get(url(`experience${month ? `?month=${month}` : ''}`))
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}
const CERTIFICATE = 'T12-F-13'
const look = (place: TestPlace, on: string, answers: Record<string, 'pass' | 'fail' | 'na'> = {}, over = {}) =>
  addLook(t, { place, by: t.a.staff.lineLead, on, answers, ...over })
const brokenOf = (body: { mustBe: { broken: Fault[] } }) => body.mustBe.broken.map((f) => f.itemId)

test('before anybody has ever looked the page says so and claims nothing', async () => {
  const empty = await experience('2024-05')
  expect(empty).toMatchObject({
    looks: 0,
    latest: null,
    score: null,
    survey: null,
    mustBe: { standing: 'unseen', rate: null, gateBy: 'none', broken: [], items: { all: 0, seen: 0 } },
    oneDimensional: { standing: 'unseen', rate: null, touchpoints: [], weak: [] },
    attractive: { rate: null, bonus: 0, highlights: [] },
    next: [],
  })
})

test('quality-model 2 and 7 a failed certificate breaks the must-be of the estate, by name, until it is put right and looked at again', async () => {
  const { lineLead, repairLead, qualityDept } = t.a.staff
  const lift = await addPlace(t, 'T12', '8栋电梯')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const month = today.slice(0, 7)
  const bad = await look(lift, today, { [CERTIFICATE]: 'fail' })
  const [found] = await proposed(t, lineLead, lift, [CERTIFICATE], {
    inspectionId: bad,
    fileIds: [await addPhoto(t, lineLead)],
  })
  if (!found) throw new Error('nothing was found')
  await t.tx(({ db }) =>
    sql`update inspection_answer set finding_id = ${found.matterId} where inspection_id = ${bad} and item_id = ${CERTIFICATE}`.execute(
      db,
    ),
  )
  const before = await experience(month)
  expect(before.mustBe).toMatchObject({
    standing: 'broken',
    gate: 59,
    gateBy: 'criticalFailed',
    rate: { answered: 62, passed: 57 },
    putRight: 0,
    broken: [
      {
        itemId: CERTIFICATE,
        severity: 'critical',
        count: 1,
        places: [{ place: { id: lift.id }, on: today, lookId: bad, finding: { id: found.matterId } }],
      },
    ],
  })
  expect(before.next[0]).toMatchObject({ kind: 'critical', itemId: CERTIFICATE, findingId: found.matterId })
  // what a figure names can be opened
  expect((await head().get(url(`scored-looks/${bad}`))).body.score).toBe(59)
  expect((await head().get(url(`findings/${found.matterId}`))).status).toBe(200)

  const act = async (by: string, verb: string, input: object) => {
    const { version } = (await head().get(url(`matters/${found.matterId}`))).body
    const done = await t.as(by).post(url(`findings/${found.matterId}/${verb}`), { version, ...input })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
  }
  await act(repairLead, 'rectify', { measure: '换新证', photoIds: [await addPhoto(t, repairLead)] })
  expect((await experience(month)).mustBe.standing).toBe('broken')
  await act(qualityDept, 'pass-check', { rootCause: '年检到期未跟进' })
  expect((await experience(month)).mustBe).toMatchObject({
    standing: 'met',
    gate: 100,
    rate: { answered: 62, passed: 62 },
    putRight: 1,
    broken: [],
  })
})

test('what stays open is carried into the next month, also while nobody has looked; the last month with looks is offered', async () => {
  const lift = await addPlace(t, 'T12', '9栋电梯')
  await look(lift, '2025-02-10', { [CERTIFICATE]: 'fail' })
  const [found] = await proposed(t, t.a.staff.lineLead, lift, [CERTIFICATE], {
    fileIds: [await addPhoto(t, t.a.staff.lineLead)],
  })
  await t.tx(({ db }) =>
    db
      .updateTable('finding')
      .set({ found_on: '2025-02-10', last_found_at: '2025-02-10T02:00:00.000Z' })
      .where('matter_id', '=', found?.matterId ?? '')
      .executeTakeFirst(),
  )
  const february = await experience('2025-02')
  expect(february).toMatchObject({ looks: 1, latest: null, until: '2025-02-28', mustBe: { standing: 'broken' } })
  const march = await experience('2025-03')
  expect(march).toMatchObject({
    looks: 0,
    latest: '2025-02',
    mustBe: { standing: 'broken', rate: null, before: 57 / 62, items: { seen: 0 } },
  })
  expect(march.mustBe.broken[0]).toMatchObject({ itemId: CERTIFICATE, places: [{ lookId: null }] })
  expect((await head().get(url('scores?month=2025-03'))).body).toMatchObject({ looks: 0, latest: '2025-02' })
  await look(lift, '2025-03-05')
  expect(brokenOf(await experience('2025-03'))).not.toContain(CERTIFICATE)
})

test('quality-model 8 the level of telephone and visits against the month before, and highlights that are there or not', async () => {
  const [phone, visits, desk] = [await addPlace(t, 'T17'), await addPlace(t, 'T20'), await addPlace(t, 'T15')]
  await look(phone, '2025-05-10', { 'T17-P-01': 'fail', 'T17-P-12': 'na', 'T17-I-01': 'na' })
  await look(phone, '2025-06-02', { 'T17-P-01': 'fail', 'T17-P-04': 'fail', 'T17-P-12': 'na', 'T17-I-01': 'na' })
  await look(desk, '2025-06-03', { 'T15-I-01': 'na' })
  await look(visits, '2025-06-04', { 'T20-P-19': 'fail' })
  bringSurveys({ satisfaction: async () => new Map([['T17', { satisfaction: 3.8, answers: 21 }]]) })
  const { oneDimensional, attractive, mustBe, next } = await experience('2025-06')
  expect(oneDimensional).toMatchObject({ standing: 'up', items: { all: 35, seen: 35 } })
  expect(oneDimensional.weak.map((f: Fault) => f.itemId)).toEqual(['T17-P-01', 'T17-P-04'])
  const [calls, rest] = oneDimensional.touchpoints as Level[]
  expect(calls).toMatchObject({ touchpoint: 'T17', satisfaction: { satisfaction: 3.8, answers: 21 } })
  expect(calls?.rate?.rate).toBeLessThan(calls?.before ?? 0)
  expect(rest).toMatchObject({ touchpoint: 'T20', rate: { rate: 1 }, before: null })
  const standing = new Map(attractive.highlights.map((h: Highlight) => [h.itemId, h.standing]))
  expect(standing.get('T15-I-02')).toBe('shines')
  expect(standing.get('T20-P-19')).toBe('absent')
  expect(standing.get('T17-I-01')).toBe('unseen')
  expect(attractive).toMatchObject({ rate: { answered: 3, passed: 2 }, bonus: 3.33 })
  expect(mustBe.broken.filter((f: Fault) => f.itemId === 'T20-P-19')).toEqual([])
  expect(next.map((s: NextStep) => s.kind)).toEqual(expect.arrayContaining(['levelDown', 'highlight']))
})

test('quality-model 8.2 calls, answers of the lines, visits and callbacks are measured in the month of the estate, beside satisfaction', async () => {
  const { body: made } = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
    contactType: 'enquiry',
    channel: 'phone',
    customerSaid: '装修几点可以开工',
  })
  const matterId = made.matter.id
  // the month of the estate begins eight hours before that of the clock
  const clocks: [name: string, at: string, late: boolean][] = [
    ['service.visit', '2025-06-30T15:59:59.999Z', false],
    ['service.visit', '2025-06-30T16:00:00.000Z', false],
    ['service.visit', '2025-07-10T02:00:00.000Z', false],
    ['service.visit', '2025-07-11T02:00:00.000Z', true],
    ['service.callback', '2025-07-12T02:00:00.000Z', false],
    ['complaint.callback', '2025-07-31T15:59:59.999Z', true],
    ['promise', '2025-07-12T02:00:00.000Z', true],
  ]
  await t.tx(async ({ db }) => {
    for (const [name, at, late] of clocks)
      await db
        .insertInto('clock')
        .values({
          estate_id: t.a.id,
          id: newId(),
          matter_id: matterId,
          name,
          rule: 'FD-715',
          span: '{}',
          started_at: at,
          due_at: at,
          state: late ? 'breached' : 'met',
          met_at: at,
          breached_at: late ? at : null,
          ended_at: at,
        })
        .execute()
    for (const [n, seconds] of [4, 12, 13, null].entries())
      await db
        .insertInto('phone_call')
        .values({
          estate_id: t.a.id,
          id: newId(),
          ref: `measured ${n}`,
          caller: '13900000001',
          known: 0,
          ringing_at: `2025-07-0${n + 1}T02:00:00.000Z`,
          ...(seconds === null
            ? { missed_at: '2025-07-04T02:01:00.000Z' }
            : {
                answered_at: '2025-07-01T02:01:00.000Z',
                answered_by: t.a.staff.frontDeskClerk,
                ring_seconds: seconds,
              }),
        })
        .execute()
  })
  bringSurveys({ satisfaction: async () => new Map([['T17', { satisfaction: 3.8, answers: 21 }]]) })
  const { measured } = (await experience('2025-07')).oneDimensional
  const days = { from: '2025-07-01', to: '2025-07-31' }
  const byClock = (measure: string) => ({ measure, opens: { list: 'missed', filter: { measure, ...days } } })
  expect(measured).toEqual([
    {
      measure: 'rings',
      touchpoint: 'T17',
      all: 4,
      kept: 2,
      opens: { list: 'calls', filter: { ...days, over: 'true' } },
      before: null,
      satisfaction: { satisfaction: 3.8, answers: 21 },
    },
    { ...byClock('response'), touchpoint: 'T18', all: 0, kept: 0, before: null, satisfaction: null },
    { ...byClock('visits'), touchpoint: 'T19', all: 3, kept: 2, before: 1, satisfaction: null },
    { ...byClock('callbacks'), touchpoint: 'T20', all: 2, kept: 1, before: null, satisfaction: null },
  ])
  // the same levels over a year, each beside what was said of its touchpoint in that month
  bringSurveys({
    satisfaction: async (_tx, _estate, { from }) =>
      new Map(from === '2025-06-01' ? [['T19', { satisfaction: 4.5, answers: 8 }]] : []),
  })
  const year = (await head().get(url('experience/levels?month=2025-07'))).body
  expect([year.months.length, year.months[0], year.months[11]]).toEqual([12, '2024-08', '2025-07'])
  const lastTwo = (measure: string) => {
    const { kept, satisfaction } = year.levels.find((level: { measure: string }) => level.measure === measure)
    return { kept: kept.slice(-2), satisfaction: satisfaction.slice(-2) }
  }
  expect(lastTwo('rings')).toEqual({ kept: [null, 0.5], satisfaction: [null, null] })
  expect(lastTwo('visits')).toEqual({ kept: [1, expect.closeTo(2 / 3, 10)], satisfaction: [4.5, null] })
  expect(lastTwo('callbacks')).toEqual({ kept: [null, 0.5], satisfaction: [null, null] })
})

test('quality-model 8.3 attractive items of a season, holiday or event are a calendar of a year: planned and delivered, absence no fault', async () => {
  const [phone, other] = [await addPlace(t, 'T17'), await addPlace(t, 'T17')]
  const [SMS, NOTICE, GREETING] = ['T17-I-01', 'T17-I-02', 'T17-P-12']
  const round = async (on: string, over: { kind?: string; state?: string; items?: object } = {}) => {
    const id = newId()
    await t.tx(async ({ db }) => {
      await db
        .insertInto('inspection_round')
        .values({
          estate_id: t.a.id,
          id,
          kind: over.kind ?? 'self',
          name: '节假日检查',
          task: over.kind === 'task' ? '清扫' : null,
          on_date: on,
          from_at: `${on}T01:00:00.000Z`,
          due_at: `${on}T04:00:00.000Z`,
          state: over.state ?? 'done',
          items: JSON.stringify(over.items ?? { conditions: ['event:holiday'] }),
        })
        .execute()
      for (const [i, place] of [phone, other].entries())
        await db
          .insertInto('inspection_stop')
          .values({ estate_id: t.a.id, round_id: id, seq: i + 1, place_id: place.id })
          .execute()
    })
    return id
  }
  const lookOn = async (roundId: string, place: TestPlace, on: string, answer: 'pass' | 'fail' | 'na') => {
    const id = await look(place, on, { [SMS]: answer, [NOTICE]: 'fail', [GREETING]: 'na' })
    await t.tx(({ db }) =>
      db
        .updateTable('inspection_stop')
        .set({ inspection_id: id })
        .where('round_id', '=', roundId)
        .where('place_id', '=', place.id)
        .executeTakeFirst(),
    )
  }
  // once there and once not, once not its time, once nobody went; what is called off or no look is no plan
  const spring = await round('2022-02-01')
  await lookOn(spring, phone, '2022-02-01', 'pass')
  await lookOn(spring, other, '2022-02-01', 'fail')
  await lookOn(await round('2022-04-05'), phone, '2022-04-05', 'na')
  await round('2022-05-01', { state: 'missed' })
  await round('2022-05-02', { state: 'cancelled' })
  await round('2022-05-03', { kind: 'task', items: {} })
  await round('2022-05-04', { kind: 'mystery', state: 'planned' })
  // outside of a round, and one before the year
  await look(phone, '2022-06-03', { [SMS]: 'pass', [NOTICE]: 'fail', [GREETING]: 'fail' })
  await round('2021-06-30')

  type Item = { itemId: string; planned: number[]; delivered: number[] }
  const year = async (by = head()) => (await by.get(url('experience/attractive?month=2022-06'))).body
  const of = (body: { months: string[]; items: Item[] }, id: string) => {
    const item = body.items.find((i) => i.itemId === id)
    const told = body.months.map((month, i): [string, number, number] => [
      month,
      item?.planned[i] ?? -1,
      item?.delivered[i] ?? -1,
    ])
    return told.filter(([, planned, delivered]) => planned !== 0 || delivered !== 0)
  }
  const body = await year()
  expect([body.months.length, body.months[0], body.months[11]]).toEqual([12, '2021-07', '2022-06'])
  const ids = body.items.map((i: Item) => i.itemId)
  expect(ids).toEqual(expect.arrayContaining([GREETING, SMS, NOTICE]))
  // left at any visit, not in a season: T20-P-19 is no line of a calendar
  expect(ids).not.toContain('T20-P-19')
  expect(of(body, SMS)).toEqual([
    ['2022-02', 2, 1],
    ['2022-04', 1, 0],
    ['2022-05', 2, 0],
    ['2022-06', 0, 1],
  ])
  expect([of(body, NOTICE), of(body, GREETING)]).toEqual([[], []])
  // a visit that nobody is to see coming is in nobody's calendar: what quality prints for the centre tells nothing early
  expect(of(await year(t.as(t.a.staff.qualityDept)), SMS)).toEqual(of(body, SMS))
  // what was absent is nowhere a fault, and costs the score nothing
  const june = await experience('2022-06')
  const faults = [...june.mustBe.broken, ...june.oneDimensional.weak].map((f: Fault) => f.itemId)
  expect(faults).not.toContain(NOTICE)
  expect(june.score).toBe(100)
  // on paper it is a second page, a line for each item that was planned or delivered
  for (const lang of ['zh', 'en']) {
    const pdf = await head().get(url(`experience/print.pdf?month=2022-06&lang=${lang}`))
    expect(pdf.status, JSON.stringify(pdf.body)).toBe(200)
    expect(pdf.body.toString('latin1'), `${lang} on two pages`).toMatch(/\/Count 2\b/)
  }
  expect((await t.as(t.a.staff.cashier).get(url('experience/attractive'))).status).toBe(403)
  expect((await t.as(t.b.staff.centreHead).get(url('experience/attractive'))).status).toBe(404)
})

test('quality-model 8.4 complaints that speak of too many messages lead to fewer of them, with the words that find them', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const said = (customerSaid: string) =>
    t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid,
      place: '9栋',
      complaint: { feeling: '烦', wish: '少发' },
    })
  const pestered = async () => (await experience(today.slice(0, 7))).next.filter((s: NextStep) => s.kind === 'annoys')
  await said('物业短信太多，一天五条')
  expect(await pestered()).toEqual([])
  await said('活动通知老发短信，消息太多了')
  await said('短信收不到')
  expect(await pestered()).toMatchObject([
    { touchpoint: 'T17', pester: 'messages', name: { zh: '短信和群消息' }, figures: { count: 2 } },
  ])
  expect((await experience('2025-01')).next.filter((s: NextStep) => s.kind === 'annoys')).toEqual([])
  // the register shows the same two
  const { rows } = (await head().get(url('complaints?pester=messages'))).body
  expect(rows).toHaveLength(2)
})

test('quality-model 8.5 the surveyed class stands beside the default on scores, looks and the formula, with its survey; the default still scores', async () => {
  const surveyed: SurveyedClass = {
    class: 'A',
    n: 44,
    on: '2025-07-01',
    surveyId: '00000000-0000-7000-8000-00000000000a',
    title: { zh: '品质问卷', en: 'Quality' },
    significant: true,
    provisional: false,
  }
  const asked: string[] = []
  bringSurveys({
    classes: async (_tx, _estate, until) => {
      asked.push(until)
      return new Map([[CERTIFICATE, surveyed]])
    },
    priorities: async () => ({
      survey: { id: surveyed.surveyId, title: surveyed.title, on: surveyed.on },
      items: [
        {
          touchpoint: 'T11',
          itemId: null,
          name: { zh: '借伞', en: 'Umbrellas' },
          class: 'A',
          n: 44,
          repair: null,
          build: 0.7,
        },
      ],
    }),
  })
  const id = await look(await addPlace(t, 'T12', '7栋电梯'), '2025-07-08', { [CERTIFICATE]: 'fail' })
  const picture = await experience('2025-07')
  expect(picture.survey).toMatchObject({ on: '2025-07-01', title: { zh: '品质问卷' } })
  const broken = picture.mustBe.broken.find((f: Fault) => f.itemId === CERTIFICATE)
  expect(broken).toMatchObject({ kano: 'must-be', surveyed: { class: 'A', n: 44 } })
  expect(picture.next.at(-1)).toMatchObject({ kind: 'build', name: { zh: '借伞' }, figures: { value: '0.70' } })
  const scores = (await head().get(url('scores?month=2025-07'))).body
  expect(scores.failedItems[0]).toMatchObject({ itemId: CERTIFICATE, kano: 'must-be', surveyed })
  const why = (await head().get(url(`scored-looks/${id}`))).body
  expect(why).toMatchObject({ score: 59 })
  expect(why.items[0]).toMatchObject({ itemId: CERTIFICATE, kano: 'must-be', surveyed })
  // a month is told by what was known at its end
  expect(asked).toContain('2025-07-31')
})

test('what a mystery visitor saw is in the picture after its release, for every reader', async () => {
  const gate = await addPlace(t, 'T01', '东门')
  const first = CATALOGUE_ITEMS.find((i) => i.touchpoint === 'T01' && i.kano === 'must-be')?.id ?? ''
  const id = await look(gate, '2025-08-02', { [first]: 'fail' }, { kind: 'mystery' })
  for (const reader of [head(), t.as(t.a.staff.qualityDept)])
    expect(brokenOf(await experience('2025-08', reader))).not.toContain(first)
  await t.tx(({ db, now }) =>
    db.updateTable('inspection').set({ released_at: now }).where('id', '=', id).executeTakeFirst(),
  )
  expect(brokenOf(await experience('2025-08'))).toContain(first)
})

test('the picture is for those who read inspections of the estate, on paper on one page in both languages', async () => {
  expect((await t.as(t.a.staff.cashier).get(url('experience'))).status).toBe(403)
  expect((await t.as(t.b.staff.centreHead).get(url('experience'))).status).toBe(404)
  expect((await t.as(t.b.staff.centreHead).get(url('experience/print.pdf'))).status).toBe(404)
  expect((await head().get(url('experience?month=2025-13'))).body.error.field).toBe('query.month')
  // everything fails somewhere, so that every list is as long as it can be
  for (const touchpoint of ['T01', 'T12', 'T15', 'T17', 'T20'] as const) {
    const items = CATALOGUE_ITEMS.filter((i) => i.touchpoint === touchpoint)
    const place = await addPlace(t, touchpoint, `名字很长的地点名字很长的地点 ${touchpoint}`)
    await look(place, '2025-09-02', Object.fromEntries(items.map((i) => [i.id, 'fail' as const])))
  }
  for (const lang of ['zh', 'en']) {
    const pdf = await head().get(url(`experience/print.pdf?month=2025-09&lang=${lang}`))
    expect(pdf.status, JSON.stringify(pdf.body)).toBe(200)
    const text = pdf.body.toString('latin1')
    expect(text.slice(0, 4)).toBe('%PDF')
    // the calendar of the year has the second page
    expect(text, `${lang} on one page`).toMatch(/\/Count 2\b/)
  }
  expect((await papersPrinted(t, 'experience')).slice(-2)).toMatchObject([
    { actor_id: t.a.staff.centreHead, after: { query: { lang: 'zh' } } },
    { actor_id: t.a.staff.centreHead, after: { query: { lang: 'en' } } },
  ])
})
