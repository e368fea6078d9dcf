import * as contract from '#contract/complaint-tally.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { estateSince, keysetOf, pageOfRows, rangeOf } from '#modules/desk/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { NO_ESTATE } from '#platform/ids.ts'
import { earlierOf, firstWholeDay, laterOf } from '../days-owed.rules.ts'
import { printTally } from './print-tally.ts'
import { readTally, readTallyItems } from './read-tally.ts'
import { signTally } from './sign-tally.ts'
import { presentDay } from './tally.present.ts'
import { TALLY_DAYS, TALLY_ITEMS } from './tally.sheet.ts'
import { listDayRows } from './tally.store.ts'

const listDays = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof contract.listComplaintTallyDays>,
): Promise<AnswerOf<typeof contract.listComplaintTallyDays> | Refusal> => {
  const calendar = await calendarOf(tx, estateId)
  const after = keysetOf(query.cursor)
  if (isRefusal(after)) return after
  const range = rangeOf(calendar, query)
  if (isRefusal(range)) return range
  const today = localDateOf(calendar, tx.now)
  // the day of opening is shown while it lasts, though it is owed nothing
  const earliest = earlierOf(firstWholeDay(calendar, await estateSince(tx, estateId)), today)
  const days = {
    from: laterOf(query.from ?? earliest, earliest),
    to: earlierOf(query.to ?? today, today),
  }
  const before = after && localDateOf(calendar, after.at)
  const rows = await listDayRows(tx, estateId, { ...days, today, before, state: query.state }, query.limit)
  const page = pageOfRows(rows, query.limit, (r) => ({ at: instantAt(calendar, r.day, '00:00'), id: NO_ESTATE }))
  return { rows: page.rows.map((r) => presentDay(r.day, today, r)), next: page.next }
}

export const tallyRoutes: readonly Served[] = [
  serve(contract.getComplaintTally, ({ tx, params, query }) => readTally(tx, params.estateId, query)),
  ...serveList(
    contract.listComplaintTallyItems,
    ({ tx, params, query }) => readTallyItems(tx, params.estateId, query),
    TALLY_ITEMS,
  ),
  serve(contract.signComplaintTally, ({ tx, actor, params, body }) => signTally(tx, actor, params.estateId, body)),
  ...serveList(
    contract.listComplaintTallyDays,
    ({ tx, params, query }) => listDays(tx, params.estateId, query),
    TALLY_DAYS,
  ),
  servePaper(
    contract.printComplaintTally,
    { fileName: 'complaint-tally.pdf', subject: 'complaintTally' },
    ({ tx, params, query }) => printTally(tx, params.estateId, query.date, query.lang),
  ),
]
