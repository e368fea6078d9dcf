import i18next from 'i18next'
import { staffNotices } from '#content/texts/staff-notices.ts'
import type { Lang, Text } from '#content/texts/text.ts'

const LANGS = ['zh', 'en'] as const
const said = i18next.createInstance()
await said.init({
  lng: 'zh',
  resources: Object.fromEntries(
    LANGS.map((lang) => [
      lang,
      { translation: Object.fromEntries(Object.entries(staffNotices).map(([key, text]) => [key, text[lang]])) },
    ]),
  ),
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

/** What a notice speaks of: data as it is, or words that are said in the language of who reads. */
export type NoticeParams = Readonly<Record<string, string | number | Text>>

const inLang = (params: NoticeParams, lang: Lang): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'object' ? value[lang] : value]),
  )

/** The words of a message to staff in both languages. Throws on a template that does not exist. */
export const staffText = (template: string, params: NoticeParams): { body: string; bodyEn: string } => {
  if (!Object.hasOwn(staffNotices, template)) throw new Error(`no notice is called ${template}`)
  const of = (lang: Lang) => said.getFixedT(lang)(template, inLang(params, lang))
  return { body: of('zh'), bodyEn: of('en') }
}
