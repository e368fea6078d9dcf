import * as contract from '#contract/desk.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { listPage } from '../list.ts'
import { presentAppointment } from './appointment.present.ts'
import { APPOINTMENTS } from './appointment.sheet.ts'
import { listAppointmentRows } from './appointment.store.ts'
import { createAppointment } from './create-appointment.ts'
import { endAppointment } from './end-appointment.ts'

export const appointmentRoutes: readonly Served[] = [
  serve(contract.createAppointment, ({ tx, actor, params, body }) =>
    createAppointment(tx, actor, params.estateId, body),
  ),
  serve(contract.endAppointment, ({ tx, actor, params, body }) => endAppointment(tx, actor, params, body)),
  ...serveList(
    contract.listAppointments,
    async ({ tx, params: { estateId }, query }) => {
      const calendar = await calendarOf(tx, estateId)
      return listPage(tx, estateId, query, {
        read: (page) => listAppointmentRows(tx, estateId, query, page),
        key: (row) => ({ at: row.starts_at, id: row.id }),
        present: (row) => presentAppointment(row, calendar, tx.now),
      })
    },
    APPOINTMENTS,
  ),
]
