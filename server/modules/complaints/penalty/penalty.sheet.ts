import type { PenaltyReview, PenaltyRule } from '#contract/penalties.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const PENALTY_RULES: Sheet<PenaltyRule> = {
  name: 'complaintRecordSheet.penaltyRules',
  subject: 'penaltyRules',
  columns: [
    { key: 'complaintRecordColumn.version', of: (r) => r.number },
    { key: 'complaintRecordColumn.effectiveOn', of: (r) => r.effectiveOn },
    { key: 'complaintRecordColumn.inForce', of: (r, { t }) => t(r.inForce ? 'common.yes' : 'common.no') },
    { key: 'complaintRecordColumn.text', width: 80, of: (r) => r.text },
    { key: 'complaintRecordColumn.createdAt', width: 18, of: (r, { time }) => time(r.createdAt) },
    { key: 'complaintRecordColumn.createdBy', of: (r) => r.createdBy.name },
  ],
}

export const PENALTY_REVIEWS: Sheet<PenaltyReview> = {
  name: 'complaintRecordSheet.penaltyReviews',
  subject: 'penaltyReviews',
  columns: [
    { key: 'complaintRecordColumn.number', of: (r) => r.number },
    { key: 'complaintRecordColumn.title', width: 40, of: (r) => r.title },
    { key: 'complaintRecordColumn.finding', width: 40, of: (r) => r.finding },
    { key: 'complaintRecordColumn.openedAt', width: 18, of: (r, { time }) => time(r.openedAt) },
    { key: 'complaintRecordColumn.person', of: (r) => r.person?.name ?? null },
    { key: 'complaintRecordColumn.decision', width: 40, of: (r) => r.decision },
    { key: 'complaintRecordColumn.decidedAt', width: 18, of: (r, { time }) => time(r.decidedAt) },
    { key: 'complaintRecordColumn.decidedBy', of: (r) => r.decidedBy?.name ?? null },
  ],
}
