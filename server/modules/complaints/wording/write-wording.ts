import type {
  changeWordingTopic,
  createWordingTopic,
  endWordingTopic,
  WordingTopic,
} from '#contract/complaint-wordings.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { refuseDuplicate } from '#platform/db/duplicate.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { presentWording } from './wording.present.ts'
import { findWording, hasBuilding, insertWording, saveWording, type WordingRow, type Written } from './wording.store.ts'

type Input = BodyOf<typeof createWordingTopic>
const UNIQUE = { wording_topic_title_key: 'body.title' }

const rowOf = ({ buildingId, codes, ...rest }: Input) => ({
  ...rest,
  codes: [...new Set(codes)].sort(),
  building_id: buildingId,
})
const said = ({ title, text, codes, touchpoint, building_id }: Written) => ({
  title,
  text,
  codes,
  touchpoint,
  buildingId: building_id,
})

const stands = async (tx: Tx, estateId: Uuid, buildingId: Uuid | null): Promise<Refusal | undefined> =>
  buildingId === null || (await hasBuilding(tx, estateId, buildingId))
    ? undefined
    : refuse('E_NOT_FOUND', { field: 'body.buildingId' })

type What = { action: `wording.${'create' | 'change' | 'end'}`; before?: object; after?: object }
const told = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid, what: What): Promise<WordingTopic> => {
  await audit(tx, actor, { estateId, subjectKind: 'wordingTopic', subjectId: id, ...what })
  tx.tell({ estateId, topic: 'complaints' })
  const row = await findWording(tx, estateId, id)
  if (!row) throw new Error('a wording is gone')
  return presentWording(row)
}

/** CP-028: approved by whoever enters it. E_DUPLICATE for a title in force, E_NOT_FOUND for a building of another estate. */
export const createWording = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  body: Input,
): Promise<WordingTopic | Refusal> => {
  const refused = await stands(tx, estateId, body.buildingId)
  if (refused) return refused
  const id = newId()
  const row = rowOf(body)
  const written = await refuseDuplicate(UNIQUE, () => insertWording(tx, estateId, { id, by: actor.id }, row))
  if (isRefusal(written)) return written
  return told(tx, actor, estateId, id, { action: 'wording.create', after: said(row) })
}

const changeable = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<WordingRow | Refusal> => {
  const before = await findWording(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  return before.ended_at === null ? before : refuse('E_STATE_CHANGED')
}

/** CP-028: approved anew. E_STATE_CHANGED for a topic that is over, E_VERSION_STALE for an old view of it. */
export const changeWording = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { version, ...body }: BodyOf<typeof changeWordingTopic>,
): Promise<WordingTopic | Refusal> => {
  const before = await changeable(tx, estateId, id)
  if (isRefusal(before)) return before
  const refused = await stands(tx, estateId, body.buildingId)
  if (refused) return refused
  const row = rowOf(body)
  const saved = await refuseDuplicate(UNIQUE, () =>
    saveWording(tx, estateId, { id, version }, { ...row, approved_by: actor.id }),
  )
  if (isRefusal(saved)) return saved
  if (!saved) return refuse('E_VERSION_STALE')
  return told(tx, actor, estateId, id, { action: 'wording.change', before: said(before), after: said(row) })
}

/** CP-028: no longer said. E_STATE_CHANGED when it is over, E_VERSION_STALE for an old view of it. */
export const endWording = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { version }: BodyOf<typeof endWordingTopic>,
): Promise<WordingTopic | Refusal> => {
  const before = await changeable(tx, estateId, id)
  if (isRefusal(before)) return before
  if (!(await saveWording(tx, estateId, { id, version }, { ended_by: actor.id }))) return refuse('E_VERSION_STALE')
  return told(tx, actor, estateId, id, { action: 'wording.end', before: said(before) })
}
