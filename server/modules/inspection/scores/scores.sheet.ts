import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { sinceBeforeText, versionName } from '#contract/rules/score-text.ts'
import type { CompanyHeatRow, EstateScores, PlaceMonthScore, PlaceScore, ScoredLook } from '#contract/scores.ts'
import { FAMILIES } from '#contract/touchpoints.ts'
import type { ExcelSheet } from '#platform/export/excel.ts'
import type { ListColumn } from '#platform/export/send-list.ts'
import type { Sheet } from '#platform/export/serve-list.ts'
import { agreementPart, sheetOfPart, unseenPart } from './month-parts.rules.ts'
import type { MonthReport } from './month-report.ts'

type T = (key: string, params?: Record<string, string | number>) => string
const touchpointOf = (t: T, code: string) => `${code} ${t(`touchpoint.${code}`)}`

export const PLACE_SCORES_SHEET: Sheet<PlaceScore> = {
  name: 'scoreSheet.places',
  subject: 'placeScores',
  columns: [
    { key: 'findingColumn.place', width: 28, of: (p) => p.place.name },
    { key: 'scoreColumn.code', of: (p) => p.place.code },
    { key: 'findingColumn.touchpoint', width: 20, of: (p, { t }) => touchpointOf(t, p.touchpoint) },
    { key: 'scoreColumn.score', of: (p) => p.score },
    { key: 'scoreColumn.looks', of: (p) => p.looks },
    { key: 'scoreColumn.lastSeenOn', of: (p) => p.lastSeenOn },
    { key: 'scoreColumn.unseenDays', of: (p) => p.unseenDays },
    { key: 'scoreColumn.openNow', of: (p) => p.openFindings },
  ],
}

export const LOOKS_SHEET: Sheet<ScoredLook> = {
  name: 'scoreSheet.looks',
  subject: 'scoredLooks',
  columns: [
    { key: 'scoreColumn.onDate', of: (l) => l.onDate },
    { key: 'findingColumn.place', width: 28, of: (l) => l.place.name },
    { key: 'findingColumn.touchpoint', width: 20, of: (l, { t }) => touchpointOf(t, l.touchpoint) },
    { key: 'scoreColumn.kind', of: (l, { t }) => t(`inspectionKind.${l.kind}`) },
    { key: 'scoreColumn.inspector', of: (l) => l.inspector.name },
    { key: 'scoreColumn.score', of: (l) => l.score },
    { key: 'scoreColumn.passed', of: (l) => l.passed },
    { key: 'scoreColumn.failed', of: (l) => l.failed },
    { key: 'scoreColumn.notApplicable', of: (l) => l.notApplicable },
    { key: 'scoreColumn.version', of: (l) => l.standardNumber },
  ],
}

export const PLACE_MONTHS_SHEET: Sheet<PlaceMonthScore> = {
  name: 'scoreSheet.placeMonths',
  subject: 'placeMonths',
  columns: [
    { key: 'score.month', of: (m) => m.month },
    { key: 'findingColumn.place', width: 28, of: (m) => m.place.name },
    { key: 'scoreColumn.code', of: (m) => m.place.code },
    { key: 'findingColumn.touchpoint', width: 20, of: (m, { t }) => touchpointOf(t, m.touchpoint) },
    { key: 'scoreColumn.score', of: (m) => m.score },
    { key: 'scoreColumn.before', of: (m) => m.before },
    { key: 'scoreColumn.looks', of: (m) => m.looks },
    {
      key: 'scoreColumn.newVersions',
      width: 40,
      of: (m, { t }) => m.newVersions.map((v) => versionName(t, v)).join('; ') || null,
    },
  ],
}

export const COMPANY_SCORES_SHEET: Sheet<CompanyHeatRow> = {
  name: 'scoreSheet.company',
  subject: 'companyScores',
  columns: [
    { key: 'complaintColumn.estate', width: 28, of: (r) => r.estate.name },
    { key: 'scoreColumn.score', of: (r) => r.score },
    { key: 'scoreColumn.before', of: (r) => r.before },
    { key: 'scoreColumn.newStandardOn', of: (r) => r.newStandardOn },
    { key: 'scoreColumn.looks', of: (r) => r.looks },
    ...TOUCHPOINTS.map(
      (code, i): ListColumn<CompanyHeatRow> => ({
        key: `touchpoint.${code}`,
        width: 12,
        of: (r) => r.touchpoints[i] ?? null,
      }),
    ),
  ],
}

/** The month of an estate as a workbook: touchpoints, months, places not seen, what failed, agreement, versions. */
export const sheetsOf = ({ scores: s, ...beside }: MonthReport, t: T, lang: 'zh' | 'en'): ExcelSheet[] => [
  {
    name: t('scoreSheet.touchpoints'),
    columns: [
      { heading: t('findingColumn.touchpoint'), width: 22 },
      { heading: t('scoreColumn.family') },
      ...['score', 'before', 'looks', 'places', 'seen', 'findings', 'openFindings', 'complaints', 'survey'].map(
        (key) => ({
          heading: t(`scoreColumn.${key}`),
        }),
      ),
    ],
    rows: s.touchpoints.map((p) => [
      touchpointOf(t, p.touchpoint),
      t(`family.${p.family}`),
      p.score,
      p.before,
      p.looks,
      p.places,
      p.seen,
      p.findings,
      p.openFindings,
      p.complaints,
      p.survey?.satisfaction ?? t('score.noSurvey'),
    ]),
  },
  {
    name: t('scoreSheet.months'),
    columns: [
      { heading: t('findingColumn.touchpoint'), width: 22 },
      ...s.months.map(({ month }) => ({ heading: month, width: 10 })),
    ],
    rows: [
      [t('score.estate'), ...s.months.map((m) => m.score)],
      ...FAMILIES.map((family) => [t(`family.${family}`), ...s.months.map((m) => m.families[family])]),
      ...TOUCHPOINTS.map((code, i) => [touchpointOf(t, code), ...s.months.map((m) => m.touchpoints[i] ?? null)]),
    ],
  },
  sheetOfPart(unseenPart(beside, t), t),
  {
    name: t('scoreSheet.failedItems'),
    columns: [
      'findingColumn.itemId',
      'findingColumn.statement',
      'findingColumn.severity',
      'scoreColumn.kano',
      'scoreColumn.surveyed',
      'scoreColumn.surveyedFrom',
      'scoreColumn.fails',
      'scoreColumn.places',
    ].map((key, i) => ({ heading: t(key), width: i === 1 ? 48 : 14 })),
    rows: s.failedItems.map((item) => [
      item.itemId,
      item.statement?.[lang] ?? null,
      item.severity === null ? null : t(`severity.${item.severity}`),
      item.kano === null ? null : t(`kano.${item.kano}`),
      item.surveyed === null ? null : t(`surveyClass.${item.surveyed.class}`),
      item.surveyed === null
        ? null
        : t('experience.surveyedFrom', { title: item.surveyed.title[lang], on: item.surveyed.on, n: item.surveyed.n }),
      item.fails,
      item.places,
    ]),
  },
  sheetOfPart(agreementPart(beside, t), t),
  {
    name: t('scoreSheet.versions'),
    columns: ['version', 'from', 'to', 'looks', 'score', 'comparable'].map((key) => ({
      heading: t(`scoreColumn.${key}`),
    })),
    rows: [
      ...s.versions.map((v) => [versionName(t, v), v.from, v.to, v.looks, v.score, v.comparable]),
      ...[sinceBeforeText(t, s)].filter((line) => line !== null).map((line) => [line]),
    ],
  },
]

/** What the scores of several versions were put on one measure by; null: there was one. */
export const comparableNote = (
  { comparableItems: items, comparablePlaces: places }: EstateScores,
  t: T,
): string | null => (items === null || places === null ? null : t('score.comparableHint', { items, places }))
