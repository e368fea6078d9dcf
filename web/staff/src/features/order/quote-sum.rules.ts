/** A line of an offer or a list of material while it is being typed: what is no number yet stays as text. */
export type ItemDraft = {
  name?: string | undefined
  qty?: number | string | undefined
  unit?: string | undefined
  unitFen?: number | string | undefined
}

/** `1.5` or `1,5` metres; at most two decimals, or undefined. */
export const quantityOf = (text: string): number | undefined => {
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (!found) return undefined
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return hundredths > 0 ? hundredths / 100 : undefined
}

/** FD-713: the sum of a line in fen, half a fen goes up; undefined while quantity or price is missing. */
export const sumOf = ({ qty, unitFen }: ItemDraft): number | undefined =>
  typeof qty === 'number' && typeof unitFen === 'number'
    ? Math.floor((Math.round(qty * 100) * unitFen + 50) / 100)
    : undefined

/** The total as it is told to the customer: the sum of the rounded lines. */
export const totalOf = (items: readonly ItemDraft[]): number =>
  items.reduce((total, item) => total + (sumOf(item) ?? 0), 0)

const said = (value: unknown) => value !== undefined && String(value).trim() !== ''
/** Nothing typed in it: such a row is not sent. */
export const isBlank = ({ name, qty, unit, unitFen }: ItemDraft): boolean => ![name, qty, unit, unitFen].some(said)

/** Which cells of a row still miss something; a price only where one must be told. */
export const gapsOf = (item: ItemDraft, priced: boolean): (keyof ItemDraft)[] => {
  const gaps: (keyof ItemDraft)[] = []
  if (!said(item.name)) gaps.push('name')
  if (typeof item.qty !== 'number') gaps.push('qty')
  if (!said(item.unit)) gaps.push('unit')
  if (typeof item.unitFen === 'string' || (priced && item.unitFen === undefined)) gaps.push('unitFen')
  return gaps
}
