import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { LINES } from '../permissions.ts'
import { InstantInput, LocalDate, optionalText, text, Uuid } from '../values.ts'
import { recordVerbs, reopenNeeds } from './common-verbs.ts'

const photoIds = z.array(Uuid).max(9).default([]).meta({ widget: 'photos' })
/** Refused without one, beside the field. */
const neededPhotos = photoIds.meta({ widget: 'photos', needed: true })
const staff = Uuid.meta({ widget: 'staff' })

/** What was found (FD-771); each has the line that usually answers for it (violation.rules.ts). */
export const VIOLATION_TYPES = [
  'illegalStructure',
  'loadBearing',
  'facade',
  'pipesAndWaterproofing',
  'noFiling',
  'workHours',
  'renovationWaste',
  'commonParts',
  'clutter',
  'fireSafety',
  'parking',
  'other',
] as const
export type ViolationType = (typeof VIOLATION_TYPES)[number]

/** Who spoke with the customer; where we did not get on, those whom they listen to. */
export const PERSUADERS = ['centre', 'ownersCommittee', 'residentsCommittee', 'neighbour'] as const
export const TALK_OUTCOMES = ['agreed', 'unclear', 'refused', 'notMet'] as const
export const SEEN = ['goingOn', 'stopped', 'gone'] as const
/** Who may witness that a signature was refused. */
export const WITNESSES = ['ownersCommittee', 'residentsCommittee'] as const
export const NOTICE_PARTNERS = ['ownersCommittee', 'residentsCommittee', 'both', 'nobody'] as const
export const AUTHORITIES = [
  'urbanManagement',
  'planning',
  'housing',
  'subdistrict',
  'fireBrigade',
  'police',
  'lettersAndVisits',
] as const
export const SETTLEMENTS = ['permitted', 'authorityDecided', 'landlordChanged'] as const

const WORKING = ['PERSUADING', 'NOTICE_ISSUED', 'NOTICED', 'AT_AUTHORITY'] as const

/**
 * A customer does what the rules of living together forbid (FD-771). We persuade, help, give notice and report to the
 * authority; we neither fine nor force.
 */
export const violation = defineKind({
  name: 'violation',
  plural: 'violations',
  states: ['REPORTED', ...WORKING, 'RECTIFIED', 'CLOSED', 'REJECTED'],
  initial: 'REPORTED',
  final: ['CLOSED', 'REJECTED'],
  verbs: {
    ...recordVerbs,
    confirm: {
      from: ['REPORTED'],
      to: 'PERSUADING',
      by: 'violation.handle',
      needs: z.object({ line: z.enum(LINES), handlerId: staff, note: optionalText(500) }),
      tone: 'main',
    },
    reject: {
      from: ['REPORTED'],
      to: 'REJECTED',
      by: 'violation.handle',
      needs: z.object({ reason: text(500) }),
      tone: 'danger',
    },
    reassign: {
      from: WORKING,
      to: 'same',
      by: 'violation.handle',
      needs: z.object({ line: z.enum(LINES), handlerId: staff, note: optionalText(500) }),
    },
    /** Whoever walks by says how it stands. */
    observe: {
      from: 'open',
      to: 'same',
      by: 'violation.report',
      /** Room for the words of a report and its place, when that joins. */
      needs: z.object({ seen: z.enum(SEEN), situation: optionalText(2201), photoIds }),
      rules: ['FD-770'],
    },
    persuade: {
      from: WORKING,
      to: 'same',
      by: 'violation.handle',
      needs: z.object({
        persuader: z.enum(PERSUADERS).default('centre'),
        spokeWith: text(100),
        talkedAt: InstantInput.optional(),
        situation: text(1000),
        helpOffered: optionalText(500),
        outcome: z.enum(TALK_OUTCOMES),
        agreedUntil: LocalDate.optional(),
        photoIds,
      }),
      tone: 'main',
    },
    issueNotice: {
      // also while it lies unserved: a name was wrong, or its day has come
      from: ['PERSUADING', 'NOTICE_ISSUED', 'NOTICED'],
      to: 'NOTICE_ISSUED',
      by: 'violation.handle',
      needs: z.object({
        addressee: text(100),
        demand: text(1500),
        /** The days that the setting gives, unless another day is named. */
        deadline: LocalDate.optional(),
        jointWith: z.enum(NOTICE_PARTNERS).default('ownersCommittee'),
      }),
    },
    serveNotice: {
      from: ['NOTICE_ISSUED'],
      to: 'NOTICED',
      by: 'violation.handle',
      needs: z.object({
        receipt: z.enum(['signed', 'refused']).meta({ words: 'noticeSignature' }),
        signedBy: optionalText(100),
        witnessOf: z.enum(WITNESSES).optional(),
        witnessName: optionalText(100),
        /** Now, unless it was handed over earlier. */
        servedAt: InstantInput.optional(),
        photoIds,
      }),
      tone: 'main',
    },
    prolong: {
      from: ['NOTICED'],
      to: 'same',
      by: 'violation.handle',
      needs: z.object({ deadline: LocalDate, reason: text(500) }),
    },
    reportAuthority: {
      from: ['PERSUADING', 'NOTICED', 'AT_AUTHORITY'],
      to: 'AT_AUTHORITY',
      by: 'violation.handle',
      needs: z.object({
        authority: z.enum(AUTHORITIES),
        jointWith: z.enum(NOTICE_PARTNERS).default('ownersCommittee'),
        situation: text(2000),
        photoIds,
      }),
    },
    /** What became of it at the authority, told to the heads regularly. */
    reportProgress: {
      from: ['AT_AUTHORITY'],
      to: 'same',
      by: 'violation.handle',
      needs: z.object({ situation: text(2000), photoIds }),
      tone: 'main',
    },
    /** The authority's own order: we keep a copy of it and never write one. */
    recordOrder: {
      from: ['AT_AUTHORITY'],
      to: 'same',
      by: 'violation.handle',
      needs: z.object({
        authority: z.enum(AUTHORITIES),
        orderNumber: text(100),
        deadline: LocalDate.optional(),
        photoIds: neededPhotos,
      }),
    },
    rectify: {
      from: WORKING,
      to: 'RECTIFIED',
      by: 'violation.handle',
      needs: z.object({ measure: text(2000), photoIds: neededPhotos }),
      tone: 'main',
    },
    passCheck: {
      from: ['RECTIFIED'],
      to: 'CLOSED',
      by: 'violation.handle',
      needs: z.object({ note: optionalText(1000), photoIds: neededPhotos }),
      tone: 'main',
    },
    failCheck: {
      from: ['RECTIFIED'],
      to: 'PERSUADING',
      by: 'violation.handle',
      needs: z.object({ reason: text(1000), photoIds }),
      tone: 'danger',
    },
    /** It ends without being undone: it was allowed afterwards, the authority decided, the home changed hands. */
    closeOtherwise: {
      from: WORKING,
      to: 'CLOSED',
      by: 'violation.settle',
      needs: z.object({ settlement: z.enum(SETTLEMENTS), reason: text(1000), photoIds }),
    },
    reopen: { from: ['CLOSED'], to: 'PERSUADING', by: 'violation.handle', needs: reopenNeeds },
  },
})
