import type { AnswerOf } from '#contract/route.ts'
import type { listWorkToTransfer } from '#contract/staff.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const workSheet: Sheet<AnswerOf<typeof listWorkToTransfer>['rows'][number]> = {
  name: 'export.workToTransfer',
  subject: 'workToTransfer',
  columns: [
    { key: 'matter.number', of: (w) => w.number },
    { key: 'field.title', width: 40, of: (w) => w.title },
    { key: 'matter.state', of: (w, { t }) => t(`state.${w.kind}.${w.state}`) },
    { key: 'export.dueAt', width: 18, of: (w, { time }) => time(w.dueAt) },
    { key: 'export.people', width: 24, of: (w) => w.people.map((p) => p.name).join('、') },
  ],
}
