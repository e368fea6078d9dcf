import { type RawBuilder, sql } from 'kysely'
import type { AnswerMark, InspectionKind } from '#contract/inspections.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { trueEnd } from '../true-end.store.ts'

export type LookOfPlace = {
  id: Uuid
  place_id: Uuid
  code: string
  place: string
  inspector_id: Uuid
  inspector_name: string | null
  /** When it truly ended. */
  at: Instant
  kind: InspectionKind
  on_date: LocalDate
  standard_id: Uuid
  variant_id: Uuid | null
}
export type PairRow = { a: LookOfPlace; b: LookOfPlace }

/**
 * Pairs of looks of two people at one place that lie so close together and answered so many of the same items, newest first;
 * voided ones never. Two rounds that ask other things at one place say nothing of each other, and two items say little.
 */
export const pairsOfLooks = async (
  tx: Tx,
  estateId: Uuid,
  asked: {
    from: LocalDate
    to: LocalDate
    touchpoint?: string | undefined
    hours: number
    items: number
    most: number
  },
  visible: (alias: string) => RawBuilder<unknown>,
): Promise<PairRow[]> => {
  const look = (alias: string) =>
    sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'place_id', p.id, 'code', p.code, 'place', p.name,
      'inspector_id', ${sql.ref(`${alias}.inspector_id`)}, 'inspector_name', (select name from staff where id = ${sql.ref(`${alias}.inspector_id`)}),
      'at', to_char(${trueEnd(alias)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'kind', ${sql.ref(`${alias}.kind`)}, 'on_date', ${sql.ref(`${alias}.on_date`)},
      'standard_id', ${sql.ref(`${alias}.standard_id`)}, 'variant_id', ${sql.ref(`${alias}.variant_id`)})`
  const { rows } = await sql<PairRow>`select ${look('i')} as a, ${look('j')} as b
    from inspection i join inspection j on j.estate_id = i.estate_id and j.place_id = i.place_id
      and j.on_date between i.on_date and i.on_date + ${Math.ceil(asked.hours / 24)}::int
      and j.inspector_id <> i.inspector_id and j.voided_at is null and ${visible('j')}
      and (${trueEnd('j')}, j.id) > (${trueEnd('i')}, i.id)
      and ${trueEnd('j')} <= ${trueEnd('i')} + make_interval(hours => ${asked.hours}::int)
    join place p on p.estate_id = i.estate_id and p.id = i.place_id
    where i.estate_id = ${estateId} and i.on_date between ${asked.from} and ${asked.to} and i.voided_at is null and ${visible('i')}
      ${asked.touchpoint ? sql`and i.touchpoint = ${asked.touchpoint}` : sql``}
      and (select count(*) from inspection_answer a join inspection_answer b on b.estate_id = a.estate_id and b.inspection_id = j.id
        and b.item_id = a.item_id and b.answer <> 'na' and b.apart is null
        where a.estate_id = i.estate_id and a.inspection_id = i.id and a.answer <> 'na' and a.apart is null) >= ${asked.items}
    order by ${trueEnd('i')} desc, i.id desc limit ${asked.most}`.execute(tx.db)
  return rows
}

export const marksOfLooks = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, ReadonlyMap<string, AnswerMark>>> => {
  const { rows } = await sql<{ inspection_id: Uuid; item_id: string; answer: AnswerMark }>`
    select inspection_id, item_id, answer from inspection_answer
    where estate_id = ${estateId} and inspection_id = any(${[...ids]}::uuid[]) and apart is null
    order by inspection_id, item_id`.execute(tx.db)
  const marks = new Map<Uuid, Map<string, AnswerMark>>()
  for (const r of rows) {
    const own = marks.get(r.inspection_id) ?? new Map<string, AnswerMark>()
    own.set(r.item_id, r.answer)
    marks.set(r.inspection_id, own)
  }
  return marks
}
