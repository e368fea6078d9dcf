import type { FieldPack, finishRound, startRound, tickStop } from '#contract/field.ts'
import type { sendGateCheck } from '#contract/goods.ts'
import type { SentInspection } from '#contract/inspections.ts'
import type { OrderVerb } from '#contract/kinds/order.ts'
import type { RegisterMatter, registerMatter } from '#contract/matters.ts'
import type { SentBody } from '#contract/route.ts'

export type FindingVerb = FieldPack['findings'][number]['may'][number]
type Untimed<T> = Omit<T, 'sentAt'>

/**
 * What somebody did, ready to be sent: the body of its route, with the phone's own ids of files where the server's will
 * stand. `sentAt` is put in at each sending, `version` when the act before it has been answered.
 */
export type Deed =
  | { type: 'inspection'; body: Untimed<SentInspection> }
  | { type: 'startRound'; roundId: string; body: Untimed<SentBody<typeof startRound>> }
  | { type: 'tickStop'; roundId: string; placeId: string; body: Untimed<SentBody<typeof tickStop>> }
  | { type: 'finishRound'; roundId: string; body: Untimed<SentBody<typeof finishRound>> }
  | { type: 'orderMove'; orderId: string; verb: OrderVerb; version: number; body: Record<string, unknown> }
  | { type: 'findingMove'; matterId: string; verb: FindingVerb; version: number; body: Record<string, unknown> }
  | { type: 'report'; body: SentBody<typeof registerMatter> & Pick<RegisterMatter, 'fileIds'> }
  | { type: 'gateCheck'; body: SentBody<typeof sendGateCheck> }

/** Waiting to be sent; refused, so that somebody has to decide; sent; put aside by a person with a reason. */
export type ActState = 'waiting' | 'refused' | 'sent' | 'dropped'

/** Why the server did not take it. */
export type Refused = {
  code: string
  field: string | null
  details: Record<string, unknown>
  at: string
  /** The phone's id of the one file that cannot be taken. */
  fileId?: string
}
/** A file that the server cannot take and a person let go without, and what is said in its place. */
export type LeftOut = { fileId: string; words: string }

export type Act = {
  /** Order of doing; given by the database. */
  n?: number
  /** Made before the first tap. */
  id: string
  userId: string
  estateId: string
  /** What it is about: acts about one thing are sent in the order in which they were done. */
  subject: string
  deed: Deed
  /** Idempotency-Key, kept over every sending. */
  key: string
  /** When it was done, by the phone. */
  at: string
  /** Words by which a person knows it again: the place, the number of the order. */
  about: string
  state: ActState
  tries: number
  /** Not before this moment, ms. */
  nextAt: number
  /** How far the phone's clock was ahead at its first sending; kept, so that a repeat is the same to the letter. */
  offMs?: number | undefined
  /** A sending got no answer: it may have arrived all the same. */
  unanswered: boolean
  /** Why it was not taken; beside `sent`: it came to nothing, and nothing was lost by it. */
  refused: Refused | null
  /** Not sent along; the files themselves stay on the phone as long as their act. */
  leftOut?: LeftOut[]
  /** What the server said to it. */
  answer: unknown
  sentAt: string | null
  /** Why a person put it aside. */
  reason: string | null
}

/** Ids of files, as the phone knows them, anywhere in what is to be sent. */
export const filesOf = ({ deed }: Pick<Act, 'deed'>): string[] => {
  switch (deed.type) {
    case 'inspection':
      return deed.body.answers.flatMap(({ fileIds }) => fileIds)
    case 'tickStop':
    case 'report':
      return deed.body.fileIds ?? []
    case 'gateCheck':
      return [...(deed.body.slipPhotoIds ?? []), ...(deed.body.goodsPhotoIds ?? [])]
    case 'orderMove':
    case 'findingMove':
      return fileIdsIn(deed.body)
    case 'startRound':
    case 'finishRound':
      return []
  }
}

const fileIdsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(fileIdsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'fileId') return typeof inner === 'string' ? [inner] : []
    if (name === 'fileIds' || name === 'photoIds')
      return Array.isArray(inner) ? inner.filter((id) => typeof id === 'string') : []
    return fileIdsIn(inner)
  })
}

/** The same body with the server's ids in the place of the phone's. */
export const withServerFiles = (value: unknown, serverId: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => withServerFiles(one, serverId))
  if (typeof value === 'string') return serverId.get(value) ?? value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withServerFiles(inner, serverId)]))
}
