import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { PaperAnswer } from '#contract/survey-run.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { takePaper, takingSurvey } from './take-paper.ts'
import { lockUploads } from './upload.store.ts'
import { forgetTaken } from './upload-papers.ts'

/** The desk types a sheet in. */
export const enterPaper = async (
  tx: Tx,
  actor: Actor,
  given: SurveyOf,
  paper: PaperAnswer,
): Promise<{ entered: number } | Refusal> => {
  const survey = await takingSurvey(tx, given)
  if (isRefusal(survey)) return survey
  const refused = await takePaper(tx, survey, paper, { id: actor.id, source: 'paper' })
  if (refused) return refused
  if (survey.anonymous) await forgetTaken(tx, survey, await lockUploads(tx, given.estateId, given.id))
  await audit(tx, actor, {
    estateId: given.estateId,
    action: 'survey.enter',
    subjectKind: 'survey',
    subjectId: given.id,
  })
  return { entered: 1 }
}
