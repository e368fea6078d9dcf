import type { HistoryEntry } from '#contract/customers.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { AuditRow } from './history.store.ts'

/** FD-730: these stay with archive staff and leads, also in what was changed. */
const WEALTH = new Set(['purchase_fen', 'mortgage_kind'])

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

/** FD-012: what was done, by whom, and what stood there before; empty values of a new row are not worth a line. */
export const presentHistory = (actor: Actor, estateId: Uuid, row: AuditRow): HistoryEntry => {
  const [before, after] = [fieldsOf(row.before), fieldsOf(row.after)]
  const wealth = may(actor, 'customer.wealth', estateId)
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => wealth || !WEALTH.has(field),
  )
  return {
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    purpose: row.purpose,
    changes: fields
      .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
      .filter((change) => change.before !== null || change.after !== null),
  }
}
