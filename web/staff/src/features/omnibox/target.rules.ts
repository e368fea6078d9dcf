import type { OmniboxHit } from '#contract/omnibox.ts'

export type Target = { to: string; search?: Record<string, string> }

/** The page of its own of what was found. */
const pageOf = (hit: OmniboxHit): Target => {
  if (hit.kind === 'unit') return { to: `units/${hit.id}` }
  if (hit.kind === 'customer') return { to: `customers/${hit.id}` }
  if (hit.kind === 'matter') return { to: `matters/${hit.id}` }
  if (hit.kind !== 'vehicle') return { to: `orders/${hit.id}` }
  return hit.unit ? { to: `units/${hit.unit.id}` } : { to: hit.customer ? `customers/${hit.customer.id}` : 'units' }
}

/** The household that a hit belongs to, as the desk takes it. */
const householdOf = (hit: OmniboxHit): Record<string, string> | undefined => {
  if (hit.kind === 'unit') return { unit: hit.id }
  if (hit.kind === 'customer') {
    const home = hit.units.filter((unit) => unit.current)
    const only = home.length === 1 ? home[0] : undefined
    return { customer: hit.id, ...(only ? { unit: only.id } : {}) }
  }
  if (hit.kind !== 'vehicle') return undefined
  const found = { ...(hit.unit ? { unit: hit.unit.id } : {}), ...(hit.customer ? { customer: hit.customer.id } : {}) }
  return Object.keys(found).length > 0 ? found : undefined
}

/** Where a pick leads: at the desk a household opens beside the conversation, elsewhere (or with Alt) its own page. */
export const targetOf = (hit: OmniboxHit, { atDesk, aside }: { atDesk: boolean; aside: boolean }): Target => {
  const household = householdOf(hit)
  return atDesk && !aside && household ? { to: 'desk', search: household } : pageOf(hit)
}
