import type { SheetField } from '#contract/must-know.ts'

/** What fits on one screen (FD-025). */
const ONE_SCREEN = 12

export type Labelled = SheetField & { labels: readonly string[] }

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** How well one field answers one word: its name or label says more than its text. */
const weigh = (field: Labelled, word: string): number => {
  const names = [field.name ?? '', ...field.labels, field.group === 'more' ? (field.note ?? '') : ''].map(fold)
  if (names.some((n) => n === word)) return 5
  if (names.some((n) => n.includes(word))) return 3
  return fold(`${field.value} ${field.note ?? ''}`).includes(word) ? 2 : 0
}

const found = (fields: readonly Labelled[], words: readonly string[], all: boolean): SheetField[] =>
  fields
    .map((field, place) => {
      const weights = words.map((word) => weigh(field, word))
      const fits = all ? weights.every((w) => w > 0) : weights.some((w) => w > 0)
      return { field, place, weight: fits ? weights.reduce((sum, w) => sum + w, 0) : 0 }
    })
    .filter((f) => f.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, ONE_SCREEN)
    .map(({ field: { labels: _labels, ...field } }) => field)

/**
 * FD-025: answers of the sheet by keyword, the best first, never more than one screen. As it was typed; else every word
 * of it; else any of the Chinese words it falls into.
 */
export const searchSheet = (fields: readonly Labelled[], asked: string, tokens: readonly string[]): SheetField[] => {
  const query = fold(asked)
  const words = query.split(' ').filter(Boolean)
  for (const [attempt, all] of [
    [[query], true],
    [words, true],
    [tokens.map(fold).filter((t) => [...t].length > 1), false],
  ] as const) {
    const rows = attempt.length === 0 ? [] : found(fields, attempt, all)
    if (rows.length > 0) return rows
  }
  return []
}
