import type { SurveyCommentLine } from '#contract/survey-results.ts'
import type { InvitationLine } from '#contract/survey-run.ts'
import type { SurveyLine } from '#contract/surveys.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const SURVEY_SHEET: Sheet<SurveyLine> = {
  name: 'surveySheet.surveys',
  subject: 'surveys',
  columns: [
    { key: 'surveyColumn.titleZh', width: 28, of: (r) => r.titleZh },
    { key: 'surveyColumn.titleEn', width: 28, of: (r) => r.titleEn },
    { key: 'surveyColumn.kind', of: (r, { t }) => t(`surveyKind.${r.kind}`) },
    { key: 'surveyColumn.revision', of: (r) => r.revision },
    { key: 'surveyColumn.state', of: (r, { t }) => t(`surveyState.${r.state}`) },
    { key: 'surveyColumn.anonymous', of: (r, { t }) => t(r.anonymous ? 'common.yes' : 'common.no') },
    { key: 'surveyColumn.questions', of: (r) => r.questions },
    { key: 'surveyColumn.invited', of: (r) => r.invited },
    { key: 'surveyColumn.answered', of: (r) => r.answered },
    { key: 'surveyColumn.opened', width: 20, of: (r, { time }) => time(r.openedAt) },
    { key: 'surveyColumn.closesOn', of: (r) => r.closesOn },
    { key: 'surveyColumn.closed', width: 20, of: (r, { time }) => time(r.closedAt) },
  ],
}

export const INVITATION_SHEET: Sheet<InvitationLine> = {
  name: 'surveySheet.invitations',
  subject: 'surveyInvitations',
  columns: [
    { key: 'surveyColumn.slip', of: (r) => r.no },
    { key: 'surveyColumn.state', of: (r, { t }) => t(`surveyInvitation.${r.state}`) },
    { key: 'surveyColumn.building', of: (r) => r.building },
    { key: 'surveyColumn.unit', of: (r) => r.unit },
    { key: 'surveyColumn.name', of: (r) => r.name },
    { key: 'surveyColumn.tenure', of: (r, { t }) => t(`surveyTenure.${r.tenure}`) },
    { key: 'surveyColumn.channel', of: (r, { t }) => t(`surveyChannel.${r.channel}`) },
    { key: 'surveyColumn.phone', of: (r) => r.phone },
    { key: 'surveyColumn.invitedAt', width: 20, of: (r, { time }) => time(r.invitedAt) },
    { key: 'surveyColumn.expiresAt', width: 20, of: (r, { time }) => time(r.expiresAt) },
    { key: 'surveyColumn.reminded', of: (r) => r.reminded },
  ],
}

export const COMMENT_SHEET: Sheet<SurveyCommentLine> = {
  name: 'surveySheet.comments',
  subject: 'surveyComments',
  columns: [
    { key: 'surveyColumn.touchpoint', of: (r, { t }) => (r.touchpoint ? t(`touchpoint.${r.touchpoint}`) : null) },
    { key: 'surveyColumn.text', width: 60, of: (r) => r.text },
    { key: 'surveyColumn.building', of: (r) => r.building },
    { key: 'surveyColumn.on', of: (r) => r.on },
  ],
}
