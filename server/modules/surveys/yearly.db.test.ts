import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SurveyView } from '#contract/surveys.ts'
import { setSetting } from '#test/desk-house.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

let h: SurveyHouse
const on = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T10:00:00+08:00`) })
beforeAll(async () => {
  on('2025-11-03')
  h = await openSurveyHouse()
  await setSetting(h.t, 'survey.smallestSample', 10)
  for (const name of ['1', '2']) {
    const building = await h.building(name)
    for (let i = 0; i < 8; i += 1) await h.resident(building, { tenure: i < 6 ? 'owner' : 'tenant' })
  }
})
afterAll(async () => {
  vi.useRealTimers()
  await h.t.close()
})

const QUESTIONS = [
  pair(1, { itemId: 'T12-F-01', asks: ['pair', 'satisfaction', 'importance'] }),
  pair(2, { touchpoint: 'T17', asks: ['satisfaction', 'importance'], classDefault: null }),
]
const SAMPLE = { method: 'stratified', size: 12, by: ['building', 'tenure'], seed: '0badcafe' }
const viewed = async (id: string): Promise<SurveyView> => (await h.head.get(`${h.estate}/surveys/${id}`)).body
type Said = { f: number; d: number; lift: number; phone: number }
const ask = async ({ f, d, lift, phone }: Said, answering: number, from?: SurveyView): Promise<SurveyView> => {
  const draft = from
    ? (await h.move(from, 'revise')).body
    : await h.draft('yearly', { questions: QUESTIONS, sample: SAMPLE })
  const opened = (await h.move(draft, 'open')).body
  expect(opened).toMatchObject({ kind: 'yearly', state: 'opened', invited: 12 })
  const links = await h.links(opened.id)
  expect(links).toHaveLength(12)
  for (const [i, link] of links.slice(0, answering).entries()) {
    const sent = await h.send(link, [
      // one who differs, so that there is something to be uncertain about
      { no: 1, f, d, s: i === 0 ? 3 : lift, w: 9 },
      { no: 2, s: i === 0 ? 3 : phone, w: 5 },
    ])
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  }
  return viewed(opened.id)
}
const closed = async (survey: SurveyView): Promise<SurveyView> => {
  const { status, body } = await h.move(survey, 'close')
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const resultsOf = async (id: string, query = '') => (await h.head.get(`${h.estate}/surveys/${id}/results${query}`)).body

test('the yearly survey is drawn by building and tenure, opened, answered and closed; that of the next year is compared with it', async () => {
  const first = await ask({ f: 5, d: 3, lift: 2, phone: 4 }, 11)
  type Stratum = { building: { name: string }; tenure: 'owner' | 'tenant'; invited: number }
  const strata: Stratum[] = (await h.head.get(`${h.estate}/surveys/${first.id}/progress`)).body.lines
  expect(strata.map((s) => `${s.building.name} ${s.tenure}`).toSorted()).toEqual([
    '1栋 owner',
    '1栋 tenant',
    '2栋 owner',
    '2栋 tenant',
  ])
  // three in four of each: six owners and two tenants live in a building
  for (const { tenure, invited } of strata) expect(tenure === 'owner' ? [4, 5] : [1, 2], tenure).toContain(invited)
  on('2025-11-12')
  await closed(first)
  const alone = await resultsOf(first.id)
  expect(alone).toMatchObject({ answered: 11, invited: 12, comparedWith: null, comparable: [], small: false })
  expect(alone.rate.share).toBeCloseTo(11 / 12, 10)
  expect(alone.items).toHaveLength(2)
  expect(alone.items.map((i: { before: unknown }) => i.before)).toEqual([null, null])
  const [lift, phone] = alone.items
  expect(lift).toMatchObject({ kano: { class: 'A' }, satisfaction: { n: 11, mean: 23 / 11 } })
  expect(phone).toMatchObject({ kano: null, satisfaction: { mean: 43 / 11 } })

  on('2026-11-03')
  const next = await ask({ f: 4, d: 1, lift: 5, phone: 4 }, 12, await viewed(first.id))
  on('2026-11-12')
  await closed(next)
  const compared = await resultsOf(next.id)
  const earlier = { id: first.id, titleZh: '住户问卷', titleEn: 'Residents', on: '2025-11-12' }
  expect(compared).toMatchObject({ answered: 12, comparedWith: earlier, comparable: [earlier] })
  expect(compared.items).toMatchObject([
    {
      kano: { class: 'M' },
      satisfaction: { mean: 58 / 12 },
      before: {
        surveyId: first.id,
        on: '2025-11-12',
        class: 'A',
        better: 1,
        worse: 0,
        satisfaction: 23 / 11,
        n: 11,
        // more say that it must be there and fewer that it delights; they are happier with it
        changed: { better: 'down', worse: 'up', satisfaction: 'up' },
      },
    },
    // 3.91 and 3.92: nothing that these samples can tell
    {
      satisfaction: { mean: 47 / 12 },
      before: { satisfaction: 43 / 11, changed: { better: null, worse: null, satisfaction: null } },
    },
  ])
  expect(await resultsOf(next.id, `?with=${first.id}`)).toMatchObject({ comparedWith: earlier })
  // the earlier is not compared with what came after it
  expect((await resultsOf(first.id, `?with=${next.id}`)).error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'query.with',
  })
  expect(await resultsOf(first.id)).toMatchObject({ comparedWith: null, comparable: [] })

  // each month tells of its own year
  const felt = async (month: string) => {
    const { touchpoints } = (await h.head.get(`${h.estate}/scores?month=${month}`)).body
    return touchpoints.find((p: { touchpoint: string }) => p.touchpoint === 'T12').survey
  }
  expect(await felt('2025-11')).toEqual({ satisfaction: expect.closeTo(23 / 11, 10), answers: 11 })
  expect(await felt('2026-11')).toEqual({ satisfaction: expect.closeTo(58 / 12, 10), answers: 12 })
  expect(await felt('2026-10')).toBeNull()
})
