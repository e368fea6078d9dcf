import type { HandoverView, OpenHandover } from '#contract/handover.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import { nextNumber } from '#platform/counter/next-number.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { companyDay } from './company-day.rules.ts'
import { nextAtPost, runningDuty } from './duty.store.ts'
import { insertHandover, openHandoverAt, writeEntries } from './handover.store.ts'
import { addItems } from './handover-items.store.ts'
import { viewHandover } from './handover-view.ts'
import { localDay } from './local-time.rules.ts'
import { workedHere } from './people.store.ts'
import { findPost } from './post.store.ts'
import { zoneOf } from './roster.store.ts'
import { takerRefusal } from './taker.ts'
import { tellStaff } from './tell-staff.ts'
import { workSource } from './work-source.ts'

/**
 * FD-700: opens the handover of a post. The open matters of the giver are listed by the system and frozen; the rest the
 * giver writes. FD-701: a second one of the same post, or of the same giver, is E_HANDOVER_OPEN.
 */
export const openHandover = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: OpenHandover,
): Promise<HandoverView | Refusal> => {
  const giverId = input.fromStaffId ?? actor.id
  const post = await findPost(tx, estateId, input.postId)
  const refused = await refusalOf(tx, actor, estateId, input, giverId, post?.active ?? false)
  if (refused) return refused
  const duty = await runningDuty(tx, estateId, input.postId, giverId)
  const year = localDay(await zoneOf(tx, estateId), tx.now).slice(2, 4)
  const id = newId()
  const inserted = await insertHandover(tx, estateId, {
    id,
    number: `H${year}-${String(await nextNumber(tx, estateId, `handover-${year}`)).padStart(5, '0')}`,
    post_id: input.postId,
    duty_id: duty?.id ?? null,
    shift_name: duty?.shift_name ?? null,
    from_staff_id: giverId,
    to_staff_id: input.toStaffId ?? null,
    opened_by: actor.id,
  })
  if (!inserted) return alreadyOpen(tx, estateId, input.postId, giverId)
  await writeEntries(tx, estateId, id, input.groups)
  await addItems(tx, { estate_id: estateId, id }, await workSource().handledBy(tx, estateId, giverId), false)
  await audit(tx, actor, {
    estateId,
    action: 'handover.open',
    subjectKind: 'handover',
    subjectId: id,
    after: { post: post?.name, giverId, toStaffId: input.toStaffId ?? null },
  })
  const takers = input.toStaffId ? [input.toStaffId] : await nextAtPost(tx, estateId, input.postId, giverId)
  await tellStaff(tx, estateId, takers, { template: 'handover.waiting', params: {} })
  tx.tell({ estateId, topic: 'handover', ids: { handoverId: id } })
  return viewHandover(tx, actor, estateId, id)
}

const refusalOf = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: OpenHandover,
  giverId: Uuid,
  postIsOpen: boolean,
): Promise<Refusal | undefined> => {
  if (!postIsOpen) return refuse('E_NOT_FOUND', { field: 'body.postId' })
  if (giverId !== actor.id && !may(actor, 'duty.edit', estateId))
    return refuse('E_FORBIDDEN', { field: 'body.fromStaffId' })
  const today = companyDay(tx.now)
  if (giverId !== actor.id && !(await workedHere(tx, estateId, giverId)))
    return refuse('E_NOT_FOUND', { field: 'body.fromStaffId' })
  if (input.toStaffId !== undefined) {
    const taker = await takerRefusal(tx, estateId, giverId, input.toStaffId, today)
    if (taker) return taker
  }
  return (await openHandoverAt(tx, estateId, input.postId, giverId))
    ? alreadyOpen(tx, estateId, input.postId, giverId)
    : undefined
}

const alreadyOpen = async (tx: Tx, estateId: Uuid, postId: Uuid, giverId: Uuid): Promise<Refusal> =>
  refuse('E_HANDOVER_OPEN', {
    field: 'body.postId',
    details: { ...(await openHandoverAt(tx, estateId, postId, giverId)) },
  })
