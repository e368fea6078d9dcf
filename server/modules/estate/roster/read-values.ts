import type { RosterField } from '#contract/roster-import.ts'
import type { LocalDate } from '#contract/values.ts'
import { parseDate, parseDateRange } from '../parse-date.rules.ts'
import { readPhones } from '../phone.rules.ts'
import { readPlates } from '../plate.rules.ts'
import { fold, foldWidth, saysNothing } from '../text-fold.rules.ts'
import { parseParking, type UnitNo } from '../unit-no.rules.ts'
import type { RosterRow, RosterSettings } from './roster-row.ts'
import type { FieldCell, Findings, LaidRow } from './row-cells.ts'

/** 123.75㎡, 约 123.75 平方米, 1,234.5 → square metres, to four decimals; null if it is no area. */
const parseArea = (text: string): number | null => {
  const plain = fold(text)
    .trim()
    .replace(/^(?:约|计)\s*/, '')
    .replace(/\s*(?:m2|m\^2|平方米|平米|平方|平|sqm|sq\.?\s?m)$/i, '')
    .replace(/^(-?\d{1,3}),(\d{3}(?:\.\d+)?)$/, '$1$2')
    .replace(/^'/, '')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 10_000) / 10_000 : null
}

const readArea = (laid: LaidRow, field: 'area' | 'innerArea', found: Findings, settings: RosterSettings) => {
  const cell = laid.get(field)
  if (!cell || saysNothing(cell.text)) return null
  const m2 = cell.cell.kind === 'date' ? null : parseArea(cell.text)
  const { least, most } = settings.area
  if (m2 === null) found.problem('AREA_FORM', cell)
  else if (m2 < least || m2 > most) found.problem('AREA_RANGE', cell, undefined, { least, most })
  else return m2
  return null
}

export const readAreas = (
  laid: LaidRow,
  found: Findings,
  settings: RosterSettings,
): Pick<RosterRow, 'area' | 'innerArea'> => {
  const gross = readArea(laid, 'area', found, settings)
  const innerArea = readArea(laid, 'innerArea', found, settings)
  if (gross !== null) return { area: { m2: gross, basis: 'gross' }, innerArea }
  // Only where the ledger has no other area; a blank 建筑面积 is not replaced by a smaller one.
  return { area: innerArea !== null && !laid.has('area') ? { m2: innerArea, basis: 'inner' } : null, innerArea }
}

const readDateCell = (cell: FieldCell): LocalDate | null =>
  cell.cell.kind === 'date' ? cell.text : parseDate(cell.text)

export const readHandover = (
  laid: LaidRow,
  found: Findings,
  settings: RosterSettings,
  today: LocalDate,
): LocalDate | null => {
  const cell = laid.get('handoverDate')
  if (!cell || saysNothing(cell.text) || /^未(?:收|交|入|领)/.test(cell.text)) return null
  const date = readDateCell(cell)
  if (date === null) found.problem('DATE_FORM', cell)
  else if (date < settings.earliestHandover) {
    found.problem('DATE_RANGE', cell, undefined, { earliest: settings.earliestHandover })
    return null
  } else if (date > today) found.problem('DATE_FUTURE', cell, undefined, { today })
  return date
}

/** The numbers of every column of a field; what is no number becomes a problem of its own. */
export const readPhoneCells = (laid: LaidRow, field: RosterField, found: Findings) =>
  laid.all(field).flatMap((cell) => {
    const { phones, troubles } = readPhones(cell.text)
    for (const { code, value } of troubles) found.problem(code, cell, value)
    return phones
  })

export const readVehicles = (laid: LaidRow, found: Findings): { plate: string }[] => {
  const plates = laid.all('plate').flatMap((cell) => {
    const reading = readPlates(cell.text)
    for (const trouble of reading.troubles) found.problem('PLATE_FORM', cell, trouble)
    return reading.plates
  })
  return [...new Set(plates)].map((plate) => ({ plate }))
}

export const readParking = (laid: LaidRow, found: Findings): UnitNo[] => {
  const spaces = new Map<string, UnitNo>()
  for (const cell of laid.all('parking')) {
    for (const piece of fold(cell.text).split(/[、,;\n/]+|\s{2,}/)) {
      if (saysNothing(piece)) continue
      const space = parseParking(piece)
      if (space) spaces.set(space.canonical, space)
      else found.problem('PARKING_FORM', cell, piece.trim())
    }
  }
  return [...spaces.values()]
}

export type Lease = { from?: LocalDate; to?: LocalDate }
const OPEN_LEASE = /^(?:长期|不定期|无固定期限|一年一签)$/

export const readLease = (laid: LaidRow, found: Findings): Lease => {
  const lease: Lease = {}
  const span = laid.get('lease')
  if (span && !saysNothing(span.text) && !OPEN_LEASE.test(span.text)) {
    const range = parseDateRange(span.text)
    if (range) Object.assign(lease, range)
    else found.problem('LEASE_FORM', span)
  }
  for (const [field, edge] of [
    ['leaseFrom', 'from'],
    ['leaseTo', 'to'],
  ] as const) {
    const cell = laid.get(field)
    if (!cell || saysNothing(cell.text)) continue
    const date = readDateCell(cell)
    if (date) lease[edge] = date
    else found.problem('DATE_FORM', cell)
  }
  if (lease.from && lease.to && lease.to < lease.from) {
    found.problem('LEASE_RANGE', laid.get('leaseTo') ?? span ?? 'lease', `${lease.from} – ${lease.to}`)
    return {}
  }
  return lease
}

export const readEmergency = (laid: LaidRow, found: Findings): RosterRow['emergencyContact'] => {
  const cell = laid.get('emergencyContact')
  const phones = readPhoneCells(laid, 'emergencyPhone', found).map(({ number }) => number)
  // 张三 13800138000 under one heading.
  const inName = cell ? readPhones(cell.text).phones.map(({ number }) => number) : []
  const name = cell
    ? foldWidth(cell.text)
        .replace(/[+\d][\d\s()-]{6,}/g, '')
        .replace(/[\s:、,/]+$/, '')
        .trim()
    : ''
  const all = [...new Set([...inName, ...phones])]
  return saysNothing(name) && all.length === 0 ? null : { name: saysNothing(name) ? null : name, phones: all }
}
