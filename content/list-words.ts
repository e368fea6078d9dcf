import type { Lang, Text } from './texts/text.ts'

const COMMA = { zh: '、', en: ', ' }
/** Several names or words after each other, with the comma of the language. */
export const listWords = (lang: Lang, all: readonly string[]): string => all.join(COMMA[lang])

/** The same in both, for a message that either may read; a name is the same in both. */
export const listTexts = (all: readonly (string | Text)[]): Text => {
  const of = (lang: Lang) => all.map((one) => (typeof one === 'string' ? one : one[lang]))
  return { zh: listWords('zh', of('zh')), en: listWords('en', of('en')) }
}
