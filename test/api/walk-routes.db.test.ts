import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Permission, ROLE_CODES, ROLES, type Role } from '#contract/permissions.ts'
import type { RouteShape } from '#contract/route.ts'
import { ALL_ROUTES } from '#server/build-app.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { requestFor } from './request-for.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse({ sameRoles: true })
})
afterAll(() => t.close())

// an open event stream never ends, so it is walked by a test of its own
const walked = ALL_ROUTES.map((s) => s.route).filter((r) => r.id !== 'watchEstate')
const inEstate = walked.filter((r) => r.path.includes(':estateId'))

const mayUse = (route: RouteShape, role: Role): boolean => {
  if (route.access === 'signed-in' || route.access === 'public') return true
  const wanted: readonly Permission[] = typeof route.access === 'string' ? [route.access] : route.access
  const held: readonly Permission[] = ROLES[role]
  return wanted.some((p) => held.includes(p))
}

const nobody = async (route: RouteShape) =>
  (await t.app.inject(requestFor(route, { estateId: t.a.id }, route.body ? {} : undefined))).statusCode

test('every route but the public ones refuses who has not signed in', async () => {
  const open: string[] = []
  for (const route of walked) if ((await nobody(route)) !== 401) open.push(route.id)
  expect(open.filter((id) => walked.find((r) => r.id === id)?.access !== 'public')).toEqual([])
})

test('every route answers each role of the estate as its access rule says', async () => {
  const wrong: string[] = []
  for (const route of inEstate) {
    for (const role of ROLE_CODES) {
      const { status } = await t
        .as(t.a.staff[role])
        .send(requestFor(route, { estateId: t.a.id }, route.body ? {} : undefined))
      const refused = status === 403 || status === 401
      if (status >= 500) wrong.push(`${route.id} as ${role}: ${status}`)
      if (!mayUse(route, role) && !refused) wrong.push(`${route.id} let ${role} in: ${status}`)
    }
  }
  expect(wrong).toEqual([])
}, 900_000)

test('no route shows or changes anything of an estate to somebody of another one, whatever their role', async () => {
  const wrong: string[] = []
  for (const route of inEstate) {
    if (route.access === 'public') continue
    for (const role of ROLE_CODES) {
      const { status } = await t
        .as(t.b.staff[role])
        .send(requestFor(route, { estateId: t.a.id }, route.body ? {} : undefined))
      if (status !== 404) wrong.push(`${route.id} as ${role} of the other estate: ${status}`)
    }
  }
  expect(wrong).toEqual([])
}, 900_000)
