import type { z } from 'zod'
import type { DutyLine, listLateReports } from '#contract/desk.ts'
import type { MatterLine } from '#contract/matters.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { lineOf, matterColumns } from '../matter-line.sheet.ts'

export const TO_TAKE: Sheet<MatterLine> = {
  name: 'deskSheet.toTake',
  subject: 'toTake',
  columns: matterColumns((m) => m),
}

type Duties = z.output<typeof DutyLine>
export const DUTY_SHEET: Sheet<Duties> = {
  name: 'deskSheet.duties',
  subject: 'firstReceiverDuties',
  columns: [
    ...matterColumns<Duties>((d) => d.matter),
    {
      key: 'deskColumn.done',
      width: 40,
      of: (d, { t, time }) => d.done.map((x) => `${t(`duty.${x.duty}`)} ${x.doneBy.name} ${time(x.doneAt)}`).join('; '),
    },
    { key: 'deskColumn.open', width: 24, of: (d, { t }) => d.open.map((x) => t(`duty.${x}`)).join(', ') },
  ],
}

type Late = AnswerOf<typeof listLateReports>['rows'][number]
export const LATE: Sheet<Late> = {
  name: 'deskSheet.late',
  subject: 'lateReports',
  columns: [
    { key: 'deskColumn.matter', of: (r) => r.matter.number },
    { key: 'deskColumn.title', width: 40, of: (r) => r.matter.title },
    { key: 'deskColumn.line', of: (r, { t }) => lineOf(r.line, t) },
    { key: 'deskColumn.owner', of: (r) => r.matter.owner.name },
    { key: 'deskColumn.collectedAt', width: 18, of: (r, { time }) => time(r.collectedAt) },
    { key: 'deskColumn.loggedAt', width: 18, of: (r, { time }) => time(r.loggedAt) },
    { key: 'deskColumn.daysLate', of: (r) => r.daysLate },
  ],
}
