import { expect, test } from 'vitest'
import { CreateCustomer } from '#contract/customers.ts'
import { missingOf, NewCustomer, toContract } from './new-customer.rules.ts'

const UNIT = '0193a0b0-7c00-7000-8000-000000000001'
const said = (part: object) => NewCustomer.parse({ kind: 'person', name: '王芳', ...part })

test('what the form asks flat is told to the server nested, and the server’s schema takes it', () => {
  const body = toContract(
    said({
      phone: '138 0000 1234',
      phoneLabel: '本人',
      unitId: UNIT,
      role: 'owner',
      fromDate: '2026-11-20',
      emergencyName: '王强',
      emergencyRelation: '弟弟',
      emergencyPhone: '13900001234',
    }),
  )
  const taken = CreateCustomer.parse(body)
  expect(taken.phones).toEqual([{ phone: '138 0000 1234', label: '本人', preferred: true }])
  expect(taken.residences).toEqual([{ unitId: UNIT, role: 'owner', fromDate: '2026-11-20', primaryContact: false }])
  expect(taken.emergencyContacts).toEqual([{ name: '王强', relation: '弟弟', phone: '13900001234' }])
})

test('nothing is made up for what was not said', () => {
  const taken = CreateCustomer.parse(toContract(said({})))
  expect(taken.phones).toEqual([])
  expect(taken.residences).toEqual([])
  expect(taken.emergencyContacts).toEqual([])
})

test('FD-341 an emergency contact needs name and phone, a room needs its role', () => {
  expect(missingOf(said({ unitId: UNIT }))).toBe('role')
  expect(missingOf(said({ role: 'tenant' }))).toBe('unitId')
  expect(missingOf(said({ emergencyName: '王强' }))).toBe('emergencyPhone')
  expect(missingOf(said({ emergencyPhone: '13900001234' }))).toBe('emergencyName')
  expect(missingOf(said({ emergencyRelation: '弟弟' }))).toBe('emergencyName')
  expect(missingOf(said({}))).toBeUndefined()
})
