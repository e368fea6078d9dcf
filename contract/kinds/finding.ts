import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { LINES } from '../permissions.ts'
import { SEVERITIES } from '../touchpoints.ts'
import { ClockOff, Instant, InstantInput, optionalText, text, Uuid } from '../values.ts'
import { recordVerbs, reopenNeeds } from './common-verbs.ts'

const photoIds = z.array(Uuid).max(9).default([]).meta({ widget: 'photos' })
/** Refused without one, beside the field. */
const neededPhotos = photoIds.meta({ widget: 'photos', needed: true })

/** A phone without signal tells later when it was truly done, and how far its clock was ahead; no form asks for it. */
const byPhone = {
  at: InstantInput.optional().meta({ byPhone: true }),
  clockOffMs: ClockOff.optional().meta({ byPhone: true }),
}

const seen = z.object({ inspectionId: Uuid.nullable(), seenAt: Instant, note: optionalText(500) })

/** A failed item of a checklist that somebody puts right and somebody else looks at again (FD-766, FD-770). */
export const finding = defineKind({
  name: 'finding',
  plural: 'findings',
  states: ['PROPOSED', 'ASSIGNED', 'RECTIFIED', 'CLOSED', 'REJECTED'],
  initial: 'PROPOSED',
  final: ['CLOSED', 'REJECTED'],
  verbs: {
    ...recordVerbs,
    confirm: {
      from: ['PROPOSED'],
      to: 'ASSIGNED',
      by: 'finding.handle',
      needs: z.object({
        line: z.enum(LINES),
        handlerId: Uuid.meta({ widget: 'staff' }),
        /** The time that its severity gives, unless another is named. */
        rectifyBy: InstantInput.optional(),
        note: optionalText(500),
      }),
      tone: 'main',
      rules: ['FD-770'],
    },
    reject: {
      from: ['PROPOSED'],
      to: 'REJECTED',
      by: 'finding.handle',
      needs: z.object({ reason: text(500) }),
      tone: 'danger',
    },
    reassign: {
      from: ['ASSIGNED'],
      to: 'same',
      by: 'finding.handle',
      needs: z.object({ line: z.enum(LINES), handlerId: Uuid.meta({ widget: 'staff' }), note: optionalText(500) }),
    },
    regrade: {
      from: ['PROPOSED', 'ASSIGNED'],
      to: 'same',
      by: 'finding.handle',
      needs: z.object({ severity: z.enum(SEVERITIES), reason: text(500) }),
    },
    postpone: {
      from: ['ASSIGNED'],
      to: 'same',
      by: 'finding.handle',
      needs: z.object({ until: InstantInput, reason: text(500) }),
    },
    rectify: {
      from: ['ASSIGNED'],
      to: 'RECTIFIED',
      by: 'finding.rectify',
      needs: z.object({ measure: text(2000), rootCause: optionalText(500), photoIds: neededPhotos, ...byPhone }),
      tone: 'main',
      rules: ['FD-766', 'FD-770'],
    },
    /** The order that was opened for it is done and approved: its result and its photos are the proof. */
    orderDone: {
      from: ['ASSIGNED'],
      to: 'RECTIFIED',
      by: 'finding.rectify',
      needs: z.object({ measure: text(2000), rectifiedById: Uuid }),
      system: true,
    },
    passCheck: {
      from: ['RECTIFIED'],
      to: 'CLOSED',
      by: 'finding.check',
      /** The cause, where nobody has said it yet: an order does not ask for it. */
      needs: z.object({ note: optionalText(1000), rootCause: optionalText(500), photoIds, ...byPhone }),
      tone: 'main',
      rules: ['FD-766'],
    },
    failCheck: {
      from: ['RECTIFIED'],
      to: 'ASSIGNED',
      by: 'finding.check',
      needs: z.object({ reason: text(1000), photoIds, ...byPhone }),
      tone: 'danger',
      rules: ['FD-766'],
    },
    openOrder: {
      from: ['ASSIGNED'],
      to: 'same',
      by: 'finding.handle',
      needs: z.object({
        executorId: Uuid.meta({ widget: 'staff' }),
        from: InstantInput,
        to: InstantInput,
        note: optionalText(500),
      }),
      rules: ['FD-770'],
    },
    /** Somebody saw the same again while it is open. */
    seenAgain: {
      from: 'open',
      to: 'same',
      by: 'inspection.do',
      needs: seen,
      system: true,
    },
    /** Somebody had seen it before it was put right, and that is heard of after it was closed. */
    seenBefore: {
      from: ['CLOSED'],
      to: 'same',
      by: 'inspection.do',
      needs: seen,
      system: true,
    },
    reopen: { from: ['CLOSED'], to: 'ASSIGNED', by: 'finding.handle', needs: reopenNeeds },
  },
})
