import type { Plugin } from 'vite'
import { resources } from '../../../content/texts/index.ts'

/** `virtual:texts/zh` and `virtual:texts/en`: the texts of one language, because a browser shows only one at a time. */
export const textsByLang = (): Plugin => ({
  name: 'texts-by-lang',
  resolveId: (id) => (id.startsWith('virtual:texts/') ? `\0${id}` : undefined),
  load: (id) => {
    if (id === '\0virtual:texts/zh') return `export const texts = ${JSON.stringify(resources('zh'))}`
    if (id === '\0virtual:texts/en') return `export const texts = ${JSON.stringify(resources('en'))}`
    return undefined
  },
})
