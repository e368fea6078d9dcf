import type { FieldDifference, ItemDifference } from '#contract/standards.ts'
import type { CompanyItem } from '../checklist.rules.ts'
import type { Variant } from '../variant.ts'

type Side = readonly CompanyItem[]
/** What an editor may change; the rest is what an item is. */
const FIELDS = [
  'zh',
  'en',
  'sense',
  'severity',
  'evidence',
  'threshold',
  'frequency',
  'conditions',
  'trait',
  'kano',
] as const

const said = (value: unknown) => JSON.stringify(value ?? null)

/** What `after` says otherwise than `before`, item by item; an item that is off counts as absent. */
export const differencesOf = (before: Side, after: Side): ItemDifference[] => {
  const active = (side: Side) => new Map(side.filter((i) => i.active).map((i) => [i.item.id, i.item]))
  const [old, now] = [active(before), active(after)]
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort()
  return ids.flatMap((itemId): ItemDifference[] => {
    const [a, b] = [old.get(itemId), now.get(itemId)]
    const item = b ?? a
    if (!item) return []
    const words = { itemId, zh: item.zh, en: item.en }
    if (!a) return [{ ...words, what: 'added', fields: [] }]
    if (!b) return [{ ...words, what: 'removed', fields: [] }]
    const fields = FIELDS.filter((f) => said(a[f]) !== said(b[f])).map((field) => ({
      field,
      before: a[field] ?? null,
      after: b[field] ?? null,
    }))
    return fields.length === 0 ? [] : [{ ...words, what: 'changed', fields }]
  })
}

const sideOf = (company: readonly CompanyItem[], variant: Variant): Side => [
  ...company.map(({ item }) => ({
    item: { ...item, ...variant.changed[item.id] },
    active: variant.off[item.id] === undefined,
  })),
  ...variant.added.map((item) => ({ item, active: true })),
]

/** What a version of an estate says otherwise than another one, both over the same standard of the company and all it has. */
export const differencesOfVariants = (
  company: readonly CompanyItem[],
  before: Variant,
  after: Variant,
): { rows: ItemDifference[]; estate: FieldDifference[] } => {
  const known = new Map(company.map(({ item }) => [item.id, item]))
  const reason = (itemId: string) => ({
    field: 'reasonOff',
    before: before.off[itemId] ?? null,
    after: after.off[itemId] ?? null,
  })
  const rows = differencesOf(sideOf(company, before), sideOf(company, after)).map((row): ItemDifference => {
    if (!known.has(row.itemId) || row.what === 'changed') return row
    return { ...row, what: row.what === 'removed' ? 'off' : 'on', fields: [reason(row.itemId)] }
  })
  // off in both, for another reason
  const otherwise = Object.keys(after.off).flatMap((itemId): ItemDifference[] => {
    const item = known.get(itemId)
    const was = before.off[itemId]
    if (!item || was === undefined || was === after.off[itemId]) return []
    return [{ itemId, what: 'changed', zh: item.zh, en: item.en, fields: [reason(itemId)] }]
  })
  const sorted = (list: readonly string[]) => [...list].sort()
  const estate = (['traits', 'standing'] as const)
    .map((field) => ({ field, before: sorted(before[field]), after: sorted(after[field]) }))
    .filter((one) => said(one.before) !== said(one.after))
  return { rows: [...rows, ...otherwise].sort((a, b) => (a.itemId < b.itemId ? -1 : 1)), estate }
}
