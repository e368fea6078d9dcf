import { declareWorkSource } from '#modules/staff/index.ts'
import { on } from '#platform/events/events.ts'
import { appendTimeline } from './timeline.store.ts'
import { barredTo, closedAmong, handledBy, moveHandler, partsOf, workToTransfer } from './work-in-hand.store.ts'

/** Tells the staff room where the work lies that people have in hand, and moves it when a handover is accepted. */
export const joinHandovers = (): void => {
  declareWorkSource({ handledBy, closedAmong, barredTo, toTransfer: workToTransfer, partsOf })
  on('handover.accepted', 'matters', async (tx, actor, event) => {
    const { estateId, fromStaffId, fromName, toStaffId, toName, handover } = event
    const moved = await moveHandler(tx, estateId, event.matterIds, fromStaffId, toStaffId)
    const data = {
      handoverId: handover.id,
      number: handover.number,
      from: { id: fromStaffId, name: fromName },
      to: { id: toStaffId, name: toName },
    }
    for (const matter of moved) {
      await appendTimeline(tx, actor, matter, [
        { type: 'move', verb: 'handover', from: matter.state, to: matter.state, text: `${fromName} → ${toName}`, data },
      ])
      tx.tell({ estateId, topic: 'matters', ids: { matterId: matter.id } })
    }
  })
}
