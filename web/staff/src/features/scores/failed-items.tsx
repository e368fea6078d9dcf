import type { EstateScores } from '#contract/scores.ts'
import { useTexts } from '#ui/i18n.ts'
import { Scroll } from '#ui/inspection/scroll.tsx'
import { SeverityTag } from '#ui/inspection/severity.tsx'
import { SurveyedClass } from '#ui/inspection/surveyed-class.tsx'
import { EstateLink } from '#ui/links.tsx'
import styles from './scores.module.css'

/** What fails most often; opens the looks at which it failed. */
export const FailedItems = ({ of }: { of: EstateScores }) => {
  const { t, lang } = useTexts()
  if (of.failedItems.length === 0) return <p className="w-quiet">{t('score.noFails')}</p>
  return (
    <Scroll>
      <table className={styles.table} aria-label={t('scoreSheet.failedItems')}>
        <thead>
          <tr>
            <th scope="col">{t('findingColumn.statement')}</th>
            <th scope="col">{t('findingColumn.severity')}</th>
            <th scope="col">{t('scoreColumn.kano')}</th>
            <th scope="col">{t('scoreColumn.surveyed')}</th>
            <th scope="col">{t('scoreColumn.fails')}</th>
            <th scope="col">{t('scoreColumn.places')}</th>
          </tr>
        </thead>
        <tbody>
          {of.failedItems.map((item) => (
            <tr key={item.itemId}>
              <td className={styles.words}>
                <EstateLink to="scored-looks" search={{ month: of.month, itemId: item.itemId }}>
                  {item.statement?.[lang] ?? item.itemId}
                </EstateLink>
              </td>
              <td>{item.severity ? <SeverityTag severity={item.severity} /> : '—'}</td>
              <td>{item.kano ? t(`kano.${item.kano}`) : '—'}</td>
              <td>{item.surveyed ? <SurveyedClass of={item.surveyed} own={item.kano} /> : '—'}</td>
              <td className="w-figures">{item.fails}</td>
              <td className="w-figures">{item.places}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
