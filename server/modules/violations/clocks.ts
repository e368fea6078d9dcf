import { declareClock } from '#modules/matters/index.ts'

const days = (n: number) => (n < 1 ? ({ kind: 'sameDay' } as const) : ({ kind: 'workingDays', n } as const))

/** Who hears of them: metrics.md, at its head. */
export const declareViolationClocks = (): void => {
  declareClock('violation.confirm', {
    rule: 'FD-771',
    span: (s) => days(s.get('violation.confirmWorkingDays')),
    warn: ['lineLead'],
    due: ['lineLead', 'csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
  // to talk, to give notice, to look whether it is done, to tell the heads: whatever comes next
  declareClock('violation.step', {
    rule: 'FD-771',
    span: (s) => days(s.get('violation.stepWorkingDays')),
    warn: ['handler'],
    due: ['handler', 'csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
  // metrics.md: the customer is reminded the day before the time of a notice ends
  declareClock('violation.remind', { rule: 'FD-771', warn: ['handler'], due: ['handler'], escalate: [] })
  declareClock('violation.recheck', {
    rule: 'FD-771',
    span: (s) => days(s.get('violation.recheckWorkingDays')),
    warn: ['owner'],
    due: ['owner', 'csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
}
