import type { DutyView, PostView, ShiftView } from '#contract/duty.ts'
import type { DutyRow } from './duty.store.ts'
import type { PostRow, ShiftRow } from './post.store.ts'

export const presentDuty = (row: DutyRow): DutyView => ({
  id: row.id,
  post: { id: row.post_id, name: row.post_name, acceptsComplaints: row.accepts_complaints },
  staff: { id: row.staff_id, name: row.staff_name, phone: row.staff_phone },
  date: row.date,
  from: row.from_at,
  to: row.to_at,
  shift: row.shift_name,
  endedAt: row.ended_at,
  waitsForHandover: row.waits,
})

export const presentPost = (row: PostRow): PostView => ({
  id: row.id,
  name: row.name,
  kind: row.kind as PostView['kind'],
  acceptsComplaints: row.accepts_complaints,
  active: row.active,
  position: row.position,
  version: row.version,
})

export const presentShift = (row: ShiftRow): ShiftView => ({
  id: row.id,
  name: row.name,
  from: row.start_time,
  to: row.end_time,
  overMidnight: row.over_midnight,
  active: row.active,
  version: row.version,
})
