import { expect, test } from 'vitest'
import { faultsOf, type KindShape, startsOf, type VerbShape } from '#contract/kind.ts'
import { order } from '#contract/kinds/order.ts'
import { service } from '#contract/kinds/service.ts'
import { ROLES } from '#contract/permissions.ts'
import { pathTo } from '#test/kind-walk.ts'
import { FOLLOWED } from './follow-matter.ts'

/** FD-714 in the words of the two machines: the matter's state, the order's, or a fact of the order. */
const FD_714 = {
  REPORTED: ['service', 'RECEIVED'],
  EMERGENCY_DISPATCHED: ['order', 'OFFERED'],
  LOOK_APPOINTED: ['order', 'ACCEPTED'],
  LOOKED: ['order', 'LOOKED'],
  QUOTED: ['order', 'QUOTED'],
  ACCEPTED: ['order', 'PRICE_ACCEPTED'],
  VISIT_APPOINTED: ['service', 'CONFIRMED_TO_CUSTOMER'],
  WORKING: ['order', 'WORKING'],
  DONE: ['order', 'DONE'],
  // the signature is a fact without which there is no DONE (orders.signatureRequired)
  CUSTOMER_SIGNED: ['order', 'DONE'],
  FOLLOWED_UP: ['service', 'CALLED_BACK'],
  CLOSED: ['service', 'CLOSED'],
  CUSTOMER_ABSENT: ['order', 'CUSTOMER_ABSENT'],
  MATERIAL_WAIT: ['order', 'MATERIAL_WAIT'],
  DECLINED: ['order', 'DECLINED'],
} as const
const SHAPES: Record<'service' | 'order', KindShape> = { service, order }

test('FD-714 every state of a repair has its place, and a way leads there', () => {
  for (const [name, [kind, state]] of Object.entries(FD_714)) expect(pathTo(SHAPES[kind], state), name).toBeDefined()
  expect(faultsOf(order)).toEqual([])
})

test('FD-714 a complex repair goes by look, offer and yes before the work; a simple one goes straight to it', () => {
  const after = (state: string) =>
    Object.entries(order.verbs as Record<string, VerbShape>)
      .filter(([, v]) => startsOf(order, v).includes(state))
      .map(([, v]) => v.to)
  expect(after('ON_SITE')).toEqual(expect.arrayContaining(['LOOKED', 'WORKING']))
  expect(after('LOOKED')).toContain('QUOTED')
  expect(after('QUOTED')).not.toContain('WORKING')
  expect(after('PRICE_ACCEPTED')).toContain('WORKING')
})

test('OS-016 no state of a request or an order is without a verb of a person that leads on', () => {
  const held: ReadonlySet<string> = new Set(Object.values(ROLES).flat())
  // the matter leads these on: who waits for a new time or an acceptance acts there
  const ledByMatter = new Set(['DONE', 'CUSTOMER_ABSENT', 'ON_HOLD', 'TO_APPOINT'])
  for (const shape of [service, order] as const satisfies readonly KindShape[]) {
    const kind: KindShape = shape
    for (const state of kind.states.filter((s) => !kind.final.includes(s))) {
      const onward = Object.values(kind.verbs).filter(
        (v) => v.to !== 'same' && startsOf(kind, v).includes(state) && held.has(v.by),
      )
      const byPerson = onward.filter((v) => !v.system)
      expect(
        ledByMatter.has(state) && kind.name === 'order' ? onward.length : byPerson.length,
        `${kind.name} ${state}`,
      ).toBeGreaterThan(0)
    }
  }
})

test('FD-714 what an order does to its matter and what a matter does to its order never meet in one verb, so they cannot chase each other', () => {
  // verbs of a service request that orders bring about, and those that bring an order about
  const fromOrders = ['start', 'finish', 'pauseClock', 'resumeClock']
  expect(FOLLOWED.service.filter((verb) => fromOrders.includes(verb))).toEqual([])
  // the one verb both know: it calls off what is under way, and an order that caused it is under way no longer
  expect(FOLLOWED.service).toContain('reorganise')
  const causes = ['decline', 'reportAbsent', 'needAppointment'] as const
  expect(causes.map((verb) => order.verbs[verb].to)).toEqual(['DECLINED', 'CUSTOMER_ABSENT', 'TO_APPOINT'])
})
