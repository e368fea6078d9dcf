import type { ChangeBuilding, CreateBuilding } from '#contract/estate.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { differences } from '../differences.ts'
import { orRefuse } from '../violations.ts'
import { buildingCodeOf, buildingNameOf, buildingSort } from './building.rules.ts'
import { type BuildingPatch, insertBuilding, readBuilding, updateBuilding } from './building.store.ts'

/** E_INPUT when the code names no building, E_DUPLICATE when it stands already. */
export const createBuilding = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: CreateBuilding,
): Promise<Uuid | Refusal> => {
  const code = buildingCodeOf(input.code)
  if (code === undefined) return refuse('E_INPUT', { field: 'body.code' })
  const building = {
    estate_id: estateId,
    id: newId(),
    code,
    name: input.name ?? buildingNameOf(code),
    kind: input.kind,
    floors: input.floors ?? null,
    sort: input.sort ?? buildingSort(code),
  }
  const done = await orRefuse({ building_code_key: { code: 'E_DUPLICATE', field: 'body.code' } }, () =>
    insertBuilding(tx, building),
  )
  if (isRefusal(done)) return done
  const { estate_id: _, id, ...after } = building
  await audit(tx, actor, { estateId, action: 'building.created', subjectKind: 'building', subjectId: id, after })
  tx.tell({ estateId, topic: 'units' })
  return id
}

/** E_NOT_FOUND, E_VERSION_STALE. */
export const changeBuilding = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  input: ChangeBuilding,
): Promise<undefined | Refusal> => {
  const before = await readBuilding(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.version !== input.version) return refuse('E_VERSION_STALE')
  const patch: BuildingPatch = {
    ...(input.name !== undefined && { name: input.name }),
    ...(input.kind !== undefined && { kind: input.kind }),
    ...(input.floors !== undefined && { floors: input.floors }),
    ...(input.sort !== undefined && { sort: input.sort }),
  }
  const changed = differences(before, patch)
  if (!changed) return undefined
  if (!(await updateBuilding(tx, estateId, id, input.version, patch))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, { estateId, action: 'building.changed', subjectKind: 'building', subjectId: id, ...changed })
  tx.tell({ estateId, topic: 'units' })
  return undefined
}
