import { z } from 'zod'
import { defineKind } from '../kind.ts'
import { LINES } from '../permissions.ts'
import { InstantInput, optionalText, text } from '../values.ts'
import { closeNeeds, dedicateNeeds, escalateNeeds, giveResourcesNeeds, recordVerbs } from './common-verbs.ts'

/** An emergency: dispatched at birth, form after (FD 5.3, FD-710, FD-760, CP-006). */
export const emergency = defineKind({
  name: 'emergency',
  plural: 'emergencies',
  states: ['DISPATCHED', 'ON_SITE', 'CONTROLLED', 'RESOLVED', 'ESCALATED', 'DEDICATED', 'CLOSED'],
  initial: 'DISPATCHED',
  final: ['CLOSED'],
  verbs: {
    ...recordVerbs,
    redispatch: {
      from: ['DISPATCHED', 'ON_SITE'],
      to: 'DISPATCHED',
      by: 'matter.dispatch',
      needs: z.object({ line: z.enum(LINES), note: optionalText(500) }),
    },
    /** The form after the dispatch: what could not be asked while somebody was needed at once. */
    completeForm: {
      from: 'open',
      to: 'same',
      by: 'matter.write',
      needs: z.object({
        customerSaid: text(4000),
        place: text(200),
        customerName: optionalText(100),
        contactPhone: optionalText(40),
        informed: optionalText(500),
        evidence: optionalText(1000),
      }),
      tone: 'main',
      rules: ['FD-760'],
    },
    arrive: {
      from: ['DISPATCHED'],
      to: 'ON_SITE',
      by: 'matter.execute',
      needs: z.object({ arrivedAt: InstantInput.optional(), who: optionalText(200) }),
      tone: 'main',
      rules: ['FD-760'],
    },
    control: {
      from: ['ON_SITE', 'DEDICATED'],
      to: 'CONTROLLED',
      by: 'matter.execute',
      needs: z.object({ measures: text(2000) }),
      tone: 'main',
      rules: ['FD-760'],
    },
    resolve: {
      from: ['ON_SITE', 'CONTROLLED', 'DEDICATED'],
      to: 'RESOLVED',
      by: 'matter.execute',
      needs: z.object({ result: text(2000), aftercare: optionalText(1000) }),
      tone: 'main',
    },
    falseAlarm: {
      from: ['DISPATCHED', 'ON_SITE'],
      to: 'RESOLVED',
      by: 'matter.write',
      needs: z.object({ result: text(1000) }),
    },
    notSatisfied: {
      from: ['RESOLVED'],
      to: 'CONTROLLED',
      by: 'matter.callback',
      needs: z.object({ missing: text(1000) }),
    },
    close: {
      from: ['RESOLVED'],
      to: 'CLOSED',
      by: 'matter.close',
      needs: closeNeeds,
      tone: 'main',
      rules: ['FD-414', 'OS-011'],
    },
    escalate: {
      from: ['DISPATCHED', 'ON_SITE', 'CONTROLLED', 'RESOLVED'],
      to: 'ESCALATED',
      by: 'matter.escalate',
      needs: escalateNeeds,
      rules: ['FD-413'],
    },
    giveResources: {
      from: ['ESCALATED'],
      to: 'ON_SITE',
      by: 'matter.give_resources',
      needs: giveResourcesNeeds,
      tone: 'main',
      rules: ['FD-413'],
    },
    assignDedicated: {
      from: ['DISPATCHED', 'ON_SITE', 'CONTROLLED', 'RESOLVED', 'ESCALATED'],
      to: 'DEDICATED',
      by: 'matter.assign_dedicated',
      needs: dedicateNeeds,
      rules: ['FD-412'],
    },
    reopen: { from: ['CLOSED'], to: 'DISPATCHED', by: 'matter.reopen', needs: z.object({ newFact: text(1000) }) },
  },
})
