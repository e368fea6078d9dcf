import i18next from 'i18next'
import { staffNotices } from '#content/texts/staff-notices.ts'

const zh = i18next.createInstance()
await zh.init({
  lng: 'zh',
  resources: {
    zh: { translation: Object.fromEntries(Object.entries(staffNotices).map(([key, text]) => [key, text.zh])) },
  },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})

/** The words of a message to staff. Throws on a template that does not exist. */
export const staffText = (template: string, params: Record<string, string | number>): string => {
  if (!Object.hasOwn(staffNotices, template)) throw new Error(`no notice is called ${template}`)
  return zh.t(template, params)
}
