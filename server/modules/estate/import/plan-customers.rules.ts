import type { Uuid } from '#contract/values.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { nameKey } from '../party-name.rules.ts'
import type { Roster, RosterCustomer } from '../roster/roster-row.ts'
import type { CustomerOnFile, OnFile } from './on-file.ts'
import type { Change, Field, Plan, PlanContext } from './plan.ts'

type Known = Map<string, CustomerOnFile[]>

/** Under what somebody is known: name with a phone, a company's name, name in a unit. */
const knownOnFile = (onFile: OnFile): Known => {
  const known: Known = new Map()
  const people = new Map(onFile.customers.map((c) => [c.id, c]))
  const units = new Map(onFile.units.map((u) => [u.id, u.unit_no]))
  const put = (key: string, customer: CustomerOnFile | undefined) => {
    if (!customer) return
    const list = known.get(key)
    if (!list) known.set(key, [customer])
    else if (!list.includes(customer)) list.push(customer)
  }
  for (const c of onFile.customers) {
    if (c.paper) put(`paper ${c.paper}`, c)
    if (c.kind === 'company') put(`company ${nameKey(c.name)}`, c)
  }
  for (const { customer_id, phone } of onFile.phones) {
    const c = people.get(customer_id)
    put(`phone ${nameKey(c?.name ?? '')} ${phone}`, c)
  }
  for (const { customer_id, unit_id } of onFile.residences) {
    const c = people.get(customer_id)
    put(`unit ${units.get(unit_id)} ${nameKey(c?.name ?? '')}`, c)
  }
  return known
}

const keysOf = (customer: RosterCustomer, paper: string | undefined): string[] => {
  const name = nameKey(customer.name)
  return [
    ...(paper === undefined ? [] : [`paper ${paper}`]),
    ...customer.phones.map((phone) => `phone ${name} ${phone}`),
    ...(customer.kind === 'company' ? [`company ${name}`] : []),
    ...customer.units.map((unit) => `unit ${unit} ${name}`),
  ]
}

export type PlannedCustomer = { id: Uuid; changes: Change[] }

/**
 * Gives every customer of the roster its customer on file: by identity number, else by name together with a phone, a
 * company's name or a unit, and never somebody whose number is another one. Who is not found is created.
 */
export const planCustomers = (roster: Roster, onFile: OnFile, plan: Plan, context: PlanContext): PlannedCustomer[] => {
  const known = knownOnFile(onFile)
  const papers = new Map(onFile.customers.map((c) => [c.id, c.paper]))
  const taken = new Set(onFile.customers.flatMap((c) => c.paper ?? []))
  const phones = new Map<Uuid, Set<string>>()
  for (const { customer_id, phone } of onFile.phones)
    phones.set(customer_id, (phones.get(customer_id) ?? new Set()).add(phone))
  const seen = new Set<Uuid>()

  return roster.customers.map((customer, place) => {
    const paper = context.papers[place]
    const fits = (c: CustomerOnFile) => {
      const own = papers.get(c.id)
      return paper === undefined || own === null || own === undefined || own === paper
    }
    const match = keysOf(customer, paper)
      .flatMap((key) => known.get(key) ?? [])
      .find(fits)
    if (!match) {
      const id = context.newId()
      plan.customers.created.push({ id, place, phones: customer.phones })
      plan.things.customer.created += 1
      plan.things.phone.created += customer.phones.length
      const numbers = customer.phones.map((phone): Field => ({ field: 'phone', before: null, after: maskPhone(phone) }))
      return { id, changes: [{ thing: 'customer', change: 'created', name: customer.name, fields: numbers }] }
    }
    const { id } = match
    const [fields, patch] = differing(
      customer,
      match,
      paper !== undefined && papers.get(id) !== paper && !taken.has(paper),
    )
    if (patch.paper && paper !== undefined) {
      papers.set(id, paper)
      taken.add(paper)
    }
    const own = phones.get(id) ?? new Set()
    const fresh = customer.phones.filter((phone) => !own.has(phone))
    const hadNone = own.size === 0
    for (const [i, phone] of fresh.entries())
      plan.phones.push({ customer_id: id, phone, preferred: hadNone && i === 0 })
    phones.set(id, new Set([...own, ...fresh]))
    plan.things.phone.created += fresh.length
    plan.things.phone.unchanged += customer.phones.length - fresh.length
    const all = [...fields, ...fresh.map((phone): Field => ({ field: 'phone', before: null, after: maskPhone(phone) }))]
    if (fields.length > 0) plan.customers.changed.push({ id, place, patch, fields })
    if (!seen.has(id)) plan.things.customer[all.length > 0 ? 'changed' : 'unchanged'] += 1
    seen.add(id)
    return {
      id,
      changes: all.length === 0 ? [] : [{ thing: 'customer', change: 'changed', name: customer.name, fields: all }],
    }
  })
}

const differing = (
  customer: RosterCustomer,
  before: CustomerOnFile,
  newPaper: boolean,
): [Field[], Plan['customers']['changed'][number]['patch']] => {
  const fields: Field[] = []
  const patch: Plan['customers']['changed'][number]['patch'] = {}
  const tail = (number: string) => `…${number.slice(-4)}`
  if (customer.name !== before.name) {
    patch.name = customer.name
    fields.push({ field: 'name', before: before.name, after: customer.name })
  }
  if (newPaper && customer.idNumber !== undefined) {
    patch.paper = true
    fields.push({ field: 'id_number', before: before.id_tail && tail(before.id_tail), after: tail(customer.idNumber) })
  }
  const representative = customer.representativeId?.idNumber
  if (representative !== undefined && representative.slice(-4) !== before.representative_tail) {
    patch.representative = true
    fields.push({
      field: 'representative_id',
      before: before.representative_tail && tail(before.representative_tail),
      after: tail(representative),
    })
  }
  return [fields, patch]
}
