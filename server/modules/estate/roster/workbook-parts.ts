import { decodeExcel, scanXml } from './xml-scan.ts'

export type SheetEntry = { name: string; hidden: boolean; relation: string }

/** xl/workbook.xml: the sheets in their order and the epoch of their dates. */
export const readWorkbook = (xml: string): { sheets: SheetEntry[]; date1904: boolean } => {
  const sheets: SheetEntry[] = []
  let date1904 = false
  const scan = scanXml(xml)
  while (scan.next()) {
    if (scan.closing) continue
    if (scan.name === 'workbookPr') date1904 = /^(?:1|true)$/.test(scan.attribute('date1904') ?? '')
    if (scan.name !== 'sheet') continue
    const state = scan.attribute('state') ?? 'visible'
    sheets.push({
      name: scan.attribute('name') ?? '',
      hidden: state !== 'visible',
      relation: scan.attribute('id') ?? '',
    })
  }
  return { sheets, date1904 }
}

/** A .rels part: id to target, and the target of each type's last word. */
export const readRelations = (xml: string): { byId: Map<string, string>; byType: Map<string, string> } => {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  const scan = scanXml(xml)
  while (scan.next()) {
    if (scan.closing || scan.name !== 'Relationship') continue
    const target = scan.attribute('Target') ?? ''
    byId.set(scan.attribute('Id') ?? '', target)
    byType.set((scan.attribute('Type') ?? '').split('/').at(-1) ?? '', target)
  }
  return { byId, byType }
}

/** The text of the current element (a string item or inline string), without its phonetic guides. */
const readRuns = (scan: ReturnType<typeof scanXml>, element: string): string => {
  let text = ''
  let phonetic = false
  if (scan.empty) return text
  while (scan.next()) {
    if (scan.name === 'rPh') phonetic = !scan.closing && !scan.empty
    else if (scan.name === 't' && scan.closing && !phonetic) text += scan.text
    else if (scan.name === element && scan.closing) break
  }
  return decodeExcel(text)
}
export const readInlineString = (scan: ReturnType<typeof scanXml>): string => readRuns(scan, 'is')

export const readSharedStrings = (xml: string): string[] => {
  const strings: string[] = []
  const scan = scanXml(xml)
  while (scan.next()) {
    if (scan.name === 'si' && !scan.closing) strings.push(readRuns(scan, 'si'))
  }
  return strings
}

/** Built-in formats that show a date; 27-36 and 50-58 are those of Chinese Excel. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)

/** Whether a format code shows a day: y, d or 年, 日 outside quotes, colours and escapes. Times alone are no dates. */
const isDateFormat = (code: string): boolean => {
  const bare = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[yd年日]/i.test(bare) && !/general/i.test(bare)
}

/** xl/styles.xml: for each cell style, whether its numbers are dates. */
export const readDateStyles = (xml: string): boolean[] => {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  const scan = scanXml(xml)
  while (scan.next()) {
    if (scan.name === 'cellXfs') inCells = !scan.closing && !scan.empty
    else if (scan.closing) continue
    else if (scan.name === 'numFmt') {
      custom.set(Number(scan.attribute('numFmtId')), isDateFormat(scan.attribute('formatCode') ?? ''))
    } else if (scan.name === 'xf' && inCells) {
      const id = Number(scan.attribute('numFmtId') ?? 0)
      styles.push(custom.get(id) ?? isBuiltInDate(id))
    }
  }
  return styles
}
