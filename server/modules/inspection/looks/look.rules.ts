import type { Apart, SentAnswer } from '#contract/inspections.ts'
import { type Refusal, refuse } from '#contract/refusal.ts'
import { photoNeeded, recordNeeded, valueNeeded } from '#contract/rules/evidence.ts'
import { judge } from '#contract/rules/threshold.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'

export type Given = {
  /** The items of the place by the version that the phone used, and all items of that version. */
  items: readonly CheckItem[]
  known: readonly CheckItem[]
  answers: readonly SentAnswer[]
  proofOnPass: boolean
  /** The local day of the look, for limits that say "today". */
  date: LocalDate
  /** Of all files sent along: those that are no upload of the sender, and those that are pictures. */
  files: { missing: readonly Uuid[]; pictures: ReadonlySet<Uuid> }
}
export type Counted = { answer: SentAnswer; item: CheckItem }
export type Sorted = { counted: Counted[]; apart: { answer: SentAnswer; item: CheckItem | undefined; why: Apart }[] }

/**
 * Answers that count, and those that are kept apart because the version has no such item, has it at another touchpoint,
 * or the place does not ask it.
 */
export const sortAnswers = ({ items, known, answers }: Pick<Given, 'items' | 'known' | 'answers'>): Sorted => {
  const here = new Map(items.map((i) => [i.id, i]))
  const anywhere = new Map(known.map((i) => [i.id, i]))
  const touchpoint = items[0]?.touchpoint
  const sorted: Sorted = { counted: [], apart: [] }
  for (const answer of answers) {
    const item = here.get(answer.itemId)
    const other = anywhere.get(answer.itemId)
    if (item) sorted.counted.push({ answer, item })
    else if (!other) sorted.apart.push({ answer, item: undefined, why: 'notInVersion' })
    else
      sorted.apart.push({
        answer,
        item: other,
        why: other.touchpoint === touchpoint ? 'switchedOff' : 'otherTouchpoint',
      })
  }
  return sorted
}

/** Of what the round asks at a place the items that have no answer: a look is whole when there are none. */
export const unansweredOf = (asked: readonly CheckItem[], counted: readonly Counted[]): string[] => {
  const answered = new Set(counted.map(({ item }) => item.id))
  return asked.map((i) => i.id).filter((id) => !answered.has(id))
}

type Faults = Pick<Given, 'answers' | 'proofOnPass' | 'date' | 'files'>
const faultOf = ({ answer, item }: Counted, at: number, given: Faults): Refusal | undefined => {
  const field = (name: string) => ({ field: `body.answers.${at}.${name}`, details: { itemId: item.id } })
  const shown = answer.fileIds.some((id) => given.files.pictures.has(id))
  if (answer.answer === 'na') return answer.note ? undefined : refuse('E_REASON_MISSING', field('note'))
  if (photoNeeded(item, answer.answer, given.proofOnPass) && !shown) return refuse('E_PHOTO_MISSING', field('fileIds'))
  if (recordNeeded(item, answer.answer, given.proofOnPass) && !shown && !answer.note)
    return refuse('E_RECORD_MISSING', field('note'))
  if (valueNeeded(item, answer.answer) && answer.value === undefined)
    return refuse('E_MEASUREMENT_MISSING', field('value'))
  const judged = judge(item.threshold, answer.value, given.date)
  if (judged === 'wrongKind') return refuse('E_INPUT', field('value'))
  // a reading within its limit may still fail for what else is seen; the other way round it cannot pass
  return judged === 'fail' && answer.answer === 'pass' ? refuse('E_THRESHOLD', field('answer')) : undefined
}

/**
 * FD-770: why a look cannot be taken as it was sent: an item answered twice, a file that is not the sender's own, not
 * applicable without a reason, a failure without a photo, a measurement or record without its figure or date, one that
 * cannot pass.
 */
export const faultOfAnswers = (counted: readonly Counted[], given: Faults): Refusal | undefined => {
  const seen = new Set<string>()
  for (const [at, answer] of given.answers.entries()) {
    if (seen.has(answer.itemId)) return refuse('E_DUPLICATE', { field: `body.answers.${at}.itemId` })
    seen.add(answer.itemId)
    if (answer.fileIds.some((id) => given.files.missing.includes(id)))
      return refuse('E_FILE_FOREIGN', { field: `body.answers.${at}.fileIds`, details: { itemId: answer.itemId } })
  }
  const placeOf = new Map(given.answers.map((a, at) => [a.itemId, at]))
  for (const one of counted) {
    const fault = faultOf(one, placeOf.get(one.item.id) ?? 0, given)
    if (fault) return fault
  }
  return undefined
}
