import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { type CommitArgs, type Machine, runMove } from '#platform/moves/machine.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { checkReferences } from './check-references.ts'
import { endClocks } from './clock.store.ts'
import { canSee, notAboutThemselves } from './matter.policy.ts'
import { addDuties, lastMoveOf, lockMatter, openClocks, removeDuties, saveMatter } from './matter.store.ts'
import {
  type Duty,
  type Matter,
  type MatterContext,
  type MatterExtra,
  type MatterKind,
  type MatterPatch,
  matterKind,
} from './matter-kind.ts'
import { openPromises } from './promise.store.ts'
import { startClocks } from './start-clocks.ts'
import { tellPeople } from './tell-people.ts'
import { appendTimeline } from './timeline.store.ts'

type Context = MatterContext & { facts: never }
type Commit = CommitArgs<Matter, Context, MatterPatch, MatterExtra>

const contextOf = async (kind: MatterKind, tx: Tx, matter: Matter): Promise<Context> => ({
  settings: await settingsOf(tx, matter.estate_id),
  calendar: await calendarOf(tx, matter.estate_id),
  ...(await openClocks(tx, matter)),
  promises: await openPromises(tx, matter),
  // the table of kinds forgets whose facts these are
  facts: (await kind.facts?.(tx, matter)) as never,
})

/** The moves that would be refused to this person on this matter now, whatever they typed, and why. */
export const barredMoves = async (tx: Tx, actor: Actor, matter: Matter): Promise<ReadonlyMap<string, Refusal>> => {
  const kind = matterKind(matter.kind)
  const asking = Object.entries(kind.moves).filter(([, move]) => move.barred)
  if (asking.length === 0) return new Map()
  const args = { subject: matter, actor, now: tx.now, context: await contextOf(kind, tx, matter) }
  return new Map(
    asking.flatMap(([verb, move]) => {
      const refused = move.barred?.(args)
      return refused ? [[verb, refused] as const] : []
    }),
  )
}

const machineOf = (kind: MatterKind, actor: Actor): Machine<Matter, Context, MatterPatch, MatterExtra> => ({
  kind: kind.shape,
  moves: kind.moves,
  lock: async (tx, estateId, id) => {
    const matter = await lockMatter(tx, estateId, id)
    // what a person may not read, they may not move, nor learn that it is there
    return matter && matter.kind === kind.shape.name && canSee(actor, matter) ? matter : undefined
  },
  context: (tx, _actor, matter) => contextOf(kind, tx, matter),
  // CP-046: what they have to say themselves they may write down
  allowed: ({ subject, actor: who, verb }) => (verb === 'note' ? undefined : notAboutThemselves(who, subject)),
  lastMove: (tx, matter) => lastMoveOf(tx, matter),
  commit: (tx, args) => commitMove(kind, tx, args),
})

const commitMove = async (kind: MatterKind, tx: Tx, args: Commit): Promise<Matter> => {
  const { subject, move, to, verb, patch } = args
  const typed = args as never
  const final = kind.shape.final.includes(to)
  const clocks = move.clocks ?? {}
  const met = clocks.meet?.length ? await endClocks(tx, subject, clocks.meet, 'met', clocks.metAt?.(typed)) : []
  if ((final && subject.open) || clocks.stop === 'all') await endClocks(tx, subject, 'all', 'stopped')
  else if (clocks.stop?.length) await endClocks(tx, subject, clocks.stop, 'stopped')
  const replaced = clocks.replace?.(typed) ?? []
  if (replaced.length > 0) await endClocks(tx, subject, replaced, 'replaced')
  const starts = typeof clocks.start === 'function' ? clocks.start(typed) : (clocks.start ?? [])
  const started = await startClocks(tx, subject, starts)
  if (move.undo) await removeDuties(tx, subject, move.undo)
  const duties: readonly Duty[] = typeof move.duties === 'function' ? move.duties(typed) : (move.duties ?? [])
  await addDuties(tx, subject, args.actor, duties)
  // a word added to what is closed already does not close it anew
  const closing =
    final === subject.open ? { closed_at: final ? tx.now : null, closed_by: final ? args.actor.id : null } : {}
  const after = await saveMatter(tx, subject, { ...patch, ...closing, state: to, open: !final }, move.quiet)
  const forCustomer = typeof move.forCustomer === 'function' ? move.forCustomer(typed) : (move.forCustomer ?? false)
  const said = move.say?.(typed)
  await appendTimeline(tx, args.actor, subject, [
    {
      type: 'move',
      verb,
      from: subject.state,
      to,
      ...(said ? { text: said } : {}),
      forCustomer,
      data: {
        input: args.input,
        ...(met.length ? { met: met.map((c) => ({ name: c.name, late: c.breached_at !== null })) } : {}),
        ...(started.length
          ? { started: started.map((c) => ({ name: c.name, dueAt: c.due_at, calendarMissing: c.calendar_missing })) }
          : {}),
        ...(duties.length ? { duties } : {}),
      },
    },
  ])
  await tellPeople(tx, after, typeof move.tells === 'function' ? move.tells(typed) : (move.tells ?? []))
  tx.tell({ estateId: after.estate_id, topic: 'matters', ids: { matterId: after.id } })
  return after
}

export type MoveMatter = {
  estateId: Uuid
  id: Uuid
  kind: string
  verb: string
  version?: number
  input: unknown
  bySystem?: boolean
}

/**
 * Moves a matter along one arrow of its kind, with clocks, duties, timeline, messages and what other rooms do on it,
 * all in this transaction. E_NOT_FOUND, E_FORBIDDEN, E_STATE_CHANGED and the refusals of the arrow's guards.
 */
export const moveMatter = async (tx: Tx, actor: Actor, request: MoveMatter): Promise<Matter | Refusal> => {
  const kind = matterKind(request.kind)
  const verb = kind.shape.verbs[request.verb]
  const wrong =
    verb && !request.bySystem ? await checkReferences(tx, request.estateId, verb.needs, request.input) : undefined
  if (wrong) return wrong
  const before = await lockMatter(tx, request.estateId, request.id)
  const after = await runMove(machineOf(kind, actor), tx, actor, request)
  if (isRefusal(after) || !before) return after
  const refused = await emit(tx, actor, 'matter.moved', {
    before,
    matter: after,
    verb: request.verb,
    input: request.input,
  })
  return refused ?? after
}
