import type { Refusal } from '#contract/refusal.ts'
import type { MatterPart, WorkToTransferQuery } from '#contract/staff.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

/** One thing that a person has in hand. */
export type WorkItem = {
  matterId: Uuid
  number: string
  title: string
  kind: string
  state: string
  dueAt: Instant | null
  overdue: boolean
}
export type SharedWork = WorkItem & { people: { id: Uuid; name: string; part: MatterPart }[] }

/**
 * The keeper of the work that people have in hand. It stands above this room, so it declares itself here at start,
 * as rooms declare their kinds and clocks to the spine.
 */
export type WorkSource = {
  /** Open work whose acting handler is this person, most urgent first; `lock` keeps it as it is until the commit. */
  handledBy(tx: Tx, estateId: Uuid, staffId: Uuid, options?: { lock: boolean }): Promise<WorkItem[]>
  /** Which of these are no longer open. */
  closedAmong(tx: Tx, estateId: Uuid, matterIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>>
  /** Which of these this person must not handle, because they are concerned themselves (CP-046). */
  barredTo(tx: Tx, estateId: Uuid, matterIds: readonly Uuid[], staffId: Uuid): Promise<ReadonlySet<Uuid>>
  /** Open work of one person, or of everybody who has left, with who stands beside it (OS-014). */
  toTransfer(
    tx: Tx,
    estateId: Uuid,
    query: WorkToTransferQuery,
  ): Promise<{ rows: SharedWork[]; next: string | null } | Refusal>
  /** Open work in which this person has any part, in all of these estates. */
  partsOf(
    tx: Tx,
    estateIds: readonly Uuid[],
    staffId: Uuid,
  ): Promise<{ estateId: Uuid; number: string; parts: MatterPart[] }[]>
}

let declared: WorkSource | undefined

/** Called once at start by the room that keeps the work. */
export const declareWorkSource = (source: WorkSource): void => {
  if (declared) throw new Error('the source of work is declared twice')
  declared = source
}

/** Throws when no room has declared itself: a handover without its open items would be a lie. */
export const workSource = (): WorkSource => {
  if (!declared) throw new Error('no room has declared itself the source of work')
  return declared
}
