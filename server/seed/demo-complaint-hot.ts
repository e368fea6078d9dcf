import { daysBetween } from '#platform/calendar/dates.rules.ts'
import type { Past } from './demo-complaint-plan.ts'
import { MAJORS, SERVICE_AND_OTHERS, STENCH, STENCH_AGAIN } from './demo-complaint-words-more.ts'
import { randomOf } from './random.ts'
import { callableIn, minutesAfter, type World } from './story.ts'

const NEWEST = -25
const FIRST_DAY = '08-08'
const MAJOR_DAY = -75
/** How many more smelt it elsewhere in that month. */
const OTHERS = 10
const HOURS_AFTER = [1, 4, 7, 25, 33] as const
const PARENT = 'complaint stench'

/** The eighth of August before last, or the last one, if it is over. */
export const hotDay = ({ days }: Pick<World, 'days'>): number => {
  const year = Number(days.today.slice(0, 4))
  const ago = (y: number) => daysBetween(days.today, `${y}-${FIRST_DAY}`)
  return ago(year) <= NEWEST ? ago(year) : ago(year - 1)
}

const PLAIN = {
  course: 'satisfied',
  channel: 'phone',
  lateReply: false,
  brokenPromise: false,
  obviousNeglect: false,
  persons: 1,
} as const

/**
 * The hot month: five neighbours about one stench, one of them twice, and more who smelt it elsewhere. And one who demanded
 * a large sum.
 */
export const planSpecial = (world: Pick<World, 'days' | 'households'>): Past[] => {
  const { days } = world
  const day = hotDay(world)
  const callable = callableIn(world.households)
  const random = randomOf(PARENT)
  const neighbours = callable.filter((h) => h.unit.building === '3')
  const first = random.whole(0, 40)
  const five = Array.from({ length: 5 }, (_, i) => neighbours[first + i * 3] ?? random.pick(neighbours))
  const [one = random.pick(neighbours)] = five
  const began = minutesAfter(days.at(day, '08:40'), 0)
  const voices: Past[] = STENCH_AGAIN.map((said, i) => {
    const at = minutesAfter(began, (HOURS_AFTER[i] ?? i) * 60 + i)
    // the third to call again is the first of all
    const household = i === 2 ? one : (five[i < 2 ? i + 1 : i] ?? one)
    const name = `${PARENT} ${i}`
    const story = { ...STENCH, said }
    return { ...PLAIN, name, offset: day, at, story, household, course: 'merged', into: PARENT }
  })
  const hotAt = voices[1]?.at ?? began
  const odours = SERVICE_AND_OTHERS.filter((s) => s.code === 'C4.3' || s.code === 'C4.4')
  return [
    {
      ...PLAIN,
      name: PARENT,
      offset: day,
      at: began,
      story: STENCH,
      household: one,
      persons: 5,
      times: 6,
      impact: '三栋一个单元五户，两天内六次，业主群有讨论',
      hotAt,
    },
    ...voices,
    ...Array.from({ length: OTHERS }, (_, i): Past => {
      const name = `${PARENT} elsewhere ${i}`
      const own = randomOf(name)
      const offset = day - 5 + own.whole(0, 18)
      const at = minutesAfter(days.at(offset, '08:30'), own.whole(0, 680))
      return {
        ...PLAIN,
        name,
        offset,
        at,
        story: own.pick(odours),
        household: own.pick(callable),
        channel: 'app_message',
      }
    }),
    {
      ...PLAIN,
      name: 'complaint major car',
      offset: MAJOR_DAY,
      at: days.at(MAJOR_DAY, '18:20'),
      story: MAJORS.car,
      household: random.pick(callable),
      obviousNeglect: true,
      claimFen: 280_000,
    },
  ]
}
