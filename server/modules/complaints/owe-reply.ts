import type { Instant } from '#contract/values.ts'
import { endClocks, type Matter, refreshDue, startClocks } from '#modules/matters/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type CaseFacts, saveCase } from './case.store.ts'
import { holdingReplyAt } from './case-times.rules.ts'
import { moveWaitingHolding } from './post.store.ts'
import type { ReplyClock } from './reopen.rules.ts'

/** CP-076, CP-081: the reply clock runs to this time instead of the one it had. */
export const oweReplyBy = async (tx: Tx, matter: Matter, clock: ReplyClock): Promise<undefined> => {
  await endClocks(tx, matter, ['complaint.reply'], 'stopped')
  await startClocks(tx, matter, [clock])
  await refreshDue(tx, matter.estate_id, [matter.id])
  return moveHolding(tx, matter, clock.span.at)
}

/** CP-113: a holding reply that waits goes out so long before the deadline that binds now. */
const moveHolding = async (tx: Tx, matter: Matter, due: Instant): Promise<undefined> => {
  const timed = { calendar: await calendarOf(tx, matter.estate_id), settings: await settingsOf(tx, matter.estate_id) }
  return moveWaitingHolding(tx, matter, holdingReplyAt(tx.now, due, timed))
}

/** CP-081: of two deadlines of one unanswered matter the earlier binds; who is unanswered beside an answered one is owed theirs. */
export const bindEarlier = async (
  tx: Tx,
  matter: Matter,
  { first_reply_at, reply_due_at }: Pick<CaseFacts['case'], 'first_reply_at' | 'reply_due_at'>,
  due: Instant,
): Promise<undefined> => {
  const sooner = reply_due_at === null || due < reply_due_at
  if (sooner) await saveCase(tx, matter, { reply_due_at: due })
  return sooner || first_reply_at !== null
    ? oweReplyBy(tx, matter, { name: 'complaint.reply', span: { kind: 'until', at: due } })
    : undefined
}
