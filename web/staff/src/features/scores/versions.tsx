import { versionName } from '#contract/rules/score-text.ts'
import type { EstateScores } from '#contract/scores.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScoreCell } from '#ui/inspection/score.tsx'
import { Scroll } from '#ui/inspection/scroll.tsx'
import { EstateLink } from '#ui/links.tsx'
import styles from './scores.module.css'

/** What the looks of the month were held to; with several versions also the scores on what they have in common. */
export const Versions = ({ of }: { of: EstateScores }) => {
  const { t } = useTexts()
  const looks = (v: EstateScores['versions'][number]) => ({
    month: of.month,
    standardId: v.standard.id,
    variantId: v.variant?.id ?? 'none',
  })
  if (of.versions.length === 0) return <p className="w-quiet">{t('score.noLooks')}</p>
  return (
    <>
      {of.comparableItems === null ? null : (
        <p>{t('score.comparableHint', { items: of.comparableItems, places: of.comparablePlaces ?? 0 })}</p>
      )}
      <Scroll>
        <table className={styles.table} aria-label={t('scoreSheet.versions')}>
          <thead>
            <tr>
              <th scope="col">{t('scoreColumn.version')}</th>
              <th scope="col">{t('scoreColumn.onDate')}</th>
              <th scope="col">{t('scoreColumn.looks')}</th>
              <th scope="col">{t('scoreColumn.score')}</th>
              {of.comparableItems === null ? null : <th scope="col">{t('scoreColumn.comparable')}</th>}
            </tr>
          </thead>
          <tbody>
            {of.versions.map((v) => (
              <tr key={`${v.standard.id} ${v.variant?.id ?? ''}`}>
                <th scope="row">{versionName(t, v)}</th>
                <td className="w-figures">{t('score.versionDays', { from: v.from, to: v.to })}</td>
                <td>
                  <EstateLink to="scored-looks" search={looks(v)} className="w-figures">
                    {v.looks}
                  </EstateLink>
                </td>
                <td>
                  <ScoreCell score={v.score} to="scored-looks" search={looks(v)} />
                </td>
                {of.comparableItems === null ? null : (
                  <td>
                    <ScoreCell score={v.comparable} to="scored-looks" search={looks(v)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
