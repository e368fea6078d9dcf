import type { HistoryEntry } from '#contract/customers.ts'
import { instantMs } from '../clock.ts'
import type { ChangedBy } from './change-dialog.tsx'

/** The server's clock may be a little behind what this device learnt of it. */
const LEEWAY_MS = 5 * 60_000

/** Who made changes of this kind since a form was opened (epoch milliseconds by the server's clock), newest first. */
export const changedSince = (rows: readonly HistoryEntry[], action: string, openedAt: number): ChangedBy[] =>
  rows
    .filter((row) => row.action === action && instantMs(row.at) >= openedAt - LEEWAY_MS)
    .map(({ id, actorName, at }) => ({ id, name: actorName, at }))
