import type { Instant } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { courseOf } from './demo-complaint-course.ts'
import type { Past } from './demo-complaint-plan.ts'
import { pastId } from './demo-complaint-trail.ts'
import { randomOf } from './random.ts'
import { minutesAfter, type World } from './story.ts'

const CHUNK = 100
/** So long ago nobody had signed. */
const FORGOTTEN: readonly number[] = [-77, -201, -318]

/** CP-127: the tallies of the days before those that are signed one by one, with what came in and what was open that evening. */
export const insertTallies = async (
  tx: Tx,
  world: World,
  all: readonly Past[],
  between: { from: number; to: number },
): Promise<void> => {
  const { days, estateId, who } = world
  const found = await tx.db
    .selectFrom('matter')
    .select(['id', 'number'])
    .where('estate_id', '=', estateId)
    .where('kind', '=', 'complaint')
    .execute()
  const numbers = new Map(found.map((m) => [m.id, m.number]))
  const list = all
    .filter((past) => numbers.has(pastId(past)))
    .map((past) => ({ past, course: courseOf(world, past), number: numbers.get(pastId(past)) ?? '' }))
  const signedAt = (offset: number) =>
    minutesAfter(days.at(offset, '17:32'), randomOf(`signature ${offset}`).whole(0, 70))
  const item = ({ past, course, number }: (typeof list)[number], at: Instant, start: Instant) => {
    const state = course.steps.findLast((s) => s.at <= at)?.to ?? 'RECEIVED'
    return {
      id: pastId(past),
      matterId: pastId(past),
      number,
      title: past.story.title,
      kind: 'complaint',
      contactType: 'complaint',
      channel: past.channel,
      receivedAt: past.at,
      receivedEarlier: past.at < start,
      state,
      open: course.closedAt > at,
      owner: { id: course.owner.id, name: course.owner.name },
      handler: { id: course.handler.id, name: course.handler.name },
      dueAt: null,
      overdue: false,
      promise: null,
    }
  }
  const rows = Array.from({ length: between.to - between.from + 1 }, (_, i) => between.from + i)
    .filter((offset) => !FORGOTTEN.includes(offset))
    .map((offset) => {
      const [at, before, start] = [signedAt(offset), signedAt(offset - 1), days.at(offset, '00:00')]
      const received = list.filter(({ past }) => past.at > before && past.at <= at).map((one) => item(one, at, start))
      const carried = list
        .filter(({ past, course }) => past.at <= before && course.closedAt > at)
        .map((one) => item(one, at, start))
      const channels = [...Map.groupBy(received, (r) => r.channel)].map(([channel, of]) => ({
        channel,
        count: of.length,
      }))
      const none = { notAccepted: 0, due: 0, promises: 0, onSite: 0 }
      const empty = { notAccepted: [], due: [], promises: [], onSite: [] }
      const by = who(randomOf(`signer ${offset}`).chance(0.75) ? 'heshi' : 'kefuzhuguan')
      return {
        estate_id: estateId,
        on_date: days.date(offset),
        prepared_at: days.at(offset, '17:30'),
        signed_at: at,
        signed_by: by.id,
        signed_name: by.name,
        content: JSON.stringify({
          counts: { channels, sections: { received: received.length, carried: carried.length, ...none } },
          sections: { received, carried, ...empty },
        }),
        version: 2,
      }
    })
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx.db
      .insertInto('complaint_tally')
      .values(rows.slice(from, from + CHUNK))
      .execute()
}
