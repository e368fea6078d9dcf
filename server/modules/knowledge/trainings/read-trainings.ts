import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Training, TrainingDetail } from '#contract/trainings.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { attendeesOf, findTraining, type TrainingRow } from './training.store.ts'

/** Who says that it was held and who came: whose interview was looked on at, else who plans trainings. */
export const mayHold = (
  actor: Actor,
  estateId: Uuid,
  { watched_id, watched_name }: Pick<TrainingRow, 'watched_id' | 'watched_name'>,
): Refusal | undefined => {
  if (watched_id === null) return may(actor, 'training.edit', estateId) ? undefined : refuse('E_FORBIDDEN')
  return watched_id === actor.id ? undefined : refuse('E_NOT_WATCHED', { details: { watched: watched_name } })
}

export const presentTraining = (actor: Actor, estateId: Uuid, r: TrainingRow): Training => ({
  id: r.id,
  topic: r.topic,
  kind: r.kind,
  startsAt: r.starts_at,
  place: r.place,
  trainer: r.trainer,
  watched: r.watched_id ? { id: r.watched_id, name: r.watched_name ?? '' } : null,
  content: r.content,
  state: r.state,
  invited: r.invited,
  attended: r.attended,
  passed: r.passed,
  failed: r.failed,
  summary: r.summary,
  heldBy: r.held_by ? { id: r.held_by, name: r.held_by_name ?? '' } : null,
  cancelReason: r.cancel_reason,
  mayChange: r.state === 'planned' && may(actor, 'training.edit', estateId),
  mayHold: r.state === 'planned' && mayHold(actor, estateId, r) === undefined,
  version: r.version,
})

export const viewTraining = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
): Promise<TrainingDetail | Refusal> => {
  const row = await findTraining(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  const attendees = await attendeesOf(tx, estateId, id)
  return {
    ...presentTraining(actor, estateId, row),
    attendees: attendees.map((a) => ({
      person: { id: a.staff_id, name: a.name ?? '' },
      attended: a.attended,
      passed: a.passed,
      note: a.note,
    })),
  }
}
