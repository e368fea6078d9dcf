import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { SurveyLink } from '#contract/survey-link.ts'
import { SurveyAnswers, SurveyComments } from '#contract/survey-questions.ts'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { kindOf, questionsOf } from '../design/questionnaire.ts'
import { bareSurvey, estateNameOf, type SurveyRow } from '../design/survey.store.ts'
import { findInvitation, type InvitationRow, languageOf } from '../sample/invitation.store.ts'
import { tokenHash } from '../sample/token.ts'
import { checkAnswers, type Filled, keptAnswers } from './answers.rules.ts'
import { findDraft, saveDraft } from './response.store.ts'
import { mayAnswer, takeAnswers } from './take-answers.ts'
import { lockUploads } from './upload.store.ts'
import { forgetTaken } from './upload-papers.ts'

export type LinkOf = { estateId: Uuid; token: string }

type Behind = { survey: SurveyRow; invitation: InvitationRow }
/** What stands behind a token. E_NOT_FOUND for one that this estate did not give out. */
const behind = async (tx: Tx, { estateId, token }: LinkOf, lock: boolean): Promise<Behind | Refusal> => {
  const invitation = await findInvitation(tx, estateId, { tokenHash: tokenHash(token) }, { lock })
  const survey = invitation && (await bareSurvey(tx, estateId, invitation.survey_id, lock ? 'share' : 'none'))
  return invitation && survey ? { survey, invitation } : refuse('E_NOT_FOUND', { field: 'params.token' })
}

/** What a resident reads. Answered or over, it says so and shows no question and no answer. */
export const openLink = async (tx: Tx, given: LinkOf): Promise<SurveyLink | Refusal> => {
  const found = await behind(tx, given, false)
  if (isRefusal(found)) return found
  const { survey, invitation } = found
  const refused = mayAnswer(tx, survey, invitation)
  const state = !refused ? 'open' : refused.code === 'E_SURVEY_USED' ? 'used' : 'over'
  const draft = refused ? undefined : await findDraft(tx, given.estateId, invitation.id)
  const calendar = await calendarOf(tx, given.estateId)
  return {
    state,
    estateName: await estateNameOf(tx, given.estateId),
    kind: kindOf(survey),
    titleZh: survey.title_zh,
    titleEn: survey.title_en,
    introZh: survey.intro_zh,
    introEn: survey.intro_en,
    anonymous: survey.anonymous,
    smallestGroup: (await settingsOf(tx, given.estateId)).get('survey.smallestGroup'),
    closesOn: localDateOf(calendar, plusMilliseconds(invitation.expires_at, -1)),
    language: await languageOf(tx, given.estateId, invitation.customer_id),
    freeText: survey.free_text,
    questions: refused ? [] : questionsOf(survey).map(({ classDefault: _c, effort: _e, ...shown }) => shown),
    answers: SurveyAnswers.parse(draft?.answers ?? []),
    comments: SurveyComments.parse(draft?.comments ?? []),
    version: draft?.version ?? 0,
  }
}

/** Keeps what is filled in so far; nothing has been sent yet. */
export const keepAnswers = async (
  tx: Tx,
  given: LinkOf,
  { version, ...filled }: Filled & { version: number },
): Promise<{ version: number } | Refusal> => {
  const found = await behind(tx, given, true)
  if (isRefusal(found)) return found
  const { survey, invitation } = found
  const refused =
    mayAnswer(tx, survey, invitation) ?? checkAnswers(questionsOf(survey), survey.free_text, filled, false)
  if (refused) return refused
  const kept = { answers: keptAnswers(filled.answers), comments: filled.comments }
  const next = await saveDraft(tx, given.estateId, invitation.id, version, kept)
  return next === undefined ? refuse('E_VERSION_STALE', { field: 'body.version' }) : { version: next }
}

/** Sends them for good: once for each invitation, and not over what another page has kept since. */
export const sendAnswers = async (
  tx: Tx,
  given: LinkOf,
  { version, ...filled }: Filled & { version: number },
): Promise<{ state: 'used' } | Refusal> => {
  const found = await behind(tx, given, true)
  if (isRefusal(found)) return found
  const { survey, invitation } = found
  const refused = mayAnswer(tx, survey, invitation)
  if (refused) return refused
  const draft = await findDraft(tx, given.estateId, invitation.id)
  if (draft && draft.version !== version) return refuse('E_VERSION_STALE', { field: 'body.version' })
  const wrong = await takeAnswers(tx, survey, invitation, { ...filled, source: 'link', by: null })
  if (wrong) return wrong
  if (survey.anonymous) await forgetTaken(tx, survey, await lockUploads(tx, given.estateId, survey.id))
  return { state: 'used' }
}
