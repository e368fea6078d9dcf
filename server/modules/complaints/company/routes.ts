import * as contract from '#contract/complaint-company.ts'
import { exportOf } from '#contract/export-list.ts'
import { EXPORT_PAGE, sendList } from '#platform/export/send-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { COMPANY } from './company.sheet.ts'
import { readCompany, readTrend } from './read-company.ts'

export const companyRoutes: readonly Served[] = [
  serve(contract.listCompanyComplaints, ({ tx, actor, query }) => readCompany(tx, actor, query)),
  serveRaw(exportOf(contract.listCompanyComplaints), async ({ actor, query, house, reply, request }) => {
    const { lang, ...filter } = query
    const asked = contract.listCompanyComplaints.query
    return sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      {
        name: 'complaintSheet.company',
        subject: 'companyComplaints',
        estateId: null,
        query: filter,
        columns: COMPANY,
        page: (tx, cursor) => readCompany(tx, actor, asked.parse({ ...filter, limit: EXPORT_PAGE, cursor })),
      },
    )
  }),
  serve(contract.getCompanyComplaintTrend, ({ tx, actor, query }) => readTrend(tx, actor, query)),
]
