import * as contract from '#contract/inspection-plans.ts'
import { listPage } from '#modules/desk/index.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { visiblePlans, visibleRounds } from '../inspection.policy.ts'
import { CALLS } from './call.sheet.ts'
import { listCallRows } from './call.store.ts'
import { beginCondition, finishCondition, presentCall, readBoard } from './call-condition.ts'
import { makeUsualPlans } from './create-usual-plans.ts'
import { presentPlan } from './plan.present.ts'
import { PLANS } from './plan.sheet.ts'
import { listPlanRows } from './plan.store.ts'
import { previewPlan } from './preview-plan.ts'
import { changePlan, createPlan, viewPlan } from './write-plan.ts'

export const planRoutes: readonly Served[] = [
  ...serveList(
    contract.listInspectionPlans,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listPlanRows(tx, estateId, query, page, visiblePlans(actor, estateId)),
        key: (r) => ({ at: r.created_at, id: r.id }),
        present: (r) => presentPlan(actor, r),
      }),
    PLANS,
  ),
  serve(contract.getInspectionPlan, ({ tx, actor, params }) => viewPlan(tx, actor, params.estateId, params.id)),
  serve(contract.createInspectionPlan, ({ tx, actor, params, body }) => createPlan(tx, actor, params.estateId, body)),
  serve(contract.changeInspectionPlan, ({ tx, actor, params, body }) =>
    changePlan(tx, actor, params.estateId, params.id, body),
  ),
  serve(contract.createUsualPlans, ({ tx, actor, params, body }) => makeUsualPlans(tx, actor, params.estateId, body)),
  serve(contract.previewInspectionPlan, ({ tx, actor, params, query, body }) =>
    previewPlan(tx, actor, params.estateId, query.planId, body),
  ),
  serve(contract.getConditionBoard, ({ tx, actor, params }) => readBoard(tx, actor, params.estateId)),
  ...serveList(
    contract.listConditionCalls,
    ({ tx, actor, params: { estateId }, query }) =>
      listPage(tx, estateId, query, {
        read: (page) => listCallRows(tx, estateId, query, page, visibleRounds(actor, estateId)),
        key: (r) => ({ at: r.from_at, id: r.id }),
        present: presentCall,
      }),
    CALLS,
  ),
  serve(contract.callCondition, ({ tx, actor, params, body }) => beginCondition(tx, actor, params.estateId, body)),
  serve(contract.endCondition, ({ tx, actor, params }) => finishCondition(tx, actor, params.estateId, params.id)),
]
