import { randomOf } from '#server/seed/random.ts'
import { idOf } from '../company/ids.ts'
import { COMPANY_PERSON, COMPLAINTS, clerkOf, EACH } from '../company/size.ts'
import { ratio, type Spread, spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { type Client, signIn } from '../server/client.ts'
import { filled } from './beside-tenth.ts'
import { timed } from './drive.ts'
import type { Place } from './read-pages.ts'

const random = randomOf('bench complaints')
const GROWTH_AIM = 2
const WARM_UP = 8

type Readers = { estates: number; quality: Client; clerk: Client }
type Page = { what: string; count: number; aimMs?: number; open(readers: Readers): Promise<unknown> }

const anyEstate = ({ estates }: Readers) => random.whole(0, estates - 1)
const inEstate = (e: number, path: string) => `/api/v1/estates/${idOf('estate', e)}/${path}`
const WORDS = ['漏水', '噪声扰民', '电梯', '地下车库 异味', '堆放杂物'] as const
/** Besides what one in ten complaints says: what every one says, and words that never come together. */
const RARE_AND_COMMON = ['老人', '厨房 电梯'] as const
const SAID = [
  '单元门口有异味，已经两天了',
  '楼道堆放杂物没人管',
  '主卧卫生间漏水，楼下也湿了',
  '地下车库灯不亮',
] as const

/** Every word of the first list comes in every estate. */
const found = (quality: Client, path: string) => {
  const q = random.pick([...WORDS, ...RARE_AND_COMMON])
  const answer = quality.get(`${path}&q=${encodeURIComponent(q)}`)
  return WORDS.some((one) => one === q) ? filled(answer, 'rows') : answer
}

const PAGES: readonly Page[] = [
  // what the machine does besides: the floor under everything below
  { what: 'an answer without work', count: 200, open: ({ quality }) => quality.get('/healthz') },
  {
    what: 'monthly analysis of a centre',
    count: 60,
    aimMs: 300,
    open: (r) => filled(r.quality.get(inEstate(anyEstate(r), 'complaint-analysis')), 'lines'),
  },
  {
    what: 'complaints of the company, month by centre',
    count: 25,
    aimMs: 1_000,
    open: ({ quality }) => filled(quality.get('/api/v1/company/complaints'), 'rows'),
  },
  {
    what: 'complaints of the company, trend',
    count: 25,
    aimMs: 1_000,
    open: ({ quality }) => filled(quality.get('/api/v1/company/complaints/trend'), 'months'),
  },
  {
    what: 'candidates for a new complaint',
    count: 300,
    aimMs: 50,
    open: ({ clerk }) => {
      const c = random.whole(0, EACH.customers - 1)
      const asked = new URLSearchParams({
        text: random.pick(SAID),
        unitId: idOf('unit', c % EACH.units),
        customerId: idOf('customer', c),
      })
      return filled(clerk.get(`${inEstate(0, 'complaint-suggestions')}?${asked}`), 'same')
    },
  },
  {
    what: 'search in the complaints of an estate',
    count: 200,
    aimMs: 50,
    open: (r) => found(r.quality, `${inEstate(anyEstate(r), 'complaints')}?limit=50`),
  },
  {
    what: 'search in the matters of an estate',
    count: 200,
    aimMs: 50,
    open: (r) => found(r.quality, `${inEstate(anyEstate(r), 'matters')}?limit=50&sort=received`),
  },
  {
    what: 'search in the complaints of the company',
    count: 200,
    aimMs: 300,
    open: ({ quality }) => found(quality, '/api/v1/company/complaints/search?limit=50'),
  },
  {
    what: 'omnibox over the company',
    count: 100,
    aimMs: 300,
    open: ({ quality }) =>
      quality.get(
        `/api/v1/omnibox?q=${encodeURIComponent(`20-${String(random.whole(1, COMPLAINTS)).padStart(6, '0')}`)}`,
      ),
  },
]

/** What the company is held against: a tenth of its estates, or a tenth of the complaints in as many estates. */
const CONTROLS = { tenth: 'a tenth of the centres', thin: 'a tenth in each centre' } as const
type Spreads = { company: Spread; tenth: Spread; thin: Spread }

/** Five years of complaints, and beside them the two companies with a tenth of them, turn by turn. */
export const measureComplaints = async (company: Place, tenth: Place, thin: Place): Promise<Figure[]> => {
  const readers = { company: await readersOf(company), tenth: await readersOf(tenth), thin: await readersOf(thin) }
  try {
    const figures: Figure[] = []
    for (const page of PAGES) {
      console.log(`Measuring: ${page.what}`)
      const times = { company: [] as number[], tenth: [] as number[], thin: [] as number[] }
      for (let n = -WARM_UP; n < page.count; n += 1)
        for (const size of ['company', 'tenth', 'thin'] as const) {
          const ms = await timed(() => page.open(readers[size]))
          if (n >= 0) times[size].push(ms)
        }
      figures.push(
        ...figuresOf(page, {
          company: spreadOf(times.company),
          tenth: spreadOf(times.tenth),
          thin: spreadOf(times.thin),
        }),
      )
    }
    return figures
  } finally {
    for (const { quality, clerk } of Object.values(readers)) {
      quality.close()
      clerk.close()
    }
  }
}

const figuresOf = ({ what, aimMs }: Page, { company, ...controls }: Spreads): Figure[] => {
  const figure = { what, value: company.p99, unit: 'ms p99', spread: company }
  if (aimMs === undefined) return [figure]
  return [
    { ...figure, aim: { most: aimMs } },
    ...(['tenth', 'thin'] as const).flatMap((control): Figure[] => [
      {
        what: `${what}: ${CONTROLS[control]}`,
        value: controls[control].p99,
        unit: 'ms p99',
        spread: controls[control],
      },
      {
        what: `${what}: p50 to ${CONTROLS[control]}`,
        value: ratio(company.p50, controls[control].p50),
        unit: '',
        aim: { most: GROWTH_AIM },
      },
    ]),
  ]
}

const readersOf = async ({ server, estates }: Place): Promise<Readers> => ({
  estates,
  quality: await signIn(server.url, COMPANY_PERSON),
  clerk: await signIn(server.url, clerkOf(0)),
})
