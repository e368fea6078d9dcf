import type { Spread } from './figures.ts'

/** What must hold: at least or at most this much. A figure without an aim is told for comparison only. */
export type Aim = { least: number } | { most: number }
export type Figure = {
  what: string
  value: number
  unit: string
  aim?: Aim
  spread?: Spread
  /** Further numbers behind the figure, for the file only. */
  detail?: Record<string, unknown>
}

export const isMet = ({ value, aim }: Figure): boolean | undefined => {
  if (aim === undefined) return undefined
  return 'least' in aim ? value >= aim.least : value <= aim.most
}

/** Three significant digits are all that a measurement beside other work can carry. */
export const short = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))

const HEAD = ['figure', 'value', 'aim', '', 'p50', 'p95', 'p99', 'most', 'n']

const aimText = (figure: Figure): string => {
  if (figure.aim === undefined) return '-'
  const sign = 'least' in figure.aim ? '>=' : '<='
  return `${sign} ${[short('least' in figure.aim ? figure.aim.least : figure.aim.most), figure.unit].join(' ').trim()}`
}
const VERDICT = { true: 'met', false: 'MISSED', undefined: '' } as const

const rowOf = (figure: Figure): string[] => {
  const { what, value, unit, spread } = figure
  const spreading = spread
    ? [short(spread.p50), short(spread.p95), short(spread.p99), short(spread.most), String(spread.count)]
    : ['', '', '', '', '']
  return [what, `${short(value)} ${unit}`.trim(), aimText(figure), VERDICT[`${isMet(figure)}`], ...spreading]
}

/** The figures as text, a line each, beside their aims. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [HEAD, ...figures.map(rowOf)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = rows
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}
