import type { ItemDifference } from '#contract/standards.ts'
import type { CheckItem } from '#contract/touchpoints.ts'

type Side = readonly { item: CheckItem; active: boolean }[]
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
