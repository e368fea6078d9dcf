import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import type { KindShape } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { startI18n, textNow } from '../i18n.ts'
import { violationLook } from '../matter/violation-look.ts'
import { moveFields } from './move-fields.ts'

startI18n(resources('zh'), 'zh')

test('every choice of every move is said in words, none as the program calls it', () => {
  const bare: string[] = []
  let choices = 0
  for (const [kind, shape] of Object.entries(KINDS))
    for (const verb of Object.keys(shape.verbs))
      for (const [field, { options }] of Object.entries(moveFields(textNow, shape, verb)))
        for (const { value, label } of options ?? []) {
          choices += 1
          if (label === value || label === `${value} ${value}`) bare.push(`${kind} ${verb} ${field} ${value}`)
        }
  expect(choices).toBeGreaterThan(200)
  expect(bare).toEqual([])
})

test('a category stands with its code', () => {
  const { code } = moveFields(textNow, KINDS.complaint, 'setCategory')
  expect(code?.options?.find(({ value }) => value === 'C4.2')).toEqual({ value: 'C4.2', label: 'C4.2 保洁' })
})

test('FD-766 FD-771 a photo without which a move is refused is starred, any other is not', () => {
  const starred = (shape: KindShape) =>
    Object.keys(shape.verbs).filter((verb) => moveFields(textNow, shape, verb).photoIds?.needed === true)
  expect(starred(KINDS.violation)).toEqual(['recordOrder', 'rectify', 'passCheck'])
  expect(starred(KINDS.finding)).toEqual(['rectify'])
  // a signature is proven by a picture of it, a refusal also by a witness
  const { needed } = violationLook(textNow, 'serveNotice').fields?.photoIds ?? {}
  expect(typeof needed === 'function' && [needed({ receipt: 'signed' }), needed({ receipt: 'refused' })]).toEqual([
    true,
    false,
  ])
})
