import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { LINES } from '../permissions.ts'
import { optionalText, text, Uuid } from '../values.ts'
import {
  closeNeeds,
  dedicateNeeds,
  escalateNeeds,
  giveResourcesNeeds,
  mergeNeeds,
  recordVerbs,
  reopenNeeds,
} from './common-verbs.ts'

/** An information item that is neither service, complaint nor emergency: enquiry, suggestion, praise, other (FD 5.3, its state machine). */
export const info = defineKind({
  name: 'info',
  plural: 'infos',
  states: ['LOGGED', 'DISPATCHED', 'IN_PROGRESS', 'RESOLVED', 'ESCALATED', 'DEDICATED', 'CLOSED', 'MERGED'],
  initial: 'LOGGED',
  final: ['CLOSED', 'MERGED'],
  verbs: {
    ...recordVerbs,
    answerAtOnce: {
      from: ['LOGGED'],
      to: 'CLOSED',
      by: 'matter.close',
      needs: z.object({
        answer: text(2000),
        satisfaction: z.enum(['satisfied', 'neutral', 'notAsked']).default('notAsked'),
      }),
      tone: 'main',
      rules: ['FD-025'],
    },
    dispatch: {
      from: ['LOGGED', 'DISPATCHED'],
      to: 'DISPATCHED',
      by: 'matter.dispatch',
      needs: z.object({
        line: z.enum(LINES),
        executorId: Uuid.meta({ widget: 'staff' }).optional(),
        note: optionalText(500),
      }),
      tone: 'main',
    },
    start: {
      from: ['DISPATCHED', 'DEDICATED'],
      to: 'IN_PROGRESS',
      by: 'matter.execute',
      needs: z.object({ note: optionalText(500) }),
      tone: 'main',
    },
    resolve: {
      from: ['DISPATCHED', 'IN_PROGRESS', 'DEDICATED'],
      to: 'RESOLVED',
      by: 'matter.execute',
      needs: z.object({ result: text(2000) }),
      tone: 'main',
    },
    close: {
      from: ['RESOLVED'],
      to: 'CLOSED',
      by: 'matter.close',
      needs: closeNeeds,
      tone: 'main',
      rules: ['FD-414', 'OS-011'],
    },
    notSatisfied: {
      from: ['RESOLVED'],
      to: 'IN_PROGRESS',
      by: 'matter.callback',
      needs: z.object({ missing: text(1000) }),
    },
    escalate: {
      from: ['LOGGED', 'DISPATCHED', 'IN_PROGRESS', 'RESOLVED'],
      to: 'ESCALATED',
      by: 'matter.escalate',
      needs: escalateNeeds,
      rules: ['FD-413'],
    },
    giveResources: {
      from: ['ESCALATED'],
      to: 'IN_PROGRESS',
      by: 'matter.give_resources',
      needs: giveResourcesNeeds,
      tone: 'main',
      rules: ['FD-413'],
    },
    assignDedicated: {
      from: ['LOGGED', 'DISPATCHED', 'IN_PROGRESS', 'RESOLVED', 'ESCALATED'],
      to: 'DEDICATED',
      by: 'matter.assign_dedicated',
      needs: dedicateNeeds,
      rules: ['FD-412'],
    },
    merge: {
      from: ['LOGGED', 'DISPATCHED', 'IN_PROGRESS'],
      to: 'MERGED',
      by: 'matter.merge',
      needs: mergeNeeds,
      tone: 'danger',
    },
    reopen: { from: ['CLOSED'], to: 'IN_PROGRESS', by: 'matter.reopen', needs: reopenNeeds },
  },
})
