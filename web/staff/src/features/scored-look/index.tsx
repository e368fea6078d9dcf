import { scoreText } from '#contract/rules/score-text.ts'
import { getLookScore, type LookScore } from '#contract/scores.ts'
import { FactList } from '#ui/facts.tsx'
import { type T, useTexts } from '#ui/i18n.ts'
import { AnswerTag } from '#ui/inspection/answer-tag.tsx'
import { measuredText } from '#ui/inspection/measured.ts'
import { Photos } from '#ui/inspection/photos.tsx'
import { SeverityTag } from '#ui/inspection/severity.tsx'
import { SurveyedClass } from '#ui/inspection/surveyed-class.tsx'
import { EstateLink, usePageId } from '#ui/links.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './scored-look.module.css'

const rateText = (t: T, rate: LookScore['mustBe']): string =>
  rate === null
    ? t('score.notAnswered')
    : t('score.rate', { passed: rate.passed, answered: rate.answered, rate: (rate.rate * 100).toFixed(1) })

/** The formula with its numbers: whoever doubts a score can reckon it again. */
const Why = ({ of }: { of: LookScore }) => {
  const { t } = useTexts()
  const { model } = of
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('nav.scoredLook')}>
      <h2>{of.score === null ? t('score.whyNone') : t('score.why', { score: scoreText(of.score) })}</h2>
      <FactList
        items={[
          { key: 'mustBe', label: t('score.mustBe'), children: rateText(t, of.mustBe) },
          { key: 'oneDimensional', label: t('score.oneDimensional'), children: rateText(t, of.oneDimensional) },
          { key: 'attractive', label: t('score.attractive'), children: rateText(t, of.attractive) },
          {
            key: 'base',
            label: t('score.base', { mustBe: model.mustBeWeight, oneDimensional: model.oneDimensionalWeight }),
            children: of.base === null ? '—' : of.base.toFixed(2),
          },
          { key: 'bonus', label: t('score.bonus'), children: of.bonus.toFixed(2) },
          {
            key: 'gate',
            label: t('score.gate'),
            children:
              of.gateBy === 'criticalFailed'
                ? t('score.gate.criticalFailed', { gate: of.gate })
                : of.gateBy === 'mustBeLow'
                  ? t('score.gate.mustBeLow', { gate: of.gate, percent: Math.round(model.mustBePass * 100) })
                  : t('score.gate.none'),
          },
        ]}
      />
      <p className="w-quiet">
        {t('score.sum')} · {t('score.weights', model.weights)}
      </p>
    </section>
  )
}

const Items = ({ of }: { of: LookScore }) => {
  const { t, lang } = useTexts()
  return (
    <section className={`w-card ${styles.block}`} aria-label={t('score.items')}>
      <h2>{t('score.items')}</h2>
      <ul className={styles.items}>
        {of.items.map((item) => (
          <li key={item.itemId} className={styles.item}>
            <span className={styles.head}>
              <AnswerTag kano={item.kano} answer={item.answer} />
              {item.severity ? <SeverityTag severity={item.severity} /> : null}
              <span>{item.statement?.[lang] ?? item.itemId}</span>
              {item.value === null ? null : <strong className="w-figures">{measuredText(t, item)}</strong>}
              {item.kano ? <span className="w-small w-quiet">{t(`kano.${item.kano}`)}</span> : null}
              <SurveyedClass of={item.surveyed} own={item.kano} />
              {item.findingId ? <EstateLink to={`matters/${item.findingId}`}>{t('kind.finding')}</EstateLink> : null}
            </span>
            {item.note ? <span className="w-quiet">{item.note}</span> : null}
            {item.photos.length > 0 ? <Photos of={item.photos} about={item.itemId} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One look: why it has its score, its items with their photos and findings. */
export const Page = () => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const id = usePageId()
  const query = useApiQuery(
    getLookScore,
    { params: { estateId, id } },
    { topics: ['inspection', 'matters', 'findings'] },
  )
  return (
    <QueryView query={query}>
      {(of) => (
        <>
          <PageHeader
            title={of.look.place.name}
            hint={
              <span className="w-figures">
                {of.look.onDate} · {t(`touchpoint.${of.look.touchpoint}`)} · {t(`inspectionKind.${of.look.kind}`)} ·{' '}
                {of.look.inspector.name} · {t('scoreColumn.version')} {of.look.standardNumber}
                {of.look.variantNumber === null ? '' : ` · ${t('score.variant', { number: of.look.variantNumber })}`}
              </span>
            }
          />
          <div className={styles.page}>
            <Why of={of} />
            <Items of={of} />
          </div>
        </>
      )}
    </QueryView>
  )
}
