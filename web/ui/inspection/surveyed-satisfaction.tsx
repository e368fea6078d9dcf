import { SURVEY_PEOPLE } from '#contract/surveys.ts'
import { useTexts } from '../i18n.ts'
import { EstateLink } from '../links.tsx'
import { useCan } from '../session.tsx'

type Days = { from: string; to: string }

/** What residents answered about a touchpoint between two days; opens the surveys that asked them. */
export const SurveyedSatisfaction = ({
  of,
  days: { from, to },
}: {
  of: { satisfaction: number; answers: number } | null
  days: Days
}) => {
  const { t } = useTexts()
  const can = useCan()
  if (of === null) return <span className="w-faint">{t('score.noSurvey')}</span>
  const said = t('score.surveyed', { satisfaction: of.satisfaction.toFixed(2), answers: of.answers })
  return can(SURVEY_PEOPLE) ? (
    <EstateLink to="surveys" search={{ from, to }}>
      {said}
    </EstateLink>
  ) : (
    said
  )
}
