import type { CallbackAttempt, CallbackLine, CallJudgement } from '#contract/callbacks.ts'
import { judgeCall, nextAllowedTime, nextFreeTime } from '#contract/rules/call-hours.ts'
import type { Instant } from '#contract/values.ts'
import { presentLine } from '#modules/matters/index.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { callHoursOf } from '#platform/notify/call-hours.ts'
import { maskPhone } from '#platform/privacy/mask.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { calledPerson } from './call-hours.rules.ts'
import { isUnreachable, triesInVain } from './callback.rules.ts'
import type { AttemptRow, CallbackRow } from './callback.store.ts'

/** By which calendar and settings a call is judged now. */
export type Judging = { calendar: WorkCalendar; settings: Settings; now: Instant }

export const neededTries = (settings: Settings) => ({
  tries: settings.get('telephone.callbackTries'),
  days: settings.get('telephone.callbackDays'),
})

/** KN-205 for the person to be called, with the next better time when this one is not good. */
export const judge = ({ calendar, settings, now }: Judging, quietHours: unknown): CallJudgement => {
  const hours = callHoursOf(settings)
  const person = calledPerson(quietHours)
  const { grade, reasons } = judgeCall(calendar, hours, now, person)
  return {
    grade,
    reasons,
    allowedAt: grade === 'blocked' ? nextAllowedTime(calendar, hours, now, person) : now,
    freeAt: grade === 'free' ? now : nextFreeTime(calendar, hours, now, person),
  }
}

export const presentAttempt = (row: AttemptRow, round: number): CallbackAttempt => ({
  id: row.id,
  matterId: row.matter_id,
  at: row.at,
  by: { id: row.staff_id, name: row.staff_name ?? '' },
  how: row.how as CallbackAttempt['how'],
  outcome: row.outcome as CallbackAttempt['outcome'],
  words: row.words,
  satisfaction: row.satisfaction as CallbackAttempt['satisfaction'],
  nextAt: row.next_at,
  grade: row.grade as CallbackAttempt['grade'],
  override: row.override as CallbackAttempt['override'],
  overrideWords: row.override_words,
  current: row.round === round,
})

export const presentCallback = (row: CallbackRow, judging: Judging): CallbackLine => {
  const tries = row.tries.map((t) => ({ ...t, current: true }))
  const last = tries[0]
  return {
    matter: presentLine(row),
    clock: row.clock,
    dueAt: row.due_at,
    phone: maskPhone(row.contact_phone ?? row.customer_phone),
    noCallbackWish: row.flags.includes('noCallbackWish') || row.no_callback === true,
    call: judge(judging, row.quiet_hours),
    tries: tries.length,
    lastOutcome: (last?.outcome as CallbackLine['lastOutcome']) ?? null,
    lastAt: last?.at ?? null,
    nextAt: last?.next_at ?? null,
    unreachable: isUnreachable(triesInVain(tries, judging.calendar), neededTries(judging.settings)),
  }
}
