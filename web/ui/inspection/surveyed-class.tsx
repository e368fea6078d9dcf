import { Tooltip } from 'antd'
import { CODE_OF_CLASS, type SurveyedClass as Surveyed } from '#contract/survey-results.ts'
import type { KanoClass } from '#contract/touchpoints.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import { useCan } from '../session.tsx'
import { StateTag } from '../state-tag.tsx'

/** What residents said of an item in the last survey, beside its default and never in its place; it opens the survey. */
export const SurveyedClass = ({ of, own }: { of: Surveyed | null; own: KanoClass | null }) => {
  const { t, lang } = useTexts()
  const can = useCan()
  if (of === null) return null
  const differs = own !== null && CODE_OF_CLASS[own] !== of.class && !of.provisional
  const doubts = [of.provisional && t('experience.provisional'), !of.significant && t('experience.notSignificant')]
  const from = [t('experience.surveyedFrom', { title: of.title[lang], on: of.on, n: of.n }), ...doubts]
  const tag = (
    <StateTag tone={differs ? 'active' : 'neutral'}>
      {t('experience.surveyed', { name: t(`surveyClass.${of.class}`) })}
    </StateTag>
  )
  return (
    <Tooltip title={from.filter(Boolean).join(' · ')}>
      {can('survey.read') ? <EstateLink to={`surveys/${of.surveyId}`}>{tag}</EstateLink> : <span>{tag}</span>}
    </Tooltip>
  )
}
