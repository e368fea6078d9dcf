import type { ComplaintAnalysis } from '#contract/complaint-analysis.ts'
import type { PartName, PeriodReport } from '#contract/complaint-report-parts.ts'
import { REPORT_PARTS } from '#contract/complaint-report-parts.ts'
import { gathering } from '#contract/rules/gathering.ts'
import {
  type Block,
  bars,
  kpis,
  mainFigures,
  pair,
  pareto,
  points,
  spread,
  standings,
  totals,
  trend,
  type Words,
} from './report-blocks.ts'

/** On paper a group without complaints has no bar. */
const held = <G extends { count: number }>(groups: readonly G[]): G[] => groups.filter(({ count }) => count > 0)

/** The groups of a period under the names that are printed, and those in which the complaints gather (CP-132). */
const groupsOf = (a: ComplaintAnalysis, t: Words) => {
  const none = t('complaintWord.none')
  const unclassified = (n: number) => (n === 0 ? '' : ` · ${t('complaintWord.unclassified')} ${n}`)
  const lines = held(a.lines).map((g) => ({ ...g, label: g.line === null ? none : t(`line.${g.line}`) }))
  const buildings = held(a.buildings).map((g) => ({ ...g, label: g.name ?? none }))
  const categories = held(a.categories).map((g) => ({
    ...g,
    label: g.category === null ? t('complaintWord.unclassified') : `${g.category} ${t(`category.${g.category}`)}`,
    note: g.category === null ? '' : unclassified(g.unclassified),
  }))
  return {
    lines: { all: lines, warn: gathering(lines.filter(({ line }) => line !== null)) },
    buildings: { all: buildings, warn: gathering(buildings.filter(({ name }) => name !== null)) },
    categories: { all: categories, warn: gathering(categories.filter(({ category }) => category !== null)) },
  }
}
type Groups = ReturnType<typeof groupsOf>

/** CP-132: the charts that a part is about, as they stand beside it on the page where it is written. */
const chartsOf = (a: ComplaintAnalysis, { lines, buildings, categories }: Groups, t: Words) =>
  ({
    overall: [trend(t('complaintPrint.trend'), a.trend.statistical)],
    lineComparison: pair(
      bars(t('complaintPrint.lines'), lines.all, lines),
      bars(t('complaintPrint.buildings'), buildings.all, buildings),
    ),
    focus: [
      ...bars(t('complaintPrint.categories'), categories.all, categories),
      ...pareto(
        t('complaintPrint.subs'),
        a.subPareto.map((r) => ({ ...r, label: t(`category.${r.sub}`) })),
      ),
    ],
    correctiveMeasures: pareto(
      t('complaintPrint.factors'),
      a.factorPareto.map((r) => ({ ...r, label: t(`factor.${r.factor}`) })),
    ),
  }) satisfies Partial<Record<PartName, Block[]>>

/** The figures for whoever wants them all, after what was written. */
const appendix = (a: ComplaintAnalysis, t: Words): Block[] => [
  totals(a, t),
  kpis(a, t),
  trend(t('complaintPrint.calendarTrend'), a.trend.calendar),
  ...bars(
    t('complaint.ours'),
    a.faults.map((f) => ({ ...f, label: t(`fault.${f.ours}`) })),
  ),
  ...bars(
    t('complaintPrint.channels'),
    held(a.channels).map((g) => ({ ...g, label: t(`channel.${g.channel}`) })),
  ),
  ...pair(
    bars(
      t('complaintPrint.replyTimes'),
      a.reply.buckets.map((b) => ({ ...b, label: t(`complaintTime.${b.bucket}`) })),
      { note: spread(a.reply, t) },
    ),
    bars(
      t('complaintPrint.closeTimes'),
      a.closing.buckets.map((b) => ({ ...b, label: t(`complaintTime.${b.bucket}`) })),
      { note: spread(a.closing, t) },
    ),
  ),
]

/** CP-132: what matters first, then each written part with its charts, then all figures. */
export const periodBlocks = (
  kind: PeriodReport,
  a: ComplaintAnalysis,
  written: ReadonlyMap<PartName, Block>,
  t: Words,
): Block[] => {
  const groups = groupsOf(a, t)
  const charts: Partial<Record<PartName, Block[]>> = chartsOf(a, groups, t)
  return [
    mainFigures(a, t),
    ...points([...groups.lines.warn, ...groups.buildings.warn], a, t),
    ...standings(a, t),
    ...REPORT_PARTS[kind].flatMap(({ name }) => {
      const text = written.get(name)
      return [...(text ? [text] : []), ...(charts[name] ?? [])]
    }),
    ...appendix(a, t),
  ]
}
