import { expect, test } from 'vitest'
import { type Line, permissionsOf, type Role } from '#contract/permissions.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { canSeeOrder, mayExecute, maySeePhone, sightOf, verbsFor } from './order.policy.ts'
import type { Order } from './order-move.ts'

const estate = 'e'
const person = (id: string, role: Role, lines: Line[] = []): Actor => ({
  kind: 'staff',
  id,
  name: id,
  username: id,
  staffNo: id,
  companyId: 'c',
  grants: new Map([
    [estate, { estateId: estate, companyId: 'c', roles: [role], lines, permissions: permissionsOf([role]) }],
  ]),
  secondFactorDue: false,
})
const order = (over: Partial<Order> = {}): Order =>
  ({
    estate_id: estate,
    id: 'o',
    line: 'repair',
    state: 'ACCEPTED',
    open: true,
    executor_id: 'tech',
    former_executor_ids: [],
    ended_at: null,
    emergency: false,
    ...over,
  }) as Order

const tech = person('tech', 'technician', ['repair'])
const provider = person('firm', 'provider', ['repair'])
const now = '2026-11-20T08:00:00.000Z'
const sight = (who: Actor, o: Order) => sightOf(who, o, now, 30)

test('OS-005 an executor learns room and name only by accepting', () => {
  expect(sight(tech, order({ state: 'OFFERED' }))).toBe('offer')
  expect(sight(tech, order())).toBe('work')
  expect(sight(provider, order({ state: 'OFFERED', executor_id: 'firm' }))).toBe('offer')
  expect(sight(provider, order({ executor_id: 'firm' }))).toBe('work')
})

test('OS-005 when the order is over a provider sees nothing of the customer, our own people for thirty days more', () => {
  const ended = (at: string) => order({ state: 'APPROVED', open: false, ended_at: at })
  expect(sight(provider, { ...ended(now), executor_id: 'firm' })).toBe('none')
  expect(sight(tech, ended('2026-10-21T08:00:00.001Z'))).toBe('work')
  expect(sight(tech, ended('2026-10-21T08:00:00.000Z'))).toBe('none')
  expect(sight(person('desk', 'frontDeskClerk'), ended('2020-01-01T00:00:00.000Z'))).toBe('all')
})

test('OS-005 the telephone number is for the executor alone, from acceptance until the work is done', () => {
  const shown = (
    ['OFFERED', 'ACCEPTED', 'ON_THE_WAY', 'WORKING', 'RETURNED', 'DONE', 'APPROVED', 'ON_HOLD'] as const
  ).filter((state) => maySeePhone(tech, order({ state })))
  expect(shown).toEqual(['ACCEPTED', 'ON_THE_WAY', 'WORKING', 'RETURNED'])
  expect(maySeePhone(person('other', 'technician', ['repair']), order())).toBe(false)
  expect(maySeePhone(person('lead', 'repairLead', ['repair']), order())).toBe(false)
})

test('OS-005 whoever neither carries an order out nor looks after it does not see it', () => {
  expect(canSeeOrder(person('other', 'technician', ['repair']), order())).toBe(false)
  expect(canSeeOrder(person('lead', 'repairLead', ['repair']), order())).toBe(true)
  expect(canSeeOrder(person('lead', 'housekeepingLead', ['housekeeping']), order())).toBe(false)
  expect(canSeeOrder(person('desk', 'frontDeskClerk'), order())).toBe(true)
  expect(canSeeOrder(person('archive', 'archiveClerk'), order())).toBe(false)
})

test('FD-710 an order that nobody has yet may be taken by anyone of the line and by nobody else', () => {
  const free = order({ executor_id: null, state: 'OFFERED', emergency: true })
  expect(mayExecute(tech, free, 'accept')).toBeUndefined()
  expect(mayExecute(person('hk', 'cleaner', ['cleaning']), free, 'accept')).toMatchObject({ code: 'E_NOT_HANDLER' })
  // to say no for the whole line is the lead's
  expect(mayExecute(tech, free, 'decline')).toMatchObject({ code: 'E_NOT_HANDLER' })
  expect(mayExecute(person('lead', 'repairLead', ['repair']), free, 'decline')).toBeUndefined()
})

test('OS-012 who had the order before is told that it has changed hands', () => {
  const moved = order({ executor_id: 'tech', former_executor_ids: ['old'] })
  expect(mayExecute(person('old', 'technician', ['repair']), moved, 'arrive')).toMatchObject({
    code: 'E_STATE_CHANGED',
    details: { executorChanged: true },
  })
  expect(mayExecute(person('never', 'technician', ['repair']), moved, 'arrive')).toMatchObject({
    code: 'E_NOT_HANDLER',
  })
})

test('OS-012 the lead of the line reports for people without a telephone; a lead of another line does not', () => {
  expect(mayExecute(person('lead', 'repairLead', ['repair']), order(), 'arrive')).toBeUndefined()
  expect(mayExecute(person('lead', 'housekeepingLead', ['housekeeping']), order(), 'arrive')).toMatchObject({
    code: 'E_NOT_HANDLER',
  })
})

test('FD-713 the price is ours to tell: a provider names none to our customer', () => {
  expect(verbsFor(provider, order({ executor_id: 'firm', state: 'ON_SITE' })).map(([verb]) => verb)).not.toContain(
    'quote',
  )
  expect(verbsFor(tech, order({ state: 'ON_SITE' })).map(([verb]) => verb)).toContain('quote')
})
