import { type Quiz, SheetContent, type SheetVersion, type SheetView } from '#contract/must-know.ts'
import type { Question } from './quiz.rules.ts'
import type { QuizRow } from './reading.store.ts'
import type { SheetRow } from './sheet.store.ts'
import { changesOf, EMPTY_SHEET, fieldsOf, missingFields } from './sheet-fields.rules.ts'

const person = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)

export const contentOf = (content: unknown): SheetContent => SheetContent.parse(content)

export const presentVersion = (row: SheetRow, inForceId: string | undefined): SheetVersion => ({
  id: row.id,
  number: row.number,
  state: row.state as SheetVersion['state'],
  inForce: row.id === inForceId,
  summary: row.summary,
  author: { id: row.author_id, name: row.author_name ?? '' },
  editedAt: row.edited_at,
  checker: person(row.checker_id, row.checker_name),
  checkedAt: row.checked_at,
  approver: person(row.approver_id, row.approver_name),
  approvedAt: row.approved_at,
  effectiveDate: row.effective_date,
  missing: missingFields(contentOf(row.content)),
  version: row.version,
})

/** A version with its facts and with what it changes against the one before it. */
export const presentSheet = (row: SheetRow, inForceId: string | undefined, before: SheetRow | undefined): SheetView => {
  const content = contentOf(row.content)
  return {
    ...presentVersion(row, inForceId),
    content,
    fields: fieldsOf(content),
    changes: changesOf(before ? contentOf(before.content) : EMPTY_SHEET, content),
  }
}

/** Which choice is right is told once the quiz is finished. */
export const presentQuiz = (row: QuizRow, passPercent: number): Quiz => {
  const finished = row.finished_at !== null
  const answers = Array.isArray(row.answers) ? (row.answers as (number | null)[]) : []
  return {
    id: row.id,
    number: row.number,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    questions: (row.questions as Question[]).map((q, i) => ({
      key: q.key,
      name: q.name,
      choices: q.choices,
      right: finished ? q.right : null,
      given: answers[i] ?? null,
    })),
    percent: row.percent,
    passed: row.passed,
    passPercent,
  }
}
