import type { WatchChannel, WatchCheck } from '#contract/complaint-watch.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const WATCH_CHANNELS: Sheet<WatchChannel> = {
  name: 'complaintRecordSheet.watchChannels',
  subject: 'watchChannels',
  columns: [
    { key: 'complaintRecordColumn.place', width: 24, of: (w) => w.name },
    { key: 'complaintRecordColumn.watchKind', of: (w, { t }) => t(`watchKind.${w.kind}`) },
    { key: 'complaintRecordColumn.url', width: 40, of: (w) => w.url },
    { key: 'complaintRecordColumn.assigned', of: (w) => w.assigned?.name ?? null },
    { key: 'complaintRecordColumn.active', of: (w, { t }) => t(w.active ? 'common.yes' : 'common.no') },
    { key: 'complaintRecordColumn.createdAt', width: 18, of: (w, { time }) => time(w.createdAt) },
    { key: 'complaintRecordColumn.lastCheckedAt', width: 18, of: (w, { time }) => time(w.lastCheckedAt) },
  ],
}

export const WATCH_CHECKS: Sheet<WatchCheck> = {
  name: 'complaintRecordSheet.watchChecks',
  subject: 'watchChecks',
  columns: [
    { key: 'complaintRecordColumn.date', of: (c) => c.date },
    { key: 'complaintRecordColumn.checkedAt', width: 18, of: (c, { time }) => time(c.at) },
    { key: 'complaintRecordColumn.place', width: 24, of: (c) => c.name },
    { key: 'complaintRecordColumn.watchKind', of: (c, { t }) => t(`watchKind.${c.kind}`) },
    { key: 'complaintRecordColumn.checkedBy', of: (c) => c.by.name },
    { key: 'complaintRecordColumn.found', of: (c) => c.found },
    { key: 'complaintRecordColumn.note', width: 40, of: (c) => c.note },
  ],
}
