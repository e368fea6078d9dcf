import type { Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { dutyStaff } from './duty-staff.ts'
import { helpIsOver, needsHelp } from './queue.rules.ts'
import { type AssistRow, countWaiting, endAssist, insertAssist, openAssist } from './queue.store.ts'

/**
 * FD-017: more waiting than the threshold calls the duty staff at once (QUEUE_ASSIST_CALLED is the row); the call
 * stands until the queue is short again. Returns the length and the call that stands.
 */
export const callForHelp = async (
  tx: Tx,
  estateId: Uuid,
): Promise<{ length: number; assist: AssistRow | undefined }> => {
  const threshold = (await settingsOf(tx, estateId)).get('desk.queueAssistThreshold')
  const length = await countWaiting(tx, estateId)
  const standing = await openAssist(tx, estateId)
  if (needsHelp(length, threshold, standing !== undefined)) {
    const called = await insertAssist(tx, { estate_id: estateId, id: newId(), length, threshold })
    const duty = called ? await dutyStaff(tx, estateId) : []
    await tellStaff(tx, estateId, duty, { template: 'queue.assist', params: { length } })
    return { length, assist: await openAssist(tx, estateId) }
  }
  if (standing && helpIsOver(length, threshold)) {
    await endAssist(tx, estateId)
    return { length, assist: undefined }
  }
  return { length, assist: standing }
}
