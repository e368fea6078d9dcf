import { sql } from 'kysely'
import type { PlanItems } from '#contract/inspection-plans.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { KNOWN_ROUNDS } from '../inspection.policy.ts'
import { COUNTED, inSpan, NEWEST_FIRST, type Span } from '../scores/score.store.ts'

type AtPlace = { place_id: Uuid; place_code: string; place_name: string; item_id: string }
type OfFinding = { finding_id: Uuid; finding_number: string; finding_state: string; closed_on: LocalDate | null }
type WithoutFinding = { [K in keyof OfFinding]: null }

export type LastWordRow = AtPlace & {
  answer: 'pass' | 'fail' | 'na'
  on_date: LocalDate
  look_id: Uuid
  standard_id: Uuid
  variant_id: Uuid | null
} & (OfFinding | WithoutFinding)

/** The last answer to each item at each place in a span, with what became of its finding. */
export const lastWords = async (tx: Tx, estateId: Uuid, span: Span): Promise<LastWordRow[]> => {
  const { rows } = await sql<LastWordRow>`
    with said as (
      select distinct on (a.place_id, a.item_id) a.estate_id, a.place_id, a.item_id, a.answer, a.finding_id, i.on_date, i.id as look_id,
        i.standard_id, i.variant_id
      from inspection i join inspection_answer a on a.estate_id = i.estate_id and a.inspection_id = i.id
      where ${inSpan(estateId, span)} and a.estate_id = ${estateId} and a.apart is null and ${COUNTED}
      order by a.place_id, a.item_id, ${NEWEST_FIRST})
    select w.place_id, p.code as place_code, p.name as place_name, w.item_id, w.answer, w.on_date, w.look_id, w.standard_id, w.variant_id,
      f.matter_id as finding_id, m.number as finding_number, m.state as finding_state,
      (f.closed_at at time zone e.time_zone)::date as closed_on
    from said w join estate e on e.estate_id = w.estate_id
      join place p on p.estate_id = w.estate_id and p.id = w.place_id
      left join finding f on f.estate_id = w.estate_id and f.matter_id = w.finding_id
      left join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
    order by w.place_id, w.item_id`.execute(tx.db)
  return rows
}

export type OpenFindingRow = AtPlace & OfFinding & { last_on: LocalDate }
/** Findings that stood open at the end of a day. */
export const openFindings = async (tx: Tx, estateId: Uuid, until: LocalDate): Promise<OpenFindingRow[]> => {
  const { rows } = await sql<OpenFindingRow>`
    select f.place_id, p.code as place_code, p.name as place_name, f.item_id, f.matter_id as finding_id, m.number as finding_number,
      m.state as finding_state, (f.closed_at at time zone e.time_zone)::date as closed_on, (f.last_found_at at time zone e.time_zone)::date as last_on
    from finding f join estate e on e.estate_id = f.estate_id join matter m on m.estate_id = f.estate_id and m.id = f.matter_id
      join place p on p.estate_id = f.estate_id and p.id = f.place_id
    where f.estate_id = ${estateId} and f.found_on <= ${until}::date and m.state <> 'REJECTED'
      and (f.closed_at is null or (f.closed_at at time zone e.time_zone)::date > ${until}::date)
    order by f.found_on, f.matter_id`.execute(tx.db)
  return rows
}

/** What kinds of places an estate has. */
export const kindsOfPlaces = async (tx: Tx, estateId: Uuid): Promise<{ touchpoint: string; traits: string[] }[]> => {
  const { rows } = await sql<{ touchpoint: string; traits: string[] }>`
    select distinct touchpoint, traits from place where estate_id = ${estateId} and active`.execute(tx.db)
  return rows
}

type Items = { ids: readonly string[]; touchpoints: readonly string[] }

export type PlannedRow = {
  month: string
  items: PlanItems
  touchpoint: string
  traits: string[]
  /** Of these items those that a look of the round found not applicable: it was not their time. */
  not_now: string[]
  places: number
}
/** Places of rounds by month and by what the round asks there, at the touchpoints of some items. */
export const plannedPlaces = async (
  tx: Tx,
  estateId: Uuid,
  { ids, touchpoints }: Items,
  { from, to }: Span,
): Promise<PlannedRow[]> => {
  const { rows } = await sql<PlannedRow>`
    select to_char(r.on_date, 'YYYY-MM') as month, r.items, p.touchpoint, p.traits, coalesce(n.ids, '{}') as not_now, count(*)::int as places
    from inspection_round r join inspection_stop s on s.estate_id = r.estate_id and s.round_id = r.id
      join place p on p.estate_id = s.estate_id and p.id = s.place_id
      left join lateral (select array_agg(a.item_id order by a.item_id) as ids from inspection_answer a
        where a.estate_id = s.estate_id and a.inspection_id = s.inspection_id and a.item_id = any(${ids}::text[]) and a.answer = 'na') n on true
    where r.estate_id = ${estateId} and r.on_date >= ${from}::date and r.on_date <= ${to}::date and r.kind <> 'task'
      and r.state <> 'cancelled' and p.touchpoint = any(${touchpoints}::text[]) and ${KNOWN_ROUNDS}
    group by 1, 2, 3, 4, 5`.execute(tx.db)
  return rows
}

/** Looks by month at which an item was there. */
export const looksThatPassed = async (
  tx: Tx,
  estateId: Uuid,
  { ids, touchpoints }: Items,
  span: Span,
): Promise<{ month: string; item_id: string; count: number }[]> => {
  const { rows } = await sql<{ month: string; item_id: string; count: number }>`
    select to_char(i.on_date, 'YYYY-MM') as month, a.item_id, count(*)::int as count
    from inspection i join inspection_answer a on a.estate_id = i.estate_id and a.inspection_id = i.id
    where ${inSpan(estateId, span)} and i.touchpoint = any(${touchpoints}::text[]) and a.item_id = any(${ids}::text[])
      and a.answer = 'pass' and a.apart is null and ${COUNTED}
    group by 1, 2`.execute(tx.db)
  return rows
}
