import type { proposeFinding } from '#contract/findings.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import { canSee, findMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { findPlace, listPlaceRows } from '../places/place.store.ts'
import { standardOn } from '../standards/checklists.ts'
import { proposeFindings } from './propose-findings.ts'

const itemsToday = async (tx: Tx, estateId: Uuid): Promise<readonly CheckItem[]> =>
  (await standardOn(tx, estateId, localDateOf(await calendarOf(tx, estateId), tx.now))).items

/** Something seen to fail outside of a checklist; a complaint may have made somebody look there. */
export const proposeByHand = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { placeId, itemId, note, fileIds, complaintId }: BodyOf<typeof proposeFinding>,
): Promise<{ id: Uuid; number: string; joined: boolean } | Refusal> => {
  const place = await findPlace(tx, estateId, placeId)
  if (!place?.active) return refuse('E_NOT_FOUND', { field: 'body.placeId' })
  const item = (await itemsToday(tx, estateId)).find((one) => one.id === itemId && one.touchpoint === place.touchpoint)
  if (!item) return refuse('E_NOT_FOUND', { field: 'body.itemId' })
  const complaint = complaintId ? await findMatter(tx, estateId, complaintId) : undefined
  if (complaintId && !(complaint?.kind === 'complaint' && canSee(actor, complaint)))
    return refuse('E_NOT_FOUND', { field: 'body.complaintId' })
  const look = {
    estateId,
    inspectionId: null,
    place: { id: place.id, name: place.name, touchpoint: item.touchpoint },
    at: tx.now,
    becauseOf: complaintId,
  }
  const proposed = await proposeFindings(tx, actor, look, [{ item, note: note ?? null, fileIds }])
  if (isRefusal(proposed)) return proposed
  const [one] = proposed
  if (!one) throw new Error('nothing was proposed')
  return { id: one.matterId, number: one.number, joined: one.joined }
}

const MOST_PLACES = 500
/** What a finding by hand may be about. */
export const findable = async (tx: Tx, estateId: Uuid, touchpoint: CheckItem['touchpoint']) => ({
  places: (await listPlaceRows(tx, estateId, { touchpoint, active: 'true' }, { limit: MOST_PLACES })).map(
    ({ id, code, name }) => ({ id, code, name }),
  ),
  items: (await itemsToday(tx, estateId))
    .filter((item) => item.touchpoint === touchpoint)
    .map(({ id, zh, en, severity }) => ({ id, statement: { zh, en }, severity })),
})
