import type { changeWatchChannel, createWatchChannel, WatchChannel, WatchKind } from '#contract/complaint-watch.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { worksIn } from '#modules/matters/index.ts'
import { tellStaff } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { presentChannel } from './watch.present.ts'
import { findChannel, insertChannel, saveChannel } from './watch.store.ts'

const UNIQUE = { watch_channel_name_key: 'body.name' }

const assignable = async (tx: Tx, estateId: Uuid, id: Uuid | null): Promise<Refusal | undefined> =>
  id === null || (await worksIn(tx, estateId, id)) ? undefined : refuse('E_NOT_FOUND', { field: 'body.assignedId' })

const shown = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<WatchChannel> => {
  const row = await findChannel(tx, estateId, id)
  if (!row) throw new Error('a watched place is gone')
  return presentChannel(actor, estateId, row)
}

const ASSIGNED = { online: 'watch.assigned', box: 'watch.boxAssigned' } as const
const tellAssigned = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  to: Uuid | null,
  { kind, name }: { kind: WatchKind; name: string },
): Promise<void> => {
  if (to !== null && to !== actor.id)
    await tellStaff(tx, estateId, [to], { template: ASSIGNED[kind], params: { name } })
}

/** A box hangs on a wall: it has no address on line. */
const addressed = (kind: WatchKind, url: string | null): Refusal | undefined =>
  kind === 'box' && url !== null ? refuse('E_INPUT', { field: 'body.url' }) : undefined

/** CP-110, CP-080: a place that somebody watches, or a box. E_INPUT for a box with an address, E_DUPLICATE for a name there is, E_NOT_FOUND for a person of another estate. */
export const createWatch = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof createWatchChannel>,
): Promise<WatchChannel | Refusal> => {
  const refused = addressed(body.kind, body.url) ?? (await assignable(tx, estateId, body.assignedId))
  if (refused) return refused
  const id = newId()
  const channel = { kind: body.kind, name: body.name, url: body.url, assigned_id: body.assignedId }
  const written = await refuseDuplicate(UNIQUE, () => insertChannel(tx, estateId, id, channel))
  if (isRefusal(written)) return written
  await audit(tx, actor, { estateId, action: 'watch.create', subjectKind: 'watchChannel', subjectId: id, after: body })
  await tellAssigned(tx, actor, estateId, body.assignedId, body)
  tx.tell({ estateId, topic: 'complaints' })
  return shown(tx, actor, estateId, id)
}

/** CP-110: as it is from now on; one that is no longer active is no longer due. E_VERSION_STALE for an old view of it. */
export const changeWatch = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { version, ...body }: BodyOf<typeof changeWatchChannel>,
): Promise<WatchChannel | Refusal> => {
  const before = await findChannel(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  const refused =
    addressed(before.kind, body.url) ??
    (body.assignedId === before.assigned_id ? undefined : await assignable(tx, estateId, body.assignedId))
  if (refused) return refused
  const patch = { name: body.name, url: body.url, assigned_id: body.assignedId, active: body.active }
  const saved = await refuseDuplicate(UNIQUE, () => saveChannel(tx, estateId, { id, version }, patch))
  if (isRefusal(saved)) return saved
  if (!saved) return refuse('E_VERSION_STALE')
  await audit(tx, actor, {
    estateId,
    action: 'watch.change',
    subjectKind: 'watchChannel',
    subjectId: id,
    before: { name: before.name, url: before.url, assignedId: before.assigned_id, active: before.active },
    after: body,
  })
  if (body.assignedId !== before.assigned_id)
    await tellAssigned(tx, actor, estateId, body.assignedId, { kind: before.kind, name: body.name })
  tx.tell({ estateId, topic: 'complaints' })
  return shown(tx, actor, estateId, id)
}
