import type { RosterField } from '#contract/roster-import.ts'
import { fold } from '../text-fold.rules.ts'
import { scanUnit } from '../unit-scan.rules.ts'
import type { SkipCode } from './problem-codes.ts'
import type { SheetLayout } from './recognise-columns.ts'
import { cellText } from './row-cells.ts'
import type { SourceCell, SourceRow } from './source-sheet.ts'

export type RowKind =
  | { kind: 'data' }
  | { kind: 'skip'; why: SkipCode; text: string }
  /** A line of its own that names the building (and section) of the rows below it. */
  | { kind: 'band'; text: string }

const SUBTOTAL =
  /^(?:(?:本页|本栋|本单元|分)?(?:小计|合计|总计|累计|分计)|共计|总户数|sub-?total|total|grandtotal)(?!\p{Script=Han}{3})/iu
const COUNTED = /^(?:共|计|合计)\d+(?:户|套|间|个|条)/
const FOOTER =
  /^(?:制表|填表|填报|审核|复核|审批|审定|编制|打印|统计|经办|录入|校对|核对|负责|单位|部门|日期|时间|说明|注|备注|附注|注意|提示|温馨提示|prepared|checked|approved|printed|date|notes?|remarks?)[^:]{0,8}:|^(?:注|说明)\d*[.、]/i

/** What the row itself says: nothing that a merge lays over it, and a merge along the row once. */
const ownCells = ({ cells }: SourceRow): SourceCell[] => cells.filter(({ mergedFrom }) => !mergedFrom)
export const isFromAbove = (cell: SourceCell, row: number): boolean =>
  cell.mergedFrom !== undefined && cell.mergedFrom.row < row

const squeeze = (text: string): string => fold(text).replace(/\s+/g, '')
const TELLING: ReadonlySet<RosterField> = new Set(['room', 'owner', 'ownerId', 'ownerPhone', 'tenant'])
const COUNTING: ReadonlySet<RosterField | null> = new Set([
  'seq',
  'phase',
  'building',
  'section',
  'floor',
  'room',
  'owner',
  null,
])

/** 3栋, 3号楼2单元, 商铺: names a place and no room. */
export const namesPlace = (text: string): boolean => {
  const scan = text.length <= 20 ? scanUnit(text) : null
  if (!scan || (scan.tokens.length === 0 && !scan.mark)) return false
  return (
    scan.names.length === 0 &&
    scan.tokens.every(({ role }) => role === 'building' || role === 'section' || role === 'phase')
  )
}

const repeatsHeadings = (cells: SourceCell[], headings: Map<number, string>): boolean => {
  const same = cells.filter(
    ({ column, value, kind }) =>
      kind === 'text' && squeeze(headings.get(column) ?? '').endsWith(squeeze(String(value))),
  )
  return same.length >= 2 && same.length > cells.length / 2
}

/** Tells data rows from everything else that ledgers hold between and below them. */
export const rowKinds = (layout: SheetLayout) => {
  const fields = new Map(layout.columns.map(({ column, field }) => [column, field]))
  const headings = new Map(layout.columns.map(({ column, heading }) => [column, heading]))
  const title = layout.title === null ? null : squeeze(layout.title)
  return (source: SourceRow): RowKind => {
    const own = ownCells(source)
    const said = own.filter(({ column, kind }) => !(fields.get(column) === 'seq' && kind !== 'text'))
    const text = own.map(cellText).join(' ').slice(0, 100)
    const skip = (why: SkipCode): RowKind => ({ kind: 'skip', why, text })
    const [first] = said
    if (!first || said.every(({ column, value }) => fields.get(column) === 'seq' && /^\d+$/.test(String(value).trim())))
      return skip('BLANK')
    if (repeatsHeadings(own, headings)) return skip('HEADING_REPEATED')
    const head = squeeze(cellText(first))
    if (title !== null && head.length > 3 && title.includes(head)) return skip('TITLE')

    const roomCell = source.cells.find(({ column }) => fields.get(column) === 'room')
    const hasRoom = roomCell !== undefined && roomCell !== first && /\d/.test(cellText(roomCell))
    const counting = own
      .filter(({ column }) => COUNTING.has(fields.get(column) ?? null))
      .map((cell) => squeeze(cellText(cell)))
    const numbered =
      roomCell !== undefined && /\d/.test(cellText(roomCell)) && !COUNTED.test(squeeze(cellText(roomCell)))
    const counts = (one: string) => SUBTOTAL.test(one) || COUNTED.test(one)
    if (SUBTOTAL.test(head) || (!numbered && counting.some(counts))) return skip('SUBTOTAL')
    if (!hasRoom && FOOTER.test(head)) return skip('FOOTER')
    if (said.length === 1) {
      if (namesPlace(cellText(first))) return { kind: 'band', text: cellText(first) }
      const field = fields.get(first.column)
      const tells = field === 'owner' || (field === 'room' && /\d/.test(head))
      if (!tells && !isRoomFromAbove(roomCell, source.row)) return skip('LONE_TEXT')
    }
    const tells = source.cells.some(({ column }) => TELLING.has(fields.get(column) ?? 'seq'))
    return tells ? { kind: 'data' } : skip('LONE_TEXT')
  }
}

const isRoomFromAbove = (cell: SourceCell | undefined, row: number): boolean =>
  cell !== undefined && isFromAbove(cell, row)
