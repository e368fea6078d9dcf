import type { QueueAssist, QueueVisitor } from '#contract/desk.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const VISITORS: Sheet<QueueVisitor> = {
  name: 'deskSheet.visitors',
  subject: 'queueVisitors',
  columns: [
    { key: 'deskColumn.ticket', of: (v) => v.ticket },
    { key: 'deskColumn.arrivedAt', width: 18, of: (v, { time }) => time(v.arrivedAt) },
    { key: 'deskColumn.waitedMinutes', of: (v) => Math.round(v.waitedSeconds / 6) / 10 },
    { key: 'deskColumn.name', of: (v) => v.name },
    { key: 'deskColumn.purpose', width: 30, of: (v) => v.purpose },
    { key: 'deskColumn.unit', of: (v) => v.unit?.display ?? null },
    { key: 'deskColumn.state', of: (v, { t }) => t(`deskWord.${v.state}`) },
    { key: 'deskColumn.clerk', of: (v) => v.calledBy?.name ?? null },
    { key: 'deskColumn.calledAt', width: 18, of: (v, { time }) => time(v.calledAt) },
    { key: 'deskColumn.endedAt', width: 18, of: (v, { time }) => time(v.endedAt) },
  ],
}

export const ASSISTS: Sheet<QueueAssist> = {
  name: 'deskSheet.assists',
  subject: 'queueAssists',
  columns: [
    { key: 'deskColumn.calledAt', width: 18, of: (a, { time }) => time(a.calledAt) },
    { key: 'deskColumn.length', of: (a) => a.length },
    { key: 'deskColumn.cameBy', of: (a) => a.cameBy?.name ?? null },
    { key: 'deskColumn.cameAt', width: 18, of: (a, { time }) => time(a.cameAt) },
    { key: 'deskColumn.endedAt', width: 18, of: (a, { time }) => time(a.endedAt) },
  ],
}
