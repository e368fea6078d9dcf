import { fold, saysNothing } from './text-fold.rules.ts'

export type PlatesReading = { plates: string[]; troubles: string[] }

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
/** The letters I and O are never used in a serial: they would be read as 1 and 0. */
const LETTER = 'A-HJ-NP-Z'
const FORMS = [
  `${PROVINCE}[A-Z][${LETTER}0-9]{5}`,
  `${PROVINCE}[A-Z][${LETTER}0-9]{4}[挂学警试超领使港澳]`,
  // New energy, small and large vehicles.
  `${PROVINCE}[A-Z][A-HJK][${LETTER}0-9][0-9]{4}`,
  `${PROVINCE}[A-Z][0-9]{5}[A-HJK]`,
  `${PROVINCE}[SX][0-9]{4}应急`,
  '使[0-9]{6}',
  '[0-9]{6}使',
  `${PROVINCE}[A-Z]?[0-9]{4,5}领`,
  `WJ${PROVINCE}?[0-9]{4}[0-9A-Z]`,
  '[A-Z][A-Z][0-9]{5}',
  '民航[A-Z0-9]{5}',
].map((form) => new RegExp(`^${form}$`))

/** One plate without dots, spaces and dashes, in capitals; null if it is none. */
export const readPlate = (text: string): string | null => {
  const plate = fold(text)
    .toUpperCase()
    .replace(/[\s·.•\-_]/g, '')
    .replace(/\([^)]*\)$/, '')
  return FORMS.some((form) => form.test(plate)) ? plate : null
}

/** Every plate of a cell, in its order. */
export const readPlates = (text: string): PlatesReading => {
  const reading: PlatesReading = { plates: [], troubles: [] }
  const keep = (plate: string) => reading.plates.includes(plate) || reading.plates.push(plate)
  for (const piece of fold(text).split(/[/、,;|\n&]+|(?<=[\p{Script=Han}A-Z0-9])和/iu)) {
    if (saysNothing(piece)) continue
    const whole = readPlate(piece)
    const words = piece.trim().split(/\s+/)
    const apart = words.map(readPlate)
    if (whole) keep(whole)
    else if (words.length > 1 && apart.every((plate) => plate !== null)) for (const plate of apart) keep(plate)
    else reading.troubles.push(piece.trim())
  }
  return reading
}
