import type { Database } from '#platform/db/pool.ts'
import type { OpenHouse } from '#platform/open-house.ts'
import { clerkOf } from '../company/size.ts'
import { ratio, spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { type Client, signIn } from '../server/client.ts'
import type { Server } from '../server/start-server.ts'
import { drive } from './drive.ts'
import { type Desk, desksOf, newMatter, pathOf } from './new-matter.ts'
import { recordRequests } from './record-request.ts'
import { atDesk, freshIds, replay } from './replay.ts'

const CLIENTS = 8
const ROUNDS = 3
const ROUND_MS = 4_000
const WARM_UP_MS = 1_500
const LEAST_RATIO = 0.6
const LOOK_EVERY_MS = 250

/** Registering over HTTP beside the same statements over plain connections, turn by turn, so that both meet the same noise. */
export const measureCreation = async (server: Server, house: OpenHouse, estates: number): Promise<Figure[]> => {
  const memory = watchMemory(server)
  const spread = desksOf(estates, CLIENTS)
  const [first] = spread
  if (!first) throw new Error('no desk')
  const one = Array.from({ length: CLIENTS }, () => first)
  const [recorded, other] = await recordRequests(house, first)
  const ids = freshIds(recorded, other)
  const clients = new Map<number, Client>()
  for (const { estate } of spread) clients.set(estate, await signIn(server.url, clerkOf(estate)))
  const clientOf = (desk: Desk): Client => {
    const client = clients.get(desk.estate)
    if (!client) throw new Error(`nobody is signed in at estate ${desk.estate}`)
    return client
  }
  const http = (desks: readonly Desk[]) => desks.map((desk) => () => clientOf(desk).post(pathOf(desk), newMatter(desk)))
  const plain = await plainConnections(house.database)
  const sql = (desks: readonly Desk[]) =>
    desks.map((desk, i) => {
      const statements = atDesk(recorded, first, desk, ids)
      return () => plain.use(i, (client) => replay(client, statements, ids))
    })
  try {
    const figures: Figure[] = []
    for (const [where, desks] of [
      ['eight estates', spread],
      ['one estate', one],
    ] as const)
      figures.push(...(await compare(where, http(desks), sql(desks), recorded.length)))
    return [...figures, memoryFigure('most under load', await memory.stop())]
  } finally {
    await memory.stop()
    await plain.close()
    for (const client of clients.values()) client.close()
  }
}

export const memoryFigure = (when: string, bytes: number): Figure => ({
  what: `server memory, ${when}`,
  value: bytes / 1024 / 1024,
  unit: 'MB',
})

type Workers = readonly (() => Promise<unknown>)[]

const compare = async (where: string, http: Workers, sql: Workers, statements: number): Promise<Figure[]> => {
  await drive(http, WARM_UP_MS)
  await drive(sql, WARM_UP_MS)
  const total = { http: { each: [] as number[], ms: 0 }, sql: { each: [] as number[], ms: 0 } }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [way, workers] of [
      ['http', http],
      ['sql', sql],
    ] as const) {
      const { each, elapsedMs } = await drive(workers, ROUND_MS)
      total[way].each.push(...each)
      total[way].ms += elapsedMs
    }
  const rate = (way: 'http' | 'sql') => ratio(total[way].each.length * 1_000, total[way].ms)
  const detail = { httpPerSecond: rate('http'), sqlPerSecond: rate('sql'), statements }
  return [
    {
      what: `create a matter, ${where}: HTTP to SQL`,
      value: ratio(rate('http'), rate('sql')),
      unit: '',
      aim: { least: LEAST_RATIO },
      detail,
    },
    { what: `create a matter, ${where}: HTTP`, value: rate('http'), unit: '/s', spread: spreadOf(total.http.each) },
    { what: `create a matter, ${where}: SQL`, value: rate('sql'), unit: '/s', spread: spreadOf(total.sql.each) },
  ]
}

/** Connections as the server's own: its role, its time zone, its types. */
const plainConnections = async (database: Database) => {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => database.pool.connect()))
  return {
    use: (i: number, work: (client: (typeof clients)[number]) => Promise<void>) => {
      const client = clients[i]
      if (!client) throw new Error(`no connection ${i}`)
      return work(client)
    },
    close: async () => {
      for (const client of clients) client.release(true)
    },
  }
}

const watchMemory = (server: Server) => {
  let most = 0
  let going = true
  const look = async () => {
    while (going) {
      most = Math.max(most, await server.memory())
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }
  const done = look()
  return {
    stop: async () => {
      going = false
      await done
      return most
    },
  }
}
