import type { Occupancy } from './building-grid.rules.ts'

export const OCCUPANCY_TONE = {
  owned: 'good',
  let: 'active',
  none: 'ended',
  hidden: 'neutral',
} as const satisfies Record<Occupancy, string>
export const OCCUPANCY_WORD = {
  owned: 'grid.owned',
  let: 'grid.let',
  none: 'grid.none',
  hidden: 'grid.hidden',
} as const satisfies Record<Occupancy, string>
