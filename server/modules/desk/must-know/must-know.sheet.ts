import type { listQuizResults, listQuizStanding, listReaders, SheetVersion } from '#contract/must-know.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const VERSIONS: Sheet<SheetVersion> = {
  name: 'deskSheet.versions',
  subject: 'mustKnowVersions',
  columns: [
    { key: 'deskColumn.version', of: (v) => v.number },
    { key: 'deskColumn.state', of: (v, { t }) => t(`deskWord.${v.state}`) },
    { key: 'deskColumn.author', of: (v) => v.author.name },
    { key: 'deskColumn.checker', of: (v) => v.checker?.name ?? null },
    { key: 'deskColumn.approver', of: (v) => v.approver?.name ?? null },
    { key: 'deskColumn.effectiveDate', of: (v) => v.effectiveDate },
    { key: 'deskColumn.missing', of: (v) => v.missing.length },
    { key: 'deskColumn.note', width: 40, of: (v) => v.summary },
  ],
}

type Reader = AnswerOf<typeof listReaders>['rows'][number]
export const READERS: Sheet<Reader> = {
  name: 'deskSheet.readers',
  subject: 'mustKnowReaders',
  columns: [
    { key: 'deskColumn.staff', of: (r) => r.staff.name },
    { key: 'deskColumn.roles', width: 30, of: (r, { t }) => r.roles.map((role) => t(`role.${role}`)).join(', ') },
    { key: 'deskColumn.confirmedAt', width: 18, of: (r, { time }) => time(r.confirmedAt) },
    { key: 'deskColumn.late', of: (r, { t }) => t(r.late ? 'common.yes' : 'common.no') },
  ],
}

type QuizResult = AnswerOf<typeof listQuizResults>['rows'][number]
export const QUIZZES: Sheet<QuizResult> = {
  name: 'deskSheet.quizzes',
  subject: 'quizResults',
  columns: [
    { key: 'deskColumn.staff', of: (q) => q.staff.name },
    { key: 'deskColumn.version', of: (q) => q.number },
    { key: 'deskColumn.at', width: 18, of: (q, { time }) => time(q.finishedAt) },
    { key: 'deskColumn.percent', of: (q) => q.percent },
    { key: 'deskColumn.passed', of: (q, { t }) => t(q.passed ? 'common.yes' : 'common.no') },
  ],
}

type Standing = AnswerOf<typeof listQuizStanding>['rows'][number]
export const QUIZ_STANDING: Sheet<Standing> = {
  name: 'deskSheet.quizStanding',
  subject: 'quizStanding',
  columns: [
    { key: 'deskColumn.staff', of: (s) => s.staff.name },
    { key: 'deskColumn.roles', width: 30, of: (s, { t }) => s.roles.map((role) => t(`role.${role}`)).join(', ') },
    { key: 'deskColumn.passed', of: (s, { t }) => t(s.passed ? 'common.yes' : 'common.no') },
    { key: 'deskColumn.percent', of: (s) => s.percent },
    { key: 'deskColumn.at', width: 18, of: (s, { time }) => time(s.passedAt) },
    { key: 'deskColumn.validUntil', of: (s) => s.validUntil },
  ],
}
