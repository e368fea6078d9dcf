import type { CompanyComplaintRow } from '#contract/complaint-company.ts'
import type { ContactsOfEstate } from '#contract/complaint-how-to.ts'
import type { ListColumn } from '#platform/export/send-list.ts'

export const COMPANY: readonly ListColumn<CompanyComplaintRow>[] = [
  { key: 'complaintColumn.estate', width: 28, of: (r) => r.estate.name },
  { key: 'complaintColumn.received', of: (r) => r.received },
  { key: 'complaintColumn.before', of: (r) => r.before },
  { key: 'complaintColumn.open', of: (r) => r.open },
  { key: 'complaintColumn.lateNow', of: (r) => r.lateNow },
  { key: 'complaintColumn.major', of: (r) => r.major },
  { key: 'complaintColumn.hot', of: (r) => r.hot },
  { key: 'complaintColumn.escalated', of: (r) => r.escalated },
  { key: 'complaintColumn.tallies', of: (r) => r.unsignedTallies },
  { key: 'complaintColumn.reports', of: (r) => r.missingReports + r.lateReports },
  {
    key: 'complaintColumn.monthlyReport',
    of: (r, { t }) => (r.monthlyReport === null ? null : t(`monthlyReport.${r.monthlyReport}`)),
  },
  { key: 'complaintColumn.perHouseholds', of: (r) => r.perHundredHouseholds },
  { key: 'complaintColumn.perArea', of: (r) => r.perTenThousandM2 },
  { key: 'complaintColumn.satisfied', of: (r) => r.satisfied },
]

/** CP-032: what each centre still owes its residents. */
export const CONTACTS: readonly ListColumn<ContactsOfEstate>[] = [
  { key: 'complaintColumn.estate', width: 28, of: (r) => r.estate.name },
  {
    key: 'complaintContacts.missing',
    width: 40,
    of: (r, { t }) => r.missing.map((item) => t(`howTo.${item}`)).join('、'),
  },
  { key: 'complaintContacts.changedOn', of: (r) => r.changedOn },
]
