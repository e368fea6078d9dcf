import * as contract from '#contract/complaint-company.ts'
import { listComplaintContacts } from '#contract/complaint-how-to.ts'
import { serveCompanyList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { COMPANY, CONTACTS, FOUND } from './company.sheet.ts'
import { readCompany, readTrend } from './read-company.ts'
import { readContacts } from './read-contacts.ts'
import { searchCompany } from './search-company.ts'

export const companyRoutes: readonly Served[] = [
  ...serveCompanyList(contract.listCompanyComplaints, ({ tx, actor, query }) => readCompany(tx, actor, query), COMPANY),
  ...serveCompanyList(
    contract.searchCompanyComplaints,
    ({ tx, actor, query }) => searchCompany(tx, actor, query),
    FOUND,
  ),
  serve(contract.getCompanyComplaintTrend, ({ tx, actor, query }) => readTrend(tx, actor, query)),
  ...serveCompanyList(listComplaintContacts, ({ tx, actor, query }) => readContacts(tx, actor, query), CONTACTS),
]
