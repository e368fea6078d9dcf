import type { addPenaltyRule, getPenaltyRule, PenaltyRule } from '#contract/penalties.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { checkDay } from '#modules/desk/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { nextNumber } from '#platform/counter/next-number.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { presentRule } from './penalty.present.ts'
import { ruleRequired } from './penalty.rules.ts'
import { countOpenReviews, insertRule, ruleInForce } from './penalty.store.ts'

const todayOf = async (tx: Tx, estateId: Uuid) => localDateOf(await calendarOf(tx, estateId), tx.now)

/** CP-160: the rule in force, and whether the centre must have one and has none. */
export const readPenaltyRule = async (tx: Tx, estateId: Uuid): Promise<AnswerOf<typeof getPenaltyRule>> => {
  const settings = await settingsOf(tx, estateId)
  const row = await ruleInForce(tx, estateId, await todayOf(tx, estateId))
  const required = ruleRequired({
    floorAreaM2: settings.get('complaint.floorAreaM2'),
    largeFromM2: settings.get('complaint.largeCentreM2'),
    inPhases: settings.get('complaint.inPhases'),
  })
  return {
    inForce: row ? presentRule(row, row.id) : null,
    required,
    missing: required && !row,
    openReviews: await countOpenReviews(tx, estateId),
  }
}

/** CP-160: a new version; older ones stay. E_TIME_RANGE for a day that nobody can mean. */
export const addRule = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { text, effectiveOn }: BodyOf<typeof addPenaltyRule>,
): Promise<PenaltyRule | Refusal> => {
  const far = checkDay(effectiveOn, 'body.effectiveOn')
  if (far) return far
  const id = newId()
  const number = await nextNumber(tx, estateId, 'penaltyRule')
  const rule = { id, number, text, effective_on: effectiveOn, created_by: actor.id }
  await insertRule(tx, estateId, rule)
  await audit(tx, actor, {
    estateId,
    action: 'penaltyRule.add',
    subjectKind: 'penaltyRule',
    subjectId: id,
    after: { number, effectiveOn, text },
  })
  tx.tell({ estateId, topic: 'complaints' })
  const inForce = await ruleInForce(tx, estateId, await todayOf(tx, estateId))
  return presentRule({ ...rule, created_at: tx.now, created_name: actor.name }, inForce?.id)
}
