import { z } from 'zod'
import { OmniboxHit } from '#contract/omnibox.ts'

/** Picks of this tab, newest first. They name customers, so they go with the tab and stay with the person. */
const nameOf = (staffId: string, estateId: string) => `wuyou.picks.${staffId}.${estateId}`
const MOST = 6
const Picks = z.array(OmniboxHit)

export const readPicks = (staffId: string, estateId: string): OmniboxHit[] => {
  try {
    const kept = Picks.safeParse(JSON.parse(sessionStorage.getItem(nameOf(staffId, estateId)) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

/** The pick in front, the same one only once. */
export const withPick = (picks: readonly OmniboxHit[], hit: OmniboxHit): OmniboxHit[] =>
  [hit, ...picks.filter((one) => one.id !== hit.id)].slice(0, MOST)

export const keepPicks = (staffId: string, estateId: string, picks: readonly OmniboxHit[]) => {
  try {
    sessionStorage.setItem(nameOf(staffId, estateId), JSON.stringify(picks))
  } catch {
    // Without storage there is nothing to remember.
  }
}
