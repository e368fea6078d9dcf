import type { Texts } from './text.ts'

/** Pages and papers of the scores. */
export const scorePageTexts = {
  'nav.scores': { zh: '触点得分', en: 'Scores' },
} as const satisfies Texts
