import { type RawBuilder, sql } from 'kysely'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, linesIn, may } from '#platform/auth/actor.ts'
import type { Matter } from './matter-kind.ts'

type Visible = Pick<
  Matter,
  'estate_id' | 'owner_id' | 'co_owner_id' | 'handler_id' | 'executor_id' | 'dedicated_id' | 'line'
>

const isMine = (actor: Actor, m: Visible) =>
  [m.owner_id, m.co_owner_id, m.handler_id, m.executor_id, m.dedicated_id].includes(actor.id)

/** May this person see this matter? The whole estate, their line, or what is theirs. */
export const canSee = (actor: Actor, matter: Visible): boolean => {
  if (actor.kind === 'system' || may(actor, 'matter.read', matter.estate_id)) return true
  if (
    may(actor, 'matter.read_line', matter.estate_id) &&
    matter.line !== null &&
    linesIn(actor, matter.estate_id).some((l) => l === matter.line)
  )
    return true
  return (
    (may(actor, 'matter.read_own', matter.estate_id) || may(actor, 'matter.read_line', matter.estate_id)) &&
    isMine(actor, matter)
  )
}

/** The same rule as a condition on `matter m`, for lists, searches and exports. */
export const seeMatters = (actor: Actor, estateId: Uuid): RawBuilder<boolean> => {
  if (actor.kind === 'system' || may(actor, 'matter.read', estateId)) return sql<boolean>`true`
  const mine = sql<boolean>`(${actor.id}::uuid in (m.owner_id, m.co_owner_id, m.handler_id, m.executor_id, m.dedicated_id))`
  if (!may(actor, 'matter.read_line', estateId)) return mine
  return sql<boolean>`(m.line = any(${[...linesIn(actor, estateId)]}::text[]) or ${mine})`
}

/** CP-046: who is accused neither handles nor closes, calls, decides or reports about it. */
export const notAboutThemselves = (
  actor: Pick<Actor, 'id'>,
  matter: Pick<Matter, 'accused_staff_id'>,
): Refusal | undefined => (matter.accused_staff_id === actor.id ? refuse('E_CONFLICT_OF_INTEREST') : undefined)

/** OS-011, OS-014: the first receiver, the desk beside them, who acts for them this shift, the dedicated follower, or the lead. */
export const follows = (actor: Actor, matter: Visible): boolean =>
  actor.kind === 'system' ||
  [matter.owner_id, matter.co_owner_id, matter.handler_id, matter.dedicated_id].includes(actor.id) ||
  may(actor, 'matter.transfer_owner', matter.estate_id)
