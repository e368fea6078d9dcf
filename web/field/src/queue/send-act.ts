import { uploadFile } from '#contract/files.ts'
import { ApiError, addressOf, call, isApiError } from '#ui/api.ts'
import { sendFile } from '#ui/file/send-file.ts'
import { nowInstant } from '../app/phone-time.ts'
import { db } from '../store/db.ts'
import { type Act, filesOf, withServerFiles } from './act.rules.ts'
import { type Outcome, outcomeOf } from './queue.rules.ts'
import { requestOf } from './request.ts'

/** Sends the files of an act that are not there yet, one after the other; gives the server's id of each. */
const sendFiles = async (act: Act): Promise<Map<string, string>> => {
  const serverIds = new Map<string, string>()
  for (const id of filesOf(act)) {
    const file = await db.files.get(id)
    if (!file) continue
    if (file.serverId === null) {
      const query = { purpose: file.purpose, takenAt: file.takenAt }
      const address = addressOf(uploadFile, { params: { estateId: act.estateId }, query })
      const named = new File([file.blob], file.name, { type: file.blob.type })
      const within = AbortSignal.timeout(FILE_WITHIN_MS)
      const stored = await sendFile(address, named, uploadFile.response, { idempotencyKey: file.key, signal: within })
      await db.files.update(id, { serverId: stored.id })
      file.serverId = stored.id
    }
    serverIds.set(id, file.serverId)
  }
  return serverIds
}

/** A line that is up and carries nothing must not hold the queue. */
const FILE_WITHIN_MS = 120_000
const NO_ANSWER = new ApiError({ code: 'E_NETWORK', status: 0 })

const failed = (act: Act, error: unknown, part: 'file' | 'act'): Outcome => {
  if (error instanceof DOMException && error.name === 'AbortError') return outcomeOf(act, NO_ANSWER, part)
  if (isApiError(error)) return outcomeOf(act, error, part)
  throw error
}

/** One attempt at one act: its files, then itself. Never throws for what the network or the server does. */
export const sendAct = async (act: Act): Promise<Outcome> => {
  let serverIds: Map<string, string>
  try {
    serverIds = await sendFiles(act)
  } catch (error) {
    return failed(act, error, 'file')
  }
  try {
    const { route, params, body } = requestOf(act, nowInstant())
    const input = { params, body: withServerFiles(body, serverIds) }
    const answer: unknown = await call(route, input, { idempotencyKey: act.key, resend: false })
    return { kind: 'sent', answer }
  } catch (error) {
    return failed(act, error, 'act')
  }
}
