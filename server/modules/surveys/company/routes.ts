import * as rolled from '#contract/survey-roll-out.ts'
import * as templates from '#contract/survey-templates.ts'
import { serveCompanyList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { COMPARISON_SHEET, ROLL_OUT_SHEET, TEMPLATE_SHEET } from './company.sheet.ts'
import { listComparison, readComparison } from './read-comparison.ts'
import { listRollOut, rollOut } from './roll-out.ts'
import { listTemplates, readTemplate } from './templates.ts'
import { createTemplate, publishTemplate, retireTemplate, reviseTemplate, saveTemplate } from './write-template.ts'

export const companySurveyRoutes: readonly Served[] = [
  ...serveCompanyList(
    templates.listSurveyTemplates,
    ({ tx, actor, query }) => listTemplates(tx, actor, query),
    TEMPLATE_SHEET,
  ),
  serve(templates.createSurveyTemplate, ({ tx, actor, body }) => createTemplate(tx, actor, body)),
  serve(templates.viewSurveyTemplate, ({ tx, actor, params }) => readTemplate(tx, actor, params.id)),
  serve(templates.saveSurveyTemplate, ({ tx, actor, params, body }) => saveTemplate(tx, actor, params.id, body)),
  serve(templates.publishSurveyTemplate, ({ tx, actor, params, body }) =>
    publishTemplate(tx, actor, params.id, body.version),
  ),
  serve(templates.retireSurveyTemplate, ({ tx, actor, params, body }) =>
    retireTemplate(tx, actor, params.id, body.version),
  ),
  serve(templates.reviseSurveyTemplate, ({ tx, actor, params, body }) =>
    reviseTemplate(tx, actor, params.id, body.version),
  ),
  serve(rolled.rollOutSurveyTemplate, ({ tx, actor, params, body }) => rollOut(tx, actor, params.id, body)),
  ...serveCompanyList(
    rolled.listSurveyRollOut,
    ({ tx, actor, params, query }) => listRollOut(tx, actor, params.id, query),
    ROLL_OUT_SHEET,
  ),
  serve(rolled.getSurveyComparison, ({ tx, actor, params }) => readComparison(tx, actor, params.id)),
  ...serveCompanyList(
    rolled.listSurveyComparison,
    ({ tx, actor, params, query }) => listComparison(tx, actor, params.id, query),
    COMPARISON_SHEET,
  ),
]
