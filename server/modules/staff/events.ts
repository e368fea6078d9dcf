import type { Uuid } from '#contract/values.ts'

declare module '#platform/events/events.ts' {
  interface Events {
    /** A shift handover was accepted: whoever keeps work of the giver moves its handler now (FD-400, OS-014). */
    'handover.accepted': {
      handover: { id: Uuid; number: string }
      estateId: Uuid
      fromStaffId: Uuid
      fromName: string
      toStaffId: Uuid
      toName: string
      /** What the record lists, read and locked in this transaction. */
      matterIds: readonly Uuid[]
    }
    /** Somebody's employment has ended. */
    'staff.left': { staffId: Uuid; estateIds: readonly Uuid[] }
  }
}
