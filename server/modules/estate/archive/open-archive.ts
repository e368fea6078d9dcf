import type { ArchiveView, Ownership } from '#contract/archive.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findCustomers } from '../people/customer.store.ts'
import { type ResidenceRow, residencesOf, vehiclesOf } from '../people/household.store.ts'
import { presentVehicle } from '../people/people.present.ts'
import { overlap, type Period } from '../people/period.rules.ts'
import { seenIn, viewCustomers } from '../people/read-customer.ts'
import { tenureOf } from '../people/tenure.rules.ts'
import { presentUnitView } from '../places/place.present.ts'
import { viewUnit } from '../places/view-unit.ts'
import { consumptionOf } from './consumption.ts'
import { presentLoan } from './lend-archive.ts'
import { listLoanRows } from './loan.store.ts'
import { type OwnershipSpan, ownershipsOf } from './ownership.rules.ts'

const LOANS_SHOWN = 20

/**
 * FD-730: the archive of one ownership in its four classes; FD-731: that it was opened is logged, so this writes.
 * E_NOT_FOUND when the unit has no such ownership, or none yet.
 */
export const openArchive = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  unitId: Uuid,
  asked: { ownershipId?: Uuid | undefined; purpose?: string | undefined },
): Promise<ArchiveView | Refusal> => {
  const unit = await viewUnit(tx, estateId, unitId)
  if (isRefusal(unit)) return unit
  const seen = await seenIn(tx, estateId)
  const stays = await residencesOf(tx, estateId, { units: [unitId] })
  const spans = ownershipsOf(
    stays
      .filter((r) => r.role === 'owner')
      .map((r) => ({
        id: r.id,
        customerId: r.customer_id,
        name: r.customer_name,
        from: r.from_date,
        until: r.until_date,
      })),
    seen.today,
  )
  const span = asked.ownershipId
    ? spans.find((s) => s.id === asked.ownershipId)
    : (spans.find((s) => s.current) ?? spans[0])
  if (!span) return refuse('E_NOT_FOUND', { field: asked.ownershipId ? 'query.ownershipId' : 'params.id' })
  const people = await peopleOf(
    tx,
    estateId,
    stays.filter((r) => overlap(span, periodOf(r))),
  )
  const vehicles = (await vehiclesOf(tx, estateId, { units: [unitId] })).filter((v) => overlap(span, periodOf(v)))
  const loans = await listLoanRows(tx, estateId, { unitId, limit: LOANS_SHOWN })
  if (isRefusal(loans)) return loans
  await audit(tx, actor, {
    estateId,
    action: 'archive.opened',
    subjectKind: 'unit',
    subjectId: unitId,
    ...(asked.purpose !== undefined && { purpose: asked.purpose }),
    after: { ownership: span.owners.map((o) => o.name).join('、') },
  })
  const wealth = may(actor, 'customer.wealth', estateId)
  return {
    ownership: presentSpan(span),
    others: spans.filter((s) => s !== span).map(presentSpan),
    tenure: span.current ? tenureOf(unit.moved_in, seen.today, seen.months) : null,
    basics: people,
    property: presentUnitView(actor, unit),
    vehicles: vehicles.map(presentVehicle),
    consumption: {
      // what the unit holds was paid by its present owner
      wealth: wealth && span.current ? { mortgageKind: unit.mortgage_kind, purchaseFen: unit.purchase_fen } : null,
      lines: [...(await consumptionOf(tx, { estateId, unitId, from: span.from, until: span.until }))],
    },
    loans: loans.rows.map((row) => presentLoan(row, seen.today)),
  }
}

const periodOf = (row: { from_date: string | null; until_date: string | null }): Period => ({
  from: row.from_date,
  until: row.until_date,
})

const presentSpan = (span: OwnershipSpan): Ownership => ({
  id: span.id,
  owners: span.owners.map((o) => ({ id: o.customerId, name: o.name })),
  fromDate: span.from,
  untilDate: span.until,
  current: span.current,
})

const peopleOf = async (tx: Tx, estateId: Uuid, stays: readonly ResidenceRow[]): Promise<ArchiveView['basics']> => {
  const ids = [...new Set(stays.map((r) => r.customer_id))]
  const views = new Map(
    (await viewCustomers(tx, estateId, await findCustomers(tx, estateId, ids))).map((v) => [v.id, v]),
  )
  const ofRole = (fits: (role: string) => boolean) =>
    [...new Set(stays.filter((r) => fits(r.role)).map((r) => r.customer_id))].flatMap((id) => views.get(id) ?? [])
  return {
    owners: ofRole((role) => role === 'owner'),
    family: ofRole((role) => role === 'family'),
    others: ofRole((role) => role !== 'owner' && role !== 'family'),
  }
}
