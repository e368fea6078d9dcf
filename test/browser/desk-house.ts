import type { APIRequestContext, Browser } from 'playwright-core'
import sharp from 'sharp'
import { z } from 'zod'
import { listCalls } from '#contract/calls.ts'
import { listMatters, MatterAnswer, type MatterLine } from '#contract/matters.ts'
import { OmniboxAnswer } from '#contract/omnibox.ts'
import { UnitCard } from '#contract/units.ts'
import { DEMO_PASSWORD } from '#server/seed/demo-accounts.ts'
import type { StaffServer } from './staff-server.ts'

/** Names that no translation touches: the clerk and the centre of the demo. */
export const askedBy = /林晓雨|^雨$|翠湖物业服务中心|翠湖花园/g

/** A room of the demo with somebody in it whose number is known, and the people around the desk. */
export type DeskHouse = {
  unitId: string
  room: string
  customerId: string
  phone: string
  ring(callerNumber: string): Promise<void>
  /** Every call has ended. */
  hangUp(): Promise<void>
  arrive(name: string): Promise<void>
  register(body: { contactType: string; customerSaid: string; unitId: string }): Promise<{ id: string; number: string }>
  matter(number: string): Promise<MatterLine>
  titled(title: string): Promise<readonly MatterLine[]>
  calls(): Promise<z.output<typeof listCalls.response>['rows']>
  timeline(matterId: string): Promise<unknown>
}

export type Hands = {
  get(path: string): Promise<unknown>
  send(method: 'post' | 'put', path: string, body: unknown): Promise<unknown>
  /** A real picture sent up to this estate; its id. */
  photo(estate: string): Promise<string>
}

export const handsOf = async (request: APIRequestContext, { url }: StaffServer, username: string): Promise<Hands> => {
  const told = async (answer: Awaited<ReturnType<APIRequestContext['get']>>): Promise<unknown> => {
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  const headers = { origin: url }
  await told(
    await request.post(`${url}/api/auth/sign-in/username`, { data: { username, password: DEMO_PASSWORD }, headers }),
  )
  return {
    get: async (path) => told(await request.get(url + path)),
    send: async (method, path, data) =>
      told(
        await request[method](url + path, { data, headers: { ...headers, 'idempotency-key': crypto.randomUUID() } }),
      ),
    photo: async (estate) => {
      const drawn = sharp({ create: { width: 64, height: 48, channels: 3, background: '#c60' } }).jpeg()
      const file = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: await drawn.toBuffer() }
      const sent = await request.post(`${url}${estate}/files?purpose=photo`, {
        multipart: { file },
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      })
      return z.object({ id: z.string() }).parse(await told(sent)).id
    },
  }
}

const Sheet = z.object({ sheet: z.object({ id: z.string(), version: z.number() }) })
const POOL = { name: '游泳池几点开放', answer: '每天 7:00–21:00，周一上午消毒闭馆', keywords: '泳池 开放时间' }

export const openDeskHouse = async (browser: Browser, server: StaffServer): Promise<DeskHouse> => {
  const as = async (username: string) => handsOf((await browser.newContext()).request, server, username)
  const [clerk, exchange, writer, reader, head] = await Promise.all(
    ['qiantai', 'zhongkong', 'kefuzhuguan', 'qiantaizhang', 'zhuren'].map(as),
  )
  if (!clerk || !exchange || !writer || !reader || !head) throw new Error('a demo account is missing')
  const estate = `/api/v1/estates/${server.estateId}`
  const list = async (query: string) => listMatters.response.parse(await clerk.get(`${estate}/matters?${query}`)).rows

  // A sheet in force: written by one, checked by another, approved by a third.
  const draft = await writer.send('put', `${estate}/must-know/draft`, {
    version: 0,
    content: { more: [POOL] },
    summary: '首版',
  })
  const written = Sheet.parse(draft).sheet
  const read = Sheet.parse(
    await reader.send('post', `${estate}/must-know/versions/${written.id}/check`, { version: written.version }),
  ).sheet
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
  await head.send('post', `${estate}/must-know/versions/${written.id}/approve`, {
    version: read.version,
    effectiveDate: today,
  })

  const { hits } = OmniboxAnswer.parse(await clerk.get(`${estate}/omnibox?q=3-2-1203`))
  const unit = hits.find((hit) => hit.kind === 'unit')
  if (!unit) throw new Error('the demo has no room 3-2-1203')
  const card = UnitCard.parse(await clerk.get(`${estate}/units/${unit.id}/card`))
  const person = card.residents.find((one) => one.phones.length > 0)
  const itemId = person?.phones[0]?.id
  if (!person || !itemId) throw new Error('nobody in 3-2-1203 has a telephone')
  const whole = await writer.send('post', `${estate}/customers/${person.customer.id}/unmask`, {
    field: 'phone',
    itemId,
    purpose: '测试',
  })

  let calls = 0
  let ended = 0
  return {
    unitId: unit.id,
    room: card.unit.display,
    customerId: person.customer.id,
    phone: z.object({ value: z.string() }).parse(whole).value,
    ring: async (callerNumber) => {
      calls += 1
      await exchange.send('post', '/api/v1/calls/ringing', {
        estateId: server.estateId,
        callerNumber,
        callId: `call ${calls}`,
      })
    },
    hangUp: async () => {
      for (; calls > ended; ended += 1) {
        const call = { estateId: server.estateId, callId: `call ${ended + 1}`, event: 'ended' }
        await exchange.send('post', '/api/v1/calls/news', call)
      }
    },
    arrive: async (name) => void (await clerk.send('post', `${estate}/queue`, { name })),
    register: async (body) =>
      MatterAnswer.parse(await clerk.send('post', `${estate}/matters`, { channel: 'phone', ...body })).matter,
    matter: async (number) => {
      const row = (await list(`q=${number}`)).find((one) => one.number === number)
      if (!row) throw new Error(`no matter ${number}`)
      return row
    },
    titled: async (title) =>
      (await list(`q=${encodeURIComponent(title)}&limit=50`)).filter((row) => row.title === title),
    calls: async () => listCalls.response.parse(await clerk.get(`${estate}/calls`)).rows,
    timeline: (matterId) => clerk.get(`${estate}/matters/${matterId}/timeline`),
  }
}
