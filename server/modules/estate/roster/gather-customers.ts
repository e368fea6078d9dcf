import { upgradeResidentId } from '../identity.rules.ts'
import { nameKey } from '../party-name.rules.ts'
import { addProblem, type Layouts } from './check-doubles.ts'
import { canImport, type RosterCustomer, type RosterParty, type RosterRow, type RosterSettings } from './roster-row.ts'

type Said = { row: RosterRow; party: RosterParty; role: 'owner' | 'tenant'; fromRemarks: boolean }

const parties = (rows: RosterRow[]): Said[] =>
  rows
    .filter(canImport)
    .flatMap((row) => [
      ...row.owners.map((party) => ({ row, party, role: 'owner' as const, fromRemarks: false })),
      ...row.tenants.map((party) => ({ row, party, role: 'tenant' as const, fromRemarks: party.said === 'remarks' })),
    ])

/** The number that makes a party itself; old and new form of a resident's number are the same. */
const ownPaper = ({ idNumber, idKind }: RosterParty): string | null =>
  idNumber === undefined ? null : idKind === 'resident_id_15' ? upgradeResidentId(idNumber) : idNumber

/** One number under two names: the later row loses the number, because it may belong to somebody else. */
const checkPapers = (all: Said[], layouts: Layouts): void => {
  const first = new Map<string, Said>()
  for (const said of all) {
    const paper = ownPaper(said.party)
    if (paper === null) continue
    const before = first.get(paper)
    if (!before) first.set(paper, said)
    else if (nameKey(before.party.name) !== nameKey(said.party.name)) {
      const details = { otherSheet: before.row.sheet, otherRow: before.row.row, otherName: before.party.name }
      const field = said.role === 'owner' ? 'ownerId' : 'tenantId'
      addProblem(layouts, said.row, field, 'ID_OTHER_NAME', said.party.idNumber ?? '', {
        ...details,
        name: said.party.name,
      })
      delete said.party.idNumber
      delete said.party.idKind
    }
  }
}

/** The keys under which a party is known: its paper, its name with each phone, a company's name, a name in one unit. */
const keysOf = ({ party, row }: Said): string[] => {
  const name = nameKey(party.name)
  const paper = ownPaper(party)
  return [
    ...(paper === null ? [] : [`paper ${paper}`]),
    ...party.phones.map((phone) => `phone ${name} ${phone}`),
    ...(party.kind === 'company' ? [`company ${name}`] : []),
    `unit ${row.unit?.canonical} ${name}`,
  ]
}

/** Gives every party of the good rows its customer: one person with three flats is one customer. */
export const gatherCustomers = (rows: RosterRow[], layouts: Layouts, settings: RosterSettings): RosterCustomer[] => {
  const all = parties(rows)
  checkPapers(all, layouts)
  const customers: RosterCustomer[] = []
  const papers: (string | null)[] = []
  const units: Set<string>[] = []
  const known = new Map<string, number>()
  for (const said of all) {
    const { party, role, row } = said
    const paper = ownPaper(party)
    const fits = (at: number) => paper === null || papers[at] === null || papers[at] === paper
    const keys = keysOf(said)
    const index = keys.map((key) => known.get(key)).find((at) => at !== undefined && fits(at)) ?? customers.length
    if (index === customers.length) {
      customers.push({ name: party.name, kind: party.kind, phones: [], roles: [], units: [] })
      papers.push(null)
      units.push(new Set())
    }
    const customer = customers[index]
    if (!customer) continue
    party.customer = index
    papers[index] ??= paper
    if (party.idNumber !== undefined && customer.idNumber === undefined)
      Object.assign(customer, { idNumber: party.idNumber, idKind: party.idKind })
    if (party.representativeId) customer.representativeId ??= party.representativeId
    customer.phones = [...new Set([...customer.phones, ...party.phones])]
    if (!customer.roles.includes(role)) customer.roles.push(role)
    if (row.unit) units[index]?.add(row.unit.canonical)
    for (const key of keys) if (!known.has(key)) known.set(key, index)
  }
  for (const [index, customer] of customers.entries()) customer.units = [...(units[index] ?? [])]
  checkPhones(all, layouts, settings)
  return customers
}

const checkPhones = (all: Said[], layouts: Layouts, settings: RosterSettings): void => {
  const users = new Map<string, Said[]>()
  for (const said of all)
    for (const phone of said.party.phones) {
      const before = users.get(phone)
      if (before) before.push(said)
      else users.set(phone, [said])
    }
  for (const [phone, saids] of users) {
    const customers = new Set(saids.map(({ party }) => party.customer)).size
    if (customers < settings.phoneSharedBy) continue
    for (const { row, role, fromRemarks } of saids) {
      const field = fromRemarks ? 'remarks' : role === 'owner' ? 'ownerPhone' : 'tenantPhone'
      if (!row.problems.some(({ code, value }) => code === 'PHONE_SHARED' && value === phone))
        addProblem(layouts, row, field, 'PHONE_SHARED', phone, { customers })
    }
  }
}
