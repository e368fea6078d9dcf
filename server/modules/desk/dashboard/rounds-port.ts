import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'

/** How many rounds of a day were missed, as far as this person may see them; null: they may not read rounds at all. */
export type MissedRounds = (tx: Tx, actor: Actor, estateId: Uuid, date: LocalDate) => Promise<number | null>

const NONE: MissedRounds = async () => null
let brought = NONE

/** The room of the inspections stands above this one, so it brings its count at start; without it there are no rounds. */
export const bringMissedRounds = (count: MissedRounds): void => {
  brought = count
}
export const missedRounds: MissedRounds = (...asked) => brought(...asked)
