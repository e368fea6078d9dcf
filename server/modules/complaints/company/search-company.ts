import { FoundComplaint, type searchCompanyComplaints } from '#contract/complaint-company.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { monthScope, wordQuery } from '#platform/search/scoped-words.ts'
import { afterOf } from '../list/list-complaints.ts'
import {
  daysOf,
  type FoundRow,
  newestFound,
  newestLookedThrough,
  planEachTime,
  type Stretch,
  withNumber,
} from './company-search.store.ts'
import { halvesOf, type Months, stretchesBack } from './months-back.rules.ts'

/** More than this in one stretch are not all read to find the newest fifty. */
const MOST_FOUND = 1_000
const NUMBER = /^(\d{2})-?(\d{1,9})$/

type After = Stretch['after']
type Asked = { estates: readonly Uuid[]; q: string; after: After; limit: number; most: number }
type Search = typeof searchCompanyComplaints

/**
 * Complaints of all estates that the caller looks at for the company, by words or number, newest first. `most` changes
 * the way and never the answer.
 */
export const searchCompany = async (
  tx: Tx,
  actor: Actor,
  { q, cursor, limit }: QueryOf<Search>,
  most = MOST_FOUND,
): Promise<AnswerOf<Search> | Refusal> => {
  const after = afterOf(cursor)
  if (isRefusal(after)) return after
  const asked = { estates: estatesWith(actor, ['dashboard.company']), q, after, limit: limit + 1, most }
  const [, year, no] = NUMBER.exec(q) ?? []
  await planEachTime(tx)
  const rows =
    year && no
      ? await withNumber(tx, asked.estates, [`${year}-${no}`, `${year}-${no.padStart(6, '0')}`], after, asked.limit)
      : await byWords(tx, asked)
  const last = rows[limit - 1]
  return {
    rows: rows.slice(0, limit).map(present),
    next: rows.length > limit && last ? encodeCursor([last.received_on, last.id]) : null,
  }
}

const byWords = async (tx: Tx, asked: Asked): Promise<FoundRow[]> => {
  const days = await daysOf(tx, asked.estates)
  if (days === null) return []
  const last = asked.after && asked.after.on < days.last ? asked.after.on : days.last
  const found: FoundRow[] = []
  for (const months of stretchesBack(days.first, last)) {
    found.push(...(await inMonths(tx, asked, months, asked.limit - found.length)))
    if (found.length >= asked.limit) break
  }
  return found
}

/** The newest in these months; a stretch that holds too many is halved, and a month that does is gone through. */
const inMonths = async (tx: Tx, asked: Asked, months: Months, limit: number): Promise<FoundRow[]> => {
  const { estates, q, after, most } = asked
  const queries = months.months.flatMap((month) => wordQuery(q, monthScope('complaint', month)) ?? [])
  const words = wordQuery(q, null)
  if (words === null) return []
  const stretch = { from: months.from, to: months.to, after }
  const rows = await newestFound(tx, estates, queries, most, stretch, limit)
  if (rows !== null) return rows
  const halves = halvesOf(months)
  if (halves === undefined) return newestLookedThrough(tx, estates, words, stretch, limit)
  const newer = await inMonths(tx, asked, halves[0], limit)
  return newer.length >= limit ? newer : [...newer, ...(await inMonths(tx, asked, halves[1], limit - newer.length))]
}

const { category, state } = FoundComplaint.shape
const present = (row: FoundRow): FoundComplaint => ({
  estate: { id: row.estate_id, code: row.estate_code, name: row.estate_name },
  id: row.id,
  number: row.number,
  title: row.title,
  category: category.parse(row.code),
  state: state.parse(row.state),
  open: row.open,
  receivedOn: row.received_on,
})
