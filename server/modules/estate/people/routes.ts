import * as contract from '#contract/customers.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { getUnitCard, listUnitHistory } from '#contract/units.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { cipherOf } from '#platform/privacy/cipher.ts'
import { presentHistory } from '../history/history.present.ts'
import { customerAudit, unitAudit } from '../history/history.store.ts'
import { findUnit } from '../places/unit.store.ts'
import { addContact, endEmergencyContact } from './change-contacts.ts'
import { changeCustomer } from './change-customer.ts'
import { addPhone, changePhone } from './change-phones.ts'
import { createCustomer } from './create-customer.ts'
import { findCustomer } from './customer.store.ts'
import { listCheckRows } from './identity.store.ts'
import { customerPage } from './list-customers.ts'
import { presentContact, presentPhone } from './people.present.ts'
import { viewCustomer } from './read-customer.ts'
import { presentCheck, recordIdentityCheck } from './record-identity-check.ts'
import { viewCard } from './unit-card.ts'
import { unmaskCustomer } from './unmask-customer.ts'
import { whoCalls } from './who-calls.ts'

export const peopleRoutes: readonly Served[] = [
  serve(contract.listCustomers, ({ tx, params, query }) => customerPage(tx, params.estateId, query)),
  serve(contract.createCustomer, async ({ tx, actor, params, body, house }) => {
    const done = await createCustomer(tx, actor, cipherOf(house.keys), params.estateId, body)
    return isRefusal(done) ? done : viewCustomer(tx, params.estateId, done)
  }),
  serve(contract.getCustomer, ({ tx, params }) => viewCustomer(tx, params.estateId, params.id)),
  serve(contract.changeCustomer, async ({ tx, actor, params, body, house }) => {
    const refused = await changeCustomer(tx, actor, cipherOf(house.keys), params.estateId, params.id, body)
    return refused ?? viewCustomer(tx, params.estateId, params.id)
  }),
  serve(contract.addPhone, async ({ tx, actor, params, body }) => {
    const phone = await addPhone(tx, actor, params.estateId, params.id, body)
    return isRefusal(phone) ? phone : presentPhone(phone)
  }),
  serve(contract.changePhone, async ({ tx, actor, params, body }) => {
    const phone = await changePhone(tx, actor, params.estateId, params.id, params.itemId, body)
    return isRefusal(phone) ? phone : presentPhone(phone)
  }),
  serve(contract.addEmergencyContact, async ({ tx, actor, params, body }) => {
    const contact = await addContact(tx, actor, params.estateId, params.id, body)
    return isRefusal(contact) ? contact : presentContact(contact)
  }),
  serve(contract.endEmergencyContact, async ({ tx, actor, params, body }) => {
    const contact = await endEmergencyContact(tx, actor, params.estateId, params.id, params.itemId, body.reason)
    return isRefusal(contact) ? contact : presentContact(contact)
  }),
  // not through the idempotency of writing routes: the first answer would lie readable in the database
  serveRaw(contract.unmaskCustomer, ({ actor, params, body, house }) =>
    inTransaction(house.database, { scope: [params.estateId] }, (tx) =>
      unmaskCustomer(tx, actor, cipherOf(house.keys), params.estateId, params.id, body),
    ),
  ),
  serve(contract.listCustomerHistory, async ({ tx, actor, params, query }) => {
    if (!(await findCustomer(tx, params.estateId, params.id))) return refuse('E_NOT_FOUND')
    const page = await customerAudit(tx, params.estateId, params.id, query)
    return isRefusal(page)
      ? page
      : { rows: page.rows.map((row) => presentHistory(actor, params.estateId, row)), next: page.next }
  }),
  serve(listUnitHistory, async ({ tx, actor, params, query }) => {
    if (!(await findUnit(tx, params.estateId, params.id))) return refuse('E_NOT_FOUND')
    const page = await unitAudit(tx, params.estateId, params.id, query)
    return isRefusal(page)
      ? page
      : { rows: page.rows.map((row) => presentHistory(actor, params.estateId, row)), next: page.next }
  }),
  serve(contract.recordIdentityCheck, ({ tx, actor, params, body, house }) =>
    recordIdentityCheck(tx, actor, cipherOf(house.keys), params.estateId, params.id, body),
  ),
  serve(contract.listIdentityChecks, async ({ tx, params, query }) => {
    if (!(await findCustomer(tx, params.estateId, params.id))) return refuse('E_NOT_FOUND')
    const page = await listCheckRows(tx, params.estateId, params.id, query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentCheck), next: page.next }
  }),
  serve(contract.findCaller, async ({ tx, params, query }) => ({
    rows: await whoCalls(tx, params.estateId, query.phone),
  })),
  serve(getUnitCard, ({ tx, actor, params }) => viewCard(tx, actor, params.estateId, params.id)),
]
