import { expect, test } from 'vitest'
import type { Feature } from './feature.ts'
import { activePath, barEntries, navEntries, safeBack, sameFeature } from './nav.rules.ts'

const nav = { group: 'work', icon: () => null } as const
const Page = () => null
const page = () => Promise.resolve({ Page })
const features: Feature[] = [
  { path: 'desk', title: 'nav.desk', need: 'desk.use', nav, page },
  { path: 'board', title: 'nav.board', need: ['matter.read', 'matter.read_line'], nav, page },
  { path: 'matters/$id', title: 'nav.matter', need: 'matter.read', under: 'board', page },
  { path: 'mustknow', title: 'nav.mustknow', need: null, nav, page },
]

test('only entries that the person may open are shown', () => {
  expect(navEntries(features, { permissions: ['matter.read_line'] }).map((f) => f.path)).toEqual(['board', 'mustknow'])
  expect(navEntries(features, { permissions: [] }).map((f) => f.path)).toEqual(['mustknow'])
})

test('a page without an entry marks the one it is under', () => {
  expect(activePath(features, 'matters/123')).toBe('board')
  expect(activePath(features, 'desk')).toBe('desk')
  expect(activePath(features, 'nowhere')).toBeUndefined()
})

test('a change of estate stays on the page where it is allowed', () => {
  expect(sameFeature(features, 'matters/1', { permissions: ['matter.read'] })?.path).toBe('board')
  expect(sameFeature(features, 'desk', { permissions: ['matter.read'] })?.path).toBe('board')
})

test('a phone shows at most five entries, the last of which may be "more"', () => {
  expect(barEntries([1, 2, 3, 4, 5])).toEqual({ shown: [1, 2, 3, 4, 5], more: [] })
  expect(barEntries([1, 2, 3, 4, 5, 6])).toEqual({ shown: [1, 2, 3, 4], more: [5, 6] })
})

test('after sign-in nobody is sent to another site', () => {
  expect(safeBack('/e/cuihu/desk?q=1')).toBe('/e/cuihu/desk?q=1')
  for (const bad of ['//evil.example', 'https://evil.example', '/\\evil', '/sign-in?back=/', undefined, 3]) {
    expect(safeBack(bad)).toBe('/')
  }
})
