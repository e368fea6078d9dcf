import type { printGateChecks } from '#contract/goods.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { rangeOf } from '#modules/desk/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { words } from '#platform/documents/words.ts'
import { linesText, presentCheck } from './check.present.ts'
import { estateNames, listCheckRows } from './check.store.ts'

/** Version of the form; a changed layout gets a new one. */
const VERSION = 'v1'
/** More lines nobody reads on paper; the sheet says how many it leaves out. */
const MOST_LINES = 500

/** FD-508: 《客户物品搬出登记表》 of one day, in the order of the day, voided checks left out. */
export const printChecks = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { date, placeId, lang }: QueryOf<typeof printGateChecks>,
): Promise<Buffer | Refusal> => {
  const estate = await estateNames(tx, estateId)
  if (!estate) return refuse('E_NOT_FOUND')
  const calendar = await calendarOf(tx, estateId)
  const day = date ?? localDateOf(calendar, tx.now)
  const range = rangeOf(calendar, { from: day, to: day })
  if (isRefusal(range)) return range
  const page = { range, after: undefined, limit: MOST_LINES }
  const rows = await listCheckRows(tx, estateId, { placeId, voided: 'false' }, page, false)
  const t = words(lang)
  const checks = rows
    .slice(0, MOST_LINES)
    .reverse()
    .map((row) => presentCheck(actor, estateId, row))
  return renderPdf('gate-checks', {
    title: t('gate.register'),
    sub: day,
    estate: estate.name,
    form: VERSION,
    printed: t('print.printed', { at: localText(tx.now, estate.time_zone) }),
    nothing: t('gate.none'),
    more: rows.length > MOST_LINES ? t('gate.more', { count: MOST_LINES }) : '',
    columns: ['at', 'gate', 'unit', 'slip', 'goods', 'result', 'guard'].map((key) => t(`gate.${key}`)),
    rows: checks.map((c) => [
      localText(c.at, estate.time_zone).slice(11),
      c.gate.name,
      c.unit?.display ?? c.unitSaid ?? '',
      c.slipNumber ?? '',
      [linesText(c.lines, lang), c.difference].filter(Boolean).join(' / '),
      t(c.secondOf ? 'gate.second' : `gateResult.${c.result}`),
      c.guard.name,
    ]),
    signatures: [t('gate.checkedBy'), t('gate.date')],
  })
}
