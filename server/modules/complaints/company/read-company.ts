import { CATEGORY_CODES } from '#contract/complaint-categories.ts'
import type * as contract from '#contract/complaint-company.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { companyPage, companyTable, monthSpan, monthsUntil } from './company.rules.ts'
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
  const rows = await rowsOf(
    tx,
    trendSql(
      estatesOf(actor),
      months.map((m) => m.from),
      months.at(-1)?.to ?? '',
    ),
  )
  return {
    months: months.map(({ month }, i) => {
      const own = rows.filter((r) => r.place === i + 1)
      return {
        month,
        count: own.reduce((sum, r) => sum + r.count, 0),
        categories: own.map((r) => ({
          category: CATEGORY_CODES.find((code) => code === r.category) ?? ('none' as const),
          count: r.count,
        })),
      }
    }),
  }
}
