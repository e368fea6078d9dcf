import ExcelJS from 'exceljs'
import type { FastifyReply } from 'fastify'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { type ExcelValue, sendExcel } from '#platform/export/excel.ts'
import { type ReadLine, type SheetColumn, type SheetRow, sheetColumns } from './sheet.rules.ts'

/** Where the keys of the columns stand; people may write the headings below it anew, these are what is read. */
const KEYS = 1
const FIRST_ROW = 3
const MOST_ROWS = 5_000

const headingOf = (column: SheetColumn, questions: readonly SurveyQuestion[], lang: Lang): string => {
  const t = words(lang)
  if (!('no' in column)) return t(`surveySheet.${column.key}`)
  const question = questions.find((q) => q.no === column.no)
  return t(`surveySheet.part.${column.part}`, { name: question?.[lang] ?? '' })
}

/** The sheet to type into: keys, what they mean, then a row for each sheet of paper; or those that were not taken over. */
export const sendPaperSheet = (
  reply: FastifyReply,
  { questions, free_text }: { questions: readonly SurveyQuestion[]; free_text: boolean },
  lang: Lang,
  lines: readonly ReadLine[] = [],
): FastifyReply => {
  const t = words(lang)
  const columns = sheetColumns(questions, free_text)
  const problems = lines.length > 0
  const told = (line: ReadLine) =>
    line.problems.map((p) => `${p.column} ${t(`surveyProblem.${p.code}`, { value: p.value })}`.trim()).join('；')
  const rows: ExcelValue[][] = [
    [...columns.map((c) => headingOf(c, questions, lang)), ...(problems ? [t('surveySheet.problems')] : [])],
    ...lines.map((line) => [...columns.map((c) => line.cells[c.key] ?? ''), told(line)]),
  ]
  const name = t('surveySheet.name')
  return sendExcel(reply, {
    fileName: `${name}.xlsx`,
    sheets: [
      {
        name,
        columns: [...columns, ...(problems ? [{ key: 'problems' }] : [])].map((c) => ({ heading: c.key })),
        rows,
      },
    ],
  })
}

const textOf = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('')
    if ('error' in value) return value.error
    if ('text' in value) return textOf(value.text)
    return 'result' in value ? textOf(value.result) : ''
  }
  return String(value)
}
/** As `sendExcel` writes it back: an apostrophe before what looks like a formula is not part of the text. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .replace(/^'/, '')
    .trim()

/** Reads an uploaded sheet by the keys of its first row. E_FILE_TYPE for no workbook, E_IMPORT_COLUMNS for another sheet. */
export const readPaperSheet = async (
  bytes: Buffer,
  questions: readonly SurveyQuestion[],
  freeText: boolean,
): Promise<SheetRow[] | Refusal> => {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return refuse('E_FILE_TYPE', { field: 'file' })
  }
  const sheet = workbook.worksheets[0]
  const wanted = sheetColumns(questions, freeText).map((c) => c.key)
  const keys = new Map<string, number>()
  sheet?.getRow(KEYS).eachCell((cell, at) => {
    const heading = clean(textOf(cell.value)).toLowerCase()
    keys.set(wanted.find((key) => key.toLowerCase() === heading) ?? heading, at)
  })
  const missing = wanted.filter((key) => !keys.has(key))
  if (!sheet || missing.length > 0) return refuse('E_IMPORT_COLUMNS', { field: 'file', details: { missing } })
  if (sheet.rowCount > MOST_ROWS + FIRST_ROW) return refuse('E_TOO_LARGE', { field: 'file' })
  const rows: SheetRow[] = []
  for (let n = FIRST_ROW; n <= sheet.rowCount; n += 1) {
    const row = sheet.getRow(n)
    const cells = Object.fromEntries(
      [...keys].flatMap(([key, at]) => {
        const text = clean(textOf(row.getCell(at).value))
        return text === '' || key === 'problems' ? [] : [[key, text]]
      }),
    )
    if (Object.keys(cells).length > 0) rows.push({ row: n, cells })
  }
  return rows
}
