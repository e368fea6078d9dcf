import type { RosterRow } from '#contract/duty.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { dutiesOfWeek } from './duty.store.ts'
import { daysOfWeek, localDay, timesFit } from './local-time.rules.ts'
import { listPosts, listShifts } from './post.store.ts'
import { type Worker, workersOf, zoneOf } from './roster.store.ts'
import { rowOfDuty } from './roster-view.ts'

/** What rows of a roster may point at, read once. */
export type RosterGround = {
  days: ReadonlySet<LocalDate>
  posts: ReadonlyMap<Uuid, string>
  shifts: ReadonlySet<Uuid>
  workers: ReadonlyMap<Uuid, Worker[]>
  /** What days gone by have in force: who has left since was there all the same. */
  past: ReadonlySet<string>
}

const keyOf = (row: RosterRow) => [row.date, row.from, row.to, row.postId, row.staffId].join(' ')

export const rosterGround = async (
  tx: Tx,
  estateId: Uuid,
  weekStart: LocalDate,
  rows: readonly RosterRow[],
): Promise<RosterGround> => ({
  days: new Set(daysOfWeek(weekStart)),
  posts: new Map((await listPosts(tx, estateId)).filter((p) => p.active).map((p) => [p.id, p.name])),
  shifts: new Set((await listShifts(tx, estateId)).map((s) => s.id)),
  workers: Map.groupBy(await workersOf(tx, estateId, [...new Set(rows.map((r) => r.staffId))]), (w) => w.id),
  past: await pastOf(tx, estateId, weekStart),
})

const pastOf = async (tx: Tx, estateId: Uuid, weekStart: LocalDate): Promise<ReadonlySet<string>> => {
  const today = localDay(await zoneOf(tx, estateId), tx.now)
  const duties = await dutiesOfWeek(tx, estateId, weekStart)
  return new Set(
    duties
      .map(rowOfDuty)
      .filter((row) => row.date < today)
      .map(keyOf),
  )
}

/** What is wrong with one row: a day of another week, times that do not fit, a closed post, a person who does not work here that day. */
export const faultOfRow = (
  row: RosterRow,
  ground: RosterGround,
): { field: keyof RosterRow; refusal: (field: string) => Refusal } | undefined => {
  if (!ground.days.has(row.date))
    return { field: 'date', refusal: (field) => refuse('E_INPUT', { field, details: { days: [...ground.days] } }) }
  if (!timesFit(row)) return { field: 'to', refusal: (field) => refuse('E_TIME_RANGE', { field }) }
  if (ground.past.has(keyOf(row))) return undefined
  if (!ground.posts.has(row.postId)) return { field: 'postId', refusal: notFound }
  if (row.shiftId !== null && !ground.shifts.has(row.shiftId)) return { field: 'shiftId', refusal: notFound }
  const works = ground.workers
    .get(row.staffId)
    ?.some((w) => w.active && w.from <= row.date && (w.until === null || w.until >= row.date))
  return works ? undefined : { field: 'staffId', refusal: notFound }
}

const notFound = (field: string) => refuse('E_NOT_FOUND', { field })

/** The first row with a fault, named; undefined when all are sound. */
export const checkRows = async (
  tx: Tx,
  estateId: Uuid,
  weekStart: LocalDate,
  rows: readonly RosterRow[],
): Promise<Refusal | undefined> => {
  const ground = await rosterGround(tx, estateId, weekStart, rows)
  for (const [i, row] of rows.entries()) {
    const fault = faultOfRow(row, ground)
    if (fault) return fault.refusal(`body.rows.${i}.${fault.field}`)
  }
  return undefined
}
