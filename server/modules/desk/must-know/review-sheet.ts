import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { checkDay } from '../days.rules.ts'
import { staffInRoles } from '../people.store.ts'
import { answerSheet, type SavedSheet } from './save-draft.ts'
import { contentOf } from './sheet.present.ts'
import { findSheet, type SheetRow, saveSheet, sheetBefore } from './sheet.store.ts'
import { changesOf, EMPTY_SHEET, missingFields } from './sheet-fields.rules.ts'
import { MUST_KNOW_ROLES } from './standing.rules.ts'

type Asked = { estateId: Uuid; id: Uuid; version: number }

const wanted = async (tx: Tx, asked: Asked, states: readonly string[]): Promise<SheetRow | Refusal> => {
  const row = await findSheet(tx, asked.estateId, asked.id)
  if (!row) return refuse('E_NOT_FOUND')
  return states.includes(row.state) && row.version === asked.version
    ? row
    : refuse('E_STATE_CHANGED', { details: { state: row.state, version: row.version } })
}

/** FD-023: who has written in it neither checks nor approves it. */
const secondPerson = (actor: Actor, row: SheetRow): Refusal | undefined =>
  row.editors.includes(actor.id) ? refuse('E_SECOND_PERSON', { details: { author: row.author_name } }) : undefined

type Change = { action: string; patch: Parameters<typeof saveSheet>[2]; purpose?: string }

const carryOut = async (
  tx: Tx,
  actor: Actor,
  row: SheetRow,
  { action, patch, purpose }: Change,
): Promise<SheetRow | Refusal> => {
  if (!(await saveSheet(tx, row, patch))) return refuse('E_STATE_CHANGED')
  await audit(tx, actor, {
    estateId: row.estate_id,
    action: `mustKnow.${action}`,
    subjectKind: 'mustKnow',
    subjectId: row.id,
    ...(purpose ? { purpose } : {}),
    before: { state: row.state },
    after: { number: row.number, state: patch.state ?? row.state },
  })
  return (await findSheet(tx, row.estate_id, row.id)) ?? refuse('E_NOT_FOUND')
}

const isRow = (value: SheetRow | Refusal): value is SheetRow => 'estate_id' in value

export const checkSheet = async (tx: Tx, actor: Actor, asked: Asked): Promise<SavedSheet | Refusal> => {
  const row = await wanted(tx, asked, ['draft'])
  if (!isRow(row)) return row
  const refused = secondPerson(actor, row)
  if (refused) return refused
  const after = await carryOut(tx, actor, row, {
    action: 'check',
    patch: { state: 'checked', checker_id: actor.id, checked_at: tx.now },
  })
  return isRow(after) ? answerSheet(tx, after) : after
}

export const returnSheet = async (
  tx: Tx,
  actor: Actor,
  asked: Asked & { reason: string },
): Promise<SavedSheet | Refusal> => {
  const row = await wanted(tx, asked, ['draft', 'checked'])
  if (!isRow(row)) return row
  const after = await carryOut(tx, actor, row, {
    action: 'return',
    purpose: asked.reason,
    patch: { state: 'draft', checker_id: null, checked_at: null },
  })
  await tellStaff(tx, row.estate_id, row.editors, {
    template: 'mustKnow.returned',
    params: { version: row.number, reason: asked.reason },
  })
  return isRow(after) ? answerSheet(tx, after) : after
}

export const dropSheet = async (tx: Tx, actor: Actor, asked: Asked): Promise<SavedSheet | Refusal> => {
  const row = await wanted(tx, asked, ['draft', 'checked'])
  if (!isRow(row)) return row
  const after = await carryOut(tx, actor, row, { action: 'drop', patch: { state: 'dropped' } })
  return isRow(after) ? answerSheet(tx, after) : after
}

/**
 * FD-023: in force from that day on. The customer-service staff are told to read what changed (KN-003); the lead hears
 * of empty fields (FD-021). E_TIME_PAST for a day gone by, E_TIME_RANGE for one before that of the version it follows.
 */
export const approveSheet = async (
  tx: Tx,
  actor: Actor,
  asked: Asked & { effectiveDate: LocalDate },
): Promise<SavedSheet | Refusal> => {
  const row = await wanted(tx, asked, ['checked'])
  if (!isRow(row)) return row
  const before = await sheetBefore(tx, row.estate_id, row.number)
  const refused =
    secondPerson(actor, row) ??
    checkDay(asked.effectiveDate, 'body.effectiveDate') ??
    (await checkOrder(tx, row, before, asked.effectiveDate))
  if (refused) return refused
  const content = contentOf(row.content)
  const changed = changesOf(before ? contentOf(before.content) : EMPTY_SHEET, content)
  const after = await carryOut(tx, actor, row, {
    action: 'approve',
    patch: {
      state: 'approved',
      approver_id: actor.id,
      approved_at: tx.now,
      effective_date: asked.effectiveDate,
      changed_fields: [...new Set(changed.map((c) => c.key))],
    },
  })
  if (!isRow(after)) return after
  const readers = await staffInRoles(tx, row.estate_id, MUST_KNOW_ROLES)
  await tellStaff(
    tx,
    row.estate_id,
    readers.map((s) => s.id),
    { template: 'mustKnow.changed', params: { version: row.number, date: asked.effectiveDate } },
  )
  const missing = missingFields(content)
  const leads = missing.length > 0 ? await staffInRoles(tx, row.estate_id, ['csLead']) : []
  await tellStaff(
    tx,
    row.estate_id,
    leads.map((s) => s.id),
    { template: 'mustKnow.incomplete', params: { version: row.number, count: missing.length } },
  )
  return answerSheet(tx, after)
}

const checkOrder = async (
  tx: Tx,
  row: SheetRow,
  before: SheetRow | undefined,
  effectiveDate: LocalDate,
): Promise<Refusal | undefined> => {
  const today = localDateOf(await calendarOf(tx, row.estate_id), tx.now)
  if (effectiveDate < today) return refuse('E_TIME_PAST', { field: 'body.effectiveDate', details: { now: tx.now } })
  return before?.effective_date && effectiveDate < before.effective_date
    ? refuse('E_TIME_RANGE', { field: 'body.effectiveDate', details: { earliest: before.effective_date } })
    : undefined
}
