import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '#contract/values.ts'
import { chineseNumber, fold } from './text-fold.rules.ts'

export type DateRange = { from: LocalDate; to: LocalDate }

const daysIn = (year: number, month: number): number => Temporal.PlainYearMonth.from({ year, month }).daysInMonth

/** Whether the calendar has this day (Gregorian, years 1 to 9999). */
export const isCalendarDate = (year: number, month: number, day: number): boolean => {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return false
  return day <= 28 || (day <= 31 && day <= daysIn(year, month))
}

const local = (year: number, month: number, day: number): LocalDate | null =>
  isCalendarDate(year, month, day)
    ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null

const EPOCH = Temporal.PlainDate.from('1899-12-30')

/**
 * The day of an Excel serial number; null outside 1 to 2958465 (9999-12-31).
 * `date1904` is the other epoch that workbooks from old Macs carry.
 */
export const excelSerialDate = (serial: number, date1904 = false): LocalDate | null => {
  // A time of 23:59:59.9995 that rounding made is the next day.
  const days = Math.floor(serial + 1e-8) + (date1904 ? 1462 : 0)
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return null
  // Excel believes in 29 February 1900; before it every day is one later than its serial says.
  return EPOCH.add({ days: days < 60 ? days + 1 : days }).toString()
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNumber = (word: string | undefined): number => MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1

/** 二〇一九年六月九日 → 2019年6月9日. */
const arabic = (text: string): string =>
  text.replace(/[零〇○一二两三四五六七八九十]+(?=[年月日号])/g, (numeral) => String(chineseNumber(numeral) ?? numeral))

const century = (year: number): number => (year >= 100 ? year : year + (year < 70 ? 2000 : 1900))

const FORMS: readonly (readonly [RegExp, (m: string[]) => LocalDate | null])[] = [
  [
    /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号]?$/,
    ([, y, m, d]) => local(Number(y), Number(m), Number(d)),
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y, m, d]) => local(Number(y), Number(m), Number(d))],
  [
    /^(\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/,
    ([, y, m, d]) => local(century(Number(y)), Number(m), Number(d)),
  ],
  [
    // 6/25/2019 can only be June; 6/9/2019 may be either month and is refused rather than guessed.
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
    ([, a, b, y]) => {
      const [first, second] = [Number(a), Number(b)]
      if (first === second || second > 12) return local(Number(y), first, second)
      return first > 12 ? local(Number(y), second, first) : null
    },
  ],
  [
    /^(\d{1,2})[\s-]([a-z]{3,9})\.?,?[\s-](\d{2,4})$/i,
    ([, d, m, y]) => local(century(Number(y)), monthNumber(m), Number(d)),
  ],
  [/^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i, ([, m, d, y]) => local(Number(y), monthNumber(m), Number(d))],
]

/** A day written in any of the usual forms; null if it is none, or a day that the calendar does not have. */
export const parseDate = (text: string): LocalDate | null => {
  const plain = arabic(fold(text).trim()).replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s*[AP]M)?$/i, '')
  for (const [form, read] of FORMS) {
    const match = form.exec(plain)
    if (match) return read(match)
  }
  // A date cell that lost its format: 43625 is 2019-06-09. Only serials from 1982 to 2064, so that no other number fits.
  return /^[345]\d{4}(?:\.\d+)?$/.test(plain) ? excelSerialDate(Number(plain)) : null
}

const RANGE_DATE =
  /(?:(\d{4})\s*[-/.年]\s*)?(?<![\d])(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号]?|\s*月份?(?!\d))|(\d{4})(\d{2})(\d{2})(?!\d)/g

const edge = (match: RegExpMatchArray, end: boolean, yearBefore: number): LocalDate | null => {
  if (match[4]) return local(Number(match[4]), Number(match[5]), Number(match[6]))
  const [year, month] = [match[1] ? Number(match[1]) : yearBefore, Number(match[2])]
  if (match[3] !== undefined) return local(year, month, Number(match[3]))
  return isCalendarDate(year, month, 1) ? local(year, month, end ? daysIn(year, month) : 1) : null
}

/**
 * A span such as `2026年3月至2027年2月` (whole months: 1 March to 28 February), `2026.3.1-2027.2.28`,
 * `2026年3月-12月`. Null if it does not hold two dates.
 */
export const parseDateRange = (text: string): DateRange | null => {
  const plain = arabic(fold(text)).replace(/(\d{4})\s*[./-]\s*(\d{1,2})(?=\s*(?:至|到|~|-\s*\d{4}|--|$))/g, '$1年$2月')
  const dates = [...plain.matchAll(RANGE_DATE)].filter(
    (match) => match[1] || match[3] || match[4] || /月/.test(match[0]),
  )
  const [first, second] = dates
  if (!first || !second || dates.length !== 2 || !(first[1] || first[4])) return null
  const from = edge(first, false, 0)
  const to = from && edge(second, true, Number(from.slice(0, 4)))
  return from && to ? { from, to } : null
}
