import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { rosterTexts } from '#content/texts/roster.ts'
import { csvOf, rosterOf, workbookOf } from './fixtures/make-files.ts'
import { NOTES, PROBLEMS, SKIPS } from './problem-codes.ts'
import { type Language, writeProblemWorkbook } from './problem-workbook.ts'
import { readSheets } from './read-sheets.ts'
import { DEFAULT_READ_LIMITS } from './source-sheet.ts'
import { readZipDirectory, unpack } from './zip-directory.ts'

const write = async (read: Awaited<ReturnType<typeof rosterOf>>, language: Language = 'zh') => {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = await writeProblemWorkbook(out, read.sources, read.roster, language)
  return written ? Buffer.concat(chunks) : null
}
const sheetsOf = async (bytes: Uint8Array | null) => {
  const sheets = await readSheets(bytes ?? Buffer.alloc(0))
  if (!Array.isArray(sheets)) throw new Error(JSON.stringify(sheets))
  return sheets
}

test('problem rows: the sample comes back in its form, with a reason in every row', async () => {
  const read = await rosterOf(readFileSync(new URL('./fixtures/roster-cuihu.xlsx', import.meta.url)))
  const bytes = await write(read)
  const [sheet] = await sheetsOf(bytes)
  const lines = (sheet?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value))
  expect(sheet?.name).toBe('业主台账')
  expect(new Set(lines[0])).toEqual(new Set(['翠湖花园一期业主信息台账(截至2026年10月)']))
  expect(lines[1]).toEqual([
    '序号',
    '楼栋',
    '单元',
    '房号',
    '业主姓名',
    '身份证号',
    '联系电话',
    '建筑面积(㎡)',
    '户型',
    '收楼日期',
    '车牌号',
    '车位',
    '备注',
    '问题原因',
  ])
  const reasons = lines.slice(2).map((line) => String(line.at(-1)))
  expect(reasons.map((reason) => reason.split(/[\n:]/).slice(0, 2))).toEqual([
    ['原第 43 行', '身份证号'],
    ['原第 62 行', '联系电话'],
    ['原第 68 行', '业主姓名'],
    ['原第 92 行', '建筑面积(㎡)'],
    ['原第 97 行', '收楼日期'],
    ['原第 124 行', '房号'],
  ])
  expect(reasons[5]).toContain('第 123 行')
  expect(sheet?.rows[3]?.cells.find(({ column }) => column === 10)).toMatchObject({ kind: 'date', value: '2019-06-09' })
})

test('problem rows: corrected as they came they can be imported, and the reason column is known', async () => {
  const read = await rosterOf(readFileSync(new URL('./fixtures/roster-cuihu.xlsx', import.meta.url)))
  const again = await rosterOf((await write(read)) ?? Buffer.alloc(0))
  // The doubled room stands alone now.
  expect(again.roster.counts).toMatchObject({ rows: 6, goodRows: 6, problemRows: 5 })
  expect(again.roster.rows[0]?.unit?.canonical).toBe('1-1-1101')
  const [sheet] = again.roster.sheets
  expect(sheet && 'layout' in sheet && sheet.layout.columns.at(-1)).toMatchObject({ field: 'reason' })
  expect(again.roster.rows.every(({ extra }) => Object.keys(extra).length === 0)).toBe(true)
})

test('problem rows: two-line headings keep their merges, in each sheet with problems', async () => {
  const page = (name: string, phone: string) => ({
    name,
    rows: [
      ['房屋', null, '业主', null, '租户', null],
      ['楼栋', '房号', '姓名', '电话', '姓名', '电话'],
      ['1栋', name === '甲' ? 101 : 102, '王一', phone, '李二', '138'],
    ],
    merges: ['A1:B1', 'C1:D1', 'E1:F1'],
  })
  const read = await rosterOf(await workbookOf(page('甲', '19900001000'), page('乙', '1990000')))
  const again = await rosterOf((await write(read)) ?? Buffer.alloc(0))
  expect(again.roster.problems.map(({ sheet, column, code }) => [sheet, column, code])).toEqual(
    read.roster.problems.map(({ sheet, column, code }) => [sheet, column, code]),
  )
  expect(again.roster.problems).toHaveLength(3)
})

test('problem rows: nothing in them can run as a formula, and reading takes the guard off again', async () => {
  const evil = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '|x']
  const rows = evil.map((text, i) => ['1栋', `10${i}`, `王${i}`, '1990', text])
  const read = await rosterOf(Buffer.from(csvOf([['楼栋', '房号', '业主', '电话', '备注'], ...rows])))
  const bytes = (await write(read)) ?? Buffer.alloc(0)
  const [sheet] = await sheetsOf(bytes)
  const remarks = sheet?.rows.slice(1).map(({ cells }) => cells.find(({ column }) => column === 5))
  expect(remarks?.map((cell) => cell?.kind)).toEqual(evil.map(() => 'text'))
  expect(remarks?.map((cell) => cell?.value)).toEqual(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', "'|x"])
  const entry = readZipDirectory(bytes, DEFAULT_READ_LIMITS).get('xl/worksheets/sheet1.xml')
  const xml = entry ? String(await unpack(bytes, entry)) : ''
  expect(xml).not.toContain('<f>')
  expect(xml).toContain('&apos;=1+1')
})

test('problem rows: many rows with rare characters stay whole', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [
    `${1 + Math.floor(i / 100)}栋`,
    101 + (i % 100),
    `𠮷田㼆😀${i}`,
    '1990',
  ])
  const read = await rosterOf(Buffer.from(csvOf([['楼栋', '房号', '业主', '电话'], ...rows])))
  const [sheet] = await sheetsOf(await write(read, 'en'))
  expect(sheet?.rows).toHaveLength(3001)
  expect(sheet?.rows.slice(1).map(({ cells }) => cells[2]?.value)).toEqual(rows.map((row) => row[2]))
  expect(sheet?.rows[1]?.cells.at(-1)?.value).toMatch(/^Row 2 of the file\n电话: "1990" is no valid phone number/)
})

test('problem rows: a name that Excel would not take, and a file without problems', async () => {
  const bad = Buffer.from(
    csvOf([
      ['房号', '业主', '电话'],
      ['1-101', '甲', '1990'],
    ]),
  )
  const read = await rosterOf(bad, { fileName: `[台账]*?${'长'.repeat(40)}.csv` })
  expect((await sheetsOf(await write(read)))[0]?.name).toMatch(/^台账/)
  expect(
    await write(
      await rosterOf(
        Buffer.from(
          csvOf([
            ['房号', '业主'],
            ['1-101', '甲'],
          ]),
        ),
      ),
    ),
  ).toBeNull()
})

test('problem rows: every code, note and reason has its texts', () => {
  const keys = Object.keys(rosterTexts)
  for (const code of Object.keys(PROBLEMS)) expect(keys).toContain(`roster.problem.${code}`)
  for (const code of NOTES) expect(keys).toContain(`roster.note.${code}`)
  for (const code of SKIPS) expect(keys).toContain(`roster.skipped.${code}`)
  expect(keys.filter((key) => key.startsWith('roster.problem.'))).toHaveLength(Object.keys(PROBLEMS).length)
})
