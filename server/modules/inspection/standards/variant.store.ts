import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { EstateStandard } from '#contract/standards.ts'
import { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Variant } from '../variant.ts'
import { editorsOf } from './standard.store.ts'

type Stored = Omit<Selectable<DB['estate_standard']>, 'editors'> & {
  created_name: string | null
  editors: { id: Uuid; name: string }[]
  checked_name: string | null
  published_name: string | null
}
export type VariantRow = Omit<Stored, 'off' | 'added' | 'changed'> & Variant
const Content = z.object({
  off: z.record(z.string(), z.string()),
  added: z.array(CheckItem),
  changed: EstateStandard.shape.changed,
})

const VARIANT = sql`select v.*, c.name as created_name, k.name as checked_name, p.name as published_name,
    ${editorsOf(sql`v.editors`)} as editors
  from estate_standard v left join staff c on c.id = v.created_by left join staff k on k.id = v.checked_by
    left join staff p on p.id = v.published_by`

/** Newest first; an estate has few. */
export const variantsOf = async (tx: Tx, estateId: Uuid): Promise<VariantRow[]> => {
  const { rows } = await sql<Stored>`${VARIANT} where v.estate_id = ${estateId} order by v.number desc`.execute(tx.db)
  return rows.map((row) => ({ ...row, ...Content.parse(row) }))
}

export const findVariant = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<VariantRow | undefined> =>
  (await variantsOf(tx, estateId)).find((v) => v.id === id)

export type VariantContent = Variant & { note: string | null }
const columns = ({ off, added, changed, traits, standing, note }: VariantContent) => ({
  traits: [...traits],
  standing: [...standing],
  off: JSON.stringify(off),
  added: JSON.stringify(added),
  changed: JSON.stringify(changed),
  note,
})

export const insertVariant = async (
  tx: Tx,
  estateId: Uuid,
  row: { id: Uuid; number: number; created_by: Uuid },
  content: VariantContent,
): Promise<void> => {
  await tx.db
    .insertInto('estate_standard')
    .values({
      ...row,
      ...columns(content),
      estate_id: estateId,
      state: 'draft',
      created_at: tx.now,
      editors: [row.created_by],
    })
    .execute()
}

type Patch = {
  state?: string
  checked_at?: string
  checked_by?: Uuid
  effective_from?: LocalDate
  published_at?: string
  published_by?: Uuid
  note?: string
}
/** FD-766: whoever writes in a draft is one of its editors, and what was checked before no longer is. */
const writtenBy = (by: Uuid) => ({
  checked_at: null,
  checked_by: null,
  editors: sql<Uuid[]>`case when ${by}::uuid = any(editors) then editors else editors || ${by}::uuid end`,
})
/** False when it is no longer the version that the caller saw. */
export const saveVariant = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
  change: { content: VariantContent; by: Uuid } | { patch: Patch },
): Promise<boolean> => {
  const values = 'content' in change ? { ...columns(change.content), ...writtenBy(change.by) } : change.patch
  const { numUpdatedRows } = await tx.db
    .updateTable('estate_standard')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
