import type { RosterRow } from '#contract/duty.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type DutyRow, dutiesWithin } from './duty.store.ts'
import { localDay, mondayOf, plusDays, type Stretch, startOfDay, stretchOf } from './local-time.rules.ts'
import { listPosts } from './post.store.ts'
import { gapsIn, overlapsOf, publishedSpan } from './roster.rules.ts'
import { isPublished, publishedWeeks, zoneOf } from './roster.store.ts'

export type Coverage = {
  /** Undefined when the week is over and answers for nothing any more. */
  span: Stretch | undefined
  gaps: Stretch[]
  overlaps: { row: number; other: { row: number } | { duty: DutyRow }; staffId: Uuid; from: Instant; to: Instant }[]
}

/** CP-033: how a week planned with these rows would be held, together with what the weeks beside it have in force. */
export const coverageOf = async (
  tx: Tx,
  estateId: Uuid,
  weekStart: LocalDate,
  rows: readonly RosterRow[],
): Promise<Coverage> => {
  const zone = await zoneOf(tx, estateId)
  const taking = new Set(
    (await listPosts(tx, estateId)).filter((p) => p.active && p.accepts_complaints).map((p) => p.id),
  )
  const planned = rows.map((row) => ({ ...stretchOf(zone, row), staffId: row.staffId, postId: row.postId }))
  const around = await dutiesWithin(
    tx,
    estateId,
    startOfDay(zone, plusDays(weekStart, -2)),
    startOfDay(zone, plusDays(weekStart, 10)),
  )
  const beside = around.filter((d) => d.week_start !== weekStart)
  const span = publishedSpan(zone, weekStart, tx.now, await isPublished(tx, estateId, plusDays(weekStart, 7)))
  const held = [
    ...planned.filter((p) => taking.has(p.postId)),
    ...beside.filter((d) => d.accepts_complaints).map(stretchOfDuty),
  ]
  return { span, gaps: span ? gapsIn(held, span) : [], overlaps: overlapsWith(planned, beside) }
}

const stretchOfDuty = (duty: DutyRow): Stretch => ({ from: duty.from_at, to: duty.to_at })

const overlapsWith = (
  planned: readonly (Stretch & { staffId: Uuid })[],
  beside: readonly DutyRow[],
): Coverage['overlaps'] => {
  const all = [...planned, ...beside.map((d) => ({ ...stretchOfDuty(d), staffId: d.staff_id }))]
  return overlapsOf(all).flatMap(({ first, second, staffId, from, to }) => {
    // two duties of other weeks are not this week's business
    if (first >= planned.length) return []
    const duty = beside[second - planned.length]
    return [{ row: duty ? first : second, other: duty ? { duty } : { row: first }, staffId, from, to }]
  })
}

/** The hours from today on, in the weeks that are in force, in which no post that accepts complaints is held. */
export const gapsAhead = async (tx: Tx, estateId: Uuid): Promise<Stretch[]> => {
  const zone = await zoneOf(tx, estateId)
  const weeks = await publishedWeeks(tx, estateId, mondayOf(localDay(zone, tx.now)))
  const gaps: Stretch[] = []
  for (const week of weeks) {
    const span = publishedSpan(zone, week, tx.now, false)
    if (!span) continue
    const duties = await dutiesWithin(tx, estateId, span.from, span.to)
    gaps.push(...gapsIn(duties.filter((d) => d.accepts_complaints).map(stretchOfDuty), span))
  }
  return gaps
}
