import { type NeedsOf, startsOf } from '#contract/kind.ts'
import type { finding } from '#contract/kinds/finding.ts'
import { service } from '#contract/kinds/service.ts'
import { LINES } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter, type Matter, registerMatter } from '#modules/matters/index.ts'
import { onBehalfOf } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { moveService } from './by-itself.ts'
import { findFinding } from './finding.store.ts'

/** FD-770: a service request with its work order, agreed with nobody but the line; linked to what it is for. */
export const openServiceFor = async (
  tx: Tx,
  actor: Actor,
  found: Matter,
  { executorId, from, to, note }: NeedsOf<typeof finding, 'openOrder'>,
): Promise<Uuid | Refusal> => {
  const line = LINES.find((one) => one === found.line)
  if (line === undefined) return refuse('E_INPUT', { field: 'body.line' })
  const registered = await registerMatter(tx, onBehalfOf(actor), found.estate_id, {
    contactType: 'service',
    channel: 'inspection',
    title: found.title,
    customerSaid: null,
    staffSaw: [found.staff_saw, note].filter(Boolean).join('\n'),
    place: found.place ?? undefined,
    line,
    contactable: false,
    anonymous: false,
    urgent: found.urgent,
    noCallbackWish: false,
    fileIds: [],
    links: [{ kind: 'becauseOf', matterId: found.id }],
  })
  if (isRefusal(registered)) return registered
  const { matter } = registered
  const refused =
    (await moveService(tx, actor, matter, 'askAvailability', { line })) ??
    (await moveService(tx, actor, matter, 'answerAvailable', { executorId, from, to })) ??
    (await moveService(tx, actor, matter, 'confirmToCustomer', { from, to, toldBy: 'message' }))
  return refused ?? matter.id
}

/** What was put right without its order needs it no more; one that somebody is working on is left to them. */
export const callOffService = async (tx: Tx, actor: Actor, found: Matter): Promise<Refusal | undefined> => {
  const row = await findFinding(tx, found.estate_id, found.id)
  const order = row?.order_matter_id ? await findMatter(tx, found.estate_id, row.order_matter_id) : undefined
  if (!order || !startsOf(service, service.verbs.cancel).includes(order.state)) return undefined
  return moveService(tx, actor, order, 'cancel', {
    reason: 'madeTwice',
    customerWords: found.result ?? found.title,
  })
}
