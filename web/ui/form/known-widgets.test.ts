import { expect, test } from 'vitest'
import { resources } from '#content/texts/index.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { startI18n, textNow } from '../i18n.ts'
import { moveFields } from '../moves/move-fields.ts'
import '../pickers/register.tsx'
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
