import { ratio, type Spread, spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { timed } from './drive.ts'

const GROWTH_AIM = 2
const WARM_UP = 8

export type JudgedPage<Readers> = {
  what: string
  count: number
  aimMs: number
  open(readers: Readers): Promise<unknown>
}

/** Fails where an answer holds nothing: a fast empty page would be no measurement. */
export const filled = async (answer: Promise<unknown>, of: string): Promise<void> => {
  const found = ((await answer) as Record<string, unknown>)[of]
  if (!Array.isArray(found) || found.length === 0) throw new Error(`${of} is empty where some were awaited`)
}

/** Pages of the company and of a tenth of it, turn by turn. */
export const measureBesideTenth = async <Readers>(
  pages: readonly JudgedPage<Readers>[],
  large: Readers,
  small: Readers | undefined,
): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const page of pages) {
    console.log(`Measuring: ${page.what}`)
    const times = { large: [] as number[], small: [] as number[] }
    for (let n = -WARM_UP; n < page.count; n += 1)
      for (const [size, readers] of [
        ['large', large],
        ['small', small],
      ] as const) {
        if (!readers) continue
        const ms = await timed(() => page.open(readers))
        if (n >= 0) times[size].push(ms)
      }
    figures.push(...figuresOf(page, spreadOf(times.large), small && spreadOf(times.small)))
  }
  return figures
}

const figuresOf = (
  { what, aimMs }: Pick<JudgedPage<never>, 'what' | 'aimMs'>,
  spread: Spread,
  control: Spread | undefined,
): Figure[] => [
  { what, value: spread.p99, unit: 'ms p99', aim: { most: aimMs }, spread },
  ...(control
    ? [
        { what: `${what}: a tenth`, value: control.p99, unit: 'ms p99', spread: control },
        { what: `${what}: p50 to a tenth`, value: ratio(spread.p50, control.p50), unit: '', aim: { most: GROWTH_AIM } },
      ]
    : []),
]
