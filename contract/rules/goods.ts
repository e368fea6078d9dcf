/** Goods that leave the estate, as phone and server judge them alike (FD-504, FD-507). */

/** Places of these touchpoints are gates. */
export const GATE_TOUCHPOINTS = ['T01', 'T02'] as const
export const isGate = ({ touchpoint }: { touchpoint: string }): boolean =>
  GATE_TOUCHPOINTS.some((gate) => gate === touchpoint)

const compact = (said: string): string => said.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

/** The number of a slip as it is compared: full-width signs, spaces, dashes and small letters make no other slip. */
export const slipNumberOf = (written: string): string => compact(written).replace(/[‐-―−－]/g, '-')

/** A plate as it is compared and found. */
export const plateOf = (said: string): string => compact(said).replace(/[·.・-]/g, '')

/** Words that say no quantity: 一批, 若干, several. */
const VAGUE =
  /[一整大]批|若干|一些|几[个件箱袋台样包张把只条]|[多数][个件箱袋台样包张把只条]|一堆|一车|一宗|等等|等物|大量|少量|\b(?:several|some|various|many|few|lots?|batch|bunch|etc)\b/i
/** Units that measure nothing. */
const VAGUE_UNIT = /^(?:批|堆|宗|车|些|lots?|batch(?:es)?|bunch(?:es)?)$/i
const isVague = ({ category, unit }: { category: string; unit: string }): boolean =>
  VAGUE.test(category) || VAGUE.test(unit) || VAGUE_UNIT.test(unit.normalize('NFKC').trim())

export type GoodsFault = { code: 'E_GOODS_LINE' | 'E_GOODS_VAGUE'; at: 'category' | 'quantity' | 'unit' }
type Line = { category: string; quantity: number; unit: string }

/** FD-504: category and quantity are exact; the first thing that is not. */
export const faultOfLine = (line: Line): GoodsFault | undefined => {
  const { category, quantity, unit } = line
  if (!category.trim()) return { code: 'E_GOODS_LINE', at: 'category' }
  if (isVague(line)) return { code: 'E_GOODS_VAGUE', at: VAGUE.test(category) ? 'category' : 'unit' }
  if (!(quantity > 0)) return { code: 'E_GOODS_LINE', at: 'quantity' }
  return unit.trim() ? undefined : { code: 'E_GOODS_LINE', at: 'unit' }
}
