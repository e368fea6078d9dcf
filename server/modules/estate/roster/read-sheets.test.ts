import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { partsOf, reasonOf, workbookOf, zipOf } from './fixtures/make-files.ts'
import { readSheets } from './read-sheets.ts'
import type { SourceSheet } from './source-sheet.ts'

const read = async (bytes: Uint8Array, options: Parameters<typeof readSheets>[1] = {}): Promise<SourceSheet[]> => {
  const sheets = await readSheets(bytes, options)
  if (!Array.isArray(sheets)) throw new Error(JSON.stringify(sheets))
  return sheets
}
const values = (sheets: SourceSheet[], at = 0) =>
  (sheets[at]?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value))
const reason = async (bytes: Uint8Array, options: Parameters<typeof readSheets>[1] = {}) =>
  reasonOf(await readSheets(bytes, options))

test('sheets: text, number, date, truth, formula and error come with their kind', async () => {
  const bytes = await workbookOf({
    name: '表',
    rows: [
      [
        '文本',
        12.5,
        new Date('2019-06-09T00:00:00Z'),
        true,
        { formula: 'A1&"x"', result: '结果' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        { formula: 'NOW()' },
        { richText: [{ text: '富' }, { text: '文本' }] },
        { text: '链接', hyperlink: 'https://example.com' },
      ],
    ],
  })
  expect((await read(bytes))[0]?.rows[0]?.cells.map(({ kind, value }) => [kind, value])).toEqual([
    ['text', '文本'],
    ['number', 12.5],
    ['date', '2019-06-09'],
    ['bool', true],
    ['text', '结果'],
    ['error', '#DIV/0!'],
    ['error', '#NO_RESULT'],
    ['text', '富文本'],
    ['text', '链接'],
  ])
})

test('sheets: a merge gives its value to all its cells and says where it stands', async () => {
  const bytes = await workbookOf({
    name: '表',
    rows: [['标题'], ['栋', '号'], ['1栋', 101], [null, 102], [null, 103]],
    merges: ['A1:B1', 'A3:A5'],
  })
  const [sheet] = await read(bytes)
  expect(values([sheet as SourceSheet])).toEqual([
    ['标题', '标题'],
    ['栋', '号'],
    ['1栋', 101],
    ['1栋', 102],
    ['1栋', 103],
  ])
  expect(sheet?.rows[4]?.cells[0]).toMatchObject({ mergedFrom: { row: 3, column: 1 } })
  expect(sheet?.rows[2]?.cells[0]).not.toHaveProperty('mergedFrom')
})

test('sheets: a merge over five hundred rows, and merges and dropdowns over whole columns, cost nothing', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => [i === 0 ? '1栋' : null, i + 1])
  const [merged] = await read(await workbookOf({ name: '表', rows, merges: ['A1:A500'] }))
  expect(merged?.rows).toHaveLength(500)
  expect(merged?.rows.every(({ cells }) => cells[0]?.value === '1栋')).toBe(true)

  const whole = partsOf(
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="D1:XFD1048576"/></mergeCells>' +
      '<dataValidations><dataValidation type="list" sqref="C1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
  )
  expect(values(await read(zipOf(whole)))).toEqual([
    [1, 2],
    [1, 3],
  ])
})

test('sheets: rare characters, emoji and tags stay whole however long the file is', async () => {
  const name = '𠮷田㼆😀<b>&amp;'
  const strings = Array.from(
    { length: 5000 },
    (_, i) => `<si><t>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}${i}</t></si>`,
  )
  const cells = strings.map((_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c></row>`)
  const bytes = zipOf(
    partsOf(`<sheetData>${cells.join('')}</sheetData>`, { 'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>` }),
  )
  expect(values(await read(bytes))).toEqual(strings.map((_, i) => [`${name}${i}`]))
})

test('sheets: prefixed names, missing references, phonetic guides, escapes and ISO dates are read', async () => {
  const strings =
    '<x:sst xmlns:x="http://x"><x:si><x:t>东京</x:t><x:rPh sb="0" eb="2"><x:t>トウキョウ</x:t></x:rPh></x:si>' +
    '<x:si><x:r><x:t>一_x000D_</x:t></x:r><x:r><x:t>二_x0000_三</x:t></x:r></x:si></x:sst>'
  const parts = partsOf('', { 'xl/sharedStrings.xml': strings })
  parts['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="http://x"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c>' +
    '<x:c t="inlineStr"><x:is><x:t>内联</x:t></x:is></x:c><x:c t="d"><x:v>2019-06-09T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(values(await read(zipOf(parts)))).toEqual([['东京', '一\n二三', '内联', '2019-06-09']])
})

test('sheets: hidden sheets are read and flagged', async () => {
  const sheets = await read(await workbookOf({ name: '甲', rows: [[1]] }, { name: '乙', rows: [[2]], hidden: true }))
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['甲', false],
    ['乙', true],
  ])
})

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['GBK', (text: string) => iconv.encode(text, 'gbk')],
  ['GB18030', (text: string) => iconv.encode(text, 'gb18030')],
  ['UTF-16LE with mark', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16BE with mark', (text: string) => iconv.encode(text, 'utf-16be', { addBOM: true })],
])('sheets: CSV in %s', async (name, encode) => {
  const rare = name === 'GBK' ? '' : '𠮷㼆'
  const bytes = encode(`楼栋,房号,业主\r\n1栋,101,"赵怡珍${rare},李""四"""\r\n\r\n2栋,102,王\n`)
  const [sheet] = await read(bytes, { fileName: '台账 2026.csv' })
  expect(sheet?.name).toBe('台账 2026')
  expect(values([sheet as SourceSheet])).toEqual([
    ['楼栋', '房号', '业主'],
    ['1栋', '101', `赵怡珍${rare},李"四"`],
    ['2栋', '102', '王'],
  ])
  expect(sheet?.rows.map(({ row }) => row)).toEqual([1, 2, 4])
})

test.each([
  ['\t', '楼栋\t房号\n1栋\t101'],
  [';', '楼栋;房号\n1栋;101'],
])('sheets: text cut by %j', async (_, text) => {
  expect(values(await read(Buffer.from(text)))).toEqual([
    ['楼栋', '房号'],
    ['1栋', '101'],
  ])
})

test('sheets: signs that force text, NUL and control characters are taken off', async () => {
  const text = `a,b,c,d,e\n="0123",'=1+1,"x\0y\u0001",\t'440300, '-5`
  expect(values(await read(Buffer.from(text)))[1]).toEqual(['0123', '=1+1', 'xy', '440300', '-5'])
})

test('sheets: what is no readable file is refused with its reason', async () => {
  const compound = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100), Buffer.from(text, 'utf16le')])
  expect(await reason(Buffer.alloc(0))).toBe('empty')
  expect(await reason(Buffer.from('  \n '))).toBe('empty')
  expect(await reason(compound('Workbook'))).toBe('old_xls')
  expect(await reason(compound('EncryptedPackage'))).toBe('encrypted')
  expect(await reason(Buffer.from('<html><table><tr><td>1</td></tr></table>'))).toBe('html_table')
  expect(await reason(Buffer.from('PK\x03\x04 and then nothing'))).toBe('broken')
  expect(await reason((await workbookOf({ name: '表', rows: [[1]] })).subarray(0, 900))).toBe('broken')
  expect(await reason(zipOf({ 'word/document.xml': '<w/>' }))).toBe('not_a_sheet')
  expect(
    await reason(
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      }),
    ),
  ).toBe('binary_xlsb')
  expect(await reason(Buffer.from('a,b\n"never closed,1\n'))).toBe('broken')
  expect(await reason(Buffer.from([...Array(500).keys()].flatMap((i) => [i % 256, 0, 0x81])))).toBe('encoding')
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  expect(await reason(Buffer.concat([png, Buffer.alloc(200)]))).toBe('encoding')
})

test('sheets: document types are refused, so that no entity can be defined', async () => {
  const parts = partsOf('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>')
  parts['xl/worksheets/sheet1.xml'] = `<!DOCTYPE x [<!ENTITY a "b">]>${parts['xl/worksheets/sheet1.xml']}`
  expect(await reason(zipOf(parts))).toBe('broken')
})

test('sheets: bombs are refused before they are unpacked, and liars while they are', async () => {
  const rows = `<sheetData>${'<row></row>'.repeat(400_000)}</sheetData>`
  const started = process.memoryUsage().heapUsed
  expect(await reason(zipOf(partsOf(rows)), { limits: { ratio: 100 } })).toBe('zip_bomb')
  expect(await reason(zipOf(partsOf(rows)), { limits: { ratio: 10_000, unpackedBytes: 1_000_000 } })).toBe(
    'unpacked_too_large',
  )
  expect(await reason(zipOf(partsOf(rows), (size) => Math.min(size, 1000)))).toBe('zip_bomb')
  expect(process.memoryUsage().heapUsed - started).toBeLessThan(200 * 1024 * 1024)
})

test('sheets: rows, columns, sheets and bytes have limits', async () => {
  const book = await workbookOf({ name: '一', rows: [[1, 2, 3], [1], [1]] }, { name: '二', rows: [[1]] })
  expect(await reason(book, { limits: { rows: 2 } })).toBe('too_many_rows')
  expect(await reason(book, { limits: { columns: 2 } })).toBe('too_many_columns')
  expect(await reason(book, { limits: { sheets: 1 } })).toBe('too_many_sheets')
  expect(await reason(book, { limits: { fileBytes: 100 } })).toBe('file_too_large')
  const csv = Buffer.from('a,b,c\n1\n2\n')
  expect(await reason(csv, { limits: { rows: 2 } })).toBe('too_many_rows')
  expect(await reason(csv, { limits: { columns: 2 } })).toBe('too_many_columns')
})

test('sheets: a stray format in the last row and a stray cell far below cost nothing', async () => {
  const parts = partsOf(
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>',
  )
  expect(values(await read(zipOf(parts)))).toEqual([[1]])
})

test('sheets: whatever the bytes, the answer is sheets or a refusal', async () => {
  const book = await workbookOf({
    name: '表',
    rows: [
      ['楼栋', '房号'],
      ['1栋', 101],
    ],
  })
  for (let at = 0; at < book.length; at += 37) {
    const spoilt = Buffer.from(book)
    spoilt[at] = (spoilt[at] ?? 0) ^ 0xff
    const answer = await readSheets(spoilt)
    if (!Array.isArray(answer)) expect(answer.code).toBe('E_IMPORT_UNREADABLE')
  }
})
