import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { bandOf, changeText, scoreChange, scoreText, sinceBeforeText, versionName } from '#contract/rules/score-text.ts'
import type { EstateScores } from '#contract/scores.ts'
import type { Uuid } from '#contract/values.ts'
import type { Block } from '#modules/complaints/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { agreementPart, blockOf, unseenPart } from './month-parts.rules.ts'
import { type MonthReport, readMonthReport } from './month-report.ts'
import { estateNameOf } from './score.store.ts'
import { comparableNote } from './scores.sheet.ts'

type Words = ReturnType<typeof words>

/** The month of an estate on paper. */
export const printScores = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: { estateId: Uuid; month: string | undefined },
  lang: Lang,
): Promise<Buffer | Refusal> => {
  const report = await readMonthReport(tx, actor, estateId, month)
  if (isRefusal(report)) return report
  const { scores } = report
  const { timeZone } = await calendarOf(tx, estateId)
  const t = words(lang)
  return renderPdf('report', {
    title: t('scorePrint.title'),
    number: scores.month,
    note: null,
    estate: await estateNameOf(tx, estateId),
    form: t('scorePrint.form'),
    printed: t('print.printed', { at: localText(tx.now, timeZone) }),
    facts: factsOf(scores, t),
    blocks: blocksOf(report, t, lang),
    signatures: ['writtenBy', 'head', 'quality'].map((key) => t(`complaintPrint.${key}`)),
  })
}

const factsOf = (s: EstateScores, t: Words): string[][] => [
  [
    t('score.estate'),
    scoreText(s.score),
    t('scoreColumn.before'),
    `${scoreText(s.before)}（${changeText(scoreChange(s.score, s.before))}）`,
  ],
  ...s.families.map(({ family, score, before }) => [
    t(`family.${family}`),
    scoreText(score),
    t('scoreColumn.before'),
    scoreText(before),
  ]),
  [t('scoreColumn.looks'), String(s.looks), t('score.coverage'), `${s.coverage.seen} / ${s.coverage.places}`],
  [
    t('scorePrint.findings'),
    t('scorePrint.findingCounts', { found: s.findings.found, closed: s.findings.closed }),
    t('scorePrint.openFindings'),
    t('scorePrint.openCounts', { open: s.findings.open, overdue: s.findings.overdue }),
  ],
]

/** Such a score is drawn in the warning colour: a must-be item is wanting. */
const isLow = (score: number | null) => bandOf(score) === 'low'

const blocksOf = (report: MonthReport, t: Words, lang: Lang): Block[] => {
  const s = report.scores
  const place = (key: 'best' | 'worst'): Block => ({
    kind: 'bars',
    title: t(`score.${key}`),
    note: null,
    rows: s[key].map((p) => ({
      label: p.place.name,
      part: (p.score ?? 0) / 100,
      text: scoreText(p.score),
      warn: isLow(p.score),
      change: '',
    })),
  })
  return [
    {
      kind: 'months',
      title: t('score.trend'),
      note: null,
      points: s.months.map((m) => ({
        label: m.month.slice(2),
        part: (m.score ?? 0) / 100,
        text: scoreText(m.score),
        now: m.month === s.month,
      })),
    },
    {
      kind: 'sheet',
      title: t('scoreSheet.touchpoints'),
      note: t('scorePrint.formula'),
      left: 1,
      warn: s.touchpoints.flatMap((p, i) => (isLow(p.score) ? [i] : [])),
      widths: [3, 1, 1, 1, 1, 1, 1],
      columns: [
        'findingColumn.touchpoint',
        ...['score', 'before', 'looks', 'findings', 'complaints', 'survey'].map((k) => `scoreColumn.${k}`),
      ].map((key) => t(key)),
      rows: s.touchpoints.map((p) => [
        `${p.touchpoint} ${t(`touchpoint.${p.touchpoint}`)}`,
        scoreText(p.score),
        scoreText(p.before),
        String(p.looks),
        String(p.findings),
        String(p.complaints),
        p.survey === null ? t('score.noSurvey') : p.survey.satisfaction.toFixed(2),
      ]),
    },
    ...(s.best.length > 0 ? [place('worst'), place('best')] : []),
    blockOf(unseenPart(report, t), t),
    {
      kind: 'sheet',
      title: t('scoreSheet.failedItems'),
      note: null,
      left: 3,
      warn: [],
      widths: [1.3, 6, 1, 1, 1],
      columns: [
        'findingColumn.itemId',
        'findingColumn.statement',
        'findingColumn.severity',
        'scoreColumn.fails',
        'scoreColumn.places',
      ].map((k) => t(k)),
      rows: s.failedItems.map((item) => [
        item.itemId,
        item.statement?.[lang] ?? '',
        item.severity === null ? '' : t(`severity.${item.severity}`),
        String(item.fails),
        String(item.places),
      ]),
    },
    blockOf(agreementPart(report, t), t),
    {
      kind: 'sheet',
      title: t('scoreSheet.versions'),
      note: [comparableNote(s, t), sinceBeforeText(t, s)].filter((line) => line !== null).join('\n') || null,
      left: 1,
      warn: [],
      widths: [3, 1.4, 1.4, 1, 1, 1.2],
      columns: ['version', 'from', 'to', 'looks', 'score', 'comparable'].map((k) => t(`scoreColumn.${k}`)),
      rows: s.versions.map((v) => [
        versionName(t, v),
        v.from,
        v.to,
        String(v.looks),
        scoreText(v.score),
        scoreText(v.comparable),
      ]),
    },
  ]
}
