import { type signComplaintTally, TALLY_SECTIONS, type TallyDay, type TallyItem } from '#contract/complaint-tally.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { asOf, countTally } from './read-tally.ts'
import { presentDay, presentItem, withReceived } from './tally.present.ts'
import { findTally, lockTally, saveSignature } from './tally.store.ts'
import { listItems } from './tally-items.store.ts'

/** What a list of open items keeps at most; its count says the rest. What was received on the day is kept whole. */
const MOST_KEPT = 1_000
const ALL = 100_000

/**
 * CP-127: the tally of today is signed with all it holds, also an empty one. E_TIME_RANGE for another day and before the
 * time at which it is prepared, E_TALLY_SIGNED when it is. What is signed never changes; what comes later today stands
 * in the tally of tomorrow.
 */
export const signTally = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { date, note }: BodyOf<typeof signComplaintTally>,
): Promise<TallyDay | Refusal> => {
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  if (date !== today) return refuse('E_TIME_RANGE', { field: 'body.date', details: { earliest: today, latest: today } })
  const row = await lockTally(tx, estateId, date)
  if (row.signed_at !== null)
    return refuse('E_TALLY_SIGNED', { details: { date, at: row.signed_at, by: row.signed_name } })
  const earliest = instantAt(calendar, date, (await settingsOf(tx, estateId)).get('complaint.tallyTime'))
  const day = await asOf(tx, estateId, date)
  if (tx.now < earliest) return refuse('E_TIME_RANGE', { details: { earliest, latest: day.end } })
  const counts = await countTally(tx, estateId, day)
  const sections: Record<string, TallyItem[]> = {}
  for (const section of TALLY_SECTIONS) {
    const limit = section === 'received' ? ALL : MOST_KEPT
    const rows = await listItems(tx, estateId, section, day, { after: undefined, limit })
    sections[section] = rows.slice(0, limit).map((r) => presentItem(r, day))
  }
  await saveSignature(tx, estateId, date, {
    by: actor.id,
    name: actor.name,
    note: note || null,
    content: { counts, sections },
  })
  await audit(tx, actor, {
    estateId,
    action: 'complaintTally.sign',
    subjectKind: 'complaintTally',
    after: { date, ...counts.sections },
  })
  tx.tell({ estateId, topic: 'complaints' })
  return presentDay(date, today, withReceived(await findTally(tx, estateId, date)))
}
