const WIDE = /[\uFF01-\uFF5E\u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF]/
const PLAIN = /^[ -~\n]*$/

/**
 * How clerks' typing is levelled before it is read. `foldWidth` is for names: it touches full-width ASCII and spaces
 * only, because NFKC would also replace rare characters that stand in identity papers by their common cousins.
 */
export const foldWidth = (text: string): string => {
  if (!WIDE.test(text)) return text
  return text
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
}

/** Everything that is not a name: full-width forms, ㎡, ①, Roman numerals, every dash and every space made plain. */
export const fold = (text: string): string => {
  if (PLAIN.test(text)) return text
  return foldWidth(text)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2500\u2501\uFE58\uFE63\u30FC\u2E3A\u2E3B]/g, '-')
}

/** What clerks write into a cell that has nothing to say; such a cell counts as empty. */
const NOTHING = /^(?:[-/\\_.。·*—–~]+|无|没有|暂无|暂缺|未知|不详|未登记|未提供|空|n\/?a|none|null|nil|tbd)$/i

export const saysNothing = (text: string): boolean => {
  const t = text.trim()
  return t === '' || NOTHING.test(t)
}

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Record<string, number> = { 十: 10, 百: 100, 廿: 20, 卅: 30 }

/** 十二 → 12, 一百零三 → 103, 一二〇三 → 1203 (digit by digit, as room numbers are read); null if it is no numeral. */
export const chineseNumber = (text: string): number | null => {
  if (text === '') return null
  const chars = [...text]
  if (chars.every((c) => c in DIGITS)) return Number(chars.map((c) => DIGITS[c]).join(''))
  let total = 0
  let held: number | null = null
  for (const c of chars) {
    const unit = TENS[c]
    const digit = DIGITS[c]
    if (unit === 20 || unit === 30) total += unit
    else if (unit !== undefined) {
      total += (held ?? 1) * unit
      held = null
    } else if (digit !== undefined) held = digit
    else return null
  }
  return total + (held ?? 0)
}
