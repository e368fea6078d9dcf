import type { AnswerMark, InspectionKind, PhonePosition } from '#contract/inspections.ts'
import type { CheckItem } from '#contract/touchpoints.ts'

/** An item as it is being answered. */
export type DraftAnswer = {
  answer: AnswerMark | null
  value?: number | boolean | string
  note?: string
  /** The phone's ids of its photos, and of its voice notes. */
  photoIds: string[]
  voiceIds: string[]
}

export const NO_ANSWER: DraftAnswer = { answer: null, photoIds: [], voiceIds: [] }

/** A look at a place that is under way; every tap is kept, so that closing the browser loses nothing. */
export type Draft = {
  /** The id under which it will be sent. */
  id: string
  userId: string
  estateId: string
  placeId: string
  roundId: string | null
  kind: InspectionKind
  beganAt: string
  /** Of the checklist it was begun with; a standard that changes meanwhile changes nothing here. */
  standardId: string
  variantId: string | null
  items: CheckItem[]
  /** Its round asks for a photo also of what passes, where a photo is the evidence. */
  proofOnPass?: boolean
  labelToken: string | null
  position: PhonePosition | null
  /** Why the phone cannot say where it is. */
  positionMissing?: string
  answers: Record<string, DraftAnswer>
  note: string
}
