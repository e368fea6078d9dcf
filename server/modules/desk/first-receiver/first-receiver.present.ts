import type { z } from 'zod'
import { DUTIES, type DutyLine, type listLateReports } from '#contract/desk.ts'
import type { AnswerOf } from '#contract/route.ts'
import { presentLine } from '#modules/matters/index.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { DutyRow } from './duties.store.ts'
import { daysLate, lineOfCollector } from './late-report.rules.ts'
import type { LateRow } from './late-report.store.ts'

type Duty = (typeof DUTIES)[number]

/** OS-011: what is done with name and time, and what stands open. */
export const presentDuties = (row: DutyRow): z.input<typeof DutyLine> => {
  const done = row.duties.map((d) => ({
    duty: d.duty as Duty,
    doneAt: d.done_at,
    doneBy: { id: d.by_id, name: d.by_name },
  }))
  return {
    matter: presentLine(row),
    coOwner: row.co_owner_id ? { id: row.co_owner_id, name: row.co_owner_name ?? '' } : null,
    done,
    open: DUTIES.filter((duty) => !done.some((d) => d.duty === duty)),
  }
}

export const presentLate = (
  row: LateRow,
  calendar: WorkCalendar,
): AnswerOf<typeof listLateReports>['rows'][number] => ({
  matter: presentLine(row),
  line: lineOfCollector(row),
  collectedAt: row.collected_at,
  loggedAt: row.registered_at,
  daysLate: daysLate(calendar, row.collected_at, row.registered_at),
})
