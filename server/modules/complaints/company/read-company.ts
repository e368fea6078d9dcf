import { CATEGORY_CODES } from '#contract/complaint-categories.ts'
import type * as contract from '#contract/complaint-company.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { monthSpan, monthsUntil } from '#platform/calendar/months.rules.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { companyPage, companyTable } from './company.rules.ts'
import {
  casesSql,
  dutiesSql,
  monthlySql,
  openSql,
  placesSql,
  rowsOf,
  satisfactionSql,
  trendSql,
} from './company.store.ts'
import { sizesOf } from './estate-sizes.ts'

/** Months beside the one that is asked for. */
const COMPARED = 12

type List = typeof contract.listCompanyComplaints
type Trend = typeof contract.getCompanyComplaintTrend

/** Estates of one company may lie in several zones; its months are those of the country. */
const monthOf = (asked: string | undefined, tx: Tx): string => asked ?? localText(tx.now, 'Asia/Shanghai').slice(0, 7)
/** Only estates that the person may look at for the company; never those of another one. */
const estatesOf = (actor: Actor): Uuid[] => estatesWith(actor, ['dashboard.company'])

/** The complaints of a month for each estate of the caller, sorted and paged, with totals over all of them. */
export const readCompany = async (tx: Tx, actor: Actor, query: QueryOf<List>): Promise<AnswerOf<List> | Refusal> => {
  const after = keysetOf(query.cursor, ['text', 'uuid'])
  if (isRefusal(after)) return after
  const span = monthSpan(monthOf(query.month, tx))
  const estates = estatesOf(actor)
  const { rows, totals } = companyTable(
    {
      cases: await rowsOf(tx, casesSql(estates, span)),
      open: await rowsOf(tx, openSql(estates, tx.now)),
      satisfaction: await rowsOf(tx, satisfactionSql(estates, span)),
      duties: await rowsOf(tx, dutiesSql(estates, span, tx.now)),
      monthly: await rowsOf(tx, monthlySql(estates, span)),
      now: tx.now,
      places: await rowsOf(tx, placesSql(estates, tx.now)),
      sizes: await sizesOf(tx, estates),
    },
    span,
  )
  const place = after === undefined ? undefined : { value: after[0], id: after[1] }
  const page = companyPage(rows, query, place, query.limit)
  return {
    month: span.month,
    from: span.from,
    to: span.to,
    asOf: tx.now,
    totals,
    estates: rows.length,
    rows: page.rows,
    next: page.next === null ? null : encodeCursor([page.next.value, page.next.id]),
  }
}

/** Totals and categories of a month and the twelve before it, over all estates of the caller. */
export const readTrend = async (tx: Tx, actor: Actor, query: QueryOf<Trend>): Promise<AnswerOf<Trend>> => {
  const months = monthsUntil(monthOf(query.month, tx), COMPARED + 1)
  const [first, last] = [months.at(0)?.from ?? '', months.at(-1)?.from ?? '']
  const rows = await rowsOf(tx, trendSql(estatesOf(actor), first, last))
  const countsOf = new Map(rows.map((r) => [r.month, r.counts]))
  return {
    months: months.map(({ month, from }) => {
      const counts = countsOf.get(from)
      const categories = [...CATEGORY_CODES, 'none' as const]
        .map((category) => ({ category, count: counts?.[category] ?? 0 }))
        .filter(({ count }) => count > 0)
      return { month, count: categories.reduce((sum, { count }) => sum + count, 0), categories }
    }),
  }
}
