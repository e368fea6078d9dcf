import { agreementMoves } from './agreement.moves.ts'
import { closingMoves } from './closing.moves.ts'
import type { ComplaintMoves } from './move-parts.rules.ts'
import { onlineMoves } from './online.moves.ts'
import { recordingMoves } from './record.moves.ts'
import { routingMoves } from './routing.moves.ts'

/** Everything that happens inside the arrows of a complaint. */
export const complaintMoves: ComplaintMoves = {
  ...routingMoves,
  ...agreementMoves,
  ...closingMoves,
  ...recordingMoves,
  ...onlineMoves,
}
