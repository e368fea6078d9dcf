import type { PenaltyReview, PenaltyRule } from '#contract/penalties.ts'
import type { Uuid } from '#contract/values.ts'
import type { ReviewRow, RuleRow } from './penalty.store.ts'

const person = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const presentRule = (row: RuleRow, inForceId: Uuid | undefined): PenaltyRule => ({
  id: row.id,
  number: row.number,
  text: row.text,
  effectiveOn: row.effective_on,
  createdAt: row.created_at,
  createdBy: { id: row.created_by, name: row.created_name ?? '' },
  inForce: row.id === inForceId,
})

export const presentReview = (row: ReviewRow): PenaltyReview => ({
  id: row.id,
  matterId: row.matter_id,
  number: row.number,
  title: row.title,
  finding: row.finding,
  openedAt: row.opened_at,
  person: person(row.person_id, row.person_name),
  decision: row.decision,
  decidedAt: row.decided_at,
  decidedBy: person(row.decided_by, row.decided_name),
  version: row.version,
})
