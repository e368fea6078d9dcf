import * as contract from '#contract/households.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { addResidence } from './add-residence.ts'
import { addCaution, endCaution } from './change-cautions.ts'
import { addParkingUse, endParkingUse } from './change-parking-uses.ts'
import { changeResidence, endResidence } from './change-residence.ts'
import { addVehicle, changeVehicle, endVehicle } from './change-vehicles.ts'
import { cautionsOf, parkingUsesOf, residencesOf, vehiclesOf } from './household.store.ts'
import { presentCaution, presentParkingUse, presentResidence, presentVehicle } from './people.present.ts'
import { seenIn } from './read-customer.ts'

type Done = Uuid | undefined | Refusal
/** After a use case: its refusal, or the thing as it now stands. */
const shown =
  <Row, View>(
    read: (tx: Tx, estateId: Uuid, which: { id: Uuid }) => Promise<Row[]>,
    present: (row: Row, tx: Tx, estateId: Uuid) => View | Promise<View>,
  ) =>
  async (tx: Tx, estateId: Uuid, done: Done, id?: Uuid): Promise<View | Refusal> => {
    if (isRefusal(done)) return done
    const [row] = await read(tx, estateId, { id: done ?? id ?? '' })
    return row === undefined ? refuse('E_NOT_FOUND') : present(row, tx, estateId)
  }
const residence = shown(residencesOf, async (row, tx, estateId) => presentResidence(row, await seenIn(tx, estateId)))
const vehicle = shown(vehiclesOf, presentVehicle)
const caution = shown(cautionsOf, presentCaution)
const parking = shown(parkingUsesOf, presentParkingUse)

export const householdRoutes: readonly Served[] = [
  serve(contract.addResidence, async ({ tx, actor, params: { estateId }, body }) =>
    residence(tx, estateId, await addResidence(tx, actor, estateId, body)),
  ),
  serve(contract.changeResidence, async ({ tx, actor, params: { estateId, id }, body }) =>
    residence(tx, estateId, await changeResidence(tx, actor, estateId, id, body), id),
  ),
  serve(contract.endResidence, async ({ tx, actor, params: { estateId, id }, body }) =>
    residence(tx, estateId, await endResidence(tx, actor, estateId, id, body), id),
  ),
  serve(contract.addVehicle, async ({ tx, actor, params: { estateId }, body }) =>
    vehicle(tx, estateId, await addVehicle(tx, actor, estateId, body)),
  ),
  serve(contract.changeVehicle, async ({ tx, actor, params: { estateId, id }, body }) =>
    vehicle(tx, estateId, await changeVehicle(tx, actor, estateId, id, body), id),
  ),
  serve(contract.endVehicle, async ({ tx, actor, params: { estateId, id }, body }) =>
    vehicle(tx, estateId, await endVehicle(tx, actor, estateId, id, body), id),
  ),
  serve(contract.addCaution, async ({ tx, actor, params: { estateId }, body }) =>
    caution(tx, estateId, await addCaution(tx, actor, estateId, body)),
  ),
  serve(contract.endCaution, async ({ tx, actor, params: { estateId, id }, body }) =>
    caution(tx, estateId, await endCaution(tx, actor, estateId, id, body.reason), id),
  ),
  serve(contract.addParkingUse, async ({ tx, actor, params: { estateId }, body }) =>
    parking(tx, estateId, await addParkingUse(tx, actor, estateId, body)),
  ),
  serve(contract.endParkingUse, async ({ tx, actor, params: { estateId, id }, body }) =>
    parking(tx, estateId, await endParkingUse(tx, actor, estateId, id, body), id),
  ),
]
