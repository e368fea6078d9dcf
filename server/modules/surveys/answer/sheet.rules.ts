import { surveyAnswerTexts } from '#content/texts/survey-link.ts'
import { KANO_ANSWERS, type SurveyAnswer, type SurveyQuestion } from '#contract/survey-questions.ts'
import type { UploadLine } from '#contract/survey-run.ts'

/** A column of the sheet for paper answers; `part` is the letter of the answer that it holds. */
export type SheetColumn =
  | { key: 'paperNo' | 'slipNo' | 'comment' }
  | { key: string; no: number; part: 'f' | 'd' | 's' | 'w' }

/** Paper number, slip, then a column for each thing asked, free text last: the same for the template and for reading. */
export const sheetColumns = (questions: readonly SurveyQuestion[], freeText: boolean): SheetColumn[] => [
  { key: 'paperNo' },
  { key: 'slipNo' },
  ...questions.flatMap((q): SheetColumn[] => [
    ...(q.asks.includes('pair')
      ? (['f', 'd'] as const).map((part) => ({ key: `${q.no}${part}`, no: q.no, part }))
      : []),
    ...(q.asks.includes('satisfaction') ? [{ key: `${q.no}s`, no: q.no, part: 's' as const }] : []),
    ...(q.asks.includes('importance') ? [{ key: `${q.no}w`, no: q.no, part: 'w' as const }] : []),
  ]),
  ...(freeText ? [{ key: 'comment' as const }] : []),
]

const MOST = { f: 5, d: 5, s: 5, w: 9 } as const
const LONGEST_NO = 40
const LONGEST_COMMENT = 1000

export type SheetRow = { row: number; cells: Readonly<Record<string, string>> }
export type KnownPapers = {
  anonymous: boolean
  papers: ReadonlySet<string>
  /** Slip number to whether it was used. */
  slips: ReadonlyMap<number, boolean>
}
export type ReadLine = UploadLine & { answers: SurveyAnswer[]; comment: string | null; cells: SheetRow['cells'] }

type Problem = UploadLine['problems'][number]
const problem = (column: string, code: Problem['code'], value = ''): Problem => ({ column, code, value })

/** Full-width signs as the others, letters as capitals: what people type of one number is one number. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toUpperCase()

/** The number of a sheet as it is kept: `ｐ１` and `P1` are one sheet. */
export const paperKey = plain

const readNumber = (text: string, most: number): number | undefined => {
  const [, digits] = /^(\d{1,7})(?:\.0+)?$/.exec(plain(text)) ?? []
  return digits !== undefined && Number(digits) >= 1 && Number(digits) <= most ? Number(digits) : undefined
}

const wordsOf = (texts: readonly { zh: string; en: string }[]): ReadonlyMap<string, number> =>
  new Map(texts.flatMap(({ zh, en }, i) => [zh, en].map((word): [string, number] => [plain(word), i + 1])))
const FEELING = wordsOf(KANO_ANSWERS.map((answer) => surveyAnswerTexts[`kanoAnswer.${answer}`]))
const DEGREE = wordsOf(([1, 2, 3, 4, 5] as const).map((degree) => surveyAnswerTexts[`satisfactionAnswer.${degree}`]))
const WORDS = { f: FEELING, d: FEELING, s: DEGREE, w: wordsOf([]) } as const

/** A dash or a stroke in place of an answer. */
const PASSED_OVER = /^[-–—―/\\]+$/

/** An answer as people write it: its number, its word, both when they agree, `5分`. */
const readAnswer = (text: string, part: keyof typeof MOST): number | undefined => {
  const [, digits, word] = /^(\d+(?:\.\d+)?)\s*(?:[、:,.)-]\s*)?(.*)$/.exec(plain(text)) ?? []
  if (digits === undefined) return WORDS[part].get(plain(text))
  const value = readNumber(digits, MOST[part])
  const agrees = word === '' || word === '分' || (value !== undefined && WORDS[part].get(word ?? '') === value)
  return agrees ? value : undefined
}

/**
 * Reads the rows of a sheet against what is known; a row with problems keeps every one of them and all that it says, but for
 * what `withoutTaken` takes away.
 */
export const readSheet = (
  questions: readonly SurveyQuestion[],
  freeText: boolean,
  rows: readonly SheetRow[],
  known: KnownPapers,
): ReadLine[] => {
  const columns = sheetColumns(questions, freeText)
  const papers = new Set<string>()
  const slips = new Set<number>()
  return rows.map(({ row, cells }) => {
    const problems: Problem[] = []
    const paperNo = paperKey(cells.paperNo ?? '')
    if (paperNo === '') problems.push(problem('paperNo', 'paperMissing'))
    else if (paperNo.length > LONGEST_NO) problems.push(problem('paperNo', 'long', String(LONGEST_NO)))
    else if (papers.has(paperNo)) problems.push(problem('paperNo', 'paperTwice', paperNo))
    else if (known.papers.has(paperNo)) problems.push(problem('paperNo', 'paperKnown', paperNo))
    papers.add(paperNo)
    const slipNo = readSlip(cells.slipNo ?? '', known, slips, problems)
    const answers = new Map<number, SurveyAnswer>()
    for (const column of columns) {
      if (!('no' in column)) continue
      const text = cells[column.key] ?? ''
      if (text === '' || PASSED_OVER.test(plain(text))) continue
      const value = readAnswer(text, column.part)
      if (value === undefined) problems.push(problem(column.key, 'value', text.slice(0, 60)))
      else answers.set(column.no, { ...(answers.get(column.no) ?? { no: column.no }), [column.part]: value })
    }
    for (const { no, f, d } of answers.values())
      if ((f === undefined) !== (d === undefined))
        problems.push(problem(`${no}${f === undefined ? 'f' : 'd'}`, 'pairHalf'))
    const comment = cells.comment ? cells.comment : null
    if (comment !== null && comment.length > LONGEST_COMMENT)
      problems.push(problem('comment', 'long', String(LONGEST_COMMENT)))
    if (answers.size === 0 && comment === null && problems.every((p) => p.code !== 'value'))
      problems.push(problem('', 'nothing'))
    const line = {
      row,
      cells,
      paperNo,
      slipNo,
      answered: answers.size,
      problems,
      answers: [...answers.values()],
      comment,
    }
    return known.anonymous ? withoutTaken(line, known) : line
  })
}

/**
 * Of an anonymous survey: a row of a sheet that was taken over, or whose slip was used, keeps its numbers and none of what it
 * says; slip and answers are not to stand side by side.
 */
export const withoutTaken = (line: ReadLine, known: KnownPapers): ReadLine => {
  const { row, cells, paperNo, slipNo } = line
  const problems = [
    ...(known.papers.has(paperNo) ? [problem('paperNo', 'paperKnown', paperNo)] : []),
    ...(slipNo !== null && known.slips.get(slipNo) ? [problem('slipNo', 'slipUsed', String(slipNo))] : []),
  ]
  if (problems.length === 0) return line
  const numbers = { paperNo: cells.paperNo ?? '', slipNo: cells.slipNo ?? '' }
  return { row, cells: numbers, paperNo, slipNo, answered: 0, problems, answers: [], comment: null }
}

const readSlip = (text: string, known: KnownPapers, seen: Set<number>, problems: Problem[]): number | null => {
  if (text === '') {
    if (!known.anonymous) problems.push(problem('slipNo', 'slipMissing'))
    return null
  }
  const no = readNumber(text, 1_000_000)
  const used = no === undefined ? undefined : known.slips.get(no)
  if (no === undefined || used === undefined) problems.push(problem('slipNo', 'slipUnknown', text.slice(0, 60)))
  else if (used) problems.push(problem('slipNo', 'slipUsed', text))
  else if (seen.has(no)) problems.push(problem('slipNo', 'slipTwice', text))
  if (no !== undefined) seen.add(no)
  return no ?? null
}
