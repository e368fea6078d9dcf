import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInRows } from '#platform/auth/sign-in.ts'
import { newId } from '#platform/ids.ts'
import { checkComplaints } from './complaint-checks.ts'
import { goOn, isFinished, newStory, type Person, people, type Send, type Story } from './complaint-stories.ts'
import { databaseUrlOf, type ServerProcess, startServer } from './server-process.ts'

/** Twenty kills prove more than four and take minutes: `CRASH_ROUNDS=20` for the whole proof. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4)
/** Half of them register service requests, half of them move complaints. */
const WRITERS = 8
const LOAD_MS = 900
/** So much is to be under way before each kill, or a slow machine is only ever cut off while it wakes up. */
const STEPS_BEFORE_KILL = 40

let dataDir: string
let server: ServerProcess
let cookies: Record<Person, string>
const estateId = newId()

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wuyou-crash-'))
  server = await startServer(dataDir)
  await peopleEstate()
  cookies = { desk: await signIn('desk'), lead: await signIn('lead') }
}, 120_000)
afterAll(async () => {
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
}, 120_000)

const ask = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => {
  const client = new pg.Client({ connectionString: databaseUrlOf(dataDir) })
  await client.connect()
  try {
    return (await client.query<T & pg.QueryResultRow>(sql, values)).rows
  } finally {
    await client.end()
  }
}

const peopleEstate = async () => {
  const [company, centre] = [newId(), newId()]
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
  for (const [person, role] of [
    ['desk', 'frontDeskClerk'],
    ['lead', 'csLead'],
  ] as const)
    people[person] = await enrol(company, person, role)
}

const enrol = async (company: string, username: Person, role: string): Promise<string> => {
  const staff = newId()
  const rows = await signInRows({ id: staff, name: username, username, password: 'crash-test-1' })
  await ask(
    `insert into staff (id, company_id, username, staff_no, name, created_at) values ($1, $2, $3, $3, $3, now())`,
    [staff, company, username],
  )
  await ask(`insert into staff_role (id, staff_id, role, estate_id, from_date) values ($1, $2, $3, $4, '2020-01-01')`, [
    newId(),
    staff,
    role,
    estateId,
  ])
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
  return staff
}

const signIn = async (username: Person): Promise<string> => {
  const answer = await fetch(`${server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ username, password: 'crash-test-1' }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
}

/** Writes that the server has answered. */
let answered = 0

const send: Send = async ({ by, method, path, body }, key) => {
  const answer = await fetch(`${server.url}/api/v1/estates/${estateId}/${path}`, {
    method,
    headers: {
      cookie: cookies[by],
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => undefined)
  if (!answer) return undefined
  const text = await answer.text().catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const sent = { status: answer.status, body: JSON.parse(text) }
    if (body && answer.ok) answered += 1
    return sent
  } catch {
    return undefined
  }
}
const post = (path: string, key: string, body: object) => send({ by: 'desk', method: 'POST', path, body }, key)

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

const stories: Story[] = []
const untold = new Set<Story>()

/** One clerk: goes on with what was cut off, then with something new, until the server is gone. */
const tell = async () => {
  for (;;) {
    const [waiting] = untold
    const story = waiting ?? newStory(stories.length % 2 === 0 ? 'whole' : 'merged')
    if (waiting) untold.delete(waiting)
    else stories.push(story)
    if (await goOn(story, send)) continue
    untold.add(story)
    return
  }
}

const load = async () => {
  const work = async () => {
    for (;;) {
      const intent: Intent = { key: newId() }
      intents.push(intent)
      if (!(await carryOn(intent))) return
    }
  }
  await Promise.all(Array.from({ length: WRITERS / 2 }, () => [work(), tell()]).flat())
}

test(
  'after every kill of server and database all that was acknowledged is there, once, without a gap in the numbers',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const enough = answered + STEPS_BEFORE_KILL
      const running = load()
      await expect.poll(() => answered, { timeout: 60_000, interval: 50 }).toBeGreaterThanOrEqual(enough)
      await new Promise((resolve) => setTimeout(resolve, LOAD_MS * Math.random()))
      if (round % 2 === 0) await server.kill()
      else await server.killDatabase()
      await running
      server = await startServer(dataDir)
      await checkComplaints(ask, stories)
    }
    for (const intent of intents)
      if (!intent.asked) expect(await carryOn(intent), `${intent.key} cannot be finished`).toBe(true)

    for (const story of stories)
      if (!isFinished(story)) expect(await goOn(story, send), `${story.key} ${story.refused ?? ''}`).toBe(true)
    await checkComplaints(ask, stories)
    const ends = new Map(
      (await ask<{ id: string; state: string }>('select id, state from matter')).map((m) => [m.id, m.state]),
    )
    for (const { kind, ids } of stories)
      expect(ids.map((id) => ends.get(id))).toEqual(kind === 'whole' ? ['CLOSED'] : ['RECEIVED', 'MERGED', 'MERGED'])
    const numbers = await ask<{ number: string }>('select number from matter where estate_id = $1 order by number', [
      estateId,
    ])
    expect(numbers.map((m) => Number(m.number.slice(3)))).toEqual(numbers.map((_, i) => i + 1))
    expect(numbers).toHaveLength(intents.length + stories.flatMap(({ ids }) => ids).length)

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
     from matter m where m.estate_id = $1 and m.kind = 'service' order by m.number`,
      [estateId],
    )
    expect(matters).toHaveLength(intents.length)
    expect(new Set(matters.map((m) => m.said)).size).toBe(intents.length)
    for (const m of matters) {
      expect(m.state).toBe('AVAILABILITY_ASKED')
      expect(m.verbs).toEqual(['registered', 'askAvailability'])
      expect(m.clocks).toBe(2)
    }
    const ids = new Set(matters.map((m) => m.id))
    for (const intent of intents) expect(ids.has(intent.id ?? '')).toBe(true)
  },
  120_000 + ROUNDS * 90_000,
)
