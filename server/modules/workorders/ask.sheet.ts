import type { listAvailabilityAsks } from '#contract/orders.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const askSheet: Sheet<AnswerOf<typeof listAvailabilityAsks>['rows'][number]> = {
  name: 'export.asks',
  subject: 'availabilityAsks',
  columns: [
    { key: 'matter.number', of: (a) => a.matter.number },
    { key: 'field.title', width: 40, of: (a) => a.matter.title },
    { key: 'field.line', of: (a, { t }) => t(`line.${a.line}`) },
    { key: 'field.unitId', width: 18, of: (a) => a.unit?.display ?? null },
    { key: 'field.place', width: 18, of: (a) => a.place },
    { key: 'field.customerSaid', width: 48, of: (a) => a.customerSaid },
    { key: 'export.askedAt', width: 18, of: (a, { time }) => time(a.askedAt) },
    { key: 'export.dueAt', width: 18, of: (a, { time }) => time(a.dueAt) },
    { key: 'field.note', width: 32, of: (a) => a.note },
  ],
}
