import type { ChangeEstate } from '#contract/estate.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { differences } from '../differences.ts'
import { type EstatePatch, findCentre, readEstate, updateEstate } from './estate.store.ts'
import { isTimeZone } from './time-zone.rules.ts'

/** FD-012: changes an estate and keeps what stood there. E_VERSION_STALE, E_INPUT (time zone), E_NOT_FOUND (centre). */
export const changeEstate = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  input: ChangeEstate,
): Promise<undefined | Refusal> => {
  const before = await readEstate(tx, estateId)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.version !== input.version) return refuse('E_VERSION_STALE')
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) return refuse('E_INPUT', { field: 'body.timeZone' })
  if (input.centreId && !(await findCentre(tx, before.company_id, { id: input.centreId })))
    return refuse('E_NOT_FOUND', { field: 'body.centreId' })
  const patch: EstatePatch = {
    ...(input.name !== undefined && { name: input.name }),
    ...(input.address !== undefined && { address: input.address }),
    ...(input.timeZone !== undefined && { time_zone: input.timeZone }),
    ...(input.centreId !== undefined && { centre_id: input.centreId }),
  }
  const changed = differences(before, patch)
  if (!changed) return undefined
  if (!(await updateEstate(tx, estateId, input.version, patch))) return refuse('E_VERSION_STALE')
  await audit(tx, actor, { estateId, action: 'estate.changed', subjectKind: 'estate', subjectId: estateId, ...changed })
  return undefined
}
