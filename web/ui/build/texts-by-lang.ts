import type { Plugin } from 'vite'
import { resources } from '../../../content/texts/index.ts'

/** Puts only one language into `texts-zh.ts` and `texts-en.ts`, because a browser shows one at a time. */
export const textsByLang = (): Plugin => ({
  name: 'texts-by-lang',
  apply: 'build',
  enforce: 'pre',
  load: (id) => {
    const lang = /[\\/]web[\\/]ui[\\/]texts-(zh|en)\.ts$/.exec(id)?.[1]
    if (lang !== 'zh' && lang !== 'en') return undefined
    return `export const texts = ${JSON.stringify(resources(lang))}`
  },
})
