import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const soon = (minutes = 5) => new Date(Date.now() + minutes * 60_000).toISOString()
const words = {
  contactType: 'complaint',
  // two working days for the answer, so that a promise of some minutes fits at any hour of the day
  channel: 'letter',
  customerSaid: '三天没有打扫楼道',
  place: '5栋楼道',
  complaint: { feeling: '很生气', wish: '每天打扫' },
}
type Over = { complaint?: object } & Record<string, unknown>
const body = (over: Over = {}) => ({ ...words, ...over, complaint: { ...words.complaint, ...over.complaint } })
const register = (by: string, over: Over = {}) => t.as(by).post(url('matters'), body(over))
const registered = async (over: Over = {}): Promise<string> =>
  (await register(t.a.staff.frontDeskClerk, over)).body.matter.id
const view = async (id: string) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body
const dispatch = (id: string, over: object = {}) =>
  t.as(t.a.staff.frontDeskClerk).post(url(`complaints/${id}/dispatch`), {
    version: 1,
    handlerId: t.a.staff.customerAssistant,
    leadId: t.a.staff.csLead,
    promisedFeedbackAt: soon(),
    ...over,
  })
const noticesTo = (id: string) =>
  t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select(['to_id', 'template', 'created_at'])
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', id)
      .orderBy('id')
      .execute(),
  )

test('CP-034 intake keeps what happened, the feeling, the wish, the amount and the number of persons; a complaint without them is refused', async () => {
  const id = await registered({ complaint: { claimFen: 12_300, persons: 2, thanked: true }, place: '5栋大堂' })
  expect(await view(id)).toMatchObject({
    customerSaid: '三天没有打扫楼道',
    place: '5栋大堂',
    details: { complaint: { feeling: '很生气', wish: '每天打扫', claimFen: 12_300, persons: 2, thanked: true } },
  })
  const { complaint: _left, ...bare } = words
  expect((await t.as(t.a.staff.frontDeskClerk).post(url('matters'), bare)).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.complaint',
  })
  expect((await register(t.a.staff.frontDeskClerk, { complaint: { feeling: '' } })).status).toBe(400)
})

test('CP-035 a complaint about a neighbour is taken without name, room or telephone', async () => {
  const made = await register(t.a.staff.frontDeskClerk, {
    complaint: { aboutNeighbour: true },
    anonymous: true,
    contactable: false,
  })
  expect([made.status, made.body.matter.flags]).toEqual([201, expect.arrayContaining(['anonymous', 'aboutNeighbour'])])
})

test('CP-036 a guard who hears a complaint registers it on the spot, and the desk is told to take it within its time', async () => {
  const made = await register(t.a.staff.guard, { channel: 'on_site' })
  expect(made.body.matter).toMatchObject({ owner: { id: t.a.staff.guard }, handler: null })
  expect(made.body.matter.clocks.map((c: { name: string }) => c.name)).toContain('desk.take')
  expect(
    (await noticesTo(made.body.matter.id)).filter((n) => n.template === 'matter.toTake').map((n) => n.to_id),
  ).toContain(t.a.staff.frontDeskClerk)
})

test('CP-036 what a colleague collected on another day is logged all the same, marked and warned of as late', async () => {
  const collectedAt = new Date(Date.now() - 26 * 3_600_000).toISOString()
  const made = await register(t.a.staff.frontDeskClerk, { collectedById: t.a.staff.cleaner, collectedAt })
  expect(made.body.matter.flags).toContain('lateReport')
  expect(made.body.warnings).toEqual([expect.objectContaining({ code: 'W_LATE_REPORT' })])
  expect(made.body.matter.owner.id).toBe(t.a.staff.cleaner)
})

test('CP-037 what the customer said and what we saw are two fields, and intake asks for no cause', async () => {
  const id = await registered({ staffSaw: '楼道有垃圾袋两袋' })
  expect(await view(id)).toMatchObject({ customerSaid: '三天没有打扫楼道', staffSaw: '楼道有垃圾袋两袋' })
  expect((await register(t.a.staff.frontDeskClerk, { cause: '保洁员缺岗' })).status).toBe(400)
})

test('CP-038 intake ends with an apology or thanks, and keeps whether it did', async () => {
  expect((await view(await registered())).details.complaint.thanked).toBe(false)
  expect((await view(await registered({ complaint: { thanked: true } }))).details.complaint.thanked).toBe(true)
})

test('CP-039 nothing stays unregistered: not anonymous words, not words about the one who takes them', async () => {
  expect((await register(t.a.staff.frontDeskClerk, { anonymous: true, contactable: false })).status).toBe(201)
  expect(
    (await register(t.a.staff.frontDeskClerk, { complaint: { accusedStaffId: t.a.staff.frontDeskClerk } })).status,
  ).toBe(201)
})

test('CP-041 a complaint is forwarded with the time at which we come back, and that promise has a clock', async () => {
  const id = await registered()
  expect((await dispatch(id, { promisedFeedbackAt: undefined })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.promisedFeedbackAt',
  })
  const at = soon(30)
  const sent = await dispatch(id, { promisedFeedbackAt: at })
  expect(sent.body.matter.clocks.find((c: { name: string }) => c.name === 'promise.feedback')).toMatchObject({
    state: 'running',
    dueAt: at,
    rule: 'CP-042',
  })
})

test('CP-042 a promise after the reply deadline is refused and the latest time is named', async () => {
  const id = await registered()
  const deadline = (await view(id)).clocks.find((c: { name: string }) => c.name === 'complaint.reply').dueAt
  const late = new Date(Date.parse(deadline) + 60_000).toISOString()
  expect((await dispatch(id, { promisedFeedbackAt: late })).body.error).toMatchObject({
    code: 'E_PROMISE_TOO_LATE',
    details: { latest: deadline },
  })
})

test('CP-044 forwarding tells the handler and, in the same moment, the lead', async () => {
  const id = await registered()
  expect((await dispatch(id)).body.matter.state).toBe('ASSIGNED')
  const told = (await noticesTo(id)).filter((n) => n.template.startsWith('complaint.'))
  expect(told.map((n) => [n.to_id, n.template])).toEqual([
    [t.a.staff.customerAssistant, 'complaint.toHandle'],
    [t.a.staff.csLead, 'complaint.leadTold'],
  ])
})

test('FD-411 handler and lead are two recipients, each notice a fact with its time; one person may be both, and gets both', async () => {
  const id = await registered()
  expect((await dispatch(id, { leadId: undefined })).status).toBe(400)
  expect((await dispatch(id, { leadId: t.a.staff.frontDeskClerk })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.leadId',
  })
  expect((await dispatch(id, { handlerId: t.a.staff.csLead })).status).toBe(200)
  const told = (await noticesTo(id)).filter((n) => n.to_id === t.a.staff.csLead)
  expect(told.map((n) => n.template)).toEqual(['complaint.toHandle', 'complaint.leadTold'])
  expect(told.every((n) => n.created_at !== null)).toBe(true)
})

test('CP-045 the first receiver stays owner, the handler handles, the desk controls the closing: three people, three fields', async () => {
  const made = await register(t.a.staff.frontDeskClerk, { collectedById: t.a.staff.guard })
  const sent = await dispatch(made.body.matter.id)
  expect(sent.body.matter).toMatchObject({
    owner: { id: t.a.staff.guard },
    coOwner: { id: t.a.staff.frontDeskClerk },
    handler: { id: t.a.staff.customerAssistant },
    closureController: { id: t.a.staff.frontDeskClerk },
  })
})

test('FD-412 a complaint sent out straight from site has somebody at the desk who answers for its closing, and the desk may still take it', async () => {
  const made = await register(t.a.staff.guard, { channel: 'on_site' })
  const id = made.body.matter.id
  const sent = await dispatch(id)
  expect(sent.body.matter).toMatchObject({
    owner: { id: t.a.staff.guard },
    coOwner: null,
    closureController: { id: t.a.staff.frontDeskClerk },
  })
  const taken = await t.as(t.a.staff.frontDeskLead).post(url(`complaints/${id}/take`), { version: 2 })
  expect(taken.body.matter).toMatchObject({
    coOwner: { id: t.a.staff.frontDeskLead },
    handler: { id: t.a.staff.customerAssistant },
    closureController: { id: t.a.staff.frontDeskClerk },
  })
  expect(
    (await t.as(t.a.staff.customerAssistant).post(url(`complaints/${id}/take`), { version: 3 })).body.error.code,
  ).toBe('E_STATE_CHANGED')
})

test('CP-046 a complaint about its first receiver belongs to the customer-service lead from the start', async () => {
  const clerk = t.a.staff.frontDeskClerk
  const made = await register(clerk, { complaint: { accusedStaffId: clerk } })
  const lead = { id: t.a.staff.csLead }
  expect(made.body.matter).toMatchObject({ owner: lead, handler: lead, closureController: lead, coOwner: null })
  expect((await noticesTo(made.body.matter.id)).map((n) => [n.to_id, n.template])).toContainEqual([
    t.a.staff.csLead,
    'matter.nowYours',
  ])
  const onSite = await register(clerk, {
    collectedById: t.a.staff.guard,
    complaint: { accusedStaffId: t.a.staff.guard },
  })
  expect(onSite.body.matter).toMatchObject({ owner: lead, handler: { id: clerk } })
  const aboutLead = await register(t.a.staff.csLead, { complaint: { accusedStaffId: t.a.staff.csLead } })
  expect([t.a.staff.csLead, clerk]).not.toContain(aboutLead.body.matter.owner.id)
})

test('CP-046 nobody is made handler, lead or owner of a complaint about themselves', async () => {
  const accused = t.a.staff.csLead
  const id = await registered({ complaint: { accusedStaffId: accused } })
  expect((await dispatch(id, { leadId: accused })).body.error).toMatchObject({
    code: 'E_CONFLICT_OF_INTEREST',
    field: 'body.leadId',
  })
  expect((await dispatch(id, { handlerId: accused, leadId: t.a.staff.centreHead })).body.error).toMatchObject({
    field: 'body.handlerId',
  })
  expect((await dispatch(id, { leadId: t.a.staff.centreHead })).status).toBe(200)
  const head = t.as(t.a.staff.centreHead)
  expect(
    (await head.post(url(`complaints/${id}/reassign`), { version: 2, handlerId: accused, reason: '改派' })).body.error
      .code,
  ).toBe('E_CONFLICT_OF_INTEREST')
  const transfer = { version: 2, newOwnerId: accused, reason: 'majorOrEscalated', customerTold: true }
  expect((await head.post(url(`complaints/${id}/transfer-owner`), transfer)).body.error).toMatchObject({
    code: 'E_CONFLICT_OF_INTEREST',
    field: 'body.newOwnerId',
  })
})
