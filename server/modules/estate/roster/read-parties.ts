import type { RosterField } from '#contract/roster-import.ts'
import type { LocalDate } from '#contract/values.ts'
import { isCompanyPaper, readIdNumber } from '../identity.rules.ts'
import { isCompanyName, isName, nameKey, splitNames } from '../party-name.rules.ts'
import { type Phone, readPhones } from '../phone.rules.ts'
import { fold, saysNothing } from '../text-fold.rules.ts'
import { readPhoneCells } from './read-values.ts'
import type { RosterParty } from './roster-row.ts'
import type { FieldCell, Findings, LaidRow } from './row-cells.ts'

type Written = { text: string; cell: FieldCell }

const PAPER = /(?<![\dA-Z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Z])/g
const NUMBER = /[+(]?\d[\d\s()+-]{6,}\d/g

/** Papers of a cell in their order; a number written in groups (440300 19900101 1234) is one. */
const splitPapers = (cell: FieldCell): Written[] => {
  const text = fold(cell.text).trim()
  const whole = text.replace(/[\s-]/g, '')
  if (/^(?:\d{17}[\dXx]|\d{15})$/.test(whole)) return [{ text: whole, cell }]
  const pieces = text.split(/[、,;/\n|&]+|(?<=[\dXx])\s+(?=[\dA-Za-z])|和/)
  return pieces.map((piece) => ({ text: piece.trim(), cell }))
}

/** The owner's cell may hold papers and phones as well: 张三 440300… 138…. */
const unload = (cell: FieldCell): { names: string[]; papers: Written[]; phones: Phone[] } => {
  const folded = fold(cell.text)
  const papers = [...folded.matchAll(PAPER)].map(([text]) => ({ text, cell }))
  const rest = papers.length > 0 ? folded.replace(PAPER, ' ') : cell.text
  const numbers = fold(rest).match(NUMBER)
  const phones = numbers ? readPhones(fold(rest)).phones : []
  return { names: splitNames(phones.length > 0 ? fold(rest).replace(NUMBER, '\n') : rest), papers, phones }
}

const givePhones = (parties: RosterParty[], phones: Phone[], found: Findings, field: RosterField): void => {
  const loose: Phone[] = []
  for (const phone of phones) {
    const named = phone.label && parties.find(({ name }) => nameKey(name) === nameKey(phone.label ?? ''))
    if (named) named.phones.push(phone.number)
    else loose.push(phone)
  }
  const [first] = parties
  if (!first) return
  if (loose.length > parties.length && parties.length > 1) {
    first.phones.push(...loose.map(({ number }) => number))
    found.note('PHONES_WITH_FIRST_OWNER', field, loose.map(({ number }) => number).join('/'))
    return
  }
  for (const [i, { number }] of loose.entries()) (parties[i] ?? first).phones.push(number)
}

const givePaper = (
  party: RosterParty | undefined,
  { text, cell }: Written,
  found: Findings,
  today: LocalDate,
): void => {
  // Excel keeps fifteen digits of a number; the rest are zeros that nobody typed.
  const rounded = cell.cell.kind === 'number' && text.length > 15
  const reading = rounded ? { trouble: 'ID_PRECISION' as const } : readIdNumber(text, party?.kind ?? 'person', today)
  if ('trouble' in reading) {
    found.problem(reading.trouble, cell, text)
    return
  }
  if (!party) return
  const paper = { idNumber: reading.number, idKind: reading.kind }
  if (isCompanyPaper(reading.kind)) party.kind = 'company'
  if (party.kind === 'company' && !isCompanyPaper(reading.kind)) {
    party.representativeId = paper
    found.note('ID_OF_REPRESENTATIVE', cell, text)
  } else Object.assign(party, paper)
}

export type PartyFields = { name: RosterField; id: RosterField; phone: RosterField }
export const OWNER_FIELDS: PartyFields = { name: 'owner', id: 'ownerId', phone: 'ownerPhone' }
export const TENANT_FIELDS: PartyFields = { name: 'tenant', id: 'tenantId', phone: 'tenantPhone' }

export type PartiesReading = {
  parties: RosterParty[] /** Something stands under the paper or phone heading. */
  otherwiseSaid: boolean
}

/** Owners or tenants of a row: names, papers and phones of one cell or several, matched in their order. */
export const readParties = (laid: LaidRow, fields: PartyFields, found: Findings, today: LocalDate): PartiesReading => {
  const cells = laid.all(fields.name).map((cell) => ({ cell, ...unload(cell) }))
  const parties: RosterParty[] = []
  for (const { cell, names } of cells) {
    for (const name of names) {
      if (!isName(name)) found.problem('NAME_FORM', cell, name)
      else if (!parties.some((party) => nameKey(party.name) === nameKey(name)))
        parties.push({ customer: -1, name, kind: isCompanyName(name) ? 'company' : 'person', phones: [] })
    }
  }
  const papers = [...cells.flatMap((cell) => cell.papers), ...laid.all(fields.id).flatMap(splitPapers)]
  for (const [i, paper] of papers.entries()) {
    if (saysNothing(paper.text)) continue
    if (i >= parties.length && parties.length > 0) found.problem('ID_WITHOUT_NAME', paper.cell, paper.text)
    else givePaper(parties[i], paper, found, today)
  }
  const phones = [...cells.flatMap((cell) => cell.phones), ...readPhoneCells(laid, fields.phone, found)]
  givePhones(parties, phones, found, fields.phone)
  for (const party of parties) party.phones = [...new Set(party.phones)]
  return { parties, otherwiseSaid: papers.some(({ text }) => !saysNothing(text)) || phones.length > 0 }
}
