import type { GroupConfirmation } from '#contract/handover.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { emit } from '#platform/events/events.ts'
import { runningDuty, setDutyEnd } from './duty.store.ts'
import { differencesIn, outcomesOf } from './handover.rules.ts'
import { confirmGroups, type Handover } from './handover.store.ts'
import { addItems, settleItems } from './handover-items.store.ts'
import { standingItems } from './handover-list.ts'
import { nameOf } from './people.store.ts'
import { findPost } from './post.store.ts'
import { tellRoles, tellStaff } from './tell-staff.ts'
import { workSource } from './work-source.ts'

/** FD-701: who hears of a difference. */
const SUPERVISORS = ['frontDeskLead', 'csLead'] as const

/**
 * What happens inside the acceptance: every group gets its word, the items are settled against what the giver has in
 * hand at this moment, the rooms above move the work, the giver's duty ends, and a difference reaches the lead.
 */
export const takeOver = async (
  tx: Tx,
  actor: Actor,
  handover: Handover,
  confirmations: readonly GroupConfirmation[],
): Promise<Refusal | undefined> => {
  const { estate_id: estateId, from_staff_id: giverId } = handover
  await confirmGroups(tx, handover, actor.id, confirmations)
  const items = await standingItems(tx, handover, { lock: true })
  await addItems(
    tx,
    handover,
    items.filter((i) => i.mark === 'new'),
    true,
  )
  const ids = items.map((i) => i.matterId)
  const settled = outcomesOf(items, await workSource().barredTo(tx, estateId, ids, actor.id))
  await settleItems(tx, handover, settled)

  const fromName = await nameOf(tx, giverId)
  const matterIds = settled.filter((s) => s.outcome === 'moved').map((s) => s.matterId)
  const refused = await emit(tx, actor, 'handover.accepted', {
    handover: { id: handover.id, number: handover.number },
    estateId,
    fromStaffId: giverId,
    fromName,
    toStaffId: actor.id,
    toName: actor.name,
    matterIds,
  })
  if (refused) return refused
  const kept = settled.filter((s) => s.outcome === 'kept').map((s) => s.matterId)
  await tellOthers(tx, actor, handover, { fromName, moved: matterIds.length, confirmations })
  await tellOfKept(
    tx,
    estateId,
    actor.name,
    items.filter((i) => kept.includes(i.matterId)).map((i) => i.number),
  )
  const duty = await runningDuty(tx, estateId, handover.post_id, giverId)
  if (duty) await setDutyEnd(tx, estateId, duty.id, handover.id)
  return undefined
}

type Told = { fromName: string; moved: number; confirmations: readonly GroupConfirmation[] }

const tellOthers = async (
  tx: Tx,
  actor: Actor,
  handover: Handover,
  { fromName, moved, confirmations }: Told,
): Promise<void> => {
  const { estate_id: estateId, from_staff_id: giverId } = handover
  const post = (await findPost(tx, estateId, handover.post_id))?.name ?? ''
  await tellStaff(tx, estateId, [giverId], {
    template: 'handover.accepted',
    params: { name: actor.name, post, count: moved },
  })
  const differences = differencesIn(confirmations)
  if (differences.length > 0)
    await tellRoles(tx, estateId, SUPERVISORS, {
      template: 'handover.difference',
      params: {
        post,
        from: fromName,
        to: actor.name,
        count: differences.length,
        difference: differences.map((d) => d.difference).join('；'),
      },
    })
}

/** CP-046: what the taker must not handle stays with the giver until the customer-service lead finds somebody else. */
const tellOfKept = async (tx: Tx, estateId: Uuid, name: string, numbers: readonly string[]): Promise<void> => {
  if (numbers.length === 0) return
  const params = { name, count: numbers.length, numbers: numbers.join('、') }
  await tellRoles(tx, estateId, ['csLead'], { template: 'handover.conflict', params })
}
