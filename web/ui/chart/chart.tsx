import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTexts } from '../i18n.ts'
import { useMode } from '../mode.ts'
import { PALETTES } from '../palette.ts'
import { EmptyState } from '../states.tsx'
import styles from './chart.module.css'
import { ChartCanvas, type ChartClick } from './chart-canvas.tsx'
import { type ChartData, chartOption } from './chart-option.ts'

export type { ChartData } from './chart-option.ts'
export type Datum = ChartClick

export type ChartProps = {
  data: ChartData
  /** What the chart shows, in a sentence; read aloud, and the caption of the table. */
  description: string
  height?: number
  /** Every figure leads to the matters behind it. */
  onClickDatum?: (datum: Datum) => void
}

const FiguresTable = ({ data, description, onClickDatum }: ChartProps) => {
  const { t } = useTexts()
  return (
    <table className={styles.table}>
      <caption className="w-hidden">{description}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.series')}</th>
          {data.series.map((one) => (
            <th key={one.id} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.labels.map((label, index) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {data.series.map((one) => {
              const value = one.values[index]
              const shown = value === null || value === undefined ? '–' : `${value}${one.unit ?? data.unit ?? ''}`
              return (
                <td key={one.id}>
                  {onClickDatum ? (
                    <Button type="link" size="small" onClick={() => onClickDatum({ seriesId: one.id, index, label })}>
                      {shown}
                    </Button>
                  ) : (
                    shown
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A chart with the same figures as a table behind a button. */
export const Chart = (props: ChartProps) => {
  const { data, description, height = 240, onClickDatum } = props
  const { t } = useTexts()
  const mode = useMode()
  const [asTable, setAsTable] = useState(false)
  const empty = data.labels.length === 0 || data.series.length === 0

  const option = useMemo(() => chartOption(data, PALETTES[mode], description), [data, mode, description])
  if (empty) return <EmptyState compact title={t('chart.noData')} />
  return (
    <div className={styles.box}>
      <div className={styles.tools}>
        <Button type="text" size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('chart.chart') : t('chart.table')}
        </Button>
      </div>
      {asTable ? (
        <FiguresTable {...props} />
      ) : (
        <ChartCanvas option={option} description={description} height={height} onClick={onClickDatum} />
      )}
    </div>
  )
}
