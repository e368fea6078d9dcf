import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPhones } from './phone.rules.ts'

const numbers = (text: string) => readPhones(text).phones.map(({ number }) => number)

test.each([
  ['19900001000', ['19900001000']],
  ['199 0000-1024', ['19900001024']],
  ['１９９００００１０１６', ['19900001016']],
  ['+86 138 0013 8000', ['13800138000']],
  ['8613800138000', ['13800138000']],
  ['013800138000', ['13800138000']],
  ['19900001019/19900001020', ['19900001019', '19900001020']],
  ['13800138000、13900139000；15000000000', ['13800138000', '13900139000', '15000000000']],
  ['13800138000，13900139000', ['13800138000', '13900139000']],
  ['13800138000 13900139000', ['13800138000', '13900139000']],
  ['138 0013 8000 139 0013 9000', ['13800138000', '13900139000']],
  ['13800138000\n0755-26781234', ['13800138000', '0755-26781234']],
  ['1380013800013900139000', ['13800138000', '13900139000']],
  ['13800138000和13900139000', ['13800138000', '13900139000']],
  ['(0755)2678 1234', ['0755-26781234']],
  ['075526781234', ['0755-26781234']],
  ['010-6278 1234', ['010-62781234']],
  ['0755-26781234-801', ['0755-26781234-801']],
  ['0755-26781234转801', ['0755-26781234-801']],
  ['+86-755-26781234', ['0755-26781234']],
  ['26781234', ['26781234']],
  ['400-800-1234', ['400-800-1234']],
  ['4008001234', ['400-800-1234']],
  ['+852 9123 4567', ['+85291234567']],
  ['13800138000/13800138000', ['13800138000']],
  ['无', []],
])('phone: %j', (text, expected) => {
  expect(readPhones(text)).toMatchObject({ troubles: [] })
  expect(numbers(text)).toEqual(expected)
})

test('phone: a name beside a number is its label', () => {
  expect(readPhones('张三13800138000 李四：13900139000').phones).toEqual([
    { number: '13800138000', kind: 'mobile', label: '张三' },
    { number: '13900139000', kind: 'mobile', label: '李四' },
  ])
  expect(readPhones('13800138000（妻）').phones).toEqual([{ number: '13800138000', kind: 'mobile', label: '妻' }])
})

test.each([
  ['1990000', 'PHONE_FORM'],
  ['138001380001', 'PHONE_FORM'],
  ['12800138000', 'PHONE_FORM'],
  ['1.99E+10', 'PHONE_FORM'],
  ['见备注', 'PHONE_FORM'],
  ['138****1234', 'PHONE_MASKED'],
  ['138xxxx1234', 'PHONE_MASKED'],
])('phone: %s is %s', (value, code) => {
  expect(readPhones(value)).toEqual({ phones: [], troubles: [{ code, value }] })
})

test('phone: a bad number beside a good one leaves the good one', () => {
  expect(readPhones('13800138000/1390013')).toMatchObject({
    phones: [{ number: '13800138000' }],
    troubles: [{ code: 'PHONE_FORM', value: '1390013' }],
  })
})

test('phone: mobiles come back whole through every separator and grouping', () => {
  const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)
  const group = fc.constantFrom(
    (n: string) => n,
    (n: string) => `${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)}`,
    (n: string) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
    (n: string) => `+86 ${n}`,
  )
  const separator = fc.constantFrom('/', '、', '，', ',', ';', '；', '\n', ' / ', '和')
  fc.assert(
    fc.property(fc.uniqueArray(mobile, { minLength: 1, maxLength: 4 }), group, separator, (list, shape, sign) => {
      expect(numbers(list.map(shape).join(sign))).toEqual(list)
    }),
  )
})

test('phone: nothing throws and nothing takes long', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void readPhones(text)))
  readPhones('张'.repeat(1000))
  readPhones('1 '.repeat(500))
})
