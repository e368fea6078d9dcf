import { pinyin } from 'pinyin-pro'

const HAN = /^\p{Script=Han}$/u
const MOST_READINGS = 3

/** One part of a name that a person may begin to type at: a character, or a whole word of Latin letters and digits. */
export type Syllable = { text: string; readings: readonly string[] }

/** 单雄信 is shan'xiong'xin (a surname reads its own way); characters with several readings keep the others behind it. */
export const syllablesOf = (folded: string): Syllable[] => {
  const parts = folded.match(/[a-z0-9]+|\p{Script=Han}/gu) ?? []
  const han = parts.filter((part) => HAN.test(part)).join('')
  const read = han === '' ? [] : pinyin(han, { type: 'array', toneType: 'none', surname: 'head', v: true })
  let next = 0
  return parts.map((text) => {
    if (!HAN.test(text)) return { text, readings: [text] }
    const main = level(read[next++] ?? text)
    return { text, readings: [...new Set([main, ...others(text)])].slice(0, MOST_READINGS) }
  })
}

const level = (syllable: string): string => syllable.toLowerCase().replace(/[üv]/g, 'v')

const known = new Map<string, string[]>()
const others = (character: string): string[] => {
  const before = known.get(character)
  if (before) return before
  const all = pinyin(character, { type: 'array', toneType: 'none', multiple: true, v: true }).map(level)
  const spelt = all.filter((one) => /^[a-z]+$/.test(one))
  known.set(character, spelt)
  return spelt
}

/** zsf of 张三丰; what has no reading (𠮷, an emoji) stands for nothing. */
export const initialsOf = (name: string): string =>
  syllablesOf(name.toLowerCase())
    .map(({ readings }) => readings[0] ?? '')
    .map((reading) => (/^[a-z0-9]/.test(reading) ? reading.charAt(0) : ''))
    .join('')
    .slice(0, 60)
