import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Matter } from './matter-kind.ts'

/** Files that this person uploaded for what they do now belong to the matter; those of others and of other matters are refused. */
export const claimFiles = async (
  tx: Tx,
  { estate_id, id }: Pick<Matter, 'estate_id' | 'id'>,
  { by, fileIds, field }: { by: Uuid; fileIds: readonly Uuid[]; field: string },
): Promise<Refusal | undefined> => {
  if (fileIds.length === 0) return undefined
  const claimed = await tx.db
    .updateTable('file')
    .set({ matter_id: id })
    .where('estate_id', '=', estate_id)
    .where('id', 'in', [...fileIds])
    .where('uploaded_by', '=', by)
    .where((eb) => eb.or([eb('matter_id', 'is', null), eb('matter_id', '=', id)]))
    .returning('id')
    .execute()
  return claimed.length < new Set(fileIds).size ? refuse('E_NOT_FOUND', { field }) : undefined
}
