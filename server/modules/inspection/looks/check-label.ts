import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type PlaceRow, placeOfLabel } from './checklist.store.ts'

/**
 * Whether somebody stood at a place: its label, scanned where the place asks for it. E_LABEL_OTHER for the label of
 * another place, E_LABEL_UNKNOWN for one of another estate or one that was replaced, E_SCAN_MISSING for none.
 */
export const checkLabel = async (
  tx: Tx,
  estateId: Uuid,
  place: PlaceRow,
  token: string | undefined,
): Promise<Refusal | undefined> => {
  if (token === undefined)
    return place.scan_needed
      ? refuse('E_SCAN_MISSING', { field: 'body.labelToken', details: { code: place.code } })
      : undefined
  if (token === place.label_token) return undefined
  const other = await placeOfLabel(tx, estateId, token)
  return other
    ? refuse('E_LABEL_OTHER', { field: 'body.labelToken', details: { code: place.code, other: other.code } })
    : refuse('E_LABEL_UNKNOWN', { field: 'body.labelToken', details: { code: place.code } })
}
