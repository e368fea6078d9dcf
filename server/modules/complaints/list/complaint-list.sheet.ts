import type { ComplaintLine } from '#contract/complaint-list.ts'
import type { ListColumn } from '#platform/export/send-list.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

type Words = { t: (key: string) => string }
const codeOf = (code: string | null, { t }: Words) => (code === null ? null : `${code} ${t(`category.${code}`)}`)
const yuan = (fen: number) => (fen === 0 ? null : fen / 100)

/** What every sheet of complaints says of a case; names stay, telephones are masked (CP-153). */
const COMPLAINT_COLUMNS: readonly ListColumn<ComplaintLine>[] = [
  { key: 'complaintColumn.number', of: (c) => c.number },
  { key: 'complaintColumn.receivedOn', of: (c) => c.receivedOn },
  { key: 'complaintColumn.channel', of: (c, { t }) => t(`channel.${c.channel}`) },
  { key: 'complaintColumn.title', width: 40, of: (c) => c.title },
  { key: 'complaintColumn.customer', of: (c) => c.customer?.name ?? c.customerName },
  { key: 'complaintColumn.phone', of: (c) => c.contactPhone },
  { key: 'complaintColumn.unit', of: (c) => c.unit?.display ?? null },
  { key: 'complaintColumn.building', of: (c) => c.building?.name ?? null },
  { key: 'complaintColumn.state', of: (c, { t }) => t(`state.complaint.${c.state}`) },
  { key: 'complaintColumn.line', of: (c, { t }) => (c.line === null ? null : t(`line.${c.line}`)) },
  { key: 'complaintColumn.categoryInitial', width: 24, of: (c, words) => codeOf(c.categoryInitial, words) },
  { key: 'complaintColumn.categoryFinal', width: 24, of: (c, words) => codeOf(c.categoryFinal, words) },
  { key: 'complaintColumn.factor', of: (c, { t }) => (c.factor === null ? null : t(`factor.${c.factor}`)) },
  {
    key: 'complaintColumn.factorSub',
    of: (c, { t }) => (c.factorSub === null ? null : t(`factorSub.${c.factorSub}`)),
  },
  { key: 'complaintColumn.touchpoint', of: (c) => c.touchpoint },
  { key: 'complaintColumn.persons', of: (c) => c.persons },
  { key: 'complaintColumn.times', of: (c) => c.times },
  {
    key: 'complaintColumn.counted',
    of: (c, { t }) => t(c.counted === null ? 'complaintWord.unverified' : c.counted ? 'common.yes' : 'common.no'),
  },
  { key: 'complaintColumn.grade', of: (c, { t }) => (c.grade === null ? null : t(`grade.${c.grade}`)) },
  { key: 'complaintColumn.volume', of: (c, { t }) => (c.volume === null ? null : t(`complaint.volume.${c.volume}`)) },
  { key: 'complaintColumn.major', of: (c, { t }) => t(c.majorAt === null ? 'common.no' : 'common.yes') },
  { key: 'complaintColumn.hot', of: (c, { t }) => t(c.hotAt === null ? 'common.no' : 'common.yes') },
  { key: 'complaintColumn.claim', of: (c) => yuan(c.claimFen) },
  { key: 'complaintColumn.replyDue', width: 18, of: (c, { time }) => time(c.replyDueAt) },
  {
    key: 'complaintColumn.firstReply',
    width: 18,
    of: (c, { t, time }) => (c.replyNotPossible ? t('complaintList.replyNotPossible') : time(c.firstReplyAt)),
  },
  { key: 'complaintColumn.late', of: (c, { t }) => t(c.replyLate ? 'common.yes' : 'common.no') },
  { key: 'complaintColumn.closedAt', width: 18, of: (c, { time }) => time(c.closedAt) },
  {
    key: 'complaintColumn.satisfaction',
    of: (c, { t }) => (c.satisfaction === null ? null : t(`choice.${c.satisfaction}`)),
  },
  { key: 'complaintColumn.reopened', of: (c) => c.reopenedCount },
  { key: 'complaintColumn.owner', of: (c) => c.owner.name },
  { key: 'complaintColumn.handler', of: (c) => c.handler?.name ?? null },
]

export const COMPLAINTS: Sheet<ComplaintLine> = {
  name: 'complaintSheet.list',
  subject: 'complaints',
  columns: COMPLAINT_COLUMNS,
}
