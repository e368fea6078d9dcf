import { isRefusal } from '#contract/refusal.ts'
import * as contract from '#contract/violations.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { acceptanceBlocks } from './acceptance-blocks.ts'
import { listViolations } from './list-violations.ts'
import { printNotice } from './print-notice.ts'
import { reportViolation } from './report-violation.ts'
import { seenViolation, viewViolation } from './view-violation.ts'
import { VIOLATIONS } from './violation-list.sheet.ts'

export const violationRoutes: readonly Served[] = [
  ...serveList(
    contract.listViolations,
    ({ tx, actor, params, query }) => listViolations(tx, actor, params.estateId, query),
    VIOLATIONS,
  ),
  serve(contract.reportViolation, ({ tx, actor, params, body }) => reportViolation(tx, actor, params.estateId, body)),
  serve(contract.getViolation, async ({ tx, actor, params }) => {
    const seen = await seenViolation(tx, actor, params)
    return isRefusal(seen) ? seen : viewViolation(tx, seen)
  }),
  servePaper(
    contract.printRectificationNotice,
    { fileName: ({ id }) => `rectification-notice-${id}.pdf`, subject: 'rectificationNotice' },
    async ({ tx, actor, params, query }) => {
      const seen = await seenViolation(tx, actor, params)
      return isRefusal(seen) ? seen : printNotice(tx, seen, query.lang)
    },
  ),
  serve(contract.getAcceptanceBlocks, ({ tx, params }) => acceptanceBlocks(tx, params.estateId, params.id)),
]
