import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Lang, ParamsOf, PlainKey, TextKey } from '#content/texts/index.ts'
import { preference } from './preferences.ts'

export type { Lang, PlainKey, TextKey } from '#content/texts/index.ts'

/** Chinese first; the choice is kept on the device. */
export const langChoice = preference<Lang>('lang', ['zh', 'en'], 'zh')
/** Tags for `lang=` and Intl; 24-hour clock in both. */
const LOCALES: Record<Lang, string> = { zh: 'zh-CN', en: 'en-GB' }

type Resources = Record<string, string>

/** The texts of one language, fetched when it is spoken. */
export const fetchTexts = async (lang: Lang): Promise<Resources> =>
  (await (lang === 'zh' ? import('./texts-zh.ts') : import('./texts-en.ts'))).texts

/** Begins to speak; `texts` belong to `langChoice` (or to `lang`). */
export const startI18n = (texts: Resources, lang: Lang = langChoice.get()) => {
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    initAsync: false,
    resources: { [lang]: { translation: texts } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  markDocument(lang)
}

const markDocument = (lang: Lang) => {
  if (typeof document !== 'undefined') document.documentElement.lang = LOCALES[lang]
}

/** Changes the language of everything shown; without a network the language stays as it is. */
export const setLang = async (lang: Lang) => {
  if (!i18next.hasResourceBundle(lang, 'translation')) {
    const texts = await fetchTexts(lang).catch(() => undefined)
    if (!texts) return
    i18next.addResourceBundle(lang, 'translation', texts)
  }
  langChoice.set(lang)
  markDocument(lang)
  await i18next.changeLanguage(lang)
}

/** Whether there is a text for a key that is only known at run time. */
export const hasText = (key: string): key is PlainKey => i18next.exists(key)

// An unknown key makes K every key at once; asking nothing then leaves the error where it belongs, at the key.
type Params<K extends TextKey> = TextKey extends K
  ? [params?: undefined]
  : [ParamsOf<K>] extends [never]
    ? [params?: undefined]
    : [params: Record<ParamsOf<K>, string | number>]

/** `t('list.end', { count: 3 })`: keys and placeholders are checked when compiling. */
export type T = <K extends TextKey>(key: K, ...params: Params<K>) => string

const speak =
  (lang: Lang): T =>
  (key, ...params) => {
    const options: Record<string, unknown> = { ...params[0], lng: lang }
    const name: string = key
    return i18next.t(name, options)
  }
const VOICES: Record<Lang, T> = { zh: speak('zh'), en: speak('en') }

/** `t` changes with the language, so it may stand in dependency lists. */
export const useTexts = (): { t: T; lang: Lang } => {
  const { i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'zh'
  return { t: VOICES[lang], lang }
}

/** For the few places outside React. */
export const textNow: T = (key, ...params) => VOICES[langChoice.get()](key, ...params)
