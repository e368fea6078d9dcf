import { z } from 'zod'
import { KANO_CODES, type KanoCounts } from '#contract/survey-results.ts'
import type { Cell, Said } from '../results/cells.rules.ts'
import { meanOf } from '../results/items.rules.ts'
import { classify, findKano, type KanoRule, NO_COUNTS } from '../results/kano.rules.ts'

/** What an item has come to: how often each class, in the order of its codes, and each satisfaction from 1 to 5. */
const ItemSum = z.object({ kano: z.array(z.number()).length(6), felt: z.array(z.number()).length(5) })
export type ItemSum = z.infer<typeof ItemSum>
/** By the number of the item. */
export const ItemSums = z.record(z.string(), ItemSum)
export type ItemSums = z.infer<typeof ItemSums>

export const NOTHING: ItemSum = { kano: [0, 0, 0, 0, 0, 0], felt: [0, 0, 0, 0, 0] }
const added = (list: readonly number[], at: number, n: number) => list.map((value, i) => (i === at ? value + n : value))
const total = (list: readonly number[]) => list.reduce((sum, n) => sum + n, 0)
export const answersOf = ({ kano, felt }: ItemSum): number => Math.max(total(kano), total(felt))

/** The cells of a survey by item; what fewer than a group have answered of it, its pair or how they feel, says nothing. */
export const sumsOf = (cells: readonly Cell[], smallestGroup: number): ItemSums => {
  const sums = new Map<string, ItemSum>()
  for (const { no, kind, x, y, n } of cells) {
    const sum = sums.get(String(no)) ?? NOTHING
    if (kind === 'pair') sums.set(String(no), { ...sum, kano: added(sum.kano, KANO_CODES.indexOf(classify(x, y)), n) })
    if (kind === 's') sums.set(String(no), { ...sum, felt: added(sum.felt, x - 1, n) })
  }
  const shown = (list: number[]) => (total(list) >= smallestGroup ? list : list.map(() => 0))
  return Object.fromEntries(
    [...sums]
      .map(([no, { kano, felt }]) => [no, { kano: shown(kano), felt: shown(felt) }] as const)
      .filter(([, sum]) => answersOf(sum) > 0),
  )
}

const combined =
  (sign: 1 | -1) =>
  (a: ItemSum, b: ItemSum): ItemSum => ({
    kano: a.kano.map((n, i) => n + sign * (b.kano[i] ?? 0)),
    felt: a.felt.map((n, i) => n + sign * (b.felt[i] ?? 0)),
  })
export const plus = combined(1)
export const minus = combined(-1)

/** What counted answers say, as one survey would say it. */
export const saidBy = ({ kano, felt }: ItemSum, rule: KanoRule): Omit<Said, 'importance'> => {
  const counts: KanoCounts = { ...NO_COUNTS }
  for (const [i, code] of KANO_CODES.entries()) counts[code] = kano[i] ?? 0
  return {
    kano: total(kano) === 0 ? null : findKano(counts, rule),
    satisfaction: meanOf(new Map(felt.flatMap((n, i): [number, number][] => (n > 0 ? [[i + 1, n]] : [])))),
  }
}
