import type { RosterField } from '#contract/roster-import.ts'
import type { LocalDate } from '#contract/values.ts'
import { nameKey } from '../party-name.rules.ts'
import { saysNothing } from '../text-fold.rules.ts'
import { OWNER_FIELDS, readParties } from './read-parties.ts'
import { readTenants } from './read-tenants.ts'
import { readUnitCells, startContext, type UnitContext } from './read-unit-cells.ts'
import { readAreas, readEmergency, readHandover, readParking, readVehicles } from './read-values.ts'
import type { SheetLayout } from './recognise-columns.ts'
import type { RosterParty, RosterRow, RosterSettings, SkippedRow } from './roster-row.ts'
import { type Findings, findingsOf, type LaidRow, layRows } from './row-cells.ts'
import { isFromAbove, rowKinds } from './row-kinds.ts'
import { breathe, type SourceSheet } from './source-sheet.ts'

export type ParseOptions = { today: LocalDate; settings: RosterSettings; estateNames: readonly string[] }
export type SheetRows = { rows: RosterRow[]; skipped: SkippedRow[] }

/** Instead of an owner: the flat has none yet. */
const NOBODY = /^(?:未售|待售|未出售|未交付|未交房|开发商(?:自持|保留)?|空置|空房|公共用房|物业用房|公建)$/

const textOf = (laid: LaidRow, field: RosterField): string | null => {
  const texts = laid
    .all(field)
    .map(({ text }) => text)
    .filter((text) => !saysNothing(text))
  return texts.join('\n') || null
}

const extraOf = (laid: LaidRow, layout: SheetLayout): Record<string, string> => {
  const cells = new Map(laid.source.cells.map((cell) => [cell.column, cell]))
  return Object.fromEntries(
    layout.columns.flatMap(({ column, heading, field }) => {
      const cell = field === null ? cells.get(column) : undefined
      return cell && cell.kind !== 'error' ? [[heading, String(cell.value)]] : []
    }),
  )
}

const checkCells = (laid: LaidRow, layout: SheetLayout, found: Findings): void => {
  const columns = new Map(layout.columns.map((mapping) => [mapping.column, mapping]))
  for (const cell of laid.source.cells) {
    const mapping = columns.get(cell.column)
    if (!mapping?.field || isFromAbove(cell, laid.row)) continue
    const place = { field: mapping.field, heading: mapping.heading, text: String(cell.value), cell }
    if (cell.kind === 'error') found.problem('CELL_ERROR', place)
    else if (cell.kind === 'text' && String(cell.value).includes('\uFFFD')) found.problem('TEXT_DAMAGED', place)
  }
}

const readOwners = (laid: LaidRow, found: Findings, today: LocalDate): RosterParty[] => {
  const { parties } = readParties(laid, OWNER_FIELDS, found, today)
  const owners = parties.filter(({ name }) => !NOBODY.test(name))
  const unsold =
    owners.length < parties.length || /未售|待售/.test(`${textOf(laid, 'remarks')}${textOf(laid, 'usage')}`)
  const said = found.problems.some(({ code }) => code === 'NAME_FORM')
  if (laid.has('owner') && owners.length === 0 && !unsold && !said) found.problem('OWNER_MISSING', 'owner', '')
  return owners
}

const readRow = (laid: LaidRow, layout: SheetLayout, context: UnitContext, options: ParseOptions): RosterRow => {
  const { settings, today } = options
  const found = findingsOf(laid)
  checkCells(laid, layout, found)
  const unit = readUnitCells(laid, context, found)
  const owners = readOwners(laid, found, today)
  return {
    sheet: laid.sheet,
    row: laid.row,
    joinedRows: [],
    unit,
    ...readAreas(laid, found, settings),
    unitType: textOf(laid, 'unitType'),
    usage: textOf(laid, 'usage'),
    handoverDate: readHandover(laid, found, settings, today),
    owners,
    tenants: readTenants(laid, found, today),
    vehicles: readVehicles(laid, found),
    parking: readParking(laid, found),
    emergencyContact: readEmergency(laid, found),
    remarks: textOf(laid, 'remarks'),
    extra: extraOf(laid, layout),
    problems: found.problems,
    notes: found.notes,
  }
}

const addParties = <T extends RosterParty>(to: T[], more: T[]): void => {
  for (const party of more) {
    const known = to.find(({ name }) => nameKey(name) === nameKey(party.name))
    if (known) known.phones = [...new Set([...known.phones, ...party.phones])]
    else to.push(party)
  }
}

/** A room merged over several rows is one unit whose owners, vehicles and so on stand below one another. */
const joinRow = (to: RosterRow, row: RosterRow): void => {
  addParties(to.owners, row.owners)
  addParties(to.tenants, row.tenants)
  for (const vehicle of row.vehicles)
    if (!to.vehicles.some(({ plate }) => plate === vehicle.plate)) to.vehicles.push(vehicle)
  for (const space of row.parking)
    if (!to.parking.some(({ canonical }) => canonical === space.canonical)) to.parking.push(space)
  to.area ??= row.area
  to.innerArea ??= row.innerArea
  to.unitType ??= row.unitType
  to.usage ??= row.usage
  to.handoverDate ??= row.handoverDate
  to.emergencyContact ??= row.emergencyContact
  if (row.remarks && row.remarks !== to.remarks) to.remarks = [to.remarks, row.remarks].filter(Boolean).join('\n')
  to.joinedRows.push(row.row)
  to.problems.push(...row.problems.filter(({ code }) => code !== 'OWNER_MISSING'))
  to.notes.push(...row.notes, { code: 'ROW_JOINED', column: '', value: String(row.row) })
}

/** No flat has so many owners; a room merged over a whole sheet is a slip, and its rows come out as doubles. */
const MOST_JOINED = 50

/** The row that this one continues, if its room is the lower part of a merge that began there. */
const continued = (laid: LaidRow, before: RosterRow | undefined): RosterRow | null => {
  const room = laid.get('room')?.cell
  const from = room && isFromAbove(room, laid.row) ? room.mergedFrom?.row : undefined
  const joins = from !== undefined && before?.sheet === laid.sheet && before.row >= from
  return joins && before.joinedRows.length < MOST_JOINED ? before : null
}

/** Rows of one sheet below its headings. Calls `onRow` for each and lets other requests have their turn. */
export const parseSheet = async (
  sheet: SourceSheet,
  layout: SheetLayout,
  options: ParseOptions,
  onRow: (rows: number) => void,
): Promise<SheetRows> => {
  const kindOf = rowKinds(layout)
  const lay = layRows(layout)
  const context = startContext(sheet, layout, options.estateNames)
  const rows: RosterRow[] = []
  const skipped: SkippedRow[] = []
  const lastHeading = layout.headingRows.at(-1) ?? 0
  const skip = (row: number, count: number, why: SkippedRow['why'], text: string) => {
    const before = skipped.at(-1)
    if (why === 'BLANK' && before?.why === 'BLANK' && before.row + before.count === row) before.count += count
    else skipped.push({ sheet: sheet.name, row, count, why, text })
  }
  let expected = lastHeading + 1
  for (const [index, source] of sheet.rows.entries()) {
    if (index % 300 === 299) {
      onRow(300)
      await breathe()
    }
    if (source.row <= lastHeading) {
      if (source.row < (layout.headingRows[0] ?? 0))
        skip(
          source.row,
          1,
          'TITLE',
          source.cells
            .map(({ value }) => value)[0]
            ?.toString()
            .slice(0, 100) ?? '',
        )
      continue
    }
    if (source.row > expected) skip(expected, source.row - expected, 'BLANK', '')
    expected = source.row + 1
    const kind = kindOf(source)
    if (kind.kind === 'skip') skip(source.row, 1, kind.why, kind.why === 'BLANK' ? '' : kind.text)
    else if (kind.kind === 'band') {
      Object.assign(context, { place: kind.text, building: kind.text, section: '', kind: null })
      skip(source.row, 1, 'BAND', kind.text)
    } else {
      const laid = lay(source)
      const before = continued(laid, rows.at(-1))
      const row = readRow(laid, layout, context, options)
      if (before) joinRow(before, row)
      else rows.push(row)
    }
  }
  onRow(sheet.rows.length % 300)
  return { rows, skipped }
}
