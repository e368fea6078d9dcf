import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { FieldPack, Round } from '#contract/field.ts'
import { db } from '../../store/db.ts'
import { beginLook } from './begin-look.ts'

const who = { userId: 'u', estateId: 'e' }
const place = { id: 'p', name: '1号门岗' } as FieldPack['places'][number]
const pack = {
  items: [{ id: 'T01-P-01' }],
  checklists: [{ placeId: 'p', standardId: 's', variantId: null, itemIds: ['T01-P-01'] }],
} as unknown as FieldPack
const asking = (itemIds: string[] | undefined) => ({ id: 'r', kind: 'self', itemIds }) as Round

test('a round that asks nothing of a place any more begins no look there: an empty one could never be taken', async () => {
  expect(await beginLook({ who, pack }, place, asking(['T01-P-99']), null)).toBeUndefined()
  expect(await db.drafts.count()).toBe(0)
  const id = await beginLook({ who, pack }, place, asking(['T01-P-01']), null)
  expect((await db.drafts.get(id ?? ''))?.items.map((item) => item.id)).toEqual(['T01-P-01'])
})
