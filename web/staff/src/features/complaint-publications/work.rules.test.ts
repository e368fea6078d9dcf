import { expect, test } from 'vitest'
import type { Publication } from '#contract/complaint-publication.ts'
import { changed, hitsAt, toSave, workOf, wrongFields } from './work.rules.ts'

const item = (matterId: string, text = '电梯停运') => ({
  matterId,
  category: 'C2.7' as const,
  text,
  outcome: '已修好',
  include: true,
  number: `26-${matterId}`,
  stateNow: 'CLOSED',
})
const A = '00000000-0000-4000-8000-00000000000a'
const B = '00000000-0000-4000-8000-00000000000b'
const shown: Publication = {
  month: '2026-10',
  state: 'draft',
  dueOn: '2026-11-05',
  late: false,
  items: 1,
  approved: null,
  posted: null,
  foreword: '感谢周女士',
  content: [item(A, '周女士家门口电梯停运')],
  candidates: [{ ...item(B), title: '电梯坏了' }],
  updatedBy: null,
  version: 3,
  personalData: [
    { where: 'foreword', kind: 'name', text: '周女士' },
    { where: 'items.0.text', kind: 'name', text: '周女士' },
  ],
}
const work = workOf(shown)

test('CP-137 what is proposed stands behind what is kept, and waits to be saved without being a change', () => {
  expect(work.items.map(({ matterId, proposed }) => [matterId, proposed])).toEqual([
    [A, false],
    [B, true],
  ])
  expect([changed(work, shown), toSave(work, shown)]).toEqual([false, true])
  const settled: Publication = { ...shown, candidates: [] }
  expect(toSave(workOf(settled), settled)).toBe(false)
  const left = { ...work, items: work.items.map((one) => ({ ...one, include: false })) }
  expect(changed(left, shown)).toBe(true)
})

test('CP-138 a hit stands at its field until that field is written anew', () => {
  expect(hitsAt(shown, work).of(A, 'text')).toHaveLength(1)
  expect(hitsAt(shown, work).of(A, 'outcome')).toEqual([])
  expect(hitsAt(shown, work).of(B, 'text')).toEqual([])
  const [first, ...rest] = work.items
  if (!first) throw new Error('no item')
  const mended = { ...work, foreword: '各位业主', items: [...rest, { ...first, text: '电梯停运' }] }
  expect(hitsAt(shown, mended).of(A, 'text')).toEqual([])
  expect(hitsAt(shown, mended).foreword).toEqual([])
  // the order of what is written is not that of what was looked at
  expect(hitsAt(shown, { ...work, items: [...work.items].reverse() }).of(A, 'text')).toHaveLength(1)
})

test('CP-137 an empty text is refused at its own item', () => {
  const empty = { ...work, items: work.items.map((one) => (one.matterId === B ? { ...one, outcome: '  ' } : one)) }
  expect(wrongFields(empty).map(({ matterId, issue }) => [matterId, issue.path[0]])).toEqual([[B, 'outcome']])
})
