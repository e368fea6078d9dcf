import { expect, test } from 'vitest'
import { registerMatter } from '#contract/matters.ts'
import type { Act, Deed } from '../../queue/act.rules.ts'
import { factsOf, noteDeed } from './note.rules.ts'

const ID = '0193a0b0-7c00-7000-8000-000000000001'
const deed: Deed = {
  type: 'inspection',
  body: {
    id: ID,
    placeId: ID,
    beganAt: '2026-11-30T01:00:00.000Z',
    endedAt: '2026-11-30T01:05:00.000Z',
    kind: 'self',
    standardId: ID,
    variantId: null,
    answers: [
      { itemId: 'T01-P-01', answer: 'pass', fileIds: [] },
      { itemId: 'T01-P-02', answer: 'fail', fileIds: [ID], note: '过长' },
    ],
  },
}

test('what could not be sent reaches the desk in words: what failed, when it was seen, and with which photos', () => {
  const act = { userId: ID, about: '1号门岗', at: '2026-11-30T01:05:00.000Z', deed } as unknown as Act
  const facts = factsOf(act, { time: '2026-11-30 09:05', item: (itemId) => `<${itemId}>`, fail: '不合格' })
  expect(facts).toBe('1号门岗 (2026-11-30 09:05)\n不合格: <T01-P-02> · 过长')
  const note = noteDeed(act, '请看照片', facts)
  expect(note).toMatchObject({ type: 'report', body: { fileIds: [ID], collectedById: ID, collectedAt: act.at } })
  if (note.type === 'report') expect(registerMatter.body.safeParse(note.body).error).toBeUndefined()
})
