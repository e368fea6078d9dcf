/** Pieces of a text, those that were typed marked. */
export type Piece = { text: string; hit: boolean; at: number }

/** `3-2-1203` and `3栋2单元1203` share their numbers and names; what lies between them is habit. */
const partsOf = (query: string): string[] => query.toLowerCase().match(/\d+|[a-z]+|[\u3400-\u9fff]+/g) ?? []

/** Marks in a text what was typed, part by part and in order; a part that is not there marks nothing. */
export const highlight = (text: string, query: string): Piece[] => {
  const low = text.toLowerCase()
  const pieces: Piece[] = []
  let from = 0
  const push = (to: number, hit: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), hit, at: from })
    from = Math.max(from, to)
  }
  for (const part of partsOf(query)) {
    const at = low.indexOf(part, from)
    if (at < 0) continue
    push(at, false)
    push(at + part.length, true)
  }
  push(text.length, false)
  return pieces
}
