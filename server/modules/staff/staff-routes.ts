import { isRefusal } from '#contract/refusal.ts'
import * as contract from '#contract/staff.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { companyDay } from './company-day.rules.ts'
import { setAffairOfficer } from './set-affair-officer.ts'
import { presentPick, presentStaff } from './staff.present.ts'
import { pickRows, staffPage } from './staff.store.ts'
import { workSheet } from './work.sheet.ts'
import { workSource } from './work-source.ts'

export const staffRoutes: readonly Served[] = [
  serve(contract.listStaff, async ({ tx, params, query }) => {
    const page = await staffPage(tx, params.estateId, companyDay(tx.now), query)
    return isRefusal(page) ? page : { rows: page.rows.map(presentStaff), next: page.next }
  }),
  serve(contract.pickStaff, async ({ tx, params, query }) => ({
    rows: (await pickRows(tx, params.estateId, companyDay(tx.now), query)).map(presentPick),
  })),
  serve(contract.setAffairOfficer, ({ tx, actor, params, body }) =>
    setAffairOfficer(tx, actor, params.estateId, params.id, body),
  ),
  ...serveList(
    contract.listWorkToTransfer,
    ({ tx, params, query }) => workSource().toTransfer(tx, params.estateId, query),
    workSheet,
  ),
]
