import { z } from 'zod'
import { type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import { shownFrom } from '#contract/rules/shown-from.ts'
import { SurveyQuestion } from '#contract/survey-questions.ts'
import type { getSurveyResults, ItemFinding, SurveyResults } from '#contract/survey-results.ts'
import type { Uuid } from '#contract/values.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { questionsOf } from '../design/questionnaire.ts'
import { findSurvey } from '../design/survey.store.ts'
import type { SurveyOf } from '../design/write-survey.ts'
import { buildingNames } from '../sample/frame.store.ts'
import { answeredOf, type Cell, cellsWithout, type Said, saidOf, sameAttribute } from './cells.rules.ts'
import { changesOf, differencesOf } from './change.rules.ts'
import { cutOf, importanceCutOf, importanceQuadrantOf, performanceOf, prioritiesOf, quadrantOf } from './items.rules.ts'
import { type KanoRule, wilson } from './kano.rules.ts'
import {
  type ComparableRow,
  countCells,
  countComments,
  countGroups,
  countResponses,
  listComparable,
} from './results.store.ts'

export const kanoRuleOf = (settings: Settings): KanoRule => ({
  rule: settings.get('survey.blauthRule') ? 'blauth' : 'frequency',
  mixedPercent: settings.get('survey.mixedPercent'),
  questionablePercent: settings.get('survey.questionablePercent'),
  reversePercent: settings.get('survey.reversePercent'),
  smallestSample: settings.get('survey.smallestSample'),
})

type Query = QueryOf<typeof getSurveyResults>

/** Groups that may be shown: with k answers at least. */
const groupsOf = async (tx: Tx, estateId: Uuid, surveyId: Uuid, by: Query['by'], k: number) => {
  if (by === undefined) return []
  const names = await buildingNames(tx, estateId)
  return (await countGroups(tx, estateId, surveyId, by)).flatMap(({ grp, n }) =>
    grp === null || n < k ? [] : [{ key: grp, name: names.get(grp) ?? grp, n }],
  )
}

type Counted = { cells: readonly Cell[]; ofGroups: readonly Cell[]; rule: KanoRule; k: number }
/** What each group says of each question, by its number, and where it differs from all others together. */
const groupFindings = (
  questions: readonly SurveyQuestion[],
  keys: readonly string[],
  { cells, ofGroups, rule, k }: Counted,
): ReadonlyMap<number, ItemFinding['groups']> => {
  const whole = Map.groupBy(cells, ({ no }) => no)
  const byGroup = Map.groupBy(ofGroups, ({ grp, no }) => `${grp} ${no}`)
  const parts = questions.flatMap((question) =>
    keys.flatMap((key) => {
      const mine = byGroup.get(`${key} ${question.no}`) ?? []
      const own = saidOf(question, mine, rule)
      const others = saidOf(question, cellsWithout(whole.get(question.no) ?? [], mine), rule)
      // a question that too few of the group answered says nothing of the group
      return answeredOf(own) < k ? [] : [{ no: question.no, key, own, others }]
    }),
  )
  const differs = differencesOf(parts, rule.smallestSample)
  const found = parts.map(({ no, key, own }, i) => ({
    no,
    key,
    n: answeredOf(own),
    provisional: own.kano?.provisional ?? answeredOf(own) < rule.smallestSample,
    class: own.kano?.class ?? null,
    better: own.kano?.better ?? null,
    worse: own.kano?.worse ?? null,
    satisfaction: own.satisfaction,
    differs: differs[i] ?? { better: null, worse: null, satisfaction: null },
  }))
  return Map.groupBy(found, ({ no }) => no)
}

/** What an earlier survey found of the same attribute. */
const beforeOf = async (tx: Tx, estateId: Uuid, earlier: ComparableRow | undefined, rule: KanoRule) => {
  if (!earlier) return () => null
  const cells = await countCells(tx, estateId, earlier.id, null)
  const questions = z.array(SurveyQuestion).parse(earlier.questions)
  return (question: SurveyQuestion, now: Said): ItemFinding['before'] => {
    const same = questions.find((q) => sameAttribute(q, question))
    if (!same) return null
    const said = saidOf(same, cells, rule)
    return {
      surveyId: earlier.id,
      on: earlier.on_date,
      class: said.kano?.class ?? null,
      better: said.kano?.better?.share ?? null,
      worse: said.kano?.worse?.share ?? null,
      satisfaction: said.satisfaction?.mean ?? null,
      n: answeredOf(said),
      changed: changesOf(now, said, rule.smallestSample),
    }
  }
}

/**
 * Everything that the answers say (quality-model.md sections 5 and 6). E_TOO_FEW while fewer have answered an anonymous
 * survey than make a group, E_NOT_FOUND also for an earlier survey that cannot be compared.
 */
export const readResults = async (
  tx: Tx,
  { estateId, id }: SurveyOf,
  query: Query,
): Promise<SurveyResults | Refusal> => {
  const survey = await findSurvey(tx, estateId, id)
  if (!survey) return refuse('E_NOT_FOUND', { field: 'params.id' })
  const settings = await settingsOf(tx, estateId)
  const rule = kanoRuleOf(settings)
  const k = settings.get('survey.smallestGroup')
  const answered = await countResponses(tx, estateId, id)
  if (survey.anonymous && answered < k)
    return refuse('E_TOO_FEW', { details: { smallest: shownFrom(survey.state, k), waiting: survey.waiting, answered } })
  const questions = questionsOf(survey)
  const comparable = survey.opened_at
    ? await listComparable(tx, estateId, { id, kind: survey.kind, openedAt: survey.opened_at, k })
    : []
  const earlier = query.with === undefined ? comparable[0] : comparable.find((c) => c.id === query.with)
  if (query.with !== undefined && !earlier) return refuse('E_NOT_FOUND', { field: 'query.with' })
  const before = await beforeOf(tx, estateId, earlier, rule)
  const groups = await groupsOf(tx, estateId, id, query.by, k)
  const cells = await countCells(tx, estateId, id, null)
  const byQuestion = groupFindings(
    questions,
    groups.map(({ key }) => key),
    { cells, ofGroups: query.by === undefined ? [] : await countCells(tx, estateId, id, query.by), rule, k },
  )
  const said = questions.map((question) => ({ question, ...saidOf(question, cells, rule) }))
  const cut = cutOf(
    said.flatMap(({ kano }) => (kano ? [kano] : [])),
    settings.get('survey.cutAtHalf') ? 'half' : 'mean',
  )
  const importanceCut = importanceCutOf(said)
  return {
    surveyId: id,
    answered,
    invited: survey.invited,
    boxed: Math.max(0, survey.answered - survey.used),
    rate: wilson(survey.used, survey.invited),
    rule: rule.rule,
    cut,
    importanceCut,
    smallestSample: rule.smallestSample,
    smallestGroup: k,
    small: answered < rule.smallestSample,
    by: query.by ?? null,
    groups,
    ungrouped: query.by === undefined ? 0 : answered - groups.reduce((sum, g) => sum + g.n, 0),
    comparedWith: earlier ? presentComparable(earlier) : null,
    comparable: comparable.map(presentComparable),
    comments: await countComments(tx, estateId, id),
    items: said.map(({ question, kano, satisfaction, importance }) => {
      const performance = performanceOf(satisfaction)
      return {
        question,
        kano,
        quadrant: kano && quadrantOf(kano, cut),
        satisfaction,
        importance,
        performance,
        ...prioritiesOf(kano, performance, question.effort),
        importanceQuadrant: importanceQuadrantOf({ satisfaction, importance }, importanceCut),
        before: before(question, { kano, satisfaction, importance }),
        groups: byQuestion.get(question.no) ?? [],
      }
    }),
    asOf: tx.now,
  }
}

const presentComparable = ({ id, title_zh, title_en, on_date }: ComparableRow) => ({
  id,
  titleZh: title_zh,
  titleEn: title_en,
  on: on_date,
})
