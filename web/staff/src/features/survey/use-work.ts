import { z } from 'zod'
import { SurveyQuestion } from '#contract/survey-questions.ts'
import { SurveySample } from '#contract/surveys.ts'
import { useKept } from '#ui/form/use-kept.ts'
import { isChanged, type Work, type Written, workOf } from './work.rules.ts'

const Kept = z.object({
  base: z.number(),
  titleZh: z.string().default(''),
  titleEn: z.string().default(''),
  introZh: z.string().default(''),
  introEn: z.string().default(''),
  // what is half written is kept too
  questions: z.array(SurveyQuestion.extend({ zh: z.string(), en: z.string() })).default([]),
  freeText: z.boolean(),
  anonymous: z.boolean(),
  sample: SurveySample,
})

/** A draft as it is typed. */
export const useWork = (survey: Written) =>
  useKept<Written, Work>(`survey ${survey.id}`, { shown: survey, shape: Kept, workOf, isChanged })
