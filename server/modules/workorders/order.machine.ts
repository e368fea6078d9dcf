import type { KindShape, VerbShape } from '#contract/kind.ts'
import { order as orderKind } from '#contract/kinds/order.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { appendTimeline, findMatter, lockMatter, touchMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { type CommitArgs, checkMachine, type Machine, type MoveArgs, runMove } from '#platform/moves/machine.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { readFacts } from './facts.store.ts'
import { leadMatter } from './lead-matter.ts'
import { orderMoves } from './order.moves.ts'
import { isExecutors, mayExecute, mayKnowOf } from './order.policy.ts'
import { findOrder, lastMoveOf, lockOrder, saveOrder } from './order.store.ts'
import type { Order, OrderContext, OrderExtra, OrderMove, OrderPatch } from './order-move.ts'
import { carriesOut } from './staff.store.ts'
import { tellOrder } from './tell-order.ts'
import { writeRecords } from './write-records.ts'

type Extra = OrderExtra<never>
type Args = MoveArgs<Order, never, OrderContext>

const shape: KindShape = orderKind
const table = orderMoves as Readonly<Record<string, OrderMove<never>>>

export const checkOrderDrawing = (): void => checkMachine(shape, table)

export type MoveOrder = { estateId: Uuid; id: Uuid; verb: string; version?: number; input: unknown; bySystem?: boolean }

/**
 * Moves an order along one arrow: the row, what is recorded beside it, its line on the matter's timeline, what the
 * matter does then, the messages; all in this transaction. E_NOT_FOUND, E_FORBIDDEN, E_STATE_CHANGED, E_NOT_HANDLER
 * and the refusals of the arrow's guards.
 */
export const moveOrder = async (tx: Tx, actor: Actor, request: MoveOrder): Promise<Order | Refusal> => {
  const moved = await runMove(machineOf(actor), tx, actor, request)
  if (isRefusal(moved)) return moved
  // what followed at once (a hold, the matter's answer) may have moved it further
  return (await findOrder(tx, request.estateId, request.id)) ?? moved
}

const machineOf = (actor: Actor): Machine<Order, OrderContext, OrderPatch, Extra> => ({
  kind: shape,
  moves,
  lock: (tx, estateId, id) => lockForMove(tx, actor, estateId, id),
  context: readContext,
  allowed: ({ subject, actor: who, verb }) => (isExecutors(verbOf(verb)) ? mayExecute(who, subject, verb) : undefined),
  lastMove: lastMoveOf,
  commit: commitMove,
})

const verbOf = (name: string): VerbShape => {
  const verb = shape.verbs[name]
  if (!verb) throw new Error(`order has no verb ${name}`)
  return verb
}

// the matter first, always: who moves a matter and who moves its order never wait for each other
const lockForMove = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<Order | undefined> => {
  const found = await findOrder(tx, estateId, id)
  if (!found) return undefined
  await lockMatter(tx, estateId, found.matter_id)
  const order = await lockOrder(tx, estateId, id)
  return order && mayKnowOf(actor, order) ? order : undefined
}

const matterOf = async (tx: Tx, order: Order) => {
  const matter = await findMatter(tx, order.estate_id, order.matter_id)
  if (!matter) throw new Error(`order ${order.number} has no matter`)
  return matter
}

const readContext = async (tx: Tx, _actor: Actor, order: Order): Promise<OrderContext> => {
  const [settings, matter, facts] = [
    await settingsOf(tx, order.estate_id),
    await matterOf(tx, order),
    await readFacts(tx, order),
  ]
  const since = facts.files.filter((f) => f.since).map((f) => [f.purpose, f.n] as const)
  const before = facts.files.filter((f) => !f.since).map((f) => [f.purpose, f.n] as const)
  return {
    settings,
    matter,
    quote: facts.quote ?? undefined,
    files: new Map([...before, ...since]),
    filesSinceReturn: new Map(since),
    signedSinceReturn: facts.signed,
    enteredSinceArrival: facts.entered,
    grounds: new Set(facts.grounds),
    materials: new Set(facts.materials),
  }
}

const commitMove = async (tx: Tx, args: CommitArgs<Order, OrderContext, OrderPatch, Extra>): Promise<Order> => {
  const { subject, move, to, verb, patch, actor, context } = args
  // the verb's own schema parsed the input; the table of all verbs forgets which has which
  const typed = args as never
  const after = await saveOrder(tx, subject, { ...patch, state: to, open: !shape.final.includes(to) })
  const said = move.say?.(typed)
  await appendTimeline(tx, actor, context.matter, [
    {
      type: 'order',
      verb,
      from: subject.state,
      to,
      ...(said ? { text: said } : {}),
      forCustomer: move.forCustomer ?? false,
      data: { orderId: after.id, number: after.number, input: args.input },
    },
  ])
  await tellOrder(tx, after, context.matter, move.tells?.(typed) ?? [])
  tx.tell({ estateId: after.estate_id, topic: 'orders', ids: { orderId: after.id } })
  return after
}

/** What follows a committed arrow: records beside the order, the matter, and the program's next verb. */
const following =
  (verb: string, move: OrderMove<never>) =>
  async (tx: Tx, args: Args & { after: Order }): Promise<Refusal | undefined> => {
    const { subject, after, actor, context } = args
    const written = move.records ? await writeRecords(tx, actor, after, move.records(args)) : undefined
    if (written) return written
    if (after.executor_id !== subject.executor_id) {
      if (after.executor_id && !(await carriesOut(tx, after.estate_id, after.executor_id)))
        return refuse('E_NOT_FOUND', { field: 'body.executorId' })
      await touchMatter(tx, context.matter, { executor_id: after.executor_id })
    }
    const next = move.next?.(args)
    if (next) {
      const held = await moveOrder(tx, actor, {
        estateId: after.estate_id,
        id: after.id,
        verb: next,
        input: {},
        bySystem: true,
      })
      if (isRefusal(held)) return held
    }
    const refused = await leadMatter(tx, actor, context.matter, after, move.matter?.(args) ?? [])
    return refused ?? emit(tx, actor, 'order.moved', { before: subject, order: after, verb, input: args.input })
  }

const moves: Readonly<Record<string, OrderMove<never>>> = Object.fromEntries(
  Object.entries(table).map(([verb, move]) => [verb, { ...move, also: following(verb, move) }]),
)
