import { declareClock } from '#modules/matters/index.ts'
import { IMPROVEMENT } from './improvement.rules.ts'

const days = (n: number) => (n < 1 ? ({ kind: 'sameDay' } as const) : ({ kind: 'workingDays', n } as const))
/** CP-082: owner and handler before, the lead and the head at the time, quality a working day later. */
const wide = { warn: ['owner', 'handler'], due: ['owner', 'csLead', 'centreHead'], escalate: ['qualityDept'] } as const
/** A report is owed by the centre, also when the complaint is closed by then. */
const report = {
  warn: ['csLead', 'centreHead'],
  due: ['csLead', 'centreHead'],
  escalate: ['qualityDept'],
  outlives: true,
} as const

export const declareComplaintClocks = (): void => {
  declareClock('complaint.forward', {
    rule: 'CP-043',
    span: (s) => ({ kind: 'minutes', n: s.get('clock.forwardMinutes') }),
    warn: [],
    due: ['owner', 'csLead'],
    escalate: [],
  })
  declareClock('complaint.reply', { rule: 'CP-070', ...wide })
  declareClock('complaint.handlingForm', {
    rule: 'CP-048',
    span: (s) => days(s.get('clock.handlingFormWorkingDays')),
    warn: ['handler'],
    due: ['handler', 'csLead'],
    escalate: [],
  })
  declareClock('promise.feedback', {
    rule: 'CP-042',
    warn: ['owner', 'handler'],
    due: ['owner', 'csLead'],
    escalate: [],
  })
  declareClock('complaint.interim', {
    rule: 'CP-042',
    warn: ['owner', 'handler'],
    due: ['owner', 'handler', 'csLead'],
    escalate: [],
  })
  declareClock('complaint.progress', { rule: 'CP-065', warn: ['handler'], due: ['handler', 'csLead'], escalate: [] })
  declareClock(IMPROVEMENT, {
    rule: 'FD-790',
    span: (s) => ({ kind: 'calendarDays', n: s.get('complaint.improvementNewsDays') }),
    warn: ['owner'],
    due: ['owner', 'csLead'],
    escalate: [],
    outlives: true,
  })
  declareClock('complaint.nextTalk', { rule: 'CP-061', warn: ['handler'], due: ['handler', 'csLead'], escalate: [] })
  declareClock('complaint.treatment', { rule: 'CP-021', ...wide })
  declareClock('complaint.callback', {
    rule: 'CP-118',
    span: (s) => days(s.get('clock.callbackWorkingDays')),
    ...wide,
  })
  declareClock('complaint.headAppears', {
    rule: 'CP-024',
    warn: ['centreHead'],
    due: ['centreHead', 'companyLeader'],
    escalate: ['qualityDept'],
  })
  declareClock('complaint.majorReport', {
    rule: 'CP-094',
    span: (s) => days(s.get('clock.majorReportWorkingDays')),
    ...report,
  })
  declareClock('complaint.hotReport', {
    rule: 'CP-100',
    span: (s) => ({ kind: 'calendarDays', n: s.get('complaint.hotReportDays') }),
    ...report,
  })
  declareClock('complaint.hotTopic', {
    rule: 'CP-101',
    span: (s) => ({ kind: 'calendarDays', n: s.get('complaint.topicReportDays') }),
    ...report,
  })
  declareClock('complaint.majorTopic', {
    rule: 'CP-102',
    span: (s) => ({ kind: 'calendarDays', n: s.get('complaint.topicReportDays') }),
    ...report,
  })
}
