import type { FastifyReply } from 'fastify'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { SurveyQuestion } from '#contract/survey-questions.ts'
import { listSurveyResponses, type SurveyResponseLine } from '#contract/survey-results.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { allPages, type ExcelColumn, type ExcelValue, sendExcel } from '#platform/export/excel.ts'
import { EXPORT_PAGE } from '#platform/export/send-list.ts'
import type { House } from '#platform/house.ts'
import { sheetColumns } from '../answer/sheet.rules.ts'
import { questionsOf } from '../design/questionnaire.ts'
import { findSurvey } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { listResponses } from './list-responses.ts'

type Asking = { house: House; actor: Actor; reply: FastifyReply; lang: Lang }
type Filter = Record<string, unknown>

/**
 * The raw answers, a column for each thing asked; who took them is on the record. Anonymous ones lead to nobody. All are read
 * as they stand at one moment: a counting in that comes between two pages writes every row anew.
 */
export const sendAnswersSheet = async (
  { house, actor, reply, lang }: Asking,
  given: SurveyOf,
  filter: Filter,
): Promise<FastifyReply | Refusal> => {
  const scope = [given.estateId]
  const pageOf = (tx: Tx, cursor: string | undefined) =>
    listResponses(tx, given, listSurveyResponses.query.parse({ ...filter, limit: EXPORT_PAGE, cursor }))
  const start = await inTransaction(house.database, { scope, snapshot: true }, async (tx) => {
    const first = await pageOf(tx, undefined)
    if (isRefusal(first)) return first
    const pages = allPages(async (cursor) => {
      const page = cursor === undefined ? first : await pageOf(tx, cursor)
      if (isRefusal(page)) throw new Error(`export stopped: ${page.code}`)
      return page
    })
    const lines: SurveyResponseLine[] = []
    for await (const line of pages) lines.push(line)
    const survey = await findSurvey(tx, given.estateId, given.id)
    await audit(tx, actor, {
      estateId: given.estateId,
      action: 'export.surveyResponses',
      subjectKind: 'survey',
      subjectId: given.id,
      after: { query: filter },
    })
    return { questions: survey ? questionsOf(survey) : [], lines }
  })
  if (isRefusal(start)) return start
  const t = words(lang)
  const parts = sheetColumns(start.questions, false).filter((c) => 'no' in c)
  const cellsOf = (line: SurveyResponseLine): ExcelValue[] => [
    line.on,
    line.source && t(`surveySource.${line.source}`),
    line.building,
    line.tenure && t(`surveyTenure.${line.tenure}`),
    line.since && t(`surveySince.${line.since}`),
    ...parts.map(({ no, part }) => line.answers.find((a) => a.no === no)?.[part] ?? null),
    line.comments.map((c) => (c.touchpoint ? `[${c.touchpoint}] ${c.text}` : c.text)).join('\n') || null,
  ]
  const head = (key: string): ExcelColumn => ({ heading: t(`surveyColumn.${key}`) })
  const asked = (q: SurveyQuestion | undefined) => q?.[lang] ?? ''
  return sendExcel(reply, {
    fileName: `${t('surveySheet.answers')}.xlsx`,
    sheets: [
      {
        name: t('surveySheet.answers'),
        columns: [
          ...['on', 'source', 'building', 'tenure', 'since'].map(head),
          ...parts.map(({ no, part }) => ({
            heading: `${no}. ${t(`surveySheet.part.${part}`, { name: asked(start.questions.find((q) => q.no === no)) })}`,
          })),
          head('comments'),
        ],
        rows: start.lines.map(cellsOf),
      },
    ],
  })
}
