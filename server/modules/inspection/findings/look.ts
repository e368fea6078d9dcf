import type { CheckItem, Severity } from '#contract/touchpoints.ts'
import type { Instant, Uuid } from '#contract/values.ts'

/** Where and when something was seen to fail. */
export type Look = {
  estateId: Uuid
  /** null: seen outside of a checklist. */
  inspectionId: Uuid | null
  place: { id: Uuid; name: string; touchpoint: CheckItem['touchpoint'] }
  at: Instant
  /** The complaint that made somebody look. */
  becauseOf?: Uuid | undefined
}
export type Failed = { item: CheckItem; note: string | null; fileIds: readonly Uuid[] }
export type Proposed = { itemId: string; matterId: Uuid; number: string; joined: boolean; severity: Severity }
