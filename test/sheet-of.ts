import ExcelJS from 'exceljs'

/** The cells of a sheet, the first if none is named, as text, row by row; an empty cell is an empty text. */
export const sheetOf = async (bytes: Uint8Array, name?: string): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  const sheet = name === undefined ? workbook.worksheets[0] : workbook.getWorksheet(name)
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))))
  return rows
}
