import type { GoodsLine, SentGateCheck, TakenGateCheck } from '#contract/goods.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { isGate, plateOf, slipNumberOf } from '#contract/rules/goods.ts'
import type { Uuid } from '#contract/values.ts'
import { parseUnitNo } from '#modules/estate/index.ts'
import { findPlace, ownFiles } from '#modules/inspection/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { presentCheck } from './check.present.ts'
import { doneAt, faultOfCheck, inOrderDone } from './check.rules.ts'
import { findCheck, insertCheck, lockSlip, type NewCheck, passagesOn, unitNamed } from './check.store.ts'
import { settleSlip } from './settle-slip.ts'
import { tellDesk } from './tell-desk.ts'

/** FD-507: the passage for which a slip was used, as a refusal that says when, at which gate and by whom. */
export const refuseUsed = async (tx: Tx, estateId: Uuid, slip: string, field: string): Promise<Refusal | undefined> => {
  const [first] = inOrderDone(await passagesOn(tx, estateId, slip))
  const row = first && (await findCheck(tx, estateId, first.id))
  return row && refuse('E_SLIP_USED', { field, details: { at: row.at, gate: row.gate, guard: row.guard ?? '' } })
}

export const linesOf = (lines: SentGateCheck['lines']): GoodsLine[] =>
  lines.map(({ category, quantity, unit, remark }) => ({ category, quantity, unit, remark: remark || null }))

/** The unit that somebody named, in whatever habit of writing; null where it names none of this estate. */
export const unitOf = async (tx: Tx, estateId: Uuid, said: string | null | undefined): Promise<Uuid | null> => {
  if (!said) return null
  const unit = parseUnitNo(said)
  return (await unitNamed(tx, estateId, said, unit === null ? [said] : [said, unit.canonical])) ?? null
}

/** What the answer says; for who sends the same check again too. */
const takenOf = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<TakenGateCheck> => {
  const row = await findCheck(tx, estateId, id)
  if (!row) throw new Error('a gate check was not written')
  const { secondOf, matter } = presentCheck(actor, estateId, row)
  return { id, secondOf, matterNumber: matter?.number ?? null }
}

/** A check arrives, at once or after hours without signal. What was done is kept; only what it lacks is refused. */
export const takeCheck = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  sent: SentGateCheck,
): Promise<TakenGateCheck | Refusal> => {
  const before = await findCheck(tx, estateId, sent.id)
  if (before)
    return before.guard_id === actor.id
      ? takenOf(tx, actor, estateId, sent.id)
      : refuse('E_DUPLICATE', { field: 'body.id' })
  const place = await findPlace(tx, estateId, sent.placeId)
  if (!place || !isGate(place)) return refuse('E_PLACE_UNKNOWN', { field: 'body.placeId' })
  const files = await ownFiles(tx, estateId, actor.id, [...new Set([...sent.slipPhotoIds, ...sent.goodsPhotoIds])])
  const foreign = files.missing[0]
  if (foreign !== undefined)
    return refuse('E_FILE_FOREIGN', {
      field: sent.slipPhotoIds.includes(foreign) ? 'body.slipPhotoIds' : 'body.goodsPhotoIds',
    })
  const fault = faultOfCheck(sent, files.pictures)
  if (fault) return fault

  const slip = slipNumberOf(sent.slipNumber ?? '') || null
  if (slip !== null) await lockSlip(tx, estateId, slip)
  const lets = sent.result === 'match' && slip !== null
  const used = lets && !sent.gone ? await refuseUsed(tx, estateId, slip, 'body.slipNumber') : undefined
  if (used) return used
  const row: NewCheck = {
    id: sent.id,
    place_id: place.id,
    scanned: sent.labelToken === place.label_token,
    guard_id: actor.id,
    at: doneAt(sent.at, tx.now),
    clock_off_ms: sent.clockOffMs ?? 0,
    result: sent.result,
    slip_number: slip,
    unit_id: await unitOf(tx, estateId, sent.unitSaid),
    unit_said: sent.unitSaid || null,
    carrier_name: sent.carrierName || null,
    carrier_phone: sent.carrierPhone || null,
    plate: plateOf(sent.plate ?? '') || null,
    lines: linesOf(sent.lines),
    slip_collected: sent.slipCollected,
    slip_file_ids: sent.slipPhotoIds,
    goods_file_ids: sent.goodsPhotoIds,
    photo_missing: sent.photoMissing || null,
    difference: sent.difference || null,
    // until it is settled which of the passages was the first
    second_of: lets ? ((await passagesOn(tx, estateId, slip))[0]?.id ?? null) : null,
  }
  await insertCheck(tx, estateId, row)
  const told =
    sent.result === 'match' ? await settleSlip(tx, actor, estateId, slip) : await tellDesk(tx, actor, estateId, sent.id)
  if (isRefusal(told)) return told
  tx.tell({ estateId, topic: 'goods' })
  return takenOf(tx, actor, estateId, sent.id)
}
