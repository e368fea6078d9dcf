import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '#platform/documents/words.ts'
import { type ComplaintHouse, inMinutes, openComplaintHouse } from '#test/complaint-house.ts'
import { courseOf, factsRowOf } from '../reports/content.store.ts'
import { recordSheet } from './record.rules.ts'
import { filledRecordOf } from './record.store.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse()
})
afterAll(() => h.close())

const sheetOf = (id: string, lang: 'zh' | 'en') =>
  h.t.tx(async (tx) => {
    const facts = await factsRowOf(tx, h.t.a.id, id)
    if (!facts) throw new Error('no case')
    const filled = await filledRecordOf(tx, h.t.a.id, id)
    const course = await courseOf(tx, h.t.a.id, id, 40)
    return recordSheet(
      { facts, phone: '139****0001', intake: { feeling: '很生气', wish: '每天打扫' }, course, filled, open: true },
      { estate: '测试小区', now: tx.now, at: (instant) => instant ?? '' },
      words(lang),
    )
  })
const pdf = (id: string, lang: string, by = h.who('csLead')) =>
  h.t.as(by).get(h.url(`complaints/${id}/handling-record.pdf?lang=${lang}`))

test('CP-048 the handling record prints before it is filled in, with lines for the pen, and after it with what was filled in', async () => {
  const id = await h.registered()
  const blank = await sheetOf(id, 'zh')
  expect(blank.title).toBe('顾客投诉处理记录表')
  expect(blank.parts.map(({ title, text, lines }) => [title, text, lines])).toEqual([
    ['投诉内容', '楼道三天没有打扫\n很生气', 0],
    ['客户希望', '每天打扫', 0],
    ['查明的原因', '', 3],
    ['整改措施', '', 4],
    ['向客户反馈', '', 3],
  ])
  expect(blank.facts.at(-1)).toEqual(['责任人', '', '填写人', ''])
  // room for what happens later
  expect(blank.course.slice(-4)).toEqual(Array.from({ length: 4 }, () => ['', '', '']))
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: inMinutes(60),
  })
  const fill = { responsibleId: h.who('csLead'), measures: '每天两次巡查', feedback: '已电话告知' }
  await h.did('csLead', id, 'fillHandlingForm', { ...fill, measures: '先补扫' })
  await h.did('csLead', id, 'fillHandlingForm', fill)
  const full = await sheetOf(id, 'en')
  expect(full.title).toBe('Customer complaint handling record')
  // as it was filled in last; the one before stands in the course
  expect(full.parts.slice(-2).map(({ text, lines }) => [text, lines])).toEqual([
    ['每天两次巡查', 0],
    ['已电话告知', 0],
  ])
  expect(full.facts.at(-1)?.[1]).not.toBe('')
  expect(full.course.map((row) => row[2]).join('\n')).toContain('先补扫')
  expect(full.signatures).toHaveLength(4)
  for (const lang of ['zh', 'en']) {
    const printed = await pdf(id, lang)
    expect([printed.status, String(printed.body).slice(0, 5)]).toEqual([200, '%PDF-'])
  }
})

test('CP-153 the handling record is for who may see the complaint, in its own estate', async () => {
  const id = await h.registered()
  expect((await pdf(id, 'zh', h.t.b.staff.csLead)).status).toBe(404)
  expect(
    (await h.t.as(h.t.b.staff.csLead).get(`/api/v1/estates/${h.t.b.id}/complaints/${id}/handling-record.pdf`)).status,
  ).toBe(404)
  expect((await pdf(id, 'zh', h.who('technician'))).status).toBe(404)
  expect((await pdf(id, 'fr')).status).toBe(400)
})

test('CP-153 who printed the handling record is on the record; a refused one leaves no trace', async () => {
  const id = await h.registered()
  await pdf(id, 'zh', h.who('technician'))
  const logged = () =>
    h.t.tx(({ db }) =>
      db
        .selectFrom('audit')
        .select(['actor_id', 'action', 'after'])
        .where('estate_id', '=', h.t.a.id)
        .where('subject_id', '=', id)
        .where('action', 'like', 'export.%')
        .execute(),
    )
  expect(await logged()).toEqual([])
  await pdf(id, 'en')
  expect(await logged()).toEqual([
    { actor_id: h.who('csLead'), action: 'export.handlingRecord', after: { query: { lang: 'en' } } },
  ])
})
