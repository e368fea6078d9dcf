import { expect, test } from 'vitest'
import { PALETTES } from '../palette.ts'
import { chartOption } from './chart-option.ts'

const series = [{ id: 'open', name: '未关闭', values: [1, null, 3] }]

test('a chart carries its description and the colours of the mode', () => {
  const option = chartOption({ kind: 'bar', labels: ['一', '二', '三'], series }, PALETTES.dark, '说明')
  expect(option.aria).toEqual({ enabled: true, label: { description: '说明' } })
  expect(option.color).toEqual([...PALETTES.dark.series])
  expect(option.series[0]).toMatchObject({ type: 'bar', data: [1, null, 3] })
})

test('a missing figure is shown as a dash, not as zero', () => {
  const { tooltip } = chartOption({ kind: 'line', labels: [], series, unit: '%' }, PALETTES.light, '')
  expect(tooltip.valueFormatter(null)).toBe('–')
  expect(tooltip.valueFormatter(95)).toBe('95%')
})

test('a goal is drawn once, at the first series', () => {
  const two = [...series, { id: 'b', name: 'b', values: [] }]
  const option = chartOption(
    { kind: 'line', labels: [], series: two, goal: { value: 90, name: '目标' } },
    PALETTES.light,
    '',
  )
  expect(option.series.filter((one) => 'markLine' in one)).toHaveLength(1)
})

test('CP-133 a Pareto chart holds the bars against the share of all down to here, which has an axis of its own', () => {
  const two = [...series, { id: 'cumulative', name: '累计', values: [60, 80, 100], unit: '%' }]
  const option = chartOption(
    { kind: 'pareto', labels: ['一', '二', '三'], series: two, labelWidth: 60 },
    PALETTES.light,
    '',
  )
  expect(option).toMatchObject({
    series: [{ type: 'bar' }, { type: 'line', yAxisIndex: 1 }],
    yAxis: [{ type: 'value' }, { min: 0, max: 100 }],
    xAxis: { axisLabel: { interval: 0, width: 60 } },
  })
})
