import { useEffect, useRef, useState } from 'react'
import styles from './chart.module.css'
import type { ChartInstance } from './echarts.ts'

export type ChartClick = { seriesId: string; index: number; label: string }

/** The drawing itself; ECharts is loaded when the first one is shown. */
export const ChartCanvas = ({
  option,
  description,
  height,
  onClick,
}: {
  option: Record<string, unknown>
  description: string
  height: number
  onClick?: ((at: ChartClick) => void) | undefined
}) => {
  const [chart, setChart] = useState<ChartInstance>()
  const box = useRef<HTMLDivElement>(null)
  const click = useRef(onClick)
  click.current = onClick

  useEffect(() => {
    const element = box.current
    if (!element) return
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
  }, [])

  useEffect(() => {
    chart?.setOption(option, { notMerge: true })
  }, [chart, option])

  return <div ref={box} className={styles.canvas} style={{ height }} role="img" aria-label={description} />
}
