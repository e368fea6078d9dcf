import type { CreateEstate } from '#contract/estate.ts'
import { permissionsOf, ROLES, type Role } from '#contract/permissions.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { companyWideRoles, findCentre, insertCentre, insertEstate } from './estate.store.ts'
import { isTimeZone } from './time-zone.rules.ts'

const isRole = (value: string): value is Role => Object.hasOwn(ROLES, value)

/**
 * Creates an estate and its line in the directory. For people who hold estate.edit in the whole company: E_FORBIDDEN,
 * E_INPUT (time zone; neither or both of centre and name), E_NOT_FOUND (centre), E_DUPLICATE (code).
 */
export const createEstate = async (tx: Tx, actor: Actor, input: CreateEstate): Promise<Uuid | Refusal> => {
  const roles = (await companyWideRoles(tx, actor.id)).filter(isRole)
  if (actor.companyId === null || !permissionsOf(roles).has('estate.edit')) return refuse('E_FORBIDDEN')
  if (!isTimeZone(input.timeZone)) return refuse('E_INPUT', { field: 'body.timeZone' })
  const centreId = await centreOf(tx, actor, actor.companyId, input)
  if (isRefusal(centreId)) return centreId
  const estate = {
    estate_id: newId(),
    code: input.code,
    name: input.name,
    company_id: actor.companyId,
    centre_id: centreId,
    time_zone: input.timeZone,
    address: input.address ?? null,
  }
  if (!(await insertEstate(tx, estate))) return refuse('E_DUPLICATE', { field: 'body.code' })
  const { estate_id: estateId, ...after } = estate
  await audit(tx, actor, { estateId, action: 'estate.created', subjectKind: 'estate', subjectId: estateId, after })
  return estateId
}

const centreOf = async (tx: Tx, actor: Actor, companyId: Uuid, input: CreateEstate): Promise<Uuid | Refusal> => {
  if (input.centreId && input.centreName === undefined)
    return (
      (await findCentre(tx, companyId, { id: input.centreId })) ?? refuse('E_NOT_FOUND', { field: 'body.centreId' })
    )
  if (input.centreId || input.centreName === undefined) return refuse('E_INPUT', { field: 'body.centreId' })
  const known = await findCentre(tx, companyId, { name: input.centreName })
  if (known) return known
  const centre = { id: newId(), company_id: companyId, name: input.centreName }
  await insertCentre(tx, centre)
  await audit(tx, actor, {
    estateId: null,
    action: 'centre.created',
    subjectKind: 'centre',
    subjectId: centre.id,
    after: { name: centre.name },
  })
  return centre.id
}
