import { endClocks, type Matter, refreshDue, startClocks } from '#modules/matters/index.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { progressSpan, type Timed } from './case-times.rules.ts'

/** CP-065: a notice that is owed already is owed sooner from the moment the complaint becomes urgent, never later. */
export const hastenProgress = async (tx: Tx, matter: Matter, timed: Timed): Promise<undefined> => {
  const [running] = await endClocks(tx, matter, ['complaint.progress'], 'stopped')
  if (!running) return undefined
  const span = progressSpan({ flags: matter.flags, external: matter.state === 'EXTERNAL' }, timed.settings)
  const { due } = dueAt(timed.calendar, tx.now, span)
  const [sooner = due] = [due, running.due_at].sort()
  await startClocks(tx, matter, [{ name: 'complaint.progress', span: { kind: 'until', at: sooner } }])
  await refreshDue(tx, matter.estate_id, [matter.id])
  return undefined
}
