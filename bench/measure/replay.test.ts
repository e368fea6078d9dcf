import type pg from 'pg'
import { expect, test } from 'vitest'
import type { Desk } from './new-matter.ts'
import { atDesk, freshIds, replay } from './replay.ts'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const desk = (n: number): Desk => ({
  estate: n,
  estateId: id(n),
  clerkId: id(n + 1),
  customerId: id(n + 2),
  unitId: id(n + 3),
})
const request = (own: string) => [
  { text: `set local app.estates = '${id(1)}'`, values: [], named: false },
  { text: 'insert', values: [id(1), own, [own, 7], `{"id":"${own}"}`], named: true },
]

test('ids of a request are those that another of the same request does not have', () => {
  expect(freshIds(request(id(8)), request(id(9)))).toEqual(new Set([id(8)]))
})

test('a replayed request goes to its own desk, with new ids that agree with one another', async () => {
  const ids = new Set([id(8)])
  const statements = atDesk(request(id(8)), desk(1), desk(5), ids)
  expect(statements.map((s) => [s.fresh, s.name])).toEqual([
    [false, undefined],
    [true, 'replay1'],
  ])
  const sent: { text: string; values: unknown[] }[] = []
  const client = { query: async (query: { text: string; values: unknown[] }) => void sent.push(query) }
  for (let n = 0; n < 2; n += 1) await replay(client as unknown as pg.ClientBase, statements, ids)
  expect(sent[0]?.text).toBe(`set local app.estates = '${id(5)}'`)
  const [estate, own, list, json] = sent[1]?.values ?? []
  expect(estate).toBe(id(5))
  expect(own).not.toBe(id(8))
  expect([list, json]).toEqual([[own, 7], `{"id":"${own}"}`])
  expect(sent[3]?.values[1]).not.toBe(own)
})
