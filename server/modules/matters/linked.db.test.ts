import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const as = (role: keyof TestHouse['a']['staff']) => t.as(t.a.staff[role])
const enquiry = async (more: object = {}) =>
  (
    await as('frontDeskClerk').post(url('matters'), {
      contactType: 'enquiry',
      channel: 'phone',
      customerSaid: '地下车库何时刷漆',
      ...more,
    })
  ).body.matter

test('FD-413 an escalation needs the lead and the head as two persons, and keeps both names and times', async () => {
  const { id } = await enquiry()
  const one = t.a.staff.csLead
  const same = await as('frontDeskClerk').post(url(`infos/${id}/escalate`), {
    version: 1,
    reason: '缺预算',
    leadId: one,
    headId: one,
  })
  expect(same.body.error).toMatchObject({ code: 'E_SECOND_PERSON', field: 'body.headId' })
  const stranger = await as('frontDeskClerk').post(url(`infos/${id}/escalate`), {
    version: 1,
    reason: '缺预算',
    leadId: one,
    headId: t.b.staff.centreHead,
  })
  expect(stranger.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.headId' })
  const done = await as('frontDeskClerk').post(url(`infos/${id}/escalate`), {
    version: 1,
    reason: '缺预算',
    leadId: one,
    headId: t.a.staff.centreHead,
  })
  expect(done.body.matter).toMatchObject({ state: 'ESCALATED', flags: ['escalated'] })
  const kept = await t.tx((tx) =>
    tx.db
      .selectFrom('escalation')
      .selectAll()
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  expect(kept).toMatchObject({ lead_id: one, head_id: t.a.staff.centreHead })
  expect(kept.lead_told_at && kept.head_told_at).toBeTruthy()
  const told = await t.tx((tx) =>
    sql<{
      to_id: string
    }>`select to_id from outbox_message where estate_id = ${t.a.id} and matter_id = ${id} and template = 'matter.escalated'`.execute(
      tx.db,
    ),
  )
  expect(told.rows.map((r) => r.to_id).sort()).toEqual([one, t.a.staff.centreHead].sort())
})

test('OS-046 FD-413 resources given bring an escalated matter back to work', async () => {
  const { id } = await enquiry()
  await as('frontDeskClerk').post(url(`infos/${id}/escalate`), {
    version: 1,
    reason: '缺人',
    leadId: t.a.staff.csLead,
    headId: t.a.staff.centreHead,
  })
  expect(
    (await as('frontDeskClerk').post(url(`infos/${id}/give-resources`), { version: 2, plan: '加一人' })).status,
  ).toBe(403)
  const { body } = await as('centreHead').post(url(`infos/${id}/give-resources`), { version: 2, plan: '加一人' })
  expect(body.matter).toMatchObject({ state: 'IN_PROGRESS', flags: [] })
})

test('FD-412 what has a dedicated follower is closed by that person and by nobody else', async () => {
  const { id } = await enquiry()
  await as('centreHead').post(url(`infos/${id}/assign-dedicated`), {
    version: 1,
    followerId: t.a.staff.csLead,
    reason: '重大事件',
  })
  await as('guard').post(url(`infos/${id}/resolve`), { version: 2, result: 'x' })
  const resolved = await as('csLead').post(url(`infos/${id}/note`), { version: 2, text: '跟进中' })
  expect(resolved.body.matter.dedicated.id).toBe(t.a.staff.csLead)
  await t.tx((tx) =>
    sql`update matter set state = 'RESOLVED' where estate_id = ${t.a.id} and id = ${id}`.execute(tx.db),
  )
  const close = { version: resolved.body.matter.version, result: '已处理', feedback: '已告知客户' }
  expect((await as('frontDeskClerk').post(url(`infos/${id}/close`), close)).body.error.code).toBe('E_NOT_HANDLER')
  expect((await as('csLead').post(url(`infos/${id}/close`), close)).body.matter.state).toBe('CLOSED')
})

test('FD-414 closing without feedback needs a true reason why none is possible', async () => {
  const { id } = await enquiry()
  await t.tx((tx) =>
    sql`update matter set state = 'RESOLVED' where estate_id = ${t.a.id} and id = ${id}`.execute(tx.db),
  )
  const close = (more: object) =>
    as('frontDeskClerk').post(url(`infos/${id}/close`), { version: 1, result: '已刷漆', ...more })
  expect((await close({})).body.error).toMatchObject({ code: 'E_FEEDBACK_MISSING', field: 'body.feedback' })
  expect((await close({ noFeedbackReason: 'anonymous' })).body.error.code).toBe('E_FEEDBACK_MISSING')
  expect((await close({ noFeedbackReason: 'noContact' })).body.error.code).toBe('E_FEEDBACK_MISSING')
  expect((await close({ noFeedbackReason: 'customerDeclined' })).body.matter.state).toBe('CLOSED')
})

test('OS-014 ownership passes only by the lead, with a reason, and the customer is told the new name', async () => {
  const { id } = await enquiry()
  const change = { version: 1, newOwnerId: t.a.staff.customerAssistant, reason: 'longLeave', customerTold: true }
  expect((await as('frontDeskClerk').post(url(`infos/${id}/transfer-owner`), change)).status).toBe(403)
  const refused = async (over: object) =>
    (await as('csLead').post(url(`infos/${id}/transfer-owner`), { ...change, ...over })).body.error
  expect(await refused({ customerTold: false })).toMatchObject({ code: 'E_OWNER_NOT_TOLD', field: 'body.customerTold' })
  expect(await refused({ newOwnerId: t.a.staff.frontDeskClerk })).toMatchObject({
    code: 'E_INPUT',
    field: 'body.newOwnerId',
    details: { code: 'same_owner' },
  })
  expect((await as('csLead').post(url(`infos/${id}/transfer-owner`), { ...change, reason: 'tired' })).status).toBe(400)
  expect((await as('csLead').post(url(`infos/${id}/transfer-owner`), change)).body.matter.owner.id).toBe(
    t.a.staff.customerAssistant,
  )
})

test('OS-015 a matter of a guard waits for the desk, which becomes its co-owner while the guard stays owner', async () => {
  const { body } = await as('guard').post(url('matters'), {
    contactType: 'complaint',
    channel: 'on_site',
    customerSaid: '单元门坏了没人修',
    place: '3栋大堂',
    complaint: { feeling: '不满', wish: '尽快修' },
  })
  expect(body.matter).toMatchObject({ owner: { id: t.a.staff.guard }, coOwner: null, handler: null })
  expect(body.matter.clocks.map((c: { name: string }) => c.name)).toContain('desk.take')
  const taken = await as('frontDeskClerk').post(url(`complaints/${body.matter.id}/take`), { version: 1 })
  expect(taken.body.matter).toMatchObject({
    owner: { id: t.a.staff.guard },
    coOwner: { id: t.a.staff.frontDeskClerk },
    handler: { id: t.a.staff.frontDeskClerk },
  })
  const again = await as('customerAssistant').post(url(`complaints/${body.matter.id}/take`), { version: 2 })
  expect(again.body.error.code).toBe('E_STATE_CHANGED')
})

test('OS-041 FD-401 what was collected on another day is logged with a warning and marked late', async () => {
  const yesterday = new Date(Date.now() - 26 * 3_600_000).toISOString()
  const made = await as('frontDeskClerk').post(url('matters'), {
    contactType: 'enquiry',
    channel: 'on_site',
    customerSaid: '路灯不亮',
    collectedAt: yesterday,
    collectedById: t.a.staff.guard,
  })
  expect(made.body.warnings).toMatchObject([{ code: 'W_LATE_REPORT' }])
  expect(made.body.matter).toMatchObject({
    flags: ['lateReport'],
    owner: { id: t.a.staff.guard },
    coOwner: { id: t.a.staff.frontDeskClerk },
  })
})

test('a matter merges into an open one of its kind, never into itself, a closed or a foreign one', async () => {
  const first = await enquiry()
  const second = await enquiry({ customerSaid: '车库刷漆' })
  const merge = (id: string, intoId: string, version = 1) =>
    as('csLead').post(url(`infos/${id}/merge`), { version, intoId, reason: '同一件事' })
  expect((await merge(second.id, second.id)).body.error.code).toBe('E_MERGE_LOOP')
  expect((await merge(second.id, t.a.id)).status).toBe(404)
  expect((await merge(second.id, first.id)).body.matter).toMatchObject({
    state: 'MERGED',
    open: false,
    mergedInto: { id: first.id, number: first.number },
  })
  // back into the one that was merged: a loop of two
  expect((await merge(first.id, second.id)).body.error.code).toBe('E_MERGE_TARGET')
  const heard = (await as('csLead').get(url(`matters/${first.id}/timeline`))).body.rows[0]
  expect(heard).toMatchObject({ type: 'link', verb: 'merged', text: '同一件事' })
})

test('a split keeps the customer, the owner and the time of the first word, and gives each part its number', async () => {
  const whole = await enquiry({ customerSaid: '车库刷漆,还有电梯异响', customerName: '王女士' })
  const split = await as('csLead').post(url(`matters/${whole.id}/split`), {
    version: 1,
    reason: '两件事',
    parts: [{ title: '电梯异响', customerSaid: '电梯异响', contactType: 'service' }],
  })
  expect(split.status).toBe(201)
  const part = (await as('csLead').get(url(`matters/${split.body.matters[0].id}`))).body
  expect(part).toMatchObject({
    kind: 'service',
    customerName: '王女士',
    owner: { id: whole.owner.id },
    receivedAt: whole.receivedAt,
  })
  expect(part.links).toMatchObject([{ kind: 'splitFrom', direction: 'to', number: whole.number }])
  expect(
    (
      await as('csLead').post(url(`matters/${whole.id}/split`), {
        version: 1,
        reason: 'x',
        parts: [{ title: 'a', customerSaid: 'a', contactType: 'enquiry' }],
      })
    ).body.error.code,
  ).toBe('E_STATE_CHANGED')
})

test('a closed matter reopens under its own number with a new fact', async () => {
  const whole = await enquiry()
  await as('frontDeskClerk').post(url(`infos/${whole.id}/answer-at-once`), { version: 1, answer: '下周一' })
  const { body } = await as('frontDeskClerk').post(url(`infos/${whole.id}/reopen`), {
    version: 2,
    newFact: '到期没有刷',
  })
  expect(body.matter).toMatchObject({
    state: 'IN_PROGRESS',
    number: whole.number,
    reopenedCount: 1,
    closedAt: null,
    duties: [],
  })
})

test('CP-046 whoever is complained about neither handles nor closes the complaint', async () => {
  const made = await as('frontDeskClerk').post(url('matters'), {
    contactType: 'complaint',
    channel: 'phone',
    customerSaid: '前台态度差',
    place: '3栋大堂',
    complaint: { feeling: '生气', wish: '道歉', accusedStaffId: t.a.staff.customerAssistant },
  })
  const id = made.body.matter.id
  const soon = new Date(Date.now() + 5 * 60_000).toISOString()
  const order = {
    version: 1,
    handlerId: t.a.staff.customerAssistant,
    leadId: t.a.staff.csLead,
    promisedFeedbackAt: soon,
  }
  expect((await as('frontDeskClerk').post(url(`complaints/${id}/dispatch`), order)).body.error).toMatchObject({
    code: 'E_CONFLICT_OF_INTEREST',
    field: 'body.handlerId',
  })
  expect(
    (
      await as('customerAssistant').post(url(`complaints/${id}/dispatch`), {
        ...order,
        handlerId: t.a.staff.frontDeskClerk,
      })
    ).body.error.code,
  ).toBe('E_CONFLICT_OF_INTEREST')
})
