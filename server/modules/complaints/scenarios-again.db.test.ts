import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { type ComplaintHouse, category, itIs, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-10-12', '10:00')
})
afterAll(() => h.close())

const closed = async (over: Record<string, unknown> = {}): Promise<Uuid> => {
  const id = await h.registered(over)
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  return id
}
const filed = async (): Promise<Uuid> => {
  const id = await closed()
  await h.did('complaintVerifier', id, 'count', { counted: true })
  await h.did('complaintVerifier', id, 'archive')
  return id
}
const again = { newFact: '楼道又脏了' }
/** Complaints received on a day that count. */
const countedOn = async (day: string): Promise<number> =>
  (await h.t.as(h.who('csLead')).get(h.url(`complaint-analysis?from=${day}&to=${day}`))).body.totals.counted.count

test('CP-125 T29 raised again within the month it keeps its number and is one count; the reply is owed anew', async () => {
  itIs('2026-10-24', '10:00')
  const id = await closed()
  const before = await h.view(id)
  itIs('2026-11-23', '23:59')
  expect(await countedOn('2026-10-24')).toBe(1)
  await h.did('frontDeskClerk', id, 'reopen', again)
  expect([await countedOn('2026-10-24'), await countedOn('2026-11-23')]).toEqual([1, 0])
  const after = await h.view(id)
  expect(after).toMatchObject({
    number: before.number,
    state: 'INVESTIGATING',
    reopenedCount: 1,
    closedAt: null,
    satisfaction: null,
  })
  expect((await h.clocks(id, 'complaint.reply')).map((c) => [c.state, c.due_at])).toEqual([
    ['met', local('2026-10-24', '24:00')],
    ['running', local('2026-11-23', '24:00')],
  ])
  // to describe its post now neither ends nor moves that clock
  await h.did('frontDeskClerk', id, 'describePost', { points: '脏' })
  expect((await h.clocks(id, 'complaint.reply')).at(-1)?.state).toBe('running')
})

test('CP-125 T29 on the day after the month it is a closed case', async () => {
  itIs('2026-10-25', '10:00')
  const id = await closed()
  itIs('2026-11-25', '00:00')
  expect(await h.refused('frontDeskClerk', id, 'reopen', again)).toMatchObject({
    code: 'E_REOPEN_OVER',
    details: { until: local('2026-11-24', '24:00') },
  })
  // nor does anything merge into it
  const other = await h.registered()
  expect(await h.refused('csLead', other, 'merge', { intoId: id, reason: '同一件事' })).toMatchObject({
    code: 'E_MERGE_TARGET',
    field: 'body.intoId',
  })
})

test('CP-125 CP-150 T30 T31 what is filed stays as it is; said again it is a new complaint that repeats the old one', async () => {
  itIs('2026-11-25', '10:00')
  const id = await filed()
  expect((await h.refused('frontDeskClerk', id, 'reopen', again)).code).toBe('E_STATE_CHANGED')
  const before = await h.view(id)
  const counted = await countedOn('2026-11-25')
  const repeated = await h.registered({ links: [{ kind: 'repeatOf', matterId: id }] })
  expect((await h.view(repeated)).links).toMatchObject([{ kind: 'repeatOf', number: before.number }])
  expect((await h.view(repeated)).number).not.toBe(before.number)
  expect(await countedOn('2026-11-25')).toBe(counted + 1)
  expect(await h.view(id)).toMatchObject({ state: 'ARCHIVED', version: before.version })
})

test('CP-150 T30 a file that is not complete is not filed, and says what it lacks', async () => {
  const id = await closed()
  expect(await h.refused('complaintVerifier', id, 'archive')).toMatchObject({
    code: 'E_FILE_INCOMPLETE',
    details: { missing: ['counted'] },
  })
  expect((await h.caseOf(id)).missing).toEqual(['counted'])
  expect((await h.refused('csLead', id, 'archive')).code).toBe('E_FORBIDDEN')
})

test('CP-060 CP-064 of two clerks who press at once one is first, and the other learns who was', async () => {
  const id = await h.registered()
  const { version } = await h.view(id)
  const body = {
    version,
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2026-11-25', '18:00'),
  }
  const both = await Promise.all(
    (['frontDeskClerk', 'frontDeskLead'] as const).map((by) =>
      h.t.as(h.who(by)).post(h.url(`complaints/${id}/dispatch`), body),
    ),
  )
  expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  const second = both.find((a) => a.status === 409)
  expect(second?.body.error).toMatchObject({ code: 'E_STATE_CHANGED', details: { state: 'ASSIGNED' } })
  const timeline = (await h.t.as(h.who('csLead')).get(h.url(`matters/${id}/timeline`))).body.rows
  expect(timeline.filter((line: { verb: string }) => line.verb === 'dispatch')).toHaveLength(1)
})

test('CP-092 the same key twice is one demand, and both get its answer', async () => {
  const id = await h.registered()
  const { version } = await h.view(id)
  const key = newId()
  const send = () =>
    h.t
      .as(h.who('frontDeskClerk'))
      .post(h.url(`complaints/${id}/demand`), { version, amountFen: 60_000, grounds: '鞋柜' }, key)
  const first = await send()
  const second = await send()
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body.matter.version).toBe(first.body.matter.version)
  expect((await h.caseOf(id)).claimFen).toBe(60_000)
})

test('CP-097 T6 merged into each other at once, one of the two is left and no voice is lost', async () => {
  for (const _round of [1, 2, 3]) {
    const a = await h.registered()
    const b = await h.registered({ contactPhone: '13900000002' })
    const merge = async (by: 'csLead' | 'centreHead', id: Uuid, intoId: Uuid) =>
      h.t.as(h.who(by)).post(h.url(`complaints/${id}/merge`), { version: 1, intoId, reason: '同一件事' })
    const both = await Promise.all([merge('csLead', a, b), merge('centreHead', b, a)])
    expect(both.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(both.filter((answer) => answer.status >= 500)).toEqual([])
    const states = [await h.state(a), await h.state(b)].sort()
    expect(states).toEqual(['MERGED', 'RECEIVED'])
    const left = (await h.state(a)) === 'RECEIVED' ? a : b
    expect(await h.caseOf(left)).toMatchObject({ persons: 2, times: 2 })
  }
})

test('CP-097 T6 into itself, what is merged, filed, no complaint, of another kind or another estate nothing is merged', async () => {
  const id = await h.registered()
  const merged = await h.registered()
  const target = await h.registered()
  await h.did('csLead', merged, 'merge', { intoId: target, reason: '同一件事' })
  const none = await h.registered()
  await h.did('csLead', none, 'notComplaint', { reason: '是一条建议', becomes: 'nothing' })
  const enquiry = await h.t.as(h.who('frontDeskClerk')).post(h.url('matters'), {
    contactType: 'enquiry',
    channel: 'phone',
    customerSaid: '几点开门',
  })
  const foreign = await h.t.as(h.t.b.staff.frontDeskClerk).post(`/api/v1/estates/${h.t.b.id}/matters`, {
    contactType: 'complaint',
    channel: 'phone',
    customerSaid: '楼道脏',
    place: '1栋',
    complaint: { feeling: '生气', wish: '打扫' },
  })
  const into = (intoId: Uuid) => h.refused('csLead', id, 'merge', { intoId, reason: '同一件事' })
  expect((await into(id)).code).toBe('E_MERGE_LOOP')
  for (const wrong of [merged, none, await filed(), enquiry.body.matter.id])
    expect(await into(wrong)).toMatchObject({ code: 'E_MERGE_TARGET', field: 'body.intoId' })
  expect(await into(foreign.body.matter.id)).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.intoId' })
  // a loop of two: what took a voice in does not go into that voice
  expect((await h.refused('csLead', target, 'merge', { intoId: merged, reason: '同一件事' })).code).toBe(
    'E_MERGE_TARGET',
  )
})

test('CP-097 T6 T29 merged into what was closed less than a month ago takes that up again', async () => {
  itIs('2026-12-01', '10:00')
  const old = await closed()
  itIs('2026-12-20', '10:00')
  const fresh = await h.registered({ contactPhone: '13900000003' })
  await h.did('csLead', fresh, 'merge', { intoId: old, reason: '同一件事' })
  expect(await h.view(old)).toMatchObject({ state: 'INVESTIGATING', reopenedCount: 1 })
  expect(await h.caseOf(old)).toMatchObject({ persons: 2, times: 2, exemption: null })
})

test('CP-062 T29 a demand that was explained last time is explained anew when it is raised again', async () => {
  itIs('2026-12-21', '10:00')
  const id = await h.registered()
  await h.replied(id)
  await h.did('csLead', id, 'proposeUnreasonable', { facts: '全年免费', grounds: '合同', explained: '已解释' })
  await h.did('centreHead', id, 'confirmUnreasonable', { position: '按合同收费' })
  for (const day of ['2026-12-22', '2026-12-23']) {
    itIs(day, '10:00')
    await h.did('csLead', id, 'explain', { talkedAt: local(day, '09:30'), way: 'phone', said: '再次解释' })
  }
  await h.did('csLead', id, 'agree', { agreedBy: '王女士', way: 'phone', treatmentDueAt: local('2026-12-24', '10:00') })
  await h.did('customerAssistant', id, 'finishWork', { result: '已清扫', evidence: '照片' })
  await h.did('csLead', id, 'pass', { checked: '看过' })
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  await h.did('frontDeskClerk', id, 'reopen', again)
  await h.did('csLead', id, 'reply', {
    found: '同前',
    measure: '同前',
    responsibleId: h.who('csLead'),
    nextAt: local('2026-12-24', '10:00'),
    measureDueAt: local('2026-12-24', '10:00'),
    way: 'phone',
  })
  expect(await h.refused('centreHead', id, 'endExplained', { note: '前已解释' })).toMatchObject({
    code: 'E_EXPLAIN_MORE',
    details: { done: 0 },
  })
})
