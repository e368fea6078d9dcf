import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { type Message, queueMessages } from './queue-messages.ts'
import { sendMessages } from './send-messages.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())
// what one test leaves waiting is not the next one's
beforeEach(() =>
  t.tx(({ db }) => db.updateTable('outbox_message').set({ state: 'held' }).where('state', '=', 'waiting').execute()),
)

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const lead = () => t.as(t.a.staff.csLead)
const NOON = '2026-11-18T06:30:00.000Z' // a Wednesday, 14:30 in Shanghai
const NIGHT = '2026-11-18T15:30:00.000Z' // 23:30

const queue = (more: Partial<Message> = {}, now = NOON) => {
  const template = `t.${newId()}`
  const message: Message = {
    estateId: t.a.id,
    channel: 'sms',
    template,
    language: 'zh',
    toKind: 'customer',
    toId: newId(),
    toName: '王女士',
    toAddress: '13800138000',
    body: '您的报修已安排',
    ...more,
  }
  return t.tx(
    async (tx) => {
      await queueMessages(tx, [message])
      return tx.db.selectFrom('outbox_message').selectAll().where('template', '=', template).executeTakeFirstOrThrow()
    },
    { now },
  )
}
const find = (id: string) =>
  t.tx(({ db }) => db.selectFrom('outbox_message').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
const post = async (id: string, verb: string) => (await lead().post(url(`outbox/${id}/${verb}`), {})).body

test('KN-205 a message to a customer at night waits for the morning, an urgent one and one to staff do not', async () => {
  expect((await queue({}, NIGHT)).not_before).toBe('2026-11-18T23:00:00.000Z')
  expect((await queue({ urgent: true }, NIGHT)).not_before).toBe(NIGHT)
  expect((await queue({ channel: 'staff', toKind: 'staff' }, NIGHT)).not_before).toBe(NIGHT)
  expect((await queue({}, NOON)).not_before).toBe(NOON)
})

test('KN-205 neither the noon break nor dinner is disturbed, nor a wished time that falls into them', async () => {
  expect((await queue({}, '2026-11-18T04:30:00.000Z')).not_before).toBe('2026-11-18T06:00:00.000Z')
  expect((await queue({ notBefore: '2026-11-18T10:20:00.000Z' })).not_before).toBe('2026-11-18T11:00:00.000Z')
})

test('where messages to customers are switched off they are held for an operator', async () => {
  await t.tx(({ db, now }) =>
    db
      .insertInto('estate_setting')
      .values({
        estate_id: t.b.id,
        key: 'notify.customerMessages',
        value: 'false',
        updated_at: now,
        updated_by: t.b.staff.csLead,
      })
      .execute(),
  )
  expect((await queue({ estateId: t.b.id })).state).toBe('held')
  expect((await queue({ estateId: t.b.id, toKind: 'public', channel: 'notice' })).state).toBe('waiting')
})

test('without a gateway the sender marks a message as shown only, and leaves alone what must still wait', async () => {
  const due = await queue()
  const later = await queue({ notBefore: '2099-01-01T06:30:00.000Z' })
  const held = await queue()
  await post(held.id, 'hold')
  await sendMessages.handle(t.house)
  expect(await find(due.id)).toMatchObject({ state: 'sent', via: 'shown', attempts: 1, error: null })
  expect((await find(later.id)).state).toBe('waiting')
  expect((await find(held.id)).state).toBe('held')
})

/** A gateway for one test; `status` may be changed while it runs. */
const withGateway = async (
  work: (gateway: { house: TestHouse['house']; texts: string[]; answer: { status: number } }) => Promise<void>,
) => {
  const texts: string[] = []
  const answer = { status: 200 }
  const server = createServer(async (request, response) => {
    texts.push(JSON.parse(await text(request)).text)
    response.writeHead(answer.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const house = {
    ...t.house,
    config: { ...t.house.config, NOTIFY_SMS: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` },
  }
  try {
    await work({ house, texts, answer })
  } finally {
    server.close()
  }
}

test('a gateway that fails is tried again later, its failure is shown, and an operator lets the message try anew', async () => {
  const row = await queue({ body: '明天上午停水' })
  await withGateway(async ({ house, texts, answer }) => {
    answer.status = 503
    await sendMessages.handle(house)
    const waiting = await find(row.id)
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, error: 'HTTP 503', via: null })
    await sendMessages.handle(house)
    expect(texts).toHaveLength(1)
    await t.tx(({ db }) =>
      db.updateTable('outbox_message').set({ not_before: NOON, attempts: 4 }).where('id', '=', row.id).execute(),
    )
    await sendMessages.handle(house)
    expect(await find(row.id)).toMatchObject({ state: 'failed', attempts: 5, error: 'HTTP 503' })
    const shown = (await lead().get(url('outbox?state=failed'))).body.rows
    expect(shown[0]).toMatchObject({ id: row.id, error: 'HTTP 503', moves: ['release', 'markRead'] })

    answer.status = 200
    expect(await post(row.id, 'release')).toMatchObject({ state: 'waiting', attempts: 0, error: null })
    await t.tx(({ db }) =>
      db.updateTable('outbox_message').set({ not_before: NOON }).where('id', '=', row.id).execute(),
    )
    await sendMessages.handle(house)
    expect(await find(row.id)).toMatchObject({ state: 'sent', via: 'sms-http', attempts: 1, error: null })
    expect(texts).toEqual(['明天上午停水', '明天上午停水', '明天上午停水'])
  })
})

test('two senders at once send each message once', async () => {
  const rows = await Promise.all(Array.from({ length: 25 }, (_, i) => queue({ body: `第${i}条` })))
  await withGateway(async ({ house, texts }) => {
    await Promise.all([sendMessages.handle(house), sendMessages.handle(house)])
    expect(texts.sort()).toEqual(rows.map((r) => r.body).sort())
  })
})

test('an operator holds, releases and marks messages; others only look, and a customer’s number stays masked', async () => {
  const row = await queue()
  const shown = (await lead().get(url(`outbox?customerId=${row.to_id}`))).body.rows[0]
  expect(shown).toMatchObject({
    id: row.id,
    to: { name: '王女士', address: '138****8000' },
    moves: ['hold', 'markRead'],
  })
  expect(await post(row.id, 'hold')).toMatchObject({ state: 'held', moves: ['release', 'markRead'] })
  expect((await post(row.id, 'hold')).error.code).toBe('E_STATE_CHANGED')
  expect((await post(row.id, 'read')).readAt).not.toBeNull()
  expect((await t.as(t.a.staff.qualityDept).post(url(`outbox/${row.id}/release`), {})).status).toBe(403)
  expect((await t.as(t.a.staff.qualityDept).get(url('outbox?limit=1'))).body.rows[0].moves).toEqual([])
  expect(
    (await t.as(t.b.staff.csLead).get(`/api/v1/estates/${t.b.id}/outbox?customerId=${row.to_id}`)).body.rows,
  ).toEqual([])
  const staff = await queue({ channel: 'staff', toKind: 'staff', toId: t.a.staff.csLead })
  expect((await post(staff.id, 'hold')).error.code).toBe('E_NOT_FOUND')
  expect(String((await lead().get(url('outbox.xlsx'))).headers['content-type'])).toContain('spreadsheetml')
})

test('FD-770 what is confidential is found in the outbox by whom it was told and by the quality department, page after page', async () => {
  const reader = t.a.staff.csLead
  const staff = { channel: 'staff', toKind: 'staff' } as const
  const open = await queue({ ...staff, toId: reader, body: '众所周知' })
  const own = await queue({ ...staff, toId: reader, body: '只给您看', confidential: true })
  const other = await queue({ ...staff, toId: t.a.staff.guard, body: '只给他看', confidential: true })
  const ids = async (who: string, query = '') => {
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { rows: { id: string }[]; next: string | null } = (
        await t.as(who).get(url(`outbox?limit=1&channel=staff${query}${cursor && `&cursor=${cursor}`}`))
      ).body
      found.push(...page.rows.map((r) => r.id))
      cursor = page.next
    }
    return found
  }
  const seen = await ids(reader)
  expect([seen.includes(open.id), seen.includes(own.id), seen.includes(other.id)]).toEqual([true, true, false])
  expect(await ids(reader, `&staffId=${t.a.staff.guard}`)).toEqual([])
  const all = await ids(t.a.staff.qualityDept)
  expect([open, own, other].every((m) => all.includes(m.id))).toBe(true)
})

test('my messages come unread first, page by page, and are marked by their reader alone', async () => {
  const reader = await t.hire(t.a.id, 'frontDeskClerk')
  const tell = (body: string) => queue({ channel: 'staff', toKind: 'staff', toId: reader, body })
  const rows = [await tell('一'), await tell('二'), await tell('三')]
  const own = t.as(reader)
  expect((await own.get('/api/v1/my-messages/unread')).body).toEqual({
    unread: 3,
    estates: [{ estateId: t.a.id, unread: 3 }],
  })
  expect((await own.post(url('my-messages/read'), { ids: [rows[2]?.id] })).body).toEqual({ unread: 2 })
  await lead().post(url('my-messages/read'), { ids: rows.map((r) => r.id) })
  const bodies: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { rows: { body: string }[]; next: string | null } = (
      await own.get(url(`my-messages?limit=1${cursor && `&cursor=${cursor}`}`))
    ).body
    bodies.push(...page.rows.map((r) => r.body))
    cursor = page.next
  }
  expect(bodies).toEqual(['二', '一', '三'])
  expect((await own.get(url('my-messages?unread=true'))).body.rows).toHaveLength(2)
  expect((await own.post(url('my-messages/read'), {})).body).toEqual({ unread: 0 })
})
