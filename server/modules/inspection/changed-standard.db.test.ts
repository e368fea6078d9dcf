import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { StandardVersion } from '#contract/standards.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { type Answer, openTestHouse, type TestHouse } from '#test/house.ts'
import { itemOf, PRODUCT_STANDARD } from '#test/inspection-rows.ts'
import { checklistOf, makePlace, sendPhoto, takenLook } from '#test/look-steps.ts'

let t: TestHouse
let editor: Uuid
let leader: Uuid
let placeId: Uuid
const on = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T10:00:00+08:00`) })
beforeAll(async () => {
  on('2026-09-01')
  t = await openTestHouse()
  ;[editor, leader] = [await t.hire(t.a.id, 'qualityDept'), await t.hire(t.a.id, 'companyLeader')]
  // a standard is every estate's, and so is the right to change it
  await t.tx(({ db }) =>
    db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', 'in', [editor, leader]).execute(),
  )
  placeId = await makePlace(t, { code: '1A', touchpoint: 'T12', name: '1栋A梯' })
})
afterAll(async () => {
  vi.useRealTimers()
  await t.close()
})

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const read = async (path: string) => (await t.as(t.a.staff.centreHead).get(url(path))).body
const ok = ({ status, body }: Answer) => {
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const [LIGHT, NO_SMOKING, ADDED] = ['T12-F-01', 'T12-F-14', 'T12-F-24']
const failedNow = async () => ({
  answer: 'fail' as const,
  note: '不合格',
  fileIds: [await sendPhoto(t, t.a.staff.guard)],
})
const look = (more: Partial<Parameters<typeof takenLook>[1]> = {}) =>
  takenLook(t, { placeId, by: t.a.staff.guard, ...more })
const contentOf = ({ id, touchpoint, aspect, basis, origin, ...content }: CheckItem) => content
type Draft = { path: string; version: () => Promise<number> }
/** As the item stands in a draft, so that nobody else's change is written over. */
const versionOf = async ({ path }: Draft, itemId: string): Promise<number> =>
  (await t.as(editor).get(`${path}/items?q=${itemId}`)).body.rows[0].version

const draft = async (fromId: Uuid, name: string): Promise<Draft & { id: Uuid }> => {
  const { id } = ok(await t.as(editor).post('/api/v1/standards', { fromId, name }))
  const version = async () => {
    const { rows } = (await t.as(editor).get('/api/v1/standards')).body
    return rows.find((v: StandardVersion) => v.id === id).version
  }
  return { id, path: `/api/v1/standards/${id}`, version }
}
const publish = async ({ path, version }: Draft, effectiveFrom: string): Promise<StandardVersion> => {
  ok(await t.as(leader).post(`${path}/check`, { version: await version() }))
  return ok(await t.as(leader).post(`${path}/publish`, { effectiveFrom, version: await version() }))
}

test('7.3 a standard is changed, checked and published in the middle of a month: looks before and after say their version and stand on one measure', async () => {
  on('2026-09-10')
  const before = await look({ over: { [LIGHT]: await failedNow() } })
  const old = await checklistOf(t, t.a.staff.guard, placeId)
  // 23 items of 61 points; a light out is a minor fault as yet
  expect(old).toMatchObject({ standardId: PRODUCT_STANDARD, standardNumber: 0 })
  expect(before.score).toBe(9836)

  on('2026-09-12')
  const next = await draft(PRODUCT_STANDARD, '2026 年秋季版')
  const light = itemOf('T12', LIGHT)
  const put = async (item: CheckItem, over: object) =>
    t.as(editor).put(`${next.path}/items/${item.id}`, {
      ...contentOf(item),
      active: true,
      version: await versionOf(next, item.id),
      ...over,
    })
  ok(await put(light, { severity: 'critical' }))
  ok(await put(itemOf('T12', NO_SMOKING), { active: false }))
  const handrail = { zh: '轿厢内有扶手', en: 'The car has a handrail', severity: 'critical', touchpoint: 'T12' }
  const added = await t.as(editor).post(`${next.path}/items`, { ...contentOf(light), aspect: 'facility', ...handrail })
  expect(ok(added)).toMatchObject({ id: ADDED })
  on('2026-09-15')
  await publish(next, '2026-09-16')
  // published today for tomorrow: today is still held to what it was
  expect((await checklistOf(t, t.a.staff.guard, placeId)).standardNumber).toBe(0)

  on('2026-09-20')
  const held = await checklistOf(t, t.a.staff.guard, placeId)
  expect(held).toMatchObject({ standardId: next.id, standardNumber: 1 })
  expect(held.items.map((i) => i.id)).not.toContain(NO_SMOKING)
  const after = await look({ over: { [ADDED]: await failedNow() } })
  expect(after).toMatchObject({ score: 5900, warnings: [] })
  // a phone that was out of signal since before the change is told, and held to what it carried
  const late = await look({ carried: old })
  expect(late).toMatchObject({ score: 10_000, warnings: ['standardChanged'] })

  const month = await read('scores?month=2026-09')
  // by the last version a light out is critical, and nobody was asked for handrails before
  expect(month.versions).toMatchObject([
    {
      standard: { id: PRODUCT_STANDARD, number: 0 },
      from: '2026-09-10',
      to: '2026-09-20',
      looks: 2,
      score: 99.18,
      comparable: 79.5,
    },
    {
      standard: { id: next.id, number: 1, name: '2026 年秋季版' },
      from: '2026-09-20',
      to: '2026-09-20',
      looks: 1,
      score: 59,
      comparable: 100,
    },
  ])
  expect(month.comparableItems).toBe(465)
  const lines = (await read(`scored-looks?placeId=${placeId}`)).rows
  expect(new Map(lines.map((l: { id: Uuid; standardNumber: number }) => [l.id, l.standardNumber]))).toEqual(
    new Map([
      [before.id, 0],
      [late.id, 0],
      [after.id, 1],
    ]),
  )
  // what was seen keeps the weights of its day
  const kept = await read(`scored-looks/${before.id}`)
  expect(kept).toMatchObject({ score: 98.36, look: { standardNumber: 0 } })
  expect(kept.items[0]).toMatchObject({ itemId: LIGHT, answer: 'fail', severity: 'minor' })
  expect(await read(`places/${placeId}/checklist?date=2026-09-15`)).toMatchObject({ standardNumber: 0 })
  expect(await read(`places/${placeId}/checklist?date=2026-09-16`)).toMatchObject({ standardNumber: 1 })
})

test('answers for items of another version are kept apart, of an earlier one as of a later, and nothing of them is lost', async () => {
  on('2026-09-21')
  const { rows } = (await t.as(editor).get('/api/v1/standards')).body
  const first = rows.find((v: StandardVersion) => v.inForce)
  const carried = await checklistOf(t, t.a.staff.guard, placeId)
  const handrail = carried.items.find((i) => i.id === ADDED)
  if (!handrail) throw new Error('the first version has lost its item')
  const second = await draft(first.id, '2026 年秋季修订版')
  ok(
    await t.as(editor).put(`${second.path}/items/${ADDED}`, {
      ...contentOf(handrail),
      active: false,
      version: await versionOf(second, ADDED),
    }),
  )
  await publish(second, '2026-09-22')
  on('2026-09-23')
  const now = await checklistOf(t, t.a.staff.guard, placeId)
  expect(now).toMatchObject({ standardId: second.id, standardNumber: 2 })

  const strange = async (standard: typeof now, itemId: string) => {
    const foreign = { ...handrail, id: itemId }
    const taken = await look({
      carried: { ...standard, items: [...standard.items, foreign] },
      over: { [itemId]: await failedNow() },
    })
    expect(taken, itemId).toMatchObject({
      score: 10_000,
      failed: 0,
      findings: [],
      apart: [{ itemId, why: 'notInVersion' }],
    })
    const shown = (await read(`inspections/${taken.id}`)).answers
    expect(
      shown.find((a: { itemId: string }) => a.itemId === itemId),
      itemId,
    ).toMatchObject({
      answer: 'fail',
      note: '不合格',
      apart: 'notInVersion',
    })
  }
  await strange(now, ADDED)
  await strange(now, NO_SMOKING)
  await strange({ ...now, standardId: PRODUCT_STANDARD }, ADDED)
})
