import { z } from 'zod'
import { type Month, PLACES, PublicationItem, PublicationLine } from '#contract/complaint-publication.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Lang } from '#platform/documents/words.ts'
import { words } from '#platform/documents/words.ts'
import { isDispute, publishBy } from './publication.rules.ts'
import type { CaseRow, MonthRow, PublicationRow } from './publication.store.ts'

export const Items = z.array(PublicationItem)
const person = (id: Uuid, name: string | null) => ({ id, name: name ?? '' })
type Given = Omit<MonthRow, 'at_month'> | PublicationRow | undefined

/** A row that the program wrote to remember what it told is nobody's draft. */
const stateOf = (row: Given) =>
  !row?.state || (row.state === 'draft' && row.updated_by === null)
    ? 'missing'
    : PublicationLine.shape.state.parse(row.state)

export const presentLine = (
  month: Month,
  row: Given,
  on: { today: LocalDate; publishDay: number },
): PublicationLine => {
  const state = stateOf(row)
  const dueOn = publishBy(month, on.publishDay)
  const items = row?.items ? Items.parse(row.items) : []
  return {
    month,
    state,
    dueOn,
    late: state === 'none' ? false : state === 'posted' ? (row?.posted_on ?? '') > dueOn : on.today > dueOn,
    items: items.filter((i) => i.include).length,
    approved:
      row?.approved_at && row.approved_by
        ? { at: row.approved_at, by: person(row.approved_by, row.approved_name) }
        : null,
    posted:
      row?.posted_on && row.posted_by
        ? {
            on: row.posted_on,
            by: person(row.posted_by, row.posted_name),
            places: z.array(z.enum(PLACES)).parse(row.places),
            otherPlace: row.other_place,
          }
        : null,
  }
}

/** CP-138: words to begin with; they say what kind of thing it was and how it stands, and nobody's name. */
export const preparedItem = (row: CaseRow, lang: Lang = 'zh'): PublicationItem => {
  const t = words(lang)
  const category = PublicationItem.shape.category.parse(row.category ?? 'C8')
  const outcome = row.open ? (row.state === 'EXTERNAL' ? 'outside' : 'underWay') : 'done'
  return {
    matterId: row.id,
    category,
    text: disputeText(category) ?? t('complaintRecordWord.about', { category: t(`category.${category}`) }),
    outcome: t(`complaintRecordWord.${outcome}`),
    include: true,
  }
}

/** CP-138: what is said of a dispute between residents: its type; undefined for any other category. */
export const disputeText = (category: string): string | undefined =>
  isDispute(category)
    ? words('zh')('complaintRecordWord.dispute', { category: words('zh')(`category.${category}`) })
    : undefined
