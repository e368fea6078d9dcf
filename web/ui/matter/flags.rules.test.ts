import { expect, test } from 'vitest'
import { shownFlags } from './flags.rules.ts'

test('the weightiest flag comes first, in whatever order they were set', () => {
  const shown = shownFlags({ flags: ['online', 'hot', 'developerLegacy', 'headMustAppear'], urgent: true, open: true })
  expect(shown.map(({ flag }) => flag)).toEqual(['urgent', 'headMustAppear', 'hot', 'online', 'developerLegacy'])
  expect(shown.filter(({ loud }) => loud).map(({ flag }) => flag)).toEqual(['urgent', 'headMustAppear', 'hot'])
})

test('CP-024 a call to act falls silent when its matter is over; what the matter was does not', () => {
  const shown = shownFlags({ flags: ['headMustAppear', 'major', 'noCallbackWish'], urgent: false, open: false })
  expect(shown).toEqual([
    { flag: 'major', loud: true },
    { flag: 'noCallbackWish', loud: false },
    { flag: 'headMustAppear', loud: false },
  ])
})
