import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemFinding } from '#contract/survey-results.ts'
import { setSetting } from '#test/desk-house.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

let h: SurveyHouse
const SIX_MONTHS_AGO = new Date(Date.now() - 180 * 86_400_000).toISOString().slice(0, 10)
beforeAll(async () => {
  h = await openSurveyHouse()
  await setSetting(h.t, 'survey.smallestSample', 10)
  // each building has tenants alone or owners alone, so that whoever differs by building differs by the others too
  for (const [name, given] of [
    ['1', { tenure: 'owner', from: '2019-06-30' }],
    ['2', { tenure: 'tenant', from: SIX_MONTHS_AGO }],
  ] as const) {
    const building = await h.building(name)
    for (let i = 0; i < 12; i += 1) await h.resident(building, given)
  }
})
afterAll(() => h.t.close())

test('QM 4 each building, tenure and time of residence stands with its intervals, and is said to differ from the others only by more than chance', async () => {
  const survey = await h.opened('kano', { questions: [pair(1, { asks: ['pair', 'satisfaction'] }), pair(2)] })
  const list = (await h.head.get(`${h.estate}/surveys/${survey.id}/invitations?limit=200`)).body.rows
  // the invitations stand in the order of their lots: each building is counted by itself
  const counts = new Map<boolean, number>()
  for (const [at, link] of (await h.links(survey.id)).entries()) {
    const first = list[at].building === '1栋'
    const i = counts.get(first) ?? 0
    counts.set(first, i + 1)
    const sent = await h.send(link, [
      // the first building misses the lift and is content; a few think otherwise
      { no: 1, ...(first && i % 6 > 0 ? { f: 4, d: 1, s: 5 } : { f: 3, d: 3, s: first ? 4 : 2 + (i % 2) }) },
      { no: 2, f: i % 2 === 0 ? 5 : 3, d: 3 },
    ])
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  }
  for (const [by, high, low] of [
    ['building', '1栋', '2栋'],
    ['tenure', 'owner', 'tenant'],
    ['since', 'over5', 'under1'],
  ] as const) {
    const { items, groups } = (await h.head.get(`${h.estate}/surveys/${survey.id}/results?by=${by}`)).body
    const named = new Map(groups.map((g: { key: string; name: string }) => [g.name, g.key]))
    const of = (item: ItemFinding, name: string) => item.groups.find((g) => g.key === named.get(name))
    const [lift, other] = items
    const [one, two] = [of(lift, high), of(lift, low)]
    expect(one, by).toMatchObject({ n: 12, class: 'M', differs: { better: null, worse: 'up', satisfaction: 'up' } })
    expect(two, by).toMatchObject({ n: 12, class: 'I', differs: { better: null, worse: 'down', satisfaction: 'down' } })
    for (const group of [one, two]) {
      expect(group?.satisfaction?.low).toBeLessThan(group?.satisfaction?.mean ?? 0)
      expect(group?.satisfaction?.high).toBeGreaterThan(group?.satisfaction?.mean ?? 9)
      expect(group?.better?.low).toBeLessThanOrEqual(group?.better?.share ?? -1)
      expect(group?.worse?.low).toBeLessThanOrEqual(group?.worse?.share ?? -9)
    }
    // what both say alike differs in nothing
    for (const name of [high, low])
      expect(of(other, name)?.differs, by).toEqual({ better: null, worse: null, satisfaction: null })
  }
  const pdf = await h.head.get(`${h.estate}/surveys/${survey.id}/results/print?by=building`)
  expect(Buffer.from(pdf.body).subarray(0, 5).toString()).toBe('%PDF-')
})
