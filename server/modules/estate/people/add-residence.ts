import type { AddResidence } from '#contract/households.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { findUnit } from '../places/unit.store.ts'
import { type Broken, orRefuse } from '../violations.ts'
import { findCustomer, touchCustomer } from './customer.store.ts'
import { clearContact, insertResidence, residencesOf } from './household.store.ts'
import { isPeriod, overlap } from './period.rules.ts'

/** Two people may do the same at once; the database has the last word. */
export const RESIDENCE_BROKEN: Broken = {
  residence_no_overlap: { code: 'E_PERIOD_OVERLAP', field: 'body.fromDate' },
  residence_current_key: { code: 'E_PERIOD_OVERLAP', field: 'body.fromDate' },
  residence_contact_key: { code: 'E_STATE_CHANGED', field: 'body.primaryContact' },
}

/**
 * Somebody owns or uses a unit from a day on. E_NOT_FOUND (customer, unit), E_TIME_RANGE, E_PERIOD_OVERLAP when the same
 * person has the same role in the unit at the time already.
 */
export const addResidence = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: AddResidence,
  field = 'body',
): Promise<Uuid | Refusal> => {
  const customer = await findCustomer(tx, estateId, input.customerId)
  if (!customer) return refuse('E_NOT_FOUND', { field: `${field}.customerId` })
  const unit = await findUnit(tx, estateId, input.unitId)
  if (!unit) return refuse('E_NOT_FOUND', { field: `${field}.unitId` })
  const period = { from: input.fromDate ?? null, until: input.untilDate ?? null }
  if (!isPeriod(period)) return refuse('E_TIME_RANGE', { field: `${field}.untilDate` })
  const others = (await residencesOf(tx, estateId, { units: [input.unitId] })).filter(
    (r) => r.customer_id === input.customerId && r.role === input.role,
  )
  const clash = others.find((r) => overlap(period, { from: r.from_date, until: r.until_date }))
  if (clash)
    return refuse('E_PERIOD_OVERLAP', {
      field: `${field}.fromDate`,
      details: { residenceId: clash.id, from: clash.from_date, until: clash.until_date },
    })
  if (input.primaryContact) await clearContact(tx, estateId, input.unitId)
  const row = {
    estate_id: estateId,
    id: newId(),
    unit_id: input.unitId,
    customer_id: input.customerId,
    role: input.role,
    from_date: period.from,
    until_date: period.until,
    primary_contact: input.primaryContact,
    source: 'desk',
  }
  const done = await orRefuse(RESIDENCE_BROKEN, () => insertResidence(tx, row))
  if (isRefusal(done)) return done
  await audit(tx, actor, {
    estateId,
    action: 'residence.added',
    subjectKind: 'residence',
    subjectId: row.id,
    after: {
      unit: unit.display,
      customer: customer.name,
      role: row.role,
      from_date: row.from_date,
      until_date: row.until_date,
      primary_contact: row.primary_contact,
    },
  })
  await touchCustomer(tx, estateId, [input.customerId])
  tx.tell({ estateId, topic: 'customers' })
  tx.tell({ estateId, topic: 'units' })
  return row.id
}
