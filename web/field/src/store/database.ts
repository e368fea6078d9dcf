import Dexie, { type EntityTable, type Table } from 'dexie'
import type { FieldPack } from '#contract/field.ts'
import type { GatePack } from '#contract/goods.ts'
import type { OrderView } from '#contract/orders.ts'
import type { Session } from '#contract/session.ts'
import type { Act } from '../queue/act.rules.ts'
import type { Draft } from './draft.ts'
import type { Form } from './form.ts'

export type Account = { id: string; session: Session; savedAt: string }
/** What the phone took along for one estate. */
export type Kept = {
  userId: string
  estateId: string
  pack: FieldPack
  orders: OrderView[]
  /** Of who checks goods at the gates. */
  gate?: GatePack
  savedAt: string
  /** How far the server's clock was ahead of the phone's. */
  aheadMs?: number
}
export type FilePurpose = 'photo' | 'before' | 'after' | 'signature' | 'audio' | 'evidence'
export type KeptFile = {
  id: string
  userId: string
  estateId: string
  /** The draft, the form or the act it belongs to. */
  ownerId: string
  blob: Blob
  name: string
  purpose: FilePurpose
  takenAt: string
  /** Idempotency-Key of its upload. */
  key: string
  /** The server's id, once it is there. */
  serverId: string | null
}
export type Remembered = { key: string; value: string }

/** Of the findings that an older app took along. */
const NOTHING_TOLD = {
  note: null,
  measure: null,
  cause: null,
  causeNeeded: false,
  notRight: null,
  photos: { before: [], after: [], check: [] },
} satisfies Partial<FieldPack['findings'][number]>

/** Among the values of a form that an older app has kept. */
const FILE_LISTS = ['photoIds', 'voiceIds', 'goodsPhotoIds', 'slipPhotoIds', 'before', 'after'] as const

/**
 * What lies on the phone. A version once published is never changed: a later one is added below it with its upgrade,
 * so that a queue written by an old app is sent by the new one.
 */
export class FieldDatabase extends Dexie {
  declare accounts: EntityTable<Account, 'id'>
  declare kept: Table<Kept, [string, string]>
  declare drafts: EntityTable<Draft, 'id'>
  declare acts: EntityTable<Act, 'n'>
  declare files: EntityTable<KeptFile, 'id'>
  declare forms: EntityTable<Form, 'key'>
  declare remembered: EntityTable<Remembered, 'key'>

  constructor(name = 'wuyou-field') {
    super(name)
    this.version(1).stores({
      accounts: 'id',
      kept: '[userId+estateId]',
      drafts: 'id, userId',
      acts: '++n, &id, userId, [userId+state]',
      files: 'id, ownerId, userId',
      remembered: 'key',
    })
    this.version(2)
      .stores({ forms: 'key, userId' })
      .upgrade((tx) =>
        tx
          .table<Kept>('kept')
          .toCollection()
          .modify(({ pack }) => {
            for (const finding of pack.findings) Object.assign(finding, NOTHING_TOLD)
          }),
      )
    this.version(3).upgrade((tx) =>
      tx
        .table<Form>('forms')
        .toCollection()
        .modify((form) => {
          form.files = {}
          for (const list of FILE_LISTS) {
            const ids = form.values[list]
            if (Array.isArray(ids)) form.files[list] = ids.filter((id) => typeof id === 'string')
            delete form.values[list]
          }
        }),
    )
  }
}
