import type { FindingLine, RepeatedFailure } from '#contract/findings.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

type Words = { t: (key: string) => string }
const yesNo = (yes: boolean, { t }: Words) => t(yes ? 'common.yes' : 'common.no')
const touchpointOf = (code: string, { t }: Words) => `${code} ${t(`touchpoint.${code}`)}`

export const FINDINGS: Sheet<FindingLine> = {
  name: 'findingSheet.list',
  subject: 'findings',
  columns: [
    { key: 'findingColumn.number', of: (f) => f.number },
    { key: 'findingColumn.foundOn', of: (f) => f.foundOn },
    { key: 'findingColumn.place', width: 24, of: (f) => f.place.name },
    { key: 'findingColumn.touchpoint', width: 20, of: (f, words) => touchpointOf(f.touchpoint, words) },
    { key: 'findingColumn.itemId', of: (f) => f.itemId },
    { key: 'findingColumn.statement', width: 40, of: (f) => f.statement.zh },
    { key: 'findingColumn.statementEn', width: 40, of: (f) => f.statement.en },
    { key: 'findingColumn.severity', of: (f, { t }) => t(`severity.${f.severity}`) },
    { key: 'findingColumn.state', of: (f, { t }) => t(`state.finding.${f.state}`) },
    { key: 'findingColumn.line', of: (f, { t }) => (f.line === null ? null : t(`line.${f.line}`)) },
    { key: 'findingColumn.handler', of: (f) => f.handler?.name ?? null },
    { key: 'findingColumn.due', width: 18, of: (f, { time }) => time(f.nextDueAt) },
    { key: 'findingColumn.times', of: (f) => f.times },
    { key: 'findingColumn.repeat', of: (f, words) => yesNo(f.repeat, words) },
    { key: 'findingColumn.failedChecks', of: (f) => f.failedChecks },
    { key: 'findingColumn.closedAt', width: 18, of: (f, { time }) => time(f.closedAt) },
  ],
}

export const REPEATS: Sheet<RepeatedFailure> = {
  name: 'findingSheet.repeats',
  subject: 'repeatedFailures',
  columns: [
    { key: 'findingColumn.place', width: 24, of: (r) => r.place.name },
    { key: 'findingColumn.touchpoint', width: 20, of: (r, words) => touchpointOf(r.touchpoint, words) },
    { key: 'findingColumn.itemId', of: (r) => r.itemId },
    { key: 'findingColumn.statement', width: 40, of: (r) => r.statement.zh },
    { key: 'findingColumn.statementEn', width: 40, of: (r) => r.statement.en },
    { key: 'findingColumn.severity', of: (r, { t }) => t(`severity.${r.severity}`) },
    { key: 'findingColumn.findings', of: (r) => r.findings },
    { key: 'findingColumn.times', of: (r) => r.times },
    { key: 'findingColumn.open', of: (r) => r.open },
    { key: 'findingColumn.lastFoundOn', of: (r) => r.lastFoundOn },
  ],
}
