import { isRefusal, type Refusal, refuse } from '#contract/refusal.ts'
import * as contract from '#contract/running.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '../audit/audit.ts'
import type { Actor } from '../auth/actor.ts'
import { holdsCompanyWide } from '../auth/company-wide.ts'
import type { Tx } from '../db/tx.ts'
import type { House } from '../house.ts'
import { type Served, serve } from '../http/serve.ts'
import { readSettings } from '../settings/settings.ts'
import {
  daysOfYear,
  deleteOwnDay,
  knownYears,
  lockCalendarYears,
  ownDay,
  replaceCountryYear,
  writeOwnDay,
} from './calendar.store.ts'
import { calendarChanged, everyCalendarChanged } from './calendar-changed.ts'
import { readCalendar } from './load-calendar.ts'
import { seedWorkCalendar } from './seed.ts'
import { faultOfDays, missingYears } from './year.rules.ts'

const showYear = async (tx: Tx, actor: Actor, estateId: Uuid, year: number) => {
  const calendar = await readCalendar(tx, estateId, await readSettings(tx, estateId))
  const known = await knownYears(tx)
  const days = await daysOfYear(tx, estateId, year)
  return {
    year,
    known: known.has(year),
    source: known.get(year) ?? null,
    knownThrough: calendar.knownThrough,
    countryEditable: await holdsCompanyWide(tx, actor, 'calendar.edit'),
    days: days.map((d) => ({
      date: d.date,
      kind: d.kind,
      name: d.name,
      level: d.own ? ('estate' as const) : ('country' as const),
      countryKind: d.country_kind,
    })),
    warnings: missingYears(new Set(known.keys()), tx.now, calendar.timeZone),
  }
}

const yearOf = (date: string) => Number(date.slice(0, 4))

/** One country year, entered or seeded, in the place of the old one, on the record. */
const putCountryYear = async (
  tx: Tx,
  actor: Actor,
  year: number,
  days: Parameters<typeof replaceCountryYear>[2],
  source: string,
) => {
  const before = await replaceCountryYear(tx, year, days, source)
  await audit(tx, actor, {
    estateId: null,
    action: 'calendar.countryYear',
    subjectKind: 'calendar',
    before: { year, days: before },
    after: { year, days, source },
  })
}

const changed = async (tx: Tx, actor: Actor, house: House, estateId: Uuid, date: string) => {
  const refused = await calendarChanged(tx, actor, house, estateId)
  if (refused) return refused
  tx.tell({ estateId, topic: 'settings' })
  return showYear(tx, actor, estateId, yearOf(date))
}

const onlyCompanyWide = async (tx: Tx, actor: Actor): Promise<Refusal | undefined> =>
  (await holdsCompanyWide(tx, actor, 'calendar.edit')) ? undefined : refuse('E_FORBIDDEN')

export const calendarRoutes: readonly Served[] = [
  serve(contract.getCalendarYear, ({ tx, actor, params }) => showYear(tx, actor, params.estateId, params.year)),
  serve(contract.setCalendarDay, async ({ tx, actor, params, body, house }) => {
    const { estateId, date } = params
    const before = await ownDay(tx, estateId, date)
    await writeOwnDay(tx, estateId, { date, ...body })
    await audit(tx, actor, {
      estateId,
      action: 'calendar.setDay',
      subjectKind: 'calendar',
      before: { date, ...before },
      after: { date, ...body },
    })
    return changed(tx, actor, house, estateId, date)
  }),
  serve(contract.removeCalendarDay, async ({ tx, actor, params, house }) => {
    const { estateId, date } = params
    const before = await ownDay(tx, estateId, date)
    if (!before) return refuse('E_NOT_FOUND', { field: 'params.date' })
    await deleteOwnDay(tx, estateId, date)
    await audit(tx, actor, {
      estateId,
      action: 'calendar.removeDay',
      subjectKind: 'calendar',
      before: { date, ...before },
    })
    return changed(tx, actor, house, estateId, date)
  }),
  serve(contract.setCountryYear, async ({ tx, actor, params, body, house }) => {
    const refused = await onlyCompanyWide(tx, actor)
    if (isRefusal(refused)) return refused
    const fault = faultOfDays(params.year, body.days)
    if (fault)
      return refuse(fault.fault === 'twice' ? 'E_DUPLICATE' : 'E_INPUT', {
        field: `body.days.${fault.index}.date`,
        details: { year: params.year },
      })
    await lockCalendarYears(tx)
    await putCountryYear(tx, actor, params.year, body.days, 'manual')
    everyCalendarChanged(tx, house)
    return { year: params.year, days: body.days.length }
  }),
  serve(contract.seedCountryCalendar, async ({ tx, actor, house }) => {
    const refused = await onlyCompanyWide(tx, actor)
    if (isRefusal(refused)) return refused
    await lockCalendarYears(tx)
    const thisYear = yearOf(tx.now)
    const { rows, known, missing } = seedWorkCalendar([thisYear - 1, thisYear, thisYear + 1])
    for (const year of known)
      await putCountryYear(
        tx,
        actor,
        year,
        rows.filter((r) => yearOf(r.date) === year),
        'chinese-days',
      )
    everyCalendarChanged(tx, house)
    // a year entered by hand stays known although the table has nothing for it
    const stands = await knownYears(tx)
    return {
      known,
      missing,
      warnings: missing
        .filter((y) => !stands.has(y))
        .map((year) => ({ code: 'W_CALENDAR_MISSING' as const, details: { year } })),
    }
  }),
]
