import { expect, test } from 'vitest'
import { ringingFor } from './ringing.rules.ts'

const NOW = Date.parse('2026-11-20T08:40:00.000Z')
const at = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()
const call = (id: string, more: object = {}) => ({
  id,
  state: 'ringing' as 'ringing' | 'answered' | 'missed' | 'ended',
  ringingAt: at(3),
  answeredAt: null as string | null,
  answeredBy: null as { id: string; name: string } | null,
  forStaffId: null as string | null,
  matter: null,
  ...more,
})
const ids = (calls: ReturnType<typeof call>[], aside: string[] = []) =>
  ringingFor(calls, 'me', new Set(aside), NOW).map(({ call: one, how }) => `${one.id} ${how}`)

test('KN-211 the longest ringing comes first, what rings for somebody else is not shown', () => {
  const calls = [
    call('new'),
    call('old', { ringingAt: at(15) }),
    call('theirs', { forStaffId: 'you' }),
    call('mine', { forStaffId: 'me' }),
  ]
  expect(ids(calls)).toEqual(['old ringing', 'new ringing', 'mine ringing'])
})

test('what was put aside, and what rang out long ago, is gone', () => {
  expect(ids([call('a'), call('lost', { ringingAt: at(300) })], ['a'])).toEqual([])
})

test('a call that I picked up at the telephone offers its card until it is opened', () => {
  const picked = { state: 'answered', answeredAt: at(5), answeredBy: { id: 'me', name: '林晓雨' } }
  expect(ids([call('a', picked)])).toEqual(['a pickedUp'])
  expect(ids([call('a', { ...picked, answeredBy: { id: 'you', name: '周文静' } })])).toEqual([])
  expect(ids([call('a', { ...picked, matter: { id: 'm', number: '1' } })])).toEqual([])
  expect(ids([call('a', picked)], ['a'])).toEqual([])
})
