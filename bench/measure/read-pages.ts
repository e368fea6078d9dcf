import type { Uuid } from '#contract/values.ts'
import { randomOf } from '#server/seed/random.ts'
import { idOf } from '../company/ids.ts'
import { COMPANY_PERSON, clerkOf, EACH, LARGE_EVERY } from '../company/size.ts'
import { ratio, type Spread, spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { type Client, signIn } from '../server/client.ts'
import type { Server } from '../server/start-server.ts'
import { timed } from './drive.ts'
import { desksOf } from './new-matter.ts'

export type Place = { server: Server; estates: number }
type Page = { what: string; count: number; judged: boolean; open(readers: Readers, n: number): Promise<unknown> }
type Readers = { estates: number; quality: Client; clerks: { client: Client; estateId: Uuid }[] }

const CLERKS = 8
const WARM_UP = 60
const PAGE_AIM_MS = 30
const GROWTH_AIM = 1.5
const random = randomOf('bench pages')

const anyEstate = (estates: number, every: number) => random.whole(0, Math.ceil(estates / every) - 1) * every
const matters = (estateId: Uuid) => `/api/v1/estates/${estateId}/matters`

const fullPage = async (answer: Promise<unknown>, least: number) => {
  const page = (await answer) as { rows: unknown[] }
  if (page.rows.length < least) throw new Error(`a page of ${page.rows.length} rows where ${least} were awaited`)
}

const PAGES: readonly Page[] = [
  {
    // what the machine and the wire cost before any work: the floor under all other times
    what: 'an answer without work',
    judged: false,
    count: 800,
    open: ({ quality }) => quality.get('/healthz'),
  },
  {
    what: 'board, 50 by time left',
    judged: true,
    count: 800,
    open: ({ quality, estates }) =>
      fullPage(
        quality.get(`${matters(idOf('estate', anyEstate(estates, LARGE_EVERY)))}?open=true&sort=due&limit=50`),
        50,
      ),
  },
  {
    what: 'my work',
    judged: true,
    count: 800,
    open: ({ clerks }, n) => {
      const clerk = clerks[n % clerks.length]
      if (!clerk) throw new Error('no clerk')
      return fullPage(clerk.client.get(`${matters(clerk.estateId)}?mine=any&open=true&sort=due`), 30)
    },
  },
  {
    what: `matter with ${EACH.longTimeline} timeline entries`,
    judged: true,
    count: 400,
    open: ({ quality, estates }) => {
      const e = anyEstate(estates, 1)
      const path = `${matters(idOf('estate', e))}/${idOf('matter', (EACH.matters - 1) * estates + e)}`
      // as the page asks for both at once
      return Promise.all([
        quality.get(path),
        fullPage(quality.get(`${path}/timeline?limit=${EACH.longTimeline}`), EACH.longTimeline),
      ])
    },
  },
]

/** Pages as one person opens them one after the other, the company and its control turn by turn. */
export const measurePages = async (company: Place, control: Place | undefined): Promise<Figure[]> => {
  const large = await readersOf(company)
  const small = control && (await readersOf(control))
  try {
    const figures: Figure[] = []
    for (const page of PAGES) {
      const times = { large: [] as number[], small: [] as number[] }
      for (let n = -WARM_UP; n < page.count; n += 1)
        for (const [size, readers] of [
          ['large', large],
          ['small', small],
        ] as const) {
          if (!readers) continue
          const ms = await timed(() => page.open(readers, n + WARM_UP))
          if (n >= 0) times[size].push(ms)
        }
      figures.push(...figuresOf(page, spreadOf(times.large), small && spreadOf(times.small)))
    }
    return figures
  } finally {
    for (const readers of [large, small]) {
      readers?.quality.close()
      for (const { client } of readers?.clerks ?? []) client.close()
    }
  }
}

const figuresOf = ({ what, judged }: Page, spread: Spread, control: Spread | undefined): Figure[] => {
  if (!judged) return [{ what, value: spread.p99, unit: 'ms p99', spread }]
  const page: Figure = { what, value: spread.p99, unit: 'ms p99', aim: { most: PAGE_AIM_MS }, spread }
  if (!control) return [page]
  return [
    page,
    { what: `${what}: control of a hundredth`, value: control.p99, unit: 'ms p99', spread: control },
    // the median: a hundredth of the requests tells more of the neighbours on the machine than of the data
    { what: `${what}: p50 to control`, value: ratio(spread.p50, control.p50), unit: '', aim: { most: GROWTH_AIM } },
    { what: `${what}: p99 to control`, value: ratio(spread.p99, control.p99), unit: '', aim: { most: GROWTH_AIM } },
  ]
}

const readersOf = async ({ server, estates }: Place): Promise<Readers> => {
  const desks = desksOf(estates, Math.min(CLERKS, Math.ceil(estates / LARGE_EVERY)))
  const clerks: Readers['clerks'] = []
  for (const { estate, estateId } of desks) clerks.push({ client: await signIn(server.url, clerkOf(estate)), estateId })
  return { estates, quality: await signIn(server.url, COMPANY_PERSON), clerks }
}
