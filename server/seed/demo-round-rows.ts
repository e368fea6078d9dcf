import { sql } from 'kysely'
import type { Instant, Uuid } from '#contract/values.ts'
import { markLooks } from '#modules/inspection/index.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { rowsOfVisit } from './demo-looks.ts'
import type { demoPicture } from './demo-photo.ts'

const CHUNK = 2_000
type RoundPatch = {
  id: Uuid
  state: string
  missed_at?: Instant
  warned_at?: Instant | null
  started_at?: Instant
  started_by?: Uuid
  started_received_at?: Instant
  done_at?: Instant
  done_by?: Uuid
  done_received_at?: Instant
}
type StopPatch = {
  round_id: Uuid
  seq: number
  done_at: Instant
  done_by: Uuid
  received_at: Instant
  inspection_id: Uuid | null
}
export type Gone = {
  looks: ReturnType<typeof rowsOfVisit>[]
  rounds: RoundPatch[]
  stops: StopPatch[]
  files: { id: Uuid; by: Uuid; at: Instant }[]
}
type Picture = Awaited<ReturnType<typeof demoPicture>>

export const writeGone = async (
  tx: Tx,
  estateId: Uuid,
  { looks, rounds, stops, files }: Gone,
  picture: Picture,
): Promise<void> => {
  for (const some of chunks(looks.map((l) => l.inspection))) await tx.db.insertInto('inspection').values(some).execute()
  await markLooks(
    tx,
    estateId,
    looks.map((l) => l.inspection.on_date),
  )
  for (const some of chunks(looks.flatMap((l) => l.answers)))
    await tx.db.insertInto('inspection_answer').values(some).execute()
  for (const some of chunks(files))
    await tx.db
      .insertInto('file')
      .values(
        some.map((f) => ({
          estate_id: estateId,
          id: f.id,
          purpose: 'photo',
          name: '现场.jpg',
          mime: 'image/jpeg',
          size: picture.size,
          sha256: picture.sha256,
          storage_key: picture.key,
          thumbnail_key: `${picture.key}.webp`,
          width: 640,
          height: 480,
          taken_at: f.at,
          uploaded_by: f.by,
          uploaded_at: f.at,
        })),
      )
      .execute()
  for (const some of chunks(looks.flatMap((l) => l.files)))
    await tx.db.insertInto('inspection_file').values(some).execute()
  await sql`update inspection_round r set state = n.state, started_at = n.started_at, started_by = n.started_by, done_at = n.done_at,
      started_received_at = n.started_received_at, started_off_ms = case when n.started_received_at is not null then 0 end,
      done_by = n.done_by, done_received_at = n.done_received_at, done_off_ms = case when n.done_received_at is not null then 0 end, missed_at = n.missed_at, warned_at = n.warned_at,
      escalated_at = case when n.state = 'missed' and n.missed_at < ${tx.now}::timestamptz - interval '4 days' then n.missed_at + interval '3 days' end,
      released_at = case when r.kind = 'mystery' and n.done_at < ${tx.now}::timestamptz - interval '14 days' then n.done_at + interval '2 days' end
    from jsonb_to_recordset(${JSON.stringify(rounds)}::jsonb) as n(id uuid, state text, started_at timestamptz, started_by uuid,
      started_received_at timestamptz, done_at timestamptz, done_by uuid, done_received_at timestamptz, missed_at timestamptz, warned_at timestamptz)
    where r.estate_id = ${estateId} and r.id = n.id`.execute(tx.db)
  await sql`update inspection_stop t set done_at = n.done_at, done_by = n.done_by, received_at = n.received_at, clock_off_ms = 0, inspection_id = n.inspection_id, scanned = true
    from jsonb_to_recordset(${JSON.stringify(stops)}::jsonb) as n(round_id uuid, seq int, done_at timestamptz, done_by uuid, received_at timestamptz, inspection_id uuid)
    where t.estate_id = ${estateId} and t.round_id = n.round_id and t.seq = n.seq`.execute(tx.db)
  await sql`update inspection i set released_at = r.released_at from inspection_round r
    where r.estate_id = i.estate_id and r.id = i.round_id and i.estate_id = ${estateId} and r.released_at is not null`.execute(
    tx.db,
  )
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += CHUNK) yield rows.slice(from, from + CHUNK)
}
