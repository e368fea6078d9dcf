import { emergency } from '#contract/kinds/emergency.ts'
import { info } from '#contract/kinds/info.ts'
import { refuse } from '#contract/refusal.ts'
import { declareMatterKind } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { emergencyMoves } from './emergency.moves.ts'
import { infoMoves } from './info.moves.ts'

/** The desk's own kinds, declared once at start. */
export const declareDeskKinds = (): void => {
  declareMatterKind(info, infoMoves, {
    clocks: (input) => [
      { name: 'info.dispatch' },
      // CP-005: a suggestion has the same reply deadline; the clock runs from the receipt
      { name: 'info.answer', ...(input.receivedAt ? { from: toInstant(input.receivedAt) } : {}) },
    ],
  })
  declareMatterKind(emergency, emergencyMoves, {
    check: (input) => (input.line ? undefined : refuse('E_INPUT', { field: 'body.line' })),
    clocks: () => [{ name: 'emergency.arrival' }, { name: 'emergency.form' }],
    tells: () => [
      { to: 'lineLead', template: 'emergency.go' },
      { to: 'csLead', template: 'emergency.go' },
    ],
  })
}
