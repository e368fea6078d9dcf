import type { createUsualPlans } from '#contract/inspection-plans.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { heldOn } from '../looks/checklists.ts'
import { answerOpenCalls } from '../rounds/answer-calls.ts'
import { makeFirst } from '../rounds/make-rounds.ts'
import { insertPlans, planNames } from './plan.store.ts'
import { usualPlans, usualTasks } from './usual-plans.rules.ts'

/** Issue 7.6: the plans that ask every item of this estate's standard at its frequency. What has such a name stays as it is. */
export const makeUsualPlans = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { tasks }: { tasks: boolean },
): Promise<AnswerOf<typeof createUsualPlans>> => {
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const settings = await settingsOf(tx, estateId)
  const own = {
    shifts: settings.get('inspection.shiftStarts'),
    peaks: settings.get('inspection.peakStarts'),
    beforeMinutes: settings.get('inspection.beforeMinutes'),
  }
  const { items } = await heldOn(tx, estateId, today)
  const names = new Set(await planNames(tx, estateId))
  const all = [...usualPlans(items, own, today), ...(tasks ? usualTasks(today) : [])]
  const fresh = all
    .filter((plan) => !names.has(plan.name))
    .map((plan) => {
      const id = newId()
      return { id, seed: id.slice(-8), plan, by: actor.id }
    })
  await insertPlans(tx, estateId, fresh)
  await makeFirst(
    tx,
    estateId,
    fresh.map((p) => p.id),
  )
  await answerOpenCalls(tx, estateId, [...new Set(fresh.flatMap((p) => p.plan.conditions))])
  const answer = {
    created: fresh.map((p) => p.plan.name),
    kept: all.filter((plan) => names.has(plan.name)).map((plan) => plan.name),
  }
  await audit(tx, actor, { estateId, action: 'inspectionPlan.usual', subjectKind: 'inspectionPlan', after: answer })
  tx.tell({ estateId, topic: 'inspection' })
  return answer
}
