import type { AttractiveYear, Experience, Fault, NextStep } from '#contract/experience.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { estateNameOf } from '../scores/score.store.ts'
import { readAttractiveYear } from './attractive-year.ts'
import { readExperience } from './read-experience.ts'

type Words = ReturnType<typeof words>
type Said = { t: Words; lang: Lang }
/** What one page bears. */
const BROKEN = 7
const WEAK = 4
const STEPS = 16

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`
const points = (score: number | null): string => (score === null ? '—' : score.toFixed(1))

/** The experience formula of an estate on one page of paper, and on a second the attractive items that have their time. */
export const printExperience = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: { estateId: Uuid; month: string | undefined },
  lang: Lang,
): Promise<Buffer> => {
  const of = await readExperience(tx, actor, estateId, month)
  const year = await readAttractiveYear(tx, actor, estateId, of.month)
  const { timeZone } = await calendarOf(tx, estateId)
  const t = words(lang)
  const said = { t, lang }
  return renderPdf('experience', {
    title: `${t('nav.experience')} ${of.month}`,
    formula: t('experience.formula'),
    sub: [
      t('experience.asOf', { until: of.until }),
      `${t('score.estate')} ${points(of.score)}（${t('experience.previous', { value: points(of.before) })}）`,
      `${t('scoreColumn.looks')} ${of.looks}`,
      t('score.weights', of.model.weights),
    ].join(' · '),
    warning: of.looks === 0 ? t('experience.emptyMonth', { month: of.month }) : '',
    estate: await estateNameOf(tx, estateId),
    form: t('experiencePrint.form'),
    printed: t('print.printed', { at: localText(tx.now, timeZone) }),
    parts: [mustBe(of, said), oneDimensional(of, said), attractive(of, said)],
    next: {
      title: t('experience.next'),
      steps: of.next.slice(0, STEPS).map((step, i) => stepOf(step, i, said)),
      nothing: of.next.length === 0 ? t('experience.nothingNext') : '',
      source:
        of.survey === null
          ? t('experience.noSurvey')
          : t('experience.survey', { title: of.survey.title[lang], on: of.survey.on }),
    },
    calendar: calendarPage(year, said),
    signatures: ['writtenBy', 'head', 'quality'].map((key) => t(`complaintPrint.${key}`)),
  })
}

type Reckoned = Pick<Experience['mustBe'], 'rate' | 'before' | 'items'>
/** What all three parts say alike. */
const figuresOf = ({ rate, before, items }: Reckoned, t: Words) => ({
  previous: before === null ? t('experience.noPrevious') : t('experience.previous', { value: percent(before) }),
  gauge: { share: rate?.rate ?? null, before, mark: null as number | null },
  reckoned: [
    rate === null ? t('experience.noShare') : t('experience.share', { ...rate, rate: (rate.rate * 100).toFixed(1) }),
    t('experience.items', items),
  ].join(' · '),
})

const listOf = (title: string, faults: readonly Fault[], most: number, nothing: string, { t, lang }: Said) => ({
  title,
  levels: [],
  rows: faults.slice(0, most).map((f) => ({
    mark: t(`severity.${f.severity}`),
    tone: f.severity === 'critical' ? 'late' : f.severity === 'major' ? 'waiting' : 'quiet',
    text: f.statement[lang],
    small: [
      `${f.places[0]?.place.name ?? ''}${f.count > 1 ? ` +${f.count - 1}` : ''}`,
      f.places[0]?.finding?.number,
      t('experience.since', { on: f.places[0]?.on ?? '' }),
    ]
      .filter(Boolean)
      .join(' · '),
  })),
  more:
    faults.length === 0
      ? nothing
      : faults.length > most
        ? t('experiencePrint.more', { count: faults.length - most })
        : '',
})

const MUST_BE_TONE = { met: 'good', low: 'waiting', broken: 'late', unseen: 'quiet' }
const mustBe = ({ mustBe: of, model }: Experience, said: Said) => {
  const { t } = said
  const figures = figuresOf(of, t)
  return {
    title: t('experience.mustBe'),
    standing: t(`experience.mustBe.${of.standing}`),
    tone: MUST_BE_TONE[of.standing],
    value: percent(of.rate?.rate),
    ...figures,
    gauge: { ...figures.gauge, mark: model.mustBePass },
    note:
      of.standing === 'unseen'
        ? ''
        : t(`experience.gate.${of.gateBy}`, {
            gate: of.gate,
            pass: Math.round(model.mustBePass * 100),
            count: of.broken.filter((f) => f.severity === 'critical').length,
          }),
    lists: [
      listOf(
        t('experience.broken'),
        of.broken,
        BROKEN,
        t(of.rate === null ? 'experience.noShare' : 'experience.nothingBroken'),
        said,
      ),
    ],
  }
}

const LEVEL_TONE = { up: 'good', same: 'active', down: 'waiting', first: 'active', unseen: 'quiet' }
const oneDimensional = ({ oneDimensional: of }: Experience, said: Said) => {
  const { t } = said
  return {
    title: t('experience.oneDimensional'),
    standing: t(`experience.level.${of.standing}`),
    tone: LEVEL_TONE[of.standing],
    value: percent(of.rate?.rate),
    ...figuresOf(of, t),
    note: '',
    lists: [
      {
        title: t('experience.levels'),
        rows: [],
        more: of.touchpoints.length === 0 ? t('experience.noLevels') : '',
        levels: of.touchpoints.map((l) => ({
          label: t(`touchpoint.${l.touchpoint}`),
          text: [
            percent(l.rate?.rate),
            ...(l.satisfaction ? [`${t('experience.satisfaction')} ${l.satisfaction.satisfaction.toFixed(2)}`] : []),
          ].join(' · '),
          gauge: { share: l.rate?.rate ?? null, before: l.before, mark: null },
        })),
      },
      listOf(
        t('experience.weak'),
        of.weak,
        WEAK,
        t(of.rate === null ? 'experience.noShare' : 'experience.allGood'),
        said,
      ),
    ],
  }
}

const HIGHLIGHT_TONE = { shines: 'good', absent: 'quiet', unseen: 'quiet' }
const attractive = ({ attractive: of }: Experience, { t, lang }: Said) => {
  const shining = of.highlights.filter((h) => h.standing === 'shines').length
  return {
    title: t('experience.attractive'),
    standing: of.items.seen === 0 ? t('experience.level.unseen') : t('experience.shining', { count: shining }),
    tone: shining > 0 ? 'good' : 'quiet',
    value: of.items.seen === 0 ? '—' : `${shining} / ${of.highlights.length}`,
    ...figuresOf(of, t),
    note: t('experience.bonus', { bonus: of.bonus }),
    lists: [
      {
        title: t('experience.highlights'),
        levels: [],
        more: of.highlights.length === 0 ? t('experience.noHighlights') : '',
        rows: of.highlights.map((h) => ({
          mark: t(`experience.highlight.${h.standing}`),
          tone: HIGHLIGHT_TONE[h.standing],
          text: h.statement[lang],
          small: '',
        })),
      },
    ],
  }
}

/** A line for each item that was planned or delivered; null, and no second page, where none was. What is not there is no fault. */
const calendarPage = ({ months, items }: AttractiveYear, { t, lang }: Said) => {
  const rows = items
    .filter(({ planned, delivered }) => [...planned, ...delivered].some((count) => count > 0))
    .map(({ statement, touchpoint, planned, delivered }) => ({
      text: statement[lang],
      small: t(`touchpoint.${touchpoint}`),
      cells: months.map((_, at) => {
        const counts = { planned: planned[at] ?? 0, delivered: delivered[at] ?? 0 }
        return counts.planned + counts.delivered === 0 ? '—' : t('experience.ofPlan', counts)
      }),
    }))
  return rows.length === 0
    ? null
    : {
        title: t('experience.calendar'),
        item: t('experience.calendarItem'),
        months: months.map((month) => month.slice(2)),
        rows,
        note: t('experience.calendarNote'),
      }
}

const URGENT: readonly NextStep['kind'][] = ['critical', 'mustBeLow']
const stepOf = (step: NextStep, i: number, { t, lang }: Said) => ({
  no: String(i + 1),
  tone: URGENT.includes(step.kind) ? 'late' : 'active',
  do: t(`experience.do.${step.kind}`),
  what: [
    step.touchpoint && t(`touchpoint.${step.touchpoint}`),
    step.kind === 'look' ? t('experience.what.look') : step.name?.[lang],
  ]
    .filter(Boolean)
    .join(' · '),
  why: t(`experience.why.${step.kind}`, step.figures),
})
