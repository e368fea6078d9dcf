import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { cellText, type ExcelSheet, writeWorkbook } from './excel.ts'

const roundTrip = async (sheets: readonly ExcelSheet[]) => {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(out, sheets)])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  return workbook
}

test('a text that a spreadsheet could run becomes harmless text; phones and negative numbers stay readable', () => {
  expect(cellText('=1+1')).toBe("'=1+1")
  expect(cellText('@SUM(A1)')).toBe("'@SUM(A1)")
  expect(cellText('+cmd|calc')).toBe("'+cmd|calc")
  expect(cellText('-2+3+cmd')).toBe("'-2+3+cmd")
  expect(cellText('+852 9123 4567')).toBe('+852 9123 4567')
  expect(cellText('-3')).toBe('-3')
  expect(cellText('𠮷田\u0000㼆')).toBe('𠮷田㼆')
})

test('a workbook is written row by row and reads back as it was given', async () => {
  async function* rows() {
    for (let n = 1; n <= 1_200; n += 1) yield [`户${n}`, n, n % 2 === 0, null]
  }
  const workbook = await roundTrip([
    {
      name: '客户/名单',
      columns: [{ heading: '姓名' }, { heading: '数' }, { heading: '是' }, { heading: '空' }],
      rows: rows(),
    },
  ])
  const sheet = workbook.worksheets[0]
  expect(sheet?.name).toBe('客户 名单')
  expect(sheet?.rowCount).toBe(1_201)
  expect(sheet?.getCell('A1201').value).toBe('户1200')
  expect(sheet?.getCell('B1201').value).toBe(1200)
  expect(sheet?.getCell('C1201').value).toBe(true)
})

test('sheets of the same name get names of their own', async () => {
  const one = { name: '名单', columns: [{ heading: 'a' }], rows: [['x']] }
  const workbook = await roundTrip([one, one])
  expect(workbook.worksheets.map((s) => s.name)).toEqual(['名单', '名单 (2)'])
})
