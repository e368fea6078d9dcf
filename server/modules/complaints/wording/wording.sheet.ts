import type { WordingTopic } from '#contract/complaint-wordings.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const WORDINGS: Sheet<WordingTopic> = {
  name: 'complaintRecordSheet.wordings',
  subject: 'wordingTopics',
  columns: [
    { key: 'complaintRecordColumn.topic', width: 24, of: (w) => w.title },
    { key: 'complaintRecordColumn.text', width: 60, of: (w) => w.text },
    {
      key: 'complaintRecordColumn.categories',
      width: 32,
      of: (w, { t }) => w.codes.map((code) => `${code} ${t(`category.${code}`)}`).join('、'),
    },
    {
      key: 'complaintRecordColumn.touchpoint',
      width: 24,
      of: (w, { t }) => (w.touchpoint ? t(`touchpoint.${w.touchpoint}`) : null),
    },
    { key: 'complaintRecordColumn.building', of: (w) => w.building?.name ?? null },
    { key: 'complaintRecordColumn.approvedBy', of: (w) => w.approvedBy.name },
    { key: 'complaintRecordColumn.approvedAt', width: 18, of: (w, { time }) => time(w.approvedAt) },
    { key: 'complaintRecordColumn.endedBy', of: (w) => w.endedBy?.name ?? null },
    { key: 'complaintRecordColumn.endedAt', width: 18, of: (w, { time }) => time(w.endedAt) },
  ],
}
