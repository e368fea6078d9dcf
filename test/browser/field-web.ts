import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type StaffServer, startStaffServer } from './staff-server.ts'

type Reply = { status: number; body: unknown }
/** A refusal as the server words it. */
export const refusalOf = (status: number, code: string, details: object = {}): Reply => ({
  status,
  body: { error: { code, details, requestId: 'line' } },
})
export type Seen = { method: string; path: string; status: number; answer: unknown }
export type FieldServer = {
  url: string
  staff: StaffServer
  /** Every writing call that reached the server, in order. */
  seen: Seen[]
  /** Takes the next matching call, and cuts the line before it answers. */
  swallowNext: RegExp[]
  /** Answers the next matching call in the server's stead. */
  refuseNext: { match: RegExp; reply: Reply }[]
  close(): Promise<void>
}

const bytesOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
const jsonOf = (bytes: Buffer): unknown => {
  try {
    return bytes.length > 0 ? JSON.parse(bytes.toString()) : undefined
  } catch {
    return undefined
  }
}

type Answer = { status: number; headers: IncomingMessage['headers']; bytes: Buffer }
const passOn = (target: URL, incoming: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, headers, url } = incoming
    const out = request({ host: target.hostname, port: target.port, path: url, method, headers }, async (answer) =>
      resolve({ status: answer.statusCode ?? 502, headers: answer.headers, bytes: await bytesOf(answer) }),
    )
    out.on('error', reject)
    out.end(body)
  })

/** The whole product behind a line that tests can cut, and that can refuse a call in the server's stead. */
export const startFieldServer = async (): Promise<FieldServer> => {
  const staff = await startStaffServer()
  const target = new URL(staff.url)
  target.hostname = '127.0.0.1'
  const seen: Seen[] = []
  const swallowNext: RegExp[] = []
  const refuseNext: FieldServer['refuseNext'] = []

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const path = (incoming.url ?? '/').split('?')[0] ?? '/'
    const method = incoming.method ?? 'GET'
    const body = await bytesOf(incoming)
    const refused = refuseNext.findIndex(({ match }) => match.test(`${method} ${path}`))
    const said = refused >= 0 ? refuseNext.splice(refused, 1)[0]?.reply : undefined
    const answer = said
      ? {
          status: said.status,
          headers: { 'content-type': 'application/json' },
          bytes: Buffer.from(JSON.stringify(said.body)),
        }
      : await passOn(target, incoming, body)
    if (method !== 'GET' && path.startsWith('/api/v1/'))
      seen.push({ method, path, status: answer.status, answer: jsonOf(answer.bytes) })
    const cut = swallowNext.findIndex((match) => match.test(`${method} ${path}`))
    if (cut >= 0) {
      swallowNext.splice(cut, 1)
      return outgoing.destroy()
    }
    const { 'transfer-encoding': _whole, ...headers } = answer.headers
    // on a line that is used again the browser itself would send once more when it is cut
    outgoing.writeHead(answer.status, { ...headers, connection: 'close' })
    outgoing.end(answer.bytes)
  }
  const proxy = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
  const address = proxy.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  return {
    url,
    staff,
    seen,
    swallowNext,
    refuseNext,
    close: async () => {
      proxy.closeAllConnections()
      await new Promise((done) => proxy.close(done))
      await staff.close()
    },
  }
}
