import { scoreText, versionName } from '#contract/rules/score-text.ts'
import { listPlaceMonths, type PlaceMonthScore } from '#contract/scores.ts'
import { Chart } from '#ui/chart/chart.tsx'
import { Section } from '#ui/complaint/figure.tsx'
import { useTexts } from '#ui/i18n.ts'
import { ScoreCell, ScoreChange } from '#ui/inspection/score.tsx'
import { Scroll } from '#ui/inspection/scroll.tsx'
import { EstateLink } from '#ui/links.tsx'
import { ExportLink } from '#ui/list/export-link.tsx'
import { useApiQuery } from '#ui/query.ts'
import { QueryView } from '#ui/query-view.tsx'
import { useEstate } from '#ui/session.tsx'
import styles from './place-trend.module.css'

const looksOf = ({ place, month }: PlaceMonthScore) => ({ placeId: place.id, month })

const Months = ({ months, shown, label }: { months: PlaceMonthScore[]; shown: string | undefined; label: string }) => {
  const { t } = useTexts()
  return (
    <Scroll>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('score.month')}</th>
            <th scope="col">{t('scoreColumn.score')}</th>
            <th scope="col">{t('scoreColumn.change')}</th>
            <th scope="col">{t('scoreColumn.looks')}</th>
            <th scope="col">{t('scoreColumn.newVersions')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((one) => (
            <tr key={one.month} aria-current={one.month === shown ? 'true' : undefined}>
              <th scope="row" className="w-figures">
                {one.month}
              </th>
              <td>
                <ScoreCell score={one.score} to="scored-looks" search={looksOf(one)} />
              </td>
              <td>
                <ScoreChange score={one.score} before={one.before} />
              </td>
              <td className="w-figures">
                {one.looks > 0 ? (
                  <EstateLink to="scored-looks" search={looksOf(one)}>
                    {one.looks}
                  </EstateLink>
                ) : (
                  <span className="w-faint">0</span>
                )}
              </td>
              <td>
                {one.newVersions.map((version) => (
                  <div key={`${version.standard.id} ${version.variant?.id ?? ''}`}>{versionName(t, version)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Trend = ({ months, shown, onShow }: { months: PlaceMonthScore[] } & Omit<PlaceTrendProps, 'placeId'>) => {
  const { t } = useTexts()
  const { id: estateId } = useEstate()
  const [first] = months
  if (!first) return null
  const { name, id } = first.place
  const title = t('score.placeTrend', { place: name })
  const last = months.findLast(({ score }) => score !== null)
  return (
    <div className={styles.trend}>
      <Section title={title}>
        <div className={styles.parts}>
          <Chart
            data={{
              kind: 'line',
              labels: months.map(({ month }) => month.slice(2)),
              series: [{ id: 'score', name: t('scoreColumn.score'), values: months.map(({ score }) => score) }],
            }}
            description={
              last
                ? t('score.placeTrendHint', { place: name, month: last.month, score: scoreText(last.score) })
                : t('score.placeTrendNone', { place: name })
            }
            onClickDatum={({ index }) => {
              const one = months[index]
              if (one) onShow(one.month)
            }}
          />
          <Months months={months} shown={shown} label={title} />
        </div>
        <div className={styles.foot}>
          <span className="w-small w-quiet">{t('score.placeTrendNote')}</span>
          <ExportLink list={listPlaceMonths} params={{ estateId, id }} query={shown ? { month: shown } : {}} />
        </div>
      </Section>
    </div>
  )
}

type PlaceTrendProps = { placeId: string; shown: string | undefined; onShow: (month: string) => void }

/** How one place did over twelve months; each month opens its looks below. */
export const PlaceTrend = ({ placeId, shown, onShow }: PlaceTrendProps) => {
  const { id: estateId } = useEstate()
  const query = useApiQuery(
    listPlaceMonths,
    { params: { estateId, id: placeId }, query: shown ? { month: shown } : {} },
    { topics: ['inspection'], placeholderData: (before) => before },
  )
  return <QueryView query={query}>{({ rows }) => <Trend months={rows} shown={shown} onShow={onShow} />}</QueryView>
}
