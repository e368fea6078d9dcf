import { createHash } from 'node:crypto'
import type { Refusal } from '#contract/refusal.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { listCompanyScores } from '#contract/scores.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { type MonthSpan, monthSpan } from '#platform/calendar/months.rules.ts'
import { cutPage } from '#platform/db/cut-page.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { keptFor } from '#platform/kept.ts'
import { readFewSettings } from '#platform/settings/settings.ts'
import { type Heat, heatOf, namedLike, sortHeat } from './company.rules.ts'
import { estateNames, meansSql, newStandards } from './company.store.ts'
import { type RollUp, rollUpOf } from './roll-up.rules.ts'

/** How each estate puts its scores together, in one reading. */
const rollUpsOf = async (tx: Tx, estates: readonly Uuid[]): Promise<ReadonlyMap<Uuid, RollUp>> => {
  const settings = await readFewSettings(tx, estates, ['inspection.placeScore', 'inspection.touchpointWeights'])
  return new Map(estates.map((id) => [id, rollUpOf(settings(id))]))
}

type Read = { asOf: Instant; heat: Heat }
/**
 * What was read less than half a minute ago for the same estates and month: the sums, the first page and the next ones of
 * one look at the map come from one reading. `asOf` says when that was.
 */
const kept = keptFor<string, Read>(30_000, 40)

const heatNow = (tx: Tx, estates: readonly Uuid[], span: MonthSpan): Promise<Read> =>
  kept.of(createHash('sha256').update(`${span.month} ${estates.join()}`).digest('base64'), () =>
    readHeat(tx, estates, span),
  )

const readHeat = async (tx: Tx, estates: readonly Uuid[], span: MonthSpan): Promise<Read> => {
  const rollUps = await rollUpsOf(tx, estates)
  const latest = estates.filter((id) => rollUps.get(id)?.placeScore === 'latest')
  const { rows: means } = await meansSql(estates, latest, span).execute(tx.db)
  const heat = heatOf(
    await estateNames(tx, estates),
    means,
    (id) => rollUps.get(id)?.weights ?? [],
    await newStandards(tx, estates, span),
  )
  return { asOf: tx.now, heat }
}

/** What the map of a month shows to this reader, unsorted. */
export const readCompanyHeat = async (
  tx: Tx,
  actor: Actor,
  month: string | undefined,
): Promise<Read & { span: MonthSpan }> => {
  // estates of one company may lie in several zones; its months are those of the country
  const span = monthSpan(month ?? localText(tx.now, 'Asia/Shanghai').slice(0, 7))
  return { ...(await heatNow(tx, estatesWith(actor, ['dashboard.company']), span)), span }
}

/** The scores of a month for each estate of the caller, with those of all together. */
export const readCompanyScores = async (
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof listCompanyScores>,
): Promise<AnswerOf<typeof listCompanyScores> | Refusal> => {
  const { span, asOf, heat } = await readCompanyHeat(tx, actor, query.month)
  const page = cutPage(sortHeat(namedLike(heat.rows, query.q), query), query)
  return isRefusal(page)
    ? page
    : {
        month: span.month,
        from: span.from,
        to: span.to,
        asOf,
        estates: heat.rows.length,
        totals: heat.totals,
        ...page,
      }
}
