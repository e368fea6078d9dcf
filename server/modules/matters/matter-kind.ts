import type { Selectable, Updateable } from 'kysely'
import type { MatterType } from '#contract/channels.ts'
import type { KindShape, NeedsOf, VerbOf } from '#contract/kind.ts'
import type { MatterView, RegisterMatter } from '#contract/matters.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'
import { checkMachine, type Move, type MoveArgs } from '#platform/moves/machine.ts'
import type { NoticeParams } from '#platform/notify/staff-text.ts'
import type { Settings } from '#platform/settings/settings.ts'
import type { Who } from './clock-defs.ts'
import type { ClockStart } from './start-clocks.ts'

export type Matter = Selectable<DB['matter']>
export type MatterPatch = Omit<
  Updateable<DB['matter']>,
  'estate_id' | 'id' | 'state' | 'version' | 'number' | 'owner_id'
> & { owner_id?: Uuid }
export type Duty = MatterView['duties'][number]['duty']

/** What guards of matters may look at beside the row. */
export type MatterContext = {
  settings: Settings
  calendar: WorkCalendar
  duties: ReadonlySet<Duty>
  /** Open promises and clocks by id, so that a verb about one of them can refuse a wrong id. */
  promises: ReadonlyMap<Uuid, { clockId: Uuid; dueAt: string }>
  clocks: ReadonlyMap<Uuid, { name: string; state: string; dueAt: string }>
}

export type Tell = { to: Who | { staffId: Uuid }; template: string; params?: NoticeParams }

type OfferColumns =
  | 'estate_id'
  | 'owner_id'
  | 'co_owner_id'
  | 'closure_controller_id'
  | 'accused_staff_id'
  | 'handler_id'
  | 'executor_id'
  | 'dedicated_id'
  | 'line'
  | 'flags'
  | 'channel'
  | 'contactable'

/** Names of the clocks of a matter that have not ended. */
export type OpenClocks = ReadonlySet<string>

type Args<I, F> = MoveArgs<Matter, I, MatterContext & { facts: F }>
export type MatterExtra<I = never, F = never> = {
  clocks?: {
    start?: readonly ClockStart[] | ((args: Args<I, F>) => readonly ClockStart[])
    /** What they waited for has happened. */
    meet?: readonly string[]
    /** When it truly happened, where that is told later (a phone without signal); now, if not said. */
    metAt?(args: Args<I, F>): Instant
    /** Another time was agreed; what had come due stays missed. */
    replace?(args: Args<I, F>): readonly string[]
    /** They no longer matter. */
    stop?: readonly string[] | 'all'
  }
  duties?: readonly Duty[] | ((args: Args<I, F>) => readonly Duty[])
  /** Duties to be done anew (rework, reopening). */
  undo?: readonly Duty[]
  tells?: readonly Tell[] | ((args: Args<I, F>) => readonly Tell[])
  /** Whether its button makes sense for this person now; the guards decide all the same. */
  offered?(who: Actor, matter: Pick<Matter, OfferColumns>, clocks: OpenClocks): boolean
  /** Recorded only: whoever works on what they saw before goes on with that. */
  quiet?: true
  /** Free words for the timeline; the verb and its data are there anyway. */
  say?(args: Args<I, F>): string | undefined
  forCustomer?: boolean | ((args: Args<I, F>) => boolean)
}

/** `F`: what the room of this kind knows of a matter beside its row (its facts); rooms without such leave it out. */
export type MatterMove<I, F = unknown> = Move<Matter, I, MatterContext & { facts: F }, MatterPatch, MatterExtra<I, F>>
export type MatterMoves<K extends KindShape, F = unknown> = { [V in VerbOf<K>]: MatterMove<NeedsOf<K, V>, F> }

/** What a matter is made of: what somebody registered, or what we found ourselves, which no customer said. */
export type Registration = Omit<RegisterMatter, 'contactType' | 'customerSaid'> & {
  contactType: MatterType
  customerSaid: string | null
}

/** How a matter of this kind is born. */
export type Birth = {
  /** Found by ourselves: the desk neither takes it nor hears of it, and nobody reported it late. */
  inside?: true
  /** Refuses input that this kind cannot take; pure. */
  check?(input: Registration, now: string, context: Pick<MatterContext, 'settings' | 'calendar'>): Refusal | undefined
  set?(input: Registration, now: string, context: Pick<MatterContext, 'settings' | 'calendar'>): MatterPatch
  clocks?(
    input: Registration,
    now: string,
    context: Pick<MatterContext, 'settings' | 'calendar'>,
  ): readonly ClockStart[]
  tells?(input: Registration, actor: Actor): readonly Tell[]
  also?(tx: Tx, actor: Actor, matter: Matter, input: Registration): Promise<Refusal | undefined>
  /** Is searched over all estates of a company, month by month of the receipt; its words are written once more for that. */
  foundInCompany?: boolean
}

export type MatterKind = {
  shape: KindShape
  moves: Readonly<Record<string, MatterMove<never, never>>>
  birth: Birth
  /** Read under the lock of the matter, before the guards are asked. */
  facts?: ((tx: Tx, matter: Matter) => Promise<unknown>) | undefined
}

const kinds = new Map<string, MatterKind>()

/** A room declares its kind once at start; a drawing with a fault stops the start. */
export const declareMatterKind = <K extends KindShape, F = unknown>(
  shape: K,
  moves: MatterMoves<K, F>,
  birth: Birth,
  facts?: (tx: Tx, matter: Matter) => Promise<F>,
): void => {
  checkMachine(shape, moves)
  if (kinds.has(shape.name)) throw new Error(`the kind ${shape.name} is declared twice`)
  kinds.set(shape.name, { shape, moves: moves as Readonly<Record<string, MatterMove<never, never>>>, birth, facts })
}

export const matterKind = (name: string): MatterKind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no room has declared the kind ${name}`)
  return kind
}
