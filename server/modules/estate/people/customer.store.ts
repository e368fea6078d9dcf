import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type Customer = Selectable<DB['customer']>
export type Phone = Selectable<DB['customer_phone']>
export type Contact = Selectable<DB['emergency_contact']>

export const findCustomer = (tx: Tx, estateId: Uuid, id: Uuid): Promise<Customer | undefined> =>
  tx.db.selectFrom('customer').selectAll().where('estate_id', '=', estateId).where('id', '=', id).executeTakeFirst()

export const findCustomers = (tx: Tx, estateId: Uuid, ids: readonly Uuid[]): Promise<Customer[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.db
        .selectFrom('customer')
        .selectAll()
        .where('estate_id', '=', estateId)
        .where('id', 'in', [...ids])
        .execute()

/** Keeps two people who change the same customer one after the other. */
export const lockCustomer = (tx: Tx, estateId: Uuid, id: Uuid): Promise<Customer | undefined> =>
  tx.db
    .selectFrom('customer')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

export const findByPaper = (tx: Tx, estateId: Uuid, index: Buffer): Promise<{ id: Uuid; name: string } | undefined> =>
  tx.db
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('estate_id', '=', estateId)
    .where('id_index', '=', index)
    .executeTakeFirst()

export const insertCustomer = (tx: Tx, customer: Insertable<DB['customer']>) =>
  tx.db.insertInto('customer').values(customer).execute()

export type CustomerPatch = Omit<Updateable<DB['customer']>, 'estate_id' | 'id' | 'version' | 'updated_at'>
export const updateCustomer = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  version: number,
  patch: CustomerPatch,
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('customer')
    .set({ ...patch, version: version + 1, updated_at: tx.now })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return done.length > 0
}

/** Something that hangs on the customer changed: lists by latest change show it; the version of its own fields stays. */
export const touchCustomer = (tx: Tx, estateId: Uuid, ids: readonly Uuid[]) =>
  ids.length === 0
    ? Promise.resolve()
    : tx.db
        .updateTable('customer')
        .set({ updated_at: tx.now })
        .where('estate_id', '=', estateId)
        .where('id', 'in', [...ids])
        .execute()

export const phonesOf = (tx: Tx, estateId: Uuid, customerIds: readonly Uuid[]): Promise<Phone[]> =>
  customerIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .selectFrom('customer_phone')
        .selectAll()
        .where('estate_id', '=', estateId)
        .where('customer_id', 'in', [...customerIds])
        .orderBy('preferred', 'desc')
        .orderBy('id')
        .execute()

export const findPhone = (tx: Tx, estateId: Uuid, customerId: Uuid, id: Uuid): Promise<Phone | undefined> =>
  tx.db
    .selectFrom('customer_phone')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertPhones = async (tx: Tx, phones: readonly Insertable<DB['customer_phone']>[]): Promise<void> => {
  if (phones.length > 0)
    await tx.db
      .insertInto('customer_phone')
      .values([...phones])
      .execute()
}

export const updatePhone = (tx: Tx, phone: Phone, patch: Updateable<DB['customer_phone']>): Promise<Phone> =>
  tx.db
    .updateTable('customer_phone')
    .set(patch)
    .where('estate_id', '=', phone.estate_id)
    .where('id', '=', phone.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** One preferred number at a time. */
export const unpreferPhones = (tx: Tx, estateId: Uuid, customerId: Uuid) =>
  tx.db
    .updateTable('customer_phone')
    .set({ preferred: false })
    .where('estate_id', '=', estateId)
    .where('customer_id', '=', customerId)
    .where('preferred', '=', true)
    .execute()

export const contactsOf = (tx: Tx, estateId: Uuid, customerIds: readonly Uuid[]): Promise<Contact[]> =>
  customerIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .selectFrom('emergency_contact')
        .selectAll()
        .where('estate_id', '=', estateId)
        .where('customer_id', 'in', [...customerIds])
        .orderBy('id')
        .execute()

export const findContact = (tx: Tx, estateId: Uuid, customerId: Uuid, id: Uuid): Promise<Contact | undefined> =>
  tx.db
    .selectFrom('emergency_contact')
    .selectAll()
    .where('estate_id', '=', estateId)
    .where('customer_id', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertContacts = async (
  tx: Tx,
  contacts: readonly Insertable<DB['emergency_contact']>[],
): Promise<void> => {
  if (contacts.length > 0)
    await tx.db
      .insertInto('emergency_contact')
      .values([...contacts])
      .execute()
}

export const endContact = (tx: Tx, contact: Contact, untilDate: string, reason: string): Promise<Contact> =>
  tx.db
    .updateTable('emergency_contact')
    .set({ until_date: untilDate, end_reason: reason })
    .where('estate_id', '=', contact.estate_id)
    .where('id', '=', contact.id)
    .returningAll()
    .executeTakeFirstOrThrow()
