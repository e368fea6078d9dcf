import type { LocalDate } from '#contract/values.ts'
import { isCalendarDate } from './parse-date.rules.ts'
import { fold } from './text-fold.rules.ts'

export type IdKind =
  | 'resident_id'
  | 'resident_id_15'
  | 'hmt_residence'
  | 'foreign_residence'
  | 'passport'
  | 'hk_macau_permit'
  | 'hk_macau_id'
  | 'taiwan_permit'
  | 'military'
  | 'uscc'
  | 'business_licence'
  | 'organisation_code'
export const isCompanyPaper = (kind: IdKind): boolean =>
  kind === 'uscc' || kind === 'business_licence' || kind === 'organisation_code'

export type IdTrouble =
  | 'ID_LENGTH'
  | 'ID_CHECK_DIGIT'
  | 'ID_BIRTH_DATE'
  | 'ID_REGION'
  | 'ID_MASKED'
  | 'ID_PRECISION'
  | 'ID_FORM'
  | 'USCC_CHECK_DIGIT'
export type IdReading = { number: string; kind: IdKind } | { trouble: IdTrouble }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'
/** First two digits of every province, plus 81-83 (residence permits of Hong Kong, Macau, Taiwan). */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/

/** The eighteenth character of a resident identity number (GB 11643), from the first seventeen digits. */
export const residentCheckDigit = (first17: string): string =>
  CHECK[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11] ?? ''

const USCC_CHARS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** The eighteenth character of a unified social credit code (GB 32100), from the first seventeen. */
export const usccCheckDigit = (first17: string): string => {
  let sum = 0
  let weight = 1
  for (const char of first17) {
    sum += USCC_CHARS.indexOf(char) * weight
    weight = (weight * 3) % 31
  }
  return USCC_CHARS[(31 - (sum % 31)) % 31] ?? ''
}

const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
export const isUscc = (code: string): boolean => USCC.test(code) && usccCheckDigit(code.slice(0, 17)) === code[17]

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const isOrganisationCode = (code: string): boolean => {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * Number.parseInt(code[i] ?? '', 36), 0)
  const check = 11 - (sum % 11)
  return (check === 11 ? '0' : check === 10 ? 'X' : String(check)) === code[8]
}

/** Old business licence of 15 digits (ISO 7064, mod 11,10). */
const isBusinessLicence = (digits: string): boolean => {
  let product = 10
  for (const char of digits.slice(0, 14)) product = (((product + Number(char)) % 10 || 10) * 2) % 11
  return (product + Number(digits[14])) % 10 === 1
}

const validBirth = (yyyymmdd: string, today: LocalDate): boolean => {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)]
  return (
    isCalendarDate(Number(year), Number(month), Number(day)) && year >= '1900' && `${year}-${month}-${day}` <= today
  )
}

const resident18 = (number: string, today: LocalDate): IdReading => {
  if (!REGION.test(number) && !number.startsWith('9')) return { trouble: 'ID_REGION' }
  if (!validBirth(number.slice(6, 14), today)) return { trouble: 'ID_BIRTH_DATE' }
  if (residentCheckDigit(number.slice(0, 17)) !== number[17]) return { trouble: 'ID_CHECK_DIGIT' }
  if (number.startsWith('9')) return { number, kind: 'foreign_residence' }
  return { number, kind: /^8[1-3]/.test(number) ? 'hmt_residence' : 'resident_id' }
}

const resident15 = (number: string, today: LocalDate): IdReading => {
  if (!REGION.test(number)) return { trouble: 'ID_REGION' }
  if (!validBirth(`19${number.slice(6, 12)}`, today)) return { trouble: 'ID_BIRTH_DATE' }
  return { number, kind: 'resident_id_15' }
}

/** The 18-digit number of the same person (all 15-digit numbers belong to people born in the 1900s). */
export const upgradeResidentId = (number15: string): string => {
  const first17 = `${number15.slice(0, 6)}19${number15.slice(6)}`
  return first17 + residentCheckDigit(first17)
}

const LABEL =
  /^(?:居民)?(?:身份证件?|护照|港澳(?:居民)?(?:来往内地)?通行证|台胞证|台湾(?:居民)?通行证|回乡证|军官证|士兵证|营业执照|统一社会信用代码|信用代码|组织机构代码|证件)(?:号码?)?[:\s]*/
const OTHER_PAPERS: readonly (readonly [IdKind, RegExp])[] = [
  ['hk_macau_permit', /^[HMC][A-Z]?\d{7,10}$/],
  ['hk_macau_id', /^[A-Z]{1,2}\d{6}\([0-9A]\)$|^[157]\d{6}\(\d\)$/],
  ['foreign_residence', /^[A-Z]{3}\d{12}$/],
  ['passport', /^(?=.*\d{5})[A-Z][A-Z0-9]{6,9}$/],
  ['taiwan_permit', /^\d{8}$|^\d{10}\(?[A-Z]\)?$/],
  ['military', /^\p{Script=Han}{1,3}字?第?\d{4,10}号?$/u],
]

/** Spaces and dashes out, the final X in any of its disguises (x, ×, х) made one. */
const plainId = (text: string): string =>
  fold(text)
    .trim()
    .toUpperCase()
    .replace(LABEL, '')
    .replace(/[\s'‘’"]|-(?=\d)/g, '')
    .replace(/^(\d{17})[×ХΧ╳]$/, '$1X')

/**
 * Reads one paper number. A person's paper is looked for first, or a company's if `holder` says so; a number that is
 * right for the other kind of holder is accepted too (a shop registered under its keeper's identity card).
 */
export const readIdNumber = (text: string, holder: 'person' | 'company', today: LocalDate): IdReading => {
  const number = plainId(text)
  if (/[*＊●•]|X{3,}|\?{2,}/.test(number)) return { trouble: 'ID_MASKED' }
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(number)) return { trouble: 'ID_PRECISION' }
  if (isUscc(number) && (holder === 'company' || !/^\d{17}[\dX]$/.test(number))) return { number, kind: 'uscc' }
  if (/^\d{17}[\dX]$/.test(number)) {
    const person = resident18(number, today)
    if (!('trouble' in person) || holder === 'person') return person
    return isUscc(number) ? { number, kind: 'uscc' } : /^[159]/.test(number) ? { trouble: 'USCC_CHECK_DIGIT' } : person
  }
  // Fourteen digits at the start are a person's number with a letter typed into it.
  if (USCC.test(number) && !/^\d{14}/.test(number)) return { trouble: 'USCC_CHECK_DIGIT' }
  if (/^\d{15}$/.test(number)) {
    if (holder === 'company' && isBusinessLicence(number)) return { number, kind: 'business_licence' }
    return resident15(number, today)
  }
  if (holder === 'company' && isOrganisationCode(number.replace('-', '')))
    return { number: number.replace('-', ''), kind: 'organisation_code' }
  const paper = OTHER_PAPERS.find(([, form]) => form.test(number))
  if (paper) return { number, kind: paper[0] }
  return { trouble: /^[\dX]+$/.test(number) ? 'ID_LENGTH' : 'ID_FORM' }
}
