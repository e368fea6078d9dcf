import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import type { SameComplaint, suggestComplaint } from '#contract/complaint-suggest.ts'
import type { AnswerOf, QueryOf } from '#contract/route.ts'
import type { Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, localDateOf, type WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { dayBeforeWindow, judgeHot, personKeyOf, type Voice } from '../hot/hot.rules.ts'
import { topicsGuessed } from '../wording/wording.store.ts'
import { suggestCategories, suggestTouchpoints } from './classify.rules.ts'
import { readText } from './read-text.ts'
import { becauseOf, isAlike, wordsNeeded, wordsToCompare } from './same.rules.ts'
import { type SameRow, sameComplaints, type VoiceRow, voicesSince } from './same.store.ts'

type Query = QueryOf<typeof suggestComplaint>
type Answer = AnswerOf<typeof suggestComplaint>

/** Only the surest guesses are looked for among the complaints that stand. */
const CODES_COMPARED = 3

const present = (row: SameRow): SameComplaint => ({
  id: row.id,
  number: row.number,
  title: row.title,
  state: row.state,
  open: row.open,
  receivedAt: row.received_at,
  closedAt: row.closed_at,
  unit: row.unit_id ? { id: row.unit_id, display: row.unit_display ?? '' } : null,
  place: row.place,
  category: row.code,
  persons: row.persons,
  times: row.times,
  flags: row.flags as SameComplaint['flags'],
  because: becauseOf(row),
})

const voiceOf = (calendar: WorkCalendar, row: VoiceRow): Voice => ({
  at: row.at,
  localDate: localDateOf(calendar, row.at),
  personKey: row.person_key,
  unitId: row.unit_id,
  persons: row.persons,
  anonymous: row.anonymous,
})

/** CP-012, CP-097, CP-098: guesses for whoever registers a complaint; a person decides on each of them. */
export const suggestFor = async (tx: Tx, actor: Actor, estateId: Uuid, query: Query): Promise<Answer> => {
  const { text = '', place, unitId, customerId } = query
  const reading = readText(text)
  const categories = suggestCategories(reading)
  const touchpoints = suggestTouchpoints(reading).flatMap(({ code, ...rest }) => {
    const known = TOUCHPOINTS.find((touchpoint) => touchpoint === code)
    return known ? [{ code: known, ...rest }] : []
  })
  const words = wordsToCompare(reading.words)
  if (!text && !place && !unitId && !customerId)
    return { categories, touchpoints, same: [], possiblyHot: false, distinctPersons: 1, topics: [] }
  const settings = await settingsOf(tx, estateId)
  const calendar = await calendarOf(tx, estateId)
  const months = settings.get('complaint.hotMonths')
  const today = localDateOf(calendar, tx.now)
  const since = endOfDate(calendar, dayBeforeWindow(today, months))
  const codes = categories.slice(0, CODES_COMPARED).map(({ code }) => code)
  const rows = await sameComplaints(tx, actor, estateId, {
    since,
    unitId,
    customerId,
    place,
    text: reading.text,
    codes,
    words,
    needed: wordsNeeded(words.length),
  })
  const alike = rows.filter(isAlike).map(({ id }) => id)
  const voices = alike.length > 0 ? await voicesSince(tx, estateId, alike, since) : []
  const caller: VoiceRow = {
    at: tx.now,
    person_key: personKeyOf({ customerId }),
    unit_id: unitId ?? null,
    persons: 1,
    anonymous: false,
  }
  const verdict = judgeHot(
    [...voices, caller].map((row) => voiceOf(calendar, row)),
    {
      persons: settings.get('complaint.hotPersons'),
      group: settings.get('complaint.hotGroup'),
      months,
      distinctBy: settings.get('complaint.distinctBy'),
    },
  )
  return {
    categories,
    touchpoints,
    same: rows.map(present),
    possiblyHot: verdict.hot || verdict.possibly,
    distinctPersons: verdict.persons,
    topics: await topicsGuessed(tx, estateId, { codes, touchpoints: touchpoints.map(({ code }) => code), unitId }),
  }
}
