import { PLAN_CHANGED } from '#content/usual-names.ts'
import { isSecret } from '#contract/inspection-plans.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { bothWords } from '#platform/documents/words.ts'
import type { NoticeParams } from '#platform/notify/staff-text.ts'
import { type HandedOn, plannedOf } from './make-rounds.store.ts'
import { type People, peopleOf } from './people-of-round.ts'
import { tellOfRound } from './tell-of-round.ts'

/** Whoever goes now, by name or as their plan says it. */
const goerText = ({ assignee_name, assignee_role }: HandedOn): NoticeParams[string] =>
  assignee_name ?? bothWords(assignee_role === null ? 'plans.anybody' : `role.${assignee_role}`)

/** Who was to go and does not any more, and who goes instead: they were told by name, so that they are told of this too. */
const tellOne = async (tx: Tx, was: HandedOn, is: HandedOn, people: People): Promise<void> => {
  const { estate_id: estateId, on_date: date } = is
  if (was.planned && is.planned && was.assignee_id === is.assignee_id) return
  if (was.planned && was.assignee_id !== null) {
    // who goes a round that has become a secret is nobody's business
    const other = is.planned && (isSecret(was.kind) || !isSecret(is.kind))
    await tellOfRound(tx, estateId, [was.assignee_id], was, {
      template: other ? 'inspection.takenAway' : 'inspection.cancelled',
      params: other ? { date, person: goerText(is) } : { date, reason: PLAN_CHANGED },
    })
  }
  if (is.planned) {
    const goers = people.goers(is).filter((id) => !was.planned || id !== was.assignee_id)
    await tellOfRound(tx, estateId, goers, is, { template: 'inspection.assigned', params: { date } })
  }
}

/** Rounds that were handed on, after their plan was changed. */
export const tellOfChange = async (tx: Tx, estateId: Uuid, handedOn: readonly HandedOn[]): Promise<void> => {
  const now = await plannedOf(
    tx,
    estateId,
    handedOn.map((r) => r.id),
  )
  const people = await peopleOf(tx, estateId, [...now.values()])
  for (const was of handedOn) {
    const is = now.get(was.id)
    if (is) await tellOne(tx, was, is, people)
  }
}
