import { expect, test } from 'vitest'
import type { OrderLine } from '#contract/orders.ts'
import { columnsOf, sortMine } from './my-orders.rules.ts'

const END = '2026-11-20T16:00:00.000Z'
const me = { id: 'p1', name: '刘伟', provider: false }
const order = (id: string, more: Partial<OrderLine> = {}): OrderLine => ({
  id,
  number: `S26-${id}`,
  state: 'ACCEPTED',
  open: true,
  line: 'repair',
  emergency: false,
  urgent: false,
  matter: { id: 'm', number: 'S26', state: 'CONFIRMED_TO_CUSTOMER' },
  title: '厨房水管漏水',
  unit: null,
  place: null,
  customerName: null,
  executor: me,
  appointmentFrom: '2026-11-20T06:00:00.000Z',
  appointmentTo: '2026-11-20T08:00:00.000Z',
  charge: 'included',
  totalFen: null,
  reworkCount: 0,
  absentCount: 0,
  createdAt: '2026-11-19T06:00:00.000Z',
  endedAt: null,
  version: 1,
  ...more,
})
const ids = (orders: readonly OrderLine[]) => orders.map((one) => one.id)

test('FD-710 an emergency stands before everything else, what is begun before what comes later', () => {
  const mine = sortMine(
    [
      order('late', { appointmentFrom: '2026-11-20T08:00:00.000Z' }),
      order('early', { appointmentFrom: '2026-11-20T01:00:00.000Z' }),
      order('working', { state: 'WORKING', appointmentFrom: '2026-11-20T07:00:00.000Z' }),
      order('free', { state: 'OFFERED', executor: null }),
      order('flood', { state: 'OFFERED', executor: null, emergency: true, appointmentFrom: null }),
    ],
    END,
  )
  expect(ids(mine.now)).toEqual(['flood', 'working', 'free', 'early', 'late'])
})

test('FD-712 tomorrow stands apart from today, and work begun never leaves today', () => {
  const tomorrow = { appointmentFrom: '2026-11-21T02:00:00.000Z' }
  const mine = sortMine([order('a', tomorrow), order('b', { ...tomorrow, state: 'WORKING' }), order('c')], END)
  expect(ids(mine.now)).toEqual(['b', 'c'])
  expect(ids(mine.later)).toEqual(['a'])
})

test('FD-715 what waits for others asks nothing of the executor, what is over is not shown', () => {
  const mine = sortMine(
    [
      order('done', { state: 'DONE' }),
      order('absent', { state: 'CUSTOMER_ABSENT' }),
      order('past', { state: 'APPROVED', open: false }),
    ],
    END,
  )
  expect(mine.now).toEqual([])
  expect(ids(mine.waiting).sort()).toEqual(['absent', 'done'])
})

test('FD-410 the day of a line shows idle people, strangers to the line and what nobody has taken', () => {
  const columns = columnsOf(
    [
      order('b', { appointmentFrom: '2026-11-20T08:00:00.000Z' }),
      order('a'),
      order('free', { executor: null, state: 'OFFERED' }),
      order('x', { executor: { id: 'p9', name: '外协', provider: true } }),
    ],
    [me, { id: 'p2', name: '孙强', provider: false }],
  )
  expect(columns.map((column) => [column.id, ids(column.orders)])).toEqual([
    [null, ['free']],
    ['p1', ['a', 'b']],
    ['p2', []],
    ['p9', ['x']],
  ])
})
