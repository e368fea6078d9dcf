import { violation } from '#contract/kinds/violation.ts'
import { refuse } from '#contract/refusal.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { declareViolationClocks } from './clocks.ts'
import { declareViolationFiles } from './file-rule.ts'
import { readFacts } from './violation.store.ts'
import { movesWithWrites } from './violation.writes.ts'

/** The kind `violation` with its clocks; it is born in report-violation.ts alone. */
export const declareViolationKind = (): void => {
  declareViolationClocks()
  declareViolationFiles()
  declareMatterKind(
    violation,
    movesWithWrites,
    {
      inside: true,
      check: (input) => (input.unitId ? undefined : refuse('E_INPUT', { field: 'body.unitId' })),
      clocks: () => [{ name: 'violation.confirm' }],
    },
    readFacts,
  )
}
