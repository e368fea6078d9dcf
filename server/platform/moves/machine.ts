import { faultsOf, type KindShape, type NeedsOf, startsOf, type VerbOf, type VerbShape } from '#contract/kind.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type Actor, may } from '../auth/actor.ts'
import type { Tx } from '../db/tx.ts'

/** A row that moves: matters, orders, handovers. */
export type Subject = { estate_id: Uuid; id: Uuid; state: string; version: number }

export type MoveArgs<S extends Subject, I, C> = { subject: S; input: I; actor: Actor; now: Instant; context: C }

/** A pure question; a Refusal is its no. */
export type Guard<S extends Subject, I, C> = (args: MoveArgs<S, I, C>) => Refusal | undefined

/** A guard that looks at nothing that was typed. */
type Bar<S extends Subject, C> = (args: Omit<MoveArgs<S, never, C>, 'input'>) => Refusal | undefined

/** What happens inside an arrow of the drawing. `Extra` is what a module adds (clocks, duties, who is told). */
export type Move<S extends Subject, I, C, Patch, Extra> = {
  /** What stands in its way whatever is typed; asked before the guards, and while it refuses the move is not offered. */
  barred?: Bar<S, C>
  guards?: readonly Guard<S, I, C>[]
  /** Columns that change with it; pure. */
  set?(args: MoveArgs<S, I, C>): Patch
  /** What else is written in the same transaction. */
  also?(tx: Tx, args: MoveArgs<S, I, C> & { after: S }): Promise<Refusal | undefined>
} & Extra

export type Moves<K extends KindShape, S extends Subject, C, Patch, Extra> = {
  [V in VerbOf<K>]: Move<S, NeedsOf<K, V>, C, Patch, Extra>
}

export type Machine<S extends Subject, C, Patch, Extra> = {
  kind: KindShape
  moves: Readonly<Record<string, Move<S, never, C, Patch, Extra>>>
  /** Reads the row and locks it until the end of the transaction. */
  lock(tx: Tx, estateId: Uuid, id: Uuid): Promise<S | undefined>
  /** What guards and changes may look at beside the row. */
  context(tx: Tx, actor: Actor, subject: S): Promise<C>
  /** Rules about persons that hold for every verb. */
  allowed?(args: MoveArgs<S, unknown, C> & { verb: string }): Refusal | undefined
  /** Writes the changed row, its timeline, clocks and messages. */
  commit(tx: Tx, args: CommitArgs<S, C, Patch, Extra>): Promise<S>
  /** Who moved it last, for the one who came second. */
  lastMove(tx: Tx, subject: S): Promise<Record<string, unknown>>
}

export type CommitArgs<S extends Subject, C, Patch, Extra> = MoveArgs<S, unknown, C> & {
  verb: string
  to: string
  patch: Patch | undefined
  move: Move<S, never, C, Patch, Extra>
}

export type MoveRequest = {
  estateId: Uuid
  id: Uuid
  verb: string
  version?: number
  input: unknown
  bySystem?: boolean
}

/**
 * Carries out one move: lock the row, look again, ask the guards, write all of it. Of two who press at once the second
 * gets E_STATE_CHANGED with the state that stands now and who brought it there.
 */
export const runMove = async <S extends Subject, C, Patch, Extra>(
  machine: Machine<S, C, Patch, Extra>,
  tx: Tx,
  actor: Actor,
  request: MoveRequest,
): Promise<S | Refusal> => {
  const verb = machine.kind.verbs[request.verb]
  const move = machine.moves[request.verb]
  if (!verb || !move) throw new Error(`${machine.kind.name} has no verb ${request.verb}`)
  const subject = await machine.lock(tx, request.estateId, request.id)
  if (!subject) return refuse('E_NOT_FOUND')
  if (!request.bySystem) {
    if (verb.system || !may(actor, verb.by, request.estateId)) return refuse('E_FORBIDDEN')
    if (request.version !== undefined && request.version !== subject.version) return changed(machine, tx, subject)
  }
  if (!startsOf(machine.kind, verb).includes(subject.state)) return changed(machine, tx, subject)
  const context = await machine.context(tx, actor, subject)
  const args = { subject, input: request.input, actor, now: tx.now, context }
  const refused = request.bySystem ? undefined : machine.allowed?.({ ...args, verb: request.verb })
  return refused ?? carryOut(machine, tx, args, request.verb, verb, move)
}

const carryOut = async <S extends Subject, C, Patch, Extra>(
  machine: Machine<S, C, Patch, Extra>,
  tx: Tx,
  args: MoveArgs<S, unknown, C>,
  name: string,
  verb: VerbShape,
  move: Move<S, never, C, Patch, Extra>,
): Promise<S | Refusal> => {
  // the input was parsed by the verb's own schema on its way in; the table forgets which verb has which input
  const typed = args as MoveArgs<S, never, C>
  const barred = move.barred?.(typed)
  if (barred) return barred
  for (const guard of move.guards ?? []) {
    const refused = guard(typed)
    if (refused) return refused
  }
  const to = verb.to === 'same' ? args.subject.state : verb.to
  const after = await machine.commit(tx, { ...args, verb: name, to, patch: move.set?.(typed), move })
  const refused = await move.also?.(tx, { ...typed, after })
  return isRefusal(refused) ? refused : after
}

const changed = async <S extends Subject, C, Patch, Extra>(machine: Machine<S, C, Patch, Extra>, tx: Tx, subject: S) =>
  refuse('E_STATE_CHANGED', {
    details: { state: subject.state, version: subject.version, ...(await machine.lastMove(tx, subject)) },
  })

/** Stops the start-up when a drawing is broken or an arrow has nothing behind it. */
export const checkMachine = (kind: KindShape, moves: Readonly<Record<string, unknown>>): void => {
  const faults = faultsOf(kind)
  for (const verb of Object.keys(kind.verbs)) if (!moves[verb]) faults.push(`verb ${verb} is drawn but does nothing`)
  for (const verb of Object.keys(moves)) if (!kind.verbs[verb]) faults.push(`verb ${verb} is not drawn`)
  if (faults.length > 0) throw new Error(`the moves of ${kind.name} are broken: ${faults.join('; ')}`)
}
