import type * as contract from '#contract/places.ts'
import type { Place } from '#contract/places.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { standardOn } from '../standards/checklists.ts'
import { findPlace, listPlaceRows, type PlaceRow } from './place.store.ts'

/** Presents places with the length of their checklist of today. */
export const presenterOf = async (tx: Tx, estateId: Uuid): Promise<(row: PlaceRow) => Place> => {
  const standard = await standardOn(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now))
  return (row) => ({
    id: row.id,
    code: row.code,
    touchpoint: row.touchpoint as Place['touchpoint'],
    name: row.name,
    building: row.building_id === null ? null : { id: row.building_id, name: row.building_name ?? '' },
    floor: row.floor,
    traits: row.traits,
    scanNeeded: row.scan_needed,
    positionNeeded: row.position_needed,
    position:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    items: standard.of(row).length,
    active: row.active,
    sort: row.sort,
    lastSeenAt: row.last_seen_at,
    version: row.version,
  })
}

export const readPlaces = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof contract.listPlaces>,
): Promise<AnswerOf<typeof contract.listPlaces> | Refusal> => {
  const after = keysetOf(query.cursor, ['text', 'text', 'uuid'])
  if (isRefusal(after)) return after
  const sort = Number(after?.[1] ?? 0)
  if (!Number.isSafeInteger(sort)) return refuse('E_INPUT', { field: 'query.cursor' })
  const rows = await listPlaceRows(tx, estateId, query, {
    after: after && { touchpoint: after[0], sort, id: after[2] },
    limit: query.limit,
  })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(await presenterOf(tx, estateId)),
    next: rows.length > query.limit && last ? encodeCursor([last.touchpoint, String(last.sort), last.id]) : null,
  }
}

/** What is looked at in a place on a day; today if not said. */
export const readChecklist = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  date: LocalDate | undefined,
): Promise<AnswerOf<typeof contract.getChecklist> | Refusal> => {
  const place = await findPlace(tx, estateId, id)
  if (!place) return refuse('E_NOT_FOUND')
  const day = date ?? localDateOf(await calendarOf(tx, estateId), tx.now)
  if (day < '2000-01-01') return refuse('E_TIME_RANGE', { field: 'query.date', details: { earliest: '2000-01-01' } })
  const standard = await standardOn(tx, estateId, day)
  return {
    placeId: id,
    touchpoint: place.touchpoint as Place['touchpoint'],
    standardId: standard.standard.id,
    standardNumber: standard.standard.number,
    variantId: standard.variant?.id ?? null,
    variantNumber: standard.variant?.number ?? null,
    items: standard.of(place),
  }
}
