import type { Selectable, Updateable } from 'kysely'
import type { z } from 'zod'
import type { KindShape, NeedsOf, VerbOf } from '#contract/kind.ts'
import type { EntryFact, MaterialItem, OrderFileRef, QuoteItem, SignatureFact } from '#contract/kinds/order.ts'
import type { Fen, Instant, Uuid } from '#contract/values.ts'
import type { Matter, Tell } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Move, MoveArgs } from '#platform/moves/machine.ts'
import type { Settings } from '#platform/settings/settings.ts'

export type Order = Selectable<DB['work_order']>
export type OrderPatch = Omit<
  Updateable<DB['work_order']>,
  'estate_id' | 'id' | 'state' | 'version' | 'number' | 'open' | 'matter_id'
>
export type Quote = Selectable<DB['order_quote']>
export type FilePurpose = z.output<typeof OrderFileRef>['purpose']

/** A line of an offer with its sum. */
export type QuoteLine = QuoteItem & { sumFen: Fen }

/** What guards of orders may look at beside the row. */
export type OrderContext = {
  settings: Settings
  matter: Matter
  /** The offer that stands: the latest that was not voided. */
  quote: Quote | undefined
  /** Files put to the order by purpose; after a return only those added since then count as proof. */
  files: ReadonlyMap<FilePurpose, number>
  filesSinceReturn: ReadonlyMap<FilePurpose, number>
  signedSinceReturn: boolean
  /** Somebody recorded the entry since the last arrival; on which grounds the home was ever entered. */
  enteredSinceArrival: boolean
  grounds: ReadonlySet<EntryFact['ground']>
  materials: ReadonlySet<Uuid>
}

/** Rows that a verb writes beside the order, as data. */
export type OrderRecords = {
  quote?: {
    items: QuoteLine[]
    totalFen: number
    chargeTo: 'customer' | 'company'
    needsApproval: boolean
    note?: string
  }
  approveQuote?: { note?: string }
  acceptQuote?: { at: Instant; who: string; capacity: string; how: string }
  refuseQuote?: { reason: string }
  voidQuotes?: true
  materials?: readonly MaterialItem[]
  voidMaterial?: { id: Uuid; reason: string }
  signature?: { about: 'price' | 'done'; fact: SignatureFact }
  entry?: EntryFact
  files?: readonly z.output<typeof OrderFileRef>[]
}

/** How the matter follows an order, step by step, in the same transaction. */
export type MatterStep =
  | { do: 'move'; verb: string; input: Record<string, unknown> }
  | { do: 'flag'; flag: 'customerAbsentTwice'; on: boolean }
  | { do: 'pause'; clock: string; reason: string }
  | { do: 'resume'; clock: string }
  | { do: 'offerAgain' }

type Args<I> = MoveArgs<Order, I, OrderContext>
export type OrderExtra<I = never> = {
  records?(args: Args<I>): OrderRecords
  /** What the matter does then. */
  matter?(args: Args<I>): readonly MatterStep[]
  /** A verb of the program that follows at once. */
  next?(args: Args<I>): 'hold' | undefined
  tells?(args: Args<I>): readonly Tell[]
  /** Free words for the timeline. */
  say?(args: Args<I>): string | undefined
  forCustomer?: boolean
  /** Whether its button makes sense now; the guards decide all the same. */
  offered?(who: Actor, order: Pick<Order, 'emergency' | 'charge'>): boolean
}

export type OrderMove<I> = Move<Order, I, OrderContext, OrderPatch, OrderExtra<I>>
export type OrderMoves<K extends KindShape> = { [V in VerbOf<K>]: OrderMove<NeedsOf<K, V>> }
