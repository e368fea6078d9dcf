import type { listMissed } from '#contract/dashboard.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { matterColumns } from '../matter-line.sheet.ts'

type Missed = AnswerOf<typeof listMissed>['rows'][number]
export const MISSED: Sheet<Missed> = {
  name: 'deskSheet.missed',
  subject: 'missedClocks',
  columns: [
    { key: 'deskColumn.clock', of: (m, { t }) => t(`clock.${m.clock}`) },
    { key: 'deskColumn.dueAt', width: 18, of: (m, { time }) => time(m.dueAt) },
    { key: 'deskColumn.endedAt', width: 18, of: (m, { time }) => time(m.endedAt) },
    ...matterColumns<Missed>((m) => m.matter),
  ],
}
