import type { PublicationLine } from '#contract/complaint-publication.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const PUBLICATIONS: Sheet<PublicationLine> = {
  name: 'complaintRecordSheet.publications',
  subject: 'complaintPublications',
  columns: [
    { key: 'complaintRecordColumn.month', of: (p) => p.month },
    { key: 'complaintRecordColumn.state', of: (p, { t }) => t(`complaintPublicationState.${p.state}`) },
    { key: 'complaintRecordColumn.dueOn', of: (p) => p.dueOn },
    { key: 'complaintRecordColumn.late', of: (p, { t }) => t(p.late ? 'common.yes' : 'common.no') },
    { key: 'complaintRecordColumn.items', of: (p) => p.items },
    { key: 'complaintRecordColumn.approvedAt', width: 18, of: (p, { time }) => time(p.approved?.at ?? null) },
    { key: 'complaintRecordColumn.approvedBy', of: (p) => p.approved?.by.name ?? null },
    { key: 'complaintRecordColumn.postedOn', of: (p) => p.posted?.on ?? null },
    { key: 'complaintRecordColumn.postedBy', of: (p) => p.posted?.by.name ?? null },
    {
      key: 'complaintRecordColumn.places',
      width: 30,
      of: (p, { t }) =>
        p.posted?.places
          .map((x) => (x === 'other' ? (p.posted?.otherPlace ?? '') : t(`complaintPlace.${x}`)))
          .join(' / ') ?? null,
    },
  ],
}
