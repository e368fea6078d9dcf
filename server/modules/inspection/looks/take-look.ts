import { Touchpoint } from '#contract/complaint-categories.ts'
import { isSecret } from '#contract/inspection-plans.ts'
import type { AnswerMark, SentInspection, TakenInspection } from '#contract/inspections.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { isFault, isWell } from '#contract/rules/fault.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import type { Proposed } from '../findings/look.ts'
import { proposeFindings } from '../findings/propose-findings.ts'
import { isQuality } from '../inspection.policy.ts'
import { askedItems } from '../plans/asked-items.rules.ts'
import { begin } from '../rounds/go-round.ts'
import { lockRound, type RoundRow, saveStop, stopsOf } from '../rounds/round.store.ts'
import { settleRound } from '../rounds/settle-round.ts'
import { isTheirs } from '../rounds/who-goes.rules.ts'
import { inHundredths, scoreOf, tallyOf } from '../score.rules.ts'
import { scoreModelOf } from '../scores/score-model.ts'
import { checkLabel } from './check-label.ts'
import { findPlace, findPlaceOfRound, type PlaceRow } from './checklist.store.ts'
import { type Held, heldAs, heldOn, itemsAt } from './checklists.ts'
import { ownFiles } from './file.store.ts'
import { faultOfAnswers, type Sorted, sortAnswers, unansweredOf } from './look.rules.ts'
import { insertAnswers, insertFiles, insertLook, keepTaken, type NewLook, takenBefore } from './look.store.ts'
import { type PhoneClock, phoneClock } from './phone-clock.rules.ts'
import { resolveTaken } from './refused.store.ts'

const MINUTE = 60_000
type Sent = SentInspection
/** A look that was refused, came then, and is taken after somebody has looked into it. */
type LookedInto = { receivedAt: Instant }
type Times = { clock: PhoneClock; beganAt: Instant; endedAt: Instant; date: LocalDate }
type Ready = {
  place: PlaceRow
  round: RoundRow | undefined
  /** Whether the round goes to the place; its plan may have changed while the phone had no signal. */
  onRound: boolean
  held: Held
  sorted: Sorted
  /** What the round asks at the place and nobody answered; a task asks for no look, one outside a round asks nothing. */
  missing: string[]
  times: Times
  kind: string
  scanned: boolean
}

/** The same look again: its first answer. Another person's id is nobody's business. */
const replayed = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
): Promise<TakenInspection | Refusal | undefined> => {
  const before = await takenBefore(tx, estateId, id)
  if (!before) return undefined
  return before.inspector_id === actor.id && before.taken ? before.taken : refuse('E_DUPLICATE', { field: 'body.id' })
}

/** Of which kind a look is: its round says so; without one, surprises and mystery visits are the quality department's. */
const kindOf = (actor: Actor, estateId: Uuid, sent: Sent, round: RoundRow | undefined): string | Refusal => {
  if (round) return round.kind === 'task' ? 'spot' : round.kind
  if (isSecret(sent.kind) && !isQuality(actor, estateId)) return refuse('E_FORBIDDEN', { field: 'body.kind' })
  return sent.kind
}

/** Everything that is asked before anything is written; of a look that was looked into neither label nor position. */
const prepare = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  sent: Sent,
  lookedInto: LookedInto | undefined,
): Promise<Ready | Refusal> => {
  const clock = phoneClock(sent.sentAt, lookedInto?.receivedAt ?? tx.now)
  const endedAt = clock.truly(sent.endedAt)
  const date = localDateOf(await calendarOf(tx, estateId), endedAt)
  const find = sent.roundId === undefined ? findPlace : findPlaceOfRound
  const place = await find(tx, estateId, sent.placeId)
  if (!place) return refuse('E_PLACE_UNKNOWN', { field: 'body.placeId' })
  const label = lookedInto ? undefined : await checkLabel(tx, estateId, place, sent.labelToken)
  if (label) return label
  if (!lookedInto && place.position_needed && !sent.position && !sent.positionMissing)
    return refuse('E_POSITION_MISSING', { field: 'body.position', details: { code: place.code } })
  const round = sent.roundId === undefined ? undefined : await lockRound(tx, estateId, sent.roundId)
  if (sent.roundId !== undefined && !round) return refuse('E_NOT_FOUND', { field: 'body.roundId' })
  const kind = kindOf(actor, estateId, sent, round)
  if (isRefusal(kind)) return kind
  const held = await heldAs(tx, estateId, sent, date)
  if (!held) return refuse('E_STANDARD_UNKNOWN', { field: 'body.standardId' })
  const files = await ownFiles(tx, estateId, actor.id, [...new Set(sent.answers.flatMap((a) => a.fileIds))])
  const items = itemsAt(held, place)
  const sorted = sortAnswers({ items, known: held.items, answers: sent.answers })
  const given = { answers: sent.answers, proofOnPass: round?.items.proofOnPass ?? false, date, files }
  const fault = faultOfAnswers(sorted.counted, given)
  if (fault) return fault
  const onRound = round !== undefined && (await stopsOf(tx, estateId, [round.id])).some((s) => s.place_id === place.id)
  const asked = onRound && round.kind !== 'task' ? askedItems(items, round.items) : []
  const missing = unansweredOf(asked, sorted.counted)
  const times = { clock, beganAt: clock.truly(sent.beganAt), endedAt, date }
  return { place, round, onRound, held, sorted, missing, kind, times, scanned: sent.labelToken !== undefined }
}

const warningsOf = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { round, onRound, held, missing, times }: Ready,
): Promise<TakenInspection['warnings']> => {
  const now = await heldOn(tx, estateId, times.date)
  const most = (await settingsOf(tx, estateId)).get('inspection.clockWarnMinutes') * MINUTE
  return [
    ...(round && !isTheirs(actor, round) ? (['roundReassigned'] as const) : []),
    ...(round?.state === 'cancelled' ? (['roundCancelled'] as const) : []),
    ...(round?.state === 'done' ? (['roundEnded'] as const) : []),
    ...(round && !onRound ? (['notInRound'] as const) : []),
    ...(missing.length > 0 ? (['incomplete'] as const) : []),
    ...(now.standardId !== held.standardId || now.variantId !== held.variantId ? (['standardChanged'] as const) : []),
    ...(Math.abs(times.clock.offMs) > most ? (['clockOff'] as const) : []),
  ]
}

const rowOf = async (tx: Tx, actor: Actor, estateId: Uuid, sent: Sent, ready: Ready): Promise<NewLook> => {
  const { place, round, held, sorted, missing, times, kind } = ready
  const count = (of: (item: CheckItem, mark: AnswerMark) => boolean) =>
    sorted.counted.filter(({ item, answer }) => of(item, answer.answer)).length
  const tally = tallyOf(sorted.counted.map(({ item, answer }) => ({ item, answer: answer.answer })))
  return {
    id: sent.id,
    round_id: round?.id ?? null,
    place_id: place.id,
    touchpoint: place.touchpoint,
    kind,
    inspector_id: actor.id,
    on_date: times.date,
    began_at: toInstant(sent.beganAt),
    ended_at: toInstant(sent.endedAt),
    received_at: times.clock.receivedAt,
    clock_off_ms: times.clock.offMs,
    standard_id: held.standardId,
    variant_id: held.variantId,
    scanned: ready.scanned,
    latitude: sent.position?.latitude ?? null,
    longitude: sent.position?.longitude ?? null,
    accuracy_m: sent.position?.accuracyM ?? null,
    position_missing: sent.position ? null : sent.positionMissing || null,
    note: sent.note || null,
    passed: count(isWell),
    failed: count(isFault),
    not_applicable: count((_, mark) => mark === 'na'),
    missing,
    tally: [...tally],
    score: inHundredths(scoreOf(tally, scoreModelOf(await settingsOf(tx, estateId))).score),
    // what comes after the release of its round is released with it
    released_at: round?.released_at ? tx.now : null,
    released_by: round?.released_by ?? null,
  }
}

/**
 * What is a fault becomes a finding in the same transaction. What a mystery visitor saw waits until it is released, but for
 * critical failures: nobody is to come to harm for a surprise's sake.
 */
const findingsOf = (tx: Tx, actor: Actor, estateId: Uuid, id: Uuid, ready: Ready): Promise<Proposed[] | Refusal> => {
  const waits = ready.kind === 'mystery' && !ready.round?.released_at
  const failed = ready.sorted.counted.filter(
    ({ answer, item }) => isFault(item, answer.answer) && (!waits || item.severity === 'critical'),
  )
  if (failed.length === 0) return Promise.resolve([])
  const { id: placeId, name, touchpoint } = ready.place
  return proposeFindings(
    tx,
    actor,
    {
      estateId,
      inspectionId: id,
      place: { id: placeId, name, touchpoint: Touchpoint.parse(touchpoint) },
      at: ready.times.endedAt,
    },
    failed.map(({ item, answer }) => ({ item, note: answer.note || null, fileIds: answer.fileIds })),
  )
}

const writeParts = async (tx: Tx, estateId: Uuid, sent: Sent, ready: Ready, findings: readonly Proposed[]) => {
  const findingOf = new Map(findings.map((f) => [f.itemId, f.matterId]))
  const whyApart = new Map(ready.sorted.apart.map((a) => [a.answer.itemId, a.why]))
  const look = { id: sent.id, place_id: ready.place.id, on_date: ready.times.date }
  const rows = sent.answers.map((a) => ({
    item_id: a.itemId,
    answer: a.answer,
    value: a.value ?? null,
    note: a.note || null,
    finding_id: findingOf.get(a.itemId) ?? null,
    apart: whyApart.get(a.itemId) ?? null,
  }))
  await insertAnswers(tx, estateId, look, rows)
  const files = sent.answers.flatMap((a) => a.fileIds.map((file_id) => ({ item_id: a.itemId, file_id })))
  await insertFiles(tx, estateId, sent.id, files)
}

/** The round is under way, and its place is done where the look was whole. */
const tickByLook = async (tx: Tx, actor: Actor, round: RoundRow, { id, ready }: { id: Uuid; ready: Ready }) => {
  const { place, missing, times } = ready
  await begin(tx, actor, round, times.beganAt, times.clock)
  if (missing.length > 0) return
  await saveStop(
    tx,
    round.estate_id,
    { roundId: round.id, placeId: place.id },
    {
      done_at: times.endedAt,
      done_by: actor.id,
      received_at: times.clock.receivedAt,
      clock_off_ms: times.clock.offMs,
      inspection_id: id,
      scanned: ready.scanned,
      skipped_reason: null,
    },
  )
  if (round.state === 'done') await settleRound(tx, actor, round.estate_id, round.id)
}

/**
 * FD-770: one look at one place, whole or not at all: checked, counted, scored, its failures proposed as findings, its
 * place ticked in the round. With less than the round asks it is taken, for what was seen must not wait, but its place
 * stays open. A look that came before gets its first answer, also when the two come at once.
 */
export const takeLook = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  sent: Sent,
  lookedInto?: LookedInto,
): Promise<TakenInspection | Refusal> => {
  const before = await replayed(tx, actor, estateId, sent.id)
  if (before) return before
  const ready = await prepare(tx, actor, estateId, sent, lookedInto)
  if (isRefusal(ready)) return ready
  const row = await rowOf(tx, actor, estateId, sent, ready)
  if (!(await insertLook(tx, estateId, row)))
    return (await replayed(tx, actor, estateId, sent.id)) ?? refuse('E_DUPLICATE', { field: 'body.id' })
  const findings = await findingsOf(tx, actor, estateId, sent.id, ready)
  if (isRefusal(findings)) return findings
  await writeParts(tx, estateId, sent, ready, findings)
  const taken: TakenInspection = {
    id: sent.id,
    score: row.score,
    passed: row.passed,
    failed: row.failed,
    notApplicable: row.not_applicable,
    clockOffMs: ready.times.clock.offMs,
    findings: [...findings],
    apart: ready.sorted.apart.map(({ answer, why }) => ({ itemId: answer.itemId, why })),
    missing: ready.missing,
    warnings: await warningsOf(tx, actor, estateId, ready),
  }
  await keepTaken(tx, estateId, taken)
  if (ready.round && ready.onRound) await tickByLook(tx, actor, ready.round, { id: sent.id, ready })
  await resolveTaken(tx, actor, estateId, sent.id)
  tx.tell({ estateId, topic: 'inspection' })
  return taken
}
