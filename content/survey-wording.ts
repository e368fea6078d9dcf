import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { surveyLinkTexts } from './texts/survey-link.ts'
import type { Lang } from './texts/text.ts'

/** The part of an answer: with it, without it, satisfaction, importance. */
export type AnswerPart = 'f' | 'd' | 's' | 'w'

const OWN = {
  zh: { f: 'withZh', d: 'withoutZh' },
  en: { f: 'withEn', d: 'withoutEn' },
} as const
const MADE = { f: 'with', d: 'without', s: 'satisfaction', w: 'importance' } as const

type Asked = Pick<SurveyQuestion, 'zh' | 'en' | 'withZh' | 'withEn' | 'withoutZh' | 'withoutEn'>
/** A question as a resident reads it, on the phone and on paper: in words written for it, or made from its attribute's name. */
export const wordingOf = (question: Asked, part: AnswerPart, lang: Lang): string => {
  const written = part === 'f' || part === 'd' ? question[OWN[lang][part]] : undefined
  return written || surveyLinkTexts[`surveyLink.${MADE[part]}`][lang].replace('{{name}}', () => question[lang])
}
