import type { countInspectionRounds } from '#contract/inspection-rounds.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { daysBetween } from '#platform/calendar/dates.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleRounds } from '../inspection.policy.ts'
import { countDays } from './round.store.ts'

const MOST_DAYS = 366

/** FD-810: how many rounds each day had, and how many of them were missed. E_TIME_RANGE for more than a year. */
export const readCounts = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  query: QueryOf<typeof countInspectionRounds>,
): Promise<AnswerOf<typeof countInspectionRounds> | Refusal> => {
  const days = daysBetween(query.from, query.to)
  if (days < 0 || days > MOST_DAYS) return refuse('E_TIME_RANGE', { field: 'query.to' })
  return { days: await countDays(tx, estateId, query, visibleRounds(actor, estateId)) }
}

/** The missed ones of a day for whoever may read rounds, brought to the day's figures of the desk; null for others. */
export const missedOn = async (tx: Tx, actor: Actor, estateId: Uuid, date: LocalDate): Promise<number | null> => {
  if (!may(actor, 'inspection.read', estateId)) return null
  const [day] = await countDays(tx, estateId, { from: date, to: date }, visibleRounds(actor, estateId))
  return day?.missed ?? 0
}
