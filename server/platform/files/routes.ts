import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { readFileContent, readFileThumbnail, uploadFile } from '#contract/files.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { inTransaction } from '../db/tx.ts'
import type { House } from '../house.ts'
import { keepAnswer, keptAnswer } from '../http/idempotency.ts'
import { type RawCall, type Served, serveRaw } from '../http/serve.ts'
import { newId } from '../ids.ts'
import { presentFile } from './file.present.ts'
import { inspectFile } from './inspect-file.ts'
import { storageOf } from './storage.ts'
import { type FileRow, maySeeFile } from './visibility.ts'

export const fileRoutes: readonly Served[] = [
  serveRaw(uploadFile, async (call) => {
    const { params, query, actor, house, request, reply } = call
    const scope = [params.estateId]
    const id = {
      estateId: params.estateId,
      staffId: actor.id,
      key: String(request.headers['idempotency-key'] ?? newId()),
      fingerprint: `upload ${request.url}`,
    }
    const part = await request.file()
    if (!part) return refuse('E_INPUT', { field: 'file' })
    const bytes = await part.toBuffer()
    const inspected = await inspectFile(bytes)
    if (isRefusal(inspected)) return inspected
    const fileId = newId()
    const key = `${params.estateId}/${new Date().toISOString().slice(0, 7).replace('-', '/')}/${fileId}`
    const thumbnailKey = inspected.thumbnail ? `${key}.webp` : null
    const disk = await storageOf(house.config)
    await Promise.all([
      disk.put(key, bytes),
      inspected.thumbnail && thumbnailKey ? disk.put(thumbnailKey, inspected.thumbnail) : undefined,
    ])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const answer = await inTransaction(house.database, { scope }, async (tx) => {
      if (
        query.matterId &&
        !(await tx.db
          .selectFrom('matter')
          .select('id')
          .where('estate_id', '=', params.estateId)
          .where('id', '=', query.matterId)
          .executeTakeFirst())
      )
        return refuse('E_NOT_FOUND', { field: 'query.matterId' })
      const row = await tx.db
        .insertInto('file')
        .values({
          estate_id: params.estateId,
          id: fileId,
          matter_id: query.matterId ?? null,
          purpose: query.purpose,
          name: safeName(part.filename),
          mime: inspected.mime,
          size: bytes.length,
          sha256,
          storage_key: key,
          thumbnail_key: thumbnailKey,
          width: inspected.width,
          height: inspected.height,
          taken_at: query.takenAt ? toInstant(query.takenAt) : null,
          uploaded_by: actor.id,
          uploaded_at: tx.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      const view = presentFile(row)
      if (!(await keepAnswer(tx, id, { status: 201, answer: view }))) return refuse('E_DUPLICATE')
      tx.tell({
        estateId: params.estateId,
        topic: 'matters',
        ...(query.matterId ? { ids: { matterId: query.matterId } } : {}),
      })
      return view
    })
    if (!isRefusal(answer)) return reply.code(201).send(answer)
    await Promise.all([disk.delete(key), thumbnailKey ? disk.delete(thumbnailKey) : undefined])
    // nearly every file comes once, so whether it came before is found out by keeping it, and not asked first
    const before =
      answer.code === 'E_DUPLICATE'
        ? await inTransaction(house.database, { scope, readOnly: true }, (tx) => keptAnswer(tx, id))
        : undefined
    if (before === undefined || isRefusal(before)) return before ?? answer
    return reply.code(201).header('idempotent-replay', 'true').send(before.answer)
  }),
  serveRaw(readFileContent, (call) => sendFile(call, (file) => ({ key: file.storage_key, mime: file.mime }))),
  serveRaw(readFileThumbnail, (call) =>
    sendFile(call, (file) => (file.thumbnail_key ? { key: file.thumbnail_key, mime: 'image/webp' } : undefined)),
  ),
]

type FileCall = RawCall<typeof readFileContent> | RawCall<typeof readFileThumbnail>

const sendFile = async (
  call: FileCall,
  pick: (file: FileRow) => { key: string; mime: string } | undefined,
): Promise<unknown> => {
  const file = await visibleFile(call)
  if (isRefusal(file)) return file
  const part = pick(file)
  if (!part) return refuse('E_NOT_FOUND')
  const inline = part.mime.startsWith('image/') || part.mime.startsWith('audio/')
  call.reply
    .type(part.mime)
    .header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('cache-control', 'private, max-age=3600')
    .header('content-security-policy', "default-src 'none'; sandbox")
  return (await storageOf(call.house.config)).getStream(part.key)
}

const visibleFile = async ({
  params,
  actor,
  house,
}: {
  params: { estateId: Uuid; fileId: Uuid }
  actor: FastifyRequest['actor']
  house: House
}): Promise<FileRow | Refusal> =>
  inTransaction(house.database, { scope: [params.estateId], readOnly: true }, async (tx) => {
    const file = await tx.db
      .selectFrom('file')
      .selectAll()
      .where('estate_id', '=', params.estateId)
      .where('id', '=', params.fileId)
      .executeTakeFirst()
    return file && (await maySeeFile(tx, actor, file)) ? file : refuse('E_NOT_FOUND')
  })

/** The last part of what the client calls it, without control characters, 200 characters at most. */
const safeName = (name: string | undefined): string => {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .trim()
  return [...clean].slice(0, 200).join('') || 'file'
}
