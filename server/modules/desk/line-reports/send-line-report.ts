import type { LineReport, sendLineReport as sendRoute } from '#contract/inventory.ts'
import type { Line } from '#contract/permissions.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline, canSee, findMatter, type Matter } from '#modules/matters/index.ts'
import { type Actor, linesIn, rolesIn } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { lineOfCollector } from '../first-receiver/late-report.rules.ts'
import { presentReport } from './line-report.present.ts'
import { slotsOf } from './line-report.rules.ts'
import { findReport, insertReport } from './line-report.store.ts'

const speaksFor = (actor: Actor, estateId: Uuid, line: Line): boolean => {
  const lines = linesIn(actor, estateId)
  return (
    lines.includes(line) || (lines.length === 0 && lineOfCollector({ lines, roles: rolesIn(actor, estateId) }) === line)
  )
}

/**
 * FD-403: a line reports to one of the set times of today. E_FORBIDDEN for another line than one's own, E_INPUT for a
 * time that is none of the set ones, E_NOT_FOUND for a matter that the line does not see.
 */
export const sendLineReport = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: BodyOf<typeof sendRoute>,
): Promise<LineReport | Refusal> => {
  if (!speaksFor(actor, estateId, body.line)) return refuse('E_FORBIDDEN', { field: 'body.line' })
  const calendar = await calendarOf(tx, estateId)
  const settings = await settingsOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  const slot = slotsOf(calendar, settings, today).find((s) => s.line === body.line && s.slot === body.slot)
  if (!slot) return refuse('E_INPUT', { field: 'body.slot', details: { values: settings.get('desk.lineReportTimes') } })
  const about: { matter: Matter; text: string }[] = []
  for (const [i, item] of body.items.entries()) {
    const matter = item.matterId ? await findMatter(tx, estateId, item.matterId) : undefined
    if (item.matterId && (!matter || !canSee(actor, matter)))
      return refuse('E_NOT_FOUND', { field: `body.items.${i}.matterId` })
    if (matter) about.push({ matter, text: item.text })
  }
  const id = newId()
  await insertReport(tx, {
    estate_id: estateId,
    id,
    line: body.line,
    on_date: today,
    slot: body.slot,
    text: body.text,
    items: body.items.map((item) => ({ text: item.text, matterId: item.matterId ?? null })),
    late: tx.now > slot.until,
    reported_by: actor.id,
  })
  for (const { matter, text } of about)
    await appendTimeline(tx, actor, matter, [
      { type: 'link', verb: 'lineReport', text, data: { reportId: id, line: body.line, slot: body.slot } },
    ])
  tx.tell({ estateId, topic: 'inventory' })
  const row = await findReport(tx, estateId, id)
  return row ? presentReport(row) : refuse('E_NOT_FOUND')
}
