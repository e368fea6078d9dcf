import { listWords } from '#content/list-words.ts'
import { type ConditionCall, isCalledOff } from '#contract/inspection-plans.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const CALLS: Sheet<ConditionCall> = {
  name: 'inspectionSheet.calls',
  subject: 'conditionCalls',
  columns: [
    { key: 'inspectionColumn.condition', width: 16, of: (c, { t }) => t(`condition.${c.condition}`) },
    { key: 'inspectionColumn.fromAt', width: 18, of: (c, { time }) => time(c.fromAt) },
    { key: 'inspectionColumn.untilAt', width: 18, of: (c, { time }) => time(c.untilAt) },
    { key: 'inspectionColumn.calledOff', of: (c, { t }) => (isCalledOff(c) ? t('conditions.calledOff') : null) },
    {
      key: 'inspectionColumn.place',
      width: 32,
      of: ({ places }, { t, lang }) =>
        listWords(
          lang,
          places.map((p) => p.name),
        ) || t('conditions.everywhere'),
    },
    { key: 'inspectionColumn.calledBy', of: (c) => c.calledBy.name },
    { key: 'inspectionColumn.rounds', of: (c) => c.rounds },
    { key: 'inspectionColumn.done', of: (c) => c.done },
    { key: 'inspectionColumn.note', width: 40, of: (c) => c.note },
  ],
}
