import type { CaseFigure, ComplaintAnalysis, Kpi, TrendPoint } from '#contract/complaint-analysis.ts'
import type { CaseLine } from '#contract/complaint-reports.ts'
import { reasonOf, standingsOf } from '#contract/rules/line-standing.ts'

export type Words = (key: string, params?: Record<string, string | number>) => string
/** What stands out in the bad sense is drawn in the warning colour. */
type Shown = { label: string; text: string; warn: boolean }
/** One piece of the printed report; the form draws each by its kind. */
export type Block = { title: string; note: string | null } & (
  | { kind: 'text'; text: string }
  | {
      kind: 'sheet'
      columns: string[]
      rows: string[][]
      widths: number[]
      /** Columns of words; the rest are numbers. */
      left: number
      /** Rows that stand out. */
      warn: number[]
    }
  | { kind: 'cards'; rows: (Shown & { before: string })[] }
  | { kind: 'points'; rows: { text: string; warn: boolean }[] }
  | { kind: 'bars'; rows: (Shown & { part: number; change: string })[] }
  | { kind: 'months'; points: { label: string; part: number; text: string; now: boolean }[] }
  | { kind: 'pareto'; rows: { label: string; part: number; text: string; cumulative: number; down: string }[] }
  /** Two beside one another. */
  | { kind: 'pair'; blocks: Block[] }
)

/** Lines of a chart or table on paper; what is beyond stands in the Excel file. */
const BARS = 12
/** Their names stand side by side below the bars. */
const RANKED = 8
const CASES = 60

const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 1_000) / 10}%`)
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))
const changeOf = ({ count, before }: { count: number; before: number }): string => signed(count - before)

type Counts = { count: number; before: number }
const MAIN = ['total', 'open', 'lateReplies', 'brokenPromises', 'major', 'hot'] as const
const countsOf = ({ totals, promises, handling }: ComplaintAnalysis) => ({
  total: totals.counted,
  persons: totals.persons,
  times: totals.times,
  open: totals.open,
  closed: totals.closed,
  major: totals.major,
  hot: totals.hot,
  escalated: totals.escalated,
  repeats: totals.repeats,
  unverified: totals.unverified,
  notCounted: totals.notCounted,
  lateReplies: handling.lateReplies,
  brokenPromises: promises.broken,
  lateReports: handling.lateReports,
  missingReports: handling.missingReports,
  missingTallies: handling.missingTallies,
})
const BAD: readonly string[] = [
  'lateReplies',
  'brokenPromises',
  'lateReports',
  'missingReports',
  'missingTallies',
  'major',
  'hot',
]
const isBad = (key: string, { count }: Counts): boolean => count > 0 && BAD.includes(key)

/** The figures that are read first. */
export const mainFigures = (a: ComplaintAnalysis, t: Words): Block => ({
  kind: 'cards',
  title: t('complaintPrint.points'),
  note: null,
  rows: MAIN.map((key) => {
    const counts = countsOf(a)[key]
    return {
      label: t(`complaintPrint.${key}`),
      text: String(counts.count),
      before: t('complaintPrint.beforeAndChange', { before: counts.before, change: changeOf(counts) }),
      warn: isBad(key, counts),
    }
  }),
})

/** Totals beside the period before (CP-131, CP-132). */
export const totals = (a: ComplaintAnalysis, t: Words): Block => {
  const lines: [string, Counts][] = Object.entries(countsOf(a))
  return {
    kind: 'sheet',
    title: t('complaintPrint.keyFigures'),
    note: null,
    left: 1,
    widths: [4, 1, 1, 1],
    columns: ['figure', 'now', 'before', 'difference'].map((key) => t(`complaintPrint.${key}`)),
    rows: lines.map(([key, counts]) => [
      t(`complaintPrint.${key}`),
      String(counts.count),
      String(counts.before),
      changeOf(counts),
    ]),
    warn: lines.flatMap(([key, counts], at) => (isBad(key, counts) ? [at] : [])),
  }
}

const shownValue = ({ unit }: Kpi, value: number | null): string =>
  value === null ? '—' : unit === 'share' ? percent(value) : String(value)
export const kpis = ({ kpis }: ComplaintAnalysis, t: Words): Block => ({
  kind: 'sheet',
  title: t('complaintPrint.kpis'),
  note: null,
  left: 1,
  widths: [4, 1.4, 1.2, 1.2],
  columns: ['figure', 'now', 'before', 'target'].map((key) => t(`complaintPrint.${key}`)),
  rows: kpis.map((kpi) => [
    t(`complaintKpi.${kpi.kpi}`),
    kpi.whole === null || kpi.unit === 'rate'
      ? shownValue(kpi, kpi.value)
      : `${shownValue(kpi, kpi.value)} (${kpi.part}/${kpi.whole})`,
    shownValue(kpi, kpi.before),
    shownValue(kpi, kpi.target),
  ]),
  warn: kpis.flatMap(({ met }, at) => (met === false ? [at] : [])),
})

type Named = { count: number; before: number; share: number | null; label: string }

/** CP-132: where the complaints gather, and which targets were missed; nothing to say is no block. */
export const points = (gathered: readonly Named[], a: ComplaintAnalysis, t: Words): Block[] => {
  const rows = [
    ...gathered.map((g) => ({
      text: t('complaintPrint.gathers', {
        name: g.label,
        count: g.count,
        share: percent(g.share),
        change: changeOf(g),
      }),
      warn: true,
    })),
    ...a.kpis
      .filter(({ met }) => met === false)
      .map((kpi) => ({
        text: t('complaintPrint.missed', {
          name: t(`complaintKpi.${kpi.kpi}`),
          value: shownValue(kpi, kpi.value),
          target: shownValue(kpi, kpi.target),
        }),
        warn: false,
      })),
  ]
  return rows.length === 0 ? [] : [{ kind: 'points', title: '', note: null, rows }]
}

export const trend = (title: string, points: readonly TrendPoint[]): Block => {
  const most = Math.max(1, ...points.map((p) => p.count))
  return {
    kind: 'months',
    title,
    note: null,
    points: points.map((p, i) => ({
      label: p.to.slice(2, 7),
      part: p.count / most,
      text: String(p.count),
      now: i === points.length - 1,
    })),
  }
}

type CaseCounts = Pick<CaseFigure, 'count' | 'before'>
type Bar = CaseCounts & { label: string; note?: string; share?: number | null }
export const bars = (
  title: string,
  given: readonly Bar[],
  { note = null, warn = [] }: { note?: string | null; warn?: readonly CaseCounts[] } = {},
): Block[] => {
  const rows = given.slice(0, BARS)
  const most = Math.max(1, ...rows.map((r) => r.count))
  return rows.length === 0
    ? []
    : [
        {
          kind: 'bars',
          title,
          note,
          rows: rows.map((r) => ({
            label: r.label,
            part: r.count / most,
            text: [String(r.count), ...(r.share === undefined ? [] : [percent(r.share)])].join(' · '),
            change: `${changeOf(r)}${r.note ?? ''}`,
            warn: warn.includes(r),
          })),
        },
      ]
}

/** Two charts share the width of the page; one alone keeps it. */
export const pair = (left: Block[], right: Block[]): Block[] => {
  const blocks = [...left, ...right]
  return blocks.length < 2 ? blocks : [{ kind: 'pair', title: '', note: null, blocks }]
}

type Ranked = { count: number; share: number; cumulative: number; label: string }
export const pareto = (title: string, given: readonly Ranked[]): Block[] =>
  given.length === 0
    ? []
    : [
        {
          kind: 'pareto',
          title,
          note: null,
          rows: given.slice(0, RANKED).map((r) => ({
            label: r.label,
            part: r.share,
            text: String(r.count),
            cumulative: r.cumulative,
            down: percent(r.cumulative),
          })),
        },
      ]

const hours = (n: number): number => Math.round(n * 10) / 10
type Hours = Pick<ComplaintAnalysis['reply'], 'medianHours' | 'p90Hours'>
export const spread = ({ medianHours, p90Hours }: Hours, t: Words): string | null =>
  medianHours === null || p90Hours === null
    ? null
    : t('complaintPrint.spread', { median: hours(medianHours), p90: hours(p90Hours) })

/** CP-131: content, cause, measure and result of the complaints of the period. */
export const caseBlock = (cases: readonly CaseLine[], t: Words): Block[] =>
  cases.length === 0
    ? []
    : [
        {
          kind: 'sheet',
          title: t('complaintPrint.cases'),
          note: cases.length > CASES ? t('complaintPrint.caseCount', { count: cases.length, shown: CASES }) : null,
          left: 7,
          warn: [],
          widths: [1.5, 1.5, 2.2, 0.8, 2.6, 2.6, 1.2],
          columns: ['number', 'receivedOn', 'title', 'category', 'cause', 'measure', 'state'].map((key) =>
            t(`complaintColumn.${key}`),
          ),
          rows: cases
            .slice(0, CASES)
            .map((c) => [
              c.number,
              c.receivedOn,
              c.title,
              c.category ?? '',
              c.cause ?? '',
              c.measure ?? '',
              t(`state.complaint.${c.state}`),
            ]),
        },
      ]

/** CP-132: lines that grew, weak and strong ones, each with the numbers that say why. */
export const standings = (analysis: ComplaintAnalysis, t: Words): Block[] => {
  const named = standingsOf(analysis).filter(({ of }) => of.line !== null)
  if (named.length === 0) return []
  return [
    {
      kind: 'sheet',
      title: t('complaintPrint.standings'),
      note: null,
      left: 3,
      warn: named.flatMap(({ standing }, i) => (standing === 'strong' ? [] : [i])),
      widths: [1.4, 1, 5],
      columns: ['complaintColumn.line', 'complaintPrint.standing', 'complaintPrint.why'].map((key) => t(key)),
      rows: named.map(({ standing, of }) => {
        const { key, params } = reasonOf(standing, of)
        return [t(`line.${of.line}`), t(`lineStanding.${standing}`), t(key, params)]
      }),
    },
  ]
}
