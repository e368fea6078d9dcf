import { uploadFile } from '#contract/files.ts'
import { addressOf, call, isApiError } from '#ui/api.ts'
import { sendFile } from '#ui/file/send-file.ts'
import { nowInstant } from '../app/phone-time.ts'
import { db } from '../store/db.ts'
import { type Act, filesOf, withServerFiles } from './act.ts'
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
      const stored = await sendFile(address, named, uploadFile.response, { idempotencyKey: file.key })
      await db.files.update(id, { serverId: stored.id })
      file.serverId = stored.id
    }
    serverIds.set(id, file.serverId)
  }
  return serverIds
}

/** One attempt at one act: its files, then itself. Never throws for what the network or the server does. */
export const sendAct = async (act: Act): Promise<Outcome> => {
  try {
    const serverIds = await sendFiles(act)
    const { route, params, body } = requestOf(act, nowInstant())
    const input = { params, body: withServerFiles(body, serverIds) }
    const answer: unknown = await call(route, input, { idempotencyKey: act.key, resend: false })
    return { kind: 'sent', answer }
  } catch (error) {
    if (isApiError(error)) return outcomeOf(act, error)
    throw error
  }
}
