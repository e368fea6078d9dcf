import {
  CALLED_CONDITIONS,
  type ConditionCall,
  type callCondition,
  type getConditionBoard,
} from '#contract/inspection-plans.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { isQuality, visibleRounds } from '../inspection.policy.ts'
import { placesOf } from '../looks/checklist.store.ts'
import { answerCall, callOff } from '../rounds/answer-calls.ts'
import { type CallRow, endCall, findCall, insertCall, openCallRows, plansWaiting } from './call.store.ts'

/** What begins later than this is not yet to be called; what began long ago is over. */
const AHEAD_MS = 60 * 86_400_000
const BACK_MS = 86_400_000

export const presentCall = (row: CallRow): ConditionCall => ({
  id: row.id,
  condition: row.condition,
  fromAt: row.from_at,
  untilAt: row.until_at,
  note: row.note,
  places: row.places,
  calledBy: { id: row.called_by, name: row.called_by_name ?? '' },
  calledAt: row.called_at,
  endedBy: row.ended_by ? { id: row.ended_by, name: row.ended_by_name ?? '' } : null,
  rounds: row.rounds,
  done: row.done,
})

const shown = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<ConditionCall> => {
  const row = await findCall(tx, estateId, id, visibleRounds(actor, estateId))
  if (!row) throw new Error('a call is gone')
  return presentCall(row)
}

/** It rains: said once while it lasts (E_DUPLICATE), and every plan that waits for it makes its round in the same breath. */
export const beginCondition = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof callCondition>,
): Promise<ConditionCall | Refusal> => {
  const fromAt = body.fromAt === undefined ? tx.now : toInstant(body.fromAt)
  const [earliest, latest] = [plusMilliseconds(tx.now, -BACK_MS), plusMilliseconds(tx.now, AHEAD_MS)]
  if (fromAt < earliest || fromAt > latest)
    return refuse('E_TIME_RANGE', { field: 'body.fromAt', details: { earliest, latest } })
  const known = new Set(body.placeIds.length > 0 ? (await placesOf(tx, estateId)).map((p) => p.id) : [])
  const strange = body.placeIds.findIndex((id) => !known.has(id))
  if (strange >= 0) return refuse('E_NOT_FOUND', { field: `body.placeIds.${strange}` })
  const call = {
    id: newId(),
    condition: body.condition,
    from_at: fromAt,
    place_ids: body.placeIds,
    note: body.note || null,
  }
  const written = await refuseDuplicate({ condition_call_open_key: 'body.condition' }, () =>
    insertCall(tx, estateId, { ...call, called_by: actor.id }),
  )
  if (isRefusal(written)) return written
  await audit(tx, actor, {
    estateId,
    action: 'condition.call',
    subjectKind: 'conditionCall',
    subjectId: call.id,
    after: { condition: body.condition, fromAt },
  })
  await answerCall(tx, estateId, { ...call, called_at: tx.now, until_at: null }, 'begin')
  tx.tell({ estateId, topic: 'inspection' })
  return shown(tx, actor, estateId, call.id)
}

/**
 * It is over; plans that wait for the end go now. What had not begun yet does not come about: nobody goes after it, and its
 * rounds that nobody has begun are called off. E_STATE_CHANGED when somebody said so before.
 */
export const finishCondition = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
): Promise<ConditionCall | Refusal> => {
  const before = await findCall(tx, estateId, id, visibleRounds(actor, estateId))
  if (!before) return refuse('E_NOT_FOUND')
  if (!(await endCall(tx, estateId, id, actor.id))) return refuse('E_STATE_CHANGED')
  const toCome = before.from_at > tx.now
  await audit(tx, actor, {
    estateId,
    action: toCome ? 'condition.callOff' : 'condition.end',
    subjectKind: 'conditionCall',
    subjectId: id,
  })
  if (toCome) await callOff(tx, estateId, id)
  else await answerCall(tx, estateId, { ...before, until_at: tx.now }, 'end')
  tx.tell({ estateId, topic: 'inspection' })
  return shown(tx, actor, estateId, id)
}

export const readBoard = async (tx: Tx, actor: Actor, estateId: Uuid): Promise<AnswerOf<typeof getConditionBoard>> => {
  const calls = await openCallRows(tx, estateId, visibleRounds(actor, estateId))
  const plans = await plansWaiting(tx, estateId, isQuality(actor, estateId))
  return {
    conditions: CALLED_CONDITIONS.map((condition) => {
      const call = calls.find((c) => c.condition === condition)
      return {
        condition,
        call: call ? presentCall(call) : null,
        plans: plans.filter((p) => p.conditions.includes(condition)).map(({ id, name }) => ({ id, name })),
      }
    }),
  }
}
