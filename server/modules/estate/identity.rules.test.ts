import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUscc, readIdNumber, residentCheckDigit, upgradeResidentId, usccCheckDigit } from './identity.rules.ts'

const TODAY = '2026-11-21'
const person = (text: string) => readIdNumber(text, 'person', TODAY)
const company = (text: string) => readIdNumber(text, 'company', TODAY)

const resident = fc
  .tuple(
    fc.constantFrom('110101', '440300', '330106', '650102', '810000'),
    fc.integer({ min: 1930, max: 2024 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, y, m, d, n]) => {
    const first = `${region}${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${String(n).padStart(3, '0')}`
    return first + residentCheckDigit(first)
  })

test('identity: every right number is accepted, and every single miscopied digit is found', () => {
  fc.assert(
    fc.property(resident, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      expect(person(number)).toMatchObject({ number })
      const digit = number[place] === 'X' ? 10 : Number(number[place])
      const wrong = number.slice(0, place) + ((digit + shift) % 10) + number.slice(place + 1)
      if (wrong !== number) expect(person(wrong)).toHaveProperty('trouble')
    }),
  )
})

test('identity: known numbers and their check digits', () => {
  expect(residentCheckDigit('11010519491231002')).toBe('X')
  expect(usccCheckDigit('91350100M000100Y4')).toBe('3')
  expect(isUscc('91350100M000100Y43')).toBe(true)
  expect(isUscc('91350100M000100Y44')).toBe(false)
  expect(upgradeResidentId('110105491231002')).toBe('11010519491231002X')
})

test.each([
  ['11010519491231002x', 'resident_id'],
  ['11010519491231002×', 'resident_id'],
  ['１１０１０５１９４９１２３１００２Ｘ', 'resident_id'],
  ['110105 19491231 002X', 'resident_id'],
  ['身份证号：11010519491231002X', 'resident_id'],
  ['110105491231002', 'resident_id_15'],
  ['E12345678', 'passport'],
  ['护照 EA1234567', 'passport'],
  ['H1234567890', 'hk_macau_permit'],
  ['A123456(7)', 'hk_macau_id'],
  ['12345678', 'taiwan_permit'],
  ['军字第1234567号', 'military'],
])('identity: %s is a %s', (text, kind) => {
  expect(person(text)).toMatchObject({ kind })
})

test.each([
  ['44030019780624090', 'ID_LENGTH'],
  ['4403001978062409021', 'ID_LENGTH'],
  ['440300197806240902', 'ID_CHECK_DIGIT'],
  ['440300197813240902', 'ID_BIRTH_DATE'],
  ['440300197902290902', 'ID_BIRTH_DATE'],
  ['44030020990101002X', 'ID_BIRTH_DATE'],
  ['440300180001010020', 'ID_BIRTH_DATE'],
  ['990300197806240902', 'ID_CHECK_DIGIT'],
  ['100300197806240902', 'ID_REGION'],
  ['4403**********0902', 'ID_MASKED'],
  ['4.40300197806E+17', 'ID_PRECISION'],
  ['44030019780624O902', 'ID_FORM'],
  ['见合同', 'ID_FORM'],
  ['91350100M000100Y44', 'USCC_CHECK_DIGIT'],
])('identity: %s is %s', (text, trouble) => {
  expect(person(text)).toEqual({ trouble })
})

test('identity: a company has its code, its old licence, or the card of its keeper', () => {
  expect(company('91350100M000100Y43')).toMatchObject({ kind: 'uscc' })
  expect(company('91350100m000100y43')).toMatchObject({ kind: 'uscc' })
  expect(company('110108000000016')).toMatchObject({ kind: 'business_licence' })
  expect(company('11010519491231002X')).toMatchObject({ kind: 'resident_id' })
  expect(company('91350100M000100Y44')).toEqual({ trouble: 'USCC_CHECK_DIGIT' })
  // An unknown name with a company's code is a company.
  expect(person('91350100M000100Y43')).toMatchObject({ kind: 'uscc' })
})

test('identity: nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('person', 'company'), (text, holder) => {
      readIdNumber(text, holder, TODAY)
    }),
  )
})
