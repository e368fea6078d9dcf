import { expect, test } from 'vitest'
import { placeOfLabel, readLabel } from './label.rules.ts'

const places = [{ labelToken: 'AbC_123-x', name: '1号门岗' }]

test('a label is read from its address, and from what stands under the code', () => {
  expect(readLabel('https://w.example/field/p/CH/AbC_123-x')).toEqual({ estateCode: 'CH', token: 'AbC_123-x' })
  expect(readLabel(' AbC_123-x ')).toEqual({ estateCode: null, token: 'AbC_123-x' })
  for (const none of ['https://pay.example/abc', '', 'ab', '微信付款', '/field/p/CH/<script>'])
    expect(readLabel(none), none).toBeUndefined()
})

test('a label opens its place without asking anybody', () => {
  expect(placeOfLabel('http://h/field/p/ch/AbC_123-x', 'CH', places)).toEqual({ kind: 'place', place: places[0] })
  expect(placeOfLabel('AbC_123-x', 'CH', places).kind).toBe('place')
})

test('a label of another estate, a forged one and what is no label are told apart', () => {
  expect(placeOfLabel('http://h/field/p/XX/AbC_123-x', 'CH', places)).toEqual({ kind: 'otherEstate', estateCode: 'XX' })
  expect(placeOfLabel('http://h/field/p/CH/forged', 'CH', places).kind).toBe('unknown')
  expect(placeOfLabel('https://pay.example/abc', 'CH', places).kind).toBe('noLabel')
})
