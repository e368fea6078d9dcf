import pg from 'pg'
import { sweepAllClocks } from '#modules/matters/index.ts'
import type { OpenHouse } from '#platform/open-house.ts'
import { LAST_BUILT } from '../company/ids.ts'
import { spreadOf } from '../figures.ts'
import type { Figure } from '../report.ts'
import { timed } from './drive.ts'

const DUE = 5_000
const AIM_MS = 2_000
const ROUNDS = 3

/** The job that the server runs each minute, on clocks that have just come due; each round on clocks of its own. */
export const measureSweep = async (house: OpenHouse, ownerUrl: string, estates: number): Promise<Figure[]> => {
  const due = Math.min(DUE, Math.floor((estates * 20) / (ROUNDS + 1)))
  const empty = await timed(() => sweepAllClocks.handle(house))
  const each: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await letDue(ownerUrl, due)
    each.push(await timed(() => sweepAllClocks.handle(house)))
    await checkSwept(ownerUrl, due * (round + 1))
  }
  const spread = spreadOf(each)
  return [
    {
      what: `one sweep of ${due} newly due clocks, slowest of ${ROUNDS}`,
      value: spread.most,
      unit: 'ms',
      aim: { most: AIM_MS },
      spread,
      detail: { due, clocks: estates * 1_000, nothingDueMs: empty },
    },
  ]
}

const asOwner = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Clocks of all estates, in no order of place, whose next step is their due time. */
const letDue = (url: string, count: number) =>
  asOwner(url, (client) =>
    client.query(
      `update clock c set due_at = now() - interval '1 second', next_at = now() - interval '1 second'
       from (select estate_id, id from clock where ended_at is null and breached_at is null and id <= $2 order by md5(id::text) limit $1) d
       where c.estate_id = d.estate_id and c.id = d.id`,
      [count, LAST_BUILT],
    ),
  )

const checkSwept = (url: string, count: number) =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ breached: number }>(
      'select count(*)::int as breached from clock where ended_at is null and breached_at is not null',
    )
    if (rows[0]?.breached !== count) throw new Error(`${rows[0]?.breached} clocks were swept, not ${count}`)
  })
