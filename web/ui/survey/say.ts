import { surveyAnswerTexts, surveyLinkTexts } from '#content/texts/survey-link.ts'
import type { Lang, Text } from '#content/texts/text.ts'
import { touchpointTexts } from '#content/texts/touchpoints.ts'

const TEXTS = { ...surveyLinkTexts, ...surveyAnswerTexts, ...touchpointTexts } as const
export type SurveyTextKey = keyof typeof TEXTS

/** The words of the questionnaire, which a resident's phone loads without those of the staff app. */
export const sayIn =
  (lang: Lang) =>
  (key: SurveyTextKey, params: Record<string, string | number> = {}): string => {
    const text: Text = TEXTS[key]
    return text[lang].replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name] ?? ''))
  }
export type Say = ReturnType<typeof sayIn>
