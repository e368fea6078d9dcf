import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Span } from './score.store.ts'

/** What residents said about a touchpoint: mean satisfaction from 1 to 5, and how many answered. */
export type Satisfaction = { satisfaction: number; answers: number }
/** How the surveys tell it; touchpoints that nobody was asked about are absent. */
export type SatisfactionByTouchpoint = (
  tx: Tx,
  estateId: Uuid,
  span: Span,
) => Promise<ReadonlyMap<string, Satisfaction>>

let reader: SatisfactionByTouchpoint = async () => new Map()

/** The room of the surveys stands above this one, so it brings its reader at start; without it there is no survey yet. */
export const bringSurveys = (read: SatisfactionByTouchpoint): void => {
  reader = read
}

export const surveysOf: SatisfactionByTouchpoint = (tx, estateId, span) => reader(tx, estateId, span)
