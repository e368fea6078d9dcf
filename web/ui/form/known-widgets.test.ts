import { expect, test } from 'vitest'
import { z } from 'zod'
import { resources } from '#content/texts/index.ts'
import type { VerbShape } from '#contract/kind.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { startI18n, textNow } from '../i18n.ts'
import { moveFields } from '../moves/move-fields.ts'
import '../pickers/register.tsx'
import { openSchema } from './field-kind.ts'
import { knowsWidget } from './widgets.tsx'

startI18n(resources('zh'), 'zh')

test('every widget that a move names is there, so that no field becomes a line of text for an id', () => {
  const unknown: string[] = []
  let named = 0
  for (const [kind, shape] of Object.entries(KINDS))
    for (const verb of Object.keys(shape.verbs))
      for (const [field, { widget }] of Object.entries(moveFields(textNow, shape, verb))) {
        if (widget === undefined) continue
        named += 1
        if (!knowsWidget(widget)) unknown.push(`${kind} ${verb} ${field}: ${widget}`)
      }
  expect(named).toBeGreaterThan(30)
  expect(unknown).toEqual([])
  expect(knowsWidget('household')).toBe(false)
})

/** A page knows which one it means, and never shows the field. */
const KNOWN_TO_PAGES = ['clockId', 'contactId', 'pointId', 'promiseId']

test('no move asks a person for an id in letters and digits', () => {
  const bare = new Set<string>()
  for (const [kind, shape] of Object.entries(KINDS)) {
    const verbs: Readonly<Record<string, VerbShape>> = shape.verbs
    for (const [verb, { needs, system }] of Object.entries(verbs)) {
      const drawn = moveFields(textNow, shape, verb)
      for (const [field, schema] of Object.entries(needs.shape)) {
        if (system || drawn[field]?.widget !== undefined) continue
        const { schema: inner } = openSchema(schema)
        if (inner instanceof z.ZodStringFormat && inner.format === 'uuid')
          bare.add(KNOWN_TO_PAGES.includes(field) ? field : `${kind} ${verb} ${field}`)
      }
    }
  }
  expect([...bare].toSorted()).toEqual(KNOWN_TO_PAGES)
})
