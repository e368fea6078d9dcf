import { type SourceCell, type SourceRow, UnreadableFile } from './source-sheet.ts'

export type Merge = { top: number; left: number; bottom: number; right: number }

/** More than every cell of the largest sheet that is read at all: only merges that overlap can reach it. */
const MOST_SPREAD = 5_000_000

/**
 * Gives every cell of a merge the value of its first cell. Only rows that hold something are filled, and no further to
 * the right than the sheet is used: a merge over whole columns costs nothing.
 */
export const spreadMerges = (rows: SourceRow[], merges: Merge[]): SourceRow[] => {
  if (merges.length === 0) return rows
  const waiting = [...merges].sort((a, b) => a.top - b.top)
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0)
  let active: { merge: Merge; master: SourceCell | undefined }[] = []
  let [next, spread] = [0, 0]
  for (const source of rows) {
    for (let merge = waiting[next]; merge && merge.top <= source.row; merge = waiting[++next]) {
      const master = merge.top === source.row ? source.cells.find((cell) => cell.column === merge.left) : undefined
      if (master && merge.bottom >= source.row) active.push({ merge, master })
    }
    active = active.filter(({ merge }) => merge.bottom >= source.row)
    if (active.length === 0) continue
    const byColumn = new Map(source.cells.map((cell) => [cell.column, cell]))
    for (const { merge, master } of active) {
      if (++spread > MOST_SPREAD) throw new UnreadableFile('broken')
      if (!master) continue
      for (let column = merge.left; column <= Math.min(merge.right, widest); column++) {
        if (++spread > MOST_SPREAD) throw new UnreadableFile('broken')
        if (source.row === merge.top && column === merge.left) continue
        // What a generator left under a merge is not shown by Excel either.
        byColumn.set(column, { ...master, column, mergedFrom: { row: merge.top, column: merge.left } })
      }
    }
    source.cells = [...byColumn.values()].sort((a, b) => a.column - b.column)
  }
  return rows
}
