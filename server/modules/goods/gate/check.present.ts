import { GATE_FACTS, type GateCheck, type GateCheckDetail, type GateFact, type GoodsLine } from '#contract/goods.ts'
import type { Uuid } from '#contract/values.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Lang } from '#platform/documents/words.ts'
import { maskName, maskPhone, maskPlate } from '#platform/privacy/mask.ts'
import type { ChangeRow, CheckRow } from './check.store.ts'

const SIGNS = { zh: { open: '（', close: '）', next: '；' }, en: { open: ' (', close: ')', next: '; ' } }
/** 冰箱 1 台（双门）, with the signs of the language. */
export const linesText = (lines: readonly GoodsLine[], lang: Lang): string => {
  const { open, close, next } = SIGNS[lang]
  return lines
    .map(
      ({ category, quantity, unit, remark }) =>
        `${category} ${quantity} ${unit}${remark ? `${open}${remark}${close}` : ''}`,
    )
    .join(next)
}

/** FD-015: numbers and plates are masked for everybody; who may not read customers sees no whole name either. */
const maskFor = (actor: Actor, estateId: Uuid) => ({
  name: may(actor, 'customer.read', estateId) ? (name: string | null) => name : maskName,
  phone: maskPhone,
  plate: maskPlate,
})

const passageOf = (row: CheckRow): GateCheck['secondOf'] =>
  row.second_of === null || row.first_at === null
    ? null
    : { id: row.second_of, at: row.first_at, gate: row.first_gate ?? '', guard: row.first_guard ?? '' }

export const presentMatter = (
  row: Pick<CheckRow, 'matter_id' | 'matter_number' | 'matter_open' | 'matter_answer'>,
): GateCheck['matter'] =>
  row.matter_id === null || row.matter_number === null
    ? null
    : {
        id: row.matter_id,
        number: row.matter_number,
        open: row.matter_open ?? false,
        answer: row.matter_answer || null,
      }

export const presentCheck = (actor: Actor, estateId: Uuid, row: CheckRow): GateCheck => {
  const mask = maskFor(actor, estateId)
  return {
    id: row.id,
    at: row.at,
    receivedAt: row.received_at,
    clockOffMs: row.clock_off_ms,
    gate: { id: row.place_id, code: row.gate_code, name: row.gate },
    scanned: row.scanned,
    guard: { id: row.guard_id, name: row.guard ?? '' },
    result: row.result,
    slipNumber: row.slip_number,
    unit: row.unit_id === null || row.unit === null ? null : { id: row.unit_id, display: row.unit },
    unitSaid: row.unit_said,
    carrierName: mask.name(row.carrier_name),
    carrierPhone: mask.phone(row.carrier_phone),
    plate: mask.plate(row.plate),
    lines: row.lines,
    slipCollected: row.slip_collected,
    photos: row.slip_file_ids.length + row.goods_file_ids.length,
    difference: row.difference,
    secondOf: passageOf(row),
    matter: presentMatter(row),
    corrections: row.corrections,
    voidedAt: row.voided_at,
    voidedBy: row.voided_by === null ? null : { id: row.voided_by, name: row.voided_by_name ?? '' },
    voidReason: row.void_reason,
    mayCorrect: row.voided_at === null && may(actor, 'gate.correct', estateId),
    version: row.version,
  }
}

export const presentChange = (actor: Actor, estateId: Uuid, row: ChangeRow): GateCheckDetail['changes'][number] => {
  const { name, phone, plate } = maskFor(actor, estateId)
  const shown: Partial<Record<GateFact, (value: string | null) => string | null>> = {
    carrierName: name,
    carrierPhone: phone,
    plate,
  }
  return {
    id: row.id,
    at: row.changed_at,
    by: { id: row.changed_by, name: row.changed_by_name ?? '' },
    reason: row.reason,
    before: GATE_FACTS.filter((what) => what in row.before).map((what) => {
      const value = row.before[what] ?? null
      const mask = shown[what]
      return { what, value: mask ? mask(value) : value }
    }),
  }
}
