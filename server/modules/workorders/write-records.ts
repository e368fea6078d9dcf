import type { EntryFact } from '#contract/kinds/order.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { happenedAt } from '#modules/matters/index.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FilePurpose, Order, OrderRecords } from './order-move.ts'
import {
  changeQuote,
  type FileFacts,
  filesOf,
  insertEntry,
  insertFiles,
  insertMaterials,
  insertQuote,
  insertSignature,
  voidMaterial,
  voidQuotes,
} from './records.store.ts'
import { holdsRole } from './staff.store.ts'

/** Writes what a verb records beside the order. Refuses files and persons that are not what they are said to be. */
export const writeRecords = async (
  tx: Tx,
  actor: Actor,
  order: Order,
  records: OrderRecords,
): Promise<Refusal | undefined> => {
  const refused = (await checkFiles(tx, actor, order, records)) ?? (await checkApproval(tx, order, records.entry))
  if (refused) return refused
  if (records.voidQuotes) await voidQuotes(tx, order)
  if (records.quote) await insertQuote(tx, order, actor.id, records.quote)
  if (records.approveQuote)
    await changeQuote(tx, order, {
      approved_by: actor.id,
      approved_at: tx.now,
      approval_note: records.approveQuote.note ?? null,
    })
  if (records.acceptQuote) {
    const { at, who, capacity, how } = records.acceptQuote
    await changeQuote(tx, order, {
      accepted_at: at,
      accepted_who: who,
      accepted_capacity: capacity,
      accepted_how: how,
      accepted_by: actor.id,
    })
  }
  if (records.refuseQuote)
    await changeQuote(tx, order, { refused_at: tx.now, refused_reason: records.refuseQuote.reason })
  if (records.materials) await insertMaterials(tx, order, actor.id, records.materials)
  if (records.voidMaterial) await voidMaterial(tx, order, actor.id, records.voidMaterial)
  if (records.files) await insertFiles(tx, order, actor.id, records.files)
  if (records.signature) {
    const { fact } = records.signature
    if (fact.fileId) await insertFiles(tx, order, actor.id, [{ fileId: fact.fileId, purpose: 'signature' }])
    await insertSignature(tx, order, actor.id, {
      ...records.signature,
      signedAt: happenedAt(fact.signedAt, tx.now, order.created_at),
    })
  }
  if (records.entry) await insertEntry(tx, order, actor.id, records.entry)
  return undefined
}

type Named = { field: string; id: Uuid; purpose: FilePurpose }

const namedFiles = (records: OrderRecords): Named[] => {
  const fileId = records.signature?.fact.fileId
  return [
    ...(records.files ?? []).map((f, i) => ({ field: `body.files.${i}.fileId`, id: f.fileId, purpose: f.purpose })),
    ...(fileId ? [{ field: 'body.signature.fileId', id: fileId, purpose: 'signature' as const }] : []),
  ]
}

const isAllowed = (mime: string, purpose: FilePurpose): boolean => {
  if (mime.startsWith('image/')) return true
  if (purpose === 'entry') return mime.startsWith('video/')
  return (purpose === 'authority' || purpose === 'other') && mime === 'application/pdf'
}

/** Files are there, pictures, brought by this person or by somebody who may bring them, and belong to nothing else. */
const checkFiles = async (tx: Tx, actor: Actor, order: Order, records: OrderRecords): Promise<Refusal | undefined> => {
  const wanted = namedFiles(records)
  if (wanted.length === 0) return undefined
  const found = await filesOf(
    tx,
    order,
    wanted.map((f) => f.id),
  )
  for (const { field, id, purpose } of wanted) {
    const file = found.get(id)
    if (!file || !isTheirs(actor, order, file)) return refuse('E_NOT_FOUND', { field })
    if (!isAllowed(file.mime, purpose)) return refuse('E_FILE_TYPE', { field, details: { mime: file.mime, purpose } })
  }
  return undefined
}

const isTheirs = (actor: Actor, order: Order, file: FileFacts): boolean =>
  !file.other_order &&
  (file.matter_id === null || file.matter_id === order.matter_id) &&
  (file.uploaded_by === actor.id ||
    file.uploaded_by === order.executor_id ||
    may(actor, 'order.assign', order.estate_id))

/** FD-775: an emergency entry without the resident was approved by the head, nobody else. */
const checkApproval = async (tx: Tx, order: Order, entry: EntryFact | undefined): Promise<Refusal | undefined> => {
  if (entry?.ground !== 'emergency' || !entry.approvedById) return undefined
  return (await holdsRole(tx, order.estate_id, entry.approvedById, ['centreHead', 'projectManager']))
    ? undefined
    : refuse('E_NOT_FOUND', { field: 'body.entry.approvedById' })
}
