import type { TallyDay, TallyItem } from '#contract/complaint-tally.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const TALLY_ITEMS: Sheet<TallyItem> = {
  name: 'complaintRecordSheet.tally',
  subject: 'complaintTally',
  columns: [
    { key: 'complaintRecordColumn.number', of: (i) => i.number },
    { key: 'complaintRecordColumn.contactType', of: (i, { t }) => t(`contactType.${i.contactType}`) },
    { key: 'complaintRecordColumn.title', width: 40, of: (i) => i.title },
    { key: 'complaintRecordColumn.channel', of: (i, { t }) => t(`channel.${i.channel}`) },
    { key: 'complaintRecordColumn.receivedAt', width: 18, of: (i, { time }) => time(i.receivedAt) },
    {
      key: 'complaintRecordColumn.receivedEarlier',
      of: (i, { t }) => t(i.receivedEarlier ? 'common.yes' : 'common.no'),
    },
    { key: 'complaintRecordColumn.state', of: (i, { t }) => t(`state.${i.kind}.${i.state}`) },
    { key: 'complaintRecordColumn.owner', of: (i) => i.owner.name },
    { key: 'complaintRecordColumn.handler', of: (i) => i.handler?.name ?? null },
    { key: 'complaintRecordColumn.dueAt', width: 18, of: (i, { time }) => time(i.dueAt) },
    { key: 'complaintRecordColumn.overdue', of: (i, { t }) => t(i.overdue ? 'common.yes' : 'common.no') },
    { key: 'complaintRecordColumn.promise', width: 40, of: (i) => i.promise },
  ],
}

export const TALLY_DAYS: Sheet<TallyDay> = {
  name: 'complaintRecordSheet.tallyDays',
  subject: 'complaintTallyDays',
  columns: [
    { key: 'complaintRecordColumn.date', of: (d) => d.date },
    { key: 'complaintRecordColumn.state', of: (d, { t }) => t(`complaintTallyState.${d.state}`) },
    { key: 'complaintRecordColumn.received', of: (d) => d.received },
    { key: 'complaintRecordColumn.preparedAt', width: 18, of: (d, { time }) => time(d.preparedAt) },
    { key: 'complaintRecordColumn.signedAt', width: 18, of: (d, { time }) => time(d.signed?.at ?? null) },
    { key: 'complaintRecordColumn.signedBy', of: (d) => d.signed?.by.name ?? null },
    { key: 'complaintRecordColumn.note', width: 40, of: (d) => d.note },
    { key: 'complaintRecordColumn.toldAt', width: 18, of: (d, { time }) => time(d.missingToldAt) },
  ],
}
