import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { CheckItem, Trait } from '#contract/touchpoints.ts'
import { openTestHouse, type TestEstate, type TestHouse } from '#test/house.ts'
import { checklistOf, makePlace, putInForce, takenLook } from '#test/look-steps.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse({ sameRoles: true })
  // estate B lies in the north, where one item says otherwise
  const head = t.as(t.b.staff.centreHead)
  const url = `/api/v1/estates/${t.b.id}/standards`
  const { id, version } = (await head.post(url, {})).body
  const content = { traits: [], standing: ['region:north'], off: {}, added: [], changed: {} }
  const saved = (await head.put(`${url}/${id}`, { ...content, version })).body
  const published = await putInForce(t, t.b.staff.csLead, { id, version: saved.version }, t.b.id)
  expect(published.body).toMatchObject({ state: 'published', inForce: true })
})
afterAll(() => t.close())

/** Every kind of place that the catalogue tells apart: plain, with each trait that a touchpoint asks for, and with all. */
const KINDS = TOUCHPOINTS.flatMap((touchpoint) => {
  const asked = CATALOGUE_ITEMS.filter((i) => i.touchpoint === touchpoint).map((i) => i.trait)
  const traits = [...new Set(asked.filter((trait) => trait !== null))]
  const kinds: Trait[][] = [[], ...traits.map((trait) => [trait]), ...(traits.length > 1 ? [traits] : [])]
  return kinds.map((traits) => ({ touchpoint, traits }))
})
const HAN = /\p{Script=Han}/u

/** A look at a place of each kind, with an answer to whatever its checklist asks; the answers as they are kept. */
const lookAt = async (
  { id: estateId, staff }: TestEstate,
  kinds: readonly (typeof KINDS)[number][],
): Promise<Map<string, CheckItem>> => {
  const answered = new Map<string, CheckItem>()
  for (const [at, kind] of kinds.entries()) {
    const place = { ...kind, code: `P${at}`, name: `${kind.touchpoint} ${kind.traits.join('、')}`.slice(0, 60) }
    const placeId = await makePlace(t, place, staff.centreHead, estateId)
    const by = staff.qualityDept
    const { items } = await checklistOf(t, by, placeId, estateId)
    const taken = await takenLook(t, { placeId, by, in_: estateId })
    expect(taken, place.name).toMatchObject({
      passed: items.length,
      failed: 0,
      notApplicable: 0,
      apart: [],
      score: 10_000,
    })
    const kept = (await t.as(by).get(`/api/v1/estates/${estateId}/inspections/${taken.id}`)).body.answers
    const ids = kept.map((a: { itemId: string }) => a.itemId)
    expect(ids.toSorted(), place.name).toEqual(items.map((i) => i.id).toSorted())
    for (const item of items) {
      if (item.trait !== null) expect(kind.traits, item.id).toContain(item.trait)
      answered.set(item.id, item)
    }
  }
  return answered
}

test('7.6 all 466 items are asked at some kind of place, answered by a look there and kept, worded in both languages', async () => {
  expect(CATALOGUE_ITEMS).toHaveLength(466)
  const south = await lookAt(t.a, KINDS)
  const regional = new Set(
    CATALOGUE_ITEMS.filter((i) => i.conditions.includes('region:north')).map((i) => i.touchpoint),
  )
  const north = await lookAt(
    t.b,
    KINDS.filter((k) => regional.has(k.touchpoint)),
  )
  // of the two that say the same for two regions each estate has its own, never both
  expect([south.has('T08-F-15'), south.has('T08-F-16')]).toEqual([false, true])
  expect([north.has('T08-F-15'), north.has('T08-F-16')]).toEqual([true, false])
  const all = new Map([...south, ...north])
  expect([...all.keys()].toSorted()).toEqual(CATALOGUE_ITEMS.map((i) => i.id).toSorted())
  for (const { id, zh, en } of CATALOGUE_ITEMS) {
    expect(all.get(id), id).toMatchObject({ zh, en })
    expect(zh, id).toMatch(HAN)
    expect(en, id).toMatch(/[a-z]{2}/)
    expect(en, id).not.toMatch(HAN)
  }
})
