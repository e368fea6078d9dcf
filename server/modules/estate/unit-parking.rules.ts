import { chineseNumber } from './text-fold.rules.ts'
import { plainUnitText, plainValue } from './unit-scan.rules.ts'

const WORDS = /地下(?:停?车[位场库]|(?=-))|停车[位场库]|车[位库场]|泊位|地库/g
const FLOOR = /^(?:地下|负)([一二三四五六1-6])层?-?|^([1-6])层-?|^B([1-6])(?:层-?|-|$)/
const EMPTY_WORDS = /固定|产权|人防|子母|机械|充电|[号位区]/g

/** Texts that mean a parking space without being asked: 车位…, 负一层…, P-…, and B1-001 as it stands on the floor. */
export const looksLikeParking = (text: string): boolean => {
  const t = plainUnitText(text)
  return (
    /停车[位场库]|车[位库场]|泊位|地库|(?:地下|负)[一二三四五六1-6]层?/.test(t) ||
    /^P-.*\d/.test(t) ||
    /^B[1-6]-(?:0\d+|\d{1,3}|[A-Z]-?\d+)号?$/.test(t)
  )
}

/**
 * The pieces of a parking space, from the storey inward: `地下二层A区45号` → `['B2', 'A', '45']`. Null if it names none
 * (有, 1个, 租用).
 */
export const parkingPieces = (text: string): string[] | null => {
  const t = plainUnitText(text)
    .replace(/^P-(?=.*\d)/, '')
    .replace(WORDS, '-')
    .replace(/^-+/, '')
  const floor = FLOOR.exec(t)
  const below = floor?.[1] ?? floor?.[2] ?? floor?.[3]
  const rest = t.slice(floor?.[0].length ?? 0).replace(EMPTY_WORDS, '-')
  if (/[^0-9A-Z\-东南西北中甲乙丙丁]/.test(rest)) return null
  const pieces = (rest.match(/[0-9]+|[A-Z]+|[^0-9A-Z-]/g) ?? []).map(plainValue)
  if (pieces.length > 5 || !pieces.some((piece) => /\d/.test(piece))) return null
  return below === undefined ? pieces : [`B${chineseNumber(below) ?? below}`, ...pieces]
}
