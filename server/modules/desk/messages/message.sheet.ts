import type { ColleagueMessage } from '#contract/calls.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const MESSAGES: Sheet<ColleagueMessage> = {
  name: 'deskSheet.messages',
  subject: 'colleagueMessages',
  columns: [
    { key: 'deskColumn.at', width: 18, of: (m, { time }) => time(m.takenAt) },
    { key: 'deskColumn.for', of: (m) => m.for.name },
    { key: 'deskColumn.takenBy', of: (m) => m.takenBy.name },
    { key: 'deskColumn.name', of: (m) => m.callerName },
    { key: 'deskColumn.firm', of: (m) => m.callerFirm },
    { key: 'deskColumn.phone', of: (m) => m.callerPhone },
    { key: 'deskColumn.when', of: (m) => m.when },
    { key: 'deskColumn.who', of: (m) => m.who },
    { key: 'deskColumn.where', of: (m) => m.where },
    { key: 'deskColumn.what', width: 40, of: (m) => m.what },
    { key: 'deskColumn.why', width: 30, of: (m) => m.why },
    { key: 'deskColumn.howMuch', width: 30, of: (m) => m.how },
    { key: 'deskColumn.ackedAt', width: 18, of: (m, { time }) => time(m.ackedAt) },
  ],
}
