import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { type Paper, sealPaper, sealRepresentative, toldBy } from '../people/paper.ts'
import { buildingNameOf, buildingSort } from '../places/building.rules.ts'
import { unitColumns } from '../places/create-unit.ts'
import type { Roster, RosterCustomer } from '../roster/roster-row.ts'
import { customerKeys, plateKeys, unitKeys } from '../search/keys.ts'
import { putVehicleKeys, refreshCustomerKeys } from '../search/put-keys.ts'
import { addKeys } from '../search/search-key.store.ts'
import { initialsOf } from '../search/spelling.ts'
import { auditRows } from './audit-plan.ts'
import type { Plan } from './plan.ts'
import { endResidences, insertMany, touchCustomers, updateMany } from './write-plan.store.ts'

export type Writing = {
  estateId: Uuid
  today: string
  cipher: Cipher
  source: string
  roster: Roster
  onStep(done: number, total: number): void
}

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

/** Writes a plan with a few statements for each table, whatever the number of rows; the caller's transaction holds all of it. */
export const writePlan = async (tx: Tx, actor: Actor, plan: Plan, writing: Writing): Promise<void> => {
  const steps = [writeUnits, writeCustomers, writeResidences, writeThings, writeAudit]
  for (const [i, step] of steps.entries()) {
    await step(tx, plan, writing, actor)
    writing.onStep(i + 1, steps.length)
  }
}

const writeUnits = async (tx: Tx, plan: Plan, { estateId }: Writing) => {
  await insertMany(
    tx,
    'building',
    plan.buildings.map(({ id, code, kind }) => ({
      estate_id: estateId,
      id,
      code,
      kind,
      name: buildingNameOf(code),
      sort: buildingSort(code),
      version: 1,
    })),
  )
  const none = {
    unit_type: null,
    usage: null,
    area_cm2: null,
    inner_area_cm2: null,
    handover_date: null,
    remarks: null,
  }
  await insertMany(
    tx,
    'unit',
    plan.units.created.map(({ id, buildingId, unit, fields }) => ({
      estate_id: estateId,
      id,
      building_id: buildingId,
      ...unitColumns(unit),
      ...none,
      ...fields,
      version: 1,
      created_at: tx.now,
    })),
  )
  await updateMany(
    tx,
    'unit',
    estateId,
    ['kind', ...Object.keys(none)],
    plan.units.changed.map(({ id, patch }) => ({ id, ...patch })),
  )
  await addKeys(
    tx,
    estateId,
    'unit',
    plan.units.created.flatMap(({ id, unit }) => unitKeys(unit).map((k) => ({ subjectId: id, ...k }))),
  )
}

const PAPER = ['id_kind', 'id_cipher', 'id_index', 'id_tail'] as const
const REPRESENTATIVE = ['representative_kind', 'representative_cipher', 'representative_tail'] as const

const sealedOf = (
  customer: RosterCustomer,
  id: Uuid,
  { cipher, estateId }: Writing,
  which: { paper: boolean; representative: boolean },
) => {
  const paper: Paper | undefined =
    which.paper && customer.idNumber && customer.idKind
      ? { number: customer.idNumber, kind: customer.idKind }
      : undefined
  const other = which.representative ? customer.representativeId : undefined
  const sealed = {
    ...(paper && sealPaper(cipher, estateId, id, paper)),
    ...(other && sealRepresentative(cipher, estateId, id, { number: other.idNumber, kind: other.idKind })),
  }
  const told = paper ? toldBy(paper) : {}
  const columns: Record<string, unknown> = Object.fromEntries(
    Object.entries(sealed).map(([name, value]) => [name, value instanceof Uint8Array ? hex(value) : value]),
  )
  return { ...columns, ...told }
}

const EMPTY = Object.fromEntries([...PAPER, ...REPRESENTATIVE, 'birth_date', 'gender'].map((name) => [name, null]))

const writeCustomers = async (tx: Tx, plan: Plan, writing: Writing) => {
  const { estateId, roster, today } = writing
  const at = (place: number): RosterCustomer => {
    const customer = roster.customers[place]
    if (!customer) throw new Error('the plan does not belong to the roster')
    return customer
  }
  const created = plan.customers.created.map((c) => ({ ...c, customer: at(c.place) }))
  await insertMany(
    tx,
    'customer',
    created.map(({ id, customer }) => ({
      estate_id: estateId,
      id,
      kind: customer.kind,
      name: customer.name,
      name_initials: initialsOf(customer.name),
      language: 'zh',
      important: false,
      no_callback: false,
      quiet_hours: [],
      version: 1,
      created_at: tx.now,
      updated_at: tx.now,
      ...EMPTY,
      ...sealedOf(customer, id, writing, { paper: true, representative: true }),
    })),
  )
  await updateMany(
    tx,
    'customer',
    estateId,
    ['name', 'name_initials', 'updated_at', ...PAPER, ...REPRESENTATIVE],
    plan.customers.changed.map(({ id, place, patch }) => {
      const sealed: Record<string, unknown> = sealedOf(at(place), id, writing, {
        paper: patch.paper ?? false,
        representative: patch.representative ?? false,
      })
      const { birth_date: _, gender: __, ...columns } = sealed
      return {
        id,
        updated_at: tx.now,
        ...columns,
        ...(patch.name !== undefined && { name: patch.name, name_initials: initialsOf(patch.name) }),
      }
    }),
  )
  const phone = (customerId: Uuid, number: string, preferred: boolean) => ({
    estate_id: estateId,
    id: newId(),
    customer_id: customerId,
    phone: number,
    preferred,
    from_date: today,
  })
  await insertMany(tx, 'customer_phone', [
    ...created.flatMap((c) => c.phones.map((number, i) => phone(c.id, number, i === 0))),
    ...plan.phones.map((p) => phone(p.customer_id, p.phone, p.preferred)),
  ])
  await addKeys(
    tx,
    estateId,
    'customer',
    created.flatMap(({ id, customer, phones }) =>
      customerKeys({ name: customer.name, phones }).map((k) => ({ subjectId: id, ...k })),
    ),
  )
  const touched = [...new Set([...plan.customers.changed.map((c) => c.id), ...plan.phones.map((p) => p.customer_id)])]
  await touchCustomers(tx, estateId, touched)
  await refreshCustomerKeys(tx, estateId, touched)
}

const writeResidences = async (tx: Tx, plan: Plan, { estateId, source }: Writing) => {
  // the one before leaves first: a unit has one contact at a time
  await endResidences(
    tx,
    estateId,
    plan.residences.ended.map(({ before, until }) => ({ id: before.id, until_date: until })),
    source,
  )
  await updateMany(
    tx,
    'residence',
    estateId,
    ['from_date', 'until_date'],
    plan.residences.changed.map(({ before, patch }) => ({ id: before.id, ...patch })),
  )
  await insertMany(
    tx,
    'residence',
    plan.residences.created.map((r) => ({ estate_id: estateId, ...r, source: 'roster' })),
  )
}

const writeThings = async (tx: Tx, plan: Plan, { estateId, today, source }: Writing) => {
  await updateMany(
    tx,
    'vehicle',
    estateId,
    ['until_date', 'end_reason'],
    plan.vehicles.ended.map((v) => ({ id: v.id, until_date: v.until, end_reason: source })),
  )
  await updateMany(tx, 'vehicle', estateId, ['parking_unit_id'], plan.vehicles.parked)
  await insertMany(
    tx,
    'vehicle',
    plan.vehicles.created.map((v) => ({ estate_id: estateId, ...v })),
  )
  await putVehicleKeys(
    tx,
    estateId,
    plan.vehicles.ended.map((v) => ({ id: v.id, plate: null })),
  )
  await addKeys(
    tx,
    estateId,
    'vehicle',
    plan.vehicles.created.flatMap((v) => plateKeys(v.plate).map((k) => ({ subjectId: v.id, ...k }))),
  )
  await insertMany(
    tx,
    'parking_use',
    plan.parkingUses.map((k) => ({ estate_id: estateId, id: newId(), ...k, use: 'unknown', source: 'roster' })),
  )
  await insertMany(
    tx,
    'emergency_contact',
    plan.contacts.map((c) => ({ estate_id: estateId, id: newId(), ...c, from_date: today })),
  )
}

const writeAudit = async (tx: Tx, plan: Plan, { estateId, source, roster }: Writing, actor: Actor) => {
  await insertMany(tx, 'audit', auditRows(tx.now, actor, estateId, source, plan, roster))
}
