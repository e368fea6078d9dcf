import { MUST_KNOW_WORDS, mustKnowTexts } from '#content/texts/desk-server.ts'
import * as contract from '#contract/must-know.ts'
import { isRefusal, refuse } from '#contract/refusal.ts'
import { viewMatter } from '#modules/matters/index.ts'
import { estatesWith, may } from '#platform/auth/actor.ts'
import { serveList } from '#platform/export/serve-list.ts'
import { type Served, serve } from '#platform/http/serve.ts'
import { tokensOf } from '#platform/search/tokens.ts'
import { keysetOf, pageOfRows } from '../keyset.ts'
import { QUIZ_STANDING, QUIZZES, READERS, VERSIONS } from './must-know.sheet.ts'
import { confirmReading, myMustKnow } from './my-must-know.ts'
import { currentSheet, viewSheet } from './read-sheet.ts'
import { listQuizRows } from './reading.store.ts'
import { recordConsultation } from './record-consultation.ts'
import { approveSheet, checkSheet, dropSheet, returnSheet } from './review-sheet.ts'
import { saveDraft } from './save-draft.ts'
import { searchSheet } from './search-sheet.rules.ts'
import { contentOf, presentVersion } from './sheet.present.ts'
import { findSheet, listSheetRows, sheetsOfEstates } from './sheet.store.ts'
import { EMPTY_SHEET, fieldsOf, missingFields } from './sheet-fields.rules.ts'
import { readQuizStanding, readReaders } from './standing.ts'
import { answerQuiz, startQuiz } from './take-quiz.ts'

const labelsOf = (key: string): string[] => {
  const text = (mustKnowTexts as Record<string, { zh: string; en: string }>)[`mustKnow.${key}`]
  return text ? [text.zh, text.en] : []
}

export const mustKnowRoutes: readonly Served[] = [
  serve(contract.getMustKnow, ({ tx, actor, params }) => myMustKnow(tx, actor, params.estateId)),
  ...serveList(
    contract.listSheetVersions,
    async ({ tx, params: { estateId }, query }) => {
      const after = keysetOf(query.cursor)
      if (isRefusal(after)) return after
      const current = await currentSheet(tx, estateId)
      const page = pageOfRows(await listSheetRows(tx, estateId, { after, limit: query.limit }), query.limit, (r) => ({
        at: r.edited_at,
        id: r.id,
      }))
      return { rows: page.rows.map((r) => presentVersion(r, current?.id)), next: page.next }
    },
    VERSIONS,
  ),
  serve(contract.getSheetVersion, async ({ tx, actor, params: { estateId, id } }) => {
    const row = await findSheet(tx, estateId, id)
    // what is not approved is nobody's knowledge yet
    const visible = row && (row.state === 'approved' || may(actor, 'mustknow.edit', estateId))
    return visible ? viewSheet(tx, row) : refuse('E_NOT_FOUND')
  }),
  serve(contract.saveSheetDraft, ({ tx, actor, params, body }) => saveDraft(tx, actor, params.estateId, body)),
  serve(contract.checkSheet, ({ tx, actor, params, body }) =>
    checkSheet(tx, actor, { ...params, version: body.version }),
  ),
  serve(contract.returnSheet, ({ tx, actor, params, body }) => returnSheet(tx, actor, { ...params, ...body })),
  serve(contract.dropSheet, ({ tx, actor, params, body }) =>
    dropSheet(tx, actor, { ...params, version: body.version }),
  ),
  serve(contract.approveSheet, ({ tx, actor, params, body }) => approveSheet(tx, actor, { ...params, ...body })),
  serve(contract.listIncompleteSheets, async ({ tx, actor }) => {
    const sheets = await sheetsOfEstates(tx, estatesWith(actor, ['mustknow.edit']))
    const rows = sheets.map((s) => ({
      estate: { id: s.estate_id, code: s.code, name: s.name },
      number: s.number,
      missing: missingFields(s.content === null ? EMPTY_SHEET : contentOf(s.content)),
    }))
    return { rows: rows.filter((r) => r.missing.length > 0) }
  }),
  serve(contract.searchMustKnow, async ({ tx, params: { estateId }, query }) => {
    const sheet = await currentSheet(tx, estateId)
    if (!sheet) return { number: null, rows: [] }
    const fields = fieldsOf(contentOf(sheet.content)).map((f) => ({
      ...f,
      labels: labelsOf(f.key),
      words: MUST_KNOW_WORDS[f.key] ?? [],
    }))
    return { number: sheet.number, rows: searchSheet(fields, query.q, tokensOf(query.q).split(' ')) }
  }),
  serve(contract.recordConsultation, async ({ tx, actor, params: { estateId }, body }) => {
    const done = await recordConsultation(tx, actor, estateId, body)
    if (isRefusal(done)) return done
    const matter = await viewMatter(tx, actor, estateId, done.matter.id)
    return isRefusal(matter) ? matter : { matter, warnings: done.warnings }
  }),
  serve(contract.confirmReading, ({ tx, actor, params, body }) =>
    confirmReading(tx, actor, params.estateId, body.versionId),
  ),
  ...serveList(
    contract.listReaders,
    ({ tx, params, query }) => readReaders(tx, params.estateId, query.confirmed),
    READERS,
  ),
  serve(contract.startQuiz, ({ tx, actor, params }) => startQuiz(tx, actor, params.estateId)),
  serve(contract.answerQuiz, ({ tx, actor, params, body }) => answerQuiz(tx, actor, params, body.answers)),
  ...serveList(
    contract.listQuizResults,
    async ({ tx, actor, params: { estateId }, query }) => {
      const after = keysetOf(query.cursor)
      if (isRefusal(after)) return after
      const staffId = may(actor, 'mustknow.edit', estateId) ? query.staffId : actor.id
      const page = pageOfRows(
        await listQuizRows(tx, estateId, { staffId, passed: query.passed }, { after, limit: query.limit }),
        query.limit,
        (r) => ({ at: r.started_at, id: r.id }),
      )
      return {
        rows: page.rows.map((r) => ({
          id: r.id,
          staff: { id: r.staff_id, name: r.staff_name ?? '' },
          number: r.number,
          finishedAt: r.finished_at ?? r.started_at,
          percent: r.percent ?? 0,
          passed: r.passed ?? false,
        })),
        next: page.next,
      }
    },
    QUIZZES,
  ),
  ...serveList(
    contract.listQuizStanding,
    ({ tx, params, query }) => readQuizStanding(tx, params.estateId, query.passed),
    QUIZ_STANDING,
  ),
]
