import type { Appointment } from '#contract/desk.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const APPOINTMENTS: Sheet<Appointment> = {
  name: 'deskSheet.appointments',
  subject: 'appointments',
  columns: [
    { key: 'deskColumn.date', of: (a) => a.date },
    { key: 'deskColumn.time', of: (a) => a.time },
    { key: 'deskColumn.what', width: 30, of: (a) => a.what },
    { key: 'deskColumn.reason', width: 30, of: (a) => a.reason },
    { key: 'deskColumn.customer', of: (a) => a.customer?.name ?? a.customerName },
    { key: 'deskColumn.phone', of: (a) => a.contactPhone },
    { key: 'deskColumn.unit', of: (a) => a.unit?.display ?? null },
    { key: 'deskColumn.matter', of: (a) => a.matter?.number ?? null },
    { key: 'deskColumn.state', of: (a, { t }) => t(`deskWord.${a.state}`) },
    { key: 'deskColumn.clerk', of: (a) => a.createdBy.name },
    { key: 'deskColumn.note', width: 30, of: (a) => a.note },
  ],
}
