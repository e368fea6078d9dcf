import { type changeInspectionPlan, isSecret, type Plan, type PlanInput } from '#contract/inspection-plans.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { worksIn } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { auditAbout } from '../audit-about.ts'
import { isQuality, visiblePlans } from '../inspection.policy.ts'
import { placesOf } from '../looks/checklist.store.ts'
import { answerOpenCalls } from '../rounds/answer-calls.ts'
import { makeAnew, makeFirst } from '../rounds/make-rounds.ts'
import { presentPlan } from './plan.present.ts'
import { areaExists, findPlan, insertPlans, savePlan } from './plan.store.ts'

const UNIQUE = { inspection_plan_name_key: 'body.name' }

/** Whatever the plan points at stands in this estate; surprises and mystery visits are planned by the quality department. */
export const checkPlan = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  plan: PlanInput,
): Promise<Refusal | undefined> => {
  if (isSecret(plan.kind) && !isQuality(actor, estateId)) return refuse('E_FORBIDDEN', { field: 'body.kind' })
  if (plan.assigneeId !== null && !(await worksIn(tx, estateId, plan.assigneeId)))
    return refuse('E_NOT_FOUND', { field: 'body.assigneeId' })
  if (plan.areaId !== null && !(await areaExists(tx, estateId, plan.areaId)))
    return refuse('E_NOT_FOUND', { field: 'body.areaId' })
  const known = new Set(plan.placeIds.length > 0 ? (await placesOf(tx, estateId)).map((p) => p.id) : [])
  const strange = plan.placeIds.findIndex((id) => !known.has(id))
  return strange < 0 ? undefined : refuse('E_NOT_FOUND', { field: `body.placeIds.${strange}` })
}

export const viewPlan = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<Plan | Refusal> => {
  const row = await findPlan(tx, estateId, id, visiblePlans(actor, estateId))
  return row ? presentPlan(actor, row) : refuse('E_NOT_FOUND')
}

/** FD-770, FD-810: a plan, and at once its rounds of the days ahead; one that waits for what is called already goes too. */
export const createPlan = async (tx: Tx, actor: Actor, estateId: Uuid, plan: PlanInput): Promise<Plan | Refusal> => {
  const refused = await checkPlan(tx, actor, estateId, plan)
  if (refused) return refused
  const id = newId()
  const one = { id, seed: id.slice(-8), plan, by: actor.id }
  const written = await refuseDuplicate(UNIQUE, () => insertPlans(tx, estateId, [one]))
  if (isRefusal(written)) return written
  await auditAbout(
    tx,
    actor,
    { estateId, kind: plan.kind },
    {
      action: 'inspectionPlan.create',
      subjectKind: 'inspectionPlan',
      subjectId: id,
      after: plan,
    },
  )
  await makeFirst(tx, estateId, [id])
  if (plan.active && plan.conditions.length > 0) await answerOpenCalls(tx, estateId, plan.conditions)
  tx.tell({ estateId, topic: 'inspection' })
  return viewPlan(tx, actor, estateId, id)
}

/** The same plan in another shape. E_VERSION_STALE for an old view of it. */
export const changePlan = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { version, ...plan }: BodyOf<typeof changeInspectionPlan>,
): Promise<Plan | Refusal> => {
  const before = await findPlan(tx, estateId, id, visiblePlans(actor, estateId))
  if (!before) return refuse('E_NOT_FOUND')
  const refused = await checkPlan(tx, actor, estateId, plan)
  if (refused) return refused
  const saved = await refuseDuplicate(UNIQUE, () => savePlan(tx, estateId, { id, version }, plan))
  if (isRefusal(saved)) return saved
  if (!saved) return refuse('E_VERSION_STALE')
  const { places: _places, next_at: _next, done30: _done, missed30: _missed, ...was } = before
  await auditAbout(
    tx,
    actor,
    { estateId, kind: isSecret(plan.kind) ? plan.kind : before.kind },
    {
      action: 'inspectionPlan.change',
      subjectKind: 'inspectionPlan',
      subjectId: id,
      before: was,
      after: plan,
    },
  )
  await makeAnew(tx, estateId, id)
  if (plan.active && plan.conditions.length > 0) await answerOpenCalls(tx, estateId, plan.conditions)
  tx.tell({ estateId, topic: 'inspection' })
  return viewPlan(tx, actor, estateId, id)
}
