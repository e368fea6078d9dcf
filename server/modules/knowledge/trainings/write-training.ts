import type { StaffNotice } from '#content/texts/staff-notices.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { BodyOf } from '#contract/route.ts'
import type { cancelTraining, changeTraining, holdTraining, planTraining, TrainingDetail } from '#contract/trainings.ts'
import type { Uuid } from '#contract/values.ts'
import { worksIn } from '#modules/matters/index.ts'
import { tellStaff } from '#modules/staff/index.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { newId } from '#platform/ids.ts'
import { mayHold, viewTraining } from './read-trainings.ts'
import {
  attendeesOf,
  findTraining,
  insertTraining,
  putAttendees,
  savePlanned,
  type TrainingRow,
} from './training.store.ts'

type Plan = Omit<BodyOf<typeof planTraining>, 'attendeeIds'>
const columns = ({ topic, kind, startsAt, place, trainer, content, watchedId }: Plan) => ({
  topic,
  kind,
  starts_at: toInstant(startsAt),
  place: place || null,
  trainer,
  content: content || null,
  watched_id: kind === 'observation' ? (watchedId ?? null) : null,
})

/** Whose interview it is works here and does not look on at it. */
const checkWatched = async (
  tx: Tx,
  estateId: Uuid,
  watchedId: Uuid | null,
  attendeeIds: readonly Uuid[],
): Promise<Refusal | undefined> => {
  if (watchedId === null) return undefined
  if (!(await worksIn(tx, estateId, watchedId))) return refuse('E_NOT_FOUND', { field: 'body.watchedId' })
  return attendeeIds.includes(watchedId) ? refuse('E_SECOND_PERSON', { field: 'body.watchedId' }) : undefined
}

/** Everybody once, and everybody works here. */
const checkPeople = async (
  tx: Tx,
  estateId: Uuid,
  ids: readonly Uuid[],
  fieldOf: (at: number) => string,
): Promise<Refusal | undefined> => {
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) return refuse('E_DUPLICATE', { field: fieldOf(at) })
    if (!(await worksIn(tx, estateId, id))) return refuse('E_NOT_FOUND', { field: fieldOf(at) })
  }
  return undefined
}

const tell = async (
  tx: Tx,
  estateId: Uuid,
  people: Iterable<Uuid>,
  template: StaffNotice,
  { topic, starts_at, place }: Pick<TrainingRow, 'topic' | 'starts_at' | 'place'>,
): Promise<void> => {
  const { timeZone } = await calendarOf(tx, estateId)
  await tellStaff(tx, estateId, people, {
    template,
    params: { topic, at: localText(starts_at, timeZone), place: place ?? '' },
  })
}

const tellWatched = async (
  tx: Tx,
  estateId: Uuid,
  row: Parameters<typeof tell>[4] & { watched_id: Uuid | null },
): Promise<void> => {
  if (row.watched_id !== null) await tell(tx, estateId, [row.watched_id], 'training.watched', row)
}

const invite = async (
  tx: Tx,
  estateId: Uuid,
  id: Uuid,
  attendeeIds: readonly Uuid[],
  row: Parameters<typeof tell>[4],
): Promise<void> => {
  await putAttendees(
    tx,
    estateId,
    id,
    attendeeIds.map((staff_id) => ({ staff_id })),
  )
  await tell(tx, estateId, attendeeIds, 'training.planned', row)
}

const written = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { action, after }: { action: string; after: object },
): Promise<TrainingDetail | Refusal> => {
  await audit(tx, actor, { estateId, action: `training.${action}`, subjectKind: 'training', subjectId: id, after })
  tx.tell({ estateId, topic: 'staff' })
  return viewTraining(tx, actor, estateId, id)
}

/** FD-765: a training is planned, and who is to come is told. E_NOT_FOUND, E_DUPLICATE beside the person. */
export const plan = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  { attendeeIds, ...body }: BodyOf<typeof planTraining>,
): Promise<TrainingDetail | Refusal> => {
  const row = columns(body)
  const refused =
    (await checkPeople(tx, estateId, attendeeIds, (at) => `body.attendeeIds.${at}`)) ??
    (await checkWatched(tx, estateId, row.watched_id, attendeeIds))
  if (refused) return refused
  const id = newId()
  await insertTraining(tx, { ...row, estate_id: estateId, id, created_by: actor.id })
  await invite(tx, estateId, id, attendeeIds, row)
  await tellWatched(tx, estateId, row)
  return written(tx, actor, estateId, id, { action: 'plan', after: { ...body, attendeeIds } })
}

/** Planned still, and in the version that was seen. E_FIXED for what was held or called off. */
const planned = async (
  tx: Tx,
  estateId: Uuid,
  { id, version }: { id: Uuid; version: number },
): Promise<Refusal | undefined> => {
  const before = await findTraining(tx, estateId, id)
  if (!before) return refuse('E_NOT_FOUND')
  if (before.state !== 'planned') return refuse('E_FIXED')
  return before.version === version ? undefined : refuse('E_VERSION_STALE')
}

export const change = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { attendeeIds, version, ...body }: BodyOf<typeof changeTraining>,
): Promise<TrainingDetail | Refusal> => {
  const row = columns(body)
  const refused =
    (await planned(tx, estateId, { id, version })) ??
    (await checkPeople(tx, estateId, attendeeIds, (at) => `body.attendeeIds.${at}`)) ??
    (await checkWatched(tx, estateId, row.watched_id, attendeeIds))
  if (refused) return refused
  if (!(await savePlanned(tx, estateId, { id, version }, row))) return refuse('E_VERSION_STALE')
  await invite(tx, estateId, id, attendeeIds, row)
  await tellWatched(tx, estateId, row)
  return written(tx, actor, estateId, id, { action: 'change', after: { ...body, attendeeIds } })
}

/**
 * FD-765: it was held. Everybody who was to come is said to have come or not (E_SHEET_INCOMPLETE names how many are
 * missing), who came unasked is added; E_TIME_RANGE before it began. What was looked on at is confirmed by whose interview
 * it was (E_NOT_WATCHED), anything else is recorded by who plans trainings.
 */
export const hold = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { attendees, summary, version }: BodyOf<typeof holdTraining>,
): Promise<TrainingDetail | Refusal> => {
  const named = attendees.map((one) => one.staffId)
  const refused = await planned(tx, estateId, { id, version })
  if (refused) return refused
  const before = await findTraining(tx, estateId, id)
  const notTheirs = before && mayHold(actor, estateId, before)
  if (notTheirs) return notTheirs
  if (before && before.starts_at > tx.now)
    return refuse('E_TIME_RANGE', { field: 'body.attendees', details: { earliest: before.starts_at } })
  const invited = (await attendeesOf(tx, estateId, id)).map((a) => a.staff_id)
  const missing = invited.filter((one) => !named.includes(one))
  if (missing.length > 0)
    return refuse('E_SHEET_INCOMPLETE', { field: 'body.attendees', details: { count: missing.length } })
  const strange =
    (await checkPeople(tx, estateId, named, (at) => `body.attendees.${at}.staffId`)) ??
    (before?.watched_id && named.includes(before.watched_id)
      ? refuse('E_SECOND_PERSON', { field: 'body.attendees' })
      : undefined)
  if (strange) return strange
  const patch = { state: 'held', held_at: tx.now, held_by: actor.id, summary: summary || null }
  if (!(await savePlanned(tx, estateId, { id, version }, patch))) return refuse('E_VERSION_STALE')
  await putAttendees(
    tx,
    estateId,
    id,
    attendees.map((one) => ({
      staff_id: one.staffId,
      attended: one.attended,
      passed: one.passed,
      note: one.note || null,
    })),
  )
  return written(tx, actor, estateId, id, { action: 'hold', after: { attendees, summary } })
}

export const cancel = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  id: Uuid,
  { reason, version }: BodyOf<typeof cancelTraining>,
): Promise<TrainingDetail | Refusal> => {
  const refused = await planned(tx, estateId, { id, version })
  if (refused) return refused
  const before = await findTraining(tx, estateId, id)
  if (!(await savePlanned(tx, estateId, { id, version }, { state: 'cancelled', cancel_reason: reason })))
    return refuse('E_VERSION_STALE')
  const people = (await attendeesOf(tx, estateId, id)).map((a) => a.staff_id)
  if (before) await tell(tx, estateId, people, 'training.cancelled', before)
  return written(tx, actor, estateId, id, { action: 'cancel', after: { reason } })
}
