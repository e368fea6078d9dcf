import { type RawBuilder, sql } from 'kysely'
import { isSecret } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, linesIn, may, rolesIn } from '#platform/auth/actor.ts'

/** The quality department plans surprises and mystery visits in any estate; the centre does not see them coming. */
export const isQuality = (actor: Actor, estateId: Uuid): boolean => may(actor, 'standard.edit', estateId)

/** Who plans here steers what is of this kind: surprises and mystery visits are the quality department's, whatever is known of them. */
export const maySteer = (actor: Actor, estateId: Uuid, kind: string): boolean =>
  may(actor, 'inspection.plan', estateId) && (!isSecret(kind) || isQuality(actor, estateId))

/** Plans `p` that this person may see. */
export const visiblePlans = (actor: Actor, estateId: Uuid): RawBuilder<unknown> =>
  isQuality(actor, estateId) ? sql`true` : sql`p.kind not in ('surprise', 'mystery')`

/** Rounds `r` that are no secret any more (or never were): what figures and papers tell of rounds, the same for every reader. */
export const KNOWN_ROUNDS: RawBuilder<unknown> = sql`(r.kind not in ('surprise', 'mystery')
  or r.kind = 'surprise' and r.started_at is not null or r.kind = 'mystery' and r.released_at is not null)`

/** Rounds `r` that this person may see: of surprises those that have begun, of mystery visits those released, one's own always. */
export const visibleRounds = (actor: Actor, estateId: Uuid): RawBuilder<unknown> =>
  isQuality(actor, estateId) ? sql`true` : sql`(${KNOWN_ROUNDS} or r.assignee_id = ${actor.id})`

/** Looks `r` that could not be taken: those of surprises and mystery visits are the quality department's alone. */
export const visibleRefused = (actor: Actor, estateId: Uuid): RawBuilder<unknown> =>
  isQuality(actor, estateId) ? sql`true` : sql`r.kind not in ('surprise', 'mystery')`

/** Looks (`i` if not said otherwise) that this person may see; figures count fewer, the same for everybody (COUNTED). */
export const visibleLooks = (actor: Actor, estateId: Uuid, alias = 'i'): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return isQuality(actor, estateId)
    ? sql`true`
    : sql`(${column('kind')} <> 'mystery' or ${column('released_at')} is not null or ${column('inspector_id')} = ${actor.id})`
}

/**
 * Rounds `r` (joined with their area `a`) that this person goes: named, by role, as steward of the area, or open to all; a
 * surprise or mystery visit without a name is any quality inspector's.
 */
export const roundsOfMine = (actor: Actor, estateId: Uuid): RawBuilder<unknown> => {
  const roles = [...rolesIn(actor, estateId)]
  const lines = [...linesIn(actor, estateId)]
  // a role held for a line goes that line's rounds; held for none it goes them all
  const ofLine = lines.length === 0 ? sql`true` : sql`(r.line is null or r.line = any(${lines}::text[]))`
  return sql`(r.assignee_id = ${actor.id} or r.started_by = ${actor.id} and not ${actor.id}::uuid = any(r.before_ids)
    or ${isQuality(actor, estateId)} and r.assignee_id is null and r.kind in ('surprise', 'mystery')
    or r.assignee_id is null and r.kind not in ('surprise', 'mystery')
    and (r.assignee_role = any(${roles}::text[]) and ${ofLine}
      or r.assignee_role is null and (a.steward_id = ${actor.id} or r.area_id is null)))`
}
