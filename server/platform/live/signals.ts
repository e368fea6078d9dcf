import pg from 'pg'

type Listener = (body: string) => void

/** Short words between the processes of one installation, over LISTEN/NOTIFY. Nothing that must not be lost travels here. */
export type Signals = {
  on(topic: string, listener: Listener): () => void
  send(topic: string, body: string): void
  close(): Promise<void>
}

const CHANNEL = 'wuyou'
const COALESCE_MS = 20

/**
 * Sends are gathered for 20 ms and go out on a connection of their own: NOTIFY inside a business transaction
 * would make all commits wait for one another.
 */
export const openSignals = async (url: string, onError: (error: unknown) => void): Promise<Signals> => {
  const listeners = new Map<string, Set<Listener>>()
  let waiting: { topic: string; body: string }[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: url, application_name: 'wuyou signals' })
    made.on('error', (error) => {
      if (closed) return
      onError(error)
      void reconnect()
    })
    made.on('notification', ({ payload }) => {
      for (const { topic, body } of parse(payload)) for (const listener of listeners.get(topic) ?? []) listener(body)
    })
    await made.connect()
    await made.query(`listen ${CHANNEL}`)
    return made
  }

  async function reconnect(): Promise<void> {
    for (let wait = 200; !closed; wait = Math.min(wait * 2, 5_000)) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      try {
        client = await connect()
        return
      } catch (error) {
        onError(error)
      }
    }
  }

  let sending: Promise<unknown> = Promise.resolve()
  const flush = () => {
    timer = undefined
    const batch = unique(waiting)
    waiting = []
    // one after the other: a connection carries one statement at a time
    for (const payload of packed(batch))
      sending = sending.then(() => client.query('select pg_notify($1, $2)', [CHANNEL, payload])).catch(onError)
  }

  return {
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set()
      set.add(listener)
      listeners.set(topic, set)
      return () => set.delete(listener)
    },
    send(topic, body) {
      waiting.push({ topic, body })
      timer ??= setTimeout(flush, COALESCE_MS)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      if (waiting.length > 0) flush()
      await sending
      await client.end().catch(() => undefined)
    },
  }
}

type Word = { topic: string; body: string }

const unique = (words: readonly Word[]): Word[] => [...new Map(words.map((w) => [`${w.topic}\n${w.body}`, w])).values()]

// PostgreSQL takes payloads under 8,000 bytes
const packed = (words: readonly Word[]): string[] => {
  const payloads: string[] = []
  let batch: Word[] = []
  let size = 0
  for (const word of words) {
    const cost = Buffer.byteLength(JSON.stringify(word)) + 1
    if (size + cost > 7_000 && batch.length > 0) {
      payloads.push(JSON.stringify(batch))
      batch = []
      size = 0
    }
    batch.push(word)
    size += cost
  }
  if (batch.length > 0) payloads.push(JSON.stringify(batch))
  return payloads
}

const parse = (payload: string | undefined): Word[] => {
  const value: unknown = JSON.parse(payload ?? '[]')
  return Array.isArray(value) ? value.filter(isWord) : []
}
const isWord = (value: unknown): value is Word =>
  typeof value === 'object' &&
  value !== null &&
  'topic' in value &&
  'body' in value &&
  typeof value.topic === 'string' &&
  typeof value.body === 'string'
