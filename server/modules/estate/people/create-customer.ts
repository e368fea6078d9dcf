import type { CreateCustomer } from '#contract/customers.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { refreshCustomerKeys } from '../search/put-keys.ts'
import { initialsOf } from '../search/spelling.ts'
import { todayIn } from '../today.ts'
import { orRefuse } from '../violations.ts'
import { addResidence } from './add-residence.ts'
import { findByPaper, insertContacts, insertCustomer, insertPhones } from './customer.store.ts'
import { type Paper, paperIndex, readPaper, sealPaper, toldBy } from './paper.ts'
import { phoneNumber } from './read-phone-number.ts'

/**
 * Creates a person or company with phones, contacts and rooms in one step. E_INPUT (identity number, phone),
 * E_DUPLICATE (identity number on file, phone twice), E_NOT_FOUND (room), E_PERIOD_OVERLAP.
 */
export const createCustomer = async (
  tx: Tx,
  actor: Actor,
  cipher: Cipher,
  estateId: Uuid,
  input: CreateCustomer,
): Promise<Uuid | Refusal> => {
  const today = await todayIn(tx, estateId)
  const id = newId()
  const paper =
    input.idNumber === undefined ? undefined : await freshPaper(tx, cipher, estateId, input.idNumber, input.kind, today)
  if (isRefusal(paper)) return paper
  const phones = phoneRows(estateId, id, input.phones, today)
  if (isRefusal(phones)) return phones
  const contacts = contactRows(estateId, id, input.emergencyContacts, today)
  if (isRefusal(contacts)) return contacts
  const told = paper ? toldBy(paper) : {}
  const row = {
    kind: input.kind,
    name: input.name,
    name_initials: initialsOf(input.name),
    gender: input.gender ?? told.gender ?? null,
    birth_date: input.birthDate ?? told.birth_date ?? null,
    language: input.language,
    important: input.important,
    no_callback: input.noCallback,
    quiet_hours: JSON.stringify(input.quietHours),
    preferences: input.preferences ?? null,
    remarks: input.remarks ?? null,
  }
  const done = await orRefuse({ customer_identity_key: { code: 'E_DUPLICATE', field: 'body.idNumber' } }, () =>
    insertCustomer(tx, {
      ...row,
      ...(paper && sealPaper(cipher, estateId, id, paper)),
      estate_id: estateId,
      id,
      created_at: tx.now,
      updated_at: tx.now,
    }),
  )
  if (isRefusal(done)) return done
  await insertPhones(tx, phones)
  await insertContacts(tx, contacts)
  await refreshCustomerKeys(tx, estateId, [id])
  await audit(tx, actor, {
    estateId,
    action: 'customer.created',
    subjectKind: 'customer',
    subjectId: id,
    after: {
      ...row,
      quiet_hours: input.quietHours,
      id_tail: paper?.number.slice(-4) ?? null,
      phones: phones.map((p) => maskPhone(p.phone)),
      emergency_contacts: contacts.map((c) => c.name),
    },
  })
  for (const [i, residence] of input.residences.entries()) {
    const added = await addResidence(tx, actor, estateId, { ...residence, customerId: id }, `body.residences.${i}`)
    if (isRefusal(added)) return added
  }
  tx.tell({ estateId, topic: 'customers' })
  return id
}

/** A number that nobody in the estate has yet; E_DUPLICATE tells who has it. */
export const freshPaper = async (
  tx: Tx,
  cipher: Cipher,
  estateId: Uuid,
  text: string,
  holder: 'person' | 'company',
  today: LocalDate,
  except?: Uuid,
): Promise<Paper | Refusal> => {
  const paper = readPaper(text, holder, today, 'body.idNumber')
  if (isRefusal(paper)) return paper
  const known = await findByPaper(tx, estateId, paperIndex(cipher, estateId, paper))
  if (known && known.id !== except)
    return refuse('E_DUPLICATE', { field: 'body.idNumber', details: { customerId: known.id, name: known.name } })
  return paper
}

type NewPhone = CreateCustomer['phones'][number]
const phoneRows = (estateId: Uuid, customerId: Uuid, given: readonly NewPhone[], today: LocalDate) => {
  const rows: {
    estate_id: Uuid
    id: Uuid
    customer_id: Uuid
    phone: string
    label: string | null
    preferred: boolean
    from_date: LocalDate
  }[] = []
  const preferred = Math.max(
    0,
    given.findIndex((p) => p.preferred),
  )
  for (const [i, { phone: text, label, fromDate }] of given.entries()) {
    const phone = phoneNumber(text, `body.phones.${i}.phone`)
    if (isRefusal(phone)) return phone
    if (rows.some((row) => row.phone === phone)) return refuse('E_DUPLICATE', { field: `body.phones.${i}.phone` })
    rows.push({
      estate_id: estateId,
      id: newId(),
      customer_id: customerId,
      phone,
      label: label ?? null,
      preferred: i === preferred,
      from_date: fromDate ?? today,
    })
  }
  return rows
}

type NewContact = CreateCustomer['emergencyContacts'][number]
const contactRows = (estateId: Uuid, customerId: Uuid, given: readonly NewContact[], today: LocalDate) => {
  const rows: {
    estate_id: Uuid
    id: Uuid
    customer_id: Uuid
    name: string
    relation: string | null
    phone: string
    from_date: LocalDate
  }[] = []
  for (const [i, { name, relation, phone: text }] of given.entries()) {
    const phone = phoneNumber(text, `body.emergencyContacts.${i}.phone`)
    if (isRefusal(phone)) return phone
    rows.push({
      estate_id: estateId,
      id: newId(),
      customer_id: customerId,
      name,
      relation: relation ?? null,
      phone,
      from_date: today,
    })
  }
  return rows
}
