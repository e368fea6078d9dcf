type Item = { matterId: string; note: string | null }

/** The next matter that still lacks its note, after this one and then from the beginning; none when all have one. */
export const nextWithoutNote = (items: readonly Item[], after: string): string | undefined => {
  const at = items.findIndex((item) => item.matterId === after)
  const turned = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))]
  return turned.find((item) => !item.note)?.matterId
}

type Missing = { id: string; number: string; title: string }
const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'number', 'title'].every((name) => typeof Reflect.get(value, name) === 'string')

/** Which matters a refused signature names (E_INVENTORY_GAP): some of them, and how many there are. */
export const missingOf = (details: Record<string, unknown>): { missing: Missing[]; count: number } => {
  const missing = Array.isArray(details.missing) ? details.missing.filter(isMissing) : []
  return { missing, count: typeof details.count === 'number' ? details.count : missing.length }
}
