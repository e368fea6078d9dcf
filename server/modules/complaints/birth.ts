import type { RegisterMatter } from '#contract/matters.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type ClockStart, findMatter, type Matter, type Tell } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { toInstant } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { type Settings, settingsOf } from '#platform/settings/settings.ts'
import { buildingOf, insertCase, insertContact } from './case.store.ts'
import { ownerToLead } from './keep-apart.ts'
import { leadsOf } from './lead.store.ts'
import { moveByItself } from './move-by-itself.ts'
import { alarm, until } from './move-parts.rules.ts'
import { openMajorReport } from './open-reports.ts'
import { addPoints, isWatched, savePost } from './post.store.ts'
import { checkPromise, INTERIM, PROMISE } from './promise.rules.ts'
import { canBeReached } from './reach.rules.ts'
import { replyClockOf } from './reopen.rules.ts'
import { replyDeadlineOf } from './reply-clock.rules.ts'
import { hearVoices } from './voices.ts'
import { keyOfSpeaker } from './who-speaks.ts'

type Timed = { settings: Settings; calendar: WorkCalendar }
const receivedAt = (input: RegisterMatter, now: Instant) => (input.receivedAt ? toInstant(input.receivedAt) : now)

/** T1, CP-034: what happened, how it feels, what is wanted, and where; nobody is asked for a cause (CP-037). */
export const checkIntake = (input: RegisterMatter, now: Instant, timed: Timed): Refusal | undefined => {
  if (!input.complaint) return refuse('E_INPUT', { field: 'body.complaint' })
  if (!input.place && !input.unitId) return refuse('E_INPUT', { field: 'body.place' })
  const { post } = input.complaint
  for (const name of ['postedAt', 'forwardedAt'] as const) {
    const at = post?.[name]
    if (at && toInstant(at) > now)
      return refuse('E_TIME_FUTURE', { field: `body.complaint.post.${name}`, details: { now } })
  }
  return promiseAtIntake(input, now, timed)
}

/** CP-042: what cannot be promised is said while the customer is still there. */
const promiseAtIntake = (input: RegisterMatter, now: Instant, timed: Timed): Refusal | undefined => {
  const { promisedFeedbackAt, interimAt } = input.complaint ?? {}
  if (promisedFeedbackAt === undefined) return undefined
  const matter = {
    channel: input.channel,
    received_at: receivedAt(input, now),
    replyDueAt: replyClock(input, now, timed).span.at,
  }
  return checkPromise({ promisedFeedbackAt, interimAt }, matter, now, timed.calendar, timed.settings, 'body.complaint')
}

const replyClock = (input: RegisterMatter, now: Instant, timed: Timed) =>
  replyClockOf(
    { channel: input.channel, received_at: receivedAt(input, now) },
    input.complaint?.post ?? {},
    timed,
    input.complaint?.senderWants,
  )

/** CP-063: of whom nobody can answer no clock runs. */
const answerable = (input: RegisterMatter): boolean => canBeReached(input) || input.complaint?.post !== undefined

const isMajor = (input: RegisterMatter, settings: Settings) =>
  (input.complaint?.claimFen ?? 0) >= settings.get('complaint.majorFromFen') && input.complaint?.claimFen !== undefined

/** T1: forwarding, the reply by its channel, the handling form, what was promised, and the first report of a large demand. */
export const birthClocks = (input: RegisterMatter, now: Instant, timed: Timed): ClockStart[] => [
  { name: 'complaint.forward' },
  ...(answerable(input) ? [replyClock(input, now, timed)] : []),
  { name: 'complaint.handlingForm', from: receivedAt(input, now) },
  ...(input.complaint?.promisedFeedbackAt ? [until(PROMISE, input.complaint.promisedFeedbackAt)] : []),
  ...(input.complaint?.interimAt ? [until(INTERIM, input.complaint.interimAt)] : []),
  ...(isMajor(input, timed.settings) ? [{ name: 'complaint.majorReport' }] : []),
]

/** KN-233: the head and quality hear of the press at once. */
export const birthTells = (input: RegisterMatter): Tell[] =>
  input.channel === 'press' ? [...alarm('complaint.press'), { to: 'pressOffice', template: 'complaint.press' }] : []

/** Everything a complaint has beyond its matter, written with it. */
export const bear = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  input: RegisterMatter,
): Promise<Refusal | undefined> => {
  const calendar = await calendarOf(tx, matter.estate_id)
  const settings = await settingsOf(tx, matter.estate_id)
  const { complaint } = input
  if (complaint?.post?.watchId && (await isWatched(tx, matter.estate_id, complaint.post.watchId)) === undefined)
    return refuse('E_NOT_FOUND', { field: 'body.complaint.post.watchId' })
  const reply = replyClock(input, tx.now, { calendar, settings })
  await insertCase(tx, {
    estate_id: matter.estate_id,
    matter_id: matter.id,
    received_on: localDateOf(calendar, matter.received_at),
    channel: matter.channel,
    building_id: await buildingOf(tx, matter.estate_id, matter.unit_id),
    touchpoint: complaint?.touchpoint ?? null,
    category_initial: complaint?.categoryInitial ?? null,
    claim_fen: complaint?.claimFen ?? 0,
    reply_due_at: answerable(input) ? reply.span.at : null,
    major_at: isMajor(input, settings) ? tx.now : null,
  })
  await insertContact(tx, await firstContact(tx, matter, input))
  if (matter.channel === 'forum' || complaint?.post) {
    await savePost(tx, matter, {
      watch_id: complaint?.post?.watchId ?? null,
      url: complaint?.post?.url ?? null,
      account: complaint?.post?.account ?? null,
      posted_at: complaint?.post?.postedAt ? toInstant(complaint.post.postedAt) : null,
      forwarded_at: complaint?.post?.forwardedAt ? toInstant(complaint.post.forwardedAt) : null,
    })
    await addPoints(tx, matter, [...new Set(complaint?.post?.points ?? [])])
  }
  if (isMajor(input, settings)) await openMajorReport(tx, actor, matter, tx.now)
  const refused = await ownerToLead(tx, actor, matter)
  if (refused) return refused
  const talk = replyDeadlineOf(matter, calendar, settings)
  // CP-074: too late to call again today; the answer belongs into this conversation
  if (talk.inConversation && tx.now < talk.due) tx.warn({ code: 'W_REPLY_IN_TALK', details: { due: talk.due } })
  return (await fromAbove(tx, actor, matter)) ?? (await voicesAfresh(tx, actor, matter))
}

const firstContact = async (tx: Tx, matter: Matter, { complaint }: RegisterMatter) => ({
  estate_id: matter.estate_id,
  id: newId(),
  matter_id: matter.id,
  origin_id: matter.id,
  at: matter.received_at,
  channel: matter.channel,
  person_key: await keyOfSpeaker(tx, matter.estate_id, {
    customerId: matter.customer_id,
    phone: matter.contact_phone,
    account: complaint?.post?.account ?? null,
    name: matter.customer_name,
    unitId: matter.unit_id,
    anonymous: matter.anonymous,
  }),
  unit_id: matter.unit_id,
  customer_id: matter.customer_id,
  name: matter.customer_name,
  phone: matter.contact_phone,
  account: complaint?.post?.account ?? null,
  persons: complaint?.persons ?? 1,
  anonymous: matter.anonymous,
  contactable: matter.contactable,
  said: matter.customer_said,
})

/** T35: what the company or a superior passes on goes straight to the lead. */
const fromAbove = async (tx: Tx, actor: Actor, matter: Matter): Promise<Refusal | undefined> => {
  if (matter.channel !== 'superior') return undefined
  const handlerId: Uuid | undefined = (await leadsOf(tx, matter.estate_id)).find((id) => id !== matter.accused_staff_id)
  if (!handlerId) return undefined
  return moveByItself(tx, actor, matter, 'takeFromAbove', { handlerId })
}

const voicesAfresh = async (tx: Tx, actor: Actor, matter: Matter): Promise<Refusal | undefined> => {
  const now = await findMatter(tx, matter.estate_id, matter.id)
  return now ? hearVoices(tx, actor, now) : undefined
}
