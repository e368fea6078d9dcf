import * as contract from '#contract/inventory.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { checkDay } from '../days.rules.ts'
import { listPage } from '../list.ts'
import { presentReport } from './line-report.present.ts'
import { slotState, slotsOf } from './line-report.rules.ts'
import { LINE_REPORTS } from './line-report.sheet.ts'
import { listReportRows, reportsOfDay, toldSlots } from './line-report.store.ts'
import { sendLineReport } from './send-line-report.ts'

export const lineReportRoutes: readonly Served[] = [
  serve(contract.sendLineReport, ({ tx, actor, params, body }) => sendLineReport(tx, actor, params.estateId, body)),
  serve(contract.getLineReportDay, async ({ tx, params: { estateId }, query }) => {
    const calendar = await calendarOf(tx, estateId)
    const date = query.date ?? localDateOf(calendar, tx.now)
    const far = checkDay(date, 'query.date')
    if (far) return far
    const reports = await reportsOfDay(tx, estateId, date)
    const told = await toldSlots(tx, estateId, [date])
    const slots = slotsOf(calendar, await settingsOf(tx, estateId), date).map((slot) => {
      const own = reports.filter((r) => r.line === slot.line && r.slot === slot.slot)
      return {
        line: slot.line,
        slot: slot.slot,
        state: slotState(slot, own[0], tx.now),
        told: told.some((t) => t.line === slot.line && t.slot === slot.slot),
        reports: own.map(presentReport),
      }
    })
    return { date, slots }
  }),
  ...serveList(
    contract.listLineReports,
    ({ tx, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listReportRows(tx, estateId, query, page),
        key: (row) => ({ at: row.reported_at, id: row.id }),
        present: presentReport,
      }),
    LINE_REPORTS,
  ),
]
