import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Measured } from '#contract/experience.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const MONTH = '2025-07'
const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const measured = async (by: string): Promise<Measured[]> =>
  (await t.as(by).get(url(`experience?month=${MONTH}`))).body.oneDimensional.measured
const listed = async (by: string, path: string) => {
  const answer = await t.as(by).get(url(path))
  expect(answer.status, path).toBe(200)
  return answer.body.rows
}
const PATH: Record<string, string> = { calls: 'calls', missed: 'missed-clocks' }
const lengthOf = async (by: string, { opens }: Measured) =>
  (await listed(by, `${PATH[opens?.list ?? '']}?${new URLSearchParams({ ...opens?.filter, limit: '200' })}`)).length

// the month of the estate begins and ends eight hours before that of the clock
const TIMES = [
  '2025-06-30T15:59:59.999Z',
  '2025-06-30T16:00:00.000Z',
  '2025-07-15T02:00:00.000Z',
  '2025-07-31T15:59:59.999Z',
  '2025-07-31T16:00:00.000Z',
]
const CLOCKS = ['service.availability', 'service.visit', 'service.callback', 'complaint.callback', 'matter.callback']

const seed = async () => {
  const { body } = await t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
    contactType: 'enquiry',
    channel: 'phone',
    customerSaid: '装修几点可以开工',
  })
  const clocks = [...CLOCKS, 'promise'].flatMap((name) =>
    TIMES.flatMap((at) => [true, false].map((late) => ({ name, at, late }))),
  )
  await t.tx(async ({ db }) => {
    await db
      .insertInto('clock')
      .values(
        clocks.map(({ name, at, late }) => ({
          estate_id: t.a.id,
          id: newId(),
          matter_id: body.matter.id,
          name,
          rule: 'FD-715',
          span: '{}',
          started_at: at,
          due_at: at,
          state: late ? 'breached' : 'met',
          // what was late is done in another month, and counts in the one in which it was due
          met_at: late ? '2025-09-01T00:00:00.000Z' : at,
          breached_at: late ? at : null,
          ended_at: late ? '2025-09-01T00:00:00.000Z' : at,
        })),
      )
      .execute()
    const calls = TIMES.flatMap((ringing_at) => [
      { ringing_at, answered_at: ringing_at, answered_by: t.a.staff.frontDeskClerk, ring_seconds: 5 },
      { ringing_at, missed_at: ringing_at },
      { ringing_at },
    ])
    for (const call of calls)
      await db
        .insertInto('phone_call')
        .values({ estate_id: t.a.id, id: newId(), ref: newId(), caller: '13900000001', known: 0, ...call })
        .execute()
  })
}

test('quality-model 8.2 each measured level is as long as the list that it opens, and opens none that shows less', async () => {
  await seed()
  const { csLead, qualityDept, companyLeader, managerAssistant } = t.a.staff
  const lead = await measured(csLead)
  expect(lead.map((one) => [one.measure, one.all, one.kept])).toEqual([
    ['rings', 6, 3],
    ['response', 6, 3],
    ['visits', 6, 3],
    ['callbacks', 18, 9],
  ])
  for (const by of [csLead, qualityDept, companyLeader, managerAssistant])
    for (const one of await measured(by)) if (one.opens) expect(await lengthOf(by, one), one.measure).toBe(one.all)
  for (const one of lead) expect(one.opens, one.measure).not.toBeNull()
  // who does not sit at the desk has no list of its calls
  expect((await measured(qualityDept))[0]).toMatchObject({ measure: 'rings', opens: null })
})

test('quality-model 8.2 the clocks of a measure are listed between two days, kept ones too, and as a file', async () => {
  const { csLead } = t.a.staff
  const rows = await listed(csLead, 'missed-clocks?measure=visits&from=2025-07-01&to=2025-07-31')
  expect(rows.map((r: { breachedAt: string | null }) => r.breachedAt !== null).sort()).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ])
  // without a measure the days ask for what was missed in them
  const missed = await listed(csLead, 'missed-clocks?clock=service.visit&from=2025-07-01&to=2025-07-31')
  expect(missed).toHaveLength(3)
  const file = await t.as(csLead).get(url('missed-clocks.xlsx?measure=visits&from=2025-07-01&to=2025-07-31'))
  expect(file.status).toBe(200)
  const half = await t.as(csLead).get(url('missed-clocks?measure=visits&from=2025-07-01'))
  expect(half.body.error).toMatchObject({ code: 'E_INPUT', field: 'query.to' })
  const turned = await t.as(csLead).get(url('missed-clocks?measure=visits&from=2025-07-02&to=2025-07-01'))
  expect(turned.body.error).toMatchObject({ code: 'E_TIME_RANGE', field: 'query.to' })
})
