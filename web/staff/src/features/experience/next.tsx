import { type Experience, type NextStep, STEP_FIGURES } from '#contract/experience.ts'
import type { Permission } from '#contract/permissions.ts'
import { useTexts } from '#ui/i18n.ts'
import { EstateLink, type LinkSearch } from '#ui/links.tsx'
import type { Tone } from '#ui/palette.ts'
import { useCan } from '#ui/session.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import styles from './experience.module.css'

const TONE: Record<NextStep['kind'], Tone> = {
  critical: 'late',
  mustBeLow: 'late',
  mustBe: 'waiting',
  complaintsUnseen: 'waiting',
  complaints: 'waiting',
  levelDown: 'waiting',
  level: 'active',
  repair: 'active',
  reverse: 'active',
  annoys: 'active',
  look: 'neutral',
  highlight: 'good',
  build: 'good',
}

type Opens = { to: string; search?: LinkSearch; needs?: Permission }
/** What stands behind a step. */
const behind = (step: NextStep, of: Experience): Opens => {
  const { touchpoint, findingId, lookId, surveyId } = step
  const { month, from, to } = of
  const item = { itemId: step.itemId ?? undefined }
  if (findingId !== null) return { to: `matters/${findingId}` }
  if (surveyId !== null) return { to: `surveys/${surveyId}`, needs: 'survey.read' }
  if (step.kind === 'look') return { to: 'place-scores', search: { month, unseen: 'true', sort: 'unseen' } }
  if (step.pester !== null)
    return {
      to: 'complaints',
      search: { pester: step.pester, from, to, counted: 'yes' },
      needs: 'complaint.read_reports',
    }
  if (step.kind === 'complaints' || step.kind === 'complaintsUnseen')
    return {
      to: 'complaints',
      search: { touchpoint: touchpoint ?? undefined, from, to, counted: 'yes' },
      needs: 'complaint.read_reports',
    }
  if (step.kind === 'highlight') return { to: 'scored-looks', search: { month, touchpoint: touchpoint ?? undefined } }
  if (step.kind === 'level' || step.kind === 'levelDown')
    return { to: 'scored-looks', search: { month, ...item, touchpoint: touchpoint ?? undefined } }
  if (lookId === null) return { to: 'findings', search: { ...item, open: 'true' } }
  return step.figures.count === 1
    ? { to: `scored-looks/${lookId}` }
    : { to: 'scored-looks', search: { month, ...item } }
}

const NO_FIGURES = Object.fromEntries(STEP_FIGURES.map((name) => [name, ''])) as Record<
  (typeof STEP_FIGURES)[number],
  string
>

const Step = ({ step, of }: { step: NextStep; of: Experience }) => {
  const { t, lang } = useTexts()
  const can = useCan()
  const { to, search, needs } = behind(step, of)
  const what = step.kind === 'look' ? t('experience.what.look') : (step.name?.[lang] ?? '')
  const touchpoint = step.touchpoint ? t(`touchpoint.${step.touchpoint}`) : ''
  const words = [touchpoint, what].filter(Boolean).join(' · ')
  return (
    <li className={styles.step}>
      <StateTag tone={TONE[step.kind]}>{t(`experience.do.${step.kind}`)}</StateTag>
      <span className={styles.stepWords}>
        {needs === undefined || can(needs) ? (
          <EstateLink to={to} {...(search ? { search } : {})}>
            {words}
          </EstateLink>
        ) : (
          <span>{words}</span>
        )}
        <span className="w-small w-quiet">{t(`experience.why.${step.kind}`, { ...NO_FIGURES, ...step.figures })}</span>
      </span>
    </li>
  )
}

/** What to do next, in the order of the formula, each with its reason and what stands behind it. */
export const Next = ({ of }: { of: Experience }) => {
  const { t, lang } = useTexts()
  const can = useCan()
  const source =
    of.survey === null
      ? t('experience.noSurvey')
      : t('experience.survey', { title: of.survey.title[lang], on: of.survey.on })
  return (
    <section className={`w-card ${styles.part}`} aria-label={t('experience.next')}>
      <h2>{t('experience.next')}</h2>
      {of.next.length === 0 ? (
        <p className="w-quiet">{t('experience.nothingNext')}</p>
      ) : (
        <ol className={styles.steps}>
          {of.next.map((step) => (
            <Step key={`${step.kind} ${step.itemId} ${step.touchpoint} ${step.name?.zh}`} step={step} of={of} />
          ))}
        </ol>
      )}
      <p className="w-small w-quiet">{t('experience.nextHint')}</p>
      <p className="w-small w-quiet">
        {of.survey !== null && can('survey.read') ? (
          <EstateLink to={`surveys/${of.survey.id}`}>{source}</EstateLink>
        ) : (
          source
        )}
      </p>
    </section>
  )
}
