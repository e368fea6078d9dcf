import { fold, saysNothing } from './text-fold.rules.ts'

export type PhoneKind = 'mobile' | 'landline' | 'hotline' | 'overseas'
export type Phone = {
  /** `19900001000`, `0755-26781234`, `0755-26781234-801`, `26781234`, `400-800-1234`, `+85291234567`. */
  number: string
  kind: PhoneKind
  /** A name or word beside the number in its cell: 张三, 妻. */
  label?: string
}
export type PhoneTrouble = 'PHONE_FORM' | 'PHONE_MASKED'
export type PhonesReading = { phones: Phone[]; troubles: { code: PhoneTrouble; value: string }[] }

const AREA_CODE = /^(010|02\d|0[3-9]\d\d)(\d{7,8})$/
const EXTENSION = /(?:转|分机|EXT\.?|#)\s*:?\s*(\d{1,6})$/i

const landline = (digits: string, extension: string | undefined): Phone | null => {
  const tail = extension ? `-${extension}` : ''
  const [, area, local] = AREA_CODE.exec(digits) ?? []
  if (area && local && /^[2-8]/.test(local)) return { number: `${area}-${local}${tail}`, kind: 'landline' }
  // Without an area code only 2-8 begin a number.
  return /^[2-8]\d{6,7}$/.test(digits) ? { number: `${digits}${tail}`, kind: 'landline' } : null
}

/** One number, nothing beside it. */
export const readPhone = (text: string): Phone | PhoneTrouble => {
  const folded = fold(text).trim()
  if (/\d/.test(folded) && /[*●•]|[xX×?]{2,}/.test(folded)) return 'PHONE_MASKED'
  const extension = EXTENSION.exec(folded)?.[1]
  const body = folded.replace(EXTENSION, '').trim()
  if (!/^[+\d\s().-]+$/.test(body)) return 'PHONE_FORM'
  const international = /^\s*(?:\+|00(?=[1-9]))/.test(body)
  let digits = body.replace(/\D/g, '').replace(/^00(?=[1-9])/, '')
  const mainland = (international && digits.startsWith('86')) || /^86(?=1[3-9]\d{9}$)/.test(digits)
  if (international && !mainland)
    return /^[1-9]\d{7,14}$/.test(digits) ? { number: `+${digits}`, kind: 'overseas' } : 'PHONE_FORM'
  if (mainland) digits = digits.slice(2)
  if (/^0?1[3-9]\d{9}$/.test(digits) && !extension) return { number: digits.replace(/^0/, ''), kind: 'mobile' }
  if (/^[48]00\d{7}$/.test(digits))
    return { number: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`, kind: 'hotline' }
  // +86 755 2678 1234 drops the zero of the area code.
  const plain = landline(mainland && !digits.startsWith('0') ? `0${digits}` : digits, extension)
  if (plain) return plain
  // 0755-26781234-801: the extension after a dash.
  const dashed = /^(.*\d)-(\d{1,6})$/.exec(body)
  return (dashed && !extension && landline((dashed[1] ?? '').replace(/\D/g, ''), dashed[2])) || 'PHONE_FORM'
}

/** Numbers that stand together with nothing but spaces, or nothing at all, between them; null if they cannot be told apart. */
const cutApart = (text: string): Phone[] | null => {
  const whole = readPhone(text)
  if (typeof whole !== 'string') return [whole]
  const run = text.replace(/\D/g, '')
  if (/^(?:1[3-9]\d{9}){2,5}$/.test(run)) {
    return (run.match(/\d{11}/g) ?? []).map((number) => ({ number, kind: 'mobile' as const }))
  }
  const words = text.trim().split(/\s+/)
  const found: Phone[] = []
  let held = ''
  for (const word of words) {
    held = `${held} ${word}`.trim()
    const phone = readPhone(held)
    if (typeof phone === 'string') continue
    found.push(phone)
    held = ''
  }
  return held === '' && found.length > 1 ? found : null
}

const SEPARATORS = /[/、,;|\n\\]+|(?<=\d\s*)[和或及&]/
/** A label, then what may be a number: 张三13800138000 (妻). */
const LABELLED =
  /([\p{Script=Han}·A-WYZa-wyz:]*)\s*([+(*\d][\d\s().*●•xX×?+-]*(?:(?:转|分机|ext\.?|#)\s*:?\s*\d{1,6})?)/giu

/** Every number of a cell, in its order; what is no usable number comes back as a trouble with its text. */
export const readPhones = (text: string): PhonesReading => {
  const reading: PhonesReading = { phones: [], troubles: [] }
  const plain = fold(text)
    .replace(/\(([^()\d]*)\)/g, ' $1 ')
    .replace(/[‐‑]/g, '-')
  for (const piece of plain.split(SEPARATORS)) {
    if (saysNothing(piece)) continue
    // 1.99E+10 is one number that a spreadsheet cut, not two.
    const groups = /^\s*\d(?:\.\d+)?E\+?\d+\s*$/i.test(piece) ? [] : [...piece.matchAll(LABELLED)]
    if (groups.length === 0) reading.troubles.push({ code: 'PHONE_FORM', value: piece.trim() })
    const after = /[\d\s]([\p{Script=Han}·]+)\s*$/u.exec(piece)?.[1]
    for (const [, before, number = ''] of groups) {
      const label = before?.replace(/[A-Z:]/gi, '') || (groups.length === 1 ? after : undefined)
      const found = cutApart(number.trim())
      if (found) reading.phones.push(...found.map((phone) => (label ? { ...phone, label } : phone)))
      else {
        const trouble = readPhone(number)
        reading.troubles.push({ code: trouble === 'PHONE_MASKED' ? trouble : 'PHONE_FORM', value: number.trim() })
      }
    }
  }
  const seen = new Set<string>()
  reading.phones = reading.phones.filter(({ number }) => !seen.has(number) && seen.add(number))
  return reading
}
