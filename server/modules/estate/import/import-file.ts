import { Temporal } from 'temporal-polyfill'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { SYSTEM } from '#platform/auth/actor.ts'
import type { Database } from '#platform/db/pool.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import {
  findCentre,
  findEstateByCode,
  firstCompanies,
  insertCentre,
  insertCompany,
  insertEstate,
} from '../places/estate.store.ts'
import { readRoster } from '../roster/read-roster.ts'
import type { Roster } from '../roster/roster-row.ts'
import { todayIn } from '../today.ts'
import { applyPlan, planFor, readingOf, summaryOf } from './import-roster.ts'
import { lockEstate } from './on-file.store.ts'

const DEFAULT_ZONE = 'Asia/Shanghai'

export type FileImport = {
  bytes: Uint8Array
  fileName: string
  estateCode: string
  /** Name of an estate to make when no estate has this code. */
  create?: string | undefined
  dryRun: boolean
}

/** What the command line prints: one object, figures of the file and of what became of it. */
export type FileImportAnswer = {
  sheets: number
  rows: number
  units: number
  customers: number
  vehicles: number
  created: number
  changed: number
  unchanged: number
  skipped: { sheet: string; row: number; why: string }[]
  problems: { sheet: string; row: number; column: string; code: string; value: string }[]
}

/**
 * Imports a roster into an estate in one transaction; a dry run plans the same and writes nothing. E_NOT_FOUND for an
 * unknown code without a name to create it, E_IMPORT_UNREADABLE and E_IMPORT_COLUMNS for a file that is no roster.
 */
export const importFile = async (
  database: Database,
  cipher: Cipher,
  file: FileImport,
): Promise<FileImportAnswer | Refusal> => {
  const known = await inTransaction(database, { scope: 'all', readOnly: true }, (tx) => howToRead(tx, file))
  if (isRefusal(known)) return known
  const read = await readRoster(file.bytes, { fileName: file.fileName, ...known })
  if (isRefusal(read)) return read
  let answer: FileImportAnswer | undefined
  const done = await inTransaction(database, { scope: 'all' }, async (tx) => {
    const estateId = await estateOf(tx, file)
    if (isRefusal(estateId)) return estateId
    await lockEstate(tx, estateId)
    const plan = await planFor(tx, cipher, estateId, read.roster)
    answer = answerOf(read.roster, summaryOf(read.roster, plan).things)
    if (file.dryRun) return refuse('E_CLOSED_CASE')
    const source = `import ${file.fileName} ${await todayIn(tx, estateId)}`
    await applyPlan(tx, SYSTEM, cipher, estateId, plan, { roster: read.roster, source })
    await audit(tx, SYSTEM, {
      estateId,
      action: 'roster.imported',
      subjectKind: 'estate',
      subjectId: estateId,
      after: { fileName: file.fileName },
    })
    return undefined
  })
  // a dry run is rolled back by a refusal of its own; every other refusal is one
  if (isRefusal(done) && !(file.dryRun && answer)) return done
  return answer ?? refuse('E_INTERNAL')
}

/** As the estate reads it; for one that is still to be made, with the defaults. */
const howToRead = async (tx: Tx, { estateCode, create }: FileImport) => {
  const estate = await findEstateByCode(tx, estateCode)
  if (estate) return readingOf(tx, estate.estate_id)
  const today = Temporal.Instant.from(tx.now).toZonedDateTimeISO(DEFAULT_ZONE).toPlainDate().toString()
  return { today, estateNames: create === undefined ? [] : [create] }
}

const estateOf = async (tx: Tx, { estateCode: code, create }: FileImport): Promise<Uuid | Refusal> => {
  const known = await findEstateByCode(tx, code)
  if (known) return known.estate_id
  if (create === undefined) return refuse('E_NOT_FOUND', { field: 'estate', details: { code } })
  const [first, second] = await firstCompanies(tx)
  if (second) return refuse('E_DUPLICATE', { field: 'company' })
  const companyId = first?.id ?? newId()
  if (!first) await insertCompany(tx, { id: companyId, name: create })
  const centreId = (await findCentre(tx, companyId, { name: create })) ?? newId()
  if (!(await findCentre(tx, companyId, { id: centreId })))
    await insertCentre(tx, { id: centreId, company_id: companyId, name: create })
  const estate = {
    estate_id: newId(),
    code,
    name: create,
    company_id: companyId,
    centre_id: centreId,
    time_zone: DEFAULT_ZONE,
    address: null,
  }
  return (await insertEstate(tx, estate)) ? estate.estate_id : refuse('E_DUPLICATE', { field: 'estate' })
}

type Things = ReturnType<typeof summaryOf>['things']

const answerOf = (roster: Roster, things: Things): FileImportAnswer => {
  const total = (what: 'created' | 'changed' | 'unchanged') =>
    Object.values(things).reduce((sum, counted) => sum + counted[what], 0)
  const { rows, units, customers, vehicles } = roster.counts
  return {
    sheets: roster.sheets.length,
    rows,
    units,
    customers,
    vehicles,
    created: total('created'),
    changed: total('changed'),
    unchanged: total('unchanged'),
    skipped: roster.skipped.map(({ sheet, row, why }) => ({ sheet, row, why })),
    problems: roster.problems.map(({ sheet, row, column, code, value }) => ({ sheet, row, column, code, value })),
  }
}
