import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { newId } from '#platform/ids.ts'
import { maskPhone, maskPlate } from '#platform/privacy/mask.ts'
import type { Roster } from '../roster/roster-row.ts'
import type { Field, Plan } from './plan.ts'

type Entry = {
  action: string
  subjectKind: string
  subjectId: Uuid
  before?: Record<string, unknown>
  after: Record<string, unknown>
}

const sides = (fields: readonly Field[]) => ({
  before: Object.fromEntries(fields.map((f) => [f.field, f.before])),
  after: Object.fromEntries(fields.map((f) => [f.field, f.after])),
})

/** FD-012: who imported what, with what stood there before, one row for each thing made or changed. Numbers are masked. */
export const auditRows = (
  at: string,
  actor: Actor,
  estateId: Uuid,
  source: string,
  plan: Plan,
  roster: Roster,
): Record<string, unknown>[] => {
  const entries: Entry[] = [
    ...plan.units.created.map(({ id, unit, fields }) => ({
      action: 'unit.created',
      subjectKind: 'unit',
      subjectId: id,
      after: { unit_no: unit.canonical, ...fields },
    })),
    ...plan.units.changed.map(({ id, fields }) => ({
      action: 'unit.changed',
      subjectKind: 'unit',
      subjectId: id,
      ...sides(fields),
    })),
    ...plan.customers.created.map(({ id, place, phones }) => {
      const customer = roster.customers[place]
      const tail = customer?.idNumber === undefined ? {} : { id_tail: customer.idNumber.slice(-4) }
      return {
        action: 'customer.created',
        subjectKind: 'customer',
        subjectId: id,
        after: { name: customer?.name, kind: customer?.kind, phones: phones.map(maskPhone), ...tail },
      }
    }),
    ...plan.customers.changed.map(({ id, fields }) => ({
      action: 'customer.changed',
      subjectKind: 'customer',
      subjectId: id,
      ...sides(fields),
    })),
    ...plan.phones.map((p) => ({
      action: 'phone.added',
      subjectKind: 'customer',
      subjectId: p.customer_id,
      after: { phone: maskPhone(p.phone) },
    })),
    ...plan.residences.created.map((r) => ({
      action: 'residence.added',
      subjectKind: 'residence',
      subjectId: r.id,
      after: { role: r.role, from_date: r.from_date, until_date: r.until_date, primary_contact: r.primary_contact },
    })),
    ...plan.residences.ended.map(({ before, until }) => ({
      action: 'residence.ended',
      subjectKind: 'residence',
      subjectId: before.id,
      before: { until_date: before.until_date },
      after: { until_date: until },
    })),
    ...plan.residences.changed.map(({ before, patch }) => ({
      action: 'residence.changed',
      subjectKind: 'residence',
      subjectId: before.id,
      before: { from_date: before.from_date, until_date: before.until_date },
      after: patch,
    })),
    ...plan.vehicles.created.map((v) => ({
      action: 'vehicle.added',
      subjectKind: 'vehicle',
      subjectId: v.id,
      after: { plate: maskPlate(v.plate) },
    })),
    ...plan.vehicles.parked.map((v) => ({
      action: 'vehicle.changed',
      subjectKind: 'vehicle',
      subjectId: v.id,
      after: { parking_unit_id: v.parking_unit_id },
    })),
    ...plan.vehicles.ended.map((v) => ({
      action: 'vehicle.ended',
      subjectKind: 'vehicle',
      subjectId: v.id,
      before: { until_date: null },
      after: { plate: maskPlate(v.plate), until_date: v.until },
    })),
  ]
  return entries.map(({ action, subjectKind, subjectId, before, after }) => ({
    estate_id: estateId,
    id: newId(),
    at,
    actor_id: actor.kind === 'system' ? null : actor.id,
    actor_name: actor.name,
    action,
    subject_kind: subjectKind,
    subject_id: subjectId,
    purpose: source,
    before: before ?? null,
    after,
  }))
}
