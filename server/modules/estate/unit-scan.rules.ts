import { chineseNumber, fold } from './text-fold.rules.ts'

/** What a piece of a room text says it is. `door` (号, #) is a building inside a text and a room at its end. */
export type UnitRole = 'phase' | 'building' | 'section' | 'floor' | 'room' | 'door'
export type UnitMark = 'shop' | 'villa'
export type UnitToken = {
  value: string
  role: UnitRole | null
  /** A name written right before the value: 东区 in 东区3栋, 湖畔 in 湖畔8号. */
  prefix: string
}
export type UnitScan = {
  mark: UnitMark | null
  /** Names that stand for themselves: 紫薇阁 in 紫薇阁-1203. */
  names: string[]
  tokens: UnitToken[]
}

const SUFFIXES: readonly (readonly [string, UnitRole])[] = [
  ['号楼', 'building'],
  ['号栋', 'building'],
  ['号幢', 'building'],
  ['楼栋', 'building'],
  ['栋楼', 'building'],
  ['单元', 'section'],
  ['门洞', 'section'],
  ['组团', 'phase'],
  ['号房', 'room'],
  ['房间', 'room'],
  ['栋', 'building'],
  ['幢', 'building'],
  ['座', 'building'],
  ['单', 'section'],
  ['期', 'phase'],
  ['区', 'phase'],
  ['弄', 'phase'],
  ['门', 'section'],
  ['梯', 'section'],
  ['层', 'floor'],
  ['楼', 'floor'],
  ['室', 'room'],
  ['房', 'room'],
  ['户', 'room'],
  ['号', 'door'],
  ['#', 'door'],
]
const NUMERALS = /^[零〇○一二两三四五六七八九十百廿卅]+/
const STEM = /^[甲乙丙丁戊己庚辛壬癸东南西北中]/
const HAN = /^[\p{Script=Han}·]/u

/** Notes that do not say which unit it is. */
const NOTES = /[([{【〔][^)\]}】〕]*[)\]}】〕]|复式|跃层|顶跃|LOFT|平层/g

const MARKS: readonly (readonly [UnitMark, RegExp])[] = [
  ['shop', /(?:沿街|临街|底层)?(?:商铺|底商|商业街|商业|门面房?|门市房?|店面|铺面|街铺|旺铺|铺位|商户|铺)/],
  ['villa', /(?:联排|独栋|双拼|叠拼|叠加)?别墅/],
]
/** S-12, 1-S-3, V8, V-8-2, 湖畔-V-8: the marks that canonical keys carry. */
const LETTER_MARK =
  /^(?:(.*?)(?:-|(?<=[栋幢座元])))?(?:S-?(\d+[A-Z]?|(?<=-)[A-Z]{1,2}\d+[A-Z]?)|V-?(\d+[A-Z]?(?:-\d+)?|(?<=-)[A-Z]{1,2}\d+[A-Z]?))(?:号|室)?$/

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/\b(?:PARKING(?: SPACE| LOT)?|GARAGE)(?: NO)?[ .:]*/g, '车位'],
  [/\b(?:SHOP|STORE|RETAIL)(?: NO)?[ .:]*/g, '商铺'],
  [/\b(?:VILLA|TOWNHOUSE)(?: NO)?[ .:]*/g, '别墅'],
  [/\b(?:BUILDING|BLDG|BLOCK|TOWER)(?: NO)?[ .:]*([0-9A-Z]+)/g, '$1栋'],
  [/\b(?:ROOM|FLAT|APARTMENT|APT|RM)(?: NO)?[ .:]*([0-9A-Z]+)/g, '$1室'],
  [/\b(?:ENTRANCE|SECTION)(?: NO)?[ .:]*([0-9A-Z]+)/g, '$1单元'],
]

const fromEnglish = (text: string): string => {
  if (!/[A-Z]{3}|RM|NO/.test(text)) return text
  const t = ENGLISH.reduce((sum, [words, chinese]) => sum.replace(words, chinese), text)
  return t.replace(/\bUNIT(?: NO)?[ .:]*([0-9A-Z]+)/g, t.includes('室') ? '$1单元' : '$1室')
}

/** Capital letters, no notes in brackets, one dash for every separator. */
export const plainUnitText = (text: string): string =>
  fromEnglish(fold(text).toUpperCase().replace(NOTES, ' ').trim())
    .replace(/[\s/\\_.,、:~|-]+/g, '-')
    .replace(/^-|-$/g, '')

/** Leading zeros say nothing: 03 is 3, B01 is B1. */
export const plainValue = (raw: string): string => raw.replace(/^([A-Z]*)0+(?=\d)/, '$1')

/** A value at the head of the text: digits and letters, a Chinese numeral, or 甲/东 where they number something. */
const valueAt = (text: string): { length: number; value: string } | null => {
  const ascii = /^[0-9A-Z]+/.exec(text)?.[0]
  if (ascii) return { length: ascii.length, value: plainValue(ascii) }
  const raw = NUMERALS.exec(text)?.[0] ?? STEM.exec(text)?.[0]
  if (!raw) return null
  const rest = text.slice(raw.length)
  const number = chineseNumber(raw)
  const suffixed = SUFFIXES.some(([word]) => rest.startsWith(word))
  // 三元里, 一品苑 and 北苑 are names; 三栋, 甲单元 and a 三 that stands alone are numbers; 东区 and 西门 stay names.
  if (number === null && (/^[区门期]/.test(rest) || !(suffixed || rest === '' || rest.startsWith('-')))) return null
  if (!suffixed && HAN.test(rest)) return null
  return { length: raw.length, value: number === null ? raw : String(number) }
}

const tokensOf = (text: string): { names: string[]; tokens: UnitToken[] } | null => {
  const names: string[] = []
  const tokens: UnitToken[] = []
  let name = ''
  const keepName = (): boolean => {
    // A name after a number (3-2-1203业主) says something that is no unit.
    if (name !== '' && tokens.some((token) => token.role !== 'phase')) return false
    if (name !== '') names.push(name)
    name = ''
    return true
  }
  let rest = text
  while (rest !== '') {
    const value = valueAt(rest)
    if (value) {
      rest = rest.slice(value.length)
      const [word, role] = SUFFIXES.find(([suffix]) => rest.startsWith(suffix)) ?? ['', null]
      rest = rest.slice(word.length)
      const phase = role === 'phase' ? `${value.value}${word}` : value.value
      tokens.push({ value: phase, role, prefix: name })
      name = ''
      continue
    }
    const char = HAN.exec(rest)?.[0]
    if (char) name += char
    else if (!rest.startsWith('-') || !keepName()) return null
    rest = rest.slice(char?.length ?? 1)
  }
  return keepName() ? { names, tokens } : null
}

const roomToken = (value: string): UnitToken => ({ value, role: 'room', prefix: '' })

/**
 * Takes a room text apart; null if it holds signs that no room has. In a column of buildings S1 is a building's name
 * (`marksByLetter` false), as a room it is a shop.
 */
export const scanUnit = (text: string, marksByLetter = true): UnitScan | null => {
  const t = plainUnitText(text)
  const letter = marksByLetter ? LETTER_MARK.exec(t) : null
  if (letter) {
    const before = tokensOf(letter[1] ?? '')
    const room = plainValue(letter[2] ?? letter[3] ?? '')
    if (!before) return null
    return { mark: letter[2] ? 'shop' : 'villa', names: before.names, tokens: [...before.tokens, roomToken(room)] }
  }
  for (const [mark, words] of MARKS) {
    if (!words.test(t)) continue
    // 商铺S-3 says it twice.
    const rest = tokensOf(
      t
        .replace(words, '-')
        .replace(/-+$/, '')
        .replace(/(^|-)[SV]-?(?=\d+[A-Z]?号?$)/, '$1'),
    )
    return rest && { mark, ...rest }
  }
  const all = tokensOf(t)
  return all && { mark: null, ...all }
}
