import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { type Matter, moveMatter, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { createOrder } from './create-order.ts'
import { openClockId } from './order.store.ts'
import type { MatterStep, Order } from './order-move.ts'

/**
 * The program moves the matter because of what this person did to an order (or the other way round). It may what the
 * person may not, a provider for instance has no way into matters; the name under the deed stays the person's.
 */
export const onBehalfOf = (actor: Actor): Actor => ({ ...actor, kind: 'system' })

/** Carries out on the matter what an order's verb says, step by step; the first refusal stops and all is undone. */
export const leadMatter = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  order: Order,
  steps: readonly MatterStep[],
): Promise<Refusal | undefined> => {
  for (const step of steps) {
    const refused = await carryOut(tx, onBehalfOf(actor), matter, order, step)
    if (refused) return refused
  }
  return undefined
}

const carryOut = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  order: Order,
  step: MatterStep,
): Promise<Refusal | undefined> => {
  const move = async (verb: string, input: Record<string, unknown>) => {
    const moved = await moveMatter(tx, actor, {
      estateId: matter.estate_id,
      id: matter.id,
      kind: matter.kind,
      verb,
      input,
      bySystem: true,
    })
    return isRefusal(moved) ? moved : undefined
  }
  switch (step.do) {
    case 'move':
      return move(step.verb, step.input)
    case 'flag': {
      const others = matter.flags.filter((flag) => flag !== step.flag)
      await touchMatter(tx, matter, { flags: step.on ? [...others, step.flag] : others })
      return undefined
    }
    case 'pause': {
      const clockId = await openClockId(tx, matter, step.clock, 'running')
      return clockId ? move('pauseClock', { clockId, reason: step.reason }) : undefined
    }
    case 'resume': {
      const clockId = await openClockId(tx, matter, step.clock, 'paused')
      return clockId ? move('resumeClock', { clockId }) : undefined
    }
    case 'offerAgain':
      return createOrder(tx, actor, matter, { line: matter.line ?? order.line, executorId: null })
  }
}
