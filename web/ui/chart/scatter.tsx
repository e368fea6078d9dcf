import { useMemo } from 'react'
import { useTexts } from '../i18n.ts'
import { useMode } from '../mode.ts'
import { PALETTES } from '../palette.ts'
import { EmptyState } from '../states.tsx'
import { ChartCanvas } from './chart-canvas.tsx'
import { type ScatterData, scatterOption } from './scatter-option.ts'

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
  const option = useMemo(() => scatterOption(data, PALETTES[mode], description), [data, mode, description])
  if (data.points.length === 0) return <EmptyState compact title={t('chart.noData')} />
  return (
    <ChartCanvas
      option={option}
      description={description}
      height={height}
      onClick={({ index }) => {
        const point = data.points[index]
        if (point) onPoint?.(point.id)
      }}
    />
  )
}
