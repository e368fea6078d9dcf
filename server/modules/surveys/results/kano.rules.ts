import { KANO_CODES, type KanoCode, type KanoCounts, type KanoFinding, type Share } from '#contract/survey-results.ts'

/** Section 5: a row for each answer to "with it", a column for each to "without it", both from like (5) to dislike (1). */
const TABLE = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'] as const

/** What one pair of answers says; each from 1 (dislike) to 5 (like). Throws beyond. */
export const classify = (withIt: number, withoutIt: number): KanoCode => {
  const code = KANO_CODES.find((c) => c === TABLE[5 - withIt]?.[5 - withoutIt])
  if (!code) throw new RangeError(`no answers of a pair: ${withIt}, ${withoutIt}`)
  return code
}

export const NO_COUNTS: KanoCounts = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 }

/** Section 5, 3: the safer class wins a tie; R and Q stand behind all others. */
const SAFER: readonly KanoCode[] = ['M', 'O', 'A', 'I', 'R', 'Q']
const ranked = (counts: KanoCounts, codes: readonly KanoCode[]): KanoCode[] =>
  codes.toSorted((a, b) => counts[b] - counts[a] || SAFER.indexOf(a) - SAFER.indexOf(b))

/** Section 5, 2 and 3: the most frequent of M, O, A, I, R. */
const byFrequency = (counts: KanoCounts): KanoCode | undefined => ranked(counts, ['M', 'O', 'A', 'I', 'R'])[0]

/** Section 5, 4: which half is larger decides in which the largest is looked for. */
const byBlauth = (counts: KanoCounts): KanoCode | undefined =>
  counts.O + counts.A + counts.M > counts.I + counts.R + counts.Q
    ? ranked(counts, ['M', 'O', 'A'])[0]
    : ranked(counts, ['I', 'R', 'Q'])[0]

/** Fong: below this difference the two most frequent classes may have changed places by chance. */
export const fongLimit = (a: number, b: number, n: number): number =>
  n === 0 ? 0 : 1.65 * Math.sqrt(((a + b) * (2 * n - a - b)) / (2 * n))

/** 95 %. */
export const Z = 1.959964

/** The share with its Wilson interval; null of nothing. */
export const wilson = (hits: number, n: number): Share | null => {
  if (n === 0) return null
  const share = hits / n
  const centre = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

export type KanoRule = {
  rule: 'frequency' | 'blauth'
  mixedPercent: number
  questionablePercent: number
  reversePercent: number
  smallestSample: number
}

/** Sections 5 and 6: everything that the counts of one item say. */
export const findKano = (counts: KanoCounts, given: KanoRule): KanoFinding => {
  const total = KANO_CODES.reduce((sum, code) => sum + counts[code], 0)
  const valid = total - counts.Q
  const [first, second] = ranked(counts, ['M', 'O', 'A', 'I', 'R'])
  const found = valid === 0 ? undefined : given.rule === 'blauth' ? byBlauth(counts) : byFrequency(counts)
  const rival = found === first ? second : first
  const lead = found && rival ? counts[found] - counts[rival] : 0
  const base = counts.A + counts.O + counts.M + counts.I
  const worse = wilson(counts.O + counts.M, base)
  return {
    counts,
    total,
    valid,
    class: found ?? null,
    second: (found && rival) ?? null,
    top: found ? wilson(counts[found], total) : null,
    categoryStrength: found ? lead / total : null,
    totalStrength: total === 0 ? null : (counts.M + counts.O + counts.A) / total,
    significant: found && rival ? Math.abs(lead) >= fongLimit(counts[found], counts[rival], total) : false,
    mixed: found && rival ? isMixed(counts[found], counts[rival], total, given.mixedPercent) : false,
    questionable: total > 0 && (100 * counts.Q) / total > given.questionablePercent,
    reverse: total > 0 && (100 * counts.R) / total > given.reversePercent,
    provisional: valid < given.smallestSample,
    better: wilson(counts.A + counts.O, base),
    worse: worse && { share: -worse.share, low: -worse.high, high: -worse.low },
  }
}

/** Section 5, 5 and the test: a lead too small to call it one class. */
const isMixed = (a: number, b: number, n: number, percent: number): boolean =>
  (100 * (a - b)) / n < percent || Math.abs(a - b) < fongLimit(a, b, n)
