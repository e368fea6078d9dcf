import type { APIRequestContext, Browser } from 'playwright-core'
import sharp from 'sharp'
import { z } from 'zod'
import { listMatters, MatterAnswer, type MatterLine, type MatterView } from '#contract/matters.ts'
import { OmniboxAnswer } from '#contract/omnibox.ts'
import { listOrders, OrderView } from '#contract/orders.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { type Hands, handsOf } from './desk-house.ts'
import type { StaffServer } from './staff-server.ts'

const HOUR_MS = 3_600_000
const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
const ENTRY = { ground: 'residentPresent', consentBy: '周丽华', badgeShown: true, shoeCovers: true }

/** Repairs of the demo, brought by the real routes to where a test wants to look at them. */
export type FieldHouse = {
  clerk: Hands
  lead: Hands
  technician: Hands
  estate: string
  unitId: string
  photo: Buffer
  register(customerSaid: string, more?: object): Promise<MatterView>
  /** Registered, and the repair line has been asked whether somebody can go. */
  ask(customerSaid: string): Promise<MatterView>
  /** Asked, answered for this technician and told to the customer: its order is offered. */
  offer(customerSaid: string): Promise<OrderView>
  act(order: { id: string }, verb: string, input?: object): Promise<OrderView>
  order(id: string): Promise<OrderView>
  /** Work done and accepted by its first receiver: the callback is due. */
  callbackDue(customerSaid: string): Promise<MatterView>
  titled(title: string): Promise<MatterLine>
}

export const openFieldHouse = async (browser: Browser, server: StaffServer): Promise<FieldHouse> => {
  const contexts: APIRequestContext[] = []
  const as = async (username: string) => {
    const { request } = await browser.newContext()
    contexts.push(request)
    return handsOf(request, server, username)
  }
  const [clerk, lead, technician] = [await as('qiantai'), await as('gongcheng'), await as('jishu')]
  const technicians = contexts[2]
  if (!technicians) throw new Error('nobody uploads photos')
  const estate = `/api/v1/estates/${server.estateId}`
  const { hits } = OmniboxAnswer.parse(await clerk.get(`${estate}/omnibox?q=3-2-1203`))
  const unitId = hits.find((hit) => hit.kind === 'unit')?.id
  if (!unitId) throw new Error('the demo has no room 3-2-1203')
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7fa0a8' } })
    .jpeg()
    .toBuffer()
  const executorId = demoId('staff jishu')

  const matterOf = async (id: string) => MatterAnswer.shape.matter.parse(await clerk.get(`${estate}/matters/${id}`))
  const move = async (who: Hands, id: string, verb: string, input: object = {}) => {
    const { version } = await matterOf(id)
    return MatterAnswer.parse(await who.send('post', `${estate}/services/${id}/${verb}`, { version, ...input })).matter
  }
  const order = async (id: string) => OrderView.parse(await lead.get(`${estate}/orders/${id}`))
  const act: FieldHouse['act'] = async ({ id }, verb, input = {}) => {
    const { version } = await order(id)
    const answer = await technician.send('post', `${estate}/orders/${id}/${verb}`, { version, ...input })
    return z.object({ order: OrderView }).parse(answer).order
  }
  const upload = async (purpose: 'before' | 'after') => {
    const answer = await technicians.post(`${server.url}${estate}/files?purpose=${purpose}`, {
      multipart: { file: { name: `${purpose}.jpg`, mimeType: 'image/jpeg', buffer: photo } },
      headers: { origin: server.url, 'idempotency-key': crypto.randomUUID() },
    })
    return { fileId: z.object({ id: z.string() }).parse(await answer.json()).id, purpose }
  }

  const register: FieldHouse['register'] = async (customerSaid, more = {}) => {
    const body = {
      contactType: 'service',
      channel: 'phone',
      customerSaid,
      unitId,
      customerName: '周丽华',
      contactPhone: '13900001111',
      line: 'repair',
      ...more,
    }
    return MatterAnswer.parse(await clerk.send('post', `${estate}/matters`, body)).matter
  }
  const ask: FieldHouse['ask'] = async (customerSaid) => {
    const { id } = await register(customerSaid)
    return move(clerk, id, 'ask-availability', { line: 'repair' })
  }
  const offer: FieldHouse['offer'] = async (customerSaid) => {
    const { id } = await ask(customerSaid)
    const time = { from: at(1), to: at(2) }
    await move(lead, id, 'answer-available', { executorId, ...time })
    await move(clerk, id, 'confirm-to-customer', { ...time, toldBy: 'phone' })
    const { rows } = listOrders.response.parse(await lead.get(`${estate}/orders?matterId=${id}`))
    if (!rows[0]) throw new Error(`${customerSaid}: no order was offered`)
    return order(rows[0].id)
  }
  const callbackDue: FieldHouse['callbackDue'] = async (customerSaid) => {
    const offered = await offer(customerSaid)
    for (const verb of ['accept', 'go-on-the-way', 'arrive']) await act(offered, verb)
    await act(offered, 'start-work', { entry: ENTRY })
    await act(offered, 'finish', {
      result: '已修好,试水正常',
      files: [await upload('before'), await upload('after')],
      signature: { signer: '周丽华', capacity: 'owner', medium: 'screen' },
    })
    return move(clerk, offered.matter.id, 'accept-result', { supervisionNote: '与技术员电话核实' })
  }
  const titled: FieldHouse['titled'] = async (title) => {
    const answer = await clerk.get(`${estate}/matters?q=${encodeURIComponent(title)}&limit=50`)
    const row = listMatters.response.parse(answer).rows.find((one) => one.title === title)
    if (!row) throw new Error(`no matter ${title}`)
    return row
  }
  return { clerk, lead, technician, estate, unitId, photo, register, ask, offer, act, order, callbackDue, titled }
}
