import { Temporal } from 'temporal-polyfill'
import { randomOf } from '#server/seed/random.ts'
import { idOf } from '../company/ids.ts'
import { COMPANY_PERSON, PLACES } from '../company/size.ts'
import type { Figure } from '../report.ts'
import { type Client, signIn } from '../server/client.ts'
import { filled, type JudgedPage, measureBeside } from './beside-tenth.ts'
import type { Place } from './read-pages.ts'

const random = randomOf('bench inspection')
/** The last month that is whole, whatever day it is: that of today may have hardly begun. */
const MONTH = Temporal.Now.plainDateISO('Asia/Shanghai').toPlainYearMonth().subtract({ months: 1 }).toString()

/** `fresh` names a month of the year that was not asked for before. */
type Readers = { estates: number; quality: Client; fresh(): string }

const anyEstate = ({ estates }: Readers) => random.whole(0, estates - 1)
const inEstate = (e: number, path: string) => `/api/v1/estates/${idOf('estate', e)}/${path}`

const PAGES: readonly JudgedPage<Readers>[] = [
  {
    what: 'scores of an estate for a month',
    count: 60,
    aimMs: 300,
    open: (r) => filled(r.quality.get(inEstate(anyEstate(r), `scores?month=${MONTH}`)), 'failedItems'),
  },
  {
    what: 'heat map of the company',
    count: 25,
    aimMs: 1_000,
    open: ({ quality }) => filled(quality.get(`/api/v1/company/scores?limit=200&month=${MONTH}`), 'rows'),
  },
  {
    // a month that nobody has asked for: what was read for another look is no help
    what: 'heat map of the company, a month read for the first time',
    count: 3,
    aimMs: 1_000,
    open: ({ quality, fresh }) => quality.get(`/api/v1/company/scores?limit=200&month=${fresh()}`),
  },
  {
    what: 'places of an estate with their scores',
    count: 60,
    aimMs: 300,
    open: (r) => filled(r.quality.get(inEstate(anyEstate(r), `place-scores?limit=200&month=${MONTH}`)), 'rows'),
  },
  {
    what: 'looks of a place',
    count: 100,
    aimMs: 100,
    open: (r) => {
      const e = anyEstate(r)
      const place = idOf('place', e * PLACES + random.whole(0, PLACES - 1))
      return filled(r.quality.get(inEstate(e, `scored-looks?placeId=${place}`)), 'rows')
    },
  },
  {
    what: 'findings of an estate',
    count: 100,
    aimMs: 100,
    open: (r) => filled(r.quality.get(inEstate(anyEstate(r), 'findings?open=true')), 'rows'),
  },
]

/** A year of looks, and a tenth of the company beside it, turn by turn. */
export const measureInspection = async (company: Place, control: Place | undefined): Promise<Figure[]> => {
  const large = await readersOf(company)
  const small = control && (await readersOf(control))
  try {
    return await measureBeside(PAGES, large, small ? { 'a tenth': small } : {})
  } finally {
    for (const readers of [large, small]) readers?.quality.close()
  }
}

const readersOf = async ({ server, estates }: Place): Promise<Readers> => ({
  estates,
  quality: await signIn(server.url, COMPANY_PERSON),
  fresh: monthsBefore(),
})

const monthsBefore = () => {
  let ago = 1
  return () => Temporal.PlainYearMonth.from(MONTH).subtract({ months: ago++ }).toString()
}
