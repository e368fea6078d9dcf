import { declareClock } from '#modules/matters/index.ts'

const days = (n: number) => (n < 1 ? ({ kind: 'sameDay' } as const) : ({ kind: 'workingDays', n } as const))

/** Who hears of them: metrics.md, at its head. */
export const declareFindingClocks = (): void => {
  declareClock('finding.confirm', {
    rule: 'FD-770',
    span: (s) => days(s.get('finding.confirmWorkingDays')),
    warn: ['lineLead'],
    due: ['lineLead', 'csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
  // its length goes by the severity (finding.rules.ts)
  declareClock('finding.rectify', {
    rule: 'FD-770',
    warn: ['handler'],
    due: ['handler', 'lineLead', 'csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
  declareClock('finding.recheck', {
    rule: 'FD-766',
    span: (s) => days(s.get('finding.recheckWorkingDays')),
    warn: ['owner'],
    due: ['owner', 'csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
}
