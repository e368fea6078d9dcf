import type { z } from 'zod'
import type {
  dedicateNeeds,
  escalateNeeds,
  giveResourcesNeeds,
  mergeNeeds,
  reopenNeeds,
} from '#contract/kinds/common-verbs.ts'
import { refuse } from '#contract/refusal.ts'
import { openEscalation, resolveEscalation } from './escalation.store.ts'
import type { MatterMove } from './matter-kind.ts'
import { mergeInto } from './merge-matter.ts'

type With<T extends z.ZodType> = MatterMove<z.output<T>>

/** FD-413: both are told, both names and times are kept. */
const escalate: With<typeof escalateNeeds> = {
  guards: [
    ({ input }) => (input.leadId === input.headId ? refuse('E_SECOND_PERSON', { field: 'body.headId' }) : undefined),
  ],
  set: ({ subject }) => ({ flags: [...new Set([...subject.flags, 'escalated'])] }),
  tells: ({ input }) => [
    { to: { staffId: input.leadId }, template: 'matter.escalated', params: { reason: input.reason } },
    { to: { staffId: input.headId }, template: 'matter.escalated', params: { reason: input.reason } },
  ],
  say: ({ input }) => input.reason,
  also: (tx, { after, actor, input }) => openEscalation(tx, actor, after, input),
}

const giveResources: With<typeof giveResourcesNeeds> = {
  set: ({ subject }) => ({ flags: subject.flags.filter((f) => f !== 'escalated') }),
  tells: ({ input }) => [
    { to: 'owner', template: 'matter.resourcesGiven', params: { plan: input.plan } },
    { to: 'handler', template: 'matter.resourcesGiven', params: { plan: input.plan } },
  ],
  say: ({ input }) => input.plan,
  also: (tx, { after, actor, input }) => resolveEscalation(tx, actor, after, input.plan),
}

/** FD-412: a major event has a follower of its own, who alone closes it. */
const assignDedicated: With<typeof dedicateNeeds> = {
  set: ({ input, subject }) => ({
    dedicated_id: input.followerId,
    closure_controller_id: input.followerId,
    flags: [...new Set([...subject.flags.filter((f) => f !== 'escalated'), 'dedicated'])],
  }),
  tells: ({ input }) => [{ to: { staffId: input.followerId }, template: 'matter.dedicated' }],
  say: ({ input }) => input.reason,
}

const merge: With<typeof mergeNeeds> = {
  guards: [
    ({ input, subject }) =>
      input.intoId === subject.id ? refuse('E_MERGE_LOOP', { field: 'body.intoId' }) : undefined,
  ],
  set: ({ input }) => ({ merged_into_id: input.intoId }),
  say: ({ input }) => input.reason,
  also: (tx, { after, actor, input }) => mergeInto(tx, actor, after, input),
}

const reopen: With<typeof reopenNeeds> = {
  set: ({ subject }) => ({
    reopened_count: subject.reopened_count + 1,
    satisfaction: null,
    result: null,
    feedback: null,
    feedback_at: null,
  }),
  undo: ['organise', 'supervise', 'accept', 'callback'],
  tells: [{ to: 'owner', template: 'matter.nowYours' }],
  say: ({ input }) => input.newFact,
}

export const linkedMoves = { escalate, giveResources, assignDedicated, merge, reopen }
