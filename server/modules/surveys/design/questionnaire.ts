import { z } from 'zod'
import type { QuestionnaireBody, QuestionnaireLine, QuestionnairePage } from '#contract/questionnaire.ts'
import { SURVEY_KINDS, SurveyQuestion } from '#contract/survey-questions.ts'
import type { Instant, Uuid } from '#contract/values.ts'

/** What the rows of an estate's survey and of a questionnaire of the company have in common. */
type Row = {
  id: Uuid
  root_id: Uuid
  kind: string
  revision: number
  title_zh: string
  title_en: string
  intro_zh: string
  intro_en: string
  questions: unknown
  free_text: boolean
  anonymous: boolean
  created_at: Instant
  created_by: Uuid | null
  version: number
}

const Questions = z.array(SurveyQuestion)
const Kind = z.enum(SURVEY_KINDS)

/** Questions as they were written; they were checked on their way in. */
export const questionsOf = (row: Pick<Row, 'questions'>) => Questions.parse(row.questions)
export const kindOf = (row: Pick<Row, 'kind'>) => Kind.parse(row.kind)
export const person = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const presentLine = (row: Row): QuestionnaireLine => ({
  id: row.id,
  kind: kindOf(row),
  revision: row.revision,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  anonymous: row.anonymous,
  questions: questionsOf(row).length,
  createdAt: row.created_at,
})

export const presentPage = (
  row: Row & { created_name: string | null },
  limits: Pick<QuestionnairePage, 'pairLimit' | 'smallestGroup'>,
): QuestionnairePage => ({
  rootId: row.root_id,
  introZh: row.intro_zh,
  introEn: row.intro_en,
  list: questionsOf(row),
  freeText: row.free_text,
  createdBy: person(row.created_by, row.created_name),
  ...limits,
  version: row.version,
})

/** What of a draft is written, but for its sample. */
export const columnsOf = (body: QuestionnaireBody) => ({
  title_zh: body.titleZh,
  title_en: body.titleEn,
  intro_zh: body.introZh ?? '',
  intro_en: body.introEn ?? '',
  questions: JSON.stringify(body.questions),
  free_text: body.freeText,
  anonymous: body.anonymous,
})
