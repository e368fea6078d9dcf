import { Temporal } from 'temporal-polyfill'
import type { Month, PublicationItem } from '#contract/complaint-publication.ts'
import type { LocalDate } from '#contract/values.ts'
import { type PersonalHit, personalDataIn } from '../privacy.rules.ts'

const yearMonth = (month: Month) => Temporal.PlainYearMonth.from(month)

export const monthOf = (date: LocalDate): Month => date.slice(0, 7)
export const firstDayOf = (month: Month): LocalDate => yearMonth(month).toPlainDate({ day: 1 }).toString()
export const nextMonth = (month: Month): Month => yearMonth(month).add({ months: 1 }).toString()
export const monthsBefore = (month: Month, months: number): Month => yearMonth(month).subtract({ months }).toString()

/** CP-139: the day of the next month by whose end it hangs there. */
export const publishBy = (month: Month, publishDay: number): LocalDate =>
  yearMonth(nextMonth(month)).toPlainDate({ day: publishDay }).toString()

/** A month can be approved, or found empty, once it is over. */
export const isOver = (month: Month, today: LocalDate): boolean => monthOf(today) > month

/** CP-137: of common nature, parts or interest by their category; disputes between residents are among them. */
export const COMMON_CATEGORIES = ['C1', 'C2', 'C3', 'C4', 'C6', 'C7', 'C8'] as const
/** CP-138: a dispute between residents is told by its type and outcome only. */
export const isDispute = (category: string): boolean => category.startsWith('C6')

type Known = Parameters<typeof personalDataIn>[1]
type Texts = { foreword: string | null; items: readonly Pick<PublicationItem, 'text' | 'outcome' | 'include'>[] }
export type Found = { where: string } & PersonalHit

/** CP-138: what would give a person away in what residents will read; items left out are not read by anybody. */
export const personalDataOf = ({ foreword, items }: Texts, known: Known): Found[] => {
  const at = (where: string, text: string) => personalDataIn(text, known).map((hit) => ({ where, ...hit }))
  return [
    ...(foreword === null ? [] : at('foreword', foreword)),
    ...items.flatMap((item, i) =>
      item.include ? [...at(`items.${i}.text`, item.text), ...at(`items.${i}.outcome`, item.outcome)] : [],
    ),
  ]
}
