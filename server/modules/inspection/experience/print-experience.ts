import type { Experience, Fault } from '#contract/experience.ts'
import type { Uuid } from '#contract/values.ts'
import type { Block } from '#modules/complaints/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { type Lang, words } from '#platform/documents/words.ts'
import { estateNameOf } from '../scores/score.store.ts'
import { readExperience } from './read-experience.ts'

type Words = ReturnType<typeof words>
/** What one page bears. */
const BROKEN = 7
const STEPS = 10
const HIGHLIGHTS = 9

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '—' : `${(share * 100).toFixed(1)}%`
const points = (score: number | null): string => (score === null ? '—' : score.toFixed(1))

/** The experience formula of an estate on one page of paper. */
export const printExperience = async (
  tx: Tx,
  actor: Actor,
  { estateId, month }: { estateId: Uuid; month: string | undefined },
  lang: Lang,
): Promise<Buffer> => {
  const of = await readExperience(tx, actor, estateId, month)
  const { timeZone } = await calendarOf(tx, estateId)
  const t = words(lang)
  return renderPdf('report', {
    title: t('nav.experience'),
    number: `${of.month} · ${t('experience.formula')}`,
    note: of.looks === 0 ? t('experiencePrint.empty') : null,
    estate: await estateNameOf(tx, estateId),
    form: t('experiencePrint.form'),
    printed: t('print.printed', { at: localText(tx.now, timeZone) }),
    facts: [
      [
        t('score.estate'),
        `${points(of.score)}（${t('experience.previous', { value: points(of.before) })}）`,
        t('scoreColumn.looks'),
        `${of.looks}（${t('experience.asOf', { until: of.until })}）`,
      ],
    ],
    blocks: [
      cards(of, t),
      broken(of, t, lang),
      { kind: 'pair', title: '', note: null, blocks: [levels(of, t), highlights(of, t, lang)] },
      next(of, t, lang),
    ],
    signatures: ['writtenBy', 'head', 'quality'].map((key) => t(`complaintPrint.${key}`)),
  })
}

const cards = ({ mustBe, oneDimensional, attractive, model }: Experience, t: Words): Block => {
  const previous = (share: number | null) => t('experience.previous', { value: percent(share) })
  const shining = attractive.highlights.filter((h) => h.standing === 'shines').length
  return {
    kind: 'cards',
    title: '',
    note: t(`experience.gate.${mustBe.gateBy}`, {
      gate: mustBe.gate,
      pass: Math.round(model.mustBePass * 100),
      count: mustBe.broken.filter((f) => f.severity === 'critical').length,
    }),
    rows: [
      {
        label: t('experience.mustBe'),
        text: `${percent(mustBe.rate?.rate)} ${t(`experience.mustBe.${mustBe.standing}`)}`,
        before: previous(mustBe.before),
        warn: mustBe.standing === 'low' || mustBe.standing === 'broken',
      },
      {
        label: t('experience.oneDimensional'),
        text: percent(oneDimensional.rate?.rate),
        before: `${previous(oneDimensional.before)} · ${t(`experience.level.${oneDimensional.standing}`)}`,
        warn: oneDimensional.standing === 'down',
      },
      {
        label: t('experience.attractive'),
        text: `${shining} / ${attractive.highlights.length}`,
        before: t('experience.bonus', { bonus: attractive.bonus }),
        warn: false,
      },
    ],
  }
}

const placesOf = ({ count, places }: Fault): string =>
  `${places[0]?.place.name ?? ''}${count > 1 ? ` +${count - 1}` : ''}`

const broken = ({ mustBe }: Experience, t: Words, lang: Lang): Block => {
  const shown = mustBe.broken.slice(0, BROKEN)
  const title = t('experience.broken')
  if (shown.length === 0) {
    const nothing = t(mustBe.standing === 'unseen' ? 'experience.noShare' : 'experience.nothingBroken')
    return { kind: 'text', title, note: null, text: nothing }
  }
  const more = mustBe.broken.length - shown.length
  return {
    kind: 'sheet',
    title,
    note: more > 0 ? t('experiencePrint.more', { count: more }) : null,
    left: 5,
    warn: shown.flatMap((f, i) => (f.severity === 'critical' ? [i] : [])),
    widths: [1.2, 5, 1, 3, 1.6, 1.6],
    columns: [
      'findingColumn.itemId',
      'findingColumn.statement',
      'findingColumn.severity',
      'findingColumn.place',
      'experiencePrint.since',
      'experiencePrint.number',
    ].map((key) => t(key)),
    rows: shown.map((f) => [
      f.itemId,
      f.statement[lang],
      t(`severity.${f.severity}`),
      placesOf(f),
      f.places[0]?.on ?? '',
      f.places[0]?.finding?.number ?? '—',
    ]),
  }
}

const levels = ({ oneDimensional }: Experience, t: Words): Block => ({
  kind: 'bars',
  title: t('experience.levels'),
  note: oneDimensional.touchpoints.length === 0 ? t('experience.noLevels') : null,
  rows: oneDimensional.touchpoints.map((l) => ({
    label: t(`touchpoint.${l.touchpoint}`),
    part: l.rate?.rate ?? 0,
    text: percent(l.rate?.rate),
    warn: l.rate !== null && l.before !== null && l.rate.rate < l.before,
    change: '',
  })),
})

const highlights = ({ attractive }: Experience, t: Words, lang: Lang): Block => ({
  kind: 'points',
  title: t('experience.highlights'),
  note: attractive.highlights.length === 0 ? t('experience.noHighlights') : null,
  rows: attractive.highlights.slice(0, HIGHLIGHTS).map((h) => ({
    text: `${h.statement[lang]}：${t(`experience.highlight.${h.standing}`)}`,
    warn: false,
  })),
})

const next = (of: Experience, t: Words, lang: Lang): Block => {
  const title = t('experience.next')
  const source =
    of.survey === null
      ? t('experience.noSurvey')
      : t('experience.survey', { title: of.survey.title[lang], on: of.survey.on })
  if (of.next.length === 0) return { kind: 'text', title, note: source, text: t('experience.nothingNext') }
  return {
    kind: 'sheet',
    title,
    note: source,
    left: 4,
    warn: of.next.flatMap((s, i) => (s.kind === 'critical' ? [i] : [])),
    widths: [0.4, 1.4, 4, 6],
    columns: ['', t('experiencePrint.do'), t('findingColumn.statement'), t('experiencePrint.why')],
    rows: of.next
      .slice(0, STEPS)
      .map((s, i) => [
        String(i + 1),
        t(`experience.do.${s.kind}`),
        [
          s.touchpoint && t(`touchpoint.${s.touchpoint}`),
          s.name?.[lang],
          s.kind === 'look' ? t('experience.what.look') : null,
        ]
          .filter((part) => part !== null && part !== undefined && part !== '')
          .join(' · '),
        t(`experience.why.${s.kind}`, s.figures),
      ]),
  }
}
