import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '#contract/values.ts'

export type PictureRow = { id: Uuid; name: string; mime: string; purpose: string; thumbnail: boolean }

const listed = (purpose: RawBuilder<unknown>) => sql`coalesce(json_agg(json_build_object('id', p.id, 'name', p.name,
  'mime', p.mime, 'purpose', ${purpose}, 'thumbnail', p.thumbnail_key is not null) order by p.uploaded_at, p.id), '[]')`

/** Pictures that were taken for a finding, whatever they show; a value of a row. */
export const ownPictures = (estateId: unknown, matterId: unknown) => sql<PictureRow[]>`(select ${listed(sql`p.purpose`)}
  from file p where p.estate_id = ${estateId} and p.matter_id = ${matterId})`

/** Those of the orders that worked on it, before and after. */
export const orderPictures = (estateId: unknown, orderMatterId: unknown) => sql<
  PictureRow[]
>`(select ${listed(sql`l.purpose`)}
  from work_order w join order_file l on l.estate_id = w.estate_id and l.order_id = w.id
    join file p on p.estate_id = l.estate_id and p.id = l.file_id
  where w.estate_id = ${estateId} and w.matter_id = ${orderMatterId} and l.purpose in ('before', 'after'))`

/** What each shows: the fault, the fault put right, the second look; those of the orders beside its own. */
export const photosOf = (own: readonly PictureRow[], orders: readonly PictureRow[]) => {
  const of = (files: readonly PictureRow[], purposes: readonly string[]) =>
    files
      .filter(({ purpose }) => purposes.includes(purpose))
      .map(({ id, name, mime, thumbnail }) => ({ id, name, mime, thumbnail }))
  return {
    before: [...of(own, ['before', 'photo']), ...of(orders, ['before'])],
    after: [...of(own, ['after']), ...of(orders, ['after'])],
    check: of(own, ['evidence']),
  }
}
