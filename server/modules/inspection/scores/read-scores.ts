import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { isFault } from '#contract/rules/fault.ts'
import type { EstateScores, PlaceScore, TouchpointScore } from '#contract/scores.ts'
import type { SurveyedClass } from '#contract/survey-results.ts'
import { type CheckItem, FAMILIES } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { complaintsByTouchpoint } from '#modules/complaints/index.ts'
import { earlierOf } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { type MonthSpan, monthSpan, monthsUntil } from '#platform/calendar/months.rules.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { versionsNewIn } from './comparable.rules.ts'
import { placeScoresOf } from './place-scores.rules.ts'
import { familyOfTouchpoint, inPoints, type MonthScores, rollUpOf, scoresOf } from './roll-up.rules.ts'
import {
  failedItems,
  findingCounts,
  lastLookBefore,
  placeMonths,
  placeStates,
  type Unusual,
  versionsUsed,
} from './score.store.ts'
import { scoreModelOf } from './score-model.ts'
import { type Satisfaction, surveys } from './survey-port.ts'
import { readVersions, type Versions } from './versions.ts'

const MONTHS = 12
const SHOWN = 6

/** The month that is named, or that of today; `until` is its last day that has come. */
export const monthAsked = async (
  tx: Tx,
  estateId: Uuid,
  month: string | undefined,
): Promise<MonthSpan & { until: LocalDate }> => {
  const today = localDateOf(await calendarOf(tx, estateId), tx.now)
  const span = monthSpan(month ?? today.slice(0, 7))
  return { ...span, until: earlierOf(today, span.to) }
}

/** All figures of the scores of one estate for a month, read now. */
export const readScores = async (tx: Tx, estateId: Uuid, month: string | undefined): Promise<EstateScores> => {
  const span = await monthAsked(tx, estateId, month)
  const months = monthsUntil(span.month, MONTHS)
  const settings = await settingsOf(tx, estateId)
  const rollUp = rollUpOf(settings)
  const rows = await placeMonths(tx, estateId, { from: months[0]?.from ?? span.from, to: span.to })
  const byMonth = Map.groupBy(rows, (r) => r.month)
  const scores = months.map((m) => ({ month: m.month, ...scoresOf(byMonth.get(m.month) ?? [], rollUp) }))
  const [before, now] = [scores.at(-2), scores.at(-1)]
  if (!before || !now) throw new Error('a year has twelve months')
  const places = await placeStates(tx, estateId, span.until)
  const afterDays = settings.get('inspection.unseenDays')
  const seen = placeScoresOf(places, byMonth.get(span.month) ?? [], rollUp, span.until)
  const counts = await findingCounts(tx, estateId, span)
  const [year, monthBefore] = [months[0] ?? span, months.at(-2) ?? span]
  const versions = await readVersions(
    tx,
    estateId,
    { now: span, before: monthBefore },
    { model: scoreModelOf(settings), rollUp },
  )
  const everUsed = await versionsUsed(tx, estateId, { from: year.from, to: span.to })
  const sum = (key: 'found' | 'closed' | 'open' | 'overdue' | 'repeats') => counts.reduce((n, c) => n + c[key], 0)
  const scored = seen.filter((p) => p.score !== null).sort((a, b) => (a.score ?? 0) - (b.score ?? 0))
  return {
    month: span.month,
    from: span.from,
    to: span.to,
    asOf: tx.now,
    placeScore: rollUp.placeScore,
    score: inPoints(now.score),
    before: inPoints(before.score),
    looks: now.looks,
    latest: now.looks > 0 ? null : ((await lastLookBefore(tx, estateId, span.from))?.slice(0, 7) ?? null),
    families: FAMILIES.map((family) => ({
      family,
      score: inPoints(now.families[family]),
      before: inPoints(before.families[family]),
    })),
    touchpoints: touchpointsOf(now, before, rollUp.weights, seen, {
      counts: new Map(counts.map((c) => [c.touchpoint, c])),
      complaints: await complaintsByTouchpoint(tx, estateId, span),
      surveys: await surveys.satisfaction(tx, estateId, span),
    }),
    months: scores.map((m) => ({
      month: m.month,
      score: inPoints(m.score),
      families: {
        'five-posts': inPoints(m.families['five-posts']),
        'two-flow-lines': inPoints(m.families['two-flow-lines']),
        'four-channels': inPoints(m.families['four-channels']),
      },
      touchpoints: m.touchpoints.map(inPoints),
      newVersions: versionsNewIn(m.month, everUsed),
    })),
    best: scored.slice(-SHOWN).reverse(),
    worst: scored.slice(0, SHOWN),
    failedItems: itemsOf(
      await failedItems(tx, estateId, span, unusualOf(versions)),
      versions,
      await surveys.classes(tx, estateId, span.until),
    ),
    coverage: {
      places: seen.length,
      seen: seen.filter((p) => p.looks > 0).length,
      unseen: seen.filter((p) => p.unseenDays === null || p.unseenDays > afterDays).length,
      never: seen.filter((p) => p.lastSeenOn === null).length,
      afterDays,
    },
    findings: {
      found: sum('found'),
      closed: sum('closed'),
      open: sum('open'),
      overdue: sum('overdue'),
      repeats: sum('repeats'),
    },
    versions: versions.versions,
    comparableItems: versions.comparableItems,
    comparablePlaces: versions.comparablePlaces,
    sinceBefore: versions.sinceBefore,
  }
}

/** quality-model.md 8.3: what only delights is in no list of what fails. */
const unusualOf = ({ items }: Versions): Unusual => {
  const having = (of: (item: CheckItem) => boolean) => [...items.values()].filter(of).map((item) => item.id)
  return {
    never: having((item) => !isFault(item, 'pass') && !isFault(item, 'fail')),
    byPassing: having((item) => isFault(item, 'pass')),
  }
}

const itemsOf = (
  failed: readonly { item_id: string; fails: number; places: number }[],
  { items }: Versions,
  surveyed: ReadonlyMap<string, SurveyedClass>,
): EstateScores['failedItems'] =>
  failed.map(({ item_id, fails, places }) => {
    const item = items.get(item_id)
    const touchpoint = TOUCHPOINTS.find((code) => item_id.startsWith(code)) ?? TOUCHPOINTS[0]
    return {
      itemId: item_id,
      touchpoint,
      statement: item ? { zh: item.zh, en: item.en } : null,
      severity: item?.severity ?? null,
      kano: item?.kano ?? null,
      surveyed: surveyed.get(item_id) ?? null,
      fails,
      places,
    }
  })

type Beside = {
  counts: ReadonlyMap<string, { found: number; open: number }>
  complaints: ReadonlyMap<string, number>
  surveys: ReadonlyMap<string, Satisfaction>
}
const touchpointsOf = (
  now: MonthScores,
  before: MonthScores,
  weights: readonly number[],
  places: readonly PlaceScore[],
  beside: Beside,
): TouchpointScore[] => {
  const by = Map.groupBy(places, (p) => p.touchpoint)
  return TOUCHPOINTS.map((touchpoint, i) => {
    const own = by.get(touchpoint) ?? []
    const counts = beside.counts.get(touchpoint)
    return {
      touchpoint,
      family: familyOfTouchpoint(touchpoint),
      weight: weights[i] ?? 1,
      score: inPoints(now.touchpoints[i] ?? null),
      before: inPoints(before.touchpoints[i] ?? null),
      looks: own.reduce((n, p) => n + p.looks, 0),
      places: own.length,
      seen: own.filter((p) => p.looks > 0).length,
      findings: counts?.found ?? 0,
      openFindings: counts?.open ?? 0,
      complaints: beside.complaints.get(touchpoint) ?? 0,
      survey: beside.surveys.get(touchpoint) ?? null,
    }
  })
}
