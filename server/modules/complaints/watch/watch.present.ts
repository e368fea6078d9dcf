import type { WatchChannel, WatchCheck } from '#contract/complaint-watch.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { ChannelRow, CheckRow } from './watch.store.ts'

/** CP-110: whoever looks after all places, or was assigned this one. */
export const mayCheck = (actor: Actor, estateId: Uuid, channel: Pick<ChannelRow, 'assigned_id' | 'active'>): boolean =>
  channel.active && (may(actor, 'complaint.watch', estateId) || channel.assigned_id === actor.id)

export const presentChannel = (actor: Actor, estateId: Uuid, row: ChannelRow): WatchChannel => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  url: row.url,
  assigned: row.assigned_id ? { id: row.assigned_id, name: row.assigned_name ?? '' } : null,
  active: row.active,
  createdAt: row.created_at,
  lastCheckedAt: row.last_at,
  version: row.version,
  mayCheck: mayCheck(actor, estateId, row),
})

export const presentCheck = (row: CheckRow): WatchCheck => ({
  id: row.id,
  watchId: row.watch_id,
  kind: row.kind,
  name: row.name,
  date: row.on_date,
  at: row.at,
  by: { id: row.by_id, name: row.by_name ?? '' },
  found: row.found,
  note: row.note,
})
