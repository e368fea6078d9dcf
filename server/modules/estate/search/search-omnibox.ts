import type { CUSTOMER_KINDS, ResidenceRole, UNIT_KINDS } from '#contract/households.ts'
import type { MATCHES, OmniboxHit } from '#contract/omnibox.ts'
import type { Permission } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { maskPhone, maskPlate } from '#platform/privacy/mask.ts'
import { armsOf } from './query.rules.ts'
import { type HitRow, type SearchIn, searchHits } from './search.store.ts'

/** What must be held to see hits of a kind. */
const NEEDED: readonly { permission: Permission; kinds: readonly string[] }[] = [
  { permission: 'estate.read', kinds: ['unit'] },
  { permission: 'customer.read', kinds: ['customer', 'vehicle'] },
  { permission: 'matter.read', kinds: ['matter', 'order'] },
]

/** Within one estate; at most 20 hits, best first. */
export const searchEstate = async (tx: Tx, actor: Actor, estateId: Uuid, q: string): Promise<OmniboxHit[]> => {
  const kinds = NEEDED.filter(({ permission }) => may(actor, permission, estateId)).flatMap((n) => n.kinds)
  return search(tx, actor, q, { estates: { one: estateId }, kinds, restricted: [] })
}

/** Over all estates in which the caller works; each kind only where it may be read. */
export const searchCompany = async (tx: Tx, actor: Actor, q: string): Promise<OmniboxHit[]> => {
  const estates = estatesWith(
    actor,
    NEEDED.map((n) => n.permission),
  )
  const allowed = NEEDED.map((n) => ({ kinds: n.kinds, estates: estatesWith(actor, [n.permission]) }))
  return search(tx, actor, q, {
    estates: { many: estates },
    kinds: allowed.filter((a) => a.estates.length > 0).flatMap((a) => a.kinds),
    restricted: allowed.filter((a) => a.estates.length > 0 && a.estates.length < estates.length),
  })
}

const search = async (tx: Tx, actor: Actor, q: string, where: SearchIn): Promise<OmniboxHit[]> => {
  if (where.kinds.length === 0) return []
  const rows = await searchHits(tx, armsOf(q), where)
  return rows.flatMap((row) => presentHit(actor, row))
}

const presentHit = (actor: Actor, row: HitRow): OmniboxHit[] => {
  const shared = {
    id: row.subject_id,
    estate: { id: row.estate_id, name: row.estate_name },
    match: row.match as (typeof MATCHES)[number],
    exact: row.exact,
  }
  const { about } = row
  if (row.kind === 'matter' || row.kind === 'order') return [{ ...shared, kind: row.kind, label: row.label ?? '' }]
  // its row is gone from sight: nothing to show
  if (about === null) return []
  if (row.kind === 'customer')
    return [
      {
        ...shared,
        kind: 'customer',
        name: about.name ?? '',
        customerKind: (about.kind ?? 'person') as (typeof CUSTOMER_KINDS)[number],
        important: about.important ?? false,
        noCallback: about.noCallback ?? false,
        phone: maskPhone(about.phone ?? null),
        units: (about.units ?? []).map((u) => ({ ...u, role: u.role as ResidenceRole })),
      },
    ]
  if (row.kind === 'unit') {
    const residents = may(actor, 'customer.read', row.estate_id) ? (about.residents ?? []) : []
    return [
      {
        ...shared,
        kind: 'unit',
        display: about.display ?? '',
        unitKind: (about.kind ?? 'flat') as (typeof UNIT_KINDS)[number],
        residents: residents.map((r) => ({ ...r, role: r.role as ResidenceRole, phone: maskPhone(r.phone) })),
      },
    ]
  }
  // whoever typed a part of the plate knows it; found in another way it stays masked
  const plate = row.match === 'plate' ? (about.plate ?? '') : (maskPlate(about.plate ?? null) ?? '')
  return [
    {
      ...shared,
      kind: 'vehicle',
      plate,
      customer: about.customer ?? null,
      unit: about.unit ?? null,
      phone: maskPhone(about.phone ?? null),
    },
  ]
}
