import type { FormErrors } from '#ui/form/form-errors.ts'

/** Field of the contract → field of the page. A name that is the same in both stands for itself. */
const PAGE_FIELD: Readonly<Record<string, string>> = {
  contactType: 'contactType',
  channel: 'channel',
  customerSaid: 'said',
  question: 'said',
  what: 'said',
  staffSaw: 'saw',
  place: 'place',
  line: 'line',
  unitId: 'household',
  customerId: 'household',
  customerName: 'name',
  callerName: 'name',
  contactPhone: 'phone',
  contactable: 'phone',
  callerPhone: 'phone',
  callerFirm: 'firm',
  collectedById: 'collectedById',
  collectedAt: 'collectedAt',
  receivedAt: 'collectedAt',
  calledAt: 'when',
  fileIds: 'files',
  links: 'link',
  'complaint.feeling': 'feeling',
  'complaint.wish': 'wish',
  'complaint.claimFen': 'claim',
  'complaint.persons': 'persons',
  'complaint.accusedStaffId': 'accusedStaffId',
  'complaint.promisedFeedbackAt': 'promisedAt',
  promisedAt: 'promisedAt',
  answer: 'answer',
  source: 'source',
  forStaffId: 'forStaffId',
  when: 'when',
  who: 'who',
  where: 'where',
  why: 'why',
  how: 'how',
  points: 'points',
  replyBy: 'replyBy',
}
export const NAMES: readonly string[] = Object.keys(PAGE_FIELD)

/** What the schema or the server refused, under the names of the page. */
export const toPageFields = ({ fields, whole }: FormErrors): FormErrors => ({
  fields: Object.fromEntries(Object.entries(fields).map(([name, said]) => [PAGE_FIELD[name] ?? name, said])),
  whole,
})
