import { z } from 'zod'
import { newKey } from '../api.ts'
import { ApiError, parseJson, toApiError } from '../api-error.ts'

export type SendFileOptions = {
  /** Further fields of the form, before the file. */
  fields?: Record<string, string>
  idempotencyKey?: string
  onProgress?: (percent: number) => void
  signal?: AbortSignal
}

/** Sends one file as multipart form data (`file`) and gives the parsed answer; fetch cannot tell progress, so XHR does. */
export const sendFile = <A extends z.ZodType>(
  address: string,
  file: Blob & { name?: string },
  answer: A,
  { fields = {}, idempotencyKey = newKey(), onProgress, signal }: SendFileOptions = {},
): Promise<z.output<A>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', file, file.name ?? 'file')
    request.open('POST', address)
    request.setRequestHeader('idempotency-key', idempotencyKey)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(Math.floor((event.loaded / event.total) * 100))
    }
    request.onerror = () => reject(new ApiError({ code: 'E_NETWORK', status: 0 }))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const body = parseJson(request.responseText)
      const requestId = request.getResponseHeader('x-request-id')
      if (request.status >= 400) return reject(toApiError(request.status, body, requestId))
      const parsed = z.safeParse(answer, body)
      if (parsed.success) resolve(parsed.data)
      else reject(new ApiError({ code: 'E_ANSWER', status: request.status, requestId: requestId ?? undefined }))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
