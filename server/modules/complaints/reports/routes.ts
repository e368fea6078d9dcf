import type { ReportKind } from '#contract/complaint-report-parts.ts'
import * as contract from '#contract/complaint-reports.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { sendList } from '#platform/export/send-list.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { beginReport } from './begin-report.ts'
import { printReport } from './print-report.ts'
import { presentReport } from './report.present.ts'
import { CASES, REPORTS } from './report.sheet.ts'
import { listReportRows } from './report.store.ts'
import { reviseReport } from './revise-report.ts'
import { saveReport } from './save-report.ts'
import { submitReport } from './submit-report.ts'
import { targetsOf } from './terms.ts'
import { findReport, readable, viewReport } from './view-report.ts'

type Query = (typeof contract.listComplaintReports)['query']['_output']
const yes = (value: 'true' | 'false' | undefined) => (value === undefined ? undefined : value === 'true')

const listReports = async (tx: Tx, actor: Actor, estateId: Uuid, query: Query) => {
  const after = keysetOf(query.cursor, ['instant', 'uuid'])
  if (isRefusal(after)) return after
  if (query.from !== undefined && query.to !== undefined && query.from > query.to)
    return refuse('E_TIME_RANGE', { field: 'query.to', details: { earliest: query.from } })
  const only = readable(actor, estateId)
  const kinds: readonly ReportKind[] | undefined = query.kind === undefined ? undefined : [query.kind]
  const hidden = only !== 'all' && kinds !== undefined && !kinds.some((kind) => only.kinds.some((k) => k === kind))
  if (hidden || (only !== 'all' && query.state === 'draft')) return { rows: [], next: null }
  const { timeZone } = await calendarOf(tx, estateId)
  const { kind: _kind, cursor: _cursor, limit, late, overdue, ...filter } = query
  const rows = await listReportRows(
    tx,
    estateId,
    {
      from: filter.from,
      to: filter.to,
      matterId: filter.matterId,
      kinds: only === 'all' ? kinds : only.kinds,
      state: only === 'all' ? filter.state : only.state,
      late: yes(late),
      overdue: yes(overdue),
    },
    { after: after === undefined ? undefined : { at: after[0], id: after[1] }, limit, now: tx.now, timeZone },
  )
  const page = rows.slice(0, limit)
  const target = await targetsOf(tx, estateId)
  const last = page.at(-1)
  return {
    rows: page.map((row) => presentReport(row, tx.now, target)),
    next: rows.length > limit && last ? encodeCursor([last.created_at, last.id]) : null,
  }
}

/** What was written, shown again as it stands now. */
const shown = async (tx: Tx, actor: Actor, which: { estateId: Uuid; id: Uuid }, done: Refusal | undefined) =>
  done ?? viewReport(tx, actor, which)

export const reportRoutes: readonly Served[] = [
  ...serveList(
    contract.listComplaintReports,
    ({ tx, actor, params, query }) => listReports(tx, actor, params.estateId, query),
    REPORTS,
  ),
  serve(contract.openComplaintReport, async ({ tx, actor, params: { estateId }, body }) => {
    const made = await beginReport(tx, actor, estateId, body)
    return isRefusal(made) ? made : viewReport(tx, actor, { estateId, id: made.id })
  }),
  serve(contract.getComplaintReport, ({ tx, actor, params }) => viewReport(tx, actor, params)),
  serve(contract.saveComplaintReport, async ({ tx, actor, params, body }) =>
    shown(tx, actor, params, await saveReport(tx, actor, params, body)),
  ),
  serve(contract.submitComplaintReport, async ({ tx, actor, params, body }) =>
    shown(tx, actor, params, await submitReport(tx, actor, params, body.version)),
  ),
  serve(contract.reviseComplaintReport, async ({ tx, actor, params, body }) => {
    const made = await reviseReport(tx, actor, params, body.version)
    return isRefusal(made) ? made : viewReport(tx, actor, { estateId: params.estateId, id: made.id })
  }),
  servePaper(
    contract.printComplaintReport,
    { fileName: 'report.pdf', subject: 'complaintReport' },
    ({ tx, actor, params, query }) => printReport(tx, actor, params, query.lang),
  ),
  serveRaw(contract.exportComplaintReport, async ({ actor, params, query, house, reply, request }) =>
    sendList(
      { house, actor, reply, scope: request.scope, lang: query.lang },
      {
        name: 'complaintSheet.cases',
        subject: 'complaintReportCases',
        estateId: params.estateId,
        query: { reportId: params.id },
        columns: CASES,
        page: async (tx) => {
          const found = await findReport(tx, actor, params)
          if (isRefusal(found)) return found
          return { rows: found.figures.about === 'period' ? found.figures.cases : [], next: null }
        },
      },
    ),
  ),
]
