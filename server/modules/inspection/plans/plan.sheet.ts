import { listWords } from '#content/list-words.ts'
import { nameIn } from '#content/usual-names.ts'
import type { Plan } from '#contract/inspection-plans.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const PLANS: Sheet<Plan> = {
  name: 'inspectionSheet.plans',
  subject: 'inspectionPlans',
  columns: [
    { key: 'inspectionColumn.name', width: 30, of: (p, { lang }) => nameIn(lang, p.name) },
    { key: 'inspectionColumn.task', width: 26, of: (p, { lang }) => p.task && nameIn(lang, p.task) },
    { key: 'inspectionColumn.kind', of: (p, { t }) => t(`inspectionKind.${p.kind}`) },
    { key: 'inspectionColumn.recurrence', width: 20, of: (p, { t }) => t(`recurrence.${p.recurrence.kind}`) },
    {
      key: 'inspectionColumn.hours',
      width: 24,
      of: (p, { lang }) =>
        listWords(
          lang,
          p.hours.map((h) => `${h.from}–${h.to}`),
        ) || null,
    },
    { key: 'inspectionColumn.line', of: (p, { t }) => (p.line ? t(`line.${p.line}`) : null) },
    {
      key: 'inspectionColumn.assignee',
      width: 16,
      of: (p, { t }) => p.assignee?.name ?? (p.assigneeRole ? t(`role.${p.assigneeRole}`) : (p.area?.name ?? null)),
    },
    { key: 'inspectionColumn.places', of: (p) => p.places },
    { key: 'inspectionColumn.sample', of: (p) => p.sample },
    { key: 'inspectionColumn.nextAt', width: 18, of: (p, { time }) => time(p.nextAt) },
    { key: 'inspectionColumn.done30', of: (p) => p.done30 },
    { key: 'inspectionColumn.missed30', of: (p) => p.missed30 },
    { key: 'inspectionColumn.active', of: (p, { t }) => t(p.active ? 'common.yes' : 'common.no') },
  ],
}
