type Named = { id: string; code: string; name: string }
export type EstateLines = {
  ids: string[]
  /** Lines that name no estate, or by a name that several have: its number, from one, and what it says. */
  unclear: { line: number; text: string; why: 'unknown' | 'several' }[]
}

const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Estates by code or name, one a line, as pasted from a list; of a row of a sheet each cell may name it. */
export const readEstateLines = (text: string, estates: readonly Named[]): EstateLines => {
  const codes = Map.groupBy(estates, ({ code }) => folded(code))
  const names = Map.groupBy(estates, ({ name }) => folded(name))
  const ids = new Set<string>()
  const unclear: EstateLines['unclear'] = []
  const lines = text.split(/\r\n|\r|\n/)
  for (const [at, said] of lines.entries()) {
    const cells = [...new Set([said, ...said.split(/[\t,，;；]/)].map(folded))].filter((cell) => cell !== '')
    if (cells.length === 0) continue
    const byCode = cells.flatMap((cell) => codes.get(cell) ?? [])
    const found = new Set(byCode.length > 0 ? byCode : cells.flatMap((cell) => names.get(cell) ?? []))
    const [one] = found
    if (one && found.size === 1) ids.add(one.id)
    else unclear.push({ line: at + 1, text: said.trim(), why: one ? 'several' : 'unknown' })
  }
  return { ids: [...ids], unclear }
}
