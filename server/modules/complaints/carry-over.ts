import type { Refusal } from '#contract/refusal.ts'
import { endClocks, type Matter, refreshDue, startClocks, tellPeople, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { mergedReachMajor } from './demand.rules.ts'
import { hastenProgress } from './hasten-progress.ts'
import { ownerToLead } from './keep-apart.ts'
import { alarm, headClock, REPORT_CLOCKS } from './move-parts.rules.ts'
import { openMajorReport } from './open-reports.ts'

type Half = { matter: Matter; case: CaseFacts['case'] }
const MAJOR = ['major', 'majorSuspected']
const CARRIED = ['extremeRisk', 'wideImpact', 'important', 'companyLevel', 'atQuality']
const HEAD = ['headMustAppear']
const has = ({ matter }: Half, flags: readonly string[]) => flags.some((flag) => matter.flags.includes(flag))

/**
 * What was urgent about a complaint does not end when it is merged: its risk and the head's visit (CP-024, CP-027, CP-112),
 * whom it accuses (CP-046), and its demand, which adds to the other one (CP-092) with the report that it owed from that
 * moment. Nor does whose it was: the company's (T35) is told and called back by the company, and what quality had taken
 * over stays with quality (T13, CP-120a).
 */
export const carryOver = async (tx: Tx, actor: Actor, from: Half, into: Half): Promise<Refusal | undefined> => {
  const settings = await settingsOf(tx, into.matter.estate_id)
  const timed = { settings, calendar: await calendarOf(tx, into.matter.estate_id) }
  const claim = from.case.claim_fen + into.case.claim_fen
  const reached = mergedReachMajor([from, into], settings.get('complaint.majorFromFen'))
  const major = !has(into, MAJOR) && (has(from, MAJOR) || reached)
  const comes = has(from, HEAD) && !has(into, HEAD) && into.case.head_appeared_at === null
  const flags = [
    ...new Set([
      ...into.matter.flags,
      ...CARRIED.filter((flag) => from.matter.flags.includes(flag)),
      ...(comes ? HEAD : []),
      ...(major ? [into.case.ours === true ? 'major' : 'majorSuspected'] : []),
    ]),
  ]
  const accused = into.matter.accused_staff_id ?? from.matter.accused_staff_id
  const taken = has(from, ['atQuality']) && !has(into, ['atQuality'])
  await touchMatter(tx, into.matter, {
    flags,
    accused_staff_id: accused,
    ...(taken ? { handler_id: from.matter.handler_id } : {}),
  })
  await endClocks(tx, from.matter, REPORT_CLOCKS, 'stopped')
  const since = from.case.major_at ?? tx.now
  await startClocks(tx, into.matter, [
    ...(major ? [{ name: 'complaint.majorReport', from: since }] : []),
    ...(comes ? [headClock(tx.now, timed)] : []),
  ])
  await saveCase(tx, into.matter, {
    claim_fen: claim,
    ...(major ? { major_at: since } : {}),
    ...(taken ? { escalated_at: from.case.escalated_at } : {}),
  })
  const after = { ...into.matter, flags, accused_staff_id: accused }
  if (major) await openMajorReport(tx, actor, after, since)
  if (reached) await tellPeople(tx, after, alarm('complaint.major'))
  if (flags.length > into.matter.flags.length) await hastenProgress(tx, after, timed)
  await refreshDue(tx, after.estate_id, [after.id])
  return into.matter.accused_staff_id === null ? ownerToLead(tx, actor, after) : undefined
}
