import type { ChangePost, ChangeShift, NewPost, NewShift } from '#contract/duty.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { timesFit } from './local-time.rules.ts'
import {
  findPost,
  findShift,
  insertPost,
  insertShift,
  type PostRow,
  type ShiftRow,
  updatePost,
  updateShift,
} from './post.store.ts'
import { lockRosters } from './roster.store.ts'
import { gapsAhead } from './roster-coverage.ts'

const UNIQUE = { post_name_key: 'body.name', shift_name_key: 'body.name' }

const record = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  kind: 'post' | 'shift',
  id: Uuid,
  before: unknown,
  after: unknown,
) => {
  await audit(tx, actor, {
    estateId,
    action: before === undefined ? `${kind}.create` : `${kind}.change`,
    subjectKind: kind,
    subjectId: id,
    before,
    after,
  })
  tx.tell({ estateId, topic: 'duty' })
}

export const createPost = async (tx: Tx, actor: Actor, estateId: Uuid, input: NewPost): Promise<PostRow | Refusal> => {
  const post = await refuseDuplicate(UNIQUE, () => insertPost(tx, estateId, newId(), input))
  if (!isRefusal(post)) await record(tx, actor, estateId, 'post', post.id, undefined, input)
  return post
}

/** CP-033: a post that accepts complaints is not closed under a roster in force that leans on it (E_ROSTER_GAP). */
export const changePost = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangePost,
): Promise<PostRow | Refusal> => {
  const before = await findPost(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  const loses = before.active && before.accepts_complaints && !(input.active && input.acceptsComplaints)
  if (loses) await lockRosters(tx, estateId)
  const gapsBefore = loses ? await gapsAhead(tx, estateId) : []
  const post = await refuseDuplicate(UNIQUE, () => updatePost(tx, estateId, id, input))
  if (isRefusal(post)) return post
  if (!post) return refuse('E_VERSION_STALE', { details: { version: before.version } })
  const gaps = loses ? await gapsAhead(tx, estateId) : []
  if (JSON.stringify(gaps) !== JSON.stringify(gapsBefore)) return refuse('E_ROSTER_GAP', { details: { gaps } })
  await record(tx, actor, estateId, 'post', id, before, input)
  return post
}

export const createShift = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: NewShift,
): Promise<ShiftRow | Refusal> => {
  if (!timesFit(input)) return refuse('E_TIME_RANGE', { field: 'body.to' })
  const shift = await refuseDuplicate(UNIQUE, () => insertShift(tx, estateId, newId(), input))
  if (!isRefusal(shift)) await record(tx, actor, estateId, 'shift', shift.id, undefined, input)
  return shift
}

export const changeShift = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangeShift,
): Promise<ShiftRow | Refusal> => {
  if (!timesFit(input)) return refuse('E_TIME_RANGE', { field: 'body.to' })
  const before = await findShift(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  const shift = await refuseDuplicate(UNIQUE, () => updateShift(tx, estateId, id, input))
  if (isRefusal(shift)) return shift
  if (!shift) return refuse('E_VERSION_STALE', { details: { version: before.version } })
  await record(tx, actor, estateId, 'shift', id, before, input)
  return shift
}
