import { expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import { endOfRole, grantRefusal, type Held, mayManage, type Reach, type Target } from './account.rules.ts'

const today = '2026-11-20'
const everywhere: Reach = { companyWide: true, estates: new Set() }
const onlyA: Reach = { companyWide: false, estates: new Set(['A']) }
const held = (more: Partial<Held> = {}): Held => ({
  id: 'r',
  role: 'frontDeskClerk',
  estateId: 'A',
  line: null,
  from: '2026-01-01',
  until: null,
  ...more,
})
const person = (...roles: Held[]): Target => ({ id: 'p', active: true, roles })
const grant = { role: 'cashier' as const, estateId: 'A', line: null, from: today, until: null }
const codeOf = (refused: unknown) => (isRefusal(refused) ? refused.code : refused)

test('SD-13 nobody manages their own account, however far they reach', () => {
  expect(mayManage('p', everywhere, person(), today)).toBe(false)
  expect(codeOf(grantRefusal('p', everywhere, person(), grant, today))).toBe('E_FORBIDDEN')
})

test('SD-13 every standing role of a person must lie within the reach of who manages them', () => {
  expect(mayManage('x', onlyA, person(held()), today)).toBe(true)
  expect(mayManage('x', onlyA, person(held(), held({ estateId: 'B' })), today)).toBe(false)
  expect(mayManage('x', onlyA, person(held(), held({ estateId: 'B', until: '2026-11-19' })), today)).toBe(true)
  expect(mayManage('x', onlyA, person(held({ estateId: null })), today)).toBe(false)
  expect(mayManage('x', onlyA, person(held({ estateId: 'B', until: '2026-11-19' })), today)).toBe(false)
  expect(mayManage('x', everywhere, person(held({ estateId: null })), today)).toBe(true)
})

test('SD-13 administration and business roles exclude each other while they would overlap', () => {
  expect(codeOf(grantRefusal('x', everywhere, person(held()), { ...grant, role: 'systemAdmin' }, today))).toBe(
    'E_ROLE_SEPARATION',
  )
  expect(
    codeOf(grantRefusal('x', everywhere, person(held({ role: 'systemAdmin', estateId: 'B' })), grant, today)),
  ).toBe('E_ROLE_SEPARATION')
  expect(
    grantRefusal('x', everywhere, person(held({ until: '2026-11-19' })), { ...grant, role: 'systemAdmin' }, today),
  ).toBeUndefined()
  const neverBegan = held({ role: 'systemAdmin', from: today, until: '2026-11-19' })
  expect(grantRefusal('x', everywhere, person(neverBegan), grant, today)).toBeUndefined()
})

test('the same role, estate and line is not given twice for the same days', () => {
  const standing = person(held({ role: 'cashier' }))
  expect(codeOf(grantRefusal('x', everywhere, standing, grant, today))).toBe('E_PERIOD_OVERLAP')
  expect(grantRefusal('x', everywhere, standing, { ...grant, line: 'finance' }, today)).toBeUndefined()
  expect(codeOf(grantRefusal('x', everywhere, person(), { ...grant, until: '2026-11-19' }, today))).toBe('E_TIME_RANGE')
})

test('a role ends after its last day, at once yesterday, and one that had not begun becomes an empty period', () => {
  expect(endOfRole(held(), '2026-11-30', today)).toBe('2026-11-30')
  expect(endOfRole(held(), undefined, today)).toBe('2026-11-19')
  expect(endOfRole(held({ from: today }), undefined, today)).toBe('2026-11-19')
  expect(endOfRole(held({ from: '2027-01-01' }), undefined, today)).toBe('2026-12-31')
  expect(codeOf(endOfRole(held(), '2026-11-19', today))).toBe('E_TIME_PAST')
  expect(codeOf(endOfRole(held({ until: '2026-11-25' }), '2026-11-26', today))).toBe('E_TIME_RANGE')
  expect(codeOf(endOfRole(held({ until: '2026-11-19' }), undefined, today))).toBe('E_STATE_CHANGED')
})
