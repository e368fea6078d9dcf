import * as contract from '#contract/complaint-company.ts'
import { exportOf } from '#contract/export-list.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { EXPORT_PAGE, sendList } from '#platform/export/send-list.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { COMPANY, FOUND } from './company.sheet.ts'
import { readCompany, readTrend } from './read-company.ts'
import { searchCompany } from './search-company.ts'

type List = typeof contract.listCompanyComplaints | typeof contract.searchCompanyComplaints
type Page<Row> = { rows: readonly Row[]; next: string | null }

/** A list of the whole company as an Excel file; `read` is asked for one page after another. */
const asSheet = <Row>(
  list: List,
  sheet: Sheet<Row>,
  read: (tx: Tx, actor: Actor, query: Record<string, unknown>) => Promise<Page<Row> | Refusal>,
): Served =>
  serveRaw(exportOf(list), ({ actor, query: { lang, ...filter }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      {
        ...sheet,
        estateId: null,
        query: filter,
        page: (tx, cursor) => read(tx, actor, { ...filter, limit: EXPORT_PAGE, cursor }),
      },
    ),
  )

export const companyRoutes: readonly Served[] = [
  serve(contract.listCompanyComplaints, ({ tx, actor, query }) => readCompany(tx, actor, query)),
  asSheet(contract.listCompanyComplaints, COMPANY, (tx, actor, query) =>
    readCompany(tx, actor, contract.listCompanyComplaints.query.parse(query)),
  ),
  serve(contract.searchCompanyComplaints, ({ tx, actor, query }) => searchCompany(tx, actor, query)),
  asSheet(contract.searchCompanyComplaints, FOUND, (tx, actor, query) =>
    searchCompany(tx, actor, contract.searchCompanyComplaints.query.parse(query)),
  ),
  serve(contract.getCompanyComplaintTrend, ({ tx, actor, query }) => readTrend(tx, actor, query)),
]
