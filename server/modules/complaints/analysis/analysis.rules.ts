import { CHANNELS } from '#contract/channels.ts'
import type { ComplaintAnalysis, TrendPoint } from '#contract/complaint-analysis.ts'
import { CATEGORY_CODES, CAUSE_FACTORS, type CAUSE_SUBS, SUB_CODES, SUBS_OF } from '#contract/complaint-categories.ts'
import { CLOSE_TIMES, type ComplaintFilter, FAULTS, OPEN_AGES, REPLY_TIMES } from '#contract/complaint-list.ts'
import { LINES } from '#contract/permissions.ts'
import type { Growth, Usual } from '#contract/rules/line-standing.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import type { GroupRow, SaidRow, SpreadRow, TrendRow, Which } from './analysis.store.ts'
import type { DutyRow, Place } from './duties.store.ts'
import { type Duties, kpisOf, type Targets } from './kpis.rules.ts'
import { daysOwed, publicationsOwed, type Span } from './periods.rules.ts'
import { figureOf, groupOf, largestFirst, type Measure, paretoOf, sheetOf } from './tables.rules.ts'

/** Everything that was read, with what it is measured against. */
export type Read = {
  period: Span
  previous: Span
  now: Instant
  today: LocalDate
  cutoffDay: number
  publishDay: number
  floorAreaM2: number
  targets: Targets
  place: Place
  buildings: ReadonlyMap<Uuid, string>
  groups: readonly GroupRow[]
  spreads: readonly SpreadRow[]
  said: readonly SaidRow[]
  duties: readonly DutyRow[]
  months: { statistical: readonly Span[]; calendar: readonly Span[] }
  trend: readonly TrendRow[]
  /** CP-132: complaints of each line over so many periods before. */
  usual: { counts: ReadonlyMap<string | null, number>; periods: number }
  growth: Growth
}

const PERIODS = ['now', 'before'] as const
const oneOf = <const T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((v) => v === value) ?? null

/** The whole analysis out of what was read (CP-121 to CP-126, CP-131 to CP-133, section 15). */
export const assemble = (read: Read): ComplaintAnalysis => {
  const sheet = sheetOf(read.groups)
  const period: ComplaintFilter = { ...read.period, counted: 'yes' }
  const total = (measure: Measure, opens: ComplaintFilter | null) => figureOf(sheet, ['total', null, measure], opens)
  const pair = (measure: 'persons' | 'times' | 'reopened' | 'repeat_of') => ({
    count: sheet.of('now', 'total', null)[measure] ?? 0,
    before: sheet.of('before', 'total', null)[measure] ?? 0,
  })
  const byKey = <K extends string>(
    dim: string,
    keys: readonly K[],
    opens: (key: K | 'none') => ComplaintFilter | null,
  ) =>
    largestFirst(
      [...keys, null]
        .map((key) => ({ key, ...groupOf(sheet, dim, key, opens(key ?? 'none')) }))
        // what happened in neither period is no line of a table
        .filter((g) => g.count > 0 || g.before > 0),
    )
  const subs = SUB_CODES.map((sub) => ({
    sub: sub as (typeof SUB_CODES)[number],
    ...groupOf(sheet, 'code', sub, { ...period, sub }),
  })).filter((g) => g.count > 0 || g.before > 0)
  const factors = CAUSE_FACTORS.map((factor) => ({
    factor,
    ...groupOf(sheet, 'factor', factor, { ...period, factor }),
  }))
  const area = read.floorAreaM2 > 0 ? read.floorAreaM2 : read.place.area_m2
  const duties = dutiesOf(read)
  const said = (what: SaidRow['what'], key: string) => ({
    count: countOf(read.said, 'now', what, key),
    before: countOf(read.said, 'before', what, key),
  })
  const kept = said('promise', 'kept')
  const broken = said('promise', 'broken')
  const waiting = said('promise', 'waiting')
  return {
    ...read.period,
    asOf: read.now,
    previous: read.previous,
    cutoffDay: read.cutoffDay,
    households: read.place.households,
    floorAreaM2: area,
    totals: {
      counted: total('count', period),
      persons: pair('persons'),
      times: pair('times'),
      unverified: total('unverified', { ...read.period, counted: 'unverified' }),
      notCounted: figureOf(sheet, ['notCounted', null], { ...read.period, counted: 'no' }),
      open: total('open', { ...period, open: 'true' }),
      closed: total('closed', { ...period, open: 'false' }),
      repeats: total('repeated', { ...period, repeat: 'true' }),
      reopened: pair('reopened'),
      repeatOf: pair('repeat_of'),
      major: total('major', { ...period, major: 'true' }),
      hot: total('hot', { ...period, hot: 'true' }),
      escalated: total('escalated', { ...period, escalated: 'true' }),
      unreasonable: total('unreasonable', { ...period, flag: 'unreasonable' }),
      recategorised: total('recategorised', { ...period, recategorised: 'true' }),
      unclassified: total('unclassified', { ...period, classified: 'false' }),
    },
    categories: byKey('category', CATEGORY_CODES, (category) => ({ ...period, category })).map(({ key, ...group }) => ({
      ...group,
      category: key,
      subs: largestFirst(subs.filter(({ sub }) => key !== null && sub.startsWith(key))),
    })),
    subPareto: paretoOf(subs).map(({ of, ...ranked }) => ({ sub: of.sub, ...ranked })),
    lines: byKey('line', LINES, (line) => ({ ...period, line })).map(({ key, ...g }) => ({
      ...g,
      line: key,
      usual: usualOf(read.usual, key),
    })),
    growth: read.growth,
    faults: FAULTS.map((ours) => ({ ours, ...figureOf(sheet, ['ours', ours], { ...period, ours }) })),
    buildings: byKey(
      'building',
      sheet.keys('building').filter((key) => key !== null),
      (buildingId) => ({ ...period, buildingId }),
    ).map(({ key, ...g }) => ({
      ...g,
      buildingId: key,
      name: key === null ? null : (read.buildings.get(key) ?? null),
    })),
    factors: byKey('factor', CAUSE_FACTORS, (factor) => ({ ...period, factor })).map(({ key, ...g }) => ({
      ...g,
      factor: key,
      secondary:
        key === null
          ? { count: 0, before: 0, opens: null }
          : figureOf(sheet, ['secondary', key], { ...period, secondaryFactor: key }),
      subs:
        key === null
          ? []
          : largestFirst(
              SUBS_OF[key]
                .map((sub) => ({
                  sub: sub as (typeof CAUSE_SUBS)[number],
                  ...groupOf(sheet, 'factorSub', sub, { ...period, factorSub: sub }),
                }))
                .filter((s) => s.count > 0 || s.before > 0),
            ),
    })),
    factorPareto: paretoOf(factors).map(({ of, ...ranked }) => ({ factor: of.factor, ...ranked })),
    touchpoints: byKey(
      'touchpoint',
      sheet.keys('touchpoint').filter((key) => key !== null),
      (touchpoint) => ({ ...period, touchpoint }),
    ).map(({ key, ...g }) => ({ ...g, touchpoint: key })),
    channels: byKey('channel', CHANNELS, (channel) => (channel === 'none' ? null : { ...period, channel })).flatMap(
      ({ key, ...g }) => (key === null ? [] : [{ ...g, channel: key }]),
    ),
    reply: {
      buckets: REPLY_TIMES.map((bucket) => ({
        bucket,
        ...figureOf(sheet, ['reply', bucket], { ...period, replyTime: bucket }),
      })),
      ...spreadOf(read.spreads, 'reply'),
    },
    closing: {
      buckets: CLOSE_TIMES.map((bucket) => ({
        bucket,
        ...figureOf(sheet, ['closing', bucket], { ...period, closeTime: bucket }),
      })),
      ...spreadOf(read.spreads, 'closing'),
    },
    openByAge: OPEN_AGES.map((bucket) => ({ bucket, ...figureOf(sheet, ['age', bucket], { ...period, age: bucket }) })),
    promises: {
      made: {
        count: kept.count + broken.count + waiting.count,
        before: kept.before + broken.before + waiting.before,
      },
      kept,
      broken,
      waiting,
      brokenCases: { ...said('brokenCases', ''), opens: { ...period, brokenPromise: 'true' } },
    },
    satisfaction: (['satisfied', 'neutral', 'notSatisfied', 'notAsked', 'none'] as const).map((answer) => ({
      answer,
      ...figureOf(sheet, ['satisfaction', answer], { ...period, satisfaction: answer }),
    })),
    handling: {
      lateReplies: total('late', { ...period, late: 'true' }),
      lateReports: dutyPair(read.duties, 'report', 'late'),
      missingReports: dutyPair(read.duties, 'report', 'missing'),
      missingTallies: {
        count: duties.tallies.now.owed - duties.tallies.now.done - lateTallies(read, 'now'),
        before: duties.tallies.before.owed - duties.tallies.before.done - lateTallies(read, 'before'),
      },
      lateTallies: { count: lateTallies(read, 'now'), before: lateTallies(read, 'before') },
    },
    kpis: kpisOf(sheet, duties, { households: read.place.households, areaM2: area }, read.targets, period),
    trend: {
      statistical: trendOf(read.months.statistical, read.trend, 'statistical'),
      calendar: trendOf(read.months.calendar, read.trend, 'calendar'),
    },
  }
}

const usualOf = ({ counts, periods }: Read['usual'], line: string | null): Usual | null =>
  periods === 0 ? null : { mean: Math.round(((counts.get(line) ?? 0) / periods) * 100) / 100, periods }

const countOf = (rows: readonly SaidRow[], p: Which, what: SaidRow['what'], key: string): number =>
  rows.filter((r) => r.p === p && r.what === what && r.key === key).reduce((sum, r) => sum + r.count, 0)
const dutyOf = (rows: readonly DutyRow[], p: Which, what: DutyRow['what'], key: string): number =>
  rows.find((r) => r.p === p && r.what === what && r.key === key)?.count ?? 0
const dutyPair = (rows: readonly DutyRow[], what: DutyRow['what'], key: string) => ({
  count: dutyOf(rows, 'now', what, key),
  before: dutyOf(rows, 'before', what, key),
})

const spanOf = (read: Read, p: Which): Span => (p === 'now' ? read.period : read.previous)
/** Signed after its day was over; never more than days that owed one. */
const lateTallies = (read: Read, p: Which): number => dutyOf(read.duties, p, 'tally', 'late')

/** CP-161, K8, K9, K14: what the centre owed besides the complaints, and what of it was done. */
const dutiesOf = (read: Read): Duties => {
  const of = <T>(make: (p: Which) => T): Record<Which, T> => ({ now: make('now'), before: make('before') })
  const published = new Set(read.duties.filter((d) => d.what === 'publication').map((d) => d.key))
  return {
    promises: of((p) => ({
      kept: countOf(read.said, p, 'promise', 'kept'),
      broken: countOf(read.said, p, 'promise', 'broken'),
    })),
    callbacks: of((p) => {
      const [satisfied, neutral, not] = (['satisfied', 'neutral', 'notSatisfied'] as const).map((answer) =>
        countOf(read.said, p, 'callback', answer),
      )
      const content = (satisfied ?? 0) + (neutral ?? 0)
      return { content, made: content + (not ?? 0) }
    }),
    tallies: of((p) => {
      const done = dutyOf(read.duties, p, 'tally', 'done')
      const signed = done + dutyOf(read.duties, p, 'tally', 'late')
      // today's tally may be signed before it is owed
      return { done, owed: Math.max(daysOwed(spanOf(read, p), read.place.since, read.today), signed) }
    }),
    reports: of((p) => {
      const done = dutyOf(read.duties, p, 'report', 'done')
      return {
        done,
        owed: done + dutyOf(read.duties, p, 'report', 'late') + dutyOf(read.duties, p, 'report', 'missing'),
      }
    }),
    publications: of((p) => {
      const owed = publicationsOwed(spanOf(read, p), read.publishDay, read.place.since, read.today)
      return { done: owed.filter((month) => published.has(month)).length, owed: owed.length }
    }),
  }
}

const hours = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100

const spreadOf = (rows: readonly SpreadRow[], what: 'reply' | 'closing') => {
  const [now, before] = PERIODS.map((p) => rows.find((r) => r.p === p)?.[what])
  return {
    medianHours: hours(now?.[0]),
    p90Hours: hours(now?.[1]),
    beforeMedianHours: hours(before?.[0]),
    beforeP90Hours: hours(before?.[1]),
  }
}

const trendOf = (months: readonly Span[], rows: readonly TrendRow[], which: TrendRow['months']): TrendPoint[] =>
  months.map((month, i) => {
    const own = rows.filter((r) => r.months === which && r.place === i + 1)
    const sum = (measure: 'count' | 'persons' | 'times' | 'major' | 'hot' | 'late' | 'closed') =>
      own.reduce((all, r) => all + r[measure], 0)
    return {
      ...month,
      count: sum('count'),
      persons: sum('persons'),
      times: sum('times'),
      major: sum('major'),
      hot: sum('hot'),
      late: sum('late'),
      closed: sum('closed'),
      categories: own.map((r) => ({
        category: oneOf(CATEGORY_CODES, r.category) ?? ('none' as const),
        count: r.count,
      })),
      opens: { ...month, counted: 'yes' },
    }
  })
