import type { Measured } from '#contract/experience.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { countRings } from '#modules/desk/index.ts'
import { countKept } from '#modules/matters/index.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'

type Days = { from: LocalDate; to: LocalDate }
type Satisfaction = Measured['satisfaction']

/** What each level is measured by: calls by their rings, the others by the clocks that ran. */
const CLOCKS = {
  response: { touchpoint: 'T18', names: ['service.availability'] },
  visits: { touchpoint: 'T19', names: ['service.visit'] },
  callbacks: { touchpoint: 'T20', names: ['service.callback', 'complaint.callback', 'matter.callback'] },
} as const

/** quality-model.md 8.2: levels that nobody need look at, of a month and the one before, beside the satisfaction there. */
export const readMeasured = async (
  tx: Tx,
  estateId: Uuid,
  month: Days,
  before: Days,
  satisfactionOf: (touchpoint: string) => Satisfaction,
): Promise<Measured[]> => {
  const calendar = await calendarOf(tx, estateId)
  const seconds = (await settingsOf(tx, estateId)).get('telephone.lateRingSeconds')
  const within = ({ from, to }: Days): { from: Instant; to: Instant } => ({
    from: instantAt(calendar, from, '00:00'),
    to: instantAt(calendar, addDays(to, 1), '00:00'),
  })
  const level = async (
    measure: Measured['measure'],
    touchpoint: Measured['touchpoint'],
    count: (days: { from: Instant; to: Instant }) => Promise<{ all: number; kept: number }>,
  ): Promise<Measured> => {
    const now = await count(within(month))
    const then = await count(within(before))
    return {
      measure,
      touchpoint,
      ...now,
      before: then.all === 0 ? null : then.kept / then.all,
      satisfaction: satisfactionOf(touchpoint),
    }
  }
  const kept = (measure: keyof typeof CLOCKS) => {
    const { touchpoint, names } = CLOCKS[measure]
    return level(measure, touchpoint, (days) => countKept(tx, estateId, names, days))
  }
  return [
    await level('rings', 'T17', (days) => countRings(tx, estateId, days, seconds)),
    await kept('response'),
    await kept('visits'),
    await kept('callbacks'),
  ]
}
