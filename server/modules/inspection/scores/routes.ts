import { isRefusal } from '#contract/refusal.ts'
import * as contract from '#contract/scores.ts'
import { audit } from '#platform/audit/audit.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { words } from '#platform/documents/words.ts'
import { sendExcel } from '#platform/export/excel.ts'
import { serveCompanyList, serveList } from '#platform/export/serve-list.ts'
import { serveCompanyPaper, servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { listPlaceYear } from './list-place-year.ts'
import { listPlaceScores } from './list-places.ts'
import { listLooks, viewLook } from './looks.ts'
import { readMonthReport } from './month-report.ts'
import { printCompany } from './print-company.ts'
import { printScores } from './print-scores.ts'
import { readCompanyScores } from './read-company.ts'
import { readScores } from './read-scores.ts'
import { COMPANY_SCORES_SHEET, LOOKS_SHEET, PLACE_MONTHS_SHEET, PLACE_SCORES_SHEET, sheetsOf } from './scores.sheet.ts'

export const scoreRoutes: readonly Served[] = [
  serve(contract.getEstateScores, ({ tx, params, query }) => readScores(tx, params.estateId, query.month)),
  servePaper(
    contract.printEstateScores,
    { fileName: 'scores.pdf', subject: 'scores' },
    ({ tx, actor, params: { estateId }, query }) =>
      printScores(tx, actor, { estateId, month: query.month }, query.lang),
  ),
  serveRaw(contract.exportEstateScores, async ({ actor, params: { estateId }, query, house, reply }) => {
    const report = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
      await audit(tx, actor, { estateId, action: 'export.scores', subjectKind: 'scores', after: { query } })
      return readMonthReport(tx, actor, estateId, query.month)
    })
    if (isRefusal(report)) return report
    const t = words(query.lang)
    return sendExcel(reply, { fileName: `${t('nav.scores')}.xlsx`, sheets: sheetsOf(report, t, query.lang) })
  }),
  ...serveList(
    contract.listPlaceScores,
    ({ tx, params, query }) => listPlaceScores(tx, params.estateId, query),
    PLACE_SCORES_SHEET,
  ),
  ...serveList(contract.listScoredLooks, ({ tx, params, query }) => listLooks(tx, params.estateId, query), LOOKS_SHEET),
  serve(contract.getLookScore, ({ tx, actor, params }) => viewLook(tx, actor, params)),
  ...serveList(
    contract.listPlaceMonths,
    ({ tx, params, query }) => listPlaceYear(tx, params, query),
    PLACE_MONTHS_SHEET,
  ),
  ...serveCompanyList(
    contract.listCompanyScores,
    ({ tx, actor, query }) => readCompanyScores(tx, actor, query),
    COMPANY_SCORES_SHEET,
  ),
  serveCompanyPaper(
    contract.printCompanyScores,
    { fileName: 'company-scores.pdf', subject: 'companyScores' },
    ({ tx, actor, query }) => printCompany(tx, actor, query),
  ),
]
