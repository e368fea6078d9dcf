import type { Selectable } from 'kysely'
import type { ChangePost, ChangeShift, NewPost, NewShift } from '#contract/duty.ts'
import type { Uuid } from '#contract/values.ts'
import type { DB } from '#platform/db/tables.ts'
import type { Tx } from '#platform/db/tx.ts'

export type PostRow = Selectable<DB['post']>
export type ShiftRow = Selectable<DB['shift']>

export const listPosts = (tx: Tx, estateId: Uuid): Promise<PostRow[]> =>
  tx.db
    .selectFrom('post')
    .selectAll()
    .where('estate_id', '=', estateId)
    .orderBy('active', 'desc')
    .orderBy('position')
    .orderBy('name')
    .execute()

export const findPost = (tx: Tx, estateId: Uuid, id: Uuid): Promise<PostRow | undefined> =>
  tx.db.selectFrom('post').selectAll().where('estate_id', '=', estateId).where('id', '=', id).executeTakeFirst()

export const insertPost = (tx: Tx, estateId: Uuid, id: Uuid, post: NewPost): Promise<PostRow> =>
  tx.db
    .insertInto('post')
    .values({
      estate_id: estateId,
      id,
      name: post.name,
      kind: post.kind,
      accepts_complaints: post.acceptsComplaints,
      position: post.position,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Undefined when somebody else changed it since. */
export const updatePost = (tx: Tx, estateId: Uuid, id: Uuid, post: ChangePost): Promise<PostRow | undefined> =>
  tx.db
    .updateTable('post')
    .set({
      name: post.name,
      kind: post.kind,
      accepts_complaints: post.acceptsComplaints,
      position: post.position,
      active: post.active,
      version: post.version + 1,
      updated_at: tx.now,
    })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', post.version)
    .returningAll()
    .executeTakeFirst()

export const listShifts = (tx: Tx, estateId: Uuid): Promise<ShiftRow[]> =>
  tx.db
    .selectFrom('shift')
    .selectAll()
    .where('estate_id', '=', estateId)
    .orderBy('active', 'desc')
    .orderBy('start_time')
    .orderBy('name')
    .execute()

export const findShift = (tx: Tx, estateId: Uuid, id: Uuid): Promise<ShiftRow | undefined> =>
  tx.db.selectFrom('shift').selectAll().where('estate_id', '=', estateId).where('id', '=', id).executeTakeFirst()

export const insertShift = (tx: Tx, estateId: Uuid, id: Uuid, shift: NewShift): Promise<ShiftRow> =>
  tx.db
    .insertInto('shift')
    .values({
      estate_id: estateId,
      id,
      name: shift.name,
      start_time: shift.from,
      end_time: shift.to,
      over_midnight: shift.overMidnight,
      updated_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateShift = (tx: Tx, estateId: Uuid, id: Uuid, shift: ChangeShift): Promise<ShiftRow | undefined> =>
  tx.db
    .updateTable('shift')
    .set({
      name: shift.name,
      start_time: shift.from,
      end_time: shift.to,
      over_midnight: shift.overMidnight,
      active: shift.active,
      version: shift.version + 1,
      updated_at: tx.now,
    })
    .where('estate_id', '=', estateId)
    .where('id', '=', id)
    .where('version', '=', shift.version)
    .returningAll()
    .executeTakeFirst()
