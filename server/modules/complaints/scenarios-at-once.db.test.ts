import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { type ComplaintHouse, category, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-20', '10:00')
})
afterAll(() => h.close())

type Sent = { status: number; body: { matter?: { id: Uuid; number: string } } }
const INTAKE = {
  contactType: 'complaint',
  channel: 'phone',
  customerSaid: '楼道三天没有打扫',
  customerName: '王女士',
  contactPhone: '13900000001',
  place: '5栋楼道',
  complaint: { feeling: '很生气', wish: '每天打扫', claimFen: 100_000 },
}
const intake = (key: string): Promise<Sent> =>
  h.t.as(h.who('frontDeskClerk')).post(h.url('matters'), INTAKE, key) as Promise<Sent>
const move = (by: Role, id: Uuid, verb: string, body: object) =>
  h.t.as(h.who(by)).post(h.url(`complaints/${id}/${verb}`), body)
const count = (table: 'matter' | 'complaint_case' | 'complaint_contact' | 'complaint_report') =>
  h.t.tx(async ({ db }) => {
    const rows = await db.selectFrom(table).select('estate_id').where('estate_id', '=', h.t.a.id).execute()
    return rows.length
  })
const all = async () => [
  await count('matter'),
  await count('complaint_case'),
  await count('complaint_contact'),
  await count('complaint_report'),
]
const statuses = (answers: readonly { status: number }[]) => answers.map((a) => a.status).sort()

test('CP-039 CP-121 an intake sent three times at once under one key is one complaint with one case, voice and report', async () => {
  const before = await all()
  const key = newId()
  const sent = await Promise.all([intake(key), intake(key), intake(key)])
  expect(statuses(sent)).toEqual([201, 201, 201])
  expect(new Set(sent.map((s) => s.body.matter?.id)).size).toBe(1)
  expect(await all()).toEqual(before.map((n) => n + 1))
})

test('CP-121 sent twice under two keys they are two complaints with a number each, and one is not counted as entered twice', async () => {
  const before = await all()
  const [one, two] = await Promise.all([intake(newId()), intake(newId())])
  expect(statuses([one, two])).toEqual([201, 201])
  expect(one.body.matter?.number).not.toBe(two.body.matter?.number)
  expect(await all()).toEqual(before.map((n) => n + 2))
  // the desk is shown the one beside the other
  const same = await h.t.as(h.who('frontDeskClerk')).get(h.url('complaint-suggestions?text=楼道三天没有打扫'))
  expect(same.body.same.map((s: { id: Uuid }) => s.id)).toEqual(
    expect.arrayContaining([one.body.matter?.id, two.body.matter?.id]),
  )
  const twice = two.body.matter?.id ?? ''
  await h.did('complaintVerifier', twice, 'count', { counted: false, notCountedReason: 'duplicateEntry' })
})

test('CP-060 CP-118 of two who call back at once one closes it; what the customer said is written once', async () => {
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  const { version } = await h.view(id)
  const both = await Promise.all([
    move('csLead', id, 'call-back', { version, ...SAID.closing }),
    move('centreHead', id, 'not-satisfied', { version, missing: '电梯厅还脏' }),
  ])
  expect(statuses(both)).toEqual([200, 409])
  const tries = await h.t.tx(({ db }) =>
    db
      .selectFrom('callback_attempt')
      .select('satisfaction')
      .where('estate_id', '=', h.t.a.id)
      .where('matter_id', '=', id)
      .execute(),
  )
  expect(tries).toHaveLength(1)
})

test('CP-097 CP-123 two merged into a third while somebody else speaks up: every voice is counted, and it is hot once', async () => {
  for (const round of [1, 2, 3]) {
    const of = (n: number) => h.registered({ contactPhone: `1380000${round}00${n}`, customerName: `邻居${n}` })
    const [into, a, b] = [await of(1), await of(2), await of(3)]
    const { version } = await h.view(into)
    const sent = await Promise.all([
      move('csLead', a, 'merge', { version: 1, intoId: into, reason: '同一件事' }),
      move('centreHead', b, 'merge', { version: 1, intoId: into, reason: '同一件事' }),
      move('frontDeskClerk', into, 'add-voice', {
        version,
        callerName: '邻居4',
        contactPhone: `1380000${round}009`,
        channel: 'phone',
        said: '我也是',
      }),
    ])
    expect(sent.filter((s) => s.status >= 500)).toEqual([])
    expect(statuses(sent.slice(0, 2))).toEqual([200, 200])
    const heard = sent[2]?.status === 200 ? 4 : 3
    expect(await h.caseOf(into)).toMatchObject({ persons: heard, times: heard })
    expect((await h.caseOf(into)).voices).toHaveLength(heard)
    expect((await h.clocks(into, 'complaint.hotReport')).map((c) => c.state)).toEqual(['running'])
  }
})

test('CP-097 merged on while something is merged into it, no voice stays behind', async () => {
  for (const round of [1, 2, 3]) {
    const of = (n: number) => h.registered({ contactPhone: `1370000${round}00${n}`, customerName: `邻居${n}` })
    const [a, b, c] = [await of(1), await of(2), await of(3)]
    const sent = await Promise.all([
      move('csLead', a, 'merge', { version: 1, intoId: b, reason: '同一件事' }),
      move('centreHead', b, 'merge', { version: 1, intoId: c, reason: '同一件事' }),
    ])
    expect(sent.filter((s) => s.status >= 500)).toEqual([])
    const left = await Promise.all(
      [a, b, c].map(async (id) => ({ state: await h.state(id), times: (await h.caseOf(id)).voices.length })),
    )
    // whatever came first: three voices at complaints that stand, none at one that was merged
    expect(left.filter((m) => m.state === 'MERGED').map((m) => m.times)).toEqual(
      left.filter((m) => m.state === 'MERGED').map(() => 0),
    )
    expect(left.reduce((sum, m) => sum + m.times, 0)).toBe(3)
  }
})

test('CP-104 a report that two submit at once is submitted once, and its clock ends once', async () => {
  const id = await h.registered({ complaint: { claimFen: 200_000 } })
  const url = (path = '') => h.url(`complaint-reports${path}`)
  const [draft] = (await h.t.as(h.who('csLead')).get(url(`?matterId=${id}`))).body.rows
  const parts = Object.fromEntries(
    ['factsSoFar', 'claimAndGrounds', 'customer', 'presentHandling', 'risk', 'helpNeeded'].map((p) => [p, '写好了']),
  )
  await h.t.as(h.who('csLead')).put(url(`/${draft.id}/parts`), { version: 1, parts })
  const both = await Promise.all(
    (['csLead', 'centreHead'] as const).map((by) => h.t.as(h.who(by)).post(url(`/${draft.id}/submit`), { version: 2 })),
  )
  expect(statuses(both)).toEqual([200, 409])
  expect((await h.clocks(id, 'complaint.majorReport')).map((c) => [c.state, c.due_at])).toEqual([
    ['met', local('2026-11-23', '18:00')],
  ])
})
