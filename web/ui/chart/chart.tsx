import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../i18n.ts'
import { useMode } from '../mode.ts'
import { PALETTES } from '../palette.ts'
import { EmptyState } from '../states.tsx'
import styles from './chart.module.css'
import { type ChartData, chartOption } from './chart-option.ts'
import type { ChartInstance } from './echarts.ts'

export type { ChartData } from './chart-option.ts'
export type Datum = { seriesId: string; index: number; label: string }

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

/** A chart with the same figures as a table behind a button; ECharts is loaded when the first chart is shown. */
export const Chart = (props: ChartProps) => {
  const { data, description, height = 240, onClickDatum } = props
  const { t } = useTexts()
  const mode = useMode()
  const [asTable, setAsTable] = useState(false)
  const [chart, setChart] = useState<ChartInstance>()
  const box = useRef<HTMLDivElement>(null)
  const click = useRef(onClickDatum)
  click.current = onClickDatum
  const empty = data.labels.length === 0 || data.series.length === 0

  useEffect(() => {
    const element = box.current
    if (!element || asTable || empty) return
    let gone = false
    let made: ChartInstance | undefined
    const watcher = new ResizeObserver(() => made?.resize())
    void import('./echarts.ts').then(({ startChart }) => {
      if (gone) return
      made = startChart(element)
      made.on('click', ({ seriesId, dataIndex, name }) => {
        click.current?.({ seriesId: seriesId ?? '', index: dataIndex, label: name })
      })
      watcher.observe(element)
      setChart(made)
    })
    return () => {
      gone = true
      watcher.disconnect()
      made?.dispose()
      setChart(undefined)
    }
  }, [asTable, empty])

  useEffect(() => {
    chart?.setOption(chartOption(data, PALETTES[mode], description), { notMerge: true })
  }, [chart, data, mode, description])

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
        <div ref={box} className={styles.canvas} style={{ height }} role="img" aria-label={description} />
      )}
    </div>
  )
}
