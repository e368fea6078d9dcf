import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { valueNeeded } from '#contract/rules/evidence.ts'
import { newId } from '#platform/ids.ts'
import { randomOf } from '#server/seed/random.ts'
import { idOf } from '../company/ids.ts'
import { COMPANY_PERSON, EACH, PLACES } from '../company/size.ts'
import type { Figure } from '../report.ts'
import { type Client, signIn } from '../server/client.ts'
import { filled, type JudgedPage, measureBeside } from './beside-tenth.ts'
import type { Place } from './read-pages.ts'

const random = randomOf('bench inspection')
/** The last month that is whole, whatever day it is: that of today may have hardly begun. */
const MONTH = Temporal.Now.plainDateISO('Asia/Shanghai').toPlainYearMonth().subtract({ months: 1 }).toString()

/** `fresh` names a month of the year that was not asked for before. */
type Readers = {
  estates: number
  quality: Client
  fresh(): string
  inspector: Client
  picture: Buffer
  photos: string[]
}

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
    // the same as a paper, set by Typst
    what: 'scores of an estate for a month, printed',
    count: 20,
    aimMs: 300,
    open: (r) => r.quality.load(inEstate(anyEstate(r), `scores/print.pdf?month=${MONTH}&lang=zh`)),
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
  {
    // told only: how large a photo is decides
    what: 'a photo of a round',
    count: 30,
    open: ({ inspector, picture }) => inspector.upload(inEstate(0, 'files'), 'photo.jpg', picture),
  },
  {
    what: 'a round of 60 answers with fifteen photos, as a phone sends them',
    count: 20,
    aimMs: 300,
    open: async ({ inspector, picture }) => {
      const photos: string[] = []
      while (photos.length < ROUND.photos)
        photos.push(
          ...(await Promise.all(
            Array.from({ length: Math.min(AT_ONCE, ROUND.photos - photos.length) }, () => uploaded(inspector, picture)),
          )),
        )
      for (const look of roundOf(photos)) await inspector.post(inEstate(0, 'inspections'), look)
    },
  },
  {
    what: 'a round of 60 answers whose fifteen photos are there',
    count: 40,
    aimMs: 300,
    open: async ({ inspector, photos }) => {
      for (const look of roundOf(photos)) await inspector.post(inEstate(0, 'inspections'), look)
    },
  },
]

const ROUND = { answers: 60, photos: 15 }
/** As many files of an act as the field app sends at once (web/field/src/queue/send-act.ts). */
const AT_ONCE = 2
const STANDARD = '00000000-0000-7000-8000-000000000001'
const Uploaded = z.object({ id: z.string() })
const uploaded = async (inspector: Client, picture: Buffer): Promise<string> =>
  Uploaded.parse(await inspector.upload(inEstate(0, 'files'), 'photo.jpg', picture)).id

/** Looks with all items of their touchpoints until there are enough answers; the first fifteen fail, each with a photo. */
const roundOf = (photos: readonly string[]) => {
  const now = Temporal.Now.instant()
  const ago = (minutes: number) => now.subtract({ minutes }).toString({ smallestUnit: 'millisecond' })
  const looks: object[] = []
  let answers = 0
  for (let touchpoint = 1; answers < ROUND.answers; touchpoint += 1) {
    const code = `T${String(touchpoint).padStart(2, '0')}`
    const items = CATALOGUE_ITEMS.filter((item) => item.touchpoint === code && item.trait === null)
    looks.push({
      id: newId(),
      placeId: idOf('place', touchpoint - 1),
      beganAt: ago(9),
      endedAt: ago(1),
      sentAt: ago(0),
      standardId: STANDARD,
      answers: items.map((item, i) => {
        const photo = photos[answers + i]
        const value = valueNeeded(item, 'pass')
          ? { value: typeof item.threshold?.value === 'number' ? 99 : '正常' }
          : {}
        return { itemId: item.id, answer: photo ? 'fail' : 'pass', ...(photo ? { fileIds: [photo] } : {}), ...value }
      }),
    })
    answers += items.length
  }
  return looks
}

/** A year of looks, and a tenth of the company beside it, turn by turn. */
export const measureInspection = async (company: Place, control: Place | undefined): Promise<Figure[]> => {
  const large = await readersOf(company)
  const small = control && (await readersOf(control))
  try {
    return await measureBeside(PAGES, large, small ? { 'a tenth': small } : {})
  } finally {
    for (const readers of [large, small]) {
      readers?.quality.close()
      readers?.inspector.close()
    }
  }
}

const readersOf = async ({ server, estates }: Place): Promise<Readers> => {
  const inspector = await signIn(server.url, `technician_0_${EACH.staff - 1}`)
  const picture = await pictureOf()
  const photos: string[] = []
  for (let n = 0; n < ROUND.photos; n += 1) photos.push(await uploaded(inspector, picture))
  const quality = await signIn(server.url, COMPANY_PERSON)
  return { estates, quality, fresh: monthsBefore(), inspector, picture, photos }
}

/** As a phone sends it: 1,600 pixels wide, some 300 kB. */
const pictureOf = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 1_600,
      height: 1_200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .jpeg({ quality: 70 })
    .toBuffer()

const monthsBefore = () => {
  let ago = 1
  return () => Temporal.PlainYearMonth.from(MONTH).subtract({ months: ago++ }).toString()
}
