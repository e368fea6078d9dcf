import type { listComplaintPublications, Month, Publication, PublicationLine } from '#contract/complaint-publication.ts'
import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import type { QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import { estateSince, keysetOf, pageOfRows } from '#modules/desk/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { NO_ESTATE } from '#platform/ids.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { earlierOf, firstWholeDay } from '../days-owed.rules.ts'
import { Items, preparedItem, presentLine } from './publication.present.ts'
import { COMMON_CATEGORIES, firstDayOf, monthOf, nextMonth, personalDataOf } from './publication.rules.ts'
import { casesById, findPublication, identitiesIn, listCandidates, listMonthRows } from './publication.store.ts'

/** Today of the estate, its first month, and the day by which a month is published. */
export const situationOf = async (tx: Tx, estateId: Uuid) => {
  const calendar = await calendarOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  return {
    calendar,
    today,
    firstMonth: monthOf(earlierOf(firstWholeDay(calendar, await estateSince(tx, estateId)), today)),
    publishDay: (await settingsOf(tx, estateId)).get('complaint.publishDay'),
  }
}

/** CP-137: what belongs into the publication of a month by its nature. */
export const candidatesOf = (tx: Tx, estateId: Uuid, month: Month) =>
  listCandidates(tx, estateId, {
    from: firstDayOf(month),
    before: firstDayOf(nextMonth(month)),
    categories: COMMON_CATEGORIES,
  })

/** CP-137, CP-138: what is written, what is proposed, and what must not stay in the texts. E_TIME_RANGE for a month to come. */
export const readPublication = async (tx: Tx, estateId: Uuid, month: Month): Promise<Publication | Refusal> => {
  const { today, publishDay } = await situationOf(tx, estateId)
  if (month > monthOf(today))
    return refuse('E_TIME_RANGE', { field: 'params.month', details: { latest: monthOf(today) } })
  const row = await findPublication(tx, estateId, month)
  const items = Items.parse(row?.items ?? [])
  const cases = await casesById(
    tx,
    estateId,
    items.map((i) => i.matterId),
  )
  const known = await identitiesIn(
    tx,
    estateId,
    items.map((i) => i.matterId),
  )
  const proposed = (await candidatesOf(tx, estateId, month)).filter((c) => !items.some((i) => i.matterId === c.id))
  return {
    ...presentLine(month, row, { today, publishDay }),
    foreword: row?.foreword ?? null,
    content: items.map((item) => {
      const found = cases.find((c) => c.id === item.matterId)
      return { ...item, number: found?.number ?? '', stateNow: found?.state ?? '' }
    }),
    candidates: proposed.map((c) => ({ ...preparedItem(c), number: c.number, stateNow: c.state, title: c.title })),
    updatedBy: row?.updated_by ? { id: row.updated_by, name: row.updated_name ?? '' } : null,
    version: row?.version ?? 0,
    personalData: personalDataOf({ foreword: row?.foreword ?? null, items }, known),
  }
}

/** Month by month, newest first; months for which nothing was done are among them. */
export const listPublications = async (
  tx: Tx,
  estateId: Uuid,
  query: QueryOf<typeof listComplaintPublications>,
): Promise<{ rows: PublicationLine[]; next: string | null } | Refusal> => {
  const after = keysetOf(query.cursor)
  if (isRefusal(after)) return after
  const { calendar, today, firstMonth, publishDay } = await situationOf(tx, estateId)
  const before = after && monthOf(localDateOf(calendar, after.at))
  const months = { from: firstMonth, to: monthOf(today), before, state: query.state }
  const page = pageOfRows(await listMonthRows(tx, estateId, months, query.limit), query.limit, (r) => ({
    at: instantAt(calendar, firstDayOf(r.at_month), '00:00'),
    id: NO_ESTATE,
  }))
  return { rows: page.rows.map((r) => presentLine(r.at_month, r, { today, publishDay })), next: page.next }
}
