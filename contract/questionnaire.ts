import { z } from 'zod'
import { Version } from './estate.ts'
import { Person } from './matters.ts'
import { SURVEY_KINDS, SurveyQuestion } from './survey-questions.ts'
import { Instant, optionalText, text, Uuid } from './values.ts'

/** How long the words of a questionnaire may be, an estate's as the company's. */
const titles = { titleZh: text(100), titleEn: text(160) }

export const NewQuestionnaire = z.strictObject({ kind: z.enum(SURVEY_KINDS), ...titles })

/** All that a draft says, but for its sample. */
export const QuestionnaireBody = z.strictObject({
  version: Version,
  ...titles,
  introZh: optionalText(1000),
  introEn: optionalText(1500),
  questions: z.array(SurveyQuestion).max(200),
  freeText: z.boolean(),
  anonymous: z.boolean(),
})
export type QuestionnaireBody = z.output<typeof QuestionnaireBody>

export const QuestionnaireLine = z.object({
  id: Uuid,
  kind: z.enum(SURVEY_KINDS),
  revision: z.number().int(),
  titleZh: z.string(),
  titleEn: z.string(),
  anonymous: z.boolean(),
  questions: z.number().int(),
  createdAt: Instant,
})
export type QuestionnaireLine = z.infer<typeof QuestionnaireLine>

/** What its page shows beside the line. */
export const QuestionnairePage = z.object({
  rootId: Uuid,
  introZh: z.string(),
  introEn: z.string(),
  list: z.array(SurveyQuestion),
  freeText: z.boolean(),
  createdBy: Person.nullable(),
  pairLimit: z.number().int(),
  smallestGroup: z.number().int(),
  version: Version,
})
export type QuestionnairePage = z.infer<typeof QuestionnairePage>
