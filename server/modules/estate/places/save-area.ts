import type { ChangeArea, CreateArea } from '#contract/estate.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { differences } from '../differences.ts'
import { orRefuse } from '../violations.ts'
import {
  type AreaRow,
  countBuildings,
  insertArea,
  readArea,
  setBuildings,
  updateArea,
  worksHere,
} from './area.store.ts'

const TAKEN = { area_name_key: { code: 'E_DUPLICATE', field: 'body.name' } } as const

/** FD-820. E_DUPLICATE (name), E_NOT_FOUND (steward, building). */
export const createArea = async (tx: Tx, actor: Actor, estateId: Uuid, input: CreateArea): Promise<Uuid | Refusal> => {
  const refused = await unknownOf(tx, estateId, input)
  if (refused) return refused
  const area = { estate_id: estateId, id: newId(), name: input.name, steward_id: input.stewardId }
  const done = await orRefuse(TAKEN, () => insertArea(tx, area))
  if (isRefusal(done)) return done
  await setBuildings(tx, estateId, area.id, input.buildingIds)
  const after = await readArea(tx, estateId, area.id)
  await audit(tx, actor, {
    estateId,
    action: 'area.created',
    subjectKind: 'area',
    subjectId: area.id,
    after: after && said(after),
  })
  tx.tell({ estateId, topic: 'units' })
  return area.id
}

/** E_VERSION_STALE, and as `createArea`. */
export const changeArea = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangeArea,
): Promise<undefined | Refusal> => {
  const before = await readArea(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.version !== input.version) return refuse('E_VERSION_STALE')
  const refused = await unknownOf(tx, estateId, input)
  if (refused) return refused
  const patch = {
    ...(input.name !== undefined && { name: input.name }),
    ...(input.stewardId !== undefined && { steward_id: input.stewardId }),
  }
  const done = await orRefuse(TAKEN, () => updateArea(tx, estateId, id, input.version, patch))
  if (isRefusal(done)) return done
  if (!done) return refuse('E_VERSION_STALE')
  if (input.buildingIds) await setBuildings(tx, estateId, id, input.buildingIds)
  const after = await readArea(tx, estateId, id)
  const changed = after && differences(said(before), said(after))
  if (changed)
    await audit(tx, actor, { estateId, action: 'area.changed', subjectKind: 'area', subjectId: id, ...changed })
  tx.tell({ estateId, topic: 'units' })
  return undefined
}

const said = (area: AreaRow) => ({
  name: area.name,
  steward: area.steward_name,
  buildings: area.buildings.map((b) => b.name),
})

const unknownOf = async (
  tx: Tx,
  estateId: Uuid,
  input: { stewardId?: Uuid | null | undefined; buildingIds?: readonly Uuid[] | undefined },
): Promise<Refusal | undefined> => {
  if (input.stewardId && !(await worksHere(tx, estateId, input.stewardId)))
    return refuse('E_NOT_FOUND', { field: 'body.stewardId' })
  const ids = new Set(input.buildingIds)
  if (ids.size > 0 && (await countBuildings(tx, estateId, [...ids])) !== ids.size)
    return refuse('E_NOT_FOUND', { field: 'body.buildingIds' })
  return undefined
}
