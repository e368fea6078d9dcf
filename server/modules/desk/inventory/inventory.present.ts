import type { InventoryDay, InventoryItem } from '#contract/inventory.ts'
import { ROLE_CODES } from '#contract/permissions.ts'
import type { LocalDate } from '#contract/values.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { InventoryDayRow } from './gap.store.ts'
import { ageInDays } from './inventory.rules.ts'
import type { DraftRow, ItemRow } from './inventory.store.ts'

const person = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)

export const presentDraft = (row: DraftRow, date: LocalDate, calendar: WorkCalendar): InventoryItem => ({
  matterId: row.id,
  number: row.number,
  title: row.title,
  kind: row.kind as InventoryItem['kind'],
  contactType: row.contact_type as InventoryItem['contactType'],
  state: row.state,
  line: row.line as InventoryItem['line'],
  receivedAt: row.received_at,
  ageDays: ageInDays(calendar, row.received_at, date),
  owner: { id: row.owner_id, name: row.owner_name ?? '' },
  handler: person(row.handler_id, row.handler_name),
  overdue: row.overdue,
  note: row.note,
  notedAt: row.noted_at,
  notedBy: row.noted_name,
})

export const presentItem = (row: ItemRow): InventoryItem => ({
  matterId: row.matter_id,
  number: row.number,
  title: row.title,
  kind: row.kind as InventoryItem['kind'],
  contactType: row.contact_type as InventoryItem['contactType'],
  state: row.state,
  line: row.line as InventoryItem['line'],
  receivedAt: row.received_at,
  ageDays: row.age_days,
  owner: { id: row.owner_id, name: row.owner_name },
  handler: person(row.handler_id, row.handler_name),
  overdue: row.overdue,
  note: row.note,
  notedAt: row.noted_at,
  notedBy: row.noted_name,
})

/** A day of which nothing is written yet looks like one that nobody has signed. */
export const presentDay = (date: LocalDate, row: InventoryDayRow | undefined): InventoryDay => ({
  date,
  signed:
    row?.signed_at && row.signed_by
      ? {
          at: row.signed_at,
          by: { id: row.signed_by, name: row.signed_name ?? '' },
          role: ROLE_CODES.find((r) => r === row.signed_role) ?? null,
        }
      : null,
  items: row?.items ?? null,
  gap: row?.gap_at
    ? { date, unsigned: row.gap_unsigned ?? false, items: row.gap_items ?? 0, recordedAt: row.gap_at }
    : null,
})
