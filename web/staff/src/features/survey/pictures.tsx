import { useMemo } from 'react'
import { CODE_OF_CLASS, QUADRANTS, type SurveyResults } from '#contract/survey-results.ts'
import { Scatter } from '#ui/chart/scatter.tsx'
import { useTexts } from '#ui/i18n.ts'
import styles from './survey.module.css'

type Props = { results: SurveyResults; onOpen: (no: number) => void }

/** The points by name, quadrant by quadrant: the picture has room for their numbers alone. */
const Legend = ({ results: { items }, onOpen }: Props) => {
  const { t, lang } = useTexts()
  return (
    <div className={styles.quadrants}>
      {QUADRANTS.map((quadrant) => {
        const own = items.filter((item) => item.quadrant === quadrant)
        return own.length === 0 ? null : (
          <section key={quadrant} aria-label={t(`surveyClass.${CODE_OF_CLASS[quadrant]}`)}>
            <h3>{t(`surveyClass.${CODE_OF_CLASS[quadrant]}`)}</h3>
            <p className="w-quiet w-small">{t(`survey.quadrant.${quadrant}`)}</p>
            <ul>
              {own.map(({ question }) => (
                <li key={question.no}>
                  <span className="w-figures w-quiet">{question.no}</span>
                  <button type="button" className="w-link" onClick={() => onOpen(question.no)}>
                    {question[lang]}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Better against abs(Worse), cut into quadrants: what to keep up, what would delight, what goes without saying. */
export const KanoPicture = ({ results, onOpen }: Props) => {
  const { items, cut } = results
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
      <Legend results={results} onOpen={onOpen} />
    </div>
  )
}

/** Importance against satisfaction: what matters and is poor comes first. */
export const ImportancePicture = ({ results: { items, importanceCut }, onOpen }: Props) => {
  const { t, lang } = useTexts()
  const data = useMemo(
    () => ({
      points: items.flatMap(({ question, importance, satisfaction }) =>
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
      ),
      x: { name: t('survey.satisfactionShort'), min: 1, max: 5 },
      y: { name: t('survey.importanceShort'), min: 1, max: 9 },
      cut: importanceCut && { x: importanceCut.satisfaction, y: importanceCut.importance },
      corners: [t('survey.improve'), t('survey.keep'), t('survey.later'), t('survey.enough')] as const,
    }),
    [items, importanceCut, lang, t],
  )
  return (
    <div className={`w-card ${styles.panel}`}>
      <h2>{t('survey.importancePicture')}</h2>
      <Scatter
        data={data}
        description={t('survey.importanceText', { count: data.points.length })}
        onPoint={(id) => onOpen(Number(id))}
      />
    </div>
  )
}
