import { useMemo } from 'react'
import {
  CODE_OF_CLASS,
  IMPORTANCE_QUADRANTS,
  type ItemFinding,
  QUADRANTS,
  type SurveyResults,
} from '#contract/survey-results.ts'
import { Scatter } from '#ui/chart/scatter.tsx'
import { rangeOf } from '#ui/chart/scatter-option.ts'
import { useTexts } from '#ui/i18n.ts'
import styles from './survey.module.css'

type Props = { results: SurveyResults; onOpen: (no: number) => void }

type LegendPart = { name: string; hint?: string; items: readonly ItemFinding[] }
/** The points by name, quadrant by quadrant: the picture has room for their numbers alone. */
const Legend = ({ parts, onOpen }: { parts: readonly LegendPart[]; onOpen: (no: number) => void }) => {
  const { lang } = useTexts()
  return (
    <div className={styles.quadrants}>
      {parts
        .filter(({ items }) => items.length > 0)
        .map(({ name, hint, items }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            {hint ? <p className="w-quiet w-small">{hint}</p> : null}
            <ul>
              {items.map(({ question }) => (
                <li key={question.no}>
                  <span className="w-figures w-quiet">{question.no}</span>
                  <button type="button" className="w-link" onClick={() => onOpen(question.no)}>
                    {question[lang]}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

/** Better against abs(Worse), cut into quadrants: what to keep up, what would delight, what goes without saying. */
export const KanoPicture = ({ results: { items, cut }, onOpen }: Props) => {
  const { t, lang } = useTexts()
  const data = useMemo(
    () => ({
      points: items.flatMap(({ question, kano }) =>
        kano?.better && kano.worse
          ? [
              {
                id: String(question.no),
                label: String(question.no),
                name: `${question.no}. ${question[lang]}（${-kano.worse.share.toFixed(2)}，${kano.better.share.toFixed(2)}）`,
                x: -kano.worse.share,
                y: kano.better.share,
                faint: kano.provisional,
              },
            ]
          : [],
      ),
      x: { name: t('survey.worse'), min: 0, max: 1 },
      y: { name: t('survey.better'), min: 0, max: 1 },
      cut: { x: cut.worse, y: cut.better },
      corners: [t('surveyClass.A'), t('surveyClass.O'), t('surveyClass.I'), t('surveyClass.M')] as const,
    }),
    [items, cut, lang, t],
  )
  return (
    <div className={`w-card ${styles.panel}`}>
      <h2>{t('survey.picture')}</h2>
      <Scatter
        data={data}
        description={t('survey.pictureText', { count: data.points.length })}
        onPoint={(id) => onOpen(Number(id))}
      />
      <Legend
        parts={QUADRANTS.map((quadrant) => ({
          name: t(`surveyClass.${CODE_OF_CLASS[quadrant]}`),
          hint: t(`survey.quadrant.${quadrant}`),
          items: items.filter((item) => item.quadrant === quadrant),
        }))}
        onOpen={onOpen}
      />
    </div>
  )
}

/** Importance against satisfaction: what matters and is poor comes first. */
export const ImportancePicture = ({ results: { items, importanceCut }, onOpen }: Props) => {
  const { t, lang } = useTexts()
  const data = useMemo(() => {
    const points = items.flatMap(({ question, importance, satisfaction }) =>
      importance && satisfaction
        ? [
            {
              id: String(question.no),
              label: String(question.no),
              name: `${question.no}. ${question[lang]}（${satisfaction.mean.toFixed(2)}，${importance.mean.toFixed(1)}）`,
              x: satisfaction.mean,
              y: importance.mean,
            },
          ]
        : [],
    )
    return {
      points,
      x: {
        name: t('survey.satisfactionShort'),
        ...rangeOf(
          points.map((p) => p.x),
          { min: 1, max: 5 },
        ),
      },
      y: {
        name: t('survey.importanceShort'),
        ...rangeOf(
          points.map((p) => p.y),
          { min: 1, max: 9 },
        ),
      },
      cut: importanceCut && { x: importanceCut.satisfaction, y: importanceCut.importance },
      corners: [t('survey.improve'), t('survey.keep'), t('survey.later'), t('survey.enough')] as const,
    }
  }, [items, importanceCut, lang, t])
  return (
    <div className={`w-card ${styles.panel}`}>
      <h2>{t('survey.importancePicture')}</h2>
      <Scatter
        data={data}
        description={t('survey.importanceText', { count: data.points.length })}
        onPoint={(id) => onOpen(Number(id))}
      />
      <Legend
        parts={IMPORTANCE_QUADRANTS.map((quadrant) => ({
          name: t(`survey.${quadrant}`),
          items: items.filter((item) => item.importanceQuadrant === quadrant),
        }))}
        onOpen={onOpen}
      />
    </div>
  )
}
