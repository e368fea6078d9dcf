import { expect, test } from 'vitest'
import { personKeyOf } from './hot.rules.ts'

test('CP-097 the surest sign of a person comes first', () => {
  const all = { customerId: 'c1', phone: '13900139000', account: 'Sunny', name: '王芳', unitId: 'u1' }
  expect(personKeyOf(all)).toBe('customer:c1')
  expect(personKeyOf({ ...all, customerId: null })).toBe('phone:13900139000')
  expect(personKeyOf({ ...all, customerId: null, phone: '' })).toBe('account:sunny')
  expect(personKeyOf({ name: '王芳', unitId: 'u1' })).toBe('name:王芳@u1')
  expect(personKeyOf({ name: ' 王 芳 ', unitId: 'u1' })).toBe('name:王芳@u1')
})

test('CP-098 a name without a room, or of somebody who stays anonymous, tells nobody apart', () => {
  expect(personKeyOf({ name: '王女士' })).toBeNull()
  expect(personKeyOf({ name: '王女士', unitId: 'u1', anonymous: true })).toBeNull()
  expect(personKeyOf({ unitId: 'u1' })).toBeNull()
  expect(personKeyOf({})).toBeNull()
  expect(personKeyOf({ phone: '  ', account: ' ', name: ' ', unitId: 'u1' })).toBeNull()
})

test('CP-098 an anonymous voice is told by its telephone or account', () => {
  expect(personKeyOf({ phone: '13900139000', anonymous: true })).toBe('phone:13900139000')
  expect(personKeyOf({ account: '阳光 业主', anonymous: true })).toBe('account:阳光业主')
})

test.each([
  '13900139000',
  '139 0013 9000',
  '139-0013-9000',
  '+86 139 0013 9000',
  '+8613900139000',
  '008613900139000',
  '8613900139000',
  '(+86)13900139000',
  '１３９００１３９０００',
  '＋８６　１３９－００１３－９０００',
])('CP-097 the mobile number %s is one and the same', (phone) => {
  expect(personKeyOf({ phone })).toBe('phone:13900139000')
})

test.each(['0755-25606666', '(0755) 2560 6666', '+86 755 2560 6666', '+86 (0755) 25606666', '0086-755-25606666'])(
  'CP-097 the fixed line %s is one and the same',
  (phone) => {
    expect(personKeyOf({ phone })).toBe('phone:075525606666')
  },
)

test('CP-097 what is no telephone number tells nobody apart', () => {
  expect(personKeyOf({ phone: '不肯说' })).toBeNull()
  expect(personKeyOf({ phone: '8001' })).toBeNull()
  expect(personKeyOf({ phone: '2560666' })).toBe('phone:2560666')
})
