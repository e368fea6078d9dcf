import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let jieba: Jieba | undefined

/** Chinese words of a text for `to_tsvector('simple', …)`: jieba's search mode plus single characters of unknown words. */
export const tokensOf = (text: string): string => {
  jieba ??= Jieba.withDict(dict)
  const words = jieba.cutForSearch(text.normalize('NFKC').toLowerCase(), true)
  return [...new Set(words.map((w) => w.trim()).filter((w) => /[\p{L}\p{N}]/u.test(w)))].slice(0, 2_000).join(' ')
}
