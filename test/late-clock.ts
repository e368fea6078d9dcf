import type { Uuid } from '#contract/values.ts'
import { sweepClocks } from '#modules/matters/index.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import type { TestHouse } from './house.ts'

const MINUTE = 60_000
const FIVE_DAYS = 5 * 86_400_000
/** More often than a clock has steps; far ahead no holiday is longer than some days. */
const STEPS = 4

/** Who hears of a running clock that nobody minds: at its time, and when another working day has gone by. */
export const toldOfLateness = async (
  t: TestHouse,
  matterId: Uuid,
  clock: string,
): Promise<{ due: Uuid[]; escalate: Uuid[] }> => {
  const due = await t.tx(({ db }) =>
    db
      .selectFrom('clock')
      .select('due_at')
      .where('matter_id', '=', matterId)
      .where('name', '=', clock)
      .where('state', '=', 'running')
      .executeTakeFirstOrThrow(),
  )
  const told = async (template: string, at: string): Promise<Uuid[]> => {
    for (let step = 0; step < STEPS; step += 1) await t.tx((tx) => sweepClocks(tx), { now: at })
    const rows = await t.tx(({ db }) =>
      db
        .selectFrom('outbox_message')
        .select(['to_id'])
        .where('matter_id', '=', matterId)
        .where('template', '=', template)
        .execute(),
    )
    return rows.map((m) => m.to_id ?? '').toSorted()
  }
  return {
    due: await told('clock.due', plusMilliseconds(due.due_at, MINUTE)),
    escalate: await told('clock.escalate', plusMilliseconds(due.due_at, FIVE_DAYS)),
  }
}
