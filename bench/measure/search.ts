import { initialsOf } from '#modules/estate/index.ts'
import { personName } from '#server/seed/names.ts'
import { randomOf } from '#server/seed/random.ts'
import { idOf } from '../company/ids.ts'
import { COMPANY_PERSON, EACH } from '../company/size.ts'
import { spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { signIn } from '../server/client.ts'
import { timed } from './drive.ts'
import type { Place } from './read-pages.ts'

const random = randomOf('bench search')
const WARM_UP = 60

/** What clerks type, from the vaguest to the exact. */
const HABITS: Readonly<Record<string, () => string>> = {
  surname: () => personName(random).slice(0, 1),
  name: () => personName(random),
  initials: () => initialsOf(personName(random)),
  'initials, two letters': () => initialsOf(personName(random)).slice(0, 2),
  room: () => `${random.whole(1, 5)}-${random.whole(1, 2)}-${random.whole(1, 15)}0${random.whole(1, 4)}`,
  'room without section': () => `${random.whole(1, 5)}栋${random.whole(1, 15)}0${random.whole(1, 4)}`,
  'room alone': () => `${random.whole(1, 15)}0${random.whole(1, 4)}`,
  'last four of a phone': () => String(random.whole(1_000, 9_999)),
  phone: () => `199${String(random.whole(0, EACH.customers - 1) * 7 + 1_000).padStart(8, '0')}`,
  'part of a plate': () => random.whole(0, 0xfff).toString(16).padStart(3, '0'),
  'number of a matter': () => `26-${String(random.whole(1, EACH.matters)).padStart(6, '0')}`,
}

const SEARCHES = [
  {
    what: 'omnibox in one estate',
    rounds: 100,
    aimMs: 30,
    path: (e: number) => `/api/v1/estates/${idOf('estate', e)}/omnibox`,
  },
  { what: 'omnibox over the company', rounds: 60, aimMs: 100, path: () => '/api/v1/omnibox' },
] as const

/** Each habit as often as the others; the figure is of all of them, the file tells each. */
export const measureSearch = async ({ server, estates }: Place): Promise<Figure[]> => {
  const client = await signIn(server.url, COMPANY_PERSON)
  try {
    const figures: Figure[] = []
    for (const { what, rounds, aimMs, path } of SEARCHES) {
      const times = new Map<string, number[]>(Object.keys(HABITS).map((habit) => [habit, []]))
      let found = 0
      for (let n = -Math.ceil(WARM_UP / times.size); n < rounds; n += 1)
        for (const [habit, typed] of Object.entries(HABITS)) {
          const url = `${path(random.whole(0, estates - 1))}?q=${encodeURIComponent(typed())}`
          const ms = await timed(async () => {
            const { hits } = (await client.get(url)) as { hits: unknown[] }
            if (hits.length > 0) found += 1
          })
          if (n >= 0) times.get(habit)?.push(ms)
        }
      const spread = spreadOf([...times.values()].flat())
      if (found < spread.count / 2) throw new Error(`${what}: only ${found} of ${spread.count} searches found anything`)
      const habits = Object.fromEntries([...times].map(([habit, ms]) => [habit, spreadOf(ms)]))
      figures.push({ what, value: spread.p99, unit: 'ms p99', aim: { most: aimMs }, spread, detail: { habits } })
    }
    return figures
  } finally {
    client.close()
  }
}
