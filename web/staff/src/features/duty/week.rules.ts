import { Temporal } from 'temporal-polyfill'
import type { RosterRow, RosterView } from '#contract/duty.ts'
import { type WallTime, wallTime } from '#ui/time.rules.ts'

/** The Monday of the week that holds a local date. */
export const mondayOf = (date: string): string => {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
/** 1 is Monday. */
export const weekDayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

export type DayGap = { from: string; to: string }
const DAY_START = '00:00'
const DAY_END = '24:00'

/** What of a gap falls on one day, by the clock on the wall. */
const partOn = (day: string, from: WallTime, to: WallTime): DayGap | undefined => {
  const begins = from.date < day || from.date === day
  const ends = to.date > day || (to.date === day && to.time > DAY_START)
  if (!begins || !ends) return undefined
  return { from: from.date === day ? from.time : DAY_START, to: to.date === day ? to.time : DAY_END }
}

/** CP-033: the hours of each day in which nobody accepts complaints. */
export const gapsByDay = ({
  days,
  gaps,
  timeZone,
}: Pick<RosterView, 'days' | 'gaps' | 'timeZone'>): ReadonlyMap<string, DayGap[]> => {
  const walls = gaps.map((gap) => ({
    from: wallTime(Date.parse(gap.from), timeZone),
    to: wallTime(Date.parse(gap.to), timeZone),
  }))
  return new Map(
    days.map((day) => [
      day,
      walls.flatMap(({ from, to }) => {
        const part = partOn(day, from, to)
        return part ? [part] : []
      }),
    ]),
  )
}

/** What is sent back of a row that came with names and instants. */
const plainRow = ({ date, postId, staffId, shiftId, from, to, overMidnight }: RosterRow): RosterRow => ({
  date,
  postId,
  staffId,
  shiftId,
  from,
  to,
  overMidnight,
})

/** Two rows are the same duty when person, post and times agree; the name of the shift says nothing about that. */
const sameDuty = (a: RosterRow, b: RosterRow): boolean =>
  a.date === b.date &&
  a.postId === b.postId &&
  a.staffId === b.staffId &&
  a.from === b.from &&
  a.to === b.to &&
  a.overMidnight === b.overMidnight

/** The week with one duty taken out and others put in; a duty that stands there already is not doubled. */
export const changeRows = (
  rows: readonly RosterRow[],
  { out, into }: { out?: RosterRow | undefined; into: readonly RosterRow[] },
): RosterRow[] => {
  const kept = rows.filter((row) => !out || !sameDuty(row, out)).map(plainRow)
  return [...kept, ...into.filter((row) => !kept.some((other) => sameDuty(row, other)))]
}
