import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Database } from '#platform/db/pool.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'

/** Life stops at the present: what would come later has not happened yet, and the matter stands open where it is. */
class NotYet extends Error {}

/**
 * How a step stands to the others: `free` beside any other; `inTurn` when all before it is done (what takes the next
 * number of a series); `alone` the same, and nothing runs beside it (what looks at everything).
 */
export type Order = 'free' | 'inTurn' | 'alone'

/** One step of a story: this work in a transaction of its own, at this moment of the story. */
export type Step = <T>(now: Instant, work: (tx: Tx) => Promise<T | Refusal>, order?: Order) => Promise<T>

export type Told = { end: Instant; story: (step: Step) => Promise<void> }

type Waiting = { at: Instant; nth: number; order: Order; run(lane: Database): Promise<void> }

const LANES = 3

/**
 * Tells many stories at once, step by step in the order of their times, as life would have it: an inventory of an evening
 * finds open what was open that evening. A story makes one step at a time; a step past its end, or a refusal, ends it.
 */
export const tellAll = (database: Database, estateId: Uuid, stories: readonly Told[]): Promise<void> =>
  withLanes(database, LANES, (lanes) => run(lanes, estateId, stories))

/** Connections that do not wait for the disk at each commit: the last one of the seeding, an ordinary one, waits for all. */
const withLanes = <T>(
  database: Database,
  count: number,
  work: (lanes: Database[]) => Promise<T>,
  lanes: Database[] = [],
): Promise<T> => {
  if (lanes.length === count) return work(lanes)
  return database.kysely.connection().execute(async (kysely) => {
    await sql`set synchronous_commit = off`.execute(kysely)
    // nobody looks at the screens of a house that is still being made: no news
    const { onNews: _, ...quiet } = database
    try {
      return await withLanes(database, count, work, [...lanes, { ...quiet, kysely }])
    } finally {
      await sql`reset synchronous_commit`.execute(kysely)
    }
  })
}

const run = (lanes: Database[], estateId: Uuid, stories: readonly Told[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting: Waiting[] = []
    const running = { free: 0, inTurn: 0, alone: 0 }
    let thinking = stories.length
    let steps = 0
    let failed = false

    const busy = () => running.free + running.inTurn + running.alone
    const fail = (error: unknown) => {
      failed = true
      // the lanes are given back only when nothing runs on them
      const last = () => (busy() === 0 ? reject(error) : setTimeout(last, 5))
      last()
    }
    const mayRun = ({ order }: Waiting) => running.alone === 0 && (order === 'free' || busy() === 0)
    /** Only when every story has said what it does next is the earliest step known. */
    const goOn = () => {
      while (!failed && thinking === 0) {
        const next = waiting[0]
        if (next === undefined) {
          if (busy() === 0) resolve()
          return
        }
        if (!mayRun(next)) return
        const lane = lanes.pop()
        if (!lane) return
        waiting.shift()
        running[next.order] += 1
        void next.run(lane)
      }
    }
    const stepOf =
      (end: Instant): Step =>
      (now, work, order = 'free') =>
        now > end
          ? Promise.reject(new NotYet())
          : new Promise((done, refused) => {
              const giveBack = (lane: Database) => {
                lanes.push(lane)
                running[order] -= 1
                thinking += 1
              }
              insertByTime(waiting, {
                at: now,
                nth: steps++,
                order,
                run: async (lane) => {
                  try {
                    const answer = good(await inTransaction(lane, { scope: [estateId], now }, work))
                    giveBack(lane)
                    done(answer)
                  } catch (error) {
                    giveBack(lane)
                    refused(error)
                  }
                },
              })
              thinking -= 1
              goOn()
            })
    for (const { end, story } of stories)
      story(stepOf(end))
        .catch((error: unknown) => {
          if (!(error instanceof NotYet)) fail(error)
        })
        .finally(() => {
          thinking -= 1
          goOn()
        })
    goOn()
  })

const isBefore = (a: Waiting, b: Waiting) => a.at < b.at || (a.at === b.at && a.nth < b.nth)

const insertByTime = (waiting: Waiting[], step: Waiting) => {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = waiting[middle]
    if (other && isBefore(other, step)) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, step)
}

const good = <T>(value: T | Refusal): T => {
  if (isRefusal(value))
    throw new Error(`the demo was refused: ${value.code} ${value.field ?? ''} ${JSON.stringify(value.details)}`)
  return value
}
