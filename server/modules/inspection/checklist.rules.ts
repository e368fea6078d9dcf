import type { CheckItem, Condition, Trait } from '#contract/touchpoints.ts'
import type { LocalDate } from '#contract/values.ts'
import type { Variant } from './variant.ts'

export type { Variant }

/** T08-F-15 and T08-F-16 say the same for two regions: the one of the north, else the general one, never both. */
const ONE_OF: readonly { first: string; second: string }[] = [{ first: 'T08-F-15', second: 'T08-F-16' }]

/** The items of a whole estate: company standard, less what is off, with what is changed and added. */
export const estateItems = (company: readonly CheckItem[], variant: Variant | undefined): CheckItem[] => {
  if (!variant) return [...company]
  const kept = company
    .filter((item) => variant.off[item.id] === undefined)
    .map((item) => ({ ...item, ...variant.changed[item.id] }))
  return [...kept, ...variant.added]
}

/** A condition that stands for the estate itself is settled once; the others are asked again on each day. */
const STANDING: ReadonlySet<Condition> = new Set(['region:north'])

/**
 * The items of one place, in order: those of its touchpoint that its traits and those of the estate allow. Items whose
 * condition (night, rain, works) may hold today stay in; who looks marks them not applicable when it does not.
 */
export const placeItems = (
  items: readonly CheckItem[],
  place: { touchpoint: string; traits: readonly string[] },
  variant: Variant | undefined,
): CheckItem[] => {
  const has = new Set([...(variant?.traits ?? []), ...place.traits])
  const standing = new Set(variant?.standing ?? [])
  const fits = (trait: Trait | null) => trait === null || has.has(trait)
  const holds = (conditions: readonly Condition[]) => conditions.every((c) => !STANDING.has(c) || standing.has(c))
  const own = items.filter((i) => i.touchpoint === place.touchpoint && fits(i.trait) && holds(i.conditions))
  const ids = new Set(own.map((i) => i.id))
  const doubled = new Set(ONE_OF.filter((p) => ids.has(p.first) && ids.has(p.second)).map((p) => p.second))
  return own.filter((i) => !doubled.has(i.id))
}

/** What is wrong with a draft: an item of the north without its other, one twice, one that the company does not have. */
export const faultsOfVariant = (company: readonly CheckItem[], variant: Variant): { itemId: string; why: string }[] => {
  const items = estateItems(company, variant)
  const ids = new Set(items.map((i) => i.id))
  const twice = variant.added.filter((a, i) => variant.added.findIndex((b) => b.id === a.id) !== i)
  const known = new Set(company.map((i) => i.id))
  return [
    ...ONE_OF.filter((p) => !variant.standing.includes('region:north') && ids.has(p.first) && !ids.has(p.second)).map(
      (p) => ({ itemId: p.first, why: 'northOnly' }),
    ),
    ...twice.map((a) => ({ itemId: a.id, why: 'twice' })),
    ...[...Object.keys(variant.off), ...Object.keys(variant.changed)]
      .filter((id) => !known.has(id))
      .map((itemId) => ({ itemId, why: 'unknownItem' })),
  ]
}

/** Of several versions the one that is in force on a day: published, effective by then, the latest such. */
export const inForce = <V extends { state: string; effective_from: LocalDate | null; number: number }>(
  versions: readonly V[],
  on: LocalDate,
): V | undefined =>
  versions
    .filter((v) => v.state === 'published' && v.effective_from !== null && v.effective_from <= on)
    .sort((a, b) =>
      (a.effective_from ?? '') < (b.effective_from ?? '')
        ? -1
        : a.effective_from === b.effective_from
          ? a.number - b.number
          : 1,
    )
    .at(-1)
