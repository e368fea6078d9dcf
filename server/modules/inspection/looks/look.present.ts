import type { Look, LookDetail, RefusedLook } from '#contract/inspection-looks.ts'
import { isFault, PLAIN_ITEM } from '#contract/rules/fault.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { maySteer } from '../inspection.policy.ts'
import { metresBetween } from './distance.rules.ts'
import type { AnswerRow, LookRow } from './look-view.store.ts'
import type { KeptLook, RefusedRow } from './refused.store.ts'

const named = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const presentLook = (actor: Actor, estateId: Uuid, r: LookRow): Look => ({
  id: r.id,
  roundId: r.round_id,
  placeId: r.place_id,
  code: r.code,
  place: r.place,
  touchpoint: r.touchpoint,
  kind: r.kind,
  inspector: { id: r.inspector_id, name: r.inspector_name ?? '' },
  date: r.on_date,
  beganAt: r.began_at,
  endedAt: r.ended_at,
  receivedAt: r.received_at,
  clockOffMs: r.clock_off_ms,
  scanned: r.scanned,
  passed: r.passed,
  failed: r.failed,
  notApplicable: r.not_applicable,
  unanswered: r.missing.length,
  score: r.score,
  note: r.note,
  voidedAt: r.voided_at,
  voidedBy: named(r.voided_by, r.voided_by_name),
  voidReason: r.void_reason,
  standard: r.standard,
  mayVoid: r.voided_at === null && maySteer(actor, estateId, r.kind),
})

export type Located = Pick<LookRow, 'latitude' | 'longitude' | 'accuracy_m' | 'place_latitude' | 'place_longitude'>
export const presentPosition = (r: Located): LookDetail['position'] => {
  if (r.latitude === null || r.longitude === null) return null
  const here = { latitude: r.latitude, longitude: r.longitude }
  const known = r.place_latitude !== null && r.place_longitude !== null
  return {
    ...here,
    accuracyM: r.accuracy_m,
    metresAway: known
      ? metresBetween(here, { latitude: r.place_latitude ?? 0, longitude: r.place_longitude ?? 0 })
      : null,
  }
}

export type Items = ReadonlyMap<string, CheckItem>
export const statementOf = (items: Items, id: string) => ({ zh: items.get(id)?.zh ?? id, en: items.get(id)?.en ?? id })

export const presentMissing = (ids: readonly string[], items: Items): LookDetail['missing'] =>
  ids.map((itemId) => ({ itemId, statement: statementOf(items, itemId) }))

/** Items as they were worded in the version that the look was held to. */
export const presentAnswers = (rows: readonly AnswerRow[], items: Items): LookDetail['answers'] =>
  rows.map((a) => {
    const item = items.get(a.item_id)
    return {
      itemId: a.item_id,
      statement: statementOf(items, a.item_id),
      severity: item?.severity ?? 'minor',
      kano: item?.kano ?? 'must-be',
      answer: a.answer,
      value: a.value,
      unit: item?.threshold?.unit ?? null,
      note: a.note,
      files: a.files,
      findingId: a.finding_id,
      findingNumber: a.finding_number,
      apart: a.apart,
    }
  })

export const presentRefused = (r: RefusedRow & { items: Items }): RefusedLook => {
  const { sent, field } = r.body as KeptLook
  const answers = sent?.answers ?? []
  return {
    id: r.id,
    inspectionId: r.inspection_id,
    sentBy: { id: r.sent_by, name: r.sent_by_name ?? '' },
    receivedAt: r.received_at,
    code: r.code,
    place: r.place,
    field: field ?? null,
    answers: answers.length,
    failed: answers.filter(({ itemId, answer }) => isFault(r.items.get(itemId) ?? PLAIN_ITEM, answer)).length,
    photos: answers.reduce((sum, a) => sum + (a.fileIds?.length ?? 0), 0),
    beganAt: sent?.beganAt ? toInstant(sent.beganAt) : null,
    resolvedAt: r.resolved_at,
    resolvedBy: named(r.resolved_by, r.resolved_by_name),
    resolution: r.resolution || null,
  }
}
