import { expect, test } from 'vitest'
import { z } from 'zod'
import { changesOf, differing } from './changes.ts'

const Patch = z.object({
  name: z.string().optional(),
  remarks: z.string().nullable().optional(),
  hours: z.array(z.string()).optional(),
})
const FIELDS = ['name', 'remarks', 'hours']

test('FD-731 a form sends only what was changed in it, so that what others changed stays', () => {
  const began = { name: '王芳', remarks: '有狗', hours: ['12:00'] }
  expect(changesOf(Patch, began, { name: '王芳', remarks: '有两只狗', hours: ['12:00'] }, FIELDS)).toEqual({
    remarks: '有两只狗',
  })
  expect(changesOf(Patch, began, began, FIELDS)).toEqual({})
})

test('an emptied field is told as null where the contract knows null, and not at all elsewhere', () => {
  expect(changesOf(Patch, { name: '王芳', remarks: '有狗' }, {}, FIELDS)).toEqual({ remarks: null })
})

test('an absent value and null are the same, a list is compared by what it holds', () => {
  expect(differing({ remarks: null, hours: [] }, { hours: [] }, FIELDS)).toEqual([])
  expect(differing({ hours: ['12:00'] }, { hours: ['13:00'] }, FIELDS)).toEqual(['hours'])
})
