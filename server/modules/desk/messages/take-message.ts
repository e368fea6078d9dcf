import type { TakeMessage, takeMessage as takeRoute } from '#contract/calls.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter, worksIn } from '#modules/matters/index.ts'
import { tellStaff } from '#modules/staff/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { plusMilliseconds, toInstant } from '#platform/calendar/instants.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { checkInstant } from '../days.rules.ts'
import { missingReference } from '../references.store.ts'
import { presentMessage } from './message.present.ts'
import { findMessage, insertMessage } from './message.store.ts'

/** A clock of a desk computer may run ahead by this much. */
const TOLERANCE_MS = 120_000

/**
 * KN-215: a message taken for somebody, by 5W1H, with a receipt to be given. A complaint opens its intake besides (CP-036):
 * the answer says with what to fill it. E_NOT_FOUND for an addressee who does not work here.
 */
export const takeMessage = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: TakeMessage,
): Promise<AnswerOf<typeof takeRoute> | Refusal> => {
  if (!(await worksIn(tx, estateId, input.forStaffId))) return refuse('E_NOT_FOUND', { field: 'body.forStaffId' })
  const missing = await missingReference(tx, estateId, input)
  if (missing) return missing
  const matter = input.matterId ? await findMatter(tx, estateId, input.matterId) : undefined
  if (matter && !canSee(actor, matter)) return refuse('E_NOT_FOUND', { field: 'body.matterId' })
  const calledAt = input.calledAt ? toInstant(input.calledAt) : tx.now
  if (calledAt > plusMilliseconds(tx.now, TOLERANCE_MS))
    return refuse('E_TIME_FUTURE', { field: 'body.calledAt', details: { now: tx.now } })
  const replyBy = input.replyNeeded && input.replyBy ? toInstant(input.replyBy) : null
  if (replyBy !== null && replyBy <= tx.now)
    return refuse('E_TIME_PAST', { field: 'body.replyBy', details: { now: tx.now } })
  const far =
    checkInstant(calledAt, 'body.calledAt') ?? (replyBy === null ? undefined : checkInstant(replyBy, 'body.replyBy'))
  if (far) return far
  const id = newId()
  await insertMessage(tx, {
    estate_id: estateId,
    id,
    for_staff_id: input.forStaffId,
    taken_by: actor.id,
    taken_at: tx.now,
    caller_name: input.callerName,
    caller_firm: input.callerFirm || null,
    caller_phone: input.callerPhone,
    called_at: calledAt,
    said_when: input.when,
    said_who: input.who,
    said_where: input.where,
    said_what: input.what,
    said_why: input.why,
    said_how: input.how,
    points: input.points || null,
    complaint: input.complaint,
    reply_needed: input.replyNeeded,
    reply_by: replyBy,
    customer_id: input.customerId ?? null,
    matter_id: input.matterId ?? null,
  })
  await tellStaff(tx, estateId, [input.forStaffId], { template: 'colleagueMessage.new', params: { taker: actor.name } })
  const row = await findMessage(tx, estateId, id)
  return row ? { message: presentMessage(row, actor.id), intake: intakeOf(input) } : refuse('E_NOT_FOUND')
}

const intakeOf = (input: TakeMessage): AnswerOf<typeof takeRoute>['intake'] =>
  input.complaint
    ? {
        contactType: 'complaint',
        channel: 'phone',
        customerName: input.callerName,
        contactPhone: input.callerPhone,
        customerSaid: input.what,
      }
    : null
