import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Instant, LocalTime } from '../values.ts'
import { isWorkingDay, type WorkCalendar } from './work-calendar.ts'

/** `from` included, `to` excluded, inside one day. */
const DayWindow = z
  .object({ from: LocalTime, to: LocalTime })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'time_range' })

/** KN-205. The night hours, Monday, Friday and the two hours are the source's; the other times are PROPOSED. */
export const CallHoursSettings = z.object({
  /** The first and the last minute at which anybody may be called: `dayFrom` is allowed, `dayTo` is not. */
  dayFrom: LocalTime.default('07:00'),
  dayTo: LocalTime.default('22:00'),
  noonBreak: DayWindow.default({ from: '12:00', to: '14:00' }),
  meals: z
    .array(DayWindow)
    .max(4)
    .default([{ from: '18:00', to: '19:00' }]),
  mondayMorning: DayWindow.default({ from: '07:00', to: '12:00' }),
  fridayAfternoon: DayWindow.default({ from: '14:00', to: '18:00' }),
  /** Minutes after the start of a working day in which people are left to begin their work. */
  firstWorkMinutes: z.number().int().min(0).max(480).default(120),
})
export type CallHoursSettings = z.infer<typeof CallHoursSettings>
export const DEFAULT_CALL_HOURS: CallHoursSettings = CallHoursSettings.parse({})

/**
 * Hours in which a customer does not want to be called. `to` at or before `from` runs into the next day (equal:
 * 24 hours). `days` are ISO weekdays on which the window begins; without them every day.
 */
export const NoCallHours = z.object({
  from: LocalTime,
  to: LocalTime,
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7).optional(),
})
export type NoCallHours = z.infer<typeof NoCallHours>

const BLOCKING = ['too_early', 'too_late', 'noon_break', 'meal', 'customer_no_call'] as const
const DISCOURAGING = ['day_off', 'monday_morning', 'friday_afternoon', 'first_work_hours'] as const
export type CallReason = (typeof BLOCKING)[number] | (typeof DISCOURAGING)[number]
export type CallGrade = 'blocked' | 'discouraged' | 'free'

/** Why a call may be made at a blocked time all the same (KN-205; waiting at the desk: FD-009). */
export const CALL_OVERRIDES = ['emergency', 'customer_asked', 'customer_waiting', 'urgent_return'] as const
export type CallOverride = (typeof CALL_OVERRIDES)[number]

/** The person to be called. Overseas it is their own local time that counts; holidays stay those of the estate. */
export type CalledPerson = { timeZone?: string; noCall?: readonly NoCallHours[] }

export type CallVerdict = {
  grade: CallGrade
  /** All of them, blocking ones first. */
  reasons: CallReason[]
  /** `refuse`: the call is not offered (E_CALL_HOURS); `warn`: it is, with W_CALL_HOURS and the offer of a text message. */
  outcome: 'go' | 'warn' | 'refuse'
}

type LocalMoment = { date: string; weekday: number; minute: number }

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const within = (minute: number, window: { from: string; to: string }) =>
  minuteOf(window.from) <= minute && minute < minuteOf(window.to)

const zoneOf = (cal: WorkCalendar, person: CalledPerson) => person.timeZone ?? cal.timeZone

const localMoment = (now: Instant, timeZone: string): LocalMoment => {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone)
  return {
    date: local.toPlainDate().toString(),
    weekday: local.dayOfWeek,
    minute: local.hour * 60 + local.minute,
  }
}

const unwanted = (at: LocalMoment, { from, to, days }: NoCallHours): boolean => {
  const begins = (weekday: number) => days === undefined || days.includes(weekday)
  const yesterday = at.weekday === 1 ? 7 : at.weekday - 1
  if (from < to) return begins(at.weekday) && within(at.minute, { from, to })
  return (begins(at.weekday) && at.minute >= minuteOf(from)) || (begins(yesterday) && at.minute < minuteOf(to))
}

/** KN-205: every reason against a call at this moment, blocking ones first. */
const reasonsAgainst = (
  cal: WorkCalendar,
  settings: CallHoursSettings,
  now: Instant,
  person: CalledPerson,
): CallReason[] => {
  const at = localMoment(now, zoneOf(cal, person))
  const working = isWorkingDay(cal, at.date)
  const sinceWork = at.minute - minuteOf(cal.workStart)
  const holds: Record<CallReason, boolean> = {
    too_early: at.minute < minuteOf(settings.dayFrom),
    too_late: at.minute >= minuteOf(settings.dayTo),
    noon_break: within(at.minute, settings.noonBreak),
    meal: settings.meals.some((meal) => within(at.minute, meal)),
    customer_no_call: (person.noCall ?? []).some((hours) => unwanted(at, hours)),
    day_off: !working,
    monday_morning: at.weekday === 1 && within(at.minute, settings.mondayMorning),
    friday_afternoon: at.weekday === 5 && within(at.minute, settings.fridayAfternoon),
    first_work_hours: working && sinceWork >= 0 && sinceWork < settings.firstWorkMinutes,
  }
  return [...BLOCKING, ...DISCOURAGING].filter((reason) => holds[reason])
}

const gradeOf = (reasons: readonly CallReason[]): CallGrade => {
  if (reasons.length === 0) return 'free'
  return BLOCKING.some((reason) => reasons.includes(reason)) ? 'blocked' : 'discouraged'
}

/** KN-205, FD-009: may this person be called now? An override turns a refusal into a warning and nothing else. */
export const judgeCall = (
  cal: WorkCalendar,
  settings: CallHoursSettings,
  now: Instant,
  person: CalledPerson = {},
  override?: CallOverride,
): CallVerdict => {
  const reasons = reasonsAgainst(cal, settings, now, person)
  const grade = gradeOf(reasons)
  if (grade === 'free') return { grade, reasons, outcome: 'go' }
  return { grade, reasons, outcome: grade === 'blocked' && !override ? 'refuse' : 'warn' }
}

/** Far enough for the longest holiday with its make-up days; beyond it the customer's own hours leave no time. */
const SEARCH_DAYS = 40

/** Clock times at which a reason can end; the answer is always one of them, or now. */
const turningTimes = (cal: WorkCalendar, settings: CallHoursSettings, person: CalledPerson): string[] => {
  const afterStart = minuteOf(cal.workStart) + settings.firstWorkMinutes
  const started = Temporal.PlainTime.from('00:00').add({ minutes: afterStart }).toString({ smallestUnit: 'minute' })
  const windows = [settings.noonBreak, ...settings.meals, settings.mondayMorning, settings.fridayAfternoon]
  const ends = [...windows, ...(person.noCall ?? [])].map(({ to }) => to)
  return [...new Set(['00:00', settings.dayFrom, started, ...ends])].sort()
}

const firstTime = (
  cal: WorkCalendar,
  settings: CallHoursSettings,
  now: Instant,
  person: CalledPerson,
  good: (grade: CallGrade) => boolean,
): Instant | null => {
  const isGood = (at: Instant) => good(gradeOf(reasonsAgainst(cal, settings, at, person)))
  if (isGood(now)) return now
  const timeZone = zoneOf(cal, person)
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const times = turningTimes(cal, settings, person)
  for (let ahead = 0; ahead <= SEARCH_DAYS; ahead += 1) {
    const date = today.add({ days: ahead })
    for (const plainTime of times) {
      const at = date.toZonedDateTime({ timeZone, plainTime }).toInstant().toString({ fractionalSecondDigits: 3 })
      if (at > now && isGood(at)) return at
    }
  }
  return null
}

/** The earliest time from now on at which nothing speaks against a call; null when none within 40 days. */
export const nextFreeTime = (
  cal: WorkCalendar,
  settings: CallHoursSettings,
  now: Instant,
  person: CalledPerson = {},
): Instant | null => firstTime(cal, settings, now, person, (grade) => grade === 'free')

/** The earliest time from now on at which a call or message is not blocked, though perhaps discouraged. */
export const nextAllowedTime = (
  cal: WorkCalendar,
  settings: CallHoursSettings,
  now: Instant,
  person: CalledPerson = {},
): Instant | null => firstTime(cal, settings, now, person, (grade) => grade !== 'blocked')
