import { expect, test } from 'vitest'
import type { OmniboxHit } from '#contract/omnibox.ts'
import { withPick } from './recent.ts'
import { targetOf } from './target.rules.ts'

const base = { estate: { id: 'e', name: '翠湖花园' }, exact: true }
const unit: OmniboxHit = {
  ...base,
  kind: 'unit',
  id: 'u1',
  match: 'room',
  display: '3栋2单元1203',
  unitKind: 'flat',
  residents: [],
}
const home = (id: string, current = true) => ({ id, display: id, role: 'owner' as const, current })
const person = (units: ReturnType<typeof home>[]): OmniboxHit => ({
  ...base,
  kind: 'customer',
  id: 'c1',
  match: 'name',
  name: '张伟',
  customerKind: 'person',
  important: false,
  noCallback: false,
  phone: null,
  units,
})
const desk = { atDesk: true, aside: false }

test('at the desk a household opens beside the conversation, with Alt its own page', () => {
  expect(targetOf(unit, desk)).toEqual({ to: 'desk', search: { unit: 'u1' } })
  expect(targetOf(unit, { atDesk: true, aside: true })).toEqual({ to: 'units/u1' })
  expect(targetOf(unit, { atDesk: false, aside: false })).toEqual({ to: 'units/u1' })
})

test('a person brings the room along only when it is the only one', () => {
  expect(targetOf(person([home('u1'), home('u0', false)]), desk).search).toEqual({ customer: 'c1', unit: 'u1' })
  expect(targetOf(person([home('u1'), home('u2')]), desk).search).toEqual({ customer: 'c1' })
})

test('a matter has its own page everywhere', () => {
  const matter: OmniboxHit = { ...base, kind: 'matter', id: 'm1', match: 'number', label: 'CH26-000012 漏水' }
  expect(targetOf(matter, desk)).toEqual({ to: 'matters/m1' })
})

test('what was picked again stands once, in front', () => {
  const other = { ...unit, id: 'u2' }
  expect(withPick([other, unit], unit).map((hit) => hit.id)).toEqual(['u1', 'u2'])
})
