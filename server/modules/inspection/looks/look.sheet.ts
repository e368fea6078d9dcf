import type { Look, RefusedLook } from '#contract/inspection-looks.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const LOOKS: Sheet<Look> = {
  name: 'inspectionSheet.looks',
  subject: 'inspections',
  columns: [
    { key: 'inspectionColumn.endedAt', width: 18, of: (l, { time }) => time(l.endedAt) },
    { key: 'inspectionColumn.place', width: 26, of: (l) => `${l.code} ${l.place}` },
    { key: 'inspectionColumn.touchpoint', width: 16, of: (l, { t }) => t(`touchpoint.${l.touchpoint}`) },
    { key: 'inspectionColumn.kind', of: (l, { t }) => t(`inspectionKind.${l.kind}`) },
    { key: 'inspectionColumn.inspector', of: (l) => l.inspector.name },
    { key: 'inspectionColumn.passed', of: (l) => l.passed },
    { key: 'inspectionColumn.failed', of: (l) => l.failed },
    { key: 'inspectionColumn.notApplicable', of: (l) => l.notApplicable },
    { key: 'inspectionColumn.unanswered', of: (l) => l.unanswered },
    { key: 'inspectionColumn.score', of: (l) => (l.score === null ? null : l.score / 100) },
    { key: 'inspectionColumn.receivedAt', width: 18, of: (l, { time }) => time(l.receivedAt) },
    { key: 'inspectionColumn.clockOff', of: (l) => Math.round(l.clockOffMs / 1_000) },
    { key: 'inspectionColumn.standard', width: 20, of: (l) => l.standard },
    { key: 'inspectionColumn.note', width: 40, of: (l) => l.note },
    { key: 'inspectionColumn.voidedAt', width: 18, of: (l, { time }) => time(l.voidedAt) },
    { key: 'inspectionColumn.voidReason', width: 30, of: (l) => l.voidReason },
  ],
}

export const REFUSED: Sheet<RefusedLook> = {
  name: 'inspectionSheet.refused',
  subject: 'refusedInspections',
  columns: [
    { key: 'inspectionColumn.receivedAt', width: 18, of: (r, { time }) => time(r.receivedAt) },
    { key: 'inspectionColumn.inspector', of: (r) => r.sentBy.name },
    { key: 'inspectionColumn.place', width: 26, of: (r) => r.place },
    { key: 'inspectionColumn.reason', width: 40, of: (r, { t }) => t(`error.${r.code}`) },
    { key: 'inspectionColumn.answers', of: (r) => r.answers },
    { key: 'inspectionColumn.failed', of: (r) => r.failed },
    { key: 'inspectionColumn.photos', of: (r) => r.photos },
    { key: 'inspectionColumn.resolvedAt', width: 18, of: (r, { time }) => time(r.resolvedAt) },
    { key: 'inspectionColumn.resolvedBy', of: (r) => r.resolvedBy?.name ?? null },
    { key: 'inspectionColumn.resolution', width: 40, of: (r) => r.resolution },
  ],
}
