import type { MyMessage, OutboxMessage } from '#contract/running.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '../auth/actor.ts'
import { maskPhone } from '../privacy/mask.ts'
import type { MyMessageRow } from './my-messages.store.ts'
import type { OutboxRow } from './outbox.store.ts'
import { hideSealed } from './sealed.ts'

/** From which states each act of an operator starts. */
export const MESSAGE_MOVES = {
  hold: ['waiting'],
  release: ['held', 'failed'],
  markRead: ['waiting', 'sent', 'failed', 'held'],
} as const satisfies Record<OutboxMessage['moves'][number], readonly OutboxMessage['state'][]>

/** A message as the outbox page shows it; a customer's number stays masked (FD-015). */
export const presentMessage = (actor: Actor, estateId: Uuid, row: OutboxRow): OutboxMessage => ({
  id: row.id,
  channel: row.channel as OutboxMessage['channel'],
  template: row.template,
  language: row.language as OutboxMessage['language'],
  to: {
    kind: row.to_kind as OutboxMessage['to']['kind'],
    id: row.to_id,
    name: row.to_name,
    address: maskPhone(row.to_address),
  },
  body: hideSealed(row.body),
  matter: row.matter_id ? { id: row.matter_id, number: row.matter_number ?? '' } : null,
  urgent: row.urgent,
  state: row.state as OutboxMessage['state'],
  via: row.via,
  notBefore: row.not_before,
  attempts: row.attempts,
  error: row.error,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  readAt: row.read_at,
  moves: movesOf(actor, estateId, row),
})

const movesOf = (actor: Actor, estateId: Uuid, row: OutboxRow): OutboxMessage['moves'] => {
  if (!may(actor, 'outbox.edit', estateId) || row.channel === 'staff') return []
  const all = ['hold', 'release', 'markRead'] as const
  return all.filter(
    (move) => MESSAGE_MOVES[move].some((state) => state === row.state) && (move !== 'markRead' || row.read_at === null),
  )
}

export const presentMine = (row: MyMessageRow): MyMessage => ({
  id: row.id,
  template: row.template,
  body: row.body,
  matter: row.matter_id ? { id: row.matter_id, number: row.matter_number ?? '', kind: row.matter_kind ?? '' } : null,
  urgent: row.urgent,
  createdAt: row.created_at,
  readAt: row.read_at,
})
