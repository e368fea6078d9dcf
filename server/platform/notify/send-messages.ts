import { isRefusal } from '#contract/refusal.ts'
import { plusMilliseconds } from '../calendar/instants.rules.ts'
import { instantNow, inTransaction } from '../db/tx.ts'
import type { House } from '../house.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Adapter, Outgoing } from './adapter.ts'
import { adaptersOf } from './adapters.ts'
import { type OutboxRow, type Settled, settleMessages, takeWaiting } from './outbox.store.ts'
import { afterTry, LEASE_MS } from './retry.rules.ts'
import { openSealed } from './sealed.ts'

const BATCH = 200
/** How many calls to a gateway are under way at once. */
const ABREAST = 10

/**
 * Sends what waits in the outbox. A batch is taken in one short transaction, sent outside of any, and settled in a
 * second one, so that a slow gateway never holds a row or a connection.
 */
export const sendMessages: Job = {
  name: 'send-messages',
  schedule: '* * * * *',
  handle: async (house) => {
    const adapterOf = adaptersOf(house.config)
    for (;;) {
      const taken = await inTransaction(house.database, { scope: 'all' }, (tx) =>
        takeWaiting(tx, BATCH, plusMilliseconds(tx.now, LEASE_MS)),
      )
      if (isRefusal(taken) || taken.length === 0) return
      for (let from = 0; from < taken.length; from += ABREAST)
        await settle(
          house,
          await Promise.all(taken.slice(from, from + ABREAST).map((row) => sendOne(house, adapterOf, row))),
        )
      if (taken.length < BATCH) return
    }
  },
}

const sendOne = async (
  house: House,
  adapterOf: (channel: Outgoing['channel']) => Adapter,
  row: OutboxRow,
): Promise<Settled> => {
  const message = outgoing(house, row)
  const adapter = adapterOf(message.channel)
  const outcome = await adapter.send(message)
  const now = instantNow()
  const next = afterTry(outcome, row.attempts, now)
  return {
    estate_id: row.estate_id,
    id: row.id,
    attempts: row.attempts,
    state: next.state,
    not_before: next.notBefore,
    error: next.error,
    via: next.state === 'sent' ? adapter.name : null,
    sent_at: next.state === 'sent' ? now : null,
  }
}

// the columns are held to these words by checks of the table
const outgoing = (house: House, row: OutboxRow): Outgoing => ({
  id: row.id,
  channel: row.channel as Outgoing['channel'],
  template: row.template,
  language: row.language as Outgoing['language'],
  address: row.to_address,
  body: openSealed(house, row.estate_id, row.body),
})

const settle = async (house: House, settled: readonly Settled[]) => {
  await inTransaction(house.database, { scope: 'all' }, async (tx) => {
    await settleMessages(tx, settled)
    for (const estateId of new Set(settled.map((s) => s.estate_id))) tx.tell({ estateId, topic: 'messages' })
    return undefined
  })
}
