import type { CustomerView } from '#contract/customers.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { todayIn } from '../today.ts'
import { type Customer, contactsOf, findCustomer, phonesOf } from './customer.store.ts'
import { cautionsOf, residencesOf, vehiclesOf } from './household.store.ts'
import { presentCustomer, type Seen } from './people.present.ts'

export const seenIn = async (tx: Tx, estateId: Uuid): Promise<Seen> => ({
  today: await todayIn(tx, estateId),
  months: (await settingsOf(tx, estateId)).get('customers.tenureMonths'),
})

/** A customer with all that hangs on it; E_NOT_FOUND. */
export const viewCustomer = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<CustomerView | Refusal> => {
  const customer = await findCustomer(tx, estateId, id)
  return customer
    ? ((await viewCustomers(tx, estateId, [customer]))[0] ?? refuse('E_NOT_FOUND'))
    : refuse('E_NOT_FOUND')
}

/** The same for several, with as many statements as for one. */
export const viewCustomers = async (
  tx: Tx,
  estateId: Uuid,
  customers: readonly Customer[],
): Promise<CustomerView[]> => {
  const ids = customers.map((c) => c.id)
  const seen = await seenIn(tx, estateId)
  const phones = await phonesOf(tx, estateId, ids)
  const contacts = await contactsOf(tx, estateId, ids)
  const residences = await residencesOf(tx, estateId, { customers: ids })
  const vehicles = await vehiclesOf(tx, estateId, { customers: ids })
  const cautions = await cautionsOf(tx, estateId, { about: { customers: ids, units: [] } })
  const mine = <R extends { customer_id: Uuid | null }>(rows: readonly R[], id: Uuid) =>
    rows.filter((row) => row.customer_id === id)
  return customers.map((c) =>
    presentCustomer(
      c,
      {
        phones: mine(phones, c.id),
        contacts: mine(contacts, c.id).filter((x) => x.until_date === null || x.until_date >= seen.today),
        residences: mine(residences, c.id),
        vehicles: mine(vehicles, c.id).filter((x) => x.until_date === null || x.until_date >= seen.today),
        cautions: mine(cautions, c.id),
      },
      seen,
    ),
  )
}
