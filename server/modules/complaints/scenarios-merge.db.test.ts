import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import {
  answer,
  type ComplaintHouse,
  category,
  inMinutes,
  itIs,
  local,
  openComplaintHouse,
  SAID,
} from '#test/complaint-house.ts'
import { sweepComplaints } from './sweep-complaints.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-23', '09:30')
})
afterAll(() => h.close())

let people = 0
const another = () => {
  people += 1
  return String(people).padStart(4, '0')
}
const person = () => ({ contactPhone: `1380000${another()}` })
const posted = (...points: string[]) =>
  h.registered({
    channel: 'forum',
    customerName: undefined,
    contactPhone: undefined,
    contactable: false,
    complaint: { post: { account: `网友${another()}`, postedAt: local('2026-11-23', '09:10'), points } },
  })
const merge = (id: Uuid, intoId: Uuid) => h.did('csLead', id, 'merge', { intoId, reason: '同一件事' })
const points = async (id: Uuid): Promise<[number, string, string | null, Uuid | null][]> =>
  (await h.caseOf(id)).points.map(
    (p: { no: number; text: string; answer: string | null; origin: { id: Uuid } | null }) => [
      p.no,
      p.text,
      p.answer,
      p.origin?.id ?? null,
    ],
  )
const tick = async (id: Uuid, text: string) => {
  const point = (await h.caseOf(id)).points.find((p: { text: string }) => p.text === text)
  await h.did('csLead', id, 'answerPoint', { pointId: point.id, answer: '已安排' })
}
const reports = async (id: Uuid): Promise<object[]> =>
  (await h.caseOf(id)).reports.map((r: { kind: string; state: string; dueAt: string; voidedInto: object | null }) => ({
    kind: r.kind,
    state: r.state,
    dueAt: r.dueAt,
    into: r.voidedInto,
  }))
const listed = async (
  query: string,
): Promise<{ id: Uuid; kind: string; voided: object | null; matter: { id: Uuid } }[]> =>
  (await h.t.as(h.who('csLead')).get(h.url(`complaint-reports?${query}`))).body.rows

test('CP-115 CP-124 T6 points of a merged post that nobody has answered join the other post, with the number they came from, and wait for its answer', async () => {
  itIs('2026-11-23', '09:30')
  const into = await posted('恶臭', '没人管')
  const from = await posted('蚊虫', '恶臭', '垃圾车太吵')
  await tick(from, '垃圾车太吵')
  await merge(from, into)
  expect(await points(into)).toEqual([
    [1, '恶臭', null, null],
    [2, '没人管', null, null],
    [3, '蚊虫', null, from],
    [4, '恶臭', null, from],
  ])
  const { number } = await h.view(from)
  expect((await h.caseOf(into)).points[2].origin.number).toBe(number)
  // what was answered stays where it was answered
  expect((await points(from)).map(([, text]) => text)).toEqual(['垃圾车太吵'])
  // and along with the next merge, still under the number where it was raised
  const last = await posted('全部')
  await merge(into, last)
  expect(await points(last)).toEqual([
    [1, '全部', null, null],
    [2, '恶臭', null, into],
    [3, '没人管', null, into],
    [4, '蚊虫', null, from],
    [5, '恶臭', null, from],
  ])
  await h.did('frontDeskClerk', last, 'forward', { leadId: h.who('csLead') })
  await h.did('csLead', last, 'acceptCase')
  await h.did('centreHead', last, 'approveFacts', { facts: '清运迟到', measures: '改时间' })
  for (const text of ['全部', '没人管', '蚊虫']) await tick(last, text)
  const reply = answer(h, { way: 'post', reply: '清运时间已改，今天消杀。' })
  expect(await h.refused('csLead', last, 'reply', reply)).toMatchObject({
    code: 'E_POINTS_OPEN',
    details: { open: [2, 5] },
  })
  for (const { id, answer: said } of (await h.caseOf(last)).points)
    if (said === null) await h.did('csLead', last, 'answerPoint', { pointId: id, answer: '今天消杀' })
  await h.did('csLead', last, 'reply', reply)
})

test('CP-115 T6 T22 a complaint that is not on line answers the points of a merged post too, before its reply and before it is closed', async () => {
  const into = await h.registered(person())
  await merge(await posted('恶臭'), into)
  expect((await h.view(into)).flags).not.toContain('online')
  await h.did('frontDeskClerk', into, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: inMinutes(30),
  })
  await h.did('csLead', into, 'acceptCase')
  expect(await h.refused('csLead', into, 'reply', answer(h))).toMatchObject({ code: 'E_POINTS_OPEN' })
  await tick(into, '恶臭')
  await h.did('csLead', into, 'reply', answer(h))

  // merged when the answer has gone out already: it cannot be closed over the points
  const closing = await h.registered(person())
  await h.toCallBack(closing)
  await merge(await posted('蚊虫'), closing)
  await h.did('csLead', closing, 'setCategory', category())
  await h.did('csLead', closing, 'setImpact', { impact: '两户' })
  expect(await h.refused('csLead', closing, 'callBack', SAID.closing)).toMatchObject({
    code: 'E_POINTS_OPEN',
    details: { open: [1] },
  })
  await tick(closing, '蚊虫')
  await h.did('csLead', closing, 'callBack', SAID.closing)
  expect(await h.state(closing)).toBe('CLOSED')
})

test('CP-120b T25 no quiet week ends over an unanswered point; once it is answered, the week does', async () => {
  itIs('2026-11-23', '10:00')
  const id = await h.registered({ contactable: false, customerName: undefined, contactPhone: undefined })
  await merge(await posted('路灯不亮'), id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'setImpact', { impact: '两人' })
  await tick(id, '路灯不亮')
  await h.worked(id)
  await h.did('csLead', id, 'passExempt', { checked: '看过', exemption: 'E2' })
  const later = await posted('摄像头坏了')
  await merge(later, id)
  // a voice of before the treatment leaves the week alone, its point does not
  expect(await h.state(id)).toBe('OBSERVING')
  itIs('2026-12-01', '00:00')
  expect(await sweepComplaints(h.t.house)).toMatchObject({ closed: 0 })
  expect(await h.told(id, 'complaint.quietBlocked')).toContain(h.who('csLead'))
  await tick(id, '摄像头坏了')
  expect(await sweepComplaints(h.t.house)).toMatchObject({ closed: 1 })
})

test('CP-094 T6 the open report of a merged complaint is voided with its reason; the other one owes it by the earlier time', async () => {
  itIs('2026-12-07', '10:00')
  const early = await h.registered({ ...person(), complaint: { claimFen: 200_000 } })
  itIs('2026-12-08', '10:00')
  const late = await h.registered({ ...person(), complaint: { claimFen: 300_000 } })
  const due = { early: local('2026-12-08', '18:00'), late: local('2026-12-09', '18:00') }
  expect(await reports(late)).toEqual([{ kind: 'majorFirst', state: 'draft', dueAt: due.late, into: null }])
  const [draft] = await listed(`matterId=${early}`)
  await h.t.as(h.who('csLead')).put(h.url(`complaint-reports/${draft?.id}/parts`), {
    version: 1,
    parts: { factsSoFar: '楼上漏水' },
  })
  await merge(early, late)
  const { number } = await h.view(late)
  expect(await reports(early)).toEqual([
    { kind: 'majorFirst', state: 'voided', dueAt: due.early, into: { id: late, number } },
  ])
  expect(await reports(late)).toEqual([{ kind: 'majorFirst', state: 'draft', dueAt: due.early, into: null }])
  expect((await h.clocks(late, 'complaint.majorReport')).map((c) => [c.state, c.due_at])).toEqual([
    ['stopped', due.late],
    ['running', due.early],
  ])
  // no list of reports shows it unless it is asked for; what was written in it is still there, and nobody writes on
  expect((await listed('limit=100')).map((r) => r.matter?.id)).not.toContain(early)
  expect((await listed('state=draft')).map((r) => r.matter?.id)).not.toContain(early)
  expect(await listed('state=voided')).toMatchObject([
    { id: draft?.id, kind: 'majorFirst', voided: { reason: 'merged', into: { id: late, number } } },
  ])
  const path = h.url(`complaint-reports/${draft?.id}`)
  const lead = h.t.as(h.who('csLead'))
  const view = (await lead.get(path)).body
  expect(view.parts[0]).toMatchObject({ name: 'factsSoFar', text: '楼上漏水' })
  for (const refused of [
    await lead.put(`${path}/parts`, { version: view.version, parts: { risk: '无' } }),
    await lead.post(`${path}/submit`, { version: view.version }),
    await lead.post(`${path}/revise`, { version: view.version }),
    await lead.post(h.url('complaint-reports'), { kind: 'caseAnalysis', matterId: early }),
  ])
    expect([refused.status, refused.body.error.code]).toEqual([409, 'E_STATE_CHANGED'])
  expect((await lead.get(`${path}/print.pdf?lang=en`)).status).toBe(200)
  // the other way about: an earlier time of one's own stays
  const third = await h.registered({ ...person(), complaint: { claimFen: 500_000 } })
  await merge(third, late)
  expect(await reports(late)).toContainEqual({ kind: 'majorFirst', state: 'draft', dueAt: due.early, into: null })
})

test('CP-100 T6 of two hot complaints the earlier week binds the one that is left', async () => {
  itIs('2026-12-14', '10:00')
  const first = await h.registered({ ...person(), complaint: { persons: 3 } })
  itIs('2026-12-16', '10:00')
  const second = await h.registered({ ...person(), complaint: { persons: 4 } })
  await merge(first, second)
  const due = local('2026-12-21', '24:00')
  expect(await reports(second)).toEqual([{ kind: 'hotFirst', state: 'draft', dueAt: due, into: null }])
  expect((await h.clocks(second, 'complaint.hotReport')).at(-1)).toMatchObject({ state: 'running', due_at: due })
  // K9: what was voided is no missing report
  const figures = async (day: string) =>
    (await h.t.as(h.who('centreHead')).get(h.url(`complaint-analysis?from=${day}&to=${day}&compareMonths=0`))).body
      .handling.missingReports.count
  itIs('2026-12-23', '10:00')
  // its day is the one that begins at the due time
  expect(await figures('2026-12-22')).toBe(1)
})

test('T5 CP-151 what is no complaint owes no report: its draft is voided, not deleted', async () => {
  itIs('2026-12-23', '10:00')
  const id = await h.registered({ ...person(), complaint: { claimFen: 200_000 } })
  await h.did('csLead', id, 'notComplaint', { reason: '是报修', becomes: 'nothing' })
  expect(await reports(id)).toMatchObject([{ kind: 'majorFirst', state: 'voided', into: null }])
  expect(await listed(`matterId=${id}&state=voided`)).toMatchObject([
    { voided: { reason: 'notComplaint', into: null } },
  ])
  expect(await listed(`matterId=${id}`)).toEqual([])
})

test('CP-097 CP-123 T6 A into B and B into C: every voice is heard at C under the number where it was registered, and no ring closes', async () => {
  itIs('2026-12-24', '10:00')
  const [a, b, c] = [await h.registered(person()), await h.registered(person()), await h.registered(person())]
  await merge(a, b)
  await merge(b, c)
  const seen = await h.caseOf(c)
  expect(seen).toMatchObject({ persons: 3, times: 3 })
  const numbers = new Map([
    [a, (await h.view(a)).number],
    [b, (await h.view(b)).number],
    [c, (await h.view(c)).number],
  ])
  for (const { origin } of seen.voices) expect(origin.number).toBe(numbers.get(origin.id))
  expect(seen.voices.map((v: { origin: { id: Uuid } }) => v.origin.id).sort()).toEqual([a, b, c].sort())
  expect(await h.view(a)).toMatchObject({ state: 'MERGED', mergedInto: { id: b } })
  expect(await h.view(b)).toMatchObject({ state: 'MERGED', mergedInto: { id: c } })
  expect((await h.caseOf(b)).voices).toEqual([])
  for (const ring of [a, b])
    expect(await h.refused('csLead', c, 'merge', { intoId: ring, reason: '同一件事' })).toMatchObject({
      code: 'E_MERGE_TARGET',
      field: 'body.intoId',
    })
  expect((await h.refused('csLead', c, 'merge', { intoId: c, reason: '同一件事' })).code).toBe('E_MERGE_LOOP')
})
