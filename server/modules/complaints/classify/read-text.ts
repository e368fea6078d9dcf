import { tokensOf } from '#platform/search/tokens.ts'
import type { Reading } from './classify.rules.ts'

/** A customer's words as the rules take them: levelled, and cut into words by the same tokenizer as the search. */
export const readText = (text: string): Reading => ({
  text: text.normalize('NFKC').toLowerCase(),
  words: new Set(tokensOf(text).split(' ').filter(Boolean)),
})
