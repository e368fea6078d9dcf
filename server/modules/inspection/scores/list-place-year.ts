import { type Refusal, refuse } from '#contract/refusal.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { listPlaceMonths } from '#contract/scores.ts'
import type { Uuid } from '#contract/values.ts'
import { monthsUntil } from '#platform/calendar/months.rules.ts'
import { cutPage } from '#platform/db/cut-page.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { findPlace } from '../places/place.store.ts'
import { placeMonthsOf } from './place-months.rules.ts'
import { monthAsked } from './read-scores.ts'
import { rollUpOf } from './roll-up.rules.ts'
import { placeMonths, versionsUsed } from './score.store.ts'

/** Twelve to be shown, and the one before them. */
const MONTHS = 13

/** One place in each of twelve months: the last twelve, or those up to `month` where it lies before them. */
export const listPlaceYear = async (
  tx: Tx,
  { estateId, id }: { estateId: Uuid; id: Uuid },
  { month, ...page }: QueryOf<typeof listPlaceMonths>,
): Promise<AnswerOf<typeof listPlaceMonths> | Refusal> => {
  const place = await findPlace(tx, estateId, id)
  if (!place) return refuse('E_NOT_FOUND')
  const lately = monthsUntil((await monthAsked(tx, estateId, undefined)).month, MONTHS)
  const isOlder = month !== undefined && month < (lately[1]?.month ?? month)
  const months = isOlder ? monthsUntil(month, MONTHS) : lately
  const [before, last] = [months[0], months.at(-1)]
  if (!before || !last) throw new Error('a year has twelve months')
  const looks = await placeMonths(tx, estateId, { from: before.from, to: last.to, placeId: id })
  const versions = await versionsUsed(tx, estateId, { from: before.from, to: last.to, placeId: id })
  const rollUp = rollUpOf(await settingsOf(tx, estateId))
  return cutPage(
    placeMonthsOf(
      place,
      months.map((m) => m.month),
      looks,
      versions,
      rollUp,
    ),
    page,
  )
}
