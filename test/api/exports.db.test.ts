import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RouteShape } from '#contract/route.ts'
import { ALL_ROUTES } from '#server/build-app.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { sheetOf } from '../sheet-of.ts'
import { requestFor } from './request-for.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse({ sameRoles: true })
})
afterAll(() => t.close())

/** Lists that are no table of their own: parts of one thing, of one person, or a choice in a form. */
const WITHOUT_FILE = new Set([
  'listMyMessages',
  'listMyDuties',
  'listTimeline',
  'listImports',
  'listImportLines',
  'listCustomerHistory',
  'listUnitHistory',
  'listIdentityChecks',
  'listEstates',
  'listCentres',
])

const lists = ALL_ROUTES.filter((s) => s.mode === 'read' && s.route.query && 'cursor' in s.route.query.shape)
const files = ALL_ROUTES.filter((s) => s.mode === 'raw' && /xlsx$|\/exports\//.test(s.route.path)).map((s) => s.route)
/** The address of the list that a file holds. */
const listOf = (path: string) => path.replace(/[./]xlsx$/, '').replace('/exports/', '/')

test('FD-012 every list has its Excel file', () => {
  const known = new Set(files.map((route) => listOf(route.path)))
  const missing = lists.map((s) => s.route).filter((r) => !known.has(r.path))
  expect(missing.map((r) => r.id).sort()).toEqual([...WITHOUT_FILE].sort())
})

const ofPlaces = files.filter((r) => /buildings|areas|archive-loans|availability-asks|work-to-transfer/.test(r.path))
test.each(ofPlaces.map((r): [string, RouteShape] => [r.id, r]))(
  '%s can be read in both languages',
  async (_id, route) => {
    const who = route.access === 'matter.answer_availability' ? t.a.staff.repairLead : t.a.staff.centreHead
    const heads: string[][] = []
    for (const lang of ['zh', 'en']) {
      const request = requestFor(route, { estateId: t.a.id })
      const answer = await t.as(who).send({ ...request, url: `${String(request.url)}?lang=${lang}` })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      heads.push((await sheetOf(answer.body))[0] ?? [])
    }
    const [zh = [], en = []] = heads
    expect(zh.length).toBeGreaterThan(3)
    expect(en).toHaveLength(zh.length)
    expect(en.join()).not.toMatch(/[\u4e00-\u9fff]/)
    expect(zh.join()).not.toContain('export.')
  },
)
