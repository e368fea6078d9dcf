import { newKey } from '../api.ts'
import { ApiError, parseJson, toApiError } from '../api-error.ts'

/** How long a browser has to begin with what it keeps. */
const KEPT_MS = 60_000

/** Sends one file and keeps the file that comes back, under `name`, where the browser keeps what is downloaded. */
export const takeFileFor = async (address: string, file: Blob & { name?: string }, name: string): Promise<void> => {
  const form = new FormData()
  form.append('file', file, file.name ?? 'file')
  const answer = await fetch(address, { method: 'POST', body: form, headers: { 'idempotency-key': newKey() } }).catch(
    () => {
      throw new ApiError({ code: 'E_NETWORK', status: 0 })
    },
  )
  if (!answer.ok) throw toApiError(answer.status, parseJson(await answer.text()), answer.headers.get('x-request-id'))
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // some browsers begin to read the file only after the click has returned: revoked at once, there would be nothing to keep
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
