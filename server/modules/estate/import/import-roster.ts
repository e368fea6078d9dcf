import type { ImportSummary } from '#contract/roster-import.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { Cipher } from '#platform/privacy/cipher.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { paperIndex } from '../people/paper.ts'
import { canImport, type Roster, type RosterSettings } from '../roster/roster-row.ts'
import { todayIn } from '../today.ts'
import { loadOnFile } from './on-file.store.ts'
import type { Plan } from './plan.ts'
import { planImport } from './plan-import.rules.ts'
import { writePlan } from './write-plan.ts'

const rosterSettings = async (tx: Tx, estateId: Uuid): Promise<RosterSettings> => {
  const settings = await settingsOf(tx, estateId)
  const [least, most] = settings.get('customers.rosterAreaM2')
  return {
    area: { least, most },
    phoneSharedBy: settings.get('customers.rosterPhoneSharedBy'),
    earliestHandover: settings.get('customers.rosterEarliestHandover'),
  }
}

/** What reading a roster of this estate needs to know. */
export const readingOf = async (tx: Tx, estateId: Uuid) => ({
  today: await todayIn(tx, estateId),
  estateNames: [
    (await tx.db.selectFrom('estate').select('name').where('estate_id', '=', estateId).executeTakeFirstOrThrow()).name,
  ],
  settings: await rosterSettings(tx, estateId),
})

/** What importing the roster would do to the estate as it stands in this transaction. */
export const planFor = async (tx: Tx, cipher: Cipher, estateId: Uuid, roster: Roster): Promise<Plan> => {
  const today = await todayIn(tx, estateId)
  const papers = roster.customers.map(({ idNumber, idKind }) =>
    idNumber && idKind ? paperIndex(cipher, estateId, { number: idNumber, kind: idKind }).toString('hex') : undefined,
  )
  return planImport(roster, await loadOnFile(tx, estateId, today), { today, newId, papers }, canImport)
}

/** Writes a plan made in the same transaction, under the estate's lock. `source` stands in the history of each thing. */
export const applyPlan = async (
  tx: Tx,
  actor: Actor,
  cipher: Cipher,
  estateId: Uuid,
  plan: Plan,
  given: { roster: Roster; source: string; onStep?: (done: number, total: number) => void },
): Promise<void> => {
  const { roster, source, onStep = () => {} } = given
  await writePlan(tx, actor, plan, { estateId, today: await todayIn(tx, estateId), cipher, source, roster, onStep })
  for (const topic of ['customers', 'units']) tx.tell({ estateId, topic })
}

/** The counts that a person looks at before confirming. */
export const summaryOf = (roster: Roster, plan: Plan): ImportSummary => ({
  sheets: roster.sheets.map((one) => ({
    sheet: one.sheet,
    hidden: one.hidden,
    skipped: 'skipped' in one ? one.skipped : null,
    rows: 'rows' in one ? one.rows : 0,
    title: 'layout' in one ? one.layout.title : null,
    headingRow: 'layout' in one ? (one.layout.headingRows.at(-1) ?? null) : null,
    columns: 'layout' in one ? one.layout.columns : [],
  })),
  rows: roster.counts.rows,
  goodRows: roster.counts.goodRows,
  problemRows: roster.counts.problemRows,
  errors: roster.counts.errors,
  warnings: roster.counts.warnings,
  units: roster.counts.units,
  customers: roster.counts.customers,
  vehicles: roster.counts.vehicles,
  things: plan.things,
  changedOwners: plan.changedOwners,
  skipped: roster.skipped.map(({ sheet, row, count, why, text }) => ({ sheet, row, count, why, text })),
})
