import { complaint } from '#contract/kinds/complaint.ts'
import { refuse } from '#contract/refusal.ts'
import { type ClockStart, declareClock, declareMatterKind } from '#modules/matters/index.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { complaintMoves } from './complaint.moves.ts'
import { leadIsLead, ownerToLead } from './keep-apart.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'

const days = (n: number) => (n < 1 ? ({ kind: 'sameDay' } as const) : ({ kind: 'workingDays', n } as const))
const wide = { warn: ['owner', 'handler'], due: ['owner', 'csLead', 'centreHead'], escalate: ['qualityDept'] } as const

export const declareComplaintKind = (): void => {
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
  declareClock('complaint.majorReport', {
    rule: 'CP-094',
    span: (s) => days(s.get('clock.majorReportWorkingDays')),
    warn: ['csLead', 'centreHead'],
    due: ['csLead', 'centreHead'],
    escalate: ['qualityDept'],
  })
  declareClock('promise.feedback', {
    rule: 'CP-042',
    warn: ['owner', 'handler'],
    due: ['owner', 'csLead'],
    escalate: [],
  })
  const moves = { ...complaintMoves, dispatch: { ...complaintMoves.dispatch, also: leadIsLead } }
  declareMatterKind(complaint, moves, {
    // CP-034: what happened, how the customer feels, what the customer wants
    check: (input) => (input.complaint ? undefined : refuse('E_INPUT', { field: 'body.complaint' })),
    also: (tx, actor, matter) => ownerToLead(tx, actor, matter),
    clocks: (input, now, { settings, calendar }) => {
      const received = { channel: input.channel, received_at: input.receivedAt ? toInstant(input.receivedAt) : now }
      const reply = replyDeadlineOf(received, calendar, settings)
      const major =
        input.complaint?.claimFen !== undefined && input.complaint.claimFen >= settings.get('complaint.majorFromFen')
      const starts: ClockStart[] = [
        { name: 'complaint.forward' },
        { name: 'complaint.reply', from: reply.start, span: { kind: 'until', at: reply.due } },
        { name: 'complaint.handlingForm', from: received.received_at },
      ]
      return major ? [...starts, { name: 'complaint.majorReport' }] : starts
    },
  })
}
