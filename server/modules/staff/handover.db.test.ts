import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { HANDOVER_GROUPS } from '#contract/handover.ts'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
let giverId: string
let takerId: string
let giver: Client
let taker: Client
let post: string
let posts = 0
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`

beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())
beforeEach(async () => {
  ;[giverId, takerId] = [
    await t.hire(t.a.id, 'frontDeskClerk', { name: '交班员' }),
    await t.hire(t.a.id, 'frontDeskClerk', { name: '接班员' }),
  ]
  ;[giver, taker] = [t.as(giverId), t.as(takerId)]
  posts += 1
  post = (
    await t
      .as(t.a.staff.frontDeskLead)
      .post(url('posts'), { name: `前台${posts}`, kind: 'frontDesk', acceptsComplaints: true })
  ).body.id
})

const register = async (who: Client, said = '水龙头漏水') =>
  (await who.post(url('matters'), { contactType: 'service', channel: 'phone', customerSaid: said })).body.matter
const open = (more: object = {}) => giver.post(url('handovers'), { postId: post, ...more })
const all = HANDOVER_GROUPS.map((group) => ({ group, agrees: true }))
const accept = (who: Client, handover: { id: string; version: number }, confirmations: object[] = all) =>
  who.post(url(`handovers/${handover.id}/accept`), { version: handover.version, confirmations })
const matterOf = async (id: string) => (await t.as(t.a.staff.csLead).get(url(`matters/${id}`))).body
const close = (who: Client, id: string, version: number) =>
  who.post(url(`infos/${id}/answer-at-once`), { version, answer: '已答复' })

test('FD-700 the record lists the open matters of the giver by itself and keeps what the giver writes', async () => {
  const mine = await register(giver)
  await register(taker, '别人的事')
  const made = await open({
    groups: {
      keysOut: [{ text: '3栋2单元水表间钥匙', count: 1 }],
      cash: [{ text: '备用金', amountFen: 50_000 }],
      specialCustomers: [{ text: '1203业主等候维修回复' }],
    },
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    state: 'OPEN',
    number: expect.stringMatching(/^H\d\d-\d{5}$/),
    from: { id: giverId },
    moves: ['amend', 'withdraw'],
  })
  expect(made.body.items.map((i: { number: string; mark: string }) => [i.number, i.mark])).toEqual([
    [mine.number, 'listed'],
  ])
  expect(made.body.groups.map((g: { group: string }) => g.group)).toEqual([...HANDOVER_GROUPS])
  const form = (await taker.get(url(`handovers/${made.body.id}/form`))).body
  expect(form).toMatchObject({ givenBy: '交班员', takenBy: null, estate: '测试小区TA', centre: '测试服务中心' })
  expect(form.rows.map((r: { group: string }) => r.group)).toEqual([...HANDOVER_GROUPS])
  expect(form.rows.find((r: { group: string }) => r.group === 'cash')).toMatchObject({
    text: '备用金',
    amountFen: 50_000,
  })
})

test('OS-014 on acceptance the handler moves to the taker, the closure controller with it, and the owner stays', async () => {
  const matter = await register(giver)
  const made = await open({ toStaffId: takerId })
  const done = await accept(taker, made.body)
  expect(done.body).toMatchObject({ state: 'ACCEPTED', to: { id: takerId }, moves: [] })
  const after = await matterOf(matter.id)
  expect(after.owner.id).toBe(giverId)
  expect(after.handler.id).toBe(takerId)
  expect(after.closureController.id).toBe(takerId)
  const [entry] = (await taker.get(url(`matters/${matter.id}/timeline`))).body.rows
  expect(entry).toMatchObject({
    type: 'move',
    verb: 'handover',
    actorName: '接班员',
    data: { number: made.body.number, from: { id: giverId }, to: { id: takerId } },
  })
})

test('FD-400 until somebody accepts, the giver stays responsible and cannot go off duty', async () => {
  const matter = await register(giver)
  const duty = await onDuty(giverId, post)
  expect((await giver.post(url(`duties/${duty}/end`), {})).body.error).toMatchObject({
    code: 'E_NO_HANDOVER_ACCEPT',
    details: { openMatters: 1 },
  })
  const made = await open()
  expect((await giver.post(url(`duties/${duty}/end`), {})).body.error).toMatchObject({
    code: 'E_NO_HANDOVER_ACCEPT',
    details: { handoverId: made.body.id },
  })
  expect((await matterOf(matter.id)).handler.id).toBe(giverId)
  const waiting = (await giver.get(url('on-duty'))).body.rows.find((d: { id: string }) => d.id === duty)
  expect(waiting).toMatchObject({ waitsForHandover: true, endedAt: null })
  expect((await accept(giver, made.body)).body.error.code).toBe('E_FORBIDDEN')
  await accept(taker, made.body)
  expect(
    (await giver.get(url('my-duties?from=2026-01-01'))).body.rows.find((d: { id: string }) => d.id === duty).endedAt,
  ).not.toBeNull()
})

test('FD-701 a second handover of the same post is refused while one is open, also when two open it at once', async () => {
  const first = await open()
  const second = await taker.post(url('handovers'), { postId: post })
  expect(second.status).toBe(409)
  expect(second.body.error).toMatchObject({
    code: 'E_HANDOVER_OPEN',
    details: { id: first.body.id, number: first.body.number },
  })
  await giver.post(url(`handovers/${first.body.id}/withdraw`), { version: 1, reason: '写错了' })
  const both = await Promise.all([open(), taker.post(url('handovers'), { postId: post })])
  expect(both.map((a) => a.status).sort()).toEqual([201, 409])
})

test('FD-701 one giver has one open handover, whatever the post', async () => {
  await open()
  const other = (await t.as(t.a.staff.frontDeskLead).post(url('posts'), { name: `另一岗${posts}`, kind: 'other' })).body
    .id
  expect((await giver.post(url('handovers'), { postId: other })).body.error.code).toBe('E_HANDOVER_OPEN')
})

test('FD-701 every group is confirmed; a difference needs a written remark and the lead is told of it', async () => {
  const made = await open({ groups: { cash: [{ text: '备用金', amountFen: 50_000 }] } })
  expect((await accept(taker, made.body, all.slice(1))).body.error).toMatchObject({
    code: 'E_NO_HANDOVER_ACCEPT',
    details: { missing: ['openItems'] },
  })
  const differs = (difference?: string) =>
    all.map((c) => (c.group === 'cash' ? { ...c, agrees: false, ...(difference ? { difference } : {}) } : c))
  expect((await accept(taker, made.body, differs())).body.error).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.confirmations.2.difference',
  })
  const done = await accept(taker, made.body, differs('实点450元,少50元'))
  expect(done.body).toMatchObject({ state: 'ACCEPTED', differences: 1 })
  for (const role of ['frontDeskLead', 'csLead'] as const) {
    const [message] = (await t.as(t.a.staff[role]).get(url('my-messages'))).body.rows
    expect(message.template).toBe('handover.difference')
    expect(message.body).toContain('少50元')
  }
  expect((await taker.get(url('handovers?withDifference=true'))).body.rows.map((h: { id: string }) => h.id)).toContain(
    made.body.id,
  )
})

test('FD-701 a record in which all agrees troubles no lead', async () => {
  const before = (await t.as(t.a.staff.csLead).get(url('my-messages'))).body.rows.length
  const made = await open()
  await accept(taker, made.body)
  expect((await t.as(t.a.staff.csLead).get(url('my-messages'))).body.rows).toHaveLength(before)
})

test('what was closed or given away since the opening is skipped, what has come is added and shown as new', async () => {
  const info = (
    await giver.post(url('matters'), { contactType: 'enquiry', channel: 'visit', customerSaid: '月卡怎么办' })
  ).body.matter
  const kept = await register(giver, '留着的事')
  const given = await register(giver, '转走的事')
  const made = await open()
  expect((await close(giver, info.id, info.version)).status).toBe(200)
  await t.tx(({ db }) =>
    db.updateTable('matter').set({ handler_id: t.a.staff.customerAssistant }).where('id', '=', given.id).execute(),
  )
  const fresh = await register(giver, '新来的事')
  const marks = (handover: { items: { matterId: string; mark: string }[] }) =>
    Object.fromEntries(handover.items.map((i) => [i.matterId, i.mark]))
  expect(marks((await taker.get(url(`handovers/${made.body.id}`))).body)).toEqual({
    [info.id]: 'closed',
    [kept.id]: 'listed',
    [given.id]: 'elsewhere',
    [fresh.id]: 'new',
  })
  const done = await accept(taker, made.body)
  expect(marks(done.body)).toEqual({
    [info.id]: 'closed',
    [kept.id]: 'moved',
    [given.id]: 'elsewhere',
    [fresh.id]: 'moved',
  })
  expect((await matterOf(fresh.id)).handler.id).toBe(takerId)
  expect((await matterOf(given.id)).handler.id).toBe(t.a.staff.customerAssistant)
  expect((await matterOf(info.id)).handler.id).toBe(giverId)
})

test('FD-701 of two who accept at once one takes over and the other is told who it was', async () => {
  const matter = await register(giver)
  const made = await open()
  const otherId = await t.hire(t.a.id, 'customerAssistant')
  const both = await Promise.all([accept(taker, made.body), accept(t.as(otherId), made.body)])
  expect(both.map((a) => a.status).sort()).toEqual([200, 409])
  const lost = both.find((a) => a.status === 409)
  const winner = both.find((a) => a.status === 200)?.body.to.id
  expect(lost?.body.error.code).toBe('E_STATE_CHANGED')
  expect((await matterOf(matter.id)).handler.id).toBe(winner)
  const entries = (await taker.get(url(`matters/${matter.id}/timeline`))).body.rows
  expect(entries.filter((e: { verb: string }) => e.verb === 'handover')).toHaveLength(1)
})

test('FD-400 a named taker is the only one who can accept, and must be another person who takes over work', async () => {
  const made = await open({ toStaffId: takerId })
  expect((await taker.get(url('my-messages'))).body.rows[0].template).toBe('handover.waiting')
  expect((await accept(t.as(t.a.staff.frontDeskLead), made.body)).body.error.code).toBe('E_FORBIDDEN')
  const amended = await giver.post(url(`handovers/${made.body.id}/amend`), { version: 1, toStaffId: null, groups: {} })
  expect((await accept(t.as(t.a.staff.frontDeskLead), amended.body)).status).toBe(200)
  const wrong = (toStaffId: string) => open({ toStaffId }).then((a) => a.body.error)
  expect(await wrong(giverId)).toMatchObject({ code: 'E_INPUT', field: 'body.toStaffId' })
  expect(await wrong(t.a.staff.cleaner)).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.toStaffId' })
  expect(await wrong(t.b.staff.frontDeskClerk)).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.toStaffId' })
})

test('a lead opens the handover of somebody who had to leave; a clerk opens only their own', async () => {
  const matter = await register(giver)
  expect((await taker.post(url('handovers'), { postId: post, fromStaffId: giverId })).body.error).toMatchObject({
    code: 'E_FORBIDDEN',
    field: 'body.fromStaffId',
  })
  const made = await t.as(t.a.staff.frontDeskLead).post(url('handovers'), { postId: post, fromStaffId: giverId })
  expect(made.body.items.map((i: { matterId: string }) => i.matterId)).toEqual([matter.id])
  expect((await accept(taker, made.body)).status).toBe(200)
})

test('OS-014 the work of somebody who has left is handed over by a lead like any other', async () => {
  const matter = await register(giver)
  await t.as(t.a.staff.systemAdmin).post(`/api/v1/accounts/${giverId}/deactivate`, { version: 1 })
  const made = await t.as(t.a.staff.frontDeskLead).post(url('handovers'), { postId: post, fromStaffId: giverId })
  expect((await accept(taker, made.body)).status).toBe(200)
  expect((await matterOf(matter.id)).handler.id).toBe(takerId)
})

test('CP-046 a complaint about the taker does not come into their hands, and the lead is told', async () => {
  const complaint = await giver.post(url('matters'), {
    contactType: 'complaint',
    channel: 'phone',
    customerSaid: '前台态度生硬',
    place: '3栋大堂',
    complaint: { feeling: '生气', wish: '道歉', accusedStaffId: takerId },
  })
  const other = await register(giver)
  const made = await open()
  const done = await accept(taker, made.body)
  const marks = Object.fromEntries(done.body.items.map((i: { matterId: string; mark: string }) => [i.matterId, i.mark]))
  expect(marks).toEqual({ [complaint.body.matter.id]: 'kept', [other.id]: 'moved' })
  expect((await matterOf(complaint.body.matter.id)).handler.id).toBe(giverId)
  const told = (await t.as(t.a.staff.csLead).get(url('my-messages'))).body.rows
  expect(told.find((m: { template: string }) => m.template === 'handover.conflict').body).toContain(
    complaint.body.matter.number,
  )
})

test('an amended record must be seen before it is accepted', async () => {
  const made = await open()
  await giver.post(url(`handovers/${made.body.id}/amend`), {
    version: 1,
    toStaffId: null,
    groups: { notices: [{ text: '明早停水' }] },
  })
  const refused = await accept(taker, made.body)
  expect(refused.body.error).toMatchObject({ code: 'E_STATE_CHANGED', details: { state: 'OPEN', version: 2 } })
  expect((await accept(taker, { ...made.body, version: 2 })).status).toBe(200)
})

test('only the giver or a lead withdraws a handover, with a reason, and nothing moves by it', async () => {
  const matter = await register(giver)
  const made = await open()
  expect(
    (await taker.post(url(`handovers/${made.body.id}/withdraw`), { version: 1, reason: '不该我接' })).body.error.code,
  ).toBe('E_FORBIDDEN')
  const done = await giver.post(url(`handovers/${made.body.id}/withdraw`), { version: 1, reason: '开错岗位' })
  expect(done.body).toMatchObject({ state: 'WITHDRAWN', withdrawReason: '开错岗位' })
  expect((await matterOf(matter.id)).handler.id).toBe(giverId)
  expect((await accept(taker, { id: made.body.id, version: 2 })).body.error.code).toBe('E_STATE_CHANGED')
})

test('records are listed, filtered and exported, and those of another estate are not there', async () => {
  const made = await open()
  const list = (await giver.get(url(`handovers?state=OPEN&postId=${post}&staffId=${giverId}`))).body
  expect(list.rows.map((h: { id: string }) => h.id)).toEqual([made.body.id])
  const page = (await giver.get(url('handovers?limit=1'))).body
  expect((await giver.get(url(`handovers?limit=1&cursor=${page.next}`))).body.rows[0].id).not.toBe(page.rows[0].id)
  expect(String((await giver.get(url('handovers.xlsx'))).headers['content-type'])).toContain('spreadsheetml')
  expect((await t.as(t.b.staff.csLead).get(`/api/v1/estates/${t.b.id}/handovers/${made.body.id}`)).status).toBe(404)
})

/** A duty that ended an hour ago and whose holder is still there. */
const onDuty = (staffId: string, postId: string) =>
  t.tx(async ({ db, now }) => {
    const id = crypto.randomUUID()
    const around = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
    await db
      .insertInto('roster')
      .values({ estate_id: t.a.id, week_start: '2026-01-05', edited_at: now, edited_by: staffId })
      .onConflict((c) => c.doNothing())
      .execute()
    await db
      .insertInto('duty')
      .values({
        estate_id: t.a.id,
        id,
        week_start: '2026-01-05',
        post_id: postId,
        staff_id: staffId,
        date: now.slice(0, 10),
        from_time: '08:00',
        to_time: '20:00',
        over_midnight: false,
        from_at: around(-9),
        to_at: around(-1),
      })
      .execute()
    return id
  })
