import { expect, test } from 'vitest'
import { newConversation } from './conversation.rules.ts'
import {
  activate,
  activeOf,
  attach,
  bring,
  change,
  clear,
  close,
  end,
  neighbour,
  open,
  startWith,
  undoClear,
} from './conversations.rules.ts'

const NOW = '2026-11-20T08:40:00.000Z'
const LATER = '2026-11-20T09:00:00.000Z'
const begin = () => startWith(newConversation('a'))
const unit = { id: 'u1', display: '3栋2单元1203' }

test('a call takes the place of an empty conversation and stands beside one with words in it', () => {
  const called = open(begin(), 'b', { callId: 'c1', values: { channel: 'phone' } })
  expect(called.list.map((one) => one.id)).toEqual(['b'])
  const second = open(change(called, 'b', { said: '漏水' }, NOW), 'd', { callId: 'c2' })
  expect(second.list.map((one) => one.id)).toEqual(['b', 'd'])
  expect(activeOf(second).callId).toBe('c2')
  expect(activeOf(activate(second, 'b')).values.said).toBe('漏水')
})

test('the same call opened twice is one conversation', () => {
  const called = open(begin(), 'b', { callId: 'c1' })
  expect(open(called, 'e', { callId: 'c1' })).toEqual(called)
})

test('FD-401 a conversation begins with its first word, not with the page', () => {
  const typed = change(begin(), 'a', { said: '漏' }, NOW)
  expect(activeOf(change(typed, 'a', { said: '漏水' }, LATER)).beganAt).toBe(NOW)
})

test('four conversations stay apart, and the keyboard goes around them', () => {
  let state = change(begin(), 'a', { said: '一' }, NOW)
  for (const id of ['b', 'c', 'd']) state = change(open(state, id, { callId: id }), id, { said: id }, NOW)
  expect(state.list.map((one) => one.values.said)).toEqual(['一', 'b', 'c', 'd'])
  expect(neighbour(state, 1)).toBe('a')
  expect(neighbour(state, -1)).toBe('c')
})

test('a household found elsewhere joins the words typed, replaces a household without words, else opens beside', () => {
  const typed = change(begin(), 'a', { said: '漏水' }, NOW)
  const joined = bring(typed, 'x', { unit })
  expect(activeOf(joined)).toMatchObject({ id: 'a', unit, values: { said: '漏水' } })
  expect(bring(joined, 'x', { unit: { id: 'u2', display: '5栋301' } }).list).toHaveLength(2)
  const looked = attach(begin(), 'a', { unit })
  expect(activeOf(bring(looked, 'x', { unit: { id: 'u2', display: '5栋301' } })).unit?.id).toBe('u2')
  const done = end(joined, 'a', { how: 'registered', number: '1' })
  expect(bring(done, 'x', { unit }).activeId).toBe('x')
})

test('what Escape clears comes back whole, in its place', () => {
  let state = change(begin(), 'a', { said: '一', feeling: '生气' }, NOW)
  state = change(open(state, 'b', { callId: 'c' }), 'b', { said: '二' }, NOW)
  const before = activate(state, 'a')
  const cleared = clear(before, 'a', 'n')
  expect(cleared.list.map((one) => one.id)).toEqual(['b'])
  const back = undoClear(cleared)
  expect(back.list).toEqual(before.list)
  expect(back.activeId).toBe('a')
  const alone = clear(change(begin(), 'a', { said: '一' }, NOW), 'a', 'n')
  expect(activeOf(alone)).toMatchObject({ id: 'n', values: { said: '' } })
  expect(undoClear(alone).list.map((one) => one.id)).toEqual(['a'])
})

test('an empty conversation has nothing to clear, and words typed after a clearing are the new ones', () => {
  expect(clear(begin(), 'a', 'n')).toEqual(begin())
  const cleared = clear(change(begin(), 'a', { said: '一' }, NOW), 'a', 'n')
  expect(undoClear(change(cleared, 'n', { said: '二' }, NOW)).list.map((one) => one.values.said)).toEqual(['二'])
})

test('there is always a conversation', () => {
  expect(close(begin(), 'a', 'n').list.map((one) => one.id)).toEqual(['n'])
})
