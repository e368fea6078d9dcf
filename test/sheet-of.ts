import ExcelJS from 'exceljs'

/** The cells of the first sheet as text, row by row; an empty cell is an empty text. */
export const sheetOf = async (bytes: Uint8Array): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((v) => String(v ?? ''))))
  return rows
}
