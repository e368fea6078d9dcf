import { expect, test } from 'vitest'
import { z } from 'zod'
import { Fen, InstantInput, LocalDate, LocalTime, optionalText, text } from '#contract/values.ts'
import { fieldKind, openSchema, tidyValue } from './field-kind.ts'

test('the values of the contract choose their widgets', () => {
  expect(fieldKind(text(100))).toEqual({ kind: 'text', maxLength: 100 })
  expect(fieldKind(text(2000))).toEqual({ kind: 'textarea', maxLength: 2000 })
  expect(fieldKind(optionalText(500))).toEqual({ kind: 'textarea', maxLength: 500 })
  expect(fieldKind(Fen.optional())).toMatchObject({ kind: 'money', min: 0 })
  expect(fieldKind(z.number().int().min(1).max(5))).toEqual({ kind: 'number', min: 1, max: 5 })
  expect(fieldKind(InstantInput).kind).toBe('instant')
  expect(fieldKind(LocalDate.nullable()).kind).toBe('date')
  expect(fieldKind(LocalTime).kind).toBe('time')
  expect(fieldKind(z.boolean().default(false)).kind).toBe('boolean')
  // nobody's answer is taken for granted, and what must be so is ticked
  expect(fieldKind(z.boolean()).kind).toBe('yesNo')
  expect(fieldKind(z.boolean().optional()).kind).toBe('boolean')
  expect(fieldKind(z.literal(true)).kind).toBe('confirm')
  expect(fieldKind(z.literal(['a', 'b']))).toEqual({ kind: 'choice', values: ['a', 'b'] })
  expect(fieldKind(z.enum(['a', 'b']))).toEqual({ kind: 'choice', values: ['a', 'b'] })
  expect(fieldKind(z.array(z.enum(['a', 'b'])).default([]))).toEqual({ kind: 'choices', values: ['a', 'b'] })
  expect(fieldKind(z.object({})).kind).toBe('unknown')
})

test('only a field without default that may not be left out is required', () => {
  expect(openSchema(text(10)).required).toBe(true)
  expect(openSchema(text(10).optional()).required).toBe(false)
  expect(openSchema(z.boolean().default(false)).required).toBe(false)
  expect(openSchema(text(10).nullable())).toMatchObject({ required: false, nullable: true })
})

test('an emptied field is not sent, or is null where the contract says so', () => {
  expect(tidyValue(optionalText(10), '  ')).toBeUndefined()
  expect(tidyValue(text(10).nullable(), '')).toBeNull()
  expect(tidyValue(text(10).nullable(), undefined)).toBeUndefined()
  expect(tidyValue(z.number(), 0)).toBe(0)
  expect(tidyValue(z.boolean(), false)).toBe(false)
})
