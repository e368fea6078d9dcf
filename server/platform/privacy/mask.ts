/** FD-015: personal data is masked wherever it is shown; unmasking is an act of its own, with a purpose, and logged. */

/** 138****1234; of a landline only the last two digits stay. */
export const maskPhone = (phone: string | null): string | null => {
  if (phone === null) return null
  const digits = phone.replace(/\D/g, '')
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return digits.length > 4 ? `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}` : '****'
}

/** Only the last four characters of an identity number. */
export const maskIdNumber = (tail: string | null): string | null => (tail === null ? null : `**************${tail}`)

/** 粤B****8: province and office, and the last character. */
export const maskPlate = (plate: string | null): string | null => {
  if (plate === null) return null
  const characters = [...plate]
  return characters.length < 5
    ? '****'
    : `${characters.slice(0, 2).join('')}${'*'.repeat(characters.length - 3)}${characters.at(-1)}`
}

/** 王**: the first character of a name. */
export const maskName = (name: string | null): string | null => (name === null ? null : `${[...name][0] ?? ''}**`)
