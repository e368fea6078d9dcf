import { customerSpeech, type SpeechWords } from './customer-speech.ts'
import { foldCharacters, type PlainText, plainChinese, sentencesOf, type TextRange } from './plain-chinese.ts'

/** The source promises 21 phrases and holds 12; the rest is not invented (KN-300). */
export const PHRASES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'] as const
export type PhraseId = (typeof PHRASES)[number]

/** All words in simplified characters, half width, with 你 for 您: the form texts are brought to before matching. */
export type PhraseRule = {
  id: PhraseId
  /** Every group must have a match in the same sentence; one word of a group is enough (KN-302). */
  groups: readonly (readonly string[])[]
  /** KN-302a: dropped when the text also offers a next step. */
  suppressible: boolean
  /** Dropped when the sentence names a law in 《》. */
  unlessLawNamed?: true
}

export type ServiceLanguage = {
  phrases: readonly PhraseRule[]
  /** KN-302a. */
  nextSteps: readonly string[]
  /** Phrases that are never suppressed when the matter is inside the company (KN-306). */
  neverInside: readonly PhraseId[]
  law: { endings: readonly string[]; notWith: readonly string[] }
  /** Character to character: traditional to simplified, 您 to 你. */
  simplify: Readonly<Record<string, string>>
  speech: SpeechWords
  /** KN-303: words of a refusal, of a time, of a referral. */
  refusals: readonly string[]
  times: readonly string[]
  referrals: readonly string[]
}

/** `start` and `end` are positions in the original text, from the first matching word to the last. */
export type PhraseHit = TextRange & { phrase: PhraseId; sentence: string }

export type DetectOptions = {
  /** The matter belongs to our own lines, to a firm we commissioned or to the developer (KN-306). */
  insideCompany?: boolean
}

const read = (text: string, words: ServiceLanguage): PlainText => {
  const folded = foldCharacters(text, words.simplify)
  return plainChinese(folded, customerSpeech(folded, words.speech))
}

const includesAny = (text: string, words: readonly string[]) => words.some((word) => text.includes(word))

const namesLaw = (sentence: string, { law }: ServiceLanguage): boolean =>
  [...sentence.matchAll(/《([^《》]{1,60})》/g)].some(([, title = '']) => {
    const name = title.replace(/(修订|修正|试行|暂行)$/, '')
    return law.endings.some((ending) => name.endsWith(ending)) && !includesAny(name, law.notWith)
  })

/** The first word of a group in the sentence; null when there is none. */
const firstOf = (sentence: string, group: readonly string[]): TextRange | null => {
  let found: TextRange | null = null
  for (const word of group) {
    const start = sentence.indexOf(word)
    if (start >= 0 && (!found || start < found.start)) found = { start, end: start + word.length }
  }
  return found
}

const matchOf = (sentence: string, groups: PhraseRule['groups']): TextRange | null => {
  const found: TextRange[] = []
  for (const group of groups) {
    const match = firstOf(sentence, group)
    if (!match) return null
    found.push(match)
  }
  return { start: Math.min(...found.map((m) => m.start)), end: Math.max(...found.map((m) => m.end)) }
}

const originalRange = ({ at }: PlainText, { start, end }: TextRange): TextRange => ({
  start: at[start] ?? 0,
  end: (at[end - 1] ?? 0) + 1,
})

/**
 * KN-301 to KN-306: phrases not to say to a customer, ordered by place; at most one hit a phrase and sentence. Speech
 * of the customer that the text quotes is skipped. A hit is a hint: only an online reply needs approval for it (CP-114).
 */
export const detectPhrases = (text: string, words: ServiceLanguage, options: DetectOptions = {}): PhraseHit[] => {
  const plain = read(text, words)
  const offersNextStep = includesAny(plain.text, words.nextSteps)
  const rules = words.phrases.filter(({ id, suppressible }) => {
    const keptInside = options.insideCompany === true && words.neverInside.includes(id)
    return !(suppressible && offersNextStep) || keptInside
  })
  return sentencesOf(plain).flatMap((range) => {
    const sentence = plain.text.slice(range.start, range.end)
    const original = originalRange(plain, range)
    const hits = rules.flatMap(({ id, groups, unlessLawNamed }): PhraseHit[] => {
      const match = matchOf(sentence, groups)
      if (!match || (unlessLawNamed && namesLaw(sentence, words))) return []
      const place = originalRange(plain, { start: range.start + match.start, end: range.start + match.end })
      return [{ phrase: id, ...place, sentence: text.slice(original.start, original.end).trim() }]
    })
    return hits.sort((a, b) => a.start - b.start)
  })
}

/** Keys of the texts that explain a hit. Inside the company only "record and follow" is offered (KN-306). */
export const phraseTextKeys = (phrase: PhraseId, { insideCompany = false }: DetectOptions = {}) => ({
  name: `phrase.${phrase}.name` as const,
  why: `phrase.${phrase}.why` as const,
  instead: insideCompany && phrase === 'P6' ? ('phrase.P6.inside' as const) : (`phrase.${phrase}.instead` as const),
})

export type RefusalGap = 'next_step' | 'time_or_referral'

/** KN-303: what a refusal still lacks: a next step, and a time or somebody to turn to. Empty when nothing is refused. */
export const refusalGaps = (text: string, words: ServiceLanguage): RefusalGap[] => {
  const plain = read(text, words).text
  if (!includesAny(plain, words.refusals) && detectPhrases(text, words).length === 0) return []
  const gaps: RefusalGap[] = []
  if (!includesAny(plain, words.nextSteps)) gaps.push('next_step')
  const named =
    includesAny(plain, words.times) ||
    includesAny(plain, words.referrals) ||
    /\d+(点|日|号|月|小时|分钟|天|:\d\d)/.test(plain)
  if (!named) gaps.push('time_or_referral')
  return gaps
}
