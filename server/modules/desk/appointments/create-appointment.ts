import type { Appointment, CreateAppointment } from '#contract/desk.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline, canSee, findMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { missingReference } from '../references.store.ts'
import { presentAppointment } from './appointment.present.ts'
import { startOf } from './appointment.rules.ts'
import { findAppointment, insertAppointment } from './appointment.store.ts'

/**
 * FD-018: what cannot be done today gets a reason and a day; every refusal that depends only on time offers it.
 * Somebody must be meant: a customer, a name or a matter (E_INPUT). A time gone by is E_TIME_PAST.
 */
export const createAppointment = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: CreateAppointment,
): Promise<Appointment | Refusal> => {
  if (!input.customerId && !input.customerName && !input.matterId)
    return refuse('E_INPUT', { field: 'body.customerName' })
  const calendar = await calendarOf(tx, estateId)
  const startsAt = startOf(calendar, input, tx.now)
  if (isRefusal(startsAt)) return startsAt
  const missing = await missingReference(tx, estateId, input)
  if (missing) return missing
  const matter = input.matterId ? await findMatter(tx, estateId, input.matterId) : undefined
  if (matter && !canSee(actor, matter)) return refuse('E_NOT_FOUND', { field: 'body.matterId' })
  const id = newId()
  await insertAppointment(tx, {
    estate_id: estateId,
    id,
    state: 'booked',
    what: input.what,
    reason: input.reason,
    because_of: input.becauseOf ?? null,
    on_date: input.date,
    at_time: input.time ?? null,
    starts_at: startsAt,
    customer_id: input.customerId ?? matter?.customer_id ?? null,
    customer_name: input.customerName ?? matter?.customer_name ?? null,
    contact_phone: input.contactPhone ?? matter?.contact_phone ?? null,
    unit_id: input.unitId ?? matter?.unit_id ?? null,
    matter_id: input.matterId ?? null,
    created_by: actor.id,
    created_at: tx.now,
  })
  if (matter)
    await appendTimeline(tx, actor, matter, [
      {
        type: 'link',
        verb: 'appointment',
        text: `${input.what}: ${input.reason}`,
        forCustomer: true,
        data: { appointmentId: id, date: input.date, time: input.time ?? null },
      },
    ])
  const row = await findAppointment(tx, estateId, id)
  tx.tell({ estateId, topic: 'queue' })
  return row ? presentAppointment(row, calendar, tx.now) : refuse('E_NOT_FOUND')
}
