import type { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { type RemapImport, ROSTER_FIELDS, type RosterField } from '#contract/roster-import.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { orRefuse } from '../violations.ts'
import { type Batch, type BatchState, moveBatch, readBatch } from './batch.store.ts'

/** Why it could not be moved: gone, changed by somebody else, or in another state. */
const whyNot = async (tx: Tx, estateId: Uuid, id: Uuid, version: number): Promise<Refusal> => {
  const batch = await readBatch(tx, estateId, id)
  if (!batch) return refuse('E_NOT_FOUND')
  return batch.version === version
    ? refuse('E_STATE_CHANGED', { details: { state: batch.state } })
    : refuse('E_VERSION_STALE', { details: { state: batch.state } })
}

type Move = { from: readonly BatchState[]; version: number; patch: Parameters<typeof moveBatch>[4] }

const move = async (tx: Tx, estateId: Uuid, id: Uuid, { from, version, patch }: Move): Promise<Batch | Refusal> => {
  const moved = await moveBatch(tx, estateId, id, { states: from, version }, patch)
  if (!moved) return whyNot(tx, estateId, id, version)
  tx.tell({ estateId, topic: 'imports', ids: { batchId: id } })
  return moved
}

/** The good rows are to be written. E_STATE_CHANGED while another import of the estate is under way. */
export const confirmImport = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  version: number,
): Promise<Batch | Refusal> => {
  const done = await orRefuse({ import_batch_busy_key: { code: 'E_STATE_CHANGED', field: 'params.id' } }, () =>
    move(tx, estateId, id, {
      from: ['ready'],
      version,
      patch: { state: 'confirmed', confirmed_by: actor.id, confirmed_by_name: actor.name, failure: null },
    }),
  )
  if (isRefusal(done)) return done
  await audit(tx, actor, {
    estateId,
    action: 'import.confirmed',
    subjectKind: 'import',
    subjectId: id,
    after: { file: done.file_name },
  })
  return done
}

/** Reads the file again with another meaning of its columns. E_INPUT names the field that does not exist. */
export const remapImport = (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  input: z.output<typeof RemapImport>,
): Promise<Batch | Refusal> | Refusal => {
  const unknown = Object.entries(input.mapping).flatMap(([sheet, { columns = {} }]) =>
    Object.entries(columns).flatMap(([column, field]) =>
      field === null || isField(field) ? [] : [`body.mapping.${sheet}.columns.${column}`],
    ),
  )
  if (unknown[0] !== undefined) return refuse('E_INPUT', { field: unknown[0] })
  return move(tx, estateId, id, {
    from: ['ready', 'failed'],
    version: input.version,
    patch: { state: 'uploaded', mapping: input.mapping, failure: null, ended_at: null },
  })
}
const isField = (value: string): value is RosterField => (ROSTER_FIELDS as readonly string[]).includes(value)

/** Throws file and preview away; what the rows would have done stays as a list without its values. */
export const cancelImport = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  version: number,
): Promise<Batch | Refusal> => {
  const done = await move(tx, estateId, id, {
    from: ['uploaded', 'ready', 'failed'],
    version,
    patch: { state: 'cancelled', file_cipher: null, roster_cipher: null, ended_at: tx.now },
  })
  if (isRefusal(done)) return done
  await audit(tx, actor, {
    estateId,
    action: 'import.cancelled',
    subjectKind: 'import',
    subjectId: id,
    after: { file: done.file_name },
  })
  return done
}
