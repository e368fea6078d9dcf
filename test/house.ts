import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Line, ROLE_CODES, type Role } from '#contract/permissions.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { loadActor } from '#platform/auth/load-actor.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { readConfig } from '#platform/config/config.ts'
import { instantNow, inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { newId } from '#platform/ids.ts'
import { makeLog } from '#platform/log/log.ts'
import { openHouse } from '#platform/open-house.ts'
import { buildApp } from '#server/build-app.ts'
import { freshDatabase } from './db/fresh-database.ts'

export type TestEstate = { id: Uuid; code: string; staff: Record<Role, Uuid> }

export type TestHouse = {
  house: House
  app: FastifyInstance
  companyId: Uuid
  centreId: Uuid
  /** Two estates of one company, each with one person per role. */
  a: TestEstate
  b: TestEstate
  /** Sends a request as this person; JSON in, JSON out. */
  as(staffId: Uuid): Client
  /** One transaction in the scope of both estates, for factories and looks into the tables. */
  tx<T>(work: (tx: Tx) => Promise<T | Refusal>, options?: { now?: string }): Promise<T>
  /** A further person with this role (and line) in an estate. */
  hire(estateId: Uuid, role: Role, options?: { line?: Line; name?: string }): Promise<Uuid>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of any shape, looked at by assertions
export type Answer = { status: number; body: any; headers: Record<string, unknown> }
export type Client = {
  get(url: string): Promise<Answer>
  post(url: string, body?: unknown, key?: string): Promise<Answer>
  put(url: string, body?: unknown, key?: string): Promise<Answer>
  send(options: InjectOptions): Promise<Answer>
}

const LINE_OF: Partial<Record<Role, Line>> = {
  repairLead: 'repair',
  technician: 'repair',
  provider: 'repair',
  lineLead: 'security',
  housekeepingLead: 'housekeeping',
  cleaner: 'cleaning',
  guard: 'security',
}

/**
 * A whole house on a database of its own: every route with real PostgreSQL and real checks. Only the password is left
 * out: who sends a request is said by a header that no real server reads.
 * `sameRoles`: nobody's roles change while it stands, so they are read once; for tests that send thousands of requests.
 * `settings`: as an operator would give them in the environment.
 */
export const openTestHouse = async (
  options: { sameRoles?: boolean; settings?: Record<string, string> } = {},
): Promise<TestHouse> => {
  const fresh = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'wuyou-test-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    DATABASE_URL: fresh.ownerUrl,
    RATE_LIMIT_PER_MINUTE: '1000000',
    SECOND_FACTOR: 'off',
    ...options.settings,
  })
  const opened = await openHouse(config, makeLog(process.env.TEST_LOG ?? 'silent'), fresh.ownerUrl, 'http://localhost')
  const actors = new Map<string, ReturnType<typeof loadActor>>()
  const actorOf = (id: string) => {
    const actor = actors.get(id) ?? loadActor(opened.database, id, { required: false, roles: new Set() })
    if (options.sameRoles) actors.set(id, actor)
    return actor
  }
  const house: House = {
    ...opened,
    sessions: {
      ...opened.sessions,
      actorOf: async (headers) => {
        const id = headers.get('cookie')?.match(/^test=([0-9a-f-]+)$/)?.[1]
        return id ? actorOf(id) : null
      },
    },
  }
  const app = await buildApp(house, { checkAnswers: true })
  const companyId = newId()
  const centreId = newId()
  const ids = { a: newId(), b: newId() }
  const scope = [ids.a, ids.b]
  const tx: TestHouse['tx'] = async (work, options = {}) => {
    const result = await inTransaction(opened.database, { scope, ...(options.now ? { now: options.now } : {}) }, work)
    if (isRefusal(result))
      throw new Error(`refused: ${result.code} ${result.field ?? ''} ${JSON.stringify(result.details)}`)
    return result
  }
  type Post = { estateId: Uuid; role: Role; line?: Line | undefined; name?: string | undefined }
  const enrol = (posts: readonly Post[]): Promise<Uuid[]> =>
    tx(async ({ db, now }) => {
      const people = posts.map((post) => ({ ...post, id: newId() }))
      await db
        .insertInto('staff')
        .values(
          people.map(({ id, role, name }) => {
            const username = `u${id.slice(-12)}`
            return {
              id,
              company_id: companyId,
              username,
              staff_no: username,
              name: name ?? `${role}员`,
              created_at: now,
            }
          }),
        )
        .execute()
      await db
        .insertInto('staff_role')
        .values(
          people.map(({ id, role, estateId, line }) => ({
            id: newId(),
            staff_id: id,
            role,
            estate_id: estateId,
            line: line ?? LINE_OF[role] ?? null,
            from_date: '2020-01-01',
          })),
        )
        .execute()
      return people.map(({ id }) => id)
    })
  const hire: TestHouse['hire'] = async (estateId, role, options = {}) => {
    const [id] = await enrol([{ estateId, role, ...options }])
    if (!id) throw new Error('nobody was hired')
    return id
  }
  await tx(async ({ db, now }) => {
    await db.insertInto('company').values({ id: companyId, name: '测试物业公司', created_at: now }).execute()
    await db
      .insertInto('centre')
      .values({ id: centreId, company_id: companyId, name: '测试服务中心', created_at: now })
      .execute()
    for (const [key, code] of [
      ['a', 'TA'],
      ['b', 'TB'],
    ] as const) {
      const shared = { estate_id: ids[key], code, name: `测试小区${code}`, company_id: companyId, centre_id: centreId }
      await db
        .insertInto('estate')
        .values({ ...shared, created_at: now })
        .execute()
      await db
        .insertInto('estate_directory')
        .values({ ...shared, time_zone: 'Asia/Shanghai' })
        .execute()
    }
    const year = Number(instantNow().slice(0, 4))
    const { rows, known } = seedWorkCalendar([year - 1, year, year + 1])
    await db
      .insertInto('calendar_year')
      .values(known.map((y) => ({ year: y, source: 'test' })))
      .execute()
    await db.insertInto('calendar_day').values(rows).execute()
  })
  const staffOf = async (estateId: Uuid) => {
    const people = await enrol(ROLE_CODES.map((role) => ({ estateId, role })))
    return Object.fromEntries(ROLE_CODES.map((role, i) => [role, people[i]])) as Record<Role, Uuid>
  }
  const a: TestEstate = { id: ids.a, code: 'TA', staff: await staffOf(ids.a) }
  const b: TestEstate = { id: ids.b, code: 'TB', staff: await staffOf(ids.b) }
  return {
    house,
    app,
    companyId,
    centreId,
    a,
    b,
    tx,
    hire,
    as: (staffId) => clientOf(app, staffId),
    close: async () => {
      await app.close()
      await opened.close()
      await fresh.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const clientOf = (app: FastifyInstance, staffId: Uuid): Client => {
  const send = async (options: InjectOptions): Promise<Answer> => {
    const answer = await app.inject({ ...options, headers: { cookie: `test=${staffId}`, ...options.headers } })
    const type = String(answer.headers['content-type'] ?? '')
    return {
      status: answer.statusCode,
      body: type.includes('json') ? answer.json() : answer.rawPayload,
      headers: answer.headers,
    }
  }
  const write =
    (method: 'POST' | 'PUT') =>
    (url: string, body: unknown = {}, key = newId()) =>
      send({
        method,
        url,
        headers: { 'idempotency-key': key, 'content-type': 'application/json' },
        payload: JSON.stringify(body),
      })
  return { get: (url) => send({ method: 'GET', url }), post: write('POST'), put: write('PUT'), send }
}
