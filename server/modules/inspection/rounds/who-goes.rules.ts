import { isSecret } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may, rolesIn } from '#platform/auth/actor.ts'

type Going = {
  estate_id: Uuid
  kind: string
  assignee_role: string | null
  assignee_id: Uuid | null
  steward_id: Uuid | null
  area_id: Uuid | null
  started_by: Uuid | null
  /** Who was to go before it was given to somebody else. */
  before_ids: readonly Uuid[]
}

/** Whether it was theirs until it was given to somebody else: a phone without signal does not know of that. */
export const wentBefore = (actor: Actor, round: Pick<Going, 'before_ids'>): boolean =>
  round.before_ids.includes(actor.id)

/** Whether a round is this person's to go: named, by role, as steward, open to all; who has begun it may end it. */
export const isTheirs = (actor: Actor, round: Going): boolean => {
  if (round.assignee_id === actor.id) return true
  if (round.started_by === actor.id && !wentBefore(actor, round)) return true
  if (round.assignee_id !== null) return false
  if (isSecret(round.kind)) return may(actor, 'standard.edit', round.estate_id)
  if (round.assignee_role !== null) return rolesIn(actor, round.estate_id).some((role) => role === round.assignee_role)
  return round.steward_id === actor.id || round.area_id === null
}

/** Who plans rounds may go any of them that they may see. */
export const mayGo = (actor: Actor, round: Going): boolean =>
  isTheirs(actor, round) || (!isSecret(round.kind) && may(actor, 'inspection.plan', round.estate_id))
