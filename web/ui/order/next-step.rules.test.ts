import { expect, test } from 'vitest'
import { startsOf } from '#contract/kind.ts'
import { type OrderState, order as shape } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import { callPurpose, mayCall, nextStep, waitsFor } from './next-step.rules.ts'

const order = (state: OrderState, more: Partial<Parameters<typeof nextStep>[0]> = {}) => ({
  state,
  charge: 'included' as const,
  totalFen: null,
  ...more,
})
const quote = (more: Partial<OrderView['quotes'][number]>): OrderView['quotes'][number] => ({
  id: 'q',
  items: [],
  totalFen: 12000,
  chargeTo: 'customer',
  note: null,
  madeBy: { id: 'p', name: '刘伟' },
  madeAt: '2026-11-20T02:00:00.000Z',
  needsApproval: false,
  approvedBy: null,
  acceptedAt: null,
  acceptedWho: null,
  acceptedCapacity: null,
  acceptedHow: null,
  refusedAt: null,
  refusedReason: null,
  voidedAt: null,
  ...more,
})

test('FD-714 the way of an order is one touch after the other: accept, set out, arrive, begin, finish', () => {
  const way = (['OFFERED', 'ACCEPTED', 'ON_THE_WAY', 'ON_SITE', 'WORKING'] as const).map((s) => nextStep(order(s)))
  expect(way).toEqual(['accept', 'goOnTheWay', 'arrive', 'startWork', 'finish'])
})

test('FD-713 paid work asks for the price before it offers to begin', () => {
  for (const state of ['ON_SITE', 'LOOKED'] as const) {
    expect(nextStep(order(state, { charge: 'paid' }))).toBe('quote')
    expect(nextStep(order(state, { charge: 'paid', totalFen: 12000 }))).toBe('startWork')
    expect(nextStep(order(state, { charge: 'warranty' }))).toBe('startWork')
  }
  expect(nextStep(order('QUOTED', { charge: 'paid', totalFen: 12000 }))).toBe('acceptPrice')
})

test('FD-713 a price that was refused or voided is no price', () => {
  const paid = { charge: 'paid' as const, totalFen: 12000 }
  expect(nextStep(order('LOOKED', { ...paid, quotes: [quote({ refusedAt: '2026-11-20T03:00:00.000Z' })] }))).toBe(
    'quote',
  )
  const accepted = quote({ acceptedAt: '2026-11-20T03:00:00.000Z' })
  expect(nextStep(order('LOOKED', { ...paid, quotes: [accepted] }))).toBe('startWork')
  expect(nextStep(order('LOOKED', { ...paid, quotes: [{ ...accepted, voidedAt: accepted.acceptedAt }] }))).toBe('quote')
})

test('OS-016 every state has a next step of the executor or somebody who is waited for', () => {
  for (const state of shape.states) {
    const step = nextStep(order(state))
    expect(step !== undefined || waitsFor(state) !== undefined, state).toBe(true)
    if (step) expect(startsOf(shape, shape.verbs[step]), state).toContain(state)
  }
})

test('OS-005 the telephone is offered to the executor from acceptance until the work is done', () => {
  const mine = { id: 'p', name: '刘伟', provider: false }
  const may = shape.states.filter((state) => mayCall({ state, executor: mine }, 'p'))
  expect(may).not.toContain('OFFERED')
  expect(may).not.toContain('DONE')
  expect(may).toContain('ACCEPTED')
  expect(may).toContain('WORKING')
  expect(mayCall({ state: 'ACCEPTED', executor: mine }, 'another')).toBe(false)
  expect(mayCall({ state: 'ACCEPTED', executor: null }, 'p')).toBe(false)
})

test('FD-015 the purpose of a look at the number follows from where the executor is', () => {
  expect(callPurpose('ACCEPTED')).toBe('arrange')
  expect(callPurpose('ON_THE_WAY')).toBe('onTheWay')
  expect(callPurpose('ON_SITE')).toBe('atTheDoor')
  expect(callPurpose('WORKING')).toBe('result')
})
