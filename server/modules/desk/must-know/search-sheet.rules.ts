import type { SheetField } from '#contract/must-know.ts'

/** What fits on one screen (FD-025). */
const ONE_SCREEN = 12

/** A field with what it is called in both languages and the words customers use for it. */
export type Labelled = SheetField & { labels: readonly string[]; words: readonly string[] }

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
const namesOf = (field: Labelled) =>
  [field.name ?? '', ...field.labels, ...field.words, field.group === 'more' ? (field.note ?? '') : ''].map(fold)

/** How well one field answers one word: what it is called says more than what it mentions. */
const weigh = (field: Labelled, word: string): number => {
  const names = namesOf(field)
  if (names.some((n) => n === word)) return 5
  if (names.some((n) => n.includes(word))) return 3
  return fold(`${field.value} ${field.note ?? ''}`).includes(word) ? 2 : 0
}

/** How much of a sentence is about a field: the names of it that stand in the sentence, an entry's own name before its group's. */
const spokenOf = (field: Labelled, sentence: string): number => {
  const said = (name: string) => [...name].length > 1 && sentence.includes(name)
  const own = field.name !== null && said(fold(field.name)) ? 10 * [...field.name].length : 0
  return (
    own +
    Math.max(
      0,
      ...field.words
        .map(fold)
        .filter(said)
        .map((word) => [...word].length),
    )
  )
}

const best = (fields: readonly Labelled[], weightOf: (field: Labelled) => number): SheetField[] =>
  fields
    .map((field, place) => ({ field, place, weight: weightOf(field) }))
    .filter((f) => f.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, ONE_SCREEN)
    .map(({ field: { labels: _labels, words: _words, ...field } }) => field)

const sumOf = (weights: readonly number[]) => weights.reduce((sum, w) => sum + w, 0)

/**
 * FD-025: answers of the sheet by keyword, the best first, never more than one screen. As it was typed; else what a whole
 * sentence speaks of; else what answers every word of it; else what answers any of the Chinese words it falls into.
 */
export const searchSheet = (fields: readonly Labelled[], asked: string, tokens: readonly string[]): SheetField[] => {
  const query = fold(asked)
  const words = query.split(' ').filter(Boolean)
  const parts = tokens.map(fold).filter((t) => [...t].length > 1)
  const ways: ((field: Labelled) => number)[] = [
    (field) => weigh(field, query),
    (field) => spokenOf(field, query),
    (field) => {
      const weights = words.map((word) => weigh(field, word))
      return weights.every((w) => w > 0) ? sumOf(weights) : 0
    },
    // the words customers use are whole ones; a part of one says nothing
    (field) => sumOf(parts.map((part) => weigh({ ...field, words: [] }, part))),
  ]
  for (const way of ways) {
    const rows = best(fields, way)
    if (rows.length > 0) return rows
  }
  return []
}
