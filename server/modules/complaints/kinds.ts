import { complaint } from '#contract/kinds/complaint.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { bear, birthClocks, birthTells, checkIntake } from './birth.ts'
import { factsOf } from './case.store.ts'
import { declareComplaintClocks } from './clocks.ts'
import { complaintMoves } from './complaint.moves.ts'

export const declareComplaintKind = (): void => {
  declareComplaintClocks()
  declareMatterKind(
    complaint,
    complaintMoves,
    { check: checkIntake, clocks: birthClocks, tells: birthTells, also: bear },
    factsOf,
  )
}
