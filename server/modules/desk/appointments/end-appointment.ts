import type { Appointment, endAppointment as endRoute } from '#contract/desk.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentAppointment } from './appointment.present.ts'
import { needsWord } from './appointment.rules.ts'
import { endBooked, findAppointment } from './appointment.store.ts'

/** FD-018: kept, missed by the customer, or called off. E_STATE_CHANGED when it has ended before. */
export const endAppointment = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  body: BodyOf<typeof endRoute>,
): Promise<Appointment | Refusal> => {
  const before = await findAppointment(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  const wordless = needsWord(body.outcome, body.note)
  if (wordless) return wordless
  const ended = await endBooked(
    tx,
    { estate_id: estateId, id, version: body.version },
    { state: body.outcome, note: body.note || null, ended_at: tx.now, ended_by: actor.id },
  )
  if (!ended) return refuse('E_STATE_CHANGED', { details: { state: before.state, version: before.version } })
  if (before.matter_id)
    await appendTimeline(tx, actor, { estate_id: estateId, id: before.matter_id }, [
      {
        type: 'link',
        verb: 'appointmentEnded',
        ...(body.note ? { text: body.note } : {}),
        data: { appointmentId: id, outcome: body.outcome },
      },
    ])
  tx.tell({ estateId, topic: 'queue' })
  const row = await findAppointment(tx, estateId, id)
  return row ? presentAppointment(row, await calendarOf(tx, estateId), tx.now) : refuse('E_NOT_FOUND')
}
