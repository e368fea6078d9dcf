import type { ComparedLine, RollOutLine } from '#contract/survey-roll-out.ts'
import type { TemplateLine } from '#contract/survey-templates.ts'
import type { ListColumn } from '#platform/export/send-list.ts'
import type { Sheet } from '#platform/export/serve-list.ts'

export const TEMPLATE_SHEET: Sheet<TemplateLine> = {
  name: 'surveySheet.templates',
  subject: 'surveyTemplates',
  columns: [
    { key: 'surveyColumn.titleZh', width: 28, of: (r) => r.titleZh },
    { key: 'surveyColumn.titleEn', width: 28, of: (r) => r.titleEn },
    { key: 'surveyColumn.kind', of: (r, { t }) => t(`surveyKind.${r.kind}`) },
    { key: 'surveyColumn.revision', of: (r) => r.revision },
    { key: 'surveyColumn.state', of: (r, { t }) => t(`surveyTemplateState.${r.state}`) },
    { key: 'surveyColumn.anonymous', of: (r, { t }) => t(r.anonymous ? 'common.yes' : 'common.no') },
    { key: 'surveyColumn.questions', of: (r) => r.questions },
    { key: 'surveyColumn.estates', of: (r) => r.estates },
    { key: 'surveyColumn.published', width: 20, of: (r, { time }) => time(r.publishedAt) },
    { key: 'surveyColumn.retired', width: 20, of: (r, { time }) => time(r.retiredAt) },
  ],
}

const percent = (share: number | undefined) => (share === undefined ? null : Math.round(share * 1000) / 10)

export const ROLL_OUT_SHEET: Sheet<RollOutLine> = {
  name: 'surveySheet.rollOut',
  subject: 'surveyRollOut',
  columns: [
    { key: 'surveyColumn.estateCode', of: (r) => r.estate.code },
    { key: 'surveyColumn.estate', width: 24, of: (r) => r.estate.name },
    { key: 'surveyColumn.state', of: (r, { t }) => t(`surveyRollOut.${r.state}`) },
    { key: 'surveyColumn.refused', width: 32, of: (r, { t }) => (r.refused === null ? null : t(`error.${r.refused}`)) },
    { key: 'surveyColumn.opensOn', of: (r) => r.opensOn },
    { key: 'surveyColumn.opened', width: 20, of: (r, { time }) => time(r.openedAt) },
    { key: 'surveyColumn.closesOn', of: (r) => r.closesOn },
    { key: 'surveyColumn.closed', width: 20, of: (r, { time }) => time(r.closedAt) },
    { key: 'surveyColumn.invited', of: (r) => r.invited },
    { key: 'surveyColumn.answered', of: (r) => r.answered },
    { key: 'surveyColumn.rate', of: (r) => percent(r.rate?.share) },
  ],
}

const round = (value: number | null | undefined) => (value == null ? null : Math.round(value * 1000) / 1000)
const withInterval = (of: 'better' | 'worse' | 'satisfaction'): ListColumn<ComparedLine>[] => [
  {
    key: `surveyColumn.${of}`,
    of: (r) => round(of === 'satisfaction' ? r.satisfaction?.mean : r[of]?.share),
  },
  { key: 'surveyColumn.low', of: (r) => round(r[of]?.low) },
  { key: 'surveyColumn.high', of: (r) => round(r[of]?.high) },
]

export const COMPARISON_SHEET: Sheet<ComparedLine> = {
  name: 'surveySheet.comparison',
  subject: 'surveyComparison',
  columns: [
    { key: 'surveyColumn.no', of: (r) => r.no },
    { key: 'surveyColumn.attribute', width: 32, of: (r) => r.zh },
    { key: 'surveyColumn.attributeEn', width: 32, of: (r) => r.en },
    { key: 'surveyColumn.estateCode', of: (r) => r.estate.code },
    { key: 'surveyColumn.estate', width: 24, of: (r) => r.estate.name },
    { key: 'surveyColumn.n', of: (r) => r.n },
    { key: 'surveyColumn.small', of: (r, { t }) => t(r.provisional ? 'common.yes' : 'common.no') },
    { key: 'surveyColumn.class', of: (r, { t }) => (r.class === null ? null : t(`surveyClass.${r.class}`)) },
    ...withInterval('better'),
    ...withInterval('worse'),
    ...withInterval('satisfaction'),
    {
      key: 'surveyColumn.differs',
      width: 40,
      of: ({ differs }, { t }) =>
        (['satisfaction', 'better', 'worse'] as const)
          .flatMap((of) => (differs[of] === null ? [] : [t(`survey.estateDiffers.${of}.${differs[of]}`)]))
          .join('、') || null,
    },
  ],
}
