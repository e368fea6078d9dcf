import * as contract from '#contract/dashboard.ts'
import { MEASURED_CLOCKS } from '#contract/dashboard.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { presentLine } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { checkDay, rangeOf } from '../days.rules.ts'
import { listPage } from '../list.ts'
import { FIRST_REPLY_CLOCKS } from './dashboard.rules.ts'
import { listMissedRows } from './dashboard.store.ts'
import { MISSED } from './missed.sheet.ts'
import { readDashboard } from './read-dashboard.ts'

export const dashboardRoutes: readonly Served[] = [
  serve(contract.getDashboard, async ({ tx, actor, params, query }) => {
    const far = query.date === undefined ? undefined : checkDay(query.date, 'query.date')
    return far ?? readDashboard(tx, actor, params.estateId, query.date)
  }),
  ...serveList(
    contract.listMissed,
    async ({ tx, actor, params: { estateId }, query }) => {
      const { date, clock, firstReply, measure } = query
      const far = date === undefined ? undefined : checkDay(date, 'query.date')
      if (far) return far
      const days = date === undefined ? { from: query.from, to: query.to } : { from: date, to: date }
      const range = rangeOf(await calendarOf(tx, estateId), days)
      if (isRefusal(range)) return range
      const { from, before } = range
      const day = from === undefined || before === undefined ? undefined : { from, before }
      // one end alone names no days, and is not dropped
      if (!day && (measure || from || before))
        return refuse('E_INPUT', { field: from === undefined ? 'query.from' : 'query.to' })
      const names = measure
        ? MEASURED_CLOCKS[measure]
        : clock !== undefined
          ? [clock]
          : firstReply
            ? FIRST_REPLY_CLOCKS
            : undefined
      return listPage(
        tx,
        estateId,
        { cursor: query.cursor, limit: query.limit },
        {
          read: (page) => listMissedRows(tx, actor, estateId, { day, names, kept: measure !== undefined }, page),
          key: (row) => ({ at: row.due_at, id: row.clock_id }),
          present: (row) => ({
            matter: presentLine(row),
            clock: row.clock,
            dueAt: row.due_at,
            breachedAt: row.breached_at,
            endedAt: row.ended_at,
          }),
        },
      )
    },
    MISSED,
  ),
]
