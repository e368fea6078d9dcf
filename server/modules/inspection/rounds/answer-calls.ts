import { CALL_CAME_TO_NOTHING } from '#content/usual-names.ts'
import type { CalledCondition } from '#contract/inspection-plans.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { untilText } from '#platform/documents/local-text.ts'
import { bothWords } from '#platform/documents/words.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { openCalls } from '../plans/call.store.ts'
import { lockPlans, type PlanRow } from '../plans/plan.store.ts'
import { drawOf, placesOfPlan, timesOfCall, timesOfFurtherDay } from '../plans/rounds-of-plan.rules.ts'
import { type EstateGround, groundOf } from './ground.ts'
import { answersOf, callOffAnswers, drawsOf, type NewRound, type OpenCall, writeRounds } from './make-rounds.store.ts'
import { newRound } from './make-rounds.ts'
import { peopleOf } from './people-of-round.ts'
import { tellOfRound } from './tell-of-round.ts'

const MINUTE = 60_000
type Phase = 'begin' | 'day' | 'end'
const answersIn = ({ recurrence: r }: PlanRow, phase: Phase) =>
  r.kind === 'called' && (phase === 'day' ? r.daily === true : (r.when === 'after') === (phase === 'end'))
const inSeason = (plan: PlanRow, { today }: EstateGround) =>
  plan.from_date <= today &&
  (plan.until_date === null || today <= plan.until_date) &&
  (plan.months.length === 0 || plan.months.includes(Number(today.slice(5, 7))))

type Times = { fromAt: Instant; dueAt: Instant }
/** When a plan is to go now for a call; null: it has gone for it already, or it is not its time. */
const timesNow = (
  plan: PlanRow,
  phase: Phase,
  ground: EstateGround,
  call: OpenCall,
  last: LocalDate | null,
  { now, whileMs }: { now: Instant; whileMs: number },
): Times | null => {
  if (plan.recurrence.kind !== 'called') return null
  if (phase === 'day') return last !== null && last >= ground.today ? null : timesOfFurtherDay(plan, ground, call, now)
  return last === null ? timesOfCall(plan.recurrence.when, { fromAt: call.from_at, now, whileMs }) : null
}

/**
 * The plans that wait for a call make their rounds, each once however often it is asked (once a day where it goes on for
 * days): the plans are locked, and what has answered this call before does not answer again. Who is to go is told.
 */
export const answerCall = async (tx: Tx, estateId: Uuid, call: OpenCall, phase: Phase): Promise<number> => {
  const waiting = (await lockPlans(tx, estateId, { condition: call.condition })).filter((p) => answersIn(p, phase))
  if (waiting.length === 0) return 0
  const ground = await groundOf(tx, estateId, waiting, undefined)
  const plans = waiting.filter((p) => inSeason(p, ground))
  const ids = plans.map((p) => p.id)
  const answers = await answersOf(tx, estateId, ids, call.id, ground.today)
  const drawn = await drawsOf(tx, estateId, ids)
  const settings = await settingsOf(tx, estateId)
  const clock = { now: tx.now, whileMs: settings.get('inspection.calledDueMinutes') * MINUTE }
  const rounds = plans.flatMap((plan): NewRound[] => {
    const { last, slot } = answers.get(plan.id) ?? { last: null, slot: 0 }
    const times = timesNow(plan, phase, ground, call, last, clock)
    if (times === null) return []
    const open = placesOfPlan(plan, ground).filter((p) => call.place_ids.length === 0 || call.place_ids.includes(p.id))
    if (open.length === 0) return []
    const planned = { ...times, slot: slot + 1, date: ground.today, ...drawOf(plan, open, drawn.get(plan.id) ?? 0) }
    return [newRound(plan, planned, settings.get('inspection.warnMinutes'), call.id)]
  })
  if (rounds.length === 0) return 0
  const made = await writeRounds(tx, estateId, rounds)
  await tellGoers(tx, estateId, call, rounds, ground.calendar.timeZone)
  tx.tell({ estateId, topic: 'inspection' })
  return made
}

const tellGoers = async (tx: Tx, estateId: Uuid, call: OpenCall, rounds: readonly NewRound[], zone: string) => {
  const people = await peopleOf(
    tx,
    estateId,
    rounds.map((r) => ({ ...r, estate_id: estateId })),
  )
  const condition = bothWords(`condition.${call.condition}`)
  for (const round of rounds)
    await tellOfRound(tx, estateId, people.goers({ ...round, estate_id: estateId }), round, {
      template: 'inspection.called',
      params: { condition, due: untilText(round.due_at, zone) },
    })
}

/** What was called does not begin after all: its rounds that nobody has begun are called off, and who was to go is told. */
export const callOff = async (tx: Tx, estateId: Uuid, callId: Uuid): Promise<void> => {
  const rounds = await callOffAnswers(tx, estateId, callId, CALL_CAME_TO_NOTHING.zh)
  const people = await peopleOf(tx, estateId, rounds)
  for (const round of rounds)
    await tellOfRound(tx, estateId, people.goers(round), round, {
      template: 'inspection.cancelled',
      params: { date: round.on_date, reason: CALL_CAME_TO_NOTHING },
    })
}

/** A plan that was written while it rains already. */
export const answerOpenCalls = async (
  tx: Tx,
  estateId: Uuid,
  conditions: readonly CalledCondition[],
): Promise<void> => {
  for (const call of await openCalls(tx, estateId))
    if (conditions.some((c) => c === call.condition)) await answerCall(tx, estateId, call, 'begin')
}
