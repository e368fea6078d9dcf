import type { AnswerMark } from '#contract/inspections.ts'
import { photoNeeded, recordNeeded, valueNeeded } from '#contract/rules/evidence.ts'
import { isFault, isWell } from '#contract/rules/fault.ts'
import { judge } from '#contract/rules/threshold.ts'
import { ASPECTS, type CheckItem, SEVERITIES } from '#contract/touchpoints.ts'
import { lacksPosition } from '../../app/position.rules.ts'
import type { Draft, DraftAnswer } from '../../store/draft.ts'

export type Value = number | boolean | string

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

/** What an answer still lacks before it may be sent. */
export type Lack = 'answer' | 'photo' | 'record' | 'value' | 'limit' | 'reason'
export const lacksOf = (
  item: Pick<CheckItem, 'evidence' | 'threshold' | 'kano'>,
  answer: DraftAnswer | undefined,
  { day, proofOnPass = false }: { day: string; proofOnPass?: boolean | undefined },
): Lack[] => {
  if (!answer || answer.answer === null) return ['answer']
  const lacks: Lack[] = []
  if (answer.answer === 'na') return answer.note?.trim() ? [] : ['reason']
  if (photoNeeded(item, answer.answer, proofOnPass) && answer.photoIds.length === 0) lacks.push('photo')
  if (recordNeeded(item, answer.answer, proofOnPass) && answer.photoIds.length === 0 && !answer.note?.trim())
    lacks.push('record')
  if (valueNeeded(item, answer.answer) && (answer.value === undefined || answer.value === '')) lacks.push('value')
  // within its limit it may still fail for what else is seen; the other way round it cannot pass
  if (answer.answer === 'pass' && judge(item.threshold, answer.value, day) === 'fail') lacks.push('limit')
  return lacks
}

/** All that stands between a draft and its sending, in the order of the list; `scan` and `position` come first. */
export const gapsOf = (
  draft: Pick<Draft, 'answers' | 'labelToken' | 'proofOnPass' | 'position' | 'positionMissing'>,
  items: readonly CheckItem[],
  place: { scanNeeded: boolean; positionNeeded: boolean },
  day: string,
): { scan: boolean; position: boolean; items: { itemId: string; lacks: Lack[] }[] } => ({
  scan: place.scanNeeded && draft.labelToken === null,
  position: lacksPosition(place.positionNeeded, draft),
  items: items
    .map((item) => ({
      itemId: item.id,
      lacks: lacksOf(item, draft.answers[item.id], { day, proofOnPass: draft.proofOnPass }),
    }))
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

/** The items that "the rest passes" answers: not answered yet, and nothing has to be measured, read or shown for them. */
export const restOf = (
  items: readonly CheckItem[],
  { answers, proofOnPass = false }: Pick<Draft, 'answers' | 'proofOnPass'>,
) =>
  items.filter(
    (item) =>
      !valueNeeded(item, 'pass') &&
      !photoNeeded(item, 'pass', proofOnPass) &&
      !recordNeeded(item, 'pass', proofOnPass) &&
      (answers[item.id]?.answer ?? null) === null,
  )

/** How an answer is shown: as well, as a fault, or as neither. */
export type Tone = 'well' | 'fault' | 'neither'
export const toneOf = (item: Pick<CheckItem, 'kano'>, answer: AnswerMark): Tone =>
  isFault(item, answer) ? 'fault' : isWell(item, answer) ? 'well' : 'neither'

/** Counted as the look will be once it is sent: what only delights is in neither where it is absent. */
export type Tally = { well: number; fault: number; na: number; open: number }
export const tallyOf = (items: readonly Pick<CheckItem, 'id' | 'kano'>[], answers: Draft['answers']): Tally => {
  const count = (of: (item: Pick<CheckItem, 'kano'>, answer: AnswerMark | null) => boolean) =>
    items.filter((item) => of(item, answers[item.id]?.answer ?? null)).length
  const toned = (tone: Tone) => count((item, answer) => answer !== null && toneOf(item, answer) === tone)
  return {
    well: toned('well'),
    fault: toned('fault'),
    na: count((_, answer) => answer === 'na'),
    open: count((_, answer) => answer === null),
  }
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
  return { ...before, value, answer: judged === 'pass' || judged === 'fail' ? judged : before.answer }
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
        fileIds: [...given.photoIds, ...given.voiceIds],
        ...(given.value === undefined || given.value === '' ? {} : { value: given.value }),
        ...(note ? { note } : {}),
      },
    ]
  })
