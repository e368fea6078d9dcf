import type { Refusal } from '#contract/refusal.ts'
import type { SettingKey, SettingValue } from '#contract/settings.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { loadActor } from '#platform/auth/load-actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { TestHouse } from './house.ts'

/** Who acts, for use cases that a test calls at a time of its own choice. */
export const actorOf = async (t: TestHouse, staffId: Uuid): Promise<Actor> => {
  const actor = await loadActor(t.house.database, staffId, { required: false, roles: new Set() })
  if (!actor) throw new Error(`nobody is ${staffId}`)
  return actor
}

/** One transaction in estate A as if it were `now`; a refusal comes back as a value. */
export const at = <T>(t: TestHouse, now: Instant, work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> =>
  inTransaction(t.house.database, { scope: [t.a.id], now }, work)

/** A setting of estate A; to be written before the house is first asked, for settings are remembered for a while. */
export const setSetting = <K extends SettingKey>(t: TestHouse, key: K, value: SettingValue<K>): Promise<unknown> =>
  t.tx((tx) =>
    tx.db
      .insertInto('estate_setting')
      .values({
        estate_id: t.a.id,
        key,
        value: JSON.stringify(value),
        updated_at: tx.now,
        updated_by: t.a.staff.centreHead,
      })
      .execute(),
  )

/** The estate has been there for a while, so that yesterday owes something. */
export const openedOn = (t: TestHouse, createdAt: Instant): Promise<unknown> =>
  t.tx((tx) => tx.db.updateTable('estate').set({ created_at: createdAt }).where('estate_id', '=', t.a.id).execute())

type NewCustomer = {
  name?: string
  phone?: string
  noCallback?: boolean
  quietHours?: { from: string; to: string }[]
  room?: string
}

/** A customer of estate A with a telephone, living in a room of their own when one is named. */
export const customerOf = (t: TestHouse, given: NewCustomer = {}): Promise<{ customerId: Uuid; unitId: Uuid | null }> =>
  t.tx(async ({ db, now }) => {
    const own = { estate_id: t.a.id }
    const customerId = newId()
    await db
      .insertInto('customer')
      .values({
        ...own,
        id: customerId,
        kind: 'person',
        name: given.name ?? '周丽华',
        no_callback: given.noCallback ?? false,
        quiet_hours: JSON.stringify(given.quietHours ?? []),
        created_at: now,
        updated_at: now,
      })
      .execute()
    if (given.phone)
      await db
        .insertInto('customer_phone')
        .values({
          ...own,
          id: newId(),
          customer_id: customerId,
          phone: given.phone,
          preferred: true,
          from_date: '2020-01-01',
        })
        .execute()
    if (!given.room) return { customerId, unitId: null }
    const [buildingId, unitId] = [newId(), newId()]
    await db
      .insertInto('building')
      .values({ ...own, id: buildingId, name: given.room, code: `b${unitId.slice(-6)}` })
      .execute()
    await db
      .insertInto('unit')
      .values({
        ...own,
        id: unitId,
        building_id: buildingId,
        unit_no: given.room,
        display: given.room,
        room: '1203',
        kind: 'flat',
        created_at: now,
      })
      .execute()
    await db
      .insertInto('residence')
      .values({ ...own, id: newId(), unit_id: unitId, customer_id: customerId, role: 'owner', from_date: '2020-01-01' })
      .execute()
    return { customerId, unitId }
  })

export type Told = { to_id: Uuid | null; template: string; body: string }
/** Messages to staff, oldest first. */
export const told = (t: TestHouse, template: string): Promise<Told[]> =>
  t.tx((tx) =>
    tx.db
      .selectFrom('outbox_message')
      .select(['to_id', 'template', 'body'])
      .where('estate_id', '=', t.a.id)
      .where('template', '=', template)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  )
