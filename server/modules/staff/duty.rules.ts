import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'

type Duty = { staff_id: Uuid; from_at: Instant; ended_at: Instant | null }
type InHand = { openMatters: number; openHandover: { id: Uuid; number: string } | undefined }

/**
 * FD-400, FD-701: nobody goes off duty with work in hand. Until a handover is accepted the giver stays responsible:
 * E_NO_HANDOVER_ACCEPT with what is still theirs.
 */
export const endDutyRefusal = (duty: Duty, inHand: InHand, now: Instant): Refusal | undefined => {
  if (duty.ended_at !== null) return refuse('E_STATE_CHANGED', { details: { state: 'ended', endedAt: duty.ended_at } })
  if (duty.from_at > now) return refuse('E_TIME_FUTURE', { details: { from: duty.from_at } })
  if (inHand.openMatters === 0 && !inHand.openHandover) return undefined
  return refuse('E_NO_HANDOVER_ACCEPT', {
    details: {
      openMatters: inHand.openMatters,
      handoverId: inHand.openHandover?.id,
      number: inHand.openHandover?.number,
    },
  })
}
