import { isRefusal, refuse } from '#contract/refusal.ts'
import type { uploadRoster as route } from '#contract/roster-import.ts'
import { audit } from '#platform/audit/audit.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { keepAnswer, keptAnswer } from '#platform/http/idempotency.ts'
import type { RawCall } from '#platform/http/serve.ts'
import { newId } from '#platform/ids.ts'
import { cipherOf } from '#platform/privacy/cipher.ts'
import { presentBatch } from './batch.present.ts'
import { insertBatch, readBatch } from './batch.store.ts'
import { sealFile } from './sealed-files.ts'
import { workOnBatch } from './work-on-batch.ts'

/**
 * Takes the file and answers at once; it is read in the background. E_INPUT (no file), E_TOO_LARGE. A repeat with the
 * same Idempotency-Key gets the first answer.
 */
export const uploadRoster = async ({
  params: { estateId },
  actor,
  house,
  request,
  reply,
}: RawCall<typeof route>): Promise<unknown> => {
  const scope = [estateId]
  const key = request.headers['idempotency-key']
  const once = {
    estateId,
    staffId: actor.id,
    key: typeof key === 'string' ? key.slice(0, 100) : newId(),
    fingerprint: `roster ${request.url}`,
  }
  const before = await inTransaction(house.database, { scope, readOnly: true }, (tx) => keptAnswer(tx, once))
  if (before !== undefined)
    return isRefusal(before) ? before : reply.code(202).header('idempotent-replay', 'true').send(before.answer)
  const part = await request.file()
  if (!part) return refuse('E_INPUT', { field: 'file' })
  const bytes = await part.toBuffer()
  if (bytes.length === 0) return refuse('E_INPUT', { field: 'file' })
  const id = newId()
  const answer = await inTransaction(house.database, { scope }, async (tx) => {
    const name = fileName(part.filename)
    await insertBatch(tx, {
      estate_id: estateId,
      id,
      state: 'uploaded',
      file_name: name,
      file_size: bytes.length,
      file_cipher: sealFile(cipherOf(house.keys), id, bytes),
      beat_at: tx.now,
      uploaded_by: actor.id,
      uploaded_by_name: actor.name,
      uploaded_at: tx.now,
    })
    await audit(tx, actor, {
      estateId,
      action: 'import.uploaded',
      subjectKind: 'import',
      subjectId: id,
      after: { file: name, bytes: bytes.length },
    })
    const batch = await readBatch(tx, estateId, id)
    if (!batch) throw new Error('a batch was not written')
    const view = presentBatch(batch)
    if (!(await keepAnswer(tx, once, { status: 202, answer: view }))) return refuse('E_DUPLICATE')
    tx.tell({ estateId, topic: 'imports', ids: { batchId: id } })
    tx.after(() => void workOnBatch(house, estateId, id))
    return view
  })
  return isRefusal(answer) ? answer : reply.code(202).send(answer)
}

/** The last part of what the client calls it, without control characters. */
const fileName = (given: string | undefined): string => {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
  return [...clean].slice(0, 120).join('') || 'roster'
}
