import { refuse } from '#contract/refusal.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { newId } from '#platform/ids.ts'
import { buildingOf, insertContact } from './case.store.ts'
import type { Writes } from './move-parts.rules.ts'
import { bindEarlier } from './owe-reply.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'
import { hearVoices, raiseAgain } from './voices.ts'
import { keyOfSpeaker } from './who-speaks.ts'

/** T34, CP-124: somebody else about the same thing; who it is decides whether it becomes hot (CP-095, CP-098). */
export const addVoice: Writes['addVoice'] = async (tx, { after, actor, input, now, context }) => {
  const at = input.saidAt ? toInstant(input.saidAt) : now
  if (input.unitId && (await buildingOf(tx, after.estate_id, input.unitId)) === null)
    return refuse('E_NOT_FOUND', { field: 'body.unitId' })
  const key = await keyOfSpeaker(tx, after.estate_id, {
    customerId: null,
    phone: input.contactPhone ?? null,
    account: input.account ?? null,
    name: input.callerName ?? null,
    unitId: input.unitId ?? null,
    anonymous: !(input.callerName || input.contactPhone || input.account),
  })
  await insertContact(tx, {
    estate_id: after.estate_id,
    id: newId(),
    matter_id: after.id,
    origin_id: null,
    at,
    channel: input.channel,
    person_key: key,
    unit_id: input.unitId ?? null,
    name: input.callerName ?? null,
    phone: input.contactPhone ?? null,
    account: input.account ?? null,
    persons: input.persons,
    anonymous: key === null,
    contactable: Boolean(input.contactPhone) || input.unitId !== undefined,
    said: input.said,
  })
  const { calendar, settings, facts } = context
  const { due } = replyDeadlineOf({ channel: input.channel, received_at: at }, calendar, settings)
  // CP-081: by whichever way it comes, the earliest deadline binds
  if (facts.case.first_reply_at === null) await bindEarlier(tx, after, facts.case, due)
  // taken up again first: what makes it hot is then no longer after its check (CP-101)
  return (await raiseAgain(tx, actor, after, facts.case, at, input.said)) ?? hearVoices(tx, actor, after)
}
