import * as contract from '#contract/inventory.ts'
import { isRefusal } from '#contract/refusal.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { NO_ESTATE } from '#platform/ids.ts'
import { checkDay, rangeOf } from '../days.rules.ts'
import { keysetOf, pageOfRows } from '../keyset.ts'
import { findDay, listDayRows, listGapRows } from './gap.store.ts'
import { presentDay } from './inventory.present.ts'
import { INVENTORY, INVENTORY_DAYS, INVENTORY_GAP } from './inventory.sheet.ts'
import { noteInventory } from './note-inventory.ts'
import { readInventory } from './read-inventory.ts'
import { signInventory } from './sign-inventory.ts'

export const inventoryRoutes: readonly Served[] = [
  ...serveList(contract.getInventory, ({ tx, params, query }) => readInventory(tx, params.estateId, query), INVENTORY),
  serve(contract.noteInventory, ({ tx, actor, params, body }) => noteInventory(tx, actor, params.estateId, body)),
  serve(contract.signInventory, ({ tx, actor, params, body }) => signInventory(tx, actor, params.estateId, body.date)),
  ...serveList(
    contract.listInventoryDays,
    async ({ tx, params: { estateId }, query }) => {
      const calendar = await calendarOf(tx, estateId)
      const after = keysetOf(query.cursor)
      const range = rangeOf(calendar, query)
      if (isRefusal(after)) return after
      if (isRefusal(range)) return range
      const before = after && localDateOf(calendar, after.at)
      const rows = await listDayRows(tx, estateId, { ...query, before }, query.limit)
      const page = pageOfRows(rows, query.limit, (r) => ({
        at: instantAt(calendar, r.on_date, '00:00'),
        id: NO_ESTATE,
      }))
      return { rows: page.rows.map((r) => presentDay(r.on_date, r)), next: page.next }
    },
    INVENTORY_DAYS,
  ),
  ...serveList(
    contract.listInventoryGap,
    async ({ tx, params: { estateId, date }, query }) => {
      const after = keysetOf(query.cursor)
      if (isRefusal(after)) return after
      const far = checkDay(date, 'params.date')
      if (far) return far
      const rows = await listGapRows(tx, estateId, date, { after, limit: query.limit })
      const page = pageOfRows(rows, query.limit, (r) => ({ at: r.received_at, id: r.matter_id }))
      return {
        gap: presentDay(date, await findDay(tx, estateId, date)).gap,
        rows: page.rows.map((r) => ({
          matterId: r.matter_id,
          number: r.number,
          title: r.title,
          owner: { id: r.owner_id, name: r.owner_name ?? '' },
          open: r.open,
        })),
        next: page.next,
      }
    },
    INVENTORY_GAP,
  ),
]
