import type { NeedsOf, VerbOf } from '#contract/kind.ts'
import type { violation } from '#contract/kinds/violation.ts'
import type { Refusal } from '#contract/refusal.ts'
import { claimFiles, type Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { deadlineOf, type ViolationMoves, violationMoves } from './violation.moves.ts'
import { insertStep, type NewStep, saveViolation } from './violation.store.ts'

type Kind = typeof violation
type Writes = { [V in VerbOf<Kind>]: NonNullable<ViolationMoves[V]['also']> }

/** A step with the pictures that this person took for it. */
const stepped = async (
  tx: Tx,
  after: Matter,
  actor: Actor,
  { photoIds = [], ...step }: Omit<NewStep, 'by_id' | 'file_ids'> & { photoIds?: NeedsOf<Kind, 'observe'>['photoIds'] },
): Promise<Refusal | undefined> => {
  await insertStep(tx, after, { ...step, by_id: actor.id, file_ids: photoIds })
  return claimFiles(tx, after, { by: actor.id, fileIds: photoIds, field: 'body.photoIds' })
}

/** A notice that is over: the next one is given and signed anew. */
const noNotice = {
  notice_addressee: null,
  notice_demand: null,
  notice_deadline: null,
  notice_joint: null,
  notice_issued_on: null,
  notice_signature: null,
}

const violationWrites: Partial<Writes> = {
  reject: async (tx, { after }) => {
    await saveViolation(tx, after, { closed_at: tx.now })
    return undefined
  },
  observe: (tx, { after, actor, input }) =>
    stepped(tx, after, actor, {
      step: 'seen',
      seen: input.seen,
      words: input.situation || null,
      photoIds: input.photoIds,
    }),
  persuade: async (tx, { after, actor, input, context: { facts } }) => {
    const { persuader, situation, outcome, agreedUntil, photoIds } = input
    await saveViolation(tx, after, {
      talks: facts.talks + 1,
      help_offered: facts.help_offered || Boolean(input.helpOffered),
      agreed_until: agreedUntil ?? null,
    })
    return stepped(tx, after, actor, {
      step: 'talk',
      at: input.talkedAt === undefined ? tx.now : toInstant(input.talkedAt),
      persuader,
      person: input.spokeWith,
      words: situation,
      help: input.helpOffered || null,
      outcome,
      until: agreedUntil,
      photoIds,
    })
  },
  issueNotice: async (tx, { after, actor, input, context }) => {
    const deadline = deadlineOf(input.deadline, tx.now, context)
    const notices = context.facts.notices + 1
    await saveViolation(tx, after, {
      ...noNotice,
      notices,
      notice_addressee: input.addressee,
      notice_demand: input.demand,
      notice_deadline: deadline,
      notice_joint: input.jointWith,
      notice_issued_on: localDateOf(context.calendar, tx.now),
    })
    return stepped(tx, after, actor, {
      step: 'notice',
      person: input.addressee,
      words: input.demand,
      until: deadline,
      joint_with: input.jointWith,
      reference: `${after.number}-${notices}`,
    })
  },
  serveNotice: async (tx, { after, actor, input }) => {
    await saveViolation(tx, after, { notice_signature: input.receipt })
    const refused = input.receipt === 'refused'
    return stepped(tx, after, actor, {
      step: 'served',
      at: input.servedAt === undefined ? tx.now : toInstant(input.servedAt),
      signature: input.receipt,
      person: (refused ? input.witnessName : input.signedBy) || null,
      witness: refused ? input.witnessOf : null,
      photoIds: input.photoIds,
    })
  },
  prolong: async (tx, { after, actor, input }) => {
    await saveViolation(tx, after, { notice_deadline: input.deadline })
    return stepped(tx, after, actor, { step: 'prolonged', words: input.reason, until: input.deadline })
  },
  reportAuthority: (tx, { after, actor, input }) =>
    stepped(tx, after, actor, {
      step: 'authority',
      authority: input.authority,
      joint_with: input.jointWith,
      words: input.situation,
      photoIds: input.photoIds,
    }),
  reportProgress: (tx, { after, actor, input }) =>
    stepped(tx, after, actor, { step: 'progress', words: input.situation, photoIds: input.photoIds }),
  recordOrder: (tx, { after, actor, input }) =>
    stepped(tx, after, actor, {
      step: 'order',
      authority: input.authority,
      reference: input.orderNumber,
      until: input.deadline,
      photoIds: input.photoIds,
    }),
  rectify: async (tx, { after, actor, input }) => {
    await saveViolation(tx, after, { rectified_by: actor.id })
    return stepped(tx, after, actor, { step: 'rectified', words: input.measure, photoIds: input.photoIds })
  },
  passCheck: async (tx, { after, actor, input }) => {
    if (actor.id === after.handler_id) tx.warn({ code: 'W_CHECK_BY_HANDLER' })
    await saveViolation(tx, after, { closed_at: tx.now })
    return stepped(tx, after, actor, { step: 'passed', words: input.note || null, photoIds: input.photoIds })
  },
  failCheck: async (tx, { after, actor, input }) => {
    await saveViolation(tx, after, { rectified_by: null, agreed_until: null })
    return stepped(tx, after, actor, { step: 'refused', words: input.reason, photoIds: input.photoIds })
  },
  closeOtherwise: async (tx, { after, actor, input }) => {
    await saveViolation(tx, after, { settlement: input.settlement, closed_at: tx.now })
    return stepped(tx, after, actor, { step: 'settled', words: input.reason, photoIds: input.photoIds })
  },
  reopen: async (tx, { after }) => {
    await saveViolation(tx, after, {
      ...noNotice,
      rectified_by: null,
      agreed_until: null,
      settlement: null,
      closed_at: null,
    })
    return undefined
  },
}

/** The moves of a violation with what they write. */
export const movesWithWrites: ViolationMoves = Object.fromEntries(
  Object.entries(violationMoves).map(([verb, move]) => {
    const also = violationWrites[verb as keyof Writes]
    return [verb, also ? { ...move, also } : move]
  }),
  // the writes are held to their verbs by their own type; joining them forgets which is whose
) as ViolationMoves
