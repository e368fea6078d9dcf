import { ratio, type Spread, spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { timed } from './drive.ts'

const GROWTH_AIM = 2
const WARM_UP = 8

/** A page without an aim is the floor under all others. */
export type JudgedPage<Readers> = {
  what: string
  count: number
  aimMs?: number
  open(readers: Readers): Promise<unknown>
}

/** Fails where an answer holds nothing: a fast empty page would be no measurement. */
export const filled = async (answer: Promise<unknown>, of: string): Promise<void> => {
  const found = ((await answer) as Record<string, unknown>)[of]
  if (!Array.isArray(found) || found.length === 0) throw new Error(`${of} is empty where some were awaited`)
}

/** Pages of the company and of smaller ones by their names (`a tenth of the centres`), turn by turn. */
export const measureBeside = async <Readers>(
  pages: readonly JudgedPage<Readers>[],
  company: Readers,
  controls: Readonly<Record<string, Readers>>,
): Promise<Figure[]> => {
  const sizes = [['', company] as const, ...Object.entries(controls)]
  const figures: Figure[] = []
  for (const page of pages) {
    console.log(`Measuring: ${page.what}`)
    const times = new Map(sizes.map(([name]) => [name, [] as number[]]))
    for (let n = -WARM_UP; n < page.count; n += 1)
      for (const [name, readers] of sizes) {
        const ms = await timed(() => page.open(readers))
        if (n >= 0) times.get(name)?.push(ms)
      }
    const spreads = new Map([...times].map(([name, ms]) => [name, spreadOf(ms)]))
    figures.push(...figuresOf(page, spreads))
  }
  return figures
}

const figuresOf = (
  { what, aimMs }: Pick<JudgedPage<never>, 'what' | 'aimMs'>,
  spreads: ReadonlyMap<string, Spread>,
): Figure[] => {
  const company = spreads.get('')
  if (!company) return []
  const figure = { what, value: company.p99, unit: 'ms p99', spread: company }
  if (aimMs === undefined) return [figure]
  return [
    { ...figure, aim: { most: aimMs } },
    ...[...spreads].flatMap(([control, spread]): Figure[] =>
      control === ''
        ? []
        : [
            { what: `${what}: ${control}`, value: spread.p99, unit: 'ms p99', spread },
            {
              what: `${what}: p50 to ${control}`,
              value: ratio(company.p50, spread.p50),
              unit: '',
              aim: { most: GROWTH_AIM },
            },
          ],
    ),
  ]
}
