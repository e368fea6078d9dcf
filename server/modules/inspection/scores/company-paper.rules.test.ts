import { expect, test } from 'vitest'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { CompanyHeatRow } from '#contract/scores.ts'
import { renderAside } from '#platform/documents/render-aside.ts'
import { words } from '#platform/documents/words.ts'
import { companyPaper } from './company-paper.rules.ts'

const row = (at: number, score: number | null, before: number | null = null): CompanyHeatRow => ({
  estate: { id: String(at).padStart(4, '0'), code: `E${at}`, name: `第${at}小区` },
  score,
  before,
  looks: score === null ? 0 : 7,
  touchpoints: TOUCHPOINTS.map((_, i) => (score === null || i > 2 ? null : score)),
  newStandardOn: null,
})
const totals = { score: 70, before: 72.04, looks: 40, touchpoints: TOUCHPOINTS.map(() => 70) }
const LOWEST = { sort: 'score', direction: 'asc' } as const
const paper = (rows: CompanyHeatRow[], asked = {}, lang: 'zh' | 'en' = 'zh') =>
  companyPaper({ rows, totals }, { ...LOWEST, ...asked }, words(lang))
const names = (rows: readonly { name: string }[] | undefined) => rows?.map(({ name }) => name)

test('the paper lists every estate in the order of the page, those without a look last, each touchpoint with its figure and shade', () => {
  const { map } = paper([row(1, 96), row(2, null), row(3, 59.94, 60.04), row(4, 80)])
  expect(names(map.rows)).toEqual(['第3小区', '第4小区', '第1小区', '第2小区'])
  expect(map.rows[0]).toMatchObject({
    score: { band: 'low', text: '59.9' },
    change: { way: 'worse', text: '-0.1' },
    looks: '7',
  })
  expect(map.rows.map((r) => r.score.band)).toEqual(['low', 'good', 'top', 'none'])
  expect(map.rows[0]?.touchpoints.map((c) => c.text).slice(0, 4)).toEqual(['59.9', '59.9', '59.9', '—'])
  expect(map.touchpoints).toHaveLength(20)
  expect(map.totals).toMatchObject({ name: '全部小区平均', score: { text: '70.0' }, change: { text: '-2.0' } })
  const { map: turned } = paper([row(1, 96), row(3, 59)], { direction: 'desc' })
  expect(names(turned.rows)).toEqual(['第1小区', '第3小区'])
})

test('a change that comes of another standard too is marked, and the words for it stand below', () => {
  const changed = { ...row(1, 80, 70), newStandardOn: '2026-11-15' }
  const { map, ends } = paper([changed, row(2, 90, 85), { ...row(3, 50), newStandardOn: '2026-11-15' }])
  expect(map.rows.map((r) => r.change.text)).toEqual(['—', '+10.0*', '+5.0'])
  expect(map.mixed).toContain('换过标准')
  expect(ends[0]?.rows.map((r) => r.change.text)).toEqual(['—'])
  expect(paper([row(1, 80, 70)]).map.mixed).toBe('')
})

test('the lowest ten and the best ten stand before the map; of few estates none stands on both lists', () => {
  const many = paper(Array.from({ length: 25 }, (_, i) => row(i, 60 + i)))
  const [lowest, best] = many.ends
  expect(lowest?.title).toBe('得分最低的 10 个小区')
  expect(names(lowest?.rows)).toEqual(Array.from({ length: 10 }, (_, i) => `第${i}小区`))
  expect(names(best?.rows)).toEqual(Array.from({ length: 10 }, (_, i) => `第${24 - i}小区`))
  expect(paper([row(1, 50), row(2, 60), row(3, 70)]).ends.map(({ rows }) => names(rows))).toEqual([
    ['第1小区'],
    ['第3小区'],
  ])
  expect(paper([row(1, 50), row(2, null)]).ends).toEqual([])
})

test('a paper of a search says that it is one, and its means stay those of all estates', () => {
  const rows = [row(1, 50), row(2, 60), row(3, 70)]
  const found = paper(rows, { q: 'e2' }, 'en')
  expect(names(found.map.rows)).toEqual(['第2小区'])
  expect(found.note).toContain('"e2"')
  expect(found.facts[3]).toEqual(['Estates', '3'])
  expect(found.map.nothing).toBe('')
  expect(paper(rows).note).toBe('')
  expect(paper(rows, { q: 'nowhere' }).map.nothing).toBe('没有这样的小区。')
})

test('a company of a thousand estates is printed, aside: others are answered meanwhile', async () => {
  const long = '一个名字很长很长很长的花园小区二期北区东苑与西苑'
  const rows = Array.from({ length: 1_000 }, (_, i) => {
    const one = row(i, 50 + (i % 50), 70)
    return i % 9 === 0 ? { ...one, estate: { ...one.estate, name: `${long}${i}` } } : one
  })
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 5)
  const data = { title: '公司触点热图', sub: '2025-04', form: 'v1', printed: '', ...paper(rows) }
  const pdf = await renderAside({ form: 'company-scores', data })
  clearInterval(turning)
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
  expect(turns).toBeGreaterThan(20)
  // without tags, which would make it twenty times as large
  expect(pdf.length).toBeLessThan(2_000_000)
}, 60_000)

test('a paper that cannot be set is an error for who asked and for nobody after', async () => {
  await expect(renderAside({ form: 'company-scores', data: {} })).rejects.toThrow()
  const data = { title: '', sub: '', form: '', printed: '', ...paper([]) }
  expect((await renderAside({ form: 'company-scores', data })).subarray(0, 4).toString()).toBe('%PDF')
})
