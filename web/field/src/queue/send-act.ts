import { uploadFile } from '#contract/files.ts'
import { ApiError, addressOf, call, isApiError } from '#ui/api.ts'
import { aheadMs } from '#ui/clock.ts'
import { sendFile } from '#ui/file/send-file.ts'
import { nowInstant } from '../app/phone-time.ts'
import { db } from '../store/db.ts'
import { type Act, filesOf, withServerFiles } from './act.rules.ts'
import { deedToSend } from './left-out.rules.ts'
import { type Outcome, outcomeOf } from './queue.rules.ts'
import { requestOf } from './request.ts'

/** Sends a file of an act unless it is there already; gives the server's id of it, undefined if it is not on the phone. */
const sendKept = async (act: Act, id: string): Promise<string | undefined> => {
  const file = await db.files.get(id)
  if (!file || file.serverId !== null) return file?.serverId ?? undefined
  const query = { purpose: file.purpose, takenAt: file.takenAt }
  const address = addressOf(uploadFile, { params: { estateId: act.estateId }, query })
  const named = new File([file.blob], file.name, { type: file.blob.type })
  const within = AbortSignal.timeout(FILE_WITHIN_MS)
  const stored = await sendFile(address, named, uploadFile.response, { idempotencyKey: file.key, signal: within })
  await db.files.update(id, { serverId: stored.id })
  return stored.id
}

/** A line that is up and carries nothing must not hold the queue. */
const FILE_WITHIN_MS = 120_000
const NO_ANSWER = new ApiError({ code: 'E_NETWORK', status: 0 })

const failed = (act: Act, error: unknown, fileId?: string): Outcome => {
  if (error instanceof DOMException && error.name === 'AbortError') return outcomeOf(act, NO_ANSWER, fileId)
  if (isApiError(error)) return outcomeOf(act, error, fileId)
  throw error
}

/** On a line that is slow to answer two take hardly longer than one; on a thin one more would only be late together. */
const AT_ONCE = 2

/** Sends the files of an act, two at a time; the first that cannot be sent ends it when its neighbour has been heard of. */
const sendFiles = async (act: Act, ids: readonly string[]): Promise<Map<string, string> | Outcome> => {
  const serverIds = new Map<string, string>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const sent = await Promise.allSettled(some.map((id) => sendKept(act, id)))
    for (const [n, one] of sent.entries()) {
      if (one.status === 'rejected') return failed(act, one.reason, some[n])
      if (one.value !== undefined) serverIds.set(some[n] ?? '', one.value)
    }
  }
  return serverIds
}

/** One attempt at one act: its files, then itself. Never throws for what the network or the server does. */
export const sendAct = async (act: Act): Promise<Outcome> => {
  const deed = deedToSend(act)
  const serverIds = await sendFiles(act, filesOf({ deed }))
  if (!(serverIds instanceof Map)) return serverIds
  try {
    // who we are was asked a moment ago, so the difference is known
    const offMs = act.offMs ?? -aheadMs()
    if (act.offMs === undefined) await db.acts.where('id').equals(act.id).modify({ offMs })
    const { route, params, body } = requestOf(
      { deed, estateId: act.estateId, at: act.at },
      { sentAt: nowInstant(), offMs },
    )
    const input = { params, body: withServerFiles(body, serverIds) }
    const answer: unknown = await call(route, input, { idempotencyKey: act.key, resend: false })
    return { kind: 'sent', answer }
  } catch (error) {
    return failed(act, error)
  }
}
