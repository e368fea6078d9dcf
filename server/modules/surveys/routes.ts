import { exportOf } from '#contract/export-list.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import * as link from '#contract/survey-link.ts'
import * as results from '#contract/survey-results.ts'
import * as run from '#contract/survey-run.ts'
import * as design from '#contract/surveys.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { servePaper } from '#platform/export/serve-paper.ts'
import { type Served, serve, serveRaw } from '#platform/http/serve.ts'
import { enterPaper } from './answer/enter-paper.ts'
import { keepAnswers, openLink, sendAnswers } from './answer/open-link.ts'
import { sendPaperSheet } from './answer/paper-sheet.ts'
import { printPaper } from './answer/print-paper.ts'
import { findUpload } from './answer/upload.store.ts'
import { applyUpload, linesOf, readUpload, uploadPapers } from './answer/upload-papers.ts'
import { companySurveyRoutes } from './company/routes.ts'
import { closeSurvey } from './design/close-survey.ts'
import { openSurvey } from './design/open-survey.ts'
import { questionsOf } from './design/questionnaire.ts'
import { readSurvey } from './design/read-survey.ts'
import { presentSurveyLine } from './design/survey.present.ts'
import { findSurvey, listSurveyRows } from './design/survey.store.ts'
import { createSurvey, reviseSurvey, saveSurvey } from './design/write-survey.ts'
import { listComments, listResponses, readComment } from './results/list-responses.ts'
import { printResults } from './results/print-results.ts'
import { readResults } from './results/read-results.ts'
import { sendAnswersSheet } from './results/send-answers-sheet.ts'
import { printSlips } from './sample/print-slips.ts'
import { listInvitations, readProgress, readSample, showLink } from './sample/read-sample.ts'
import { COMMENT_SHEET, INVITATION_SHEET, SURVEY_SHEET } from './sheets.ts'

const designRoutes: readonly Served[] = [
  ...serveList(
    design.listSurveys,
    async ({ tx, params, query }) => {
      const page = await listSurveyRows(tx, params.estateId, query)
      return isRefusal(page) ? page : { rows: page.rows.map(presentSurveyLine), next: page.next }
    },
    SURVEY_SHEET,
  ),
  serve(design.createSurvey, ({ tx, actor, params, body }) => createSurvey(tx, actor, params.estateId, body)),
  serve(design.getSurvey, ({ tx, actor, params }) => readSurvey(tx, actor, params.estateId, params.id)),
  serve(design.saveSurvey, ({ tx, actor, params, body }) => saveSurvey(tx, actor, params, body)),
  serve(design.openSurvey, ({ tx, actor, params, body, house }) =>
    openSurvey(tx, actor, house.keys, params, body.version),
  ),
  serve(design.closeSurvey, ({ tx, actor, params, body }) => closeSurvey(tx, actor, params, body.version)),
  serve(design.reviseSurvey, ({ tx, actor, params, body }) => reviseSurvey(tx, actor, params, body.version)),
]

const runRoutes: readonly Served[] = [
  serve(run.getSurveySample, ({ tx, params }) => readSample(tx, params)),
  serve(run.getSurveyProgress, ({ tx, params }) => readProgress(tx, params)),
  ...serveList(
    run.listSurveyInvitations,
    ({ tx, params, query }) => listInvitations(tx, params, query),
    INVITATION_SHEET,
  ),
  serve(run.showSurveyLink, ({ tx, actor, house, params, body }) => showLink(tx, actor, house, params, body)),
  // which of them let somebody in is on the record
  servePaper(run.printSurveySlips, { fileName: 'slips.pdf', subject: null }, ({ tx, actor, params, query, house }) =>
    printSlips(tx, actor, house, params, query),
  ),
  servePaper(run.printSurveyPaper, { fileName: 'paper.pdf', subject: 'surveyPaper' }, ({ tx, params, query }) =>
    printPaper(tx, params, query.lang),
  ),
  serve(run.enterSurveyPaper, ({ tx, actor, params, body }) => enterPaper(tx, actor, params, body)),
  serveRaw(run.getSurveyTemplate, async ({ params, query, house, reply }) => {
    const scope = [params.estateId]
    const survey = await inTransaction(house.database, { scope, readOnly: true }, (tx) =>
      findSurvey(tx, params.estateId, params.id),
    )
    if (isRefusal(survey) || !survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
    return sendPaperSheet(reply, { questions: questionsOf(survey), free_text: survey.free_text }, query.lang)
  }),
  serveRaw(run.uploadSurveyPapers, uploadPapers),
  serve(run.getSurveyUpload, ({ tx, params }) => readUpload(tx, params)),
  serve(run.applySurveyUpload, ({ tx, actor, params }) => applyUpload(tx, actor, params)),
  serveRaw(run.getSurveyUploadProblems, async ({ params: { estateId, id, uploadId }, query, house, reply }) => {
    const found = await inTransaction(house.database, { scope: [estateId], readOnly: true }, async (tx) => {
      const survey = await findSurvey(tx, estateId, id)
      const upload = await findUpload(tx, estateId, id, uploadId)
      return survey && upload ? { survey, upload } : refuse('E_NOT_FOUND', { field: 'params.uploadId' })
    })
    if (isRefusal(found)) return found
    const { survey, upload } = found
    const wrong = linesOf(upload).filter((line) => line.problems.length > 0)
    return sendPaperSheet(reply, { questions: questionsOf(survey), free_text: survey.free_text }, query.lang, wrong)
  }),
]

const linkRoutes: readonly Served[] = [
  serve(link.getSurveyLink, ({ tx, params }) => openLink(tx, params)),
  serve(link.saveSurveyAnswers, ({ tx, params, body }) => keepAnswers(tx, params, body)),
  serve(link.sendSurveyAnswers, ({ tx, params, body }) => sendAnswers(tx, params, body)),
]

const resultRoutes: readonly Served[] = [
  serve(results.getSurveyResults, ({ tx, params, query }) => readResults(tx, params, query)),
  serve(results.listSurveyResponses, ({ tx, params, query }) => listResponses(tx, params, query)),
  serveRaw(exportOf(results.listSurveyResponses), ({ actor, params, query: { lang, ...filter }, house, reply }) =>
    sendAnswersSheet(
      { house, actor, reply, lang: lang === 'en' ? 'en' : 'zh' },
      results.listSurveyResponses.params.parse(params),
      filter,
    ),
  ),
  ...serveList(results.listSurveyComments, ({ tx, params, query }) => listComments(tx, params, query), COMMENT_SHEET),
  serve(results.getSurveyComment, ({ tx, actor, params, query }) => readComment(tx, actor, params, query)),
  servePaper(
    results.printSurveyResults,
    { fileName: 'survey.pdf', subject: 'surveyResults' },
    ({ tx, params, query }) => printResults(tx, params, query),
  ),
]

export const surveyRoutes: readonly Served[] = [
  ...designRoutes,
  ...runRoutes,
  ...linkRoutes,
  ...resultRoutes,
  ...companySurveyRoutes,
]
