import { finding } from '#contract/kinds/finding.ts'
import { refuse } from '#contract/refusal.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { on } from '#platform/events/events.ts'
import { declareFindingClocks } from './clocks.ts'
import { readFacts } from './finding.store.ts'
import { movesWithWrites } from './finding.writes.ts'
import { followService } from './follow-order.ts'

/** The kind `finding` with its clocks; it is born in propose-findings.ts alone. */
export const declareFindingKind = (): void => {
  declareFindingClocks()
  declareMatterKind(
    finding,
    movesWithWrites,
    {
      inside: true,
      check: (input) => (input.line && input.place ? undefined : refuse('E_INPUT', { field: 'body.place' })),
      clocks: () => [{ name: 'finding.confirm' }],
    },
    readFacts,
  )
  on('matter.moved', 'inspection', followService)
}
