type Row = Readonly<Record<string, unknown>>

/** The fields that differ, as they were and as they are; undefined when nothing does. What a history is made of (FD-012). */
export const differences = (before: Row, after: Row): { before: Row; after: Row } | undefined => {
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  )
  if (fields.length === 0) return undefined
  const pick = (row: Row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
  return { before: pick(before), after: pick(after) }
}
