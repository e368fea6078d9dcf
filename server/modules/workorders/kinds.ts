import { service } from '#contract/kinds/service.ts'
import { declareClock, declareMatterKind } from '#modules/matters/index.ts'
import { on } from '#platform/events/events.ts'
import { declareOrderFiles } from './file-rule.ts'
import { followBirth, followMatter } from './follow-matter.ts'
import { checkOrderDrawing } from './order.machine.ts'
import { serviceMoves } from './service.moves.ts'

const days = (n: number) => (n < 1 ? ({ kind: 'sameDay' } as const) : ({ kind: 'workingDays', n } as const))

/** The kind `service` with its clocks, and the order that follows it; once at start. */
export const declareServiceKind = (): void => {
  declareClock('service.rework', {
    rule: 'OS-018',
    span: (s) => days(s.get('clock.reworkWorkingDays')),
    warn: ['lineLead'],
    due: ['owner', 'lineLead', 'csLead'],
    escalate: ['centreHead'],
  })
  declareClock('service.hold', {
    rule: 'FD-715',
    span: (s) => days(s.get('clock.holdWorkingDays')),
    warn: [],
    due: ['owner', 'csLead'],
    escalate: [],
  })
  declareMatterKind(service, serviceMoves, { clocks: () => [{ name: 'service.ask' }] })
  checkOrderDrawing()
  declareOrderFiles()
  on('matter.registered', 'workorders', followBirth)
  on('matter.moved', 'workorders', followMatter)
}
