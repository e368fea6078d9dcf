import { type RawBuilder, sql } from 'kysely'
import type { PageWanted } from './keyset.ts'

type Column = RawBuilder<unknown>

/** Conditions, order and limit of a list sorted by a time, newest first; one row more than asked tells whether there is more. */
export const newestFirst = (at: Column, id: Column, page: PageWanted): RawBuilder<unknown> => sql`
  ${times(at, page)} ${page.after ? sql`and (${at}, ${id}) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
  order by ${at} desc, ${id} desc limit ${page.limit + 1}`

export const oldestFirst = (at: Column, id: Column, page: PageWanted): RawBuilder<unknown> => sql`
  ${times(at, page)} ${page.after ? sql`and (${at}, ${id}) > (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
  order by ${at}, ${id} limit ${page.limit + 1}`

const times = (at: Column, { range }: PageWanted) =>
  sql`${range.from ? sql`and ${at} >= ${range.from}::timestamptz` : sql``} ${range.before ? sql`and ${at} < ${range.before}::timestamptz` : sql``}`
