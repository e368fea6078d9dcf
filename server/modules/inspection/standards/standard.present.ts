import type { EstateStandard, StandardItem, StandardVersion } from '#contract/standards.ts'
import type { Uuid } from '#contract/values.ts'
import type { ItemRow, VersionRow } from './standard.store.ts'
import type { VariantRow } from './variant.store.ts'

const person = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** FD-766: prepared, checked, approved, each with name and date; alike for the company and its estates. */
const signed = (row: VersionRow | VariantRow) => ({
  createdAt: row.created_at,
  createdBy: person(row.created_by, row.created_name),
  editors: row.editors,
  checkedAt: row.checked_at,
  checkedBy: person(row.checked_by, row.checked_name),
  publishedAt: row.published_at,
  publishedBy: person(row.published_by, row.published_name),
})

export const presentVersion = (row: VersionRow, inForceId: Uuid | undefined): StandardVersion => ({
  id: row.id,
  number: row.number,
  name: row.name,
  note: row.note,
  state: row.state,
  effectiveFrom: row.effective_from,
  inForce: row.id === inForceId,
  items: row.items,
  itemsOff: row.items_off,
  ...signed(row),
  version: row.version,
})

export const presentVariant = (row: VariantRow, inForceId: Uuid | undefined): EstateStandard => ({
  id: row.id,
  number: row.number,
  state: row.state as EstateStandard['state'],
  effectiveFrom: row.effective_from,
  inForce: row.id === inForceId,
  traits: row.traits as EstateStandard['traits'],
  standing: [...row.standing],
  off: { ...row.off },
  added: [...row.added],
  changed: { ...row.changed },
  note: row.note,
  ...signed(row),
  version: row.version,
})

export const presentItem = ({ item, active, seq, version }: ItemRow): StandardItem => ({
  ...item,
  active,
  seq,
  version,
})
