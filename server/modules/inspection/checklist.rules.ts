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

/** An item of a version of the company; one that is not active keeps its number and is in no checklist. */
export type CompanyItem = { item: CheckItem; active: boolean }

/**
 * What a draft says, less what `before` said already of items that the company standard no longer has. What it says of
 * an item that the company has switched off stays, and holds again once the company switches it on.
 */
export const withoutGone = <V extends Variant>(
  company: readonly CompanyItem[],
  variant: V,
  before: Pick<Variant, 'off' | 'changed'> = variant,
): V => {
  const known = new Set(company.map(({ item }) => item.id))
  const kept = <T>(map: Readonly<Record<string, T>>, was: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(map).filter(([id]) => known.has(id) || was[id] === undefined))
  return { ...variant, off: kept(variant.off, before.off), changed: kept(variant.changed, before.changed) }
}

/** New in the draft under a number that other versions gave to another statement: its findings and figures would join. */
const reused = ({ added }: Variant, before: Variant, others: readonly Variant[]): CheckItem[] =>
  added.filter((a) => {
    if (before.added.some((b) => b.id === a.id)) return false
    const had = others.flatMap((other) => other.added.filter((b) => b.id === a.id))
    return had.length > 0 && !had.some((b) => b.zh === a.zh)
  })

/**
 * What is wrong with a draft: an item of the north whose other the estate leaves out, one twice, one under the number of
 * another, one that the company does not have. `before`: the draft as it was; `others`: the estate's other versions.
 */
export const faultsOfVariant = (
  company: readonly CompanyItem[],
  variant: Variant,
  { before = variant, others = [] }: { before?: Variant; others?: readonly Variant[] } = {},
): { itemId: string; why: 'northOnly' | 'twice' | 'numberUsed' | 'unknownItem' }[] => {
  const active = company.filter((i) => i.active).map((i) => i.item)
  const ids = new Set(estateItems(active, variant).map((i) => i.id))
  const twice = variant.added.filter((a, i) => variant.added.findIndex((b) => b.id === a.id) !== i)
  const known = new Set(company.map(({ item }) => item.id))
  const leftOut = (id: string) => !ids.has(id) && active.some((i) => i.id === id)
  return [
    ...ONE_OF.filter((p) => !variant.standing.includes('region:north') && ids.has(p.first) && leftOut(p.second)).map(
      (p) => ({ itemId: p.first, why: 'northOnly' as const }),
    ),
    ...twice.map((a) => ({ itemId: a.id, why: 'twice' as const })),
    ...reused(variant, before, others).map((a) => ({ itemId: a.id, why: 'numberUsed' as const })),
    ...[...Object.keys(variant.off), ...Object.keys(variant.changed)]
      .filter((id) => !known.has(id))
      .map((itemId) => ({ itemId, why: 'unknownItem' as const })),
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
