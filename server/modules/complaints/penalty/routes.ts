import * as contract from '#contract/penalties.ts'
import { listPage } from '#modules/desk/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { decideReview } from './decide-review.ts'
import { presentReview, presentRule } from './penalty.present.ts'
import { PENALTY_REVIEWS, PENALTY_RULES } from './penalty.sheet.ts'
import { listReviewRows, listRuleRows, ruleInForce } from './penalty.store.ts'

import { addRule, readPenaltyRule } from './penalty-rule.ts'

export const penaltyRoutes: readonly Served[] = [
  serve(contract.getPenaltyRule, ({ tx, params }) => readPenaltyRule(tx, params.estateId)),
  ...serveList(
    contract.listPenaltyRules,
    async ({ tx, params: { estateId }, query }) => {
      const inForce = await ruleInForce(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now))
      return listPage(tx, estateId, query, {
        read: (page) => listRuleRows(tx, estateId, page),
        key: (r) => ({ at: r.created_at, id: r.id }),
        present: (r) => presentRule(r, inForce?.id),
      })
    },
    PENALTY_RULES,
  ),
  serve(contract.addPenaltyRule, ({ tx, actor, params, body }) => addRule(tx, actor, params.estateId, body)),
  ...serveList(
    contract.listPenaltyReviews,
    ({ tx, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listReviewRows(tx, estateId, query, page),
        key: (r) => ({ at: r.opened_at, id: r.id }),
        present: presentReview,
      }),
    PENALTY_REVIEWS,
  ),
  serve(contract.decidePenaltyReview, ({ tx, actor, params, body }) =>
    decideReview(tx, actor, params.estateId, params.id, body),
  ),
]
