import type { listQuizStanding, listReaders } from '#contract/must-know.ts'
import type { Role } from '#contract/permissions.ts'
import type { AnswerOf } from '#contract/route.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { localDateOf } from '#platform/calendar/working-days.rules.ts'
import type { Tx } from '#platform/db/tx.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { type StaffRow, staffInRoles } from '../people.store.ts'
import { validUntil } from './quiz.rules.ts'
import { currentSheet } from './read-sheet.ts'
import { type BestQuiz, bestQuizzes, readingsOf } from './reading.store.ts'
import { MUST_KNOW_ROLES, readingDue } from './standing.rules.ts'

const who = (s: StaffRow) => ({ staff: { id: s.id, name: s.name }, roles: s.roles as Role[] })

/** KN-003: who has confirmed the version in force, and who is late with it. */
export const readReaders = async (
  tx: Tx,
  estateId: Uuid,
  confirmed: 'true' | 'false' | undefined,
): Promise<AnswerOf<typeof listReaders>> => {
  const sheet = await currentSheet(tx, estateId)
  if (!sheet) return { number: null, dueAt: null, rows: [] }
  const dueAt = readingDue(
    await calendarOf(tx, estateId),
    sheet,
    (await settingsOf(tx, estateId)).get('desk.readConfirmWorkingDays'),
  )
  const readings = await readingsOf(tx, estateId, sheet.id)
  const rows = (await staffInRoles(tx, estateId, MUST_KNOW_ROLES)).map((s) => {
    const confirmedAt = readings.get(s.id) ?? null
    return { ...who(s), confirmedAt, late: dueAt !== null && (confirmedAt ?? tx.now) > dueAt }
  })
  return {
    number: sheet.number,
    dueAt,
    rows: rows.filter((r) => confirmed === undefined || (r.confirmedAt !== null) === (confirmed === 'true')),
  }
}

export type Standing = {
  passed: boolean
  percent: number | null
  passedAt: Instant | null
  validUntil: LocalDate | null
}

/** FD-024, KN-003: passed on this version, and no longer ago than a quiz holds. */
export const standingOf = async (tx: Tx, estateId: Uuid, best: BestQuiz | undefined): Promise<Standing> => {
  if (!best) return { passed: false, percent: null, passedAt: null, validUntil: null }
  if (best.passed_at === null) return { passed: false, percent: best.percent, passedAt: null, validUntil: null }
  const calendar = await calendarOf(tx, estateId)
  const until = validUntil(
    localDateOf(calendar, best.passed_at),
    (await settingsOf(tx, estateId)).get('desk.quizEveryMonths'),
  )
  return {
    passed: localDateOf(calendar, tx.now) <= until,
    percent: best.percent,
    passedAt: best.passed_at,
    validUntil: until,
  }
}

/** FD-024: staff and whether they have passed on the version in force; those who have not are the list that counts. */
export const readQuizStanding = async (
  tx: Tx,
  estateId: Uuid,
  passed: 'true' | 'false' | undefined,
): Promise<AnswerOf<typeof listQuizStanding>> => {
  const sheet = await currentSheet(tx, estateId)
  const best = sheet ? await bestQuizzes(tx, estateId, sheet.id) : new Map<Uuid, BestQuiz>()
  const rows = []
  for (const s of await staffInRoles(tx, estateId, MUST_KNOW_ROLES))
    rows.push({ ...who(s), ...(await standingOf(tx, estateId, best.get(s.id))) })
  return {
    number: sheet?.number ?? null,
    rows: rows.filter((r) => passed === undefined || r.passed === (passed === 'true')),
  }
}
