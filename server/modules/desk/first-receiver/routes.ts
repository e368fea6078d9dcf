import * as contract from '#contract/desk.ts'
import { LINES } from '#contract/permissions.ts'
import { isRefusal } from '#contract/refusal.ts'
import { presentLine } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { rangeOf } from '../days.rules.ts'
import { listPage } from '../list.ts'
import { listDutyRows, listToTakeRows } from './duties.store.ts'
import { presentDuties, presentLate } from './first-receiver.present.ts'
import { DUTY_SHEET, LATE, TO_TAKE } from './first-receiver.sheet.ts'
import { lineOfCollector } from './late-report.rules.ts'
import { countLate, type LateRow, lateCollectors, listLateRows } from './late-report.store.ts'

const byReceipt = (row: { received_at: string; id: string }) => ({ at: row.received_at, id: row.id })

export const firstReceiverRoutes: readonly Served[] = [
  ...serveList(
    contract.listToTake,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listToTakeRows(tx, actor, estateId, page),
        key: byReceipt,
        present: presentLine,
      }),
    TO_TAKE,
  ),
  ...serveList(
    contract.listFirstReceiverDuties,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) =>
          listDutyRows(tx, actor, estateId, { ownerId: query.ownerId ?? actor.id, open: query.open }, page),
        key: byReceipt,
        present: presentDuties,
      }),
    DUTY_SHEET,
  ),
  serve(contract.countLateReports, async ({ tx, actor, params: { estateId }, query }) => {
    const range = rangeOf(await calendarOf(tx, estateId), query)
    if (isRefusal(range)) return range
    const counts = await countLate(tx, actor, estateId, range)
    const sum = (line: string, what: 'late' | 'logged') =>
      counts.filter((c) => lineOfCollector(c) === line).reduce((all, c) => all + c[what], 0)
    return { ...query, lines: LINES.map((line) => ({ line, late: sum(line, 'late'), logged: sum(line, 'logged') })) }
  }),
  ...serveList(
    contract.listLateReports,
    async ({ tx, actor, params: { estateId }, query }) => {
      const calendar = await calendarOf(tx, estateId)
      const { line } = query
      const owners =
        line && (await lateCollectors(tx, estateId)).filter((c) => lineOfCollector(c) === line).map((c) => c.owner_id)
      return listPage(tx, estateId, query, {
        read: (page) => listLateRows(tx, actor, estateId, page, owners),
        key: byReceipt,
        present: (row: LateRow) => presentLate(row, calendar),
      })
    },
    LATE,
  ),
]
