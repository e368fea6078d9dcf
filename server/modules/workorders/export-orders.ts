import type { OrderLine, OrderQuery } from '#contract/orders.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { allPages, type ExcelSheet } from '#platform/export/excel.ts'
import type { House } from '#platform/house.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { listOrderRows } from './list.store.ts'
import { presentOrderLine } from './order.present.ts'

const COLUMNS = [
  'matter.number',
  'matter.state',
  'field.title',
  'field.unitId',
  'field.line',
  'field.executorId',
  'matter.appointment',
  'field.charge',
  'order.total',
  'order.reworkCount',
  'order.absentCount',
  'matter.closedAt',
] as const

/** The filtered list as the caller may see it, page by page; who exported what is logged. Sums in yuan. */
export const exportOrders = async (
  house: House,
  actor: Actor,
  estateId: Uuid,
  query: OrderQuery,
  lang: Lang,
): Promise<ExcelSheet | Refusal> => {
  const t = words(lang)
  const facts = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    await audit(tx, actor, { estateId, action: 'orders.exported', subjectKind: 'order', after: { query } })
    const ownSightDays = (await settingsOf(tx, estateId)).get('orders.ownSightDays')
    return { now: tx.now, ownSightDays, timeZone: (await calendarOf(tx, estateId)).timeZone }
  })
  if (isRefusal(facts)) return facts
  const { timeZone, ...sight } = facts
  const at = (instant: string | null) => (instant ? localText(instant, timeZone) : null)
  const cells = (o: OrderLine) => [
    o.number,
    t(`state.order.${o.state}`),
    o.title,
    o.unit?.display ?? null,
    t(`line.${o.line}`),
    o.executor?.name ?? null,
    at(o.appointmentFrom),
    t(`choice.${o.charge}`),
    o.totalFen === null ? null : o.totalFen / 100,
    o.reworkCount,
    o.absentCount,
    at(o.endedAt),
  ]
  const pages = allPages(async (cursor) => {
    const page = await inTransaction(house.database, { scope: [estateId], readOnly: true }, (tx) =>
      listOrderRows(tx, actor, estateId, { ...query, cursor }),
    )
    if (isRefusal(page)) throw new Error(`export stopped: ${page.code}`)
    return page
  })
  async function* rows() {
    for await (const row of pages) yield cells(presentOrderLine(row, { actor, ...sight }))
  }
  const wide: ReadonlySet<string> = new Set(['field.title'])
  return {
    name: t('order.list'),
    columns: COLUMNS.map((key) => ({ heading: t(key), width: wide.has(key) ? 48 : 16 })),
    rows: rows(),
  }
}
