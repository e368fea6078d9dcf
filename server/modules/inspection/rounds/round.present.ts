import { nameIn } from '#content/usual-names.ts'
import type { Round } from '#contract/field.ts'
import type { ROUND_VERBS, RoundDetail, RoundLine } from '#contract/inspection-rounds.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { isQuality, maySteer } from '../inspection.policy.ts'
import { presentPosition } from '../looks/look.present.ts'
import { isInTime, trulyDoneAt } from './in-time.rules.ts'
import { whyLeftOut } from './left-out.rules.ts'
import type { RoundCounts, RoundRow, StopLookRow, StopRow } from './round.store.ts'

const named = (id: Uuid | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

const verbsOf = (actor: Actor, r: RoundRow): (typeof ROUND_VERBS)[number][] => {
  const open = r.state === 'planned' || r.state === 'started' || r.state === 'missed'
  const steers = maySteer(actor, r.estate_id, r.kind)
  const seen = r.started_at !== null && r.released_at === null && r.kind === 'mystery'
  return [
    ...(open && steers ? (['reassign', 'cancel'] as const) : []),
    ...(seen && isQuality(actor, r.estate_id) ? (['release'] as const) : []),
  ]
}

const arrival = (receivedAt: Instant | null, offMs: number | null): RoundLine['doneArrival'] =>
  receivedAt === null ? null : { receivedAt, clockOffMs: offMs ?? 0 }

export const presentRound = (actor: Actor, r: RoundRow & RoundCounts): RoundLine => ({
  id: r.id,
  planId: r.plan_id,
  kind: r.kind,
  name: r.name,
  task: r.task,
  line: r.line,
  date: r.on_date,
  fromAt: r.from_at,
  dueAt: r.due_at,
  state: r.state,
  assigneeRole: r.assignee_role,
  assignee: named(r.assignee_id, r.assignee_name),
  area: named(r.area_id, r.area_name),
  places: r.places,
  seen: r.seen,
  skipped: r.skipped,
  startedAt: r.started_at,
  doneAt: r.done_at,
  doneBy: named(r.done_by, r.done_by_name),
  startArrival: arrival(r.started_received_at, r.started_off_ms),
  doneArrival: arrival(r.done_received_at, r.done_off_ms),
  missedAt: r.missed_at,
  escalatedAt: r.escalated_at,
  cancelReason: r.cancel_reason,
  condition: r.condition,
  seed: r.seed,
  note: r.note,
  releasedAt: r.released_at,
  may: verbsOf(actor, r),
  version: r.version,
})

/** Of a round that was done in time: what was heard of last, when that was after its due time. */
const arrivedLate = (r: RoundRow, stops: readonly StopRow[]): RoundDetail['arrivedLate'] => {
  if (r.state !== 'done' || r.done_at === null || r.missed_at !== null) return null
  if (!isInTime({ due_at: r.due_at, done_at: r.done_at }, stops)) return null
  const heard = [r, ...stops].flatMap((x) => ('done_received_at' in x ? x.done_received_at : x.received_at) ?? [])
  const arrivedAt = heard.sort().at(-1)
  return arrivedAt !== undefined && arrivedAt > r.due_at
    ? { doneAt: trulyDoneAt({ done_at: r.done_at }, stops), arrivedAt }
    : null
}

export const presentDetail = (
  actor: Actor,
  r: RoundRow & RoundCounts,
  stops: readonly StopRow[],
  looks: ReadonlyMap<Uuid, StopLookRow>,
  clockWarnMs: number,
): RoundDetail => ({
  ...presentRound(actor, r),
  draw: r.pool && r.quota !== null ? { quota: r.quota, pool: r.pool.length } : null,
  arrivedLate: arrivedLate(r, stops),
  clockWarnMs,
  stops: stops.map((stop) => {
    const look = stop.inspection_id ? looks.get(stop.inspection_id) : undefined
    return {
      seq: stop.seq,
      placeId: stop.place_id,
      code: stop.code,
      name: stop.name,
      touchpoint: stop.touchpoint as RoundDetail['stops'][number]['touchpoint'],
      doneAt: stop.done_at,
      doneBy: named(stop.done_by, stop.done_by_name),
      arrival: arrival(stop.received_at, stop.clock_off_ms),
      skippedReason: whyLeftOut(r, stop),
      scanned: stop.scanned,
      fileIds: stop.file_ids,
      position: presentPosition(stop),
      positionMissing: stop.position_missing,
      look: look
        ? {
            id: look.id,
            score: look.score,
            passed: look.passed,
            failed: look.failed,
            notApplicable: look.not_applicable,
            inspector: { id: look.inspector_id, name: look.inspector_name ?? '' },
            voided: look.voided_at !== null,
          }
        : null,
    }
  }),
})

/** As a phone carries it; `itemIds` is left out where everything that a place has is asked. */
/** The phone carries no list of usual names: it takes along what it may say. */
const inEnglish = ({ name, task }: RoundRow): Pick<Round, 'inEnglish'> => {
  const said = { name: nameIn('en', name), task: task === null ? null : nameIn('en', task) }
  return said.name === name && said.task === task ? {} : { inEnglish: said }
}

export const presentForPhone = (r: RoundRow, stops: readonly StopRow[], itemIds: string[] | undefined): Round => ({
  id: r.id,
  planId: r.plan_id,
  kind: r.kind,
  name: r.name,
  task: r.task,
  line: r.line,
  date: r.on_date,
  fromAt: r.from_at,
  dueAt: r.due_at,
  state: r.state,
  assigneeRole: r.assignee_role,
  assignee: named(r.assignee_id, r.assignee_name),
  ...inEnglish(r),
  ...(itemIds ? { itemIds } : {}),
  ...(r.items.proofOnPass ? { proofOnPass: true } : {}),
  seed: r.seed,
  startedAt: r.started_at,
  doneAt: r.done_at,
  missedAt: r.missed_at,
  note: r.note,
  stops: stops.map((stop) => ({
    seq: stop.seq,
    placeId: stop.place_id,
    doneAt: stop.done_at,
    doneBy: named(stop.done_by, stop.done_by_name),
    inspectionId: stop.inspection_id,
    skippedReason: whyLeftOut(r, stop),
  })),
  version: r.version,
})
