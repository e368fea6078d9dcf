import { MATTER_TYPES } from '#contract/channels.ts'
import type { Dashboard, Figure, FigureList } from '#contract/dashboard.ts'
import { LINES } from '#contract/permissions.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { endOfDate, instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { ageBuckets, type Bucket, FIRST_REPLY_CLOCKS, shareOf } from './dashboard.rules.ts'
import {
  type ClockCount,
  closedSql,
  keptSql,
  lateSql,
  missedSql,
  type OpenRow,
  openSql,
  type ReceivedRow,
  receivedSql,
  rowsOf,
  type SatisfactionRow,
  satisfactionSql,
} from './dashboard.store.ts'
import { missedRounds } from './rounds-port.ts'

type MattersFilter = Extract<FigureList, { list: 'matters' }>['filter']
const figure = (count: number, filter: MattersFilter): Figure => ({ count, opens: { list: 'matters', filter } })
const sum = <R>(rows: readonly R[], of: (row: R) => number): number => rows.reduce((all, row) => all + of(row), 0)
const WEEK = 7

/**
 * The figures of the centre on a day; what is open, due or late is that of this moment. Only what the caller may see is
 * counted, so that each figure is as long as the list it opens.
 */
export const readDashboard = async (
  tx: Tx,
  actor: Actor,
  estateId: Uuid,
  asked: LocalDate | undefined,
): Promise<Dashboard> => {
  const calendar = await calendarOf(tx, estateId)
  const settings = await settingsOf(tx, estateId)
  const today = localDateOf(calendar, tx.now)
  const date = asked ?? today
  const day = { from: instantAt(calendar, date, '00:00'), before: endOfDate(calendar, date) }
  const weekStart = addDays(date, 1 - WEEK)
  const soonBefore = plusMilliseconds(tx.now, settings.get('desk.dueSoonMinutes') * 60_000)
  const buckets = ageBuckets(calendar, today)

  const open = await rowsOf(tx, openSql(actor, estateId, buckets, soonBefore))
  const missed = await rowsOf(tx, missedSql(actor, estateId, day))
  const [kept] = await rowsOf(tx, keptSql(actor, estateId, day, FIRST_REPLY_CLOCKS))
  const [closed] = await rowsOf(tx, closedSql(actor, estateId, day))
  const satisfaction = await rowsOf(tx, satisfactionSql(actor, estateId, day, instantAt(calendar, weekStart, '00:00')))
  const missedReplies = sum(
    missed.filter((m) => FIRST_REPLY_CLOCKS.includes(m.name)),
    (m) => m.count,
  )
  const keptReplies = kept?.count ?? 0
  return {
    date,
    asOf: tx.now,
    received: received(await rowsOf(tx, receivedSql(actor, estateId, day, calendar.timeZone)), date),
    open: openFigures(open, buckets),
    dueSoon: {
      ...figure(
        sum(open, (r) => r.soon),
        { open: 'true', overdue: 'false', dueBefore: soonBefore },
      ),
      before: soonBefore,
    },
    overdue: figure(
      sum(open, (r) => r.overdue),
      { open: 'true', overdue: 'true' },
    ),
    late: clockFigures(await rowsOf(tx, lateSql(actor, estateId, tx.now)), {}),
    missed: clockFigures(missed, { date }),
    missedRounds: roundFigure(await missedRounds(tx, actor, estateId, date), date),
    satisfaction: {
      day: satisfied(satisfaction, 'day', date, date),
      week: satisfied(satisfaction, 'week', weekStart, date),
    },
    closed: figure(closed?.count ?? 0, { open: 'false', closedFrom: date, closedTo: date, sort: 'closed' }),
    firstReply: {
      kept: keptReplies,
      missed: { count: missedReplies, opens: { list: 'missed', filter: { date, firstReply: 'true' } } },
      share: shareOf(keptReplies, keptReplies + missedReplies),
    },
  }
}

const received = (rows: readonly ReceivedRow[], date: LocalDate): Dashboard['received'] => {
  const onDay = { receivedFrom: date, receivedTo: date, sort: 'received' } as const
  return {
    total: figure(
      sum(rows, (r) => r.count),
      onDay,
    ),
    byType: MATTER_TYPES.map((contactType) => ({
      contactType,
      ...figure(
        sum(
          rows.filter((r) => r.contact_type === contactType),
          (r) => r.count,
        ),
        { ...onDay, contactType },
      ),
    })),
    byHour: rows.map((r) => ({
      hour: r.hour,
      contactType: r.contact_type as (typeof MATTER_TYPES)[number],
      count: r.count,
    })),
  }
}

const openFigures = (rows: readonly OpenRow[], buckets: readonly Bucket[]): Dashboard['open'] => {
  const byAge = (some: readonly OpenRow[], filter: MattersFilter) =>
    buckets.map(({ bucket, from, to }) => ({
      bucket,
      ...figure(
        sum(
          some.filter((r) => r.bucket === bucket),
          (r) => r.count,
        ),
        {
          ...filter,
          ...(from === undefined ? {} : { receivedFrom: from }),
          ...(to === undefined ? {} : { receivedTo: to }),
        },
      ),
    }))
  const open = { open: 'true' } as const
  // the list of matters cannot ask for those without a line, so their figures open nothing
  const closedList = <F extends Figure>(f: F): F => ({ ...f, opens: null })
  const without = rows.filter((r) => r.line === null)
  return {
    total: figure(
      sum(rows, (r) => r.count),
      open,
    ),
    byAge: byAge(rows, open),
    byLine: [
      ...LINES.map((line) => {
        const own = rows.filter((r) => r.line === line)
        return {
          line,
          ...figure(
            sum(own, (r) => r.count),
            { ...open, line },
          ),
          byAge: byAge(own, { ...open, line }),
        }
      }),
      { line: null, count: sum(without, (r) => r.count), opens: null, byAge: byAge(without, open).map(closedList) },
    ],
  }
}

const clockFigures = (rows: readonly ClockCount[], filter: { date?: LocalDate }): Dashboard['late'] =>
  rows.map(({ name, count }) => ({ clock: name, count, opens: { list: 'missed', filter: { ...filter, clock: name } } }))

const roundFigure = (count: number | null, date: LocalDate): Figure | null =>
  count === null ? null : { count, opens: { list: 'rounds', filter: { from: date, to: date, missed: 'true' } } }

const satisfied = (
  rows: readonly SatisfactionRow[],
  span: 'day' | 'week',
  from: LocalDate,
  to: LocalDate,
): Dashboard['satisfaction']['day'] => {
  const of = (satisfaction: 'satisfied' | 'neutral' | 'notSatisfied'): Figure => ({
    count: sum(
      rows.filter((r) => r.satisfaction === satisfaction),
      (r) => r[span],
    ),
    opens: { list: 'callbackResults', filter: { satisfaction, from, to } },
  })
  const figures = { satisfied: of('satisfied'), neutral: of('neutral'), notSatisfied: of('notSatisfied') }
  const content = figures.satisfied.count + figures.neutral.count
  return { ...figures, share: shareOf(content, content + figures.notSatisfied.count) }
}
