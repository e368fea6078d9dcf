import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CHANNELS } from '#contract/channels.ts'
import { type ComplaintHouse, inMinutes, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'

let c: ComplaintHouse
beforeAll(async () => {
  c = await openComplaintHouse()
})
afterAll(async () => {
  await c.close()
  vi.useRealTimers()
})

const cause = { code: 'C4.2', cause: SAID.cause, factor: 'man', factorSub: 'compliance', ours: true }

test('CP-001 CP-030 CP-031 an opinion counts in whatever form it comes: every channel registers it and owes a reply', async () => {
  const without: string[] = []
  for (const channel of CHANNELS) {
    const made = await c.register('frontDeskClerk', { channel })
    const { state, clocks } = made.body.matter ?? { clocks: [] }
    const owed = clocks.some((k: { name: string }) => k.name === 'complaint.reply')
    if (made.status !== 201 || !owed) without.push(`${channel} ${made.status} ${state}`)
  }
  expect(without).toEqual([])
})

test('CP-002 whoever lives or works here or visits may complain; nobody has to be on file', async () => {
  const names = ['业主张女士', '租户小李', '便利店老板', '来访的亲戚']
  const made = await Promise.all(names.map((customerName) => c.register('frontDeskClerk', { customerName })))
  expect(made.map((one) => [one.status, one.body.matter.customerName])).toEqual(names.map((name) => [201, name]))
  expect((await c.register('frontDeskClerk', { customerName: undefined, contactPhone: undefined })).status).toBe(201)
})

test('CP-003 nobody judges at intake: whose fault it is can neither be asked nor sent', async () => {
  for (const fault of [{ ours: false }, { cause: '客户自己弄坏的' }, { counted: false }]) {
    const id = await c.registered({ complaint: fault })
    const found = await c.caseOf(id)
    expect([found.ours, found.cause, found.counted, await c.state(id)]).toEqual([null, null, null, 'RECEIVED'])
  }
  expect((await c.register('frontDeskClerk', { ours: false })).body.error.code).toBe('E_INPUT')
})

test('CP-006 an emergency goes out first, and the complaint about it is tied to it', async () => {
  const clerk = c.t.as(c.t.a.staff.frontDeskClerk)
  const alarm = await clerk.post(c.url('matters'), {
    contactType: 'emergency',
    channel: 'phone',
    customerSaid: '电梯困人',
    line: 'repair',
  })
  expect(alarm.body.matter.state).toBe('DISPATCHED')
  const id = await c.registered({ links: [{ kind: 'emergencyOf', matterId: alarm.body.matter.id }] })
  expect((await c.view(id)).links).toMatchObject([{ kind: 'emergencyOf', id: alarm.body.matter.id, direction: 'to' }])
})

test('CP-013 the category is changed with what, where and whose duty, and who changed it when stays readable', async () => {
  const id = await c.registered({ complaint: { categoryInitial: 'C6.2' } })
  expect(await c.refused('complaintVerifier', id, 'setCategory', { ...cause, cause: '没扫' })).toMatchObject({
    field: 'body.cause',
  })
  await c.did('complaintVerifier', id, 'setCategory', cause)
  expect(await c.caseOf(id)).toMatchObject({
    categoryInitial: 'C6.2',
    categoryFinal: 'C4.2',
    cause: SAID.cause,
    classifiedBy: { id: c.who('complaintVerifier') },
  })
  const { rows } = (await c.t.as(c.t.a.staff.centreHead).get(c.url(`matters/${id}/timeline`))).body
  expect(rows[0]).toMatchObject({ verb: 'setCategory', text: SAID.cause, data: { input: { code: 'C4.2' } } })
})

test('CP-023 CP-047 a specialist is asked to look, and what was found stays with who, when and where', async () => {
  const id = await c.registered()
  await c.did('frontDeskClerk', id, 'forward', { leadId: c.who('csLead'), promisedFeedbackAt: inMinutes(60) })
  await c.did('csLead', id, 'acceptCase', { specialistId: c.who('repairLead') })
  expect(await c.told(id, 'complaint.toLookAt')).toEqual([c.who('repairLead')])
  const look = { lookedAt: inMinutes(-5), byId: c.who('repairLead'), place: '5栋3层', findings: '垃圾两天未清' }
  expect(await c.refused('csLead', id, 'lookOnSite', { ...look, lookedAt: inMinutes(5) })).toMatchObject({
    code: 'E_TIME_FUTURE',
    field: 'body.lookedAt',
  })
  await c.did('csLead', id, 'lookOnSite', look)
  const { rows } = (await c.t.as(c.t.a.staff.centreHead).get(c.url(`matters/${id}/timeline`))).body
  expect(rows[0]).toMatchObject({ verb: 'lookOnSite', text: '垃圾两天未清', data: { input: { place: '5栋3层' } } })
})

const WAYS = ['phone', 'homeVisit', 'replyPost', 'questionnaire'] as const
test.each(WAYS)('CP-116 CP-119 a callback may be made by %s', async (how) => {
  const id = await c.registered()
  await c.toCallBack(id)
  await c.did('csLead', id, 'setCategory', cause)
  expect((await c.did('csLead', id, 'callBack', { ...SAID.closing, how })).state).toBe('CLOSED')
})

test('CP-135 press and superiors, an extreme risk and the word of the head make a complaint one to be written up', async () => {
  const important = async (id: string) => (await c.view(id)).flags.includes('important')
  const [press, superior, plain, risk] = [
    await c.registered({ channel: 'press' }),
    await c.registered({ channel: 'superior' }),
    await c.registered(),
    await c.registered(),
  ]
  await c.did('frontDeskClerk', risk, 'extremeRisk', { signs: '扬言堵大门' })
  expect([await important(press), await important(superior), await important(plain), await important(risk)]).toEqual([
    true,
    true,
    false,
    true,
  ])
  await c.did('centreHead', plain, 'mark', { mark: 'important', reason: '有代表性' })
  expect(await important(plain)).toBe(true)
  const opened = await c.t
    .as(c.t.a.staff.csLead)
    .post(c.url('complaint-reports'), { kind: 'caseAnalysis', matterId: plain })
  expect(opened.status).toBeLessThan(300)
  expect((await c.caseOf(plain)).reports).toMatchObject([{ kind: 'caseAnalysis', state: 'draft' }])
})

test('CP-136 what the company passes on stands in the centre’s tally and register like what it received itself', async () => {
  const id = await c.registered({ channel: 'superior' })
  const lead = c.t.as(c.t.a.staff.csLead)
  const tally = (await lead.get(c.url('complaint-tally/items?section=received&limit=200'))).body
  expect(JSON.stringify(tally)).toContain(id)
  const list = (await lead.get(c.url('complaints?channel=superior&limit=200'))).body
  expect(JSON.stringify(list)).toContain(id)
})

const KEPT = ['matter', 'timeline', 'complaint_case', 'complaint_contact', 'complaint_report']
test.each(KEPT)(
  'CP-151 nothing of a file is ever deleted: the server holds no right to delete from %s',
  async (table) => {
    const { rows } = await c.t.tx(({ db }) =>
      sql<{ may: boolean }>`select has_table_privilege(current_user, ${table}, 'delete') as may`.execute(db),
    )
    expect(rows).toEqual([{ may: false }])
  },
)

test('KN-010 KN-011 what the customer expects is ranked with them, said openly and kept in this order', async () => {
  const id = await c.registered()
  const expectations = [
    { text: '今天打扫干净', possible: 'yes', agreed: true },
    { text: '换一位保洁员', possible: 'partly', agreed: false },
    { text: '免三个月物业费', possible: 'no', agreed: false },
  ]
  await c.did('frontDeskClerk', id, 'rankExpectations', { expectations })
  expect((await c.caseOf(id)).expectations).toEqual(expectations)
  const turned = [...expectations].reverse()
  await c.did('frontDeskClerk', id, 'rankExpectations', { expectations: turned })
  expect((await c.caseOf(id)).expectations).toEqual(turned)
  expect(await c.refused('frontDeskClerk', id, 'rankExpectations', { expectations: [] })).toMatchObject({
    field: 'body.expectations',
  })
})

test('KN-230 KN-232 KN-233 the press is written down with its outlet, and the spokesperson, the head and quality are told at once', async () => {
  const made = await c.register('frontDeskClerk', { channel: 'press', complaint: { outlet: '都市晚报' } })
  const { id } = made.body.matter
  expect(made.body.matter.details.complaint.outlet).toBe('都市晚报')
  const told = await c.told(id, 'complaint.press')
  for (const role of ['pressOffice', 'centreHead', 'qualityDept', 'companyLeader'] as const)
    expect(told, role).toContain(c.who(role))
})

test('CP-024 once the mistake is found to be ours the head has to meet the customer that day; a centre may leave that to its head', async () => {
  const id = await c.registered()
  await c.did('csLead', id, 'setCategory', { ...cause, ours: false })
  expect((await c.view(id)).flags).not.toContain('headMustAppear')
  await c.did('csLead', id, 'setCategory', cause)
  expect((await c.view(id)).flags).toContain('headMustAppear')
  expect(await c.clocks(id, 'complaint.headAppears')).toMatchObject([
    { state: 'running', due_at: local('2026-11-20', '24:00') },
  ])
  expect(await c.told(id, 'complaint.headMustAppear')).toContain(c.who('centreHead'))
  await c.did('centreHead', id, 'headAppeared', { metAt: inMinutes(-1), place: '前台' })
  await c.did('csLead', id, 'setCategory', { ...cause, cause: '五栋楼道排班漏了三天，主管未查' })
  expect((await c.clocks(id, 'complaint.headAppears')).map((k) => k.state)).toEqual(['met'])
})

test('CP-095 one person on file counts once, whether the telephone or the name tells who it is', async () => {
  const number = '13900007788'
  const known = await c.t
    .as(c.t.a.staff.frontDeskClerk)
    .post(c.url('customers'), { kind: 'person', name: '周先生', phones: [{ phone: number }] })
  const customerId = known.body.customer?.id ?? known.body.id
  const id = await c.registered({ customerId, contactPhone: undefined })
  await c.did('frontDeskClerk', id, 'addVoice', { contactPhone: number, channel: 'phone', said: '还是没人扫' })
  expect(await c.caseOf(id)).toMatchObject({ persons: 1, times: 2 })
})
