import { Agent, request } from 'node:http'
import { newId } from '#platform/ids.ts'
import { PASSWORD } from '../company/size.ts'

/** A signed-in browser: one kept connection for each request under way, JSON in and out. Any answer but success throws. */
export type Client = {
  get(path: string): Promise<unknown>
  /** What is no JSON, such as a paper; its length in characters. */
  load(path: string): Promise<number>
  post(path: string, body: unknown): Promise<unknown>
  /** One file as a form sends it. */
  upload(path: string, name: string, bytes: Buffer): Promise<unknown>
  close(): void
}

type Answer = { status: number; text: string; cookies: string[] }

export const signIn = async (serverUrl: string, username: string): Promise<Client> => {
  const agent = new Agent({ keepAlive: true })
  const send = (method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const isForm = body instanceof Buffer
      const text = body === undefined || isForm ? body : JSON.stringify(body)
      const type =
        text === undefined
          ? {}
          : { ...(isForm ? {} : { 'content-type': 'application/json' }), 'content-length': Buffer.byteLength(text) }
      const sent = request(`${serverUrl}${path}`, { method, agent, headers: { ...headers, ...type } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        )
      })
      sent.on('error', reject)
      sent.end(text)
    })
  const checked = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> => {
    const answer = await send(method, path, headers, body)
    if (answer.status < 200 || answer.status > 299)
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return answer
  }
  const { cookies } = await checked(
    'POST',
    '/api/auth/sign-in/username',
    { origin: serverUrl },
    { username, password: PASSWORD },
  )
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
  return {
    get: async (path) => JSON.parse((await checked('GET', path, { cookie })).text),
    load: async (path) => (await checked('GET', path, { cookie })).text.length,
    post: async (path, body) =>
      JSON.parse((await checked('POST', path, { cookie, 'idempotency-key': newId() }, body)).text),
    upload: async (path, name, bytes) => {
      const boundary = `bench-${newId()}`
      const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
      const form = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
      const headers = {
        cookie,
        'idempotency-key': newId(),
        'content-type': `multipart/form-data; boundary=${boundary}`,
      }
      return JSON.parse((await checked('POST', path, headers, form)).text)
    },
    close: () => agent.destroy(),
  }
}
