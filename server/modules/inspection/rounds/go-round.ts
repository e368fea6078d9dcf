import type { finishRound, Round, startRound, tickStop } from '#contract/field.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { auditAbout } from '../audit-about.ts'
import { checkLabel } from '../looks/check-label.ts'
import { findPlaceOfRound } from '../looks/checklist.store.ts'
import { ownFiles } from '../looks/file.store.ts'
import { type PhoneClock, phoneClock } from '../looks/phone-clock.rules.ts'
import { ALL_OUT_OF_USE, OUT_OF_USE, OUT_OF_USE_SAID } from './left-out.rules.ts'
import { phoneRounds } from './phone-rounds.ts'
import { lockRound, type RoundRow, saveRound, saveStop, stopsOf } from './round.store.ts'
import { settleRound } from './settle-round.ts'
import { mayGo, wentBefore } from './who-goes.rules.ts'

const shown = async (tx: Tx, estateId: Uuid, id: Uuid): Promise<Round> => {
  const row = await lockRound(tx, estateId, id)
  const [round] = row ? await phoneRounds(tx, estateId, [row]) : []
  if (!round) throw new Error('a round is gone')
  tx.tell({ estateId, topic: 'inspection' })
  return round
}

const assigneeOf = ({ assignee_name }: RoundRow) => ({ details: assignee_name ? { assignee: assignee_name } : {} })

/** Locked, and theirs to go now or before it was given away. E_NOT_FOUND, E_FORBIDDEN, E_TIME_RANGE before its time. */
const going = async (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid, at?: Instant): Promise<RoundRow | Refusal> => {
  const round = await lockRound(tx, estateId, id)
  if (!round) return refuse('E_NOT_FOUND')
  if (!mayGo(actor, round) && !wentBefore(actor, round)) return refuse('E_FORBIDDEN', assigneeOf(round))
  if (at !== undefined && at < round.from_at)
    return refuse('E_TIME_RANGE', { field: 'body.at', details: { earliest: round.from_at } })
  return round
}
/** One that was called off because nothing was left to be gone goes on when a phone tells later that it was gone. */
const isClosed = ({ state, cancel_reason }: RoundRow) =>
  state === 'done' || (state === 'cancelled' && cancel_reason !== ALL_OUT_OF_USE)

/** The first step of a round; late ones stay missed and are under way. */
export const begin = async (
  tx: Tx,
  actor: Actor,
  round: RoundRow,
  at: Instant,
  { receivedAt, offMs }: PhoneClock,
): Promise<void> => {
  if (round.started_at !== null || isClosed(round)) return
  await saveRound(tx, round.estate_id, round.id, {
    state: 'started',
    cancel_reason: null,
    started_at: at,
    started_by: actor.id,
    started_received_at: receivedAt,
    started_off_ms: offMs,
  })
}

/**
 * A round begins. Who starts one that is under way, or has gone to somebody else meanwhile, gets it as it is;
 * E_ROUND_CLOSED for one that has ended.
 */
export const startOnRound = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  body: BodyOf<typeof startRound>,
): Promise<Round | Refusal> => {
  const clock = phoneClock(body.sentAt, tx.now)
  const at = clock.truly(body.at)
  const round = await going(tx, actor, estateId, id, at)
  if (isRefusal(round)) return round
  if (isClosed(round)) return refuse('E_ROUND_CLOSED')
  if (mayGo(actor, round)) await begin(tx, actor, round, at, clock)
  return shown(tx, estateId, id)
}

/**
 * FD-810: ticked with time and person, or left out with the reason. What was ticked first stands. What was done counts
 * also when the round has ended or gone to somebody else meanwhile, who alone may leave places out. Places of an
 * inspection are not ticked: their look is sent; only the reason for leaving one out is said here.
 */
export const tickPlace = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { id, placeId }: { id: Uuid; placeId: Uuid },
  body: BodyOf<typeof tickStop>,
): Promise<Round | Refusal> => {
  const clock = phoneClock(body.sentAt, tx.now)
  const at = clock.truly(body.at)
  const round = await going(tx, actor, estateId, id, at)
  if (isRefusal(round)) return round
  const skippedReason = body.skippedReason || null
  if (skippedReason !== null && isClosed(round)) return refuse('E_ROUND_CLOSED')
  if (skippedReason !== null && !mayGo(actor, round)) return refuse('E_ROUND_REASSIGNED', assigneeOf(round))
  if (round.kind !== 'task' && skippedReason === null)
    return refuse('E_REASON_MISSING', { field: 'body.skippedReason' })
  const place = await findPlaceOfRound(tx, estateId, placeId)
  const stops = await stopsOf(tx, estateId, [id])
  if (!place || !stops.some((s) => s.place_id === placeId)) return refuse('E_PLACE_UNKNOWN')
  const label = skippedReason === null ? await checkLabel(tx, estateId, place, body.labelToken) : undefined
  if (label) return label
  if (skippedReason === null && place.position_needed && !body.position && !body.positionMissing)
    return refuse('E_POSITION_MISSING', { field: 'body.position', details: { code: place.code } })
  const files = await ownFiles(tx, estateId, actor.id, body.fileIds)
  if (files.missing.length > 0) return refuse('E_FILE_FOREIGN', { field: 'body.fileIds' })
  if (files.pictures.size < new Set(body.fileIds).size) return refuse('E_FILE_TYPE', { field: 'body.fileIds' })
  if (skippedReason === null && round.items.proofOnPass && files.pictures.size === 0)
    return refuse('E_PHOTO_MISSING', { field: 'body.fileIds', details: { missing: ['after'] } })
  await begin(tx, actor, round, at, clock)
  const done = {
    done_at: at,
    done_by: actor.id,
    received_at: clock.receivedAt,
    clock_off_ms: clock.offMs,
    skipped_reason: null,
    scanned: body.labelToken !== undefined,
    file_ids: body.fileIds,
    latitude: body.position?.latitude ?? null,
    longitude: body.position?.longitude ?? null,
    accuracy_m: body.position?.accuracyM ?? null,
    position_missing: body.position ? null : body.positionMissing || null,
  }
  const patch = skippedReason === null ? done : { skipped_reason: skippedReason }
  await saveStop(tx, estateId, { roundId: id, placeId }, patch)
  if (round.state === 'done') await settleRound(tx, actor, estateId, id)
  return shown(tx, estateId, id)
}

/**
 * A round ends, signed by who went: every place that is in use was seen or says why not (E_PLACES_OPEN names the others).
 * Done late it stays missed; done in time it is not, whenever it arrives. Who ended it may send it again. Given to
 * somebody else meanwhile it is ended by who went before only where nothing is left to be done (E_ROUND_REASSIGNED).
 */
export const finishOnRound = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  body: BodyOf<typeof finishRound>,
): Promise<Round | Refusal> => {
  const clock = phoneClock(body.sentAt, tx.now)
  const at = clock.truly(body.at)
  const round = await going(tx, actor, estateId, id)
  if (isRefusal(round)) return round
  if (round.state === 'done' && round.done_by === actor.id) return shown(tx, estateId, id)
  if (isClosed(round)) return refuse('E_ROUND_CLOSED')
  if (mayGo(actor, round))
    for (const { placeId, reason } of body.skipped)
      await saveStop(tx, estateId, { roundId: id, placeId }, { skipped_reason: reason })
  const left = (await stopsOf(tx, estateId, [id])).filter((s) => s.done_at === null && s.skipped_reason === null)
  // a phone does not know a place that was switched off meanwhile, and cannot name it
  const open = left.filter((s) => s.active)
  if (open.length > 0 && !mayGo(actor, round)) return refuse('E_ROUND_REASSIGNED', assigneeOf(round))
  if (open.length > 0)
    return refuse('E_PLACES_OPEN', {
      field: 'body.skipped',
      details: {
        count: open.length,
        codes: open
          .map((s) => s.code)
          .slice(0, 20)
          .join('、'),
      },
    })
  // in use when the round was missed, it stays missed there
  const reason = round.missed_at === null ? OUT_OF_USE : OUT_OF_USE_SAID
  for (const { place_id: placeId } of left)
    await saveStop(tx, estateId, { roundId: id, placeId }, { skipped_reason: reason })
  await begin(tx, actor, round, at, clock)
  await saveRound(tx, estateId, id, {
    state: 'done',
    cancel_reason: null,
    done_at: at,
    done_by: actor.id,
    done_received_at: clock.receivedAt,
    done_off_ms: clock.offMs,
    note: body.note || null,
  })
  await settleRound(tx, actor, estateId, id)
  await auditAbout(
    tx,
    actor,
    { estateId, kind: round.kind },
    { action: 'inspectionRound.done', subjectKind: 'inspectionRound', subjectId: id },
  )
  return shown(tx, estateId, id)
}
