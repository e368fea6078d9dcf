/** Half-open range of UTF-16 positions. */
export type TextRange = { start: number; end: number }

/** A text as the detector reads it; `at[i]` is the position in the original of character `i`. */
export type PlainText = { text: string; at: readonly number[] }

/** Spaces of every kind, commas and brackets (KN-302). Title marks 《》 stay: they show a named law. */
const DROPPED = /[\s\u200b\u2060,、､()[\]{}<>〈〉「」『』【】〔〕〖〗]/
/** Stands for one or more skipped characters, so that no pattern matches across the gap. */
const GAP = '\ufffc'

const halfWidth = (char: string): string => {
  const code = char.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return code === 0xff61 ? '。' : char
}

/**
 * KN-302: half width and simplified characters, 您 to 你 among them. `simplify` gives one character for one, so that
 * positions stay those of the original.
 */
export const foldCharacters = (original: string, simplify: Readonly<Record<string, string>>): string => {
  const chars = Array.from({ length: original.length }, (_, i) => halfWidth(original.charAt(i)))
  return chars.map((char) => simplify[char] ?? char).join('')
}

/**
 * KN-302: a folded text without spaces, commas and brackets. `skipped` ranges, ordered by start, leave a gap; an
 * empty line ends a sentence as a full stop would.
 */
export const plainChinese = (folded: string, skipped: readonly TextRange[]): PlainText => {
  const chars: string[] = []
  const at: number[] = []
  const push = (char: string, position: number) => {
    chars.push(char)
    at.push(position)
  }
  let next = 0
  let lineIsEmpty = false
  for (let i = 0; i < folded.length; i += 1) {
    while (next < skipped.length && (skipped[next]?.end ?? 0) <= i) next += 1
    const range = skipped[next]
    const char = folded.charAt(i)
    if (range && range.start <= i) {
      push(GAP, i)
      i = range.end - 1
      lineIsEmpty = false
    } else if (char === '\n') {
      if (lineIsEmpty) push('。', i)
      lineIsEmpty = true
    } else if (!DROPPED.test(char)) {
      push(char, i)
      lineIsEmpty = false
    }
  }
  return { text: chars.join(''), at }
}

/** KN-302: the sentences of a plain text, each with the mark that ends it. */
export const sentencesOf = (plain: PlainText): TextRange[] =>
  [...plain.text.matchAll(/[^。!?;]+[。!?;]?|[。!?;]/g)].map(({ index, 0: sentence }) => ({
    start: index,
    end: index + sentence.length,
  }))
