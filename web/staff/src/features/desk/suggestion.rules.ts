import { wordHints } from '#content/word-hints.ts'
import type { ContactType } from '#contract/channels.ts'
import type { Line } from '#contract/permissions.ts'

export type Suggestion = {
  contactType: ContactType | undefined
  line: Line | undefined
  /** The words each guess came from, as they stand in the text. */
  typeWords: string[]
  lineWords: string[]
}

const found = (text: string, words: readonly string[] = []) => words.filter((word) => text.includes(word))

const best = <K extends string>(text: string, table: Readonly<Partial<Record<K, readonly string[]>>>) => {
  let top: { name: K; words: string[] } | undefined
  for (const name of Object.keys(table) as K[]) {
    const words = found(text, table[name])
    if (words.length > (top?.words.length ?? 0)) top = { name, words }
  }
  return top
}

/**
 * What the words sound like, by the table in content/word-hints.ts: an emergency before everything, a complaint that
 * names itself before the thing complained about, else what most words speak for. Nothing is set by it.
 */
export const suggest = (said: string): Suggestion | undefined => {
  const text = said.toLowerCase()
  const line = best(text, wordHints.lines)
  const alarm = found(text, wordHints.emergency)
  if (alarm.length > 0)
    return { contactType: 'emergency', line: line?.name, typeWords: alarm, lineWords: line?.words ?? [] }
  const grievance = found(text, wordHints.types.complaint)
  const type = grievance.length > 0 ? { name: 'complaint' as const, words: grievance } : best(text, wordHints.types)
  if (!type && !line) return undefined
  return {
    contactType: type?.name,
    line: line?.name,
    typeWords: type?.words ?? [],
    lineWords: line?.words ?? [],
  }
}
