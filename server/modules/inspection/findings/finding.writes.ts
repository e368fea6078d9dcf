import type { NeedsOf, VerbOf } from '#contract/kind.ts'
import type { finding } from '#contract/kinds/finding.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { addSighting } from './add-sighting.ts'
import { doneAt, type FindingMoves, findingMoves } from './finding.moves.ts'
import { claimPhotos, countSighting, readFacts, saveFinding } from './finding.store.ts'
import { callOffService, openServiceFor } from './open-service.ts'
import { orderAtOnce } from './order-at-once.ts'

type Kind = typeof finding
type Writes = {
  [V in VerbOf<Kind>]: NonNullable<FindingMoves[V]['also']>
}

const nothing = {
  measure: null,
  cause: null,
  rectified_by: null,
  rectified_at: null,
  checked_by: null,
  checked_at: null,
}

/** Every picture named must be one that this person took for it. */
const claimed = async (
  tx: Tx,
  after: Matter,
  by: Uuid,
  purpose: 'after' | 'evidence',
  photoIds: readonly Uuid[],
): Promise<Refusal | undefined> =>
  (await claimPhotos(tx, after, by, purpose, photoIds)) < new Set(photoIds).size
    ? refuse('E_NOT_FOUND', { field: 'body.photoIds' })
    : undefined

/** With the order that works on it. */
const opened = async (
  tx: Tx,
  actor: Actor,
  after: Matter,
  order: NeedsOf<Kind, 'openOrder'>,
): Promise<Refusal | undefined> => {
  const service = await openServiceFor(tx, actor, after, order)
  if (isRefusal(service)) return service
  await saveFinding(tx, after, { order_matter_id: service })
  return undefined
}

/** One sighting more. */
const counted: Writes['seenAgain'] = async (tx, { after, actor, input }) => {
  await countSighting(tx, after, input.seenAt)
  await addSighting(tx, actor, after, input)
  return undefined
}

/** What these moves write beside the matter, in the same transaction. */
const findingWrites: Partial<Writes> = {
  reject: async (tx, { after }) => {
    await saveFinding(tx, after, { closed_at: tx.now })
    return undefined
  },
  regrade: async (tx, { after, actor, input }) => {
    await saveFinding(tx, after, { severity: input.severity })
    const order =
      input.severity === 'critical' && after.state === 'ASSIGNED' && after.handler_id !== null
        ? await orderAtOnce(tx, after, after.handler_id)
        : undefined
    return order && !(await readFacts(tx, after)).openOrder ? opened(tx, actor, after, order) : undefined
  },
  rectify: async (tx, args) => {
    const { after, actor, input } = args
    const said = { measure: input.measure, cause: input.rootCause || null }
    await saveFinding(tx, after, { ...said, rectified_by: actor.id, rectified_at: doneAt(args) })
    return claimed(tx, after, actor.id, 'after', input.photoIds)
  },
  orderDone: async (tx, { after, input }) => {
    await saveFinding(tx, after, { measure: input.measure, rectified_by: input.rectifiedById, rectified_at: tx.now })
    return undefined
  },
  passCheck: async (tx, args) => {
    const { after, actor, input } = args
    const at = doneAt(args)
    if (actor.id === after.handler_id) tx.warn({ code: 'W_CHECK_BY_HANDLER' })
    const cause = input.rootCause ? { cause: input.rootCause } : {}
    await saveFinding(tx, after, { ...cause, checked_by: actor.id, checked_at: at, closed_at: at })
    const refused = await callOffService(tx, actor, after)
    if (refused) return refused
    return claimed(tx, after, actor.id, 'evidence', input.photoIds)
  },
  failCheck: async (tx, { after, actor, input }) => {
    await saveFinding(tx, after, { ...nothing, rectify_attempt: after.attempt })
    return claimed(tx, after, actor.id, 'evidence', input.photoIds)
  },
  openOrder: async (tx, { after, actor, input }) => {
    return opened(tx, actor, after, input)
  },
  seenAgain: counted,
  seenBefore: counted,
  reopen: async (tx, { after }) => {
    await saveFinding(tx, after, { ...nothing, closed_at: null })
    return undefined
  },
}

/** The moves of a finding with what they write. */
export const movesWithWrites: FindingMoves = Object.fromEntries(
  Object.entries(findingMoves).map(([verb, move]) => {
    const also = findingWrites[verb as keyof Writes]
    return [verb, also ? { ...move, also } : move]
  }),
  // the writes are held to their verbs by their own type; joining them forgets which is whose
) as FindingMoves
