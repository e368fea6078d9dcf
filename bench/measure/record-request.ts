import pg from 'pg'
import { readConfig } from '#platform/config/config.ts'
import { newId } from '#platform/ids.ts'
import { makeLog } from '#platform/log/log.ts'
import type { OpenHouse } from '#platform/open-house.ts'
import { buildApp } from '#server/build-app.ts'
import { clerkOf, PASSWORD } from '../company/size.ts'
import { type Desk, newMatter, pathOf } from './new-matter.ts'

export type Statement = { text: string; values: readonly unknown[]; named: boolean }

const WARM_UP = 8

/** The configuration of a house inside the measuring process: as the server has it, and silent. */
export const benchConfig = (databaseUrl: string, dataDir: string) =>
  readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SECOND_FACTOR: 'off',
    LOG_LEVEL: 'silent',
    DEMO: '0',
    RATE_LIMIT_PER_MINUTE: '1000000',
  })
export const silence = () => makeLog('silent')

/**
 * Registers matters through the whole server inside this process and returns, for the last two, the statements of the
 * transaction as they went over the wire: what is in one and not in the other are its own fresh ids.
 */
export const recordRequests = async (house: OpenHouse, desk: Desk): Promise<[Statement[], Statement[]]> => {
  const app = await buildApp(house, { checkAnswers: false })
  const recording: Recording = { sent: [], on: false }
  const stop = listen(recording)
  try {
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      headers: { origin: 'http://localhost', host: 'localhost' },
      payload: { username: clerkOf(desk.estate), password: PASSWORD },
    })
    const cookie = [signedIn.headers['set-cookie']]
      .flat()
      .map((one) => one?.split(';')[0])
      .join('; ')
    const register = async (): Promise<Statement[]> => {
      recording.sent = []
      recording.on = true
      const headers = { cookie, 'idempotency-key': newId() }
      const answer = await app.inject({ method: 'POST', url: pathOf(desk), headers, payload: newMatter(desk) })
      recording.on = false
      if (answer.statusCode !== 201) throw new Error(`recording: ${answer.statusCode} ${answer.body}`)
      return transactionOf(recording.sent)
    }
    // statements that come again are prepared under a name from the third time on
    for (let n = 0; n < WARM_UP; n += 1) await register()
    return [await register(), await register()]
  } finally {
    stop()
    await app.close()
  }
}

type Query = (...args: unknown[]) => unknown
type Recording = { sent: { by: unknown; statement: Statement }[]; on: boolean }

/** From `begin` to `commit` on its own connection; news of the request before travels on another one meanwhile. */
const transactionOf = (sent: Recording['sent']): Statement[] => {
  const begin = sent.find(({ statement }) => statement.text.startsWith('begin;'))
  const own = sent.filter(({ by }) => by === begin?.by).map(({ statement }) => statement)
  const from = own.findIndex(({ text }) => text.startsWith('begin;'))
  const to = own.findIndex(({ text }, i) => i > from && text === 'commit')
  if (from < 0 || to < 0) throw new Error('the recorded request has no transaction')
  return own.slice(from, to + 1)
}

const listen = (recording: Recording): (() => void) => {
  const prototype = pg.Client.prototype as { query: Query }
  const send = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    if (recording.on) recording.sent.push(...statementOf(args).map((statement) => ({ by: this, statement })))
    return send.apply(this, args)
  }
  return () => {
    prototype.query = send
  }
}

const statementOf = ([first, second]: readonly unknown[]): Statement[] => {
  if (typeof first === 'string') return [{ text: first, values: Array.isArray(second) ? second : [], named: false }]
  if (typeof first !== 'object' || first === null || !('text' in first) || typeof first.text !== 'string') return []
  const values = 'values' in first && Array.isArray(first.values) ? first.values : Array.isArray(second) ? second : []
  return [{ text: first.text, values, named: 'name' in first && typeof first.name === 'string' }]
}
