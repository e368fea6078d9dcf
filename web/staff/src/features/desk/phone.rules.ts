const MOBILE_DIGITS = 11
/** A landline with its area code, `0755…`. */
const AREA_DIGITS = 10
const LEAST_DIGITS = 7
const MOST_DIGITS = 12

/** What is hardly a telephone number a customer can be reached at; numbers from abroad are left alone. */
export const isDoubtfulPhone = (typed: string): boolean => {
  const digits = typed.replaceAll(/\D/g, '')
  if (typed.trim() === '' || /^\s*(?:\+|00)/.test(typed)) return false
  if (/^1[3-9]/.test(digits)) return digits.length !== MOBILE_DIGITS
  return digits.length < (digits.startsWith('0') ? AREA_DIGITS : LEAST_DIGITS) || digits.length > MOST_DIGITS
}
