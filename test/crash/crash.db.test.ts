import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInRows } from '#platform/auth/sign-in.ts'
import { newId } from '#platform/ids.ts'
import { databaseUrlOf, type ServerProcess, startServer } from './server-process.ts'

/** Twenty kills prove more than four and take minutes: `CRASH_ROUNDS=20` for the whole proof. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4)
const WRITERS = 8
const LOAD_MS = 900

let dataDir: string
let server: ServerProcess
let cookie: string
const estateId = newId()

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wuyou-crash-'))
  server = await startServer(dataDir)
  await peopleEstate()
  cookie = await signIn()
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const ask = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: databaseUrlOf(dataDir) })
  await client.connect()
  try {
    return (await client.query<T>(sql, values)).rows
  } finally {
    await client.end()
  }
}

const peopleEstate = async () => {
  const [company, centre, staff] = [newId(), newId(), newId()]
  await ask('insert into company (id, name, created_at) values ($1, $2, now())', [company, '崩溃测试公司'])
  await ask('insert into centre (id, company_id, name, created_at) values ($1, $2, $3, now())', [
    centre,
    company,
    '中心',
  ])
  await ask(
    `insert into estate (estate_id, code, name, company_id, centre_id, created_at) values ($1, 'CR', '崩溃小区', $2, $3, now())`,
    [estateId, company, centre],
  )
  await ask(
    `insert into estate_directory (estate_id, code, name, company_id, centre_id, time_zone) values ($1, 'CR', '崩溃小区', $2, $3, 'Asia/Shanghai')`,
    [estateId, company, centre],
  )
  const rows = await signInRows({ id: staff, name: '前台', username: 'desk', password: 'crash-test-1' })
  await ask(
    `insert into staff (id, company_id, username, staff_no, name, created_at) values ($1, $2, 'desk', '1', '前台', now())`,
    [staff, company],
  )
  await ask(
    `insert into staff_role (id, staff_id, role, estate_id, from_date) values ($1, $2, 'frontDeskClerk', $3, '2020-01-01')`,
    [newId(), staff, estateId],
  )
  await ask('insert into auth_user (id, name, email, username, "displayUsername") values ($1, $2, $3, $4, $5)', [
    rows.user.id,
    rows.user.name,
    rows.user.email,
    rows.user.username,
    rows.user.displayUsername,
  ])
  await ask(
    'insert into auth_account (id, "accountId", "providerId", "userId", password) values ($1, $2, $3, $4, $5)',
    [rows.account.id, rows.account.accountId, rows.account.providerId, rows.account.userId, rows.account.password],
  )
}

const signIn = async (): Promise<string> => {
  const answer = await fetch(`${server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ username: 'desk', password: 'crash-test-1' }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
}

const post = async (
  path: string,
  key: string,
  body: object,
): Promise<{ status: number; body: { matter?: { id: string; number: string } } } | undefined> => {
  const answer = await fetch(`${server.url}/api/v1/estates/${estateId}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'idempotency-key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined)
  if (!answer) return undefined
  const text = await answer.text().catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return { status: answer.status, body: JSON.parse(text) }
  } catch {
    return undefined
  }
}

type Intent = { key: string; id?: string; asked?: boolean }
const intents: Intent[] = []

/** One clerk: registers, then asks the line; whatever got no answer is sent again with its own key. */
const carryOn = async (intent: Intent): Promise<boolean> => {
  if (!intent.id) {
    const made = await post('matters', intent.key, {
      contactType: 'service',
      channel: 'phone',
      customerSaid: `水管漏水 ${intent.key}`,
    })
    if (made?.status !== 201 || !made.body.matter) return false
    intent.id = made.body.matter.id
  }
  const asked = await post(`services/${intent.id}/ask-availability`, `ask-${intent.key}`, {
    version: 1,
    line: 'repair',
  })
  intent.asked = asked?.status === 200
  return intent.asked
}

const load = async (until: number) => {
  const work = async () => {
    while (Date.now() < until) {
      const intent: Intent = { key: newId() }
      intents.push(intent)
      if (!(await carryOn(intent))) return
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, work))
}

test('after every kill of server and database all that was acknowledged is there, once, without a gap in the numbers', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const running = load(Date.now() + LOAD_MS * 3)
    await new Promise((resolve) => setTimeout(resolve, LOAD_MS * (0.4 + Math.random() * 0.6)))
    if (round % 2 === 0) await server.kill()
    else await server.killDatabase()
    await running
    server = await startServer(dataDir)
  }
  for (const intent of intents)
    if (!intent.asked) expect(await carryOn(intent), `${intent.key} cannot be finished`).toBe(true)

  const matters = await ask<{
    id: string
    number: string
    said: string
    state: string
    entries: number
    clocks: number
    verbs: string[]
  }>(
    `select m.id, m.number, m.customer_said as said, m.state,
      (select count(*)::int from timeline t where t.estate_id = m.estate_id and t.matter_id = m.id) as entries,
      (select count(*)::int from clock c where c.estate_id = m.estate_id and c.matter_id = m.id) as clocks,
      (select array_agg(coalesce(verb, type) order by t.id) from timeline t where t.estate_id = m.estate_id and t.matter_id = m.id and type in ('registered', 'move')) as verbs
     from matter m where m.estate_id = $1 order by m.number`,
    [estateId],
  )
  expect(matters).toHaveLength(intents.length)
  expect(new Set(matters.map((m) => m.said)).size).toBe(intents.length)
  expect(matters.map((m) => Number(m.number.slice(3)))).toEqual(matters.map((_, i) => i + 1))
  for (const m of matters) {
    expect(m.state).toBe('AVAILABILITY_ASKED')
    expect(m.verbs).toEqual(['registered', 'askAvailability'])
    expect(m.clocks).toBe(2)
  }
  const ids = new Set(matters.map((m) => m.id))
  for (const intent of intents) expect(ids.has(intent.id ?? '')).toBe(true)
}, 600_000)
