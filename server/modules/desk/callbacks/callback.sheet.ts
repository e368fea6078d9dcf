import type { CallbackLine, listCallbackResults } from '#contract/callbacks.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { matterColumns } from '../matter-line.sheet.ts'

export const CALLBACKS: Sheet<CallbackLine> = {
  name: 'deskSheet.callbacks',
  subject: 'callbacks',
  columns: [
    ...matterColumns<CallbackLine>((c) => c.matter),
    { key: 'deskColumn.phone', of: (c) => c.phone },
    { key: 'deskColumn.dueAt', width: 18, of: (c, { time }) => time(c.dueAt) },
    { key: 'deskColumn.call', of: (c, { t }) => t(`deskWord.${c.call.grade}`) },
    { key: 'deskColumn.noCallback', of: (c, { t }) => t(c.noCallbackWish ? 'common.yes' : 'common.no') },
    { key: 'deskColumn.tries', of: (c) => c.tries },
    { key: 'deskColumn.lastOutcome', of: (c, { t }) => (c.lastOutcome ? t(`deskWord.${c.lastOutcome}`) : null) },
    { key: 'deskColumn.nextAt', width: 18, of: (c, { time }) => time(c.nextAt) },
  ],
}

type Result = AnswerOf<typeof listCallbackResults>['rows'][number]
export const CALLBACK_RESULTS: Sheet<Result> = {
  name: 'deskSheet.callbackResults',
  subject: 'callbackResults',
  columns: [
    { key: 'deskColumn.at', width: 18, of: (r, { time }) => time(r.at) },
    { key: 'deskColumn.matter', of: (r) => r.matter.number },
    { key: 'deskColumn.title', width: 40, of: (r) => r.matter.title },
    { key: 'deskColumn.by', of: (r) => r.by.name },
    { key: 'deskColumn.how', of: (r, { t }) => t(`deskWord.${r.how}`) },
    { key: 'deskColumn.outcome', of: (r, { t }) => t(`deskWord.${r.outcome}`) },
    { key: 'deskColumn.satisfaction', of: (r, { t }) => (r.satisfaction ? t(`deskWord.${r.satisfaction}`) : null) },
    { key: 'deskColumn.words', width: 60, of: (r) => r.words },
  ],
}
