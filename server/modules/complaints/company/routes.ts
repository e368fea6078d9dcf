import type { z } from 'zod'
import * as contract from '#contract/complaint-company.ts'
import { listComplaintContacts } from '#contract/complaint-how-to.ts'
import { exportOf } from '#contract/export-list.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { RouteShape } from '#contract/route.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { EXPORT_PAGE, type ListExport, sendList } from '#platform/export/send-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { COMPANY, CONTACTS } from './company.sheet.ts'
import { readCompany, readTrend } from './read-company.ts'
import { readContacts } from './read-contacts.ts'

type Read<Q, Row> = (tx: Tx, actor: Actor, query: Q) => Promise<{ rows: Row[]; next: string | null } | Refusal>

/** A list over all estates of the caller, whole as an Excel file. */
const exportOver = <Q, Row>(
  list: RouteShape & { query: z.ZodObject & z.ZodType<Q> },
  read: Read<Q, Row>,
  sheet: Pick<ListExport<Row>, 'name' | 'subject' | 'columns'>,
): Served =>
  serveRaw(exportOf(list), async ({ actor, query: { lang, ...filter }, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang: lang === 'en' ? 'en' : 'zh' },
      {
        ...sheet,
        estateId: null,
        query: filter,
        page: (tx, cursor) => read(tx, actor, list.query.parse({ ...filter, limit: EXPORT_PAGE, cursor })),
      },
    ),
  )

export const companyRoutes: readonly Served[] = [
  serve(contract.listCompanyComplaints, ({ tx, actor, query }) => readCompany(tx, actor, query)),
  exportOver(contract.listCompanyComplaints, readCompany, {
    name: 'complaintSheet.company',
    subject: 'companyComplaints',
    columns: COMPANY,
  }),
  serve(contract.getCompanyComplaintTrend, ({ tx, actor, query }) => readTrend(tx, actor, query)),
  serve(listComplaintContacts, ({ tx, actor, query }) => readContacts(tx, actor, query)),
  exportOver(listComplaintContacts, readContacts, {
    name: 'complaintSheet.contacts',
    subject: 'complaintContacts',
    columns: CONTACTS,
  }),
]
