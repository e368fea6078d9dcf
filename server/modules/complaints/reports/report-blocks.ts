import type { CaseFigure, ComplaintAnalysis, Kpi, TrendPoint } from '#contract/complaint-analysis.ts'
import type { CaseLine } from '#contract/complaint-reports.ts'
import { reasonOf, standingsOf } from '#contract/rules/line-standing.ts'

type Words = (key: string, params?: Record<string, string | number>) => string
/** One piece of the printed report; the form draws each by its kind. */
export type Block = { title: string; note: string | null } & (
  | { kind: 'text'; text: string }
  | {
      kind: 'sheet'
      columns: string[]
      rows: string[][]
      widths: number[] /** Columns of words; the rest are numbers. */
      left: number
    }
  | { kind: 'bars'; rows: { label: string; part: number; text: string }[] }
  | { kind: 'months'; points: { label: string; part: number; text: string; now: boolean }[] }
  | { kind: 'pareto'; rows: { label: string; part: number; text: string; cumulative: number; down: string }[] }
)

/** Lines of a chart or table on paper; what is beyond stands in the Excel file. */
const BARS = 12
const CASES = 60

const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 1_000) / 10}%`)
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))
const changeOf = ({ count, before }: { count: number; before: number }): string => signed(count - before)

/** Totals beside the period before (CP-131, CP-132). */
const totals = ({ totals, promises, handling }: ComplaintAnalysis, t: Words): Block => {
  const line = (key: string, figure: { count: number; before: number }) => [
    t(`complaintPrint.${key}`),
    String(figure.count),
    String(figure.before),
    changeOf(figure),
  ]
  return {
    kind: 'sheet',
    title: t('complaintPrint.keyFigures'),
    note: null,
    left: 1,
    widths: [4, 1, 1, 1],
    columns: ['figure', 'now', 'before', 'difference'].map((key) => t(`complaintPrint.${key}`)),
    rows: [
      line('total', totals.counted),
      line('persons', totals.persons),
      line('times', totals.times),
      line('open', totals.open),
      line('closed', totals.closed),
      line('escalated', totals.escalated),
      line('repeats', totals.repeats),
      line('unverified', totals.unverified),
      line('notCounted', totals.notCounted),
      line('lateReplies', handling.lateReplies),
      line('brokenPromises', promises.broken),
      line('lateReports', handling.lateReports),
      line('missingReports', handling.missingReports),
      line('missingTallies', handling.missingTallies),
    ],
  }
}

const shownValue = ({ unit }: Kpi, value: number | null): string =>
  value === null ? '—' : unit === 'share' ? percent(value) : String(value)
const kpis = ({ kpis }: ComplaintAnalysis, t: Words): Block => ({
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
})

const trend = (title: string, points: readonly TrendPoint[]): Block => {
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

type Bar = Pick<CaseFigure, 'count' | 'before'> & { label: string; note?: string }
const bars = (title: string, given: readonly Bar[], note: string | null = null): Block[] => {
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
            text: `${r.count} (${changeOf(r)})${r.note ?? ''}`,
          })),
        },
      ]
}

type Ranked = { count: number; share: number; cumulative: number; label: string }
const pareto = (title: string, given: readonly Ranked[]): Block[] =>
  given.length === 0
    ? []
    : [
        {
          kind: 'pareto',
          title,
          note: null,
          rows: given.slice(0, BARS).map((r) => ({
            label: r.label,
            part: r.share,
            text: String(r.count),
            cumulative: r.cumulative,
            down: percent(r.cumulative),
          })),
        },
      ]

const spread = ({ medianHours, p90Hours }: ComplaintAnalysis['reply'], t: Words): string | null =>
  medianHours === null || p90Hours === null ? null : t('complaintPrint.spread', { median: medianHours, p90: p90Hours })

/** CP-131: content, cause, measure and result of the complaints of the period. */
export const caseBlock = (cases: readonly CaseLine[], t: Words): Block[] =>
  cases.length === 0
    ? []
    : [
        {
          kind: 'sheet',
          title: t('complaintPrint.cases'),
          note: cases.length > CASES ? t('complaintPrint.caseCount', { count: cases.length, shown: CASES }) : null,
          left: 6,
          widths: [1.5, 1.4, 3.2, 1.1, 3, 1.5],
          columns: ['number', 'receivedOn', 'title', 'category', 'cause', 'state'].map((key) =>
            t(`complaintColumn.${key}`),
          ),
          rows: cases
            .slice(0, CASES)
            .map((c) => [
              c.number,
              c.receivedOn,
              c.title,
              c.category ?? '',
              [c.cause, c.measure].filter(Boolean).join('\n'),
              t(`state.complaint.${c.state}`),
            ]),
        },
      ]

/** CP-132: lines that grew, weak and strong ones, each with the numbers that say why. */
const standings = (analysis: ComplaintAnalysis, t: Words): Block[] => {
  const named = standingsOf(analysis).filter(({ of }) => of.line !== null)
  if (named.length === 0) return []
  return [
    {
      kind: 'sheet',
      title: t('complaintPrint.standings'),
      note: null,
      left: 3,
      widths: [1.4, 1, 5],
      columns: ['complaintColumn.line', 'complaintPrint.standing', 'complaintPrint.why'].map((key) => t(key)),
      rows: named.map(({ standing, of }) => {
        const { key, params } = reasonOf(standing, of)
        return [t(`line.${of.line}`), t(`lineStanding.${standing}`), t(key, params)]
      }),
    },
  ]
}

/** CP-132: the figures of a period, from the whole to its parts. */
export const analysisBlocks = (a: ComplaintAnalysis, t: Words): Block[] => {
  const unclassified = (n: number) => (n === 0 ? '' : ` · ${t('complaintWord.unclassified')} ${n}`)
  const none = t('complaintWord.none')
  return [
    totals(a, t),
    ...standings(a, t),
    kpis(a, t),
    trend(t('complaintPrint.trend'), a.trend.statistical),
    trend(t('complaintPrint.calendarTrend'), a.trend.calendar),
    ...bars(
      t('complaintPrint.categories'),
      a.categories.map((g) => ({
        ...g,
        label: g.category === null ? t('complaintWord.unclassified') : `${g.category} ${t(`category.${g.category}`)}`,
        note: g.category === null ? '' : unclassified(g.unclassified),
      })),
    ),
    ...pareto(
      t('complaintPrint.subs'),
      a.subPareto.map((r) => ({ ...r, label: r.sub })),
    ),
    ...bars(
      t('complaintPrint.lines'),
      a.lines.map((g) => ({ ...g, label: g.line === null ? none : t(`line.${g.line}`) })),
    ),
    ...pareto(
      t('complaintPrint.factors'),
      a.factorPareto.map((r) => ({ ...r, label: t(`factor.${r.factor}`) })),
    ),
    ...bars(
      t('complaint.ours'),
      a.faults.map((f) => ({ ...f, label: t(`fault.${f.ours}`) })),
    ),
    ...bars(
      t('complaintPrint.buildings'),
      a.buildings.map((g) => ({ ...g, label: g.name ?? none })),
    ),
    ...bars(
      t('complaintPrint.channels'),
      a.channels.map((g) => ({ ...g, label: t(`channel.${g.channel}`) })),
    ),
    ...bars(
      t('complaintPrint.replyTimes'),
      a.reply.buckets.map((b) => ({ ...b, label: t(`complaintTime.${b.bucket}`) })),
      spread(a.reply, t),
    ),
    ...bars(
      t('complaintPrint.closeTimes'),
      a.closing.buckets.map((b) => ({ ...b, label: t(`complaintTime.${b.bucket}`) })),
      spread({ ...a.reply, ...a.closing, buckets: a.reply.buckets }, t),
    ),
  ]
}
