import type { ViolationLine } from '#contract/violations.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

const yes = (is: boolean, t: (key: string) => string) => t(is ? 'common.yes' : 'common.no')

export const VIOLATIONS: Sheet<ViolationLine> = {
  name: 'violationSheet.list',
  subject: 'violations',
  columns: [
    { key: 'violationColumn.number', of: (v) => v.number },
    { key: 'violationColumn.foundOn', of: (v) => v.foundOn },
    { key: 'violationColumn.unit', of: (v) => v.unit?.display ?? null },
    { key: 'violationColumn.type', width: 24, of: (v, { t }) => t(`violationType.${v.type}`) },
    { key: 'violationColumn.renovation', of: (v, { t }) => yes(v.renovation, t) },
    { key: 'violationColumn.danger', of: (v, { t }) => yes(v.danger, t) },
    { key: 'violationColumn.state', of: (v, { t }) => t(`state.violation.${v.state}`) },
    { key: 'violationColumn.talks', of: (v) => v.talks },
    { key: 'violationColumn.noticeDeadline', of: (v) => v.noticeDeadline },
    { key: 'violationColumn.line', of: (v, { t }) => (v.line === null ? null : t(`line.${v.line}`)) },
    { key: 'violationColumn.foundBy', of: (v) => v.owner.name },
    { key: 'violationColumn.handler', of: (v) => v.handler?.name ?? null },
    { key: 'violationColumn.due', width: 18, of: (v, { time }) => time(v.nextDueAt) },
    { key: 'violationColumn.closedAt', width: 18, of: (v, { time }) => time(v.closedAt) },
  ],
}
