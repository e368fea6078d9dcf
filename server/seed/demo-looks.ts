import type { AnswerMark } from '#contract/inspections.ts'
import { valueNeeded } from '#contract/rules/evidence.ts'
import { isFault, isWell } from '#contract/rules/fault.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { inHundredths, type ScoreModel, scoreOf, tallyOf } from '#modules/inspection/index.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { newId } from '#platform/ids.ts'
import { randomOf } from './random.ts'
import { minutesAfter } from './story.ts'

export type Visit = {
  roundId: Uuid
  kind: string
  place: { id: Uuid; code: string; touchpoint: string }
  items: readonly CheckItem[]
  /** Asked, but not answered. */
  missing?: readonly string[]
  date: LocalDate
  by: Uuid
  beganAt: Instant
  endedAt: Instant
}
type Answer = { item: CheckItem; answer: AnswerMark; note: string | null; value: unknown }

const WORDS = [
  '现场不符合要求',
  '有污渍，需清理',
  '有破损，需维修',
  '标识缺失',
  '积灰较多',
  '灯不亮',
  '记录没有填写',
] as const
const ABSENT = '现场暂无此设施'

/** What a meter or a record would have shown: what is asked for, or clearly not. */
const measured = (item: CheckItem, date: LocalDate, failed: boolean): unknown => {
  if (!valueNeeded(item, failed ? 'fail' : 'pass')) return null
  const { evidence, threshold } = item
  if (threshold?.unit === 'date') return addDays(date, 120)
  if (evidence === 'record') return threshold?.value
  if (typeof threshold?.value === 'number') return threshold.op === '<=' ? (failed ? 6 : 2) : failed ? 8 : 20
  return threshold?.op === 'in' ? (failed ? 'low' : threshold.value) : failed ? 12 : 24
}

/**
 * What somebody saw there: most is well; some places have their weak items, which fail again and again. What is critical
 * fails only where its finding is told with it (FINDING_TALES).
 */
const answersOf = ({ place, items, date, kind, by }: Visit): Answer[] => {
  const random = randomOf(`look ${place.code} ${date} ${by} ${kind}`)
  return items.map((item) => {
    const weak = randomOf(`weak ${place.code} ${item.id}`).chance(0.03)
    if (random.chance(weak ? 0.6 : 0.022) && item.severity !== 'critical')
      return { item, answer: 'fail', note: random.pick(WORDS), value: measured(item, date, true) }
    if (random.chance(0.02)) return { item, answer: 'na', note: ABSENT, value: null }
    return { item, answer: 'pass', note: null, value: measured(item, date, false) }
  })
}

type Kept = { estateId: Uuid; standardId: Uuid; variantId: Uuid | null; model: ScoreModel }
/** A visit as the rows that a phone's look would have left; `photo` is the picture that goes with each failure. */
export const rowsOfVisit = (visit: Visit, { estateId, standardId, variantId, model }: Kept, photo: () => Uuid) => {
  const answers = answersOf(visit)
  const count = (of: (item: CheckItem, mark: AnswerMark) => boolean) =>
    answers.filter((a) => of(a.item, a.answer)).length
  const tally = tallyOf(answers)
  const id = newId()
  const own = { estate_id: estateId, inspection_id: id }
  return {
    inspection: {
      estate_id: estateId,
      id,
      round_id: visit.roundId,
      place_id: visit.place.id,
      touchpoint: visit.place.touchpoint,
      kind: visit.kind,
      inspector_id: visit.by,
      on_date: visit.date,
      began_at: visit.beganAt,
      ended_at: visit.endedAt,
      received_at: minutesAfter(visit.endedAt, 1),
      standard_id: standardId,
      variant_id: variantId,
      scanned: true,
      passed: count(isWell),
      failed: count(isFault),
      not_applicable: count((_, mark) => mark === 'na'),
      missing: [...(visit.missing ?? [])],
      tally: [...tally],
      score: inHundredths(scoreOf(tally, model).score),
    },
    answers: answers.map(({ item, answer, note, value }) => ({
      ...own,
      item_id: item.id,
      place_id: visit.place.id,
      on_date: visit.date,
      answer,
      value: value === null ? null : JSON.stringify(value),
      note,
    })),
    files: answers.flatMap((a) =>
      isFault(a.item, a.answer) ? [{ ...own, item_id: a.item.id, file_id: photo() }] : [],
    ),
  }
}
