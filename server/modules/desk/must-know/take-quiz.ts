import type { Quiz } from '#contract/must-know.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { FEWEST_QUESTIONS, gradeQuiz, makeQuiz, type Question } from './quiz.rules.ts'
import { currentSheet } from './read-sheet.ts'
import { findQuiz, finishQuiz, insertQuiz, unfinishedQuiz } from './reading.store.ts'
import { contentOf, presentQuiz } from './sheet.present.ts'
import { fieldsOf } from './sheet-fields.rules.ts'

/** FD-024: a quiz on the version in force; one begun before comes back. E_SHEET_INCOMPLETE when the sheet is too empty to ask from. */
export const startQuiz = async (tx: Tx, actor: Actor, estateId: Uuid): Promise<Quiz | Refusal> => {
  const settings = await settingsOf(tx, estateId)
  const sheet = await currentSheet(tx, estateId)
  if (!sheet) return refuse('E_SHEET_INCOMPLETE', { details: { number: null } })
  const begun = await unfinishedQuiz(tx, estateId, sheet.id, actor.id)
  if (begun) return presentQuiz(begun, settings.get('desk.quizPassPercent'))
  const id = newId()
  const questions = makeQuiz(fieldsOf(contentOf(sheet.content)), id, settings.get('desk.quizQuestions'))
  if (questions.length < FEWEST_QUESTIONS)
    return refuse('E_SHEET_INCOMPLETE', { details: { number: sheet.number, questions: questions.length } })
  await insertQuiz(tx, { estate_id: estateId, id, version_id: sheet.id, staff_id: actor.id, questions })
  const row = await findQuiz(tx, estateId, id)
  return row ? presentQuiz(row, settings.get('desk.quizPassPercent')) : refuse('E_NOT_FOUND')
}

/** FD-024: all answers at once, only by who was asked, only once. */
export const answerQuiz = async (
  tx: Tx,
  actor: Actor,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  answers: readonly (number | null)[],
): Promise<Quiz | Refusal> => {
  const quiz = await findQuiz(tx, estateId, id)
  if (!quiz || quiz.staff_id !== actor.id) return refuse('E_NOT_FOUND')
  const passPercent = (await settingsOf(tx, estateId)).get('desk.quizPassPercent')
  const result = gradeQuiz(quiz.questions as Question[], answers, passPercent)
  if (!(await finishQuiz(tx, quiz, { answers, ...result })))
    return refuse('E_STATE_CHANGED', { details: { finishedAt: quiz.finished_at } })
  const row = await findQuiz(tx, estateId, id)
  return row ? presentQuiz(row, passPercent) : refuse('E_NOT_FOUND')
}
