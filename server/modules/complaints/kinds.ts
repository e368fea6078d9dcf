import { complaint } from '#contract/kinds/complaint.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { bear, birthClocks, birthTells, checkIntake } from './birth.ts'
import { factsOf } from './case.store.ts'
import { declareComplaintClocks } from './clocks.ts'
import { movesWithWrites } from './complaint.writes.ts'

export const declareComplaintKind = (): void => {
  declareComplaintClocks()
  declareMatterKind(
    complaint,
    movesWithWrites,
    { check: checkIntake, clocks: birthClocks, tells: birthTells, also: bear, foundInCompany: true },
    factsOf,
  )
}
