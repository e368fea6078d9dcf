import type { Palette } from '../palette.ts'
import { FONT } from '../theme.ts'

export type ChartSeries = { id: string; name: string; values: readonly (number | null)[]; unit?: string }
export type ChartData = {
  /** `pareto`: bars of the first series, and the second as a line of per cents with an axis of its own. */
  kind: 'bar' | 'stacked' | 'line' | 'pie' | 'pareto'
  /** Names along the axis (or of the slices). */
  labels: readonly string[]
  series: readonly ChartSeries[]
  /** Shown behind figures, such as 件 or %. */
  unit?: string
  /** A line to hold the figures against, such as a goal. */
  goal?: { value: number; name: string }
  /** Room in px for each name along the axis; longer ones are broken and all are shown. */
  labelWidth?: number
}

const withUnit = (value: unknown, unit: string) =>
  value === null || value === undefined ? '–' : `${String(value)}${unit}`

const text = (palette: Palette) => ({ color: palette.textQuiet, fontSize: 12 })

const SHARES = { min: 0, max: 100, minInterval: undefined, splitLine: { show: false } }

/** The option of ECharts for our few kinds of chart, in our colours; pure, so that it can be tested. */
export const chartOption = (data: ChartData, palette: Palette, description: string) => {
  const { kind, labels, series, unit = '', goal, labelWidth } = data
  const shared = {
    color: [...palette.series],
    animationDuration: 200,
    // by its names: room is measured for the text before it is on the page
    textStyle: { fontFamily: FONT },
    aria: { enabled: true, label: { description } },
    tooltip: {
      trigger: kind === 'pie' ? 'item' : 'axis',
      backgroundColor: palette.raised,
      borderColor: palette.edge,
      textStyle: { color: palette.text, fontSize: 12 },
      valueFormatter: (value: unknown) => withUnit(value, unit),
    },
    legend: {
      show: series.length > 1 || kind === 'pie',
      // names that do not fit on one line are turned over instead of lying on the figures
      type: 'scroll',
      pageIconColor: palette.accent,
      pageIconInactiveColor: palette.textFaint,
      pageTextStyle: text(palette),
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 16,
      textStyle: text(palette),
    },
  }
  if (kind === 'pie') {
    const values = series[0]?.values ?? []
    return {
      ...shared,
      series: [
        {
          type: 'pie',
          id: series[0]?.id ?? 'pie',
          radius: ['52%', '78%'],
          top: 24,
          itemStyle: { borderColor: palette.surface, borderWidth: 2 },
          label: { color: palette.textQuiet },
          data: labels.map((name, at) => ({ name, value: values[at] ?? 0 })),
        },
      ],
    }
  }
  const isLine = (at: number) => kind === 'line' || (kind === 'pareto' && at > 0)
  const amounts = {
    type: 'value',
    minInterval: unit === '%' ? undefined : 1,
    axisLabel: { ...text(palette), formatter: `{value}${unit}` },
    splitLine: { lineStyle: { color: palette.edge } },
  }
  const shareLabel = { ...text(palette), formatter: '{value}%' }
  return {
    ...shared,
    grid: {
      left: 4,
      right: 8,
      top: series.length > 1 ? 36 : 16,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: [...labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.edge } },
      axisLabel: {
        ...text(palette),
        ...(labelWidth === undefined ? {} : { interval: 0, width: labelWidth, overflow: 'break', lineHeight: 16 }),
      },
    },
    yAxis: kind === 'pareto' ? [amounts, { ...amounts, ...SHARES, axisLabel: shareLabel }] : amounts,
    series: series.map((one, at) => ({
      id: one.id,
      name: one.name,
      type: isLine(at) ? 'line' : 'bar',
      data: [...one.values],
      ...(one.unit === undefined
        ? {}
        : { tooltip: { valueFormatter: (value: unknown) => withUnit(value, one.unit ?? '') } }),
      ...(kind === 'stacked' ? { stack: 'all' } : {}),
      ...(kind === 'pareto' && at > 0 ? { yAxisIndex: 1 } : {}),
      ...(isLine(at) ? { symbolSize: 6, lineStyle: { width: 2 } } : { barMaxWidth: 28 }),
      ...(goal && at === 0
        ? {
            markLine: {
              symbol: 'none',
              label: { formatter: goal.name, color: palette.textQuiet, position: 'insideEndTop' },
              lineStyle: { color: palette.textFaint, type: 'dashed' },
              data: [{ yAxis: goal.value }],
            },
          }
        : {}),
    })),
  }
}
