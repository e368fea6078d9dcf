import type { Received, RouteShape } from '#contract/route.ts'
import type { Instant, LocalDate, LocalTime, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import {
  addWorkingDays,
  instantAt,
  localDateOf,
  localTimeOf,
  type WorkCalendar,
} from '#platform/calendar/working-days.rules.ts'
import type { House } from '#platform/house.ts'
import { callRoute, type Sent } from './call-route.ts'
import type { Household } from './demo-population.ts'
import { type Random, randomOf } from './random.ts'
import type { Order, Step, Told } from './tale.ts'

const MINUTE = 60_000

/** What every story knows: the place, its people, the time it is told until. */
export type World = {
  house: House
  estateId: Uuid
  households: readonly Household[]
  /** By user name. */
  who(username: string): Actor
  days: Days
  calendar: WorkCalendar
  /** The present, at which everything stops. */
  now: Instant
}

export type Story = World & {
  random: Random
  step: Step
  /** One call of a route at a moment of the story, by this person. */
  ask<R extends RouteShape>(now: Instant, actor: Actor, route: R, sent: Sent<R>, order?: Order): Promise<Received<R>>
}

export type Days = {
  today: LocalDate
  /** So many days from today; negative ones have been. */
  date(offset: number): LocalDate
  at(offset: number, time: LocalTime): Instant
  /** The n-th working day before today. */
  workingDate(back: number): LocalDate
  on(date: LocalDate, time: LocalTime): Instant
  timeOf(at: Instant): LocalTime
  dateOf(at: Instant): LocalDate
}

export const daysOf = (calendar: WorkCalendar, now: Instant): Days => {
  const today = localDateOf(calendar, now)
  return {
    today,
    date: (offset) => addDays(today, offset),
    at: (offset, time) => instantAt(calendar, addDays(today, offset), time),
    workingDate: (back) => addWorkingDays(calendar, today, -back).date,
    on: (date, time) => instantAt(calendar, date, time),
    timeOf: (at) => localTimeOf(calendar, at),
    dateOf: (at) => localDateOf(calendar, at),
  }
}

/** A story with random numbers of its own, so that it is the same whatever is told beside it. */
export const storyOf = (world: World, name: string, tell: (story: Story) => Promise<void>, end = world.now): Told => ({
  end: [end, world.now].sort()[0] ?? world.now,
  story: (step) =>
    tell({
      ...world,
      random: randomOf(`story ${name}`),
      step,
      ask: (now, actor, route, sent, order) =>
        step(now, (tx) => callRoute({ tx, house: world.house, actor }, route, sent), order),
    }),
})

/** Those who have said that they may be called back; the others stand at every 97th place (see the population). */
export const callableIn = (households: readonly Household[]): Household[] => households.filter((_, i) => i % 97 !== 5)

export const minutesAfter = (at: Instant, minutes: number): Instant => plusMilliseconds(at, minutes * MINUTE)

/** Some time between so many minutes later. */
export const later = (story: Pick<Story, 'random'>, at: Instant, from: number, to: number): Instant =>
  minutesAfter(at, story.random.whole(from, to))

/** The same moment by day; what would fall into the night waits for the morning. */
export const byDay = ({ days, random }: Pick<Story, 'days' | 'random'>, at: Instant): Instant => {
  const time = days.timeOf(at)
  if (time >= '08:10' && time < '20:30') return at
  const date = days.dateOf(at)
  const morning = days.on(date, '08:30')
  const next = at < morning ? morning : days.on(addDays(date, 1), '08:30')
  return minutesAfter(next, random.whole(0, 75))
}

export const secondsAfter = (at: Instant, seconds: number): Instant => plusMilliseconds(at, seconds * 1_000)
