import { expect, test } from 'vitest'
import { keptFor } from './kept.ts'

test('what was read is remembered until it is forgotten', async () => {
  const kept = keptFor<string, number>(60_000)
  expect([await kept.of('a', async () => 1), await kept.of('a', async () => 2)]).toEqual([1, 1])
  kept.forget('b')
  expect(await kept.of('a', async () => 3)).toBe(1)
  kept.forget('a')
  expect(await kept.of('a', async () => 4)).toBe(4)
  kept.forget('all')
  expect(await kept.of('a', async () => 5)).toBe(5)
  kept.forgetWhere((value) => value === 4)
  expect(await kept.of('a', async () => 6)).toBe(5)
  kept.forgetWhere((value) => value === 5)
  expect(await kept.of('a', async () => 6)).toBe(6)
})

test('what was being read while it was changed is not remembered', async () => {
  const kept = keptFor<string, number>(60_000)
  const reading = Promise.withResolvers<number>()
  const asked = kept.of('a', () => reading.promise)
  kept.forget('a')
  reading.resolve(1)
  expect(await asked).toBe(1)
  expect(await kept.of('a', async () => 2)).toBe(2)
})

test('nothing is remembered of what is not there, nor past its time, nor of more than so many', async () => {
  const none = keptFor<string, number | null>(60_000)
  expect([await none.of('a', async () => null), await none.of('a', async () => 1)]).toEqual([null, 1])
  const past = keptFor<string, number>(0)
  expect([await past.of('a', async () => 1), await past.of('a', async () => 2)]).toEqual([1, 2])
  const few = keptFor<string, number>(60_000, 1)
  await few.of('a', async () => 1)
  await few.of('b', async () => 1)
  expect(await few.of('a', async () => 2)).toBe(2)
})
