import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, BodyOf, QueryOf } from '#contract/route.ts'
import { TENURES } from '#contract/survey-questions.ts'
import type {
  getSurveyProgress,
  getSurveySample,
  InvitationLine,
  listSurveyInvitations,
  showSurveyLink,
} from '#contract/survey-run.ts'
import { audit } from '#platform/audit/audit.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import { encodeCursor } from '#platform/db/cursor.ts'
import { keysetOf } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import { mayAnswer } from '../answer/take-answers.ts'
import { sampleOf } from '../design/survey.present.ts'
import { bareSurvey } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { buildingNames } from './frame.store.ts'
import {
  findInvitation,
  type ListedInvitation,
  listInvitationRows,
  progressCounts,
  progressRows,
} from './invitation.store.ts'
import { planSample, presentStrata } from './plan-sample.ts'
import { linkOf } from './token.ts'

/** Whom a draft would ask today. */
export const readSample = async (
  tx: Tx,
  { estateId, id }: SurveyOf,
): Promise<AnswerOf<typeof getSurveySample> | Refusal> => {
  const survey = await bareSurvey(tx, estateId, id, 'none')
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const plan = await planSample(tx, estateId, sampleOf(survey), today)
  const drawn = plan.strata.flatMap((s) => s.drawn)
  return {
    frame: plan.frame,
    leftOut: plan.leftOut,
    drawn: drawn.length,
    withoutPhone: drawn.filter((m) => m.phone === null).length,
    strata: await presentStrata(tx, estateId, plan.strata),
  }
}

/** How it goes: answered of asked, by building and tenure. */
export const readProgress = async (
  tx: Tx,
  { estateId, id }: SurveyOf,
): Promise<AnswerOf<typeof getSurveyProgress> | Refusal> => {
  const survey = await bareSurvey(tx, estateId, id, 'none')
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const names = await buildingNames(tx, estateId)
  const order = [...names.keys()]
  const rows = await progressRows(tx, estateId, id)
  const { answered, ...counts } = await progressCounts(tx, estateId, id)
  const used = rows.reduce((sum, r) => sum + r.used, 0)
  return {
    invited: rows.reduce((sum, r) => sum + r.invited, 0),
    used,
    boxed: Math.max(0, answered - used),
    ...counts,
    // a survey about services draws no lots
    seed: survey.kind === 'transaction' ? null : sampleOf(survey).seed,
    lines: rows
      .toSorted((a, b) => order.indexOf(a.building_id ?? '') - order.indexOf(b.building_id ?? ''))
      .flatMap((row) => {
        const tenure = TENURES.find((t) => t === row.tenure)
        const building = row.building_id && { id: row.building_id, name: names.get(row.building_id) ?? '' }
        if (!tenure) return []
        const { invited, used: answeredOf } = row
        return [{ key: `${row.building_id}|${tenure}`, building: building || null, tenure, invited, used: answeredOf }]
      }),
  }
}

const presentInvitation = (tx: Tx, row: ListedInvitation): InvitationLine => ({
  id: row.id,
  no: row.no,
  state: row.used ? 'used' : row.expires_at <= tx.now ? 'expired' : 'waiting',
  name: row.customer_name,
  unit: row.unit_display,
  building: row.building_name,
  tenure: TENURES.find((t) => t === row.tenure) ?? 'owner',
  channel: row.channel === 'sms' ? 'sms' : 'slip',
  phone: maskPhone(row.phone),
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
  reminded: row.reminded,
  remindedAt: row.reminded_at,
})

export const listInvitations = async (
  tx: Tx,
  { estateId, id }: SurveyOf,
  query: QueryOf<typeof listSurveyInvitations>,
): Promise<{ rows: InvitationLine[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor, ['text'])
  if (isRefusal(after)) return after
  if (after && !/^\d{1,9}$/.test(after[0])) return refuse('E_INPUT', { field: 'query.cursor' })
  if (!(await bareSurvey(tx, estateId, id, 'none'))) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const rows = await listInvitationRows(tx, estateId, id, query, after && Number(after[0]))
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => presentInvitation(tx, row)),
    next: rows.length > query.limit && last ? encodeCursor([String(last.no)]) : null,
  }
}

/** The link of one invitation that can still be answered; whoever takes it says what for. */
export const showLink = async (
  tx: Tx,
  actor: Actor,
  house: House,
  { estateId, id, invitationId }: SurveyOf & { invitationId: string },
  { purpose }: BodyOf<typeof showSurveyLink>,
): Promise<{ link: string } | Refusal> => {
  const survey = await bareSurvey(tx, estateId, id, 'none')
  const invitation = await findInvitation(tx, estateId, { id: invitationId })
  if (!survey || invitation?.survey_id !== id) return refuse('E_NOT_FOUND', { field: 'params.invitationId' })
  const refused = mayAnswer(tx, survey, invitation)
  if (refused) return refused
  await audit(tx, actor, {
    estateId,
    action: 'survey.showLink',
    subjectKind: 'surveyInvitation',
    subjectId: invitationId,
    purpose,
  })
  return { link: linkOf(house, estateId, invitationId) }
}
