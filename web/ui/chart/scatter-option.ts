import type { Palette } from '../palette.ts'
import { FONT } from '../theme.ts'
import { placeLabels } from './label-places.ts'

const GRID = { left: 44, right: 16, top: 16, bottom: 44 } as const

export type ScatterPoint = { id: string; label: string; name: string; x: number; y: number; faint?: boolean }
export type ScatterData = {
  points: readonly ScatterPoint[]
  x: { name: string; min: number; max: number }
  y: { name: string; min: number; max: number }
  /** Where the quadrants are cut; left out when there are none. */
  cut: { x: number; y: number } | null
  /** Names of the quadrants: upper left, upper right, lower left, lower right. */
  corners: readonly [string, string, string, string]
}

/** As much of a scale as its figures fill, in halves and never up to the edge, so that points which lie close stand apart. */
export const rangeOf = (
  values: readonly number[],
  scale: { min: number; max: number },
): { min: number; max: number } => {
  const [least, most] = [Math.min(...values, scale.max), Math.max(...values, scale.min)]
  return least > most
    ? scale
    : {
        min: Math.max(scale.min, (Math.ceil(2 * least) - 1) / 2),
        max: Math.min(scale.max, (Math.floor(2 * most) + 1) / 2),
      }
}

/** Points with a number each in four quadrants, for a drawing of this size in pixels; pure, so that it can be tested. */
export const scatterOption = (
  { points, x, y, cut, corners }: ScatterData,
  palette: Palette,
  description: string,
  { width, height }: { width: number; height: number },
) => {
  const right = width - GRID.right
  const bottom = height - GRID.bottom
  const part = (value: number, { min, max }: { min: number; max: number }) => (value - min) / (max - min)
  const places = placeLabels(
    points.map((p) => ({
      x: GRID.left + part(p.x, x) * (right - GRID.left),
      y: bottom - part(p.y, y) * (bottom - GRID.top),
      label: p.label,
    })),
    { left: GRID.left, top: GRID.top, right, bottom },
  )
  const text = { color: palette.textQuiet, fontSize: 12 }
  const axis = (of: ScatterData['x']) => ({
    type: 'value',
    name: of.name,
    nameLocation: 'middle',
    nameTextStyle: text,
    min: of.min,
    max: of.max,
    axisLabel: text,
    axisLine: { show: true, lineStyle: { color: palette.edge } },
    splitLine: { show: false },
  })
  const at = ([left, top]: [number, number], [right, bottom]: [number, number], name: string, position: string) => [
    { name, coord: [left, top], label: { position } },
    { coord: [right, bottom] },
  ]
  const [upperLeft, upperRight, lowerLeft, lowerRight] = corners
  const areas = cut && [
    at([x.min, cut.y], [cut.x, y.max], upperLeft, 'insideTopLeft'),
    at([cut.x, cut.y], [x.max, y.max], upperRight, 'insideTopRight'),
    at([x.min, y.min], [cut.x, cut.y], lowerLeft, 'insideBottomLeft'),
    at([cut.x, y.min], [x.max, cut.y], lowerRight, 'insideBottomRight'),
  ]
  return {
    animationDuration: 200,
    textStyle: { fontFamily: FONT },
    aria: { enabled: true, label: { description } },
    grid: GRID,
    tooltip: {
      trigger: 'item',
      backgroundColor: palette.raised,
      borderColor: palette.edge,
      textStyle: { color: palette.text, fontSize: 12 },
      formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex]?.name ?? '',
    },
    xAxis: { ...axis(x), nameGap: 28 },
    yAxis: { ...axis(y), nameGap: 32 },
    series: [
      {
        id: 'points',
        type: 'scatter',
        symbolSize: 10,
        data: points.map((p, i) => ({
          name: p.name,
          value: [p.x, p.y],
          itemStyle: { color: palette.series[0], opacity: p.faint ? 0.35 : 1 },
          label: {
            show: true,
            formatter: p.label,
            ...places[i],
            color: palette.text,
            fontSize: 12,
            // legible also where it lies upon a line
            textBorderColor: palette.raised,
            textBorderWidth: 2,
          },
        })),
        ...(areas
          ? {
              markArea: {
                silent: true,
                itemStyle: { color: 'transparent' },
                label: { color: palette.textQuiet, fontSize: 13 },
                data: areas,
              },
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: palette.edgeStrong, type: 'dashed' },
                data: [{ xAxis: cut?.x }, { yAxis: cut?.y }],
              },
            }
          : {}),
      },
    ],
  }
}
