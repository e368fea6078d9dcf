import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUnitNo } from '../unit-no.rules.ts'
import { customerKeys, numberKeys, plateKeys, unitKeys } from './keys.ts'
import { armsOf } from './query.rules.ts'
import { initialsOf } from './spelling.ts'

const found = (keys: readonly { key: string }[], typed: string): boolean =>
  armsOf(typed).some(({ from, to }) =>
    keys.some(({ key }) =>
      to === null
        ? key === from
        : Buffer.compare(Buffer.from(key), Buffer.from(from)) >= 0 &&
          Buffer.compare(Buffer.from(key), Buffer.from(to)) < 0,
    ),
  )

const unit = (text: string) => {
  const read = parseUnitNo(text)
  if (!read) throw new Error(text)
  return unitKeys(read)
}

test.each([
  '3-2-1203',
  '3栋2单元1203',
  '3#2-1203',
  '3号楼2单元1203室',
  '3栋1203',
  '1203',
  '12',
  '3-2-12',
  '三栋二单元1203',
  '３－２－１２０３',
  '3栋',
  '3栋2单元',
])('a room is found by %s', (typed) => expect(found(unit('3-2-1203'), typed)).toBe(true))

test.each(['4-2-1203', '3-1-1203', '3栋2单元1204', '203'])('another room is not found by %s', (typed) => {
  expect(found(unit('3-2-1203'), typed)).toBe(false)
})

test.each([
  '张三丰',
  '张三',
  '三丰',
  '丰',
  'zsf',
  'zs',
  'sf',
  'ZSF',
  'zhangsanfeng',
  'zhang san',
  'zhangs',
  'sanfeng',
  '8000',
  '000',
  '138 0013 8000',
  '13800138',
  '+86 138-0013-8000',
])('a person is found by %s', (typed) =>
  expect(found(customerKeys({ name: '张三丰', phones: ['13800138000'] }), typed)).toBe(true),
)

test.each(['李', '张丰', 'zf', '00', '8001', '1380014'])('another person is not found by %s', (typed) => {
  expect(found(customerKeys({ name: '张三丰', phones: ['13800138000'] }), typed)).toBe(false)
})

test.each([
  ['单雄信', 'shan', 'sxx'],
  ['曾国藩', 'zeng', 'zgf'],
  ['张乐', 'zhangyue', 'zl'],
  ['吕布', 'lv', 'lb'],
  ['John Smith', 'smith', 'js'],
  ['深圳市阳光物业管理有限公司', 'yangguang', 'yg'],
])('%s is found by the sound %s and the initials %s', (name, sound, initials) => {
  const keys = customerKeys({ name, phones: [] })
  expect(found(keys, sound)).toBe(true)
  expect(found(keys, initials)).toBe(true)
})

test.each(['𠮷田', '㼆无忌', '👨‍👩‍👧家', 'Øystein'])('a name with rare characters is found by itself: %s', (name) => {
  expect(found(customerKeys({ name, phones: [] }), name)).toBe(true)
})

test.each(['粤B12345', '粤b12345', 'B12345', '12345', '345', '234', '粤B·12'])(
  'a plate is found by the fragment %s',
  (typed) => {
    expect(found(plateKeys('粤B12345'), typed)).toBe(true)
  },
)

test.each(['26-000123', '26-123', '26-0001', '123', '000123'])('a number is found by %s', (typed) => {
  expect(found(numberKeys('26-000123'), typed)).toBe(true)
})
test('a part of a number in the middle finds nothing', () => {
  expect(found(numberKeys('26-000123'), '12')).toBe(false)
})

test('initials of a name for lists', () => {
  expect(initialsOf('张三丰')).toBe('zsf')
  expect(initialsOf('𠮷田')).toBe('t')
  expect(initialsOf('😀')).toBe('')
})

test('whatever is typed, the arms are few, well-formed and bounded', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom("'; drop table x; --", '%_\\', '\u0000\u0001', '\ud842', '-'.repeat(500), '💥'.repeat(200)),
      ),
      (typed) => {
        const arms = armsOf(typed)
        expect(arms.length).toBeLessThan(25)
        for (const arm of arms) {
          expect(arm.from.isWellFormed()).toBe(true)
          expect(arm.from).not.toContain('\u0000')
          expect(arm.from.length).toBeGreaterThan(2)
        }
      },
    ),
  )
})

test('every part of every name finds it', () => {
  const han = fc.string({ unit: fc.constantFrom(...'张王李赵三丰无忌𠮷㼆小明红国华伟'), minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(han, fc.nat(), fc.nat(), (name, a, b) => {
      const characters = [...name]
      const start = a % characters.length
      const part = characters.slice(start, start + 1 + (b % (characters.length - start))).join('')
      expect(found(customerKeys({ name, phones: [] }), part)).toBe(true)
    }),
  )
})
