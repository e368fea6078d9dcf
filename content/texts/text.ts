/** One thing said in both languages. Placeholders are `{{name}}` and must be the same in both. */
export type Text = { readonly zh: string; readonly en: string }
/** A namespace: dotted key → text. The first part of every key names the subject (`common.`, `error.`). */
export type Texts = Readonly<Record<string, Text>>
export type Lang = 'zh' | 'en'

/** What the program writes down once for readers of both languages. */
export const inBoth = ({ zh, en }: Text): string => `${zh} ${en}`
