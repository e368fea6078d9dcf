import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import {
  endClocks,
  findMatter,
  linkedMoves,
  lockMatter,
  type Matter,
  moveMatter,
  refreshDue,
  startClocks,
} from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type CaseFacts, findCase, moveContacts, saveCase } from './case.store.ts'
import { mayReopen } from './reopen.rules.ts'
import { hearVoices } from './voices.ts'

/**
 * T6, CP-097, CP-123: the voices of this complaint are heard at the other one, which counts them and may become hot; the
 * demands add up, and of two reply deadlines the earlier binds (CP-081). A target closed less than a month ago is taken
 * up again. E_MERGE_TARGET, E_CLOSED_CASE.
 */
export const mergeComplaint = async (
  tx: Tx,
  actor: Actor,
  matter: Matter,
  facts: CaseFacts,
  input: { intoId: Uuid; reason: string },
): Promise<Refusal | undefined> => {
  const target = await lockMatter(tx, matter.estate_id, input.intoId)
  if (!target) return refuse('E_NOT_FOUND', { field: 'body.intoId' })
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
  const into = await findCase(tx, target)
  if (!into) return refuse('E_MERGE_TARGET', { field: 'body.intoId' })
  await saveCase(tx, target, {
    claim_fen: into.claim_fen + facts.case.claim_fen,
    reply_due_at: earlier(into.reply_due_at, facts.case.reply_due_at),
  })
  await bindEarlier(tx, target, into.reply_due_at, facts.case)
  const now = await findMatter(tx, target.estate_id, target.id)
  return now ? hearVoices(tx, actor, now) : undefined
}

const revive = async (tx: Tx, actor: Actor, target: Matter, reason: string): Promise<Refusal | undefined> => {
  if (target.kind !== 'complaint' || target.state !== 'CLOSED') return undefined
  const timed = { settings: await settingsOf(tx, target.estate_id), calendar: await calendarOf(tx, target.estate_id) }
  const late = mayReopen(target.closed_at, tx.now, timed)
  if (late) return refuse('E_MERGE_TARGET', { field: 'body.intoId', details: { state: target.state } })
  const moved = await moveMatter(tx, actor, {
    estateId: target.estate_id,
    id: target.id,
    kind: 'complaint',
    verb: 'reopen',
    input: { newFact: reason },
    bySystem: true,
  })
  return isRefusal(moved) ? moved : undefined
}

const earlier = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a < b ? a : b)

/** CP-081: the reply clock that still runs is drawn forward to the earlier time. */
const bindEarlier = async (tx: Tx, target: Matter, due: string | null, from: CaseFacts['case']) => {
  if (from.first_reply_at !== null || from.reply_due_at === null || due === null || from.reply_due_at >= due) return
  const [running] = await endClocks(tx, target, ['complaint.reply'], 'stopped')
  if (!running) return
  await startClocks(tx, target, [{ name: 'complaint.reply', span: { kind: 'until', at: from.reply_due_at } }])
  await refreshDue(tx, target.estate_id, [target.id])
}
