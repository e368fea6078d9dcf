import type { TextRange } from './plain-chinese.ts'

/** Words by which a quotation shows whose speech it is. */
export type SpeechWords = {
  /** Verbs that announce speech: 说, 反映 … */
  verbs: readonly string[]
  /** Verbs that only staff use of themselves when nobody is named: 回答, 解释 … */
  answers: readonly string[]
  customers: readonly string[]
  staff: readonly string[]
  /** Before an actor they make it the one spoken to: 对, 跟 … */
  towards: readonly string[]
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’', '"': '"' }
const CLOSING = new Set(Object.values(PAIRS))
const SENTENCE_END = /[。!?;\n]/
const PAUSE = /[,、]/
/** Enough for "the owner of room 1203 in building 3 said on the phone:", and it keeps the work per quotation constant. */
const WINDOW = 30

/** Quotations of any kind of mark; one left open ends nowhere, and none crosses an empty line. */
const quotations = (text: string): TextRange[] => {
  const found: TextRange[] = []
  const open = new Map<string, number>()
  let lineIsEmpty = false
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    if (mark === '\n') {
      if (lineIsEmpty) open.clear()
      lineIsEmpty = true
    } else if (mark.trim() !== '') lineIsEmpty = false
    const start = CLOSING.has(mark) ? open.get(mark) : undefined
    const closing = PAIRS[mark]
    if (start !== undefined) {
      found.push({ start, end: at + 1 })
      open.delete(mark)
    } else if (closing !== undefined) open.set(closing, at)
  }
  return found
}

/** Lines that a mail program marks as quoted. */
const quotedLines = (text: string): TextRange[] =>
  [...text.matchAll(/^>.*$/gm)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }))

const lastOf = (text: string, words: readonly string[], allowed: (at: number) => boolean): number =>
  Math.max(-1, ...words.map((word) => text.lastIndexOf(word)).filter((at) => at >= 0 && allowed(at)))

/** Whose words an announcement ("the owner said") gives; null when it announces nobody's speech. */
const speakerOf = (clause: string, colon: boolean, words: SpeechWords): 'customer' | 'staff' | null => {
  const verb = [...words.verbs, ...words.answers].map((w) => clause.indexOf(w)).filter((at) => at >= 0)
  if (verb.length === 0 && !colon) return null
  const before = verb.length === 0 ? clause : clause.slice(0, Math.min(...verb))
  const speaks = (at: number) => !words.towards.includes(before.charAt(at - 1))
  const customer = lastOf(before, words.customers, speaks)
  const staff = lastOf(before, words.staff, speaks)
  if (customer < 0 && staff < 0) return words.answers.some((w) => clause.includes(w)) ? 'staff' : 'customer'
  return customer > staff ? 'customer' : 'staff'
}

const isCustomers = (text: string, { start, end }: TextRange, words: SpeechWords): boolean => {
  const before = text.slice(Math.max(0, start - WINDOW), start).trimEnd()
  const colon = /:$/.test(before)
  const clause = before.replace(/[:,]$/, '').split(SENTENCE_END).at(-1)?.split(PAUSE).at(-1) ?? ''
  const speaker = speakerOf(clause, colon, words)
  if (speaker) return speaker === 'customer'
  // Not announced: speech only when it stands alone as a whole sentence, else a word our own sentence borrows.
  const alone = clause.trim() === '' || SENTENCE_END.test(before.slice(-1))
  if (!alone) return false
  if (/[。!?]/.test(text.charAt(end - 2))) return true
  const after =
    text
      .slice(end, end + WINDOW)
      .replace(/^[,\s]+/, '')
      .split(SENTENCE_END)[0] ?? ''
  return words.customers.some((who) => after.startsWith(who)) && words.verbs.some((verb) => after.includes(verb))
}

/**
 * KN-301: the parts of a folded text that repeat what the customer said: quotations put in their mouth, and lines
 * that a mail program quotes. Ordered by start.
 */
export const customerSpeech = (text: string, words: SpeechWords): TextRange[] =>
  [...quotations(text).filter((range) => isCustomers(text, range, words)), ...quotedLines(text)].sort(
    (a, b) => a.start - b.start,
  )
