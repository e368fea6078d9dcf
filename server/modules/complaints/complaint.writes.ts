import { agreementWrites } from './agreement.writes.ts'
import { closingWrites } from './closing.writes.ts'
import { complaintMoves } from './complaint.moves.ts'
import type { ComplaintMoves, Writes } from './move-parts.rules.ts'
import { onlineWrites } from './online.writes.ts'
import { recordWrites } from './record.writes.ts'
import { routingWrites } from './routing.writes.ts'

const writes: Partial<Writes> = {
  ...routingWrites,
  ...agreementWrites,
  ...closingWrites,
  ...recordWrites,
  ...onlineWrites,
}

/** The arrows with what each writes beside its matter. */
export const movesWithWrites: ComplaintMoves = Object.fromEntries(
  Object.entries(complaintMoves).map(([verb, move]) => {
    const also = writes[verb as keyof Writes]
    return [verb, also ? { ...move, also } : move]
  }),
  // each list of writes is held to its verbs by its own type; joining them forgets which is whose
) as ComplaintMoves
