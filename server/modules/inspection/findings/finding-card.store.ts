import { sql } from 'kysely'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FindingRow } from './finding.store.ts'
import { orderPictures, ownPictures, type PictureRow } from './pictures.store.ts'

type Named = { id: Uuid; name: string }
export type CardParts = {
  place: { id: Uuid; code: string; name: string }
  people: Named[]
  files: PictureRow[]
  order_files: PictureRow[]
  sightings: { at: Instant; by_id: Uuid; by_name: string; note: string | null; inspection_id: Uuid | null }[]
  earlier: { id: Uuid; number: string; state: string; found_on: LocalDate; repeat: boolean }[]
  order: { id: Uuid; number: string; state: string; open: boolean } | null
}

const MOST = 50

/** All that hangs on a finding, in one statement. */
export const readCard = async (tx: Tx, f: FindingRow): Promise<CardParts> => {
  const e = f.estate_id
  const { rows } = await sql<CardParts>`select
    (select json_build_object('id', p.id, 'code', p.code, 'name', p.name) from place p
      where p.estate_id = ${e} and p.id = ${f.place_id}) as place,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name)) from staff s
      where s.id in (${f.rectified_by}::uuid, ${f.checked_by}::uuid)), '[]') as people,
    ${ownPictures(e, f.matter_id)} as files,
    ${orderPictures(e, sql`${f.order_matter_id}::uuid`)} as order_files,
    coalesce((select json_agg(json_build_object('at', to_char(x.seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'by_id', x.seen_by, 'by_name', coalesce(s.name, ''), 'note', x.note, 'inspection_id', x.inspection_id) order by x.seen_at desc, x.id desc)
      from (select * from finding_sighting where estate_id = ${e} and matter_id = ${f.matter_id} order by seen_at desc limit ${MOST}) x
      left join staff s on s.id = x.seen_by), '[]') as sightings,
    coalesce((select json_agg(json_build_object('id', o.matter_id, 'number', m.number, 'state', m.state, 'found_on', o.found_on,
      'repeat', o.repeat_of is not null) order by o.found_on desc, o.matter_id desc)
      from (select * from finding where estate_id = ${e} and place_id = ${f.place_id} and item_id = ${f.item_id} and matter_id <> ${f.matter_id}
        order by found_on desc limit ${MOST}) o
      join matter m on m.estate_id = o.estate_id and m.id = o.matter_id), '[]') as earlier,
    (select json_build_object('id', m.id, 'number', m.number, 'state', m.state, 'open', m.open) from matter m
      where m.estate_id = ${e} and m.id = ${f.order_matter_id}::uuid) as "order"`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error('a finding without parts')
  return row
}
