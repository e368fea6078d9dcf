import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Training, TrainingDetail } from '#contract/trainings.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { attendeesOf, findTraining, type TrainingRow } from './training.store.ts'

export const presentTraining = (actor: Actor, estateId: Uuid, r: TrainingRow): Training => ({
  id: r.id,
  topic: r.topic,
  kind: r.kind,
  startsAt: r.starts_at,
  place: r.place,
  trainer: r.trainer,
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
