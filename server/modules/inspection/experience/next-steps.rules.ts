import type { Annoyance } from '#content/annoyances.ts'
import type { Experience, Fault, Highlight, NextStep } from '#contract/experience.ts'
import { type Advice, rankedBy } from '#contract/rules/advice.ts'
import type { EstateScores } from '#contract/scores.ts'
import type { Priorities } from '../scores/survey-port.ts'

type Given = Pick<Experience, 'mustBe' | 'oneDimensional' | 'attractive' | 'model'> & {
  scores: Pick<EstateScores, 'touchpoints' | 'coverage'>
  complaintsBefore: ReadonlyMap<string, number>
  priorities: Priorities | null
  /** What customers feel pestered by (section 8), and in how many complaints of the month. */
  annoyances: readonly (Annoyance & { count: number })[]
}

/** How many steps of a kind one page bears; the lists beside it show the rest. */
const MOST = {
  critical: 4,
  mustBe: 3,
  mustBeLow: 5,
  complaints: 2,
  level: 2,
  repair: 3,
  reverse: 1,
  annoys: 2,
  highlight: 2,
  build: 2,
}
/** One complaint may be chance. */
const COMPLAINTS = 2
/** Above this an inspection says that all is well. */
const GOOD = 80

const NOTHING = {
  touchpoint: null,
  name: null,
  itemId: null,
  findingId: null,
  lookId: null,
  surveyId: null,
  pester: null,
  figures: {},
}
const percent = (share: number | null): string => (share === null ? '—' : (share * 100).toFixed(1))

/**
 * What to do next, in the order of the formula: the must-be first, because nothing else lifts an estate whose must-be is
 * broken; then what customers complain about and the one-dimensional level; what residents want repaired by
 * abs(Worse) × (1 − performance) and built by Better / cost (section 6); what delights comes last.
 */
export const nextStepsOf = (given: Given): NextStep[] => [
  ...brokenSteps(given),
  ...complaintSteps(given),
  ...levelSteps(given),
  ...surveySteps(given, 'repair'),
  ...surveySteps(given, 'reverse'),
  ...annoySteps(given),
  ...lookStep(given),
  ...highlightSteps(given),
  ...surveySteps(given, 'build'),
]

const ofItem = ({ itemId, touchpoint, statement, places, count }: Fault) => ({
  ...NOTHING,
  touchpoint,
  name: statement,
  itemId,
  // of several places the list of looks says more
  findingId: count === 1 ? (places[0]?.finding?.id ?? null) : null,
  lookId: places.find((p) => p.lookId !== null)?.lookId ?? null,
  figures: { count, place: places[0]?.place.name ?? '', on: places[0]?.on ?? '' },
})

const brokenSteps = ({ mustBe, model }: Given): NextStep[] => {
  const isCritical = (f: Fault) => f.severity === 'critical'
  const low = mustBe.rate !== null && mustBe.rate.rate < model.mustBePass
  const rate = { rate: percent(mustBe.rate?.rate ?? null), pass: percent(model.mustBePass) }
  const grave = mustBe.broken.filter(isCritical).slice(0, MOST.critical)
  const rest = mustBe.broken.filter((f) => !isCritical(f)).slice(0, low ? MOST.mustBeLow : MOST.mustBe)
  return [
    ...grave.map(ofItem).map((step) => ({
      ...step,
      kind: 'critical' as const,
      figures: { ...step.figures, gate: model.criticalGate },
    })),
    ...rest.map(ofItem).map((step) => ({
      ...step,
      kind: low ? ('mustBeLow' as const) : ('mustBe' as const),
      figures: { ...step.figures, ...rate },
    })),
  ]
}

const complaintSteps = ({ scores, complaintsBefore }: Given): NextStep[] =>
  scores.touchpoints
    .filter((p) => p.complaints >= COMPLAINTS)
    .sort((a, b) => b.complaints - a.complaints)
    .slice(0, MOST.complaints)
    .map(({ touchpoint, complaints, score }) => ({
      ...NOTHING,
      kind: score !== null && score >= GOOD ? 'complaintsUnseen' : 'complaints',
      touchpoint,
      figures: {
        count: complaints,
        before: complaintsBefore.get(touchpoint) ?? 0,
        score: score === null ? '—' : score.toFixed(1),
      },
    }))

const levelSteps = ({ oneDimensional }: Given): NextStep[] => {
  const fall = (l: { rate: { rate: number } | null; before: number | null }) =>
    l.rate === null || l.before === null ? 0 : l.before - l.rate.rate
  return oneDimensional.touchpoints
    .filter((l) => l.rate !== null && l.rate.rate < 1)
    .sort((a, b) => fall(b) - fall(a) || (a.rate?.rate ?? 0) - (b.rate?.rate ?? 0))
    .slice(0, MOST.level)
    .map((l) => {
      const weak = oneDimensional.weak.filter((f) => f.touchpoint === l.touchpoint)
      return {
        ...NOTHING,
        kind: fall(l) > 0 ? 'levelDown' : 'level',
        touchpoint: l.touchpoint,
        name: weak[0]?.statement ?? null,
        itemId: weak[0]?.itemId ?? null,
        figures: { rate: percent(l.rate?.rate ?? null), before: percent(l.before), count: weak.length },
      }
    })
}

const surveySteps = ({ priorities, mustBe, attractive }: Given, kind: Advice | 'reverse'): NextStep[] => {
  if (priorities === null) return []
  // what is named above, and what is there already
  const shining = attractive.highlights.filter((h) => h.standing === 'shines')
  const named = new Set([...mustBe.broken, ...shining].map((f) => f.itemId))
  const items = priorities.items.filter((i) => !named.has(i.itemId ?? ''))
  const worthOf = (i: Priorities['items'][number]) => (kind !== 'reverse' ? i[kind] : i.class === 'R' ? i.n : null)
  return rankedBy(items, worthOf, MOST[kind]).map(({ item: { touchpoint, itemId, name, n }, value }) => ({
    ...NOTHING,
    kind,
    touchpoint,
    name,
    itemId,
    surveyId: priorities.survey.id,
    figures: { value: value.toFixed(2), n, on: priorities.survey.on },
  }))
}

const annoySteps = ({ annoyances }: Given): NextStep[] =>
  annoyances
    .filter(({ count }) => count >= COMPLAINTS)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST.annoys)
    .map(({ key, touchpoint, zh, en, count }) => ({
      ...NOTHING,
      kind: 'annoys',
      touchpoint,
      name: { zh, en },
      pester: key,
      figures: { count },
    }))

const lookStep = ({ scores: { coverage }, mustBe }: Given): NextStep[] =>
  coverage.unseen === 0
    ? []
    : [
        {
          ...NOTHING,
          kind: 'look',
          figures: {
            count: coverage.unseen,
            days: coverage.afterDays,
            items: mustBe.items.all - mustBe.items.seen,
          },
        },
      ]

/** A few answers do not overrule the catalogue (section 5, 8). */
const isUnwanted = ({ surveyed }: Highlight): boolean =>
  surveyed !== null && !surveyed.provisional && (surveyed.class === 'I' || surveyed.class === 'R')

/** What was looked for in vain; what residents do not care for is left alone. */
const highlightSteps = ({ attractive }: Given): NextStep[] =>
  attractive.highlights
    .filter((h) => h.standing === 'absent' && !isUnwanted(h))
    .slice(0, MOST.highlight)
    .map(({ itemId, touchpoint, statement, looked }) => ({
      ...NOTHING,
      kind: 'highlight',
      touchpoint,
      name: statement,
      itemId,
      figures: { count: looked },
    }))
