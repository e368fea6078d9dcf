import { type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import {
  findMatter,
  linkedMoves,
  lockMatter,
  type Matter,
  type MatterContext,
  refreshDue,
  startClocks,
} from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { carryOver } from './carry-over.ts'
import { carryReports } from './carry-reports.ts'
import { type CaseFacts, findCase, moveContacts } from './case.store.ts'
import { moveByItself } from './move-by-itself.ts'
import { until } from './move-parts.rules.ts'
import { bindEarlier } from './owe-reply.ts'
import { movePoints } from './post.store.ts'
import { INTERIM, PROMISE } from './promise.rules.ts'
import { mayReopen } from './reopen.rules.ts'
import { hearVoices, raiseAgain } from './voices.ts'

/**
 * T6, CP-097, CP-123: the voices of this complaint are heard at the other one, which counts them and may become hot; the
 * demands add up, and of two reply deadlines the earlier binds (CP-081). What was promised (CP-022), the points that nobody
 * has answered (CP-115) and the reports that are owed go along. A target closed less than a month ago is taken up again.
 * E_MERGE_TARGET.
 */
export const mergeComplaint = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  { facts, clocks }: { facts: CaseFacts } & Pick<MatterContext, 'clocks'>,
  input: { intoId: Uuid; reason: string },
): Promise<Refusal | undefined> => {
  const target = await lockMatter(tx, matter.estate_id, input.intoId)
  if (!target) return refuse('E_NOT_FOUND', { field: 'body.intoId' })
  // CP-046: nobody brings voices into a complaint about themselves
  if (target.accused_staff_id === actor.id) return refuse('E_CONFLICT_OF_INTEREST', { field: 'body.intoId' })
  const revived = await revive(tx, actor, target, input.reason)
  if (revived) return revived
  const refused = await linkedMoves.merge.also?.(tx, {
    after: matter,
    subject: matter,
    actor,
    input,
    now: tx.now,
    context: undefined as never,
  })
  if (refused) return refused
  await moveContacts(tx, matter, target.id)
  await movePoints(tx, matter, target.id)
  await keepPromises(tx, target, clocks)
  const now = await findMatter(tx, target.estate_id, target.id)
  const into = await findCase(tx, target)
  if (!now || !into) return refuse('E_MERGE_TARGET', { field: 'body.intoId' })
  // T6: whoever is still without an answer is owed one here
  if (facts.case.first_reply_at === null && facts.case.reply_due_at !== null && matter.contactable)
    await bindEarlier(tx, now, into, facts.case.reply_due_at)
  const stopped = await carryOver(tx, actor, { matter, case: facts.case }, { matter: now, case: into })
  if (stopped) return stopped
  const carried = await findMatter(tx, target.estate_id, target.id)
  if (!carried) return refuse('E_NOT_FOUND', { field: 'body.intoId' })
  const latest = facts.contacts.at(-1)?.at ?? matter.received_at
  return (
    (await raiseAgain(tx, actor, carried, into, latest, matter.customer_said ?? input.reason)) ??
    (await hearVoices(tx, actor, carried)) ??
    carryReports(tx, actor, matter, carried)
  )
}

/** Each promise that was still open, of `clocks` before the merge, is kept or broken where the answer is now given. */
const keepPromises = async (tx: Tx, target: Matter, clocks: MatterContext['clocks']): Promise<void> => {
  const open = [...clocks.values()].filter(({ name }) => name === PROMISE || name === INTERIM)
  if (open.length === 0) return
  await startClocks(
    tx,
    target,
    open.map(({ name, dueAt }) => until(name, dueAt)),
  )
  await refreshDue(tx, target.estate_id, [target.id])
}

const revive = async (tx: Tx, actor: Actor, target: Matter, reason: string): Promise<Refusal | undefined> => {
  if (target.kind !== 'complaint' || target.state !== 'CLOSED') return undefined
  const timed = { settings: await settingsOf(tx, target.estate_id), calendar: await calendarOf(tx, target.estate_id) }
  const late = mayReopen(target.closed_at, tx.now, timed)
  if (late) return refuse('E_MERGE_TARGET', { field: 'body.intoId', details: { state: target.state } })
  return moveByItself(tx, actor, target, 'reopen', { newFact: reason })
}
