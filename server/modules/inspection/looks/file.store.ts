import { sql } from 'kysely'
import type { Picture } from '#contract/files.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'

export type OwnFiles = {
  /** Asked for, but not there or uploaded by somebody else. */
  missing: Uuid[]
  pictures: ReadonlySet<Uuid>
}
/** Of these files those that this person uploaded, and which of them are pictures. */
export const ownFiles = async (tx: Tx, estateId: Uuid, staffId: Uuid, ids: readonly Uuid[]): Promise<OwnFiles> => {
  if (ids.length === 0) return { missing: [], pictures: new Set() }
  const { rows } = await sql<{ id: Uuid; mime: string }>`select id, mime from file
    where estate_id = ${estateId} and id = any(${[...ids]}::uuid[]) and uploaded_by = ${staffId}`.execute(tx.db)
  const found = new Set(rows.map((r) => r.id))
  return {
    missing: ids.filter((id) => !found.has(id)),
    pictures: new Set(rows.filter((r) => r.mime.startsWith('image/')).map((r) => r.id)),
  }
}

/** The files of an answer `a`, as JSON. */
export const FILES_OF_ANSWER = sql<
  Picture[]
>`coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime', f.mime,
    'thumbnail', f.thumbnail_key is not null) order by f.uploaded_at, f.id)
  from inspection_file l join file f on f.estate_id = l.estate_id and f.id = l.file_id
  where l.estate_id = a.estate_id and l.inspection_id = a.inspection_id and l.item_id = a.item_id), '[]')`

/** The look or tick that a file belongs to, for who may see it. */
export const placeOfFile = async (
  tx: Tx,
  estateId: Uuid,
  fileId: Uuid,
): Promise<{ kind: string; inspector_id: Uuid | null; released: boolean } | undefined> => {
  const { rows } = await sql<{ kind: string; inspector_id: Uuid | null; released: boolean }>`
    select i.kind, i.inspector_id, i.released_at is not null as released from inspection_file f
      join inspection i on i.estate_id = f.estate_id and i.id = f.inspection_id
    where f.estate_id = ${estateId} and f.file_id = ${fileId}
    union all
    select 'task', t.done_by, true from inspection_stop t
    where t.estate_id = ${estateId} and t.file_ids @> array[${fileId}::uuid] limit 1`.execute(tx.db)
  return rows[0]
}
