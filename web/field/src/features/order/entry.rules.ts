import type { ENTRY_GROUNDS } from '#contract/kinds/order.ts'

export type Entry = {
  ground: (typeof ENTRY_GROUNDS)[number]
  consentBy: string
  badgeShown: boolean
  shoeCovers: boolean
  secondPerson: string
}

/** FD-775, as the server will ask: what an entry into a home still lacks. The emergency entry needs the head and stays with the staff app. */
export const entryLacks = (entry: Entry): ('consentBy' | 'badgeShown' | 'shoeCovers' | 'secondPerson')[] => {
  if (entry.ground === 'outside' || entry.ground === 'emergency') return []
  const consent = entry.consentBy.trim() ? [] : (['consentBy'] as const)
  if (entry.ground === 'writtenAuthority')
    return [...consent, ...(entry.secondPerson.trim() ? [] : (['secondPerson'] as const))]
  return [
    ...consent,
    ...(entry.badgeShown ? [] : (['badgeShown'] as const)),
    ...(entry.shoeCovers ? [] : (['shoeCovers'] as const)),
  ]
}

/** As the contract takes it. */
export const entryBody = (entry: Entry): Record<string, unknown> => ({
  ground: entry.ground,
  badgeShown: entry.badgeShown,
  shoeCovers: entry.shoeCovers,
  ...(entry.consentBy.trim() ? { consentBy: entry.consentBy.trim() } : {}),
  ...(entry.secondPerson.trim() ? { secondPerson: entry.secondPerson.trim() } : {}),
})
