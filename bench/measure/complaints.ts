import { randomOf } from '#server/seed/random.ts'
import { idOf } from '../company/ids.ts'
import { COMPANY_PERSON, COMPLAINTS, clerkOf, EACH } from '../company/size.ts'
import type { Figure } from '../report.ts'
import { type Client, signIn } from '../server/client.ts'
import { filled, type JudgedPage, measureBeside } from './beside-tenth.ts'
import type { Place } from './read-pages.ts'

const random = randomOf('bench complaints')

type Readers = { estates: number; quality: Client; clerk: Client }

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

const PAGES: readonly JudgedPage<Readers>[] = [
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

/** Five years of complaints, and beside them the two companies with a tenth of them, turn by turn. */
export const measureComplaints = async (company: Place, tenth: Place, thin: Place): Promise<Figure[]> => {
  const readers = { company: await readersOf(company), tenth: await readersOf(tenth), thin: await readersOf(thin) }
  try {
    return await measureBeside(PAGES, readers.company, {
      'a tenth of the centres': readers.tenth,
      'a tenth in each centre': readers.thin,
    })
  } finally {
    for (const { quality, clerk } of Object.values(readers)) {
      quality.close()
      clerk.close()
    }
  }
}

const readersOf = async ({ server, estates }: Place): Promise<Readers> => ({
  estates,
  quality: await signIn(server.url, COMPANY_PERSON),
  clerk: await signIn(server.url, clerkOf(0)),
})
