import type { CompanyComplaintRow, FoundComplaint } from '#contract/complaint-company.ts'
import type { ContactsOfEstate } from '#contract/complaint-how-to.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const COMPANY: Sheet<CompanyComplaintRow> = {
  name: 'complaintSheet.company',
  subject: 'companyComplaints',
  columns: [
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
  ],
}

export const FOUND: Sheet<FoundComplaint> = {
  name: 'complaintSheet.companySearch',
  subject: 'companyComplaintSearch',
  columns: [
    { key: 'complaintColumn.estate', width: 28, of: (c) => c.estate.name },
    { key: 'complaintColumn.number', of: (c) => c.number },
    { key: 'complaintColumn.title', width: 40, of: (c) => c.title },
    {
      key: 'complaintColumn.category',
      width: 24,
      of: (c, { t }) => (c.category === null ? null : `${c.category} ${t(`category.${c.category}`)}`),
    },
    { key: 'complaintColumn.state', of: (c, { t }) => t(`state.complaint.${c.state}`) },
    { key: 'complaintColumn.receivedOn', of: (c) => c.receivedOn },
  ],
}

/** CP-032: what each centre still owes its residents. */
export const CONTACTS: Sheet<ContactsOfEstate> = {
  name: 'complaintSheet.contacts',
  subject: 'complaintContacts',
  columns: [
    { key: 'complaintColumn.estate', width: 28, of: (r) => r.estate.name },
    {
      key: 'complaintContacts.missing',
      width: 40,
      of: (r, { t }) => r.missing.map((item) => t(`howTo.${item}`)).join('、'),
    },
    { key: 'complaintContacts.changedOn', of: (r) => r.changedOn },
  ],
}
