import type { QuoteItem } from '#contract/kinds/order.ts'
import type { Fen } from '#contract/values.ts'
import type { QuoteLine } from './order-move.ts'

/** Half a fen goes up; the quantity has at most two decimals, so the product is exact in hundredths of a fen. */
const roundFen = (hundredths: number): Fen => Math.floor((hundredths + 50) / 100)

/** FD-713: the sum of a line of the offer. */
export const sumOf = (item: Pick<QuoteItem, 'qty' | 'unitFen'>): Fen =>
  roundFen(Math.round(item.qty * 100) * item.unitFen)

/** The offer as it is told to the customer: every line rounded, the total the sum of the rounded lines. */
export const quoteOf = (items: readonly QuoteItem[]): { items: QuoteLine[]; totalFen: Fen } => {
  const lines = items.map((item) => ({ ...item, sumFen: sumOf(item) }))
  return { items: lines, totalFen: lines.reduce((total, line) => total + line.sumFen, 0) }
}
