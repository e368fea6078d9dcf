import type { PlaceScore } from '#contract/scores.ts'
import { useTexts } from '#ui/i18n.ts'
import { ScoreCell } from '#ui/inspection/score.tsx'
import { Scroll } from '#ui/inspection/scroll.tsx'
import { EstateLink } from '#ui/links.tsx'
import styles from './scores.module.css'

type PlacesProps = { places: readonly PlaceScore[]; month: string; label: string }

export const Places = ({ places, month, label }: PlacesProps) => {
  const { t } = useTexts()
  if (places.length === 0) return <p className="w-quiet">{t('score.noLooks')}</p>
  return (
    <Scroll>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('findingColumn.place')}</th>
            <th scope="col">{t('scoreColumn.score')}</th>
            <th scope="col">{t('scoreColumn.looks')}</th>
            <th scope="col">{t('scoreColumn.openNow')}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((p) => (
            <tr key={p.place.id}>
              <th scope="row">
                <EstateLink to="scored-looks" search={{ month, placeId: p.place.id }}>
                  {p.place.name}
                </EstateLink>
              </th>
              <td>
                <ScoreCell score={p.score} to="scored-looks" search={{ month, placeId: p.place.id }} />
              </td>
              <td className="w-figures">{p.looks}</td>
              <td className="w-figures">
                {p.openFindings > 0 ? (
                  <EstateLink to="findings" search={{ placeId: p.place.id, open: 'true' }}>
                    {p.openFindings}
                  </EstateLink>
                ) : (
                  0
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
