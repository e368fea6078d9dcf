import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { Line } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPlace, proposed } from '#test/inspection-rows.ts'

let t: TestHouse
let greening: Uuid
beforeAll(async () => {
  t = await openTestHouse()
  greening = await t.hire(t.a.id, 'lineLead', { line: 'greening' })
})
afterAll(() => t.close())

const goes = (id: Uuid) =>
  t.tx(({ db }) => db.updateTable('staff').set({ active: false }).where('id', '=', id).execute())

type Order = { line: Line; executor_id: Uuid; state: string }
/** What stands for a finding: its matter's state and line, and the orders that were opened for it. */
const standing = async (found: Uuid): Promise<{ state: string; line: string | null; orders: Order[] }> => {
  const head = t.as(t.a.staff.centreHead)
  const matter = (await head.get(`/api/v1/estates/${t.a.id}/matters/${found}`)).body
  const card = (await head.get(`/api/v1/estates/${t.a.id}/findings/${found}`)).body
  const orders = await t.tx(({ db }) =>
    db
      .selectFrom('work_order')
      .select(['line', 'executor_id', 'state'])
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', card.order?.id ?? found)
      .execute(),
  )
  return { state: matter.state, line: matter.line, orders: orders as Order[] }
}

test('quality-model 8.1 each of the 57 critical items of the catalogue opens a work order at once, for the line that answers for it', async () => {
  const critical = CATALOGUE_ITEMS.filter((i) => i.severity === 'critical')
  expect(critical).toHaveLength(57)
  expect(critical.filter((i) => i.aspect !== 'facility').map((i) => i.id)).toEqual([
    'T02-P-13',
    'T07-I-06',
    'T18-I-03',
    'T18-I-04',
  ])
  const leads: Partial<Record<Line, Uuid>> = {
    repair: t.a.staff.repairLead,
    security: t.a.staff.lineLead,
    greening,
  }
  const lines = new Map<string, string | null>()
  for (const touchpoint of TOUCHPOINTS) {
    const own = critical.filter((i) => i.touchpoint === touchpoint).map((i) => i.id)
    if (own.length === 0) continue
    const made = await proposed(t, t.a.staff.areaSteward, await addPlace(t, touchpoint), own)
    expect(made.map((m) => m.itemId)).toEqual(own)
    for (const { itemId, matterId } of made) {
      const { state, line, orders } = await standing(matterId)
      lines.set(itemId, line)
      expect([itemId, state, orders]).toEqual([
        itemId,
        'ASSIGNED',
        [{ line, executor_id: leads[line as Line], state: 'OFFERED' }],
      ])
    }
  }
  expect(lines.size).toBe(57)
  // a vest is the guards'; bare wires and the signs around works are those of who works on them
  expect(['T02-P-13', 'T07-I-06', 'T18-I-03', 'T18-I-04'].map((id) => lines.get(id))).toEqual([
    'security',
    'repair',
    'repair',
    'repair',
  ])
})

test('quality-model 8.1 where the line’s lead carries out no orders, one of the line who does has it', async () => {
  const { lineLead, guard, csLead } = t.a.staff
  await goes(lineLead)
  const [made] = await proposed(t, t.a.staff.areaSteward, await addPlace(t, 'T02'), ['T02-P-13'])
  const { state, orders } = await standing(made?.matterId ?? '')
  expect([state, orders.map((o) => o.executor_id)]).toEqual(['ASSIGNED', [guard]])
  const matter = (await t.as(csLead).get(`/api/v1/estates/${t.a.id}/matters/${made?.matterId}`)).body
  expect(matter.handler.id).toBe(csLead)
})

test('quality-model 8.1 where a line has nobody here, the repair line secures the place', async () => {
  await goes(greening)
  const [made] = await proposed(t, t.a.staff.areaSteward, await addPlace(t, 'T09'), ['T09-F-11'])
  const { line, orders } = await standing(made?.matterId ?? '')
  const repair = await t.tx(({ db }) =>
    db.selectFrom('staff_role').select('staff_id').where('line', '=', 'repair').execute(),
  )
  expect(line).toBe('greening')
  expect(repair.map((r) => r.staff_id)).toContain(orders[0]?.executor_id)
})

test('quality-model 8.1 what is not critical waits for whoever confirms it', async () => {
  const [made] = await proposed(t, t.a.staff.areaSteward, await addPlace(t, 'T12'), ['minor'])
  expect(await standing(made?.matterId ?? '')).toMatchObject({ state: 'PROPOSED', orders: [] })
})
