import { afterAll, beforeAll, expect, test } from 'vitest'
import { told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const onSite = async (body: object) =>
  (await t.as(t.a.staff.guard).post(url('matters'), { channel: 'on_site', ...body })).body.matter
const resultsFor = async (staffId: string) =>
  (await told(t, 'matter.resultOfYours')).filter((m) => m.to_id === staffId).length
const version = async (id: string) => (await t.as(t.a.staff.csLead).get(url(`matters/${id}`))).body.version
const move = async (by: string, path: string, id: string, verb: string, input: object = {}) => {
  const answer = await t.as(by).post(url(`${path}/${id}/${verb}`), { version: await version(id), ...input })
  if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body.error)}`)
  return answer.body.matter
}

test('OS-015 what a guard registers waits on the list to take, stays the guard’s, and leaves the list when the desk takes it', async () => {
  const matter = await onSite({ contactType: 'enquiry', customerSaid: '业主问何时换门禁卡' })
  const list = async () => (await clerk().get(url('to-take'))).body.rows.map((r: { id: string }) => r.id)
  expect(await list()).toContain(matter.id)
  const taken = await move(t.a.staff.frontDeskClerk, 'infos', matter.id, 'take')
  expect(taken).toMatchObject({
    owner: { id: t.a.staff.guard },
    coOwner: { id: t.a.staff.frontDeskClerk },
    handler: { id: t.a.staff.frontDeskClerk },
  })
  expect(await list()).not.toContain(matter.id)
  expect((await t.as(t.a.staff.guard).get(url('to-take'))).status).toBe(403)
})

test('OS-015 the desk that organises a matter nobody has taken has taken it', async () => {
  const matter = await onSite({ contactType: 'suggestion', customerSaid: '建议加装路灯' })
  const dispatched = await move(t.a.staff.frontDeskClerk, 'infos', matter.id, 'dispatch', { line: 'repair' })
  expect(dispatched).toMatchObject({
    owner: { id: t.a.staff.guard },
    coOwner: { id: t.a.staff.frontDeskClerk },
    handler: { id: t.a.staff.frontDeskClerk },
  })
})

test('OS-010 OS-013 the owner stays the one who received it first, whoever works on it', async () => {
  const matter = (
    await clerk().post(url('matters'), { contactType: 'enquiry', channel: 'phone', customerSaid: '停车费多少' })
  ).body.matter
  const closed = await move(t.a.staff.customerAssistant, 'infos', matter.id, 'answer-at-once', { answer: '每月三百元' })
  expect(closed.owner.id).toBe(t.a.staff.frontDeskClerk)
})

test('OS-015 the guard is told the result of an item, an emergency and a service alike', async () => {
  const before = await resultsFor(t.a.staff.guard)
  const item = await onSite({ contactType: 'enquiry', customerSaid: '业主问停水时间' })
  await move(t.a.staff.frontDeskClerk, 'infos', item.id, 'answer-at-once', { answer: '明早九点' })
  expect(await resultsFor(t.a.staff.guard)).toBe(before + 1)

  const alarm = await onSite({ contactType: 'emergency', customerSaid: '电梯困人', line: 'repair' })
  await move(t.a.staff.frontDeskClerk, 'emergencies', alarm.id, 'complete-form', {
    customerSaid: '2栋电梯困人',
    place: '2栋',
  })
  await move(t.a.staff.frontDeskClerk, 'emergencies', alarm.id, 'false-alarm', { result: '误按' })
  await move(t.a.staff.frontDeskClerk, 'emergencies', alarm.id, 'close', { result: '误按', feedback: '已告知报警人' })
  expect(await resultsFor(t.a.staff.guard)).toBe(before + 2)

  const service = await onSite({ contactType: 'service', customerSaid: '楼道灯不亮' })
  await move(t.a.staff.frontDeskClerk, 'services', service.id, 'cancel', {
    reason: 'customerCancelled',
    customerWords: '自己换好了',
  })
  expect(await resultsFor(t.a.staff.guard)).toBe(before + 3)
})

test('OS-015 who was merged into another matter hears of that one’s result, not of the merge', async () => {
  const target = (
    await clerk().post(url('matters'), { contactType: 'suggestion', channel: 'phone', customerSaid: '加装路灯' })
  ).body.matter
  const voice = await onSite({ contactType: 'suggestion', customerSaid: '路灯太暗' })
  const before = await resultsFor(t.a.staff.guard)
  await move(t.a.staff.csLead, 'infos', voice.id, 'merge', { intoId: target.id, reason: '同一处' })
  expect(await resultsFor(t.a.staff.guard)).toBe(before)
  await move(t.a.staff.frontDeskClerk, 'infos', target.id, 'answer-at-once', { answer: '已列入计划' })
  expect(await resultsFor(t.a.staff.guard)).toBe(before + 1)
})

test('OS-010 who closes their own matter is told nothing', async () => {
  const before = await resultsFor(t.a.staff.frontDeskClerk)
  const matter = (
    await clerk().post(url('matters'), { contactType: 'enquiry', channel: 'phone', customerSaid: '会所几点关' })
  ).body.matter
  await move(t.a.staff.frontDeskClerk, 'infos', matter.id, 'answer-at-once', { answer: '晚十点' })
  expect(await resultsFor(t.a.staff.frontDeskClerk)).toBe(before)
})

test('OS-011 the duties view shows which of the four are done with name and time, and which stand open', async () => {
  const matter = (
    await clerk().post(url('matters'), { contactType: 'suggestion', channel: 'phone', customerSaid: '加装晾衣杆' })
  ).body.matter
  await move(t.a.staff.frontDeskClerk, 'infos', matter.id, 'dispatch', { line: 'repair' })
  const { body } = await clerk().get(url('first-receiver-duties?limit=200'))
  const line = body.rows.find((r: { matter: { id: string } }) => r.matter.id === matter.id)
  expect(line.done).toMatchObject([{ duty: 'organise', doneBy: { id: t.a.staff.frontDeskClerk } }])
  expect(line.open).toEqual(['supervise', 'accept', 'callback'])
  const organised = (await clerk().get(url('first-receiver-duties?open=organise&limit=200'))).body.rows
  expect(organised.map((r: { matter: { id: string } }) => r.matter.id)).not.toContain(matter.id)
  const others = (await clerk().get(url(`first-receiver-duties?ownerId=${t.a.staff.guard}`))).body.rows
  expect(others).not.toHaveLength(0)
  expect(others.every((r: { matter: { owner: { id: string } } }) => r.matter.owner.id === t.a.staff.guard)).toBe(true)
})

test('FD-401 what reaches the desk on a later day is counted for the line that collected it', async () => {
  const collectedAt = new Date(Date.now() - 2 * 86_400_000).toISOString()
  const late = await clerk().post(url('matters'), {
    contactType: 'suggestion',
    channel: 'on_site',
    customerSaid: '绿化带踩踏',
    collectedAt,
    collectedById: t.a.staff.cleaner,
  })
  expect(late.body.warnings).toMatchObject([{ code: 'W_LATE_REPORT' }])
  expect(late.body.matter).toMatchObject({ flags: ['lateReport'], owner: { id: t.a.staff.cleaner } })
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const { body } = await t.as(t.a.staff.csLead).get(url(`late-reports/count?from=${day(-4)}&to=${day(1)}`))
  const of = (line: string) => body.lines.find((l: { line: string }) => l.line === line)
  expect(of('cleaning')).toMatchObject({ late: 1, logged: 1 })
  expect(of('customerService').late).toBe(0)
  expect(of('security')).toMatchObject({ late: 0 })
  const list = (await t.as(t.a.staff.csLead).get(url('late-reports?line=cleaning'))).body.rows
  expect(list).toMatchObject([
    { line: 'cleaning', daysLate: 2, collectedAt: expect.stringContaining(collectedAt.slice(0, 16)) },
  ])
  expect((await t.as(t.a.staff.csLead).get(url('late-reports?line=repair'))).body.rows).toEqual([])
  expect(
    (await t.as(t.a.staff.csLead).get(url(`late-reports/count?from=${day(1)}&to=${day(0)}`))).body.error.code,
  ).toBe('E_TIME_RANGE')
})
