import { useEffect, useState } from 'react'
import { z } from 'zod'
import { SurveyQuestion } from '#contract/survey-questions.ts'
import { SurveySample, type SurveyView } from '#contract/surveys.ts'
import { dropDraft, readDraft, writeDraft } from '#ui/form/draft.ts'
import { isChanged, type Work, workOf } from './work.rules.ts'

const KEEP_AFTER_MS = 300
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

/** A draft as it is typed, kept in the tab until it is saved; `stale` when somebody else saved meanwhile. */
export const useWork = (survey: SurveyView) => {
  const key = `survey ${survey.id}`
  const [typed, setTyped] = useState<Work | undefined>(() => {
    const kept = Kept.safeParse(readDraft(key))
    return kept.success ? kept.data : undefined
  })
  const dirty = typed !== undefined && isChanged(typed, survey)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed && dirty) writeDraft(key, typed)
      else dropDraft(key)
    }, KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [key, typed, dirty])
  return {
    work: dirty ? typed : workOf(survey),
    dirty,
    stale: dirty && typed.base !== survey.version,
    change: setTyped,
    drop: () => {
      dropDraft(key)
      setTyped(undefined)
    },
    keepMine: () => setTyped(typed && { ...typed, base: survey.version }),
  }
}
