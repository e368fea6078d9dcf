import { nameTexts } from '#content/usual-names.ts'
import type { CalledCondition } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { untilText } from '#platform/documents/local-text.ts'
import { bothWords } from '#platform/documents/words.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { openCalls } from '../plans/call.store.ts'
import { lockPlans, type PlanRow } from '../plans/plan.store.ts'
import { drawOf, placesOfPlan, timesOfCall } from '../plans/rounds-of-plan.rules.ts'
import { type EstateGround, groundOf } from './ground.ts'
import { answersOf, drawsOf, type NewRound, type OpenCall, writeRounds } from './make-rounds.store.ts'
import { newRound } from './make-rounds.ts'
import { peopleOf } from './people-of-round.ts'

const MINUTE = 60_000
type Phase = 'begin' | 'end'
const answersIn = (plan: PlanRow, phase: Phase) =>
  plan.recurrence.kind === 'called' && (plan.recurrence.when === 'after') === (phase === 'end')
const inSeason = (plan: PlanRow, { today }: EstateGround) =>
  plan.from_date <= today &&
  (plan.until_date === null || today <= plan.until_date) &&
  (plan.months.length === 0 || plan.months.includes(Number(today.slice(5, 7))))

/**
 * The plans that wait for a call make their rounds, each once however often it is asked: the plans are locked, and what
 * has answered this call before does not answer again. Who is to go is told.
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
  const rounds = plans.flatMap((plan): NewRound[] => {
    if (answers.get(plan.id)?.answered || plan.recurrence.kind !== 'called') return []
    const open = placesOfPlan(plan, ground).filter((p) => call.place_ids.length === 0 || call.place_ids.includes(p.id))
    if (open.length === 0) return []
    const times = timesOfCall(plan.recurrence.when, {
      fromAt: call.from_at,
      now: tx.now,
      whileMs: settings.get('inspection.calledDueMinutes') * MINUTE,
    })
    const slot = (answers.get(plan.id)?.slot ?? 0) + 1
    const planned = { ...times, slot, date: ground.today, ...drawOf(plan, open, drawn.get(plan.id) ?? 0) }
    return [newRound(plan, planned, settings.get('inspection.warnMinutes'), call.id)]
  })
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
    await tellStaff(tx, estateId, people.goers({ ...round, estate_id: estateId }), {
      template: 'inspection.called',
      params: { name: nameTexts(round.name), condition, due: untilText(round.due_at, zone) },
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
