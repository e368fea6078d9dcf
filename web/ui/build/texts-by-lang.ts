import type { Plugin } from 'vite'
import { NAMESPACES, resources, type Texts } from '../../../content/texts/index.ts'

/**
 * Puts only one language into `texts-zh.ts` and `texts-en.ts`, because a browser shows one at a time; and of that only
 * the given namespaces, because a phone need not carry the words of a desk.
 */
export const textsByLang = (namespaces: readonly Texts[] = NAMESPACES): Plugin => ({
  name: 'texts-by-lang',
  apply: 'build',
  enforce: 'pre',
  load: (id) => {
    const lang = /[\\/]web[\\/]ui[\\/]texts-(zh|en)\.ts$/.exec(id)?.[1]
    if (lang !== 'zh' && lang !== 'en') return undefined
    return `export const texts = ${JSON.stringify(resources(lang, namespaces))}`
  },
})
