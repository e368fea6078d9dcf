import { z } from 'zod'
import { Touchpoint } from '#contract/complaint-categories.ts'
import { SurveyAnswers } from '#contract/survey-questions.ts'
import type { Filled } from '#ui/survey/steps.rules.ts'

// what is half written is kept as it is
const Kept = z.object({
  answers: SurveyAnswers,
  comments: z.array(z.object({ touchpoint: Touchpoint.nullable(), text: z.string() })),
})
/** Enough of the token to tell two links on one phone apart, too little to answer with. */
const nameOf = (token: string) => `wuyou.survey.${token.slice(0, 6)}`

/** What was typed on this phone and has not reached the server; works without storage too. */
export const readKept = (token: string): Filled | undefined => {
  try {
    const found = Kept.safeParse(JSON.parse(localStorage.getItem(nameOf(token)) ?? 'null'))
    return found.success ? found.data : undefined
  } catch {
    return undefined
  }
}
export const writeKept = (token: string, filled: Filled): void => {
  try {
    localStorage.setItem(nameOf(token), JSON.stringify(filled))
  } catch {
    // private windows may refuse; the server keeps it then
  }
}
export const dropKept = (token: string): void => {
  try {
    localStorage.removeItem(nameOf(token))
  } catch {
    // nothing was kept
  }
}
