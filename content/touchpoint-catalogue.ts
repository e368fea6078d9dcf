import type { CheckItem, TouchpointCatalogue } from '#contract/touchpoints.ts'
import data from './touchpoints.json' with { type: 'json' }

/** The twenty touchpoints with their 466 items; `touchpoint-catalogue.test.ts` holds the file to its contract. */
export const CATALOGUE = data as unknown as TouchpointCatalogue

/** Every item with the touchpoint it belongs to, in the order of the checklists. */
export const CATALOGUE_ITEMS: readonly CheckItem[] = CATALOGUE.touchpoints.flatMap((t) =>
  t.items.map((item) => ({ ...item, touchpoint: t.code })),
)
