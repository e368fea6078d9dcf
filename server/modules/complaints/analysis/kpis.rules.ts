import type { KPIS, Kpi } from '#contract/complaint-analysis.ts'
import type { ComplaintFilter } from '#contract/complaint-list.ts'
import type { Which } from './analysis.store.ts'
import { type Sheet, shareOf } from './tables.rules.ts'

type Name = (typeof KPIS)[number]
type Ratio = { part: number; whole: number }
/** What the key figures of section 15 need beside the cases themselves. */
export type Duties = {
  promises: Record<Which, { kept: number; broken: number }>
  callbacks: Record<Which, { content: number; made: number }>
  tallies: Record<Which, { done: number; owed: number }>
  reports: Record<Which, { done: number; owed: number }>
  publications: Record<Which, { done: number; owed: number }>
}
export type Targets = { closed: number; satisfied: number; repeated: number }

/** CP section 15, K1 to K14. `period` is the filter of the days; a figure opens the cases that spoil it. */
export const kpisOf = (
  sheet: Sheet,
  duties: Duties,
  place: { households: number; areaM2: number },
  targets: Targets,
  period: ComplaintFilter,
): Kpi[] => {
  const total = (p: Which) => sheet.of(p, 'total', null)
  const both = (of: (p: Which) => Ratio) => ({ now: of('now'), before: of('before') })
  const share = (
    kpi: Name,
    { now, before }: Record<Which, Ratio>,
    target: number | null,
    opens: ComplaintFilter | null,
    atMost = false,
  ): Kpi => {
    const value = shareOf(now.part, now.whole)
    const met = target === null || value === null ? null : atMost ? value <= target : value >= target
    return { kpi, unit: 'share', ...now, value, before: shareOf(before.part, before.whole), target, met, opens }
  }
  const number = (kpi: Name, measure: 'major' | 'hot', opens: ComplaintFilter): Kpi => {
    const part = total('now')[measure] ?? 0
    const before = total('before')[measure] ?? 0
    return { kpi, unit: 'count', part, whole: null, value: part, before, target: null, met: null, opens }
  }
  const rate = (kpi: Name, whole: number, per: number): Kpi => {
    const of = (p: Which) => (whole === 0 ? null : Math.round((((total(p).count ?? 0) * per) / whole) * 1_000) / 1_000)
    return {
      kpi,
      unit: 'rate',
      part: total('now').count ?? 0,
      whole: Math.round(whole),
      value: of('now'),
      before: of('before'),
      target: null,
      met: null,
      opens: period,
    }
  }
  const replies = (replyClass: 'oral' | 'written' | 'online') =>
    both((p) => {
      const { decided = 0, late = 0 } = sheet.of(p, 'class', replyClass)
      return { part: decided - late, whole: decided }
    })
  const late = (replyClass: 'oral' | 'written' | 'online'): ComplaintFilter => ({
    ...period,
    replyClass,
    late: 'true',
  })
  return [
    share('K1', replies('oral'), 1, late('oral')),
    share('K2', replies('written'), 1, late('written')),
    share('K3', replies('online'), 1, late('online')),
    share(
      'K4',
      both((p) => ({ part: duties.promises[p].kept, whole: duties.promises[p].kept + duties.promises[p].broken })),
      1,
      { ...period, brokenPromise: 'true' },
    ),
    share(
      'K5',
      both((p) => ({ part: total(p).closed ?? 0, whole: total(p).count ?? 0 })),
      null,
      { ...period, open: 'true' },
    ),
    // an open case whose days have not run out has neither kept nor missed them
    share(
      'K5inTime',
      both((p) => ({ part: total(p).in_time ?? 0, whole: (total(p).count ?? 0) - (total(p).young ?? 0) })),
      targets.closed,
      { ...period, open: 'true' },
    ),
    share(
      'K6',
      both((p) => ({ part: duties.callbacks[p].content, whole: duties.callbacks[p].made })),
      targets.satisfied,
      { ...period, satisfaction: 'notSatisfied' },
    ),
    // what was opened again had been closed once
    share(
      'K7',
      both((p) => ({ part: total(p).repeated ?? 0, whole: total(p).ever_closed ?? 0 })),
      targets.repeated,
      { ...period, repeat: 'true' },
      true,
    ),
    share(
      'K8',
      both((p) => ({ part: duties.tallies[p].done, whole: duties.tallies[p].owed })),
      1,
      null,
    ),
    share(
      'K9',
      both((p) => ({ part: duties.reports[p].done, whole: duties.reports[p].owed })),
      1,
      null,
    ),
    number('K10major', 'major', { ...period, major: 'true' }),
    number('K10hot', 'hot', { ...period, hot: 'true' }),
    share(
      'K11',
      both((p) => ({
        part: (total(p).staff_items ?? 0) - (total(p).staff_late ?? 0),
        whole: total(p).staff_items ?? 0,
      })),
      1,
      { ...period, flag: 'lateReport' },
    ),
    share(
      'K12',
      both((p) => ({ part: total(p).recategorised_closed ?? 0, whole: total(p).closed ?? 0 })),
      null,
      { ...period, recategorised: 'true', open: 'false' },
    ),
    rate('K13households', place.households, 100),
    rate('K13area', place.areaM2, 10_000),
    share(
      'K14',
      both((p) => ({ part: duties.publications[p].done, whole: duties.publications[p].owed })),
      1,
      null,
    ),
  ]
}
