import { expect, test } from 'vitest'
import { isRefusal } from '#contract/refusal.ts'
import type { Matter } from '#modules/matters/index.ts'
import { makeSettings } from '#platform/settings/settings.ts'
import {
  aboveLimit,
  acceptanceSigned,
  checkEntry,
  entryStands,
  formerWith,
  holdsAfter,
  mayQuote,
  photosThere,
  priceStands,
  signatureThere,
  spendingDecided,
  withoutNumbers,
} from './order.rules.ts'
import type { FilePurpose } from './order-move.ts'

const code = (value: unknown) => (isRefusal(value) ? value.code : value)
const now = '2026-11-20T08:00:00.000Z'
const settings = (values: Record<string, unknown> = {}) => makeSettings(new Map(Object.entries(values)))

const offered = { accepted_at: null, refused_at: null, charge_to: 'customer' }
const accepted = { ...offered, accepted_at: now }

test('FD-713 paid work does not start before the customer has accepted a price', () => {
  expect(code(priceStands({ charge: 'paid' }, undefined))).toBe('E_PRICE_NOT_ACCEPTED')
  expect(code(priceStands({ charge: 'paid' }, offered))).toBe('E_PRICE_NOT_ACCEPTED')
  expect(code(priceStands({ charge: 'paid' }, { ...offered, refused_at: now }))).toBe('E_PRICE_NOT_ACCEPTED')
  expect(code(priceStands({ charge: 'paid' }, { ...accepted, charge_to: 'company' }))).toBe('E_PRICE_NOT_ACCEPTED')
  expect(priceStands({ charge: 'paid' }, accepted)).toBeUndefined()
})

test('FD-713 work that costs the customer nothing starts without a price, but never while an offer waits for an answer', () => {
  expect(priceStands({ charge: 'included' }, undefined)).toBeUndefined()
  expect(priceStands({ charge: 'warranty' }, undefined)).toBeUndefined()
  expect(code(priceStands({ charge: 'included' }, { ...offered, charge_to: 'company' }))).toBe('E_PRICE_NOT_ACCEPTED')
})

test('FD-713 developer-warranty work is not offered to the customer at a price, with the reason told', () => {
  const refused = mayQuote({ charge: 'warranty', charge_reason: '交付未满两年' }, 'customer')
  expect(refused).toMatchObject({ code: 'E_INPUT', field: 'body.chargeTo', details: { reason: '交付未满两年' } })
  expect(mayQuote({ charge: 'warranty', charge_reason: 'x' }, 'company')).toBeUndefined()
  expect(mayQuote({ charge: 'included', charge_reason: null }, 'customer')).toBeUndefined()
})

test('OS-012 what costs us more than the owner may spend needs the lead; the limit itself does not, nor what the customer pays', () => {
  expect(aboveLimit('company', 50_001, 50_000)).toBe(true)
  expect(aboveLimit('company', 50_000, 50_000)).toBe(false)
  expect(aboveLimit('customer', 90_000, 50_000)).toBe(false)
  const quote = { needs_approval: true, approved_at: null, total_fen: 90_000 }
  expect(spendingDecided(quote, 50_000)).toMatchObject({
    code: 'E_PRICE_NOT_ACCEPTED',
    details: { needs: 'csLead', totalFen: 90_000 },
  })
  expect(spendingDecided({ ...quote, approved_at: now }, 50_000)).toBeUndefined()
  expect(spendingDecided({ ...quote, needs_approval: false }, 50_000)).toBeUndefined()
})

const fact = { signer: '周丽华', capacity: 'owner', medium: 'screen' } as const
test('FD-013 a price accepted by signature carries the signature', () => {
  expect(code(acceptanceSigned({ acceptedHow: 'signature' }))).toBe('E_SIGNATURE_MISSING')
  expect(acceptanceSigned({ acceptedHow: 'signature', signature: fact })).toBeUndefined()
  expect(acceptanceSigned({ acceptedHow: 'phone' })).toBeUndefined()
})

test('FD-013 work is not finished without the signature of the customer unless nobody was there to sign', () => {
  const open = { settings: settings(), signedSinceReturn: false }
  const calm = { emergency: false }
  expect(code(signatureThere(calm, open, {}))).toBe('E_SIGNATURE_MISSING')
  expect(signatureThere(calm, open, { signature: fact })).toBeUndefined()
  expect(signatureThere(calm, open, { unsigned: 'customerAbsent' })).toBeUndefined()
  expect(signatureThere(calm, { ...open, signedSinceReturn: true }, {})).toBeUndefined()
  expect(
    signatureThere(calm, { ...open, settings: settings({ 'orders.signatureRequired': false }) }, {}),
  ).toBeUndefined()
  expect(signatureThere({ emergency: true }, open, {})).toBeUndefined()
})

const counts = (...purposes: FilePurpose[]) => new Map(purposes.map((p) => [p, 1] as const))
const proof = (over: Partial<Parameters<typeof photosThere>[1]> = {}) => ({
  settings: settings(),
  files: counts(),
  filesSinceReturn: counts(),
  grounds: new Set<'residentPresent' | 'emergency' | 'writtenAuthority' | 'outside'>(),
  ...over,
})

test('FD-775 finished work has a picture from before and one from after', () => {
  const calm = { emergency: false }
  expect(photosThere(calm, proof(), [])).toMatchObject({
    code: 'E_PHOTO_MISSING',
    details: { missing: ['before', 'after'] },
  })
  expect(photosThere(calm, proof({ files: counts('before') }), [{ purpose: 'after' }])).toBeUndefined()
  expect(photosThere(calm, proof({ files: counts('before', 'after') }), [])).toMatchObject({
    details: { missing: ['after'] },
  })
  expect(photosThere(calm, proof({ settings: settings({ 'orders.photosRequired': false }) }), [])).toBeUndefined()
})

test('FD-710 an emergency needs no picture from before: nobody waits for one while water runs', () => {
  expect(photosThere({ emergency: true }, proof(), [{ purpose: 'after' }])).toBeUndefined()
  expect(code(photosThere({ emergency: true }, proof(), []))).toBe('E_PHOTO_MISSING')
})

test('FD-775 a home entered without its resident is proven by a recording or by the written authority', () => {
  const both = [{ purpose: 'before' }, { purpose: 'after' }] as const
  expect(photosThere({ emergency: false }, proof({ grounds: new Set(['emergency']) }), both)).toMatchObject({
    details: { missing: ['entry'] },
  })
  expect(
    photosThere({ emergency: false }, proof({ grounds: new Set(['emergency']) }), [...both, { purpose: 'entry' }]),
  ).toBeUndefined()
  expect(photosThere({ emergency: false }, proof({ grounds: new Set(['writtenAuthority']) }), both)).toMatchObject({
    details: { missing: ['authority'] },
  })
})

const adult = { ground: 'residentPresent', consentBy: '周丽华', badgeShown: true, shoeCovers: true } as const
test('FD-775 entry needs the consent of an adult resident, the badge shown and shoe covers', () => {
  expect(checkEntry(adult, false)).toBeUndefined()
  for (const [field, without] of [
    ['consentBy', { consentBy: undefined }],
    ['badgeShown', { badgeShown: false }],
    ['shoeCovers', { shoeCovers: false }],
  ] as const)
    expect(checkEntry({ ...adult, ...without }, false)).toMatchObject({
      code: 'E_ENTRY_MISSING',
      field: `body.entry.${field}`,
    })
})

test('FD-775 with the resident away two of us go, on written authority; in an emergency on the approval of the head before a witness', () => {
  const bare = { badgeShown: false, shoeCovers: false }
  const written = { ...bare, ground: 'writtenAuthority', consentBy: '周丽华' } as const
  expect(checkEntry(written, false)).toMatchObject({ details: { missing: 'secondPerson' } })
  expect(checkEntry({ ...written, secondPerson: '孙强' }, false)).toBeUndefined()
  const emergency = { ...bare, ground: 'emergency', approvedById: 'x', witness: '社区民警' } as const
  expect(checkEntry(emergency, true)).toBeUndefined()
  expect(checkEntry(emergency, false)).toMatchObject({ details: { missing: 'ground' } })
  expect(checkEntry({ ...emergency, approvedById: undefined }, true)).toMatchObject({
    details: { missing: 'approvedById' },
  })
  expect(checkEntry({ ...emergency, witness: undefined }, true)).toMatchObject({ details: { missing: 'witness' } })
})

test('FD-775 work in a home does not begin before the entry is recorded, once for each arrival; work outside needs none', () => {
  const matter = (unit_id: string | null) => ({ unit_id, urgent: false }) as Matter
  expect(code(entryStands(undefined, { matter: matter('u'), enteredSinceArrival: false }))).toBe('E_ENTRY_MISSING')
  expect(entryStands(undefined, { matter: matter('u'), enteredSinceArrival: true })).toBeUndefined()
  expect(entryStands(undefined, { matter: matter(null), enteredSinceArrival: false })).toBeUndefined()
  expect(
    entryStands(
      { ground: 'outside', badgeShown: false, shoeCovers: false },
      { matter: matter('u'), enteredSinceArrival: false },
    ),
  ).toBeUndefined()
})

test('FD-715 the second closed door holds the order; another limit is a setting, and none never holds', () => {
  expect([0, 1, 2, 3].map((n) => holdsAfter(n, 2))).toEqual([false, false, true, true])
  expect(holdsAfter(1, 1)).toBe(true)
  expect(holdsAfter(99, 0)).toBe(false)
})

test('OS-005 a title offered to an executor tells no room and no telephone number', () => {
  expect(withoutNumbers('3-2-1203厨房漏水,电话13800138000')).toBe('***厨房漏水,电话***')
  expect(withoutNumbers('3栋2单元1203漏水')).toBe('3栋2单元***漏水')
  expect(withoutNumbers('2个灯不亮')).toBe('2个灯不亮')
})

test('OS-012 an order that changes hands remembers who had it, each once, never the one who has it', () => {
  expect(formerWith({ executor_id: 'a', former_executor_ids: [] }, 'b')).toEqual(['a'])
  expect(formerWith({ executor_id: 'b', former_executor_ids: ['a'] }, 'a')).toEqual(['b'])
  expect(formerWith({ executor_id: null, former_executor_ids: [] }, 'a')).toEqual([])
})
