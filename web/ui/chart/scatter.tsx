import { useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../i18n.ts'
import { useMode } from '../mode.ts'
import { PALETTES } from '../palette.ts'
import { EmptyState } from '../states.tsx'
import { ChartCanvas } from './chart-canvas.tsx'
import { type ScatterData, scatterOption } from './scatter-option.ts'

/** Until it is measured. */
const USUAL_WIDTH = 900

/** Points in four quadrants; the figures behind it stand in a table of the page. */
export const Scatter = ({
  data,
  description,
  height = 420,
  onPoint,
}: {
  data: ScatterData
  description: string
  height?: number
  onPoint?: (id: string) => void
}) => {
  const { t } = useTexts()
  const mode = useMode()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(USUAL_WIDTH)
  const empty = data.points.length === 0
  useEffect(() => {
    const element = box.current
    if (!element || empty) return
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [empty])
  const option = useMemo(
    () => scatterOption(data, PALETTES[mode], description, { width, height }),
    [data, mode, description, width, height],
  )
  if (empty) return <EmptyState compact title={t('chart.noData')} />
  return (
    <div ref={box}>
      <ChartCanvas
        option={option}
        description={description}
        height={height}
        onClick={({ index }) => {
          const point = data.points[index]
          if (point) onPoint?.(point.id)
        }}
      />
    </div>
  )
}
