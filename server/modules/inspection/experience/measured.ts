import { CLOCK_MEASURES, type FigureList, MEASURED_CLOCKS } from '#contract/dashboard.ts'
import type { LevelYear, Measured } from '#contract/experience.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { countRings } from '#modules/desk/index.ts'
import { countKept } from '#modules/matters/index.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { monthsUntil } from '#platform/calendar/months.rules.ts'
import { instantAt } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { monthAsked } from '../scores/read-scores.ts'
import { surveys } from '../scores/survey-port.ts'

type Days = { from: LocalDate; to: LocalDate }
type Satisfaction = Measured['satisfaction']

/** What each level is measured by: calls by their rings, the others by the clocks that ran. */
const TOUCHPOINT = { response: 'T18', visits: 'T19', callbacks: 'T20' } as const

type Kept = { all: number; kept: number }
type Counted = Pick<Measured, 'measure' | 'touchpoint'> & { count(days: Days): Promise<Kept> }

/** How each level is counted between two days of the estate, both included. */
const levelsOf = async (tx: Tx, estateId: Uuid): Promise<Counted[]> => {
  const calendar = await calendarOf(tx, estateId)
  const seconds = (await settingsOf(tx, estateId)).get('telephone.lateRingSeconds')
  const within = ({ from, to }: Days): { from: Instant; to: Instant } => ({
    from: instantAt(calendar, from, '00:00'),
    to: instantAt(calendar, addDays(to, 1), '00:00'),
  })
  const byClock = (measure: (typeof CLOCK_MEASURES)[number]): Counted => ({
    measure,
    touchpoint: TOUCHPOINT[measure],
    count: (days) => countKept(tx, estateId, MEASURED_CLOCKS[measure], within(days)),
  })
  return [
    { measure: 'rings', touchpoint: 'T17', count: (days) => countRings(tx, estateId, within(days), seconds) },
    ...CLOCK_MEASURES.map(byClock),
  ]
}
const shareOf = ({ all, kept }: Kept): number | null => (all === 0 ? null : kept / all)

/** The list that is as long as what was counted, for whoever sees all of it. */
const listOf = (actor: Actor, estateId: Uuid, measure: Measured['measure'], { from, to }: Days): FigureList | null => {
  if (measure === 'rings')
    return may(actor, 'desk.use', estateId) ? { list: 'calls', filter: { from, to, over: 'true' } } : null
  const seesAll = may(actor, 'dashboard.read', estateId) && may(actor, 'matter.read', estateId)
  return seesAll ? { list: 'missed', filter: { measure, from, to } } : null
}

/** quality-model.md 8.2: levels that nobody need look at, of a month and the one before, beside the satisfaction there. */
export const readMeasured = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  month: Days,
  before: Days,
  satisfactionOf: (touchpoint: string) => Satisfaction,
): Promise<Measured[]> => {
  const measured: Measured[] = []
  for (const { measure, touchpoint, count } of await levelsOf(tx, estateId))
    measured.push({
      measure,
      touchpoint,
      ...(await count(month)),
      opens: listOf(actor, estateId, measure, month),
      before: shareOf(await count(before)),
      satisfaction: satisfactionOf(touchpoint),
    })
  return measured
}

const MONTHS = 12

/** quality-model.md 8.2: each level against satisfaction, month by month. */
export const readLevelYear = async (tx: Tx, estateId: Uuid, month: string | undefined): Promise<LevelYear> => {
  const months = monthsUntil((await monthAsked(tx, estateId, month)).month, MONTHS)
  const said: ReadonlyMap<string, { satisfaction: number }>[] = []
  for (const span of months) said.push(await surveys.satisfaction(tx, estateId, span))
  const levels: LevelYear['levels'] = []
  for (const { measure, touchpoint, count } of await levelsOf(tx, estateId)) {
    const kept: (number | null)[] = []
    for (const span of months) kept.push(shareOf(await count(span)))
    const satisfaction = said.map((of) => of.get(touchpoint)?.satisfaction ?? null)
    levels.push({ measure, touchpoint, kept, satisfaction })
  }
  return { months: months.map((m) => m.month), levels }
}
