import * as contract from '#contract/archive.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { todayIn } from '../today.ts'
import { lendArchive, presentLoan, returnArchive } from './lend-archive.ts'
import { loanSheet } from './loan.sheet.ts'
import { listLoanRows, readLoan } from './loan.store.ts'
import { openArchive } from './open-archive.ts'

const loan = async (tx: Tx, estateId: Uuid, id: Uuid) => {
  const row = await readLoan(tx, estateId, id)
  return row ? presentLoan(row, await todayIn(tx, estateId)) : refuse('E_NOT_FOUND')
}

export const archiveRoutes: readonly Served[] = [
  // a GET that writes: that the archive was opened is logged (FD-731)
  serveRaw(contract.openArchive, ({ actor, params, query, house }) =>
    inTransaction(house.database, { scope: [params.estateId] }, (tx) =>
      openArchive(tx, actor, params.estateId, params.id, query),
    ),
  ),
  serve(contract.lendArchive, async ({ tx, actor, params, body }) => {
    const done = await lendArchive(tx, actor, params.estateId, body)
    return isRefusal(done) ? done : loan(tx, params.estateId, done)
  }),
  serve(
    contract.returnArchive,
    async ({ tx, actor, params, body }) =>
      (await returnArchive(tx, actor, params.estateId, params.id, body.note)) ?? loan(tx, params.estateId, params.id),
  ),
  ...serveList(
    contract.listArchiveLoans,
    async ({ tx, params, query }) => {
      const page = await listLoanRows(tx, params.estateId, query)
      if (isRefusal(page)) return page
      const today = await todayIn(tx, params.estateId)
      return { rows: page.rows.map((row) => presentLoan(row, today)), next: page.next }
    },
    loanSheet,
  ),
]
