import type { AnswerMark } from '#contract/inspections.ts'
import { ASPECTS, type CheckItem, SEVERITIES, type Threshold } from '#contract/touchpoints.ts'
import type { Draft, DraftAnswer } from '../../store/draft.ts'

export type Value = number | boolean | string
export type Judged = 'pass' | 'fail' | 'open'

/** Which field asks for the value of an item; none for those that are only looked at. */
export type ValueKind = 'number' | 'yesNo' | 'date' | 'choice' | 'text' | 'none'
export const valueKind = ({ evidence, threshold }: Pick<CheckItem, 'evidence' | 'threshold'>): ValueKind => {
  if (threshold?.unit === 'date') return 'date'
  // a sentence that is true or not is answered by passing or failing it
  if (threshold?.unit === 'bool') return 'none'
  if (evidence !== 'measurement') return threshold && typeof threshold.value === 'number' ? 'number' : 'none'
  if (!threshold) return 'text'
  if (threshold.op === 'in') return 'choice'
  return 'number'
}

const compare = (op: Threshold['op'], given: number | string, limit: number | string): boolean => {
  switch (op) {
    case '=':
      return given === limit
    case '>=':
      return given >= limit
    case '<=':
      return given <= limit
    case '>':
      return given > limit
    case '<':
      return given < limit
    default:
      return false
  }
}

/**
 * A value held against its limit. `open`: there is no limit, or the estate has not set its own figure, so the person
 * decides. `today` is the day of the estate, for certificates that must still be valid.
 */
export const judge = (threshold: Threshold | null, value: Value, today: string): Judged => {
  if (!threshold) return 'open'
  const { op, value: limit } = threshold
  if (Array.isArray(limit)) {
    if (op !== 'range' || typeof value !== 'number') return 'open'
    return value >= limit[0] && value <= limit[1] ? 'pass' : 'fail'
  }
  if (limit === 'site-defined') return 'open'
  if (op === 'in') return value === limit ? 'pass' : 'fail'
  const against = limit === 'today' ? today : limit
  if (typeof value === 'boolean' || typeof against === 'boolean') return value === against ? 'pass' : 'fail'
  if (typeof value !== typeof against) return 'open'
  return compare(op, value, against) ? 'pass' : 'fail'
}

type Asked = Pick<CheckItem, 'evidence' | 'threshold'>
/** Whether an answer needs a photo: a failure always, what passes where its round asks for proof of it. */
export const photoNeeded = ({ evidence }: Asked, answer: AnswerMark | null, proofOnPass: boolean): boolean =>
  answer === 'fail' || (answer === 'pass' && proofOnPass && evidence === 'photo')

/** What an answer still lacks before it may be sent. */
export type Lack = 'answer' | 'photo' | 'value' | 'reason'
export const lacksOf = (item: Asked, answer: DraftAnswer | undefined, proofOnPass = false): Lack[] => {
  if (!answer || answer.answer === null) return ['answer']
  const lacks: Lack[] = []
  if (answer.answer === 'na') return answer.note?.trim() ? [] : ['reason']
  if (photoNeeded(item, answer.answer, proofOnPass) && answer.photoIds.length === 0) lacks.push('photo')
  if (item.evidence === 'measurement' && (answer.value === undefined || answer.value === '')) lacks.push('value')
  return lacks
}

/** All that stands between a draft and its sending, in the order of the list; `scan` comes first. */
export const gapsOf = (
  draft: Pick<Draft, 'answers' | 'labelToken' | 'proofOnPass'>,
  items: readonly CheckItem[],
  scanNeeded: boolean,
): { scan: boolean; items: { itemId: string; lacks: Lack[] }[] } => ({
  scan: scanNeeded && draft.labelToken === null,
  items: items
    .map((item) => ({ itemId: item.id, lacks: lacksOf(item, draft.answers[item.id], draft.proofOnPass) }))
    .filter(({ lacks }) => lacks.length > 0),
})

/** The items of a place by what they are about, the gravest first within each. */
export const inGroups = (items: readonly CheckItem[]): { aspect: CheckItem['aspect']; items: CheckItem[] }[] =>
  ASPECTS.map((aspect) => ({
    aspect,
    items: items
      .filter((item) => item.aspect === aspect)
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
  })).filter((group) => group.items.length > 0)

/** The items that "the rest passes" answers: not answered yet, and nothing has to be measured or shown for them. */
export const restOf = (
  items: readonly CheckItem[],
  { answers, proofOnPass = false }: Pick<Draft, 'answers' | 'proofOnPass'>,
) =>
  items.filter(
    (item) =>
      item.evidence !== 'measurement' &&
      !photoNeeded(item, 'pass', proofOnPass) &&
      (answers[item.id]?.answer ?? null) === null,
  )

export type Tally = Record<AnswerMark, number> & { open: number }
export const tallyOf = (items: readonly CheckItem[], answers: Draft['answers']): Tally => {
  const tally: Tally = { pass: 0, fail: 0, na: 0, open: 0 }
  for (const { id } of items) tally[answers[id]?.answer ?? 'open'] += 1
  return tally
}

/** Answering: the same button again takes the answer back; photos and note stay until it is sent. */
export const marked = (before: DraftAnswer, mark: AnswerMark): DraftAnswer => ({
  ...before,
  answer: before.answer === mark ? null : mark,
})

/** A value was read: where the limit decides, it gives the answer at once. */
export const measured = (
  before: DraftAnswer,
  item: Pick<CheckItem, 'threshold'>,
  value: Value | undefined,
  today: string,
): DraftAnswer => {
  if (value === undefined || value === '') {
    const { value: _gone, ...rest } = before
    return rest
  }
  const judged = judge(item.threshold, value, today)
  return { ...before, value, answer: judged === 'open' ? before.answer : judged }
}

/** The answers as they are sent; an item without an answer is left out. */
export const sentAnswers = (draft: Pick<Draft, 'answers' | 'items'>) =>
  draft.items.flatMap(({ id: itemId }) => {
    const given = draft.answers[itemId]
    if (!given || given.answer === null) return []
    const note = given.note?.trim()
    return [
      {
        itemId,
        answer: given.answer,
        fileIds: given.answer === 'na' ? [] : [...given.photoIds, ...given.voiceIds],
        ...(given.value === undefined || given.value === '' ? {} : { value: given.value }),
        ...(note ? { note } : {}),
      },
    ]
  })
