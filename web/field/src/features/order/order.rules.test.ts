import { expect, test } from 'vitest'
import type { OrderVerb } from '#contract/kinds/order.ts'
import type { OrderView } from '#contract/orders.ts'
import type { Act } from '../../queue/act.rules.ts'
import { type Entry, entryLacks } from './entry.rules.ts'
import { finishLacks } from './finish.rules.ts'
import { orderNow, orderSubject } from './order-now.rules.ts'

const order = { id: 'o', state: 'OFFERED' } as unknown as OrderView
const act = (verb: OrderVerb, state: Act['state'] = 'waiting', subject = orderSubject('o')) => ({
  deed: { type: 'orderMove', orderId: 'o', verb, version: 1, body: {} } as const,
  state,
  subject,
})

test('an order stands as it will after what waits has been sent', () => {
  const now = orderNow(order, [act('accept'), act('goOnTheWay'), act('arrive', 'waiting', 'order:x')])
  expect(now).toMatchObject({ order: { state: 'ON_THE_WAY' }, waiting: 2, refused: false })
  expect(orderNow(order, [act('accept', 'sent')])).toMatchObject({ order: { state: 'OFFERED' }, waiting: 0 })
  expect(orderNow(order, [act('accept', 'refused')]).refused).toBe(true)
})

test('FD-775 an entry into a home lacks what its ground asks for', () => {
  const entry: Entry = {
    ground: 'residentPresent',
    consentBy: '',
    badgeShown: false,
    shoeCovers: false,
    secondPerson: '',
  }
  expect(entryLacks(entry)).toEqual(['consentBy', 'badgeShown', 'shoeCovers'])
  expect(entryLacks({ ...entry, consentBy: '周丽华', badgeShown: true, shoeCovers: true })).toEqual([])
  expect(entryLacks({ ...entry, ground: 'writtenAuthority', consentBy: '周丽华' })).toEqual(['secondPerson'])
  expect(entryLacks({ ...entry, ground: 'outside' })).toEqual([])
})

test('FD-713 FD-013 work is finished with photos and a signature, or the word that nobody was there', () => {
  const done = {
    result: '已修好',
    before: 1,
    after: 1,
    emergency: false,
    signing: 'signs',
    signer: '周',
    signed: true,
  } as const
  expect(finishLacks(done)).toEqual([])
  expect(finishLacks({ ...done, result: ' ', before: 0, after: 0, signer: '', signed: false })).toEqual([
    'result',
    'before',
    'after',
    'signer',
    'signature',
  ])
  expect(finishLacks({ ...done, signing: 'absent', signer: '', signed: false })).toEqual([])
  expect(finishLacks({ ...done, emergency: true, before: 0 })).toEqual([])
})
