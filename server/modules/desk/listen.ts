import { on } from '#platform/events/events.ts'
import { afterMove, bringNoCallbackWish } from './callbacks/on-matter.ts'
import { tellFirstReceiver } from './first-receiver/tell-first-receiver.ts'

/** What the desk does when matters of any kind are registered or move; once at start. */
export const listenToMatters = (): void => {
  on('matter.registered', 'desk', async (tx, _actor, { matter }) => {
    await bringNoCallbackWish(tx, matter)
  })
  on('matter.moved', 'desk', (tx, actor, moved) => afterMove(tx, actor, moved))
  on('matter.moved', 'desk', (tx, actor, { before, matter }) => tellFirstReceiver(tx, actor, before, matter))
}
