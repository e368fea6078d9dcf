import type { NeedsOf } from '#contract/kind.ts'
import type { finding } from '#contract/kinds/finding.ts'
import type { Uuid } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import { carriesOut, staffOfLine } from '#modules/workorders/index.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import { earlierOf, plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { spanOf } from './finding.rules.ts'

/** The hours within which somebody comes are a day at the most (service.rules.ts). */
const MOST_MS = 86_400_000

/**
 * Who leads the line carries it out or passes it on; one who carries out no orders has people of the line who do. For a
 * line that has nobody here the repair line secures the place.
 */
const executorFor = async (tx: Tx, { estate_id, line }: Matter, lead: Uuid): Promise<Uuid | undefined> => {
  if (await carriesOut(tx, estate_id, lead)) return lead
  const own = line === null ? [] : await staffOfLine(tx, estate_id, line)
  return (own[0] ?? (await staffOfLine(tx, estate_id, 'repair'))[0])?.id
}

/**
 * quality-model.md 8.1: the order that a critical fault opens at once, from now until it is due. Undefined where the
 * estate opens none by itself, and where nobody carries out orders: everybody is alarmed and no more.
 */
export const orderAtOnce = async (
  tx: Tx,
  found: Matter,
  lead: Uuid,
): Promise<NeedsOf<typeof finding, 'openOrder'> | undefined> => {
  const settings = await settingsOf(tx, found.estate_id)
  if (!settings.get('finding.orderForCritical')) return undefined
  const executorId = await executorFor(tx, found, lead)
  if (executorId === undefined) return undefined
  const { due } = dueAt(await calendarOf(tx, found.estate_id), tx.now, spanOf('critical', settings))
  return { executorId, from: tx.now, to: earlierOf(due, plusMilliseconds(tx.now, MOST_MS)) }
}
