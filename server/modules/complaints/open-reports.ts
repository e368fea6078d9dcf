import type { Instant } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { openReport } from './reports/open-report.ts'
import { latestReport, updateReport } from './reports/report.store.ts'

type Kind = 'majorFirst' | 'majorTopic' | 'hotFirst' | 'hotTopic'

/** The draft of a report stands from the moment it is owed; whoever writes it finds it in the list. */
const open = async (tx: Tx, matter: Matter, kind: Kind, due: Instant): Promise<undefined> => {
  await openReport(tx, { kind, matter, dueAt: due })
  return undefined
}

/** CP-094; the draft of a case that was cleared before is owed by the time of the new demand (CP-092, CP-093). */
export const openMajorReport = async (tx: Tx, _actor: Actor, matter: Matter, at: Instant): Promise<undefined> => {
  const n = (await settingsOf(tx, matter.estate_id)).get('clock.majorReportWorkingDays')
  const span = n < 1 ? ({ kind: 'sameDay' } as const) : ({ kind: 'workingDays', n } as const)
  const { due } = dueAt(await calendarOf(tx, matter.estate_id), at, span)
  const known = await latestReport(tx, matter.estate_id, 'majorFirst', { matterId: matter.id })
  if (known?.state === 'draft') return updateReport(tx, known, { due_at: due }).then(() => undefined)
  return open(tx, matter, 'majorFirst', due)
}

/** CP-100 */
export const openHotReport = async (tx: Tx, _actor: Actor, matter: Matter, at: Instant): Promise<undefined> => {
  const n = (await settingsOf(tx, matter.estate_id)).get('complaint.hotReportDays')
  await saveCase(tx, matter, { hot_at: at })
  return open(
    tx,
    matter,
    'hotFirst',
    dueAt(await calendarOf(tx, matter.estate_id), at, { kind: 'calendarDays', n }).due,
  )
}

/** CP-101, CP-102: once the work has passed its check, also when it turns hot or major only then. */
export const openTopicReports = async (tx: Tx, _actor: Actor, matter: Matter, facts: CaseFacts): Promise<undefined> => {
  const n = (await settingsOf(tx, matter.estate_id)).get('complaint.topicReportDays')
  const due = dueAt(await calendarOf(tx, matter.estate_id), tx.now, { kind: 'calendarDays', n }).due
  if (matter.flags.includes('hot') && !facts.reports.has('hotTopic')) await open(tx, matter, 'hotTopic', due)
  if (['major', 'majorSuspected'].some((f) => matter.flags.includes(f)) && !facts.reports.has('majorTopic'))
    await open(tx, matter, 'majorTopic', due)
  return undefined
}
