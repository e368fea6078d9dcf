import { z } from 'zod'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import { SurveyAnswers } from '#contract/survey-questions.ts'
import { PAPER_PROBLEMS, type uploadSurveyPapers as route, type SurveyUpload } from '#contract/survey-run.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { RawCall } from '#platform/http/serve.ts'
import { newId } from '#platform/ids.ts'
import { questionsOf } from '../design/questionnaire.ts'
import type { SurveyRow } from '../design/survey.store.ts'
import { readPaperSheet } from './paper-sheet.ts'
import { papersOf } from './response.store.ts'
import { type KnownPapers, paperKey, type ReadLine, readSheet, type SheetRow, withoutTaken } from './sheet.rules.ts'
import { takePaper, takingSurvey } from './take-paper.ts'
import {
  findUpload,
  insertUpload,
  lockUploads,
  settleUpload,
  slipsOf,
  type UploadRow,
  writeLines,
} from './upload.store.ts'

const Lines = z.array(
  z.object({
    row: z.number(),
    cells: z.record(z.string(), z.string()),
    paperNo: z.string(),
    slipNo: z.number().nullable(),
    answered: z.number(),
    problems: z.array(z.object({ column: z.string(), code: z.enum(PAPER_PROBLEMS), value: z.string() })),
    answers: SurveyAnswers,
    comment: z.string().nullable(),
  }),
)
export const linesOf = (upload: UploadRow): ReadLine[] => Lines.parse(upload.lines)

const presentUpload = (upload: UploadRow): SurveyUpload => {
  const lines = linesOf(upload)
  return {
    id: upload.id,
    fileName: upload.file_name,
    state: upload.state === 'applied' ? 'applied' : 'read',
    rows: lines.length + upload.taken,
    good: lines.filter((l) => l.problems.length === 0).length,
    taken: upload.taken,
    uploadedAt: upload.uploaded_at,
    lines: lines.map(({ row, paperNo, slipNo, answered, problems }) => ({ row, paperNo, slipNo, answered, problems })),
  }
}

const knownPapers = async (tx: Tx, { estate_id, id, anonymous }: SurveyRow): Promise<KnownPapers> => ({
  anonymous,
  papers: new Set([...(await papersOf(tx, estate_id, id))].map(paperKey)),
  slips: await slipsOf(tx, estate_id, id),
})
const readAgainst = async (tx: Tx, survey: SurveyRow, rows: readonly SheetRow[]): Promise<ReadLine[]> =>
  readSheet(questionsOf(survey), survey.free_text, rows, await knownPapers(tx, survey))

/** What other files of an anonymous survey say of sheets that are taken over by now goes. */
export const forgetTaken = async (tx: Tx, survey: SurveyRow, uploads: readonly UploadRow[]): Promise<void> => {
  if (!survey.anonymous || uploads.length === 0) return
  const known = await knownPapers(tx, survey)
  for (const upload of uploads) {
    const lines = linesOf(upload)
    const left = lines.map((line) => withoutTaken(line, known))
    if (left.some((line, at) => line !== lines[at])) await writeLines(tx, upload, left)
  }
}

/** Reads an Excel sheet of paper answers and shows it row by row; nothing is taken over yet. E_INPUT without a file. */
export const uploadPapers = async ({
  params,
  actor,
  house,
  request,
  reply,
}: RawCall<typeof route>): Promise<unknown> => {
  const part = await request.file()
  if (!part) return refuse('E_INPUT', { field: 'file' })
  const bytes = await part.toBuffer()
  if (bytes.length === 0) return refuse('E_INPUT', { field: 'file' })
  const name = (part.filename ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/\p{Cc}/gu, '')
    .slice(0, 120)
  const answer = await inTransaction(house.database, { scope: [params.estateId] }, async (tx) => {
    const survey = await takingSurvey(tx, params)
    if (isRefusal(survey)) return survey
    const rows = await readPaperSheet(bytes, questionsOf(survey), survey.free_text)
    if (isRefusal(rows)) return rows
    const id = newId()
    const lines = await readAgainst(tx, survey, rows)
    await insertUpload(tx, params.estateId, { id, surveyId: survey.id, fileName: name || 'xlsx', lines, by: actor.id })
    return readUpload(tx, { ...params, uploadId: id })
  })
  return isRefusal(answer) ? answer : reply.code(201).send(answer)
}

type UploadOf = { estateId: Uuid; id: Uuid; uploadId: Uuid }
export const readUpload = async (tx: Tx, { estateId, id, uploadId }: UploadOf): Promise<SurveyUpload | Refusal> => {
  const upload = await findUpload(tx, estateId, id, uploadId)
  return upload ? presentUpload(upload) : refuse('E_NOT_FOUND', { field: 'params.uploadId' })
}

/**
 * Takes over what is right, looked at again now; what is not stays with its problems. A second time changes nothing
 * (E_STATE_CHANGED).
 */
export const applyUpload = async (tx: Tx, actor: Actor, given: UploadOf): Promise<SurveyUpload | Refusal> => {
  const survey = await takingSurvey(tx, given)
  if (isRefusal(survey)) return survey
  const uploads = await lockUploads(tx, given.estateId, given.id)
  const upload = uploads.find(({ id }) => id === given.uploadId)
  if (!upload) return refuse('E_NOT_FOUND', { field: 'params.uploadId' })
  if (upload.state === 'applied') return refuse('E_STATE_CHANGED')
  const lines = await readAgainst(tx, survey, linesOf(upload))
  const wrong = lines.filter((l) => l.problems.length > 0)
  for (const line of lines) {
    if (wrong.includes(line)) continue
    const { paperNo, slipNo, answers, comment } = line
    const comments = comment === null ? [] : [{ touchpoint: null, text: comment }]
    const refused = await takePaper(
      tx,
      survey,
      { paperNo, slipNo, answers, comments },
      { id: actor.id, source: 'sheet' },
    )
    if (refused) return refused
  }
  const taken = lines.length - wrong.length
  const known = await knownPapers(tx, survey)
  const left = survey.anonymous ? wrong.map((line) => withoutTaken(line, known)) : wrong
  await settleUpload(tx, upload, { lines: left, taken })
  await forgetTaken(
    tx,
    survey,
    uploads.filter((other) => other !== upload),
  )
  await audit(tx, actor, {
    estateId: given.estateId,
    action: 'survey.upload',
    subjectKind: 'survey',
    subjectId: given.id,
    after: { taken, left: wrong.length },
  })
  return readUpload(tx, given)
}
