import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { customerOf, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const arrive = (body: object = {}) => clerk().post(url('queue'), body)

beforeEach(async () => {
  // each test begins with an empty hall
  const { body } = await clerk().get(url('queue'))
  for (const v of [...body.waiting, ...body.serving]) await clerk().post(url(`queue/${v.id}/left`), {})
})

test('FD-016 the queue shows who waits with the time of arrival, the first one first', async () => {
  await arrive({ name: '王先生', purpose: '办车位' })
  await arrive()
  const { body } = await clerk().get(url('queue'))
  expect(body.waiting.map((v: { name: string | null }) => v.name)).toEqual(['王先生', null])
  expect(body.waiting[0]).toMatchObject({ purpose: '办车位', state: 'waiting', arrivedAt: expect.stringMatching(/Z$/) })
  expect(body.waiting[1].ticket).toBe(body.waiting[0].ticket + 1)
})

test('FD-016 whoever has waited longest is called, and the clerk is told how long that was', async () => {
  const first = (await arrive({ name: '甲' })).body.visitor
  await arrive({ name: '乙' })
  await t.tx((tx) =>
    tx.db
      .updateTable('queue_visitor')
      .set({ arrived_at: new Date(Date.now() - 300_000).toISOString() })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', first.id)
      .execute(),
  )
  const called = await clerk().post(url('queue/call-next'), {})
  expect(called.body.visitor).toMatchObject({
    id: first.id,
    state: 'serving',
    calledBy: { id: t.a.staff.frontDeskClerk },
  })
  expect(called.body.visitor.waitedSeconds).toBeGreaterThanOrEqual(300)
  expect(called.body.waiting).toBe(1)
  // calling the next one says that the first is done
  await clerk().post(url('queue/call-next'), {})
  const { body } = await clerk().get(url('queue'))
  expect(body.serving.map((v: { name: string }) => v.name)).toEqual(['乙'])
  const { body: all } = await clerk().get(url('queue-visitors?limit=200'))
  expect(all.rows.find((v: { id: string }) => v.id === first.id)?.state).toBe('served')
})

test('FD-017 two clerks who call at once get two different customers', async () => {
  await arrive({ name: '甲' })
  await arrive({ name: '乙' })
  const both = await Promise.all([
    clerk().post(url('queue/call-next'), {}),
    t.as(t.a.staff.customerAssistant).post(url('queue/call-next'), {}),
  ])
  expect(new Set(both.map((b) => b.body.visitor?.id)).size).toBe(2)
  expect((await clerk().post(url('queue/call-next'), {})).body.error.code).toBe('E_NOT_FOUND')
})

test('FD-017 more than two waiting call the duty staff once, with time, length and who came', async () => {
  await arrive()
  await arrive()
  expect((await clerk().get(url('queue'))).body.assist).toBeNull()
  const before = (await told(t, 'queue.assist')).length
  const third = await arrive()
  expect(third.body).toMatchObject({ length: 3, assist: { length: 3, threshold: 2, cameBy: null } })
  const calls = (await told(t, 'queue.assist')).slice(before)
  expect(calls.map((c) => c.to_id)).toContain(t.a.staff.frontDeskLead)
  expect(calls[0]?.body).toContain('3')
  // a fourth one does not ring again
  await arrive()
  expect((await told(t, 'queue.assist')).slice(before)).toHaveLength(calls.length)
  const came = await t.as(t.a.staff.frontDeskLead).post(url(`queue-assists/${third.body.assist.id}/come`), {})
  expect(came.body).toMatchObject({ cameBy: { id: t.a.staff.frontDeskLead }, endedAt: null })
  const again = await t.as(t.a.staff.csLead).post(url(`queue-assists/${third.body.assist.id}/come`), {})
  expect(again.body.cameBy.id).toBe(t.a.staff.frontDeskLead)
  // the queue is short again: the call is over, the next long queue makes a new one
  await clerk().post(url('queue/call-next'), {})
  await clerk().post(url('queue/call-next'), {})
  expect((await clerk().get(url('queue'))).body.assist).toBeNull()
  await arrive()
  expect((await told(t, 'queue.assist')).length).toBe(before + 2 * calls.length)
  const { body } = await clerk().get(url('queue-assists'))
  expect(body.rows).toHaveLength(2)
  expect(body.rows[1].endedAt).not.toBeNull()
})

test('FD-017 three who come at the same moment still make one call', async () => {
  await Promise.all([arrive(), arrive(), arrive(), arrive()])
  const { body } = await clerk().get(url('queue'))
  expect(body.waiting).toHaveLength(4)
  expect(body.assist).not.toBeNull()
  expect(new Set(body.waiting.map((v: { ticket: number }) => v.ticket)).size).toBe(4)
})

test('FD-016 what has ended does not end again, and the matter that came of it is named', async () => {
  const { customerId } = await customerOf(t)
  const visitor = (await arrive({ customerId })).body.visitor
  expect(visitor.customer.id).toBe(customerId)
  expect((await clerk().post(url(`queue/${visitor.id}/done`), {})).body.error.code).toBe('E_STATE_CHANGED')
  await clerk().post(url(`queue/${visitor.id}/call`), {})
  const matter = (
    await clerk().post(url('matters'), { contactType: 'enquiry', channel: 'visit', customerSaid: '车位' })
  ).body.matter
  const done = await clerk().post(url(`queue/${visitor.id}/done`), { matterId: matter.id })
  expect(done.body.visitor).toMatchObject({ state: 'served', matterId: matter.id })
  expect((await clerk().post(url(`queue/${visitor.id}/left`), {})).body.error).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { state: 'served' },
  })
})

test('FD-016 a customer of nowhere is refused by name of the field, and another estate sees nobody', async () => {
  expect((await arrive({ customerId: newId() })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.customerId',
  })
  const { visitor } = (await arrive({ name: '丙' })).body
  const other = t.as(t.b.staff.frontDeskClerk)
  expect((await other.get(`/api/v1/estates/${t.b.id}/queue`)).body.waiting).toEqual([])
  expect((await other.post(`/api/v1/estates/${t.b.id}/queue/${visitor.id}/call`, {})).status).toBe(404)
})

test('FD-016 the list of visitors pages without losing or repeating anybody', async () => {
  for (const name of ['一', '二', '三', '四', '五']) await arrive({ name })
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: { body: { rows: { id: string }[]; next: string | null } } = await clerk().get(
      url(`queue-visitors?limit=2${cursor ? `&cursor=${cursor}` : ''}`),
    )
    seen.push(...body.rows.map((r) => r.id))
    cursor = body.next
  }
  const { body } = await clerk().get(url('queue-visitors?limit=200'))
  expect(seen).toEqual(body.rows.map((r: { id: string }) => r.id))
  expect(new Set(seen).size).toBe(seen.length)
})
