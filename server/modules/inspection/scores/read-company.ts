import type { Refusal } from '#contract/refusal.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { listCompanyScores } from '#contract/scores.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, estatesWith } from '#platform/auth/actor.ts'
import { monthSpan } from '#platform/calendar/months.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { makeSettings } from '#platform/settings/settings.ts'
import { cutPage } from '../standards/read-standards.ts'
import { heatOf, sortHeat } from './company.rules.ts'
import { estateNames, latestSql, meansSql, valuesOf } from './company.store.ts'
import { type RollUp, rollUpOf } from './roll-up.rules.ts'

const KEYS = ['inspection.placeScore', 'inspection.touchpointWeights'] as const

/** How each estate puts its scores together, in one reading. */
const rollUpsOf = async (tx: Tx, estates: readonly Uuid[]): Promise<(estateId: Uuid) => RollUp> => {
  const own = Map.groupBy(await valuesOf(tx, estates, KEYS), (v) => v.estate_id)
  const usual = rollUpOf(makeSettings(new Map()))
  const set = new Map(
    [...own].map(([id, values]) => [id, rollUpOf(makeSettings(new Map(values.map((v) => [v.key, v.value]))))]),
  )
  return (estateId) => set.get(estateId) ?? usual
}

/** The scores of a month for each estate of the caller, with those of all together. */
export const readCompanyScores = async (
  tx: Tx,
  actor: Actor,
  query: QueryOf<typeof listCompanyScores>,
): Promise<AnswerOf<typeof listCompanyScores> | Refusal> => {
  // estates of one company may lie in several zones; its months are those of the country
  const span = monthSpan(query.month ?? localText(tx.now, 'Asia/Shanghai').slice(0, 7))
  const estates = estatesWith(actor, ['dashboard.company'])
  const rollUp = await rollUpsOf(tx, estates)
  const latest = estates.filter((id) => rollUp(id).placeScore === 'latest')
  const mean = latest.length === 0 ? estates : estates.filter((id) => rollUp(id).placeScore === 'mean')
  const means = [
    ...(mean.length === 0 ? [] : (await meansSql(mean, span).execute(tx.db)).rows),
    ...(latest.length === 0 ? [] : (await latestSql(latest, span).execute(tx.db)).rows),
  ]
  const heat = heatOf(await estateNames(tx, estates), means, (id) => rollUp(id).weights)
  const page = cutPage(sortHeat(heat.rows, query), query)
  return isRefusal(page)
    ? page
    : {
        month: span.month,
        from: span.from,
        to: span.to,
        asOf: tx.now,
        estates: heat.rows.length,
        totals: heat.totals,
        ...page,
      }
}
