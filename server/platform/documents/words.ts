import { resources } from '#content/texts/index.ts'
import type { Text } from '#content/texts/text.ts'

export type Lang = 'zh' | 'en'

const both = { zh: resources('zh'), en: resources('en') }

/** Words of documents and exports by key, with {{placeholders}} filled; the key itself where there is no word. */
export const words =
  (lang: Lang) =>
  (key: string, params: Record<string, string | number> = {}): string =>
    (both[lang][key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => String(params[name] ?? ''))

/** A word in both languages, for what either may read. */
export const bothWords = (key: string): Text => ({ zh: words('zh')(key), en: words('en')(key) })
