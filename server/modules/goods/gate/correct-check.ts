import type { correctGateCheck, GateCheckDetail, GateFact, unmaskGateCheck, voidGateCheck } from '#contract/goods.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import { plateOf, slipNumberOf } from '#contract/rules/goods.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { linesText, presentChange, presentCheck } from './check.present.ts'
import { faultOfLines } from './check.rules.ts'
import {
  type CheckRow,
  changesOf,
  findCheck,
  insertChange,
  lockSlip,
  passagesOn,
  picturesOf,
  saveCheck,
} from './check.store.ts'
import { settleSlip } from './settle-slip.ts'
import { linesOf, unitOf } from './take-check.ts'

export const viewCheck = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid): Promise<GateCheckDetail | Refusal> => {
  const row = await findCheck(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  return {
    ...presentCheck(actor, estateId, row),
    photoMissing: row.photo_missing,
    slipPhotos: await picturesOf(tx, estateId, row.slip_file_ids),
    goodsPhotos: await picturesOf(tx, estateId, row.goods_file_ids),
    changes: (await changesOf(tx, estateId, id)).map((change) => presentChange(actor, estateId, change)),
  }
}

type Correction = BodyOf<typeof correctGateCheck>
type Facts = Record<GateFact, string | null>
const factsOf = (row: CheckRow): Facts => ({
  slipNumber: row.slip_number,
  unitSaid: row.unit_said,
  carrierName: row.carrier_name,
  carrierPhone: row.carrier_phone,
  plate: row.plate,
  difference: row.difference,
  lines: linesText(row.lines, 'zh'),
})

/** A field that is not named stays as it was; an empty one is emptied. */
const put = (given: string | undefined, before: string | null): string | null =>
  given === undefined ? before : given || null

/** FD-508: what was written down wrongly is put right; what stood there is kept with the reason. */
export const correctCheck = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  given: Correction,
): Promise<GateCheckDetail | Refusal> => {
  const row = await findCheck(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  if (row.voided_at !== null) return refuse('E_FIXED')
  if (row.version !== given.version) return refuse('E_VERSION_STALE', { details: { version: row.version } })
  const slip = put(given.slipNumber === undefined ? undefined : slipNumberOf(given.slipNumber), row.slip_number)
  if (slip === null && row.result !== 'noSlip') return refuse('E_SLIP_MISSING', { field: 'body.slipNumber' })
  const lines = given.lines === undefined ? row.lines : linesOf(given.lines)
  const counted = row.result === 'match' || row.result === 'differs'
  if (counted && lines.length === 0) return refuse('E_GOODS_LINE', { field: 'body.lines' })
  const fault = faultOfLines(given.lines ?? [])
  if (fault) return fault
  const unitSaid = put(given.unitSaid, row.unit_said)
  if (counted && unitSaid === null) return refuse('E_INPUT', { field: 'body.unitSaid' })
  const difference = put(given.difference, row.difference)
  if (row.result === 'differs' && difference === null) return refuse('E_REASON_MISSING', { field: 'body.difference' })

  const after: CheckRow = {
    ...row,
    slip_number: slip,
    unit_said: unitSaid,
    carrier_name: put(given.carrierName, row.carrier_name),
    carrier_phone: put(given.carrierPhone, row.carrier_phone),
    plate: put(given.plate === undefined ? undefined : plateOf(given.plate), row.plate),
    difference,
    lines,
  }
  const now = factsOf(after)
  const before = Object.fromEntries(
    Object.entries(factsOf(row)).filter(([what, value]) => now[what as GateFact] !== value),
  )
  if (Object.keys(before).length === 0) return viewCheck(tx, actor, estateId, id)
  const moved = slip !== row.slip_number && row.result === 'match'
  if (moved) for (const one of [row.slip_number, slip].sort()) if (one !== null) await lockSlip(tx, estateId, one)
  const saved = await saveCheck(
    tx,
    estateId,
    { id, version: given.version },
    {
      slip_number: slip,
      unit_said: unitSaid,
      unit_id: unitSaid === row.unit_said ? row.unit_id : await unitOf(tx, estateId, unitSaid),
      carrier_name: after.carrier_name,
      carrier_phone: after.carrier_phone,
      plate: after.plate,
      difference,
      lines,
      ...(moved && slip !== null ? { second_of: (await passagesOn(tx, estateId, slip))[0]?.id ?? null } : {}),
    },
  )
  if (!saved) return refuse('E_VERSION_STALE', { details: { version: row.version } })
  await insertChange(tx, estateId, { id: newId(), checkId: id, by: actor.id, reason: given.reason, before })
  await audit(tx, actor, {
    estateId,
    action: 'gateCheck.corrected',
    subjectKind: 'gateCheck',
    subjectId: id,
    after: { reason: given.reason, changed: Object.keys(before) },
  })
  if (moved) {
    const refused =
      (await settleSlip(tx, actor, estateId, row.slip_number)) ?? (await settleSlip(tx, actor, estateId, slip))
    if (refused) return refused
  }
  tx.tell({ estateId, topic: 'goods' })
  return viewCheck(tx, actor, estateId, id)
}

/** A check that does not count: kept, with the reason. Its slip is free again, or used by the next passage on it. */
export const voidCheck = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { reason, version }: BodyOf<typeof voidGateCheck>,
): Promise<GateCheckDetail | Refusal> => {
  const row = await findCheck(tx, estateId, id)
  if (!row) return refuse('E_NOT_FOUND')
  if (row.voided_at !== null) return refuse('E_FIXED')
  const voided = { voided_at: tx.now, voided_by: actor.id, void_reason: reason }
  if (!(await saveCheck(tx, estateId, { id, version }, voided)))
    return refuse('E_VERSION_STALE', { details: { version: row.version } })
  await audit(tx, actor, {
    estateId,
    action: 'gateCheck.voided',
    subjectKind: 'gateCheck',
    subjectId: id,
    after: { reason },
  })
  const refused = row.result === 'match' ? await settleSlip(tx, actor, estateId, row.slip_number) : undefined
  if (refused) return refused
  tx.tell({ estateId, topic: 'goods' })
  return viewCheck(tx, actor, estateId, id)
}

/** FD-015: one value in full, and an audit row that says who looked at what and why. */
export const unmaskCheck = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { field, purpose }: BodyOf<typeof unmaskGateCheck>,
): Promise<{ value: string } | Refusal> => {
  const row = await findCheck(tx, estateId, id)
  const value = row && (field === 'plate' ? row.plate : row.carrier_phone)
  if (!value) return refuse('E_NOT_FOUND')
  await audit(tx, actor, {
    estateId,
    action: 'gateCheck.unmasked',
    subjectKind: 'gateCheck',
    subjectId: id,
    purpose,
    after: { field },
  })
  return { value }
}
