import * as contract from '#contract/estate.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { changeUnit as changeUnitRoute, createUnit as createUnitRoute, getUnit, listUnits } from '#contract/units.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { forgetCalendar } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { listAreaRows, readArea } from './area.store.ts'
import { listBuildingRows, readBuilding } from './building.store.ts'
import { changeEstate } from './change-estate.ts'
import { changeUnit } from './change-unit.ts'
import { createEstate } from './create-estate.ts'
import { createUnit } from './create-unit.ts'
import { listCentreRows, listEstateRows, readEstate } from './estate.store.ts'
import {
  presentArea,
  presentBuilding,
  presentEstate,
  presentEstateView,
  presentUnit,
  presentUnitView,
} from './place.present.ts'
import { areaSheet, buildingSheet } from './place.sheet.ts'
import { changeArea, createArea } from './save-area.ts'
import { changeBuilding, createBuilding } from './save-building.ts'
import { listUnitsOf, viewUnit } from './view-unit.ts'

/** After a use case: its refusal, or the thing as it now stands. */
const then = async <T>(
  done: Uuid | undefined | Refusal,
  view: (id: Uuid) => Promise<T | Refusal>,
  id?: Uuid,
): Promise<T | Refusal> => (isRefusal(done) ? done : view(done ?? id ?? ''))

const found = <Row, View>(row: Row | undefined, present: (row: Row) => View): View | Refusal =>
  row ? present(row) : refuse('E_NOT_FOUND')
const page = <Row, View>(rows: { rows: Row[]; next: string | null } | Refusal, present: (row: Row) => View) =>
  isRefusal(rows) ? rows : { rows: rows.rows.map(present), next: rows.next }

const estateView = async (tx: Tx, id: Uuid) => found(await readEstate(tx, id), presentEstateView)
const buildingView = (tx: Tx, estateId: Uuid) => async (id: Uuid) =>
  found(await readBuilding(tx, estateId, id), presentBuilding)
const areaView = (tx: Tx, estateId: Uuid) => async (id: Uuid) => found(await readArea(tx, estateId, id), presentArea)
const unitView = (tx: Tx, actor: Actor, estateId: Uuid) => async (id: Uuid) => {
  const row = await viewUnit(tx, estateId, id)
  return isRefusal(row) ? row : presentUnitView(actor, row)
}

export const placeRoutes: readonly Served[] = [
  serve(contract.listEstates, async ({ tx, actor, query }) =>
    page(await listEstateRows(tx, tx.scope === 'all' ? [...actor.grants.keys()] : tx.scope, query), presentEstate),
  ),
  serve(contract.createEstate, async ({ tx, actor, body, house }) => {
    const done = await createEstate(tx, actor, body)
    tx.after(() => house.sessions.forget(actor.id))
    return then(done, (id) => estateView(tx, id))
  }),
  serve(contract.getEstate, ({ tx, params }) => estateView(tx, params.estateId)),
  serve(contract.changeEstate, async ({ tx, actor, params, body, house }) => {
    const done = await changeEstate(tx, actor, params.estateId, body)
    tx.after(() => forgetCalendar(house.signals, params.estateId))
    return then(done, (id) => estateView(tx, id), params.estateId)
  }),
  serve(contract.listCentres, async ({ tx, actor, query }) =>
    actor.companyId === null
      ? { rows: [], next: null }
      : page(await listCentreRows(tx, actor.companyId, query), (row) => ({
          id: row.id,
          name: row.name,
          company: { id: row.company_id, name: row.company_name },
          estates: row.estates,
        })),
  ),
  ...serveList(
    contract.listBuildings,
    async ({ tx, params, query }) => page(await listBuildingRows(tx, params.estateId, query), presentBuilding),
    buildingSheet,
  ),
  serve(contract.createBuilding, async ({ tx, actor, params, body }) =>
    then(await createBuilding(tx, actor, params.estateId, body), buildingView(tx, params.estateId)),
  ),
  serve(contract.changeBuilding, async ({ tx, actor, params, body }) =>
    then(
      await changeBuilding(tx, actor, params.estateId, params.id, body),
      buildingView(tx, params.estateId),
      params.id,
    ),
  ),
  ...serveList(
    contract.listAreas,
    async ({ tx, params, query }) => page(await listAreaRows(tx, params.estateId, query), presentArea),
    areaSheet,
  ),
  serve(contract.createArea, async ({ tx, actor, params, body }) =>
    then(await createArea(tx, actor, params.estateId, body), areaView(tx, params.estateId)),
  ),
  serve(contract.changeArea, async ({ tx, actor, params, body }) =>
    then(await changeArea(tx, actor, params.estateId, params.id, body), areaView(tx, params.estateId), params.id),
  ),
  serve(listUnits, async ({ tx, actor, params, query }) =>
    page(await listUnitsOf(tx, params.estateId, query), (row) => presentUnit(actor, row)),
  ),
  serve(createUnitRoute, async ({ tx, actor, params, body }) =>
    then(await createUnit(tx, actor, params.estateId, body), unitView(tx, actor, params.estateId)),
  ),
  serve(getUnit, ({ tx, actor, params }) => unitView(tx, actor, params.estateId)(params.id)),
  serve(changeUnitRoute, async ({ tx, actor, params, body }) =>
    then(
      await changeUnit(tx, actor, params.estateId, params.id, body),
      unitView(tx, actor, params.estateId),
      params.id,
    ),
  ),
]
