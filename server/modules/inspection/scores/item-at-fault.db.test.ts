import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { AnswerMark } from '#contract/inspections.ts'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPlace, addVersion, PRODUCT_STANDARD, type TestPlace } from '#test/inspection-rows.ts'
import { placesIn } from '#test/places.ts'

/** What the first version asks plainly, the second as a statement that is better not true. */
const STAINS = 'T12-F-01'
const OTHER = 'T12-F-09'
const ITEMS = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12')
const REVERSED = ITEMS.map((i) => (i.id === STAINS ? { ...i, kano: 'reverse' as const } : i))

let t: TestHouse
let second: Uuid
let lift: TestPlace
const looks: Record<string, Uuid> = {}
beforeAll(async () => {
  t = await openTestHouse()
  lift = await addPlace(t, 'T12', '1栋A梯')
  second = await addVersion(t, {
    from: '2025-08-01',
    name: '2025 年 8 月版',
    changed: { [STAINS]: { kano: 'reverse' } },
  })
  const put = async (name: string, on: string, answer: AnswerMark, held: object = {}) => {
    looks[name] = await addLook(t, { place: lift, by: t.a.staff.lineLead, on, answers: { [STAINS]: answer }, ...held })
  }
  const later = { standardId: second, items: REVERSED }
  await put('plain, well', '2025-07-05', 'pass')
  await put('plain, at fault', '2025-07-06', 'fail')
  await put('reverse, at fault', '2025-08-05', 'pass', later)
  await put('reverse, well', '2025-08-06', 'fail', later)
})
afterAll(() => t.close())

const read = async (path: string) => {
  const { status, body } = await t.as(t.a.staff.centreHead).get(`/api/v1/estates/${t.a.id}/${path}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const found = async (path: string) => {
  const { rows } = await read(path)
  const name = (id: Uuid) => Object.keys(looks).find((one) => looks[one] === id)
  return rows.map((r: { id: Uuid }) => name(r.id))
}

test.each([
  ['2025-07', 'plain, at fault'],
  ['2025-08', 'reverse, at fault'],
])(
  'quality model 7, 8.3: in %s an item is at fault as the versions of that month ask it, in the figure and in both lists it opens',
  async (month, name) => {
    const { failedItems } = await read(`scores?month=${month}`)
    expect(failedItems).toMatchObject([{ itemId: STAINS, fails: 1, places: 1 }])
    for (const list of ['scored-looks', 'inspections'])
      expect(await found(`${list}?month=${month}&itemId=${STAINS}`), list).toEqual([name])
  },
)

test('quality model 7: without a month an item is at fault as it is asked today', async () => {
  for (const list of ['scored-looks', 'inspections'])
    expect((await found(`${list}?itemId=${STAINS}`)).sort(), list).toEqual(['plain, well', 'reverse, at fault'])
})

test('quality model 7: a refused look counts as failed what is at fault by the version that it was held to', async () => {
  const [place] = await placesIn(t, t.a.id, [{ code: '2栋电梯', touchpoint: 'T12', scanNeeded: true }])
  const now = new Date().toISOString()
  const refused = async (standardId: Uuid) => {
    const id = newId()
    const sent = await t.as(t.a.staff.technician).post(`/api/v1/estates/${t.a.id}/inspections`, {
      id,
      placeId: place?.id,
      beganAt: now,
      endedAt: now,
      sentAt: now,
      standardId,
      answers: [
        { itemId: STAINS, answer: 'pass' },
        { itemId: OTHER, answer: 'fail' },
      ],
    })
    expect(sent.body.error, JSON.stringify(sent.body)).toBeDefined()
    const { rows } = await read('refused-inspections?limit=200')
    return rows.find((r: { inspectionId: Uuid }) => r.inspectionId === id)
  }
  expect(await refused(PRODUCT_STANDARD)).toMatchObject({ answers: 2, failed: 1 })
  const held = await refused(second)
  expect(held).toMatchObject({ answers: 2, failed: 2 })
  // what no version of ours asks is taken for a plain one
  expect(await refused(newId())).toMatchObject({ answers: 2, failed: 1 })
  const resolved = await t
    .as(t.a.staff.csLead)
    .post(`/api/v1/estates/${t.a.id}/refused-inspections/${held.id}/resolve`, { resolution: '已重查' })
  expect(resolved.body).toMatchObject({ failed: 2 })
})
