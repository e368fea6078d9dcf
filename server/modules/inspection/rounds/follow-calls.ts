import type { Uuid } from '#contract/values.ts'
import { tellStaff } from '#modules/staff/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import type { Tx } from '#platform/db/tx.ts'
import { localText } from '#platform/documents/local-text.ts'
import { bothWords } from '#platform/documents/words.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { holdOpenCalls, linesOfCall, type OpenCallRow, remindOfOpen } from '../plans/call.store.ts'
import { answerCall } from './answer-calls.ts'
import { peopleOf } from './people-of-round.ts'

/** Whoever called it and who leads the lines that go for it, with the heads of the centre. */
const tellOpen = async (tx: Tx, estateId: Uuid, call: OpenCallRow): Promise<void> => {
  const rounds = (await linesOfCall(tx, estateId, call.id)).map((line) => ({
    estate_id: estateId,
    kind: 'task',
    line,
    assignee_role: null,
    assignee_id: null,
    area_id: null,
  }))
  const people = await peopleOf(tx, estateId, rounds)
  const params = {
    condition: bothWords(`condition.${call.condition}`),
    since: localText(call.from_at, (await calendarOf(tx, estateId)).timeZone),
  }
  await tellStaff(tx, estateId, [call.called_by, ...rounds.flatMap((round) => people.leads(round))], {
    template: 'inspection.conditionOpen',
    params,
  })
}

/**
 * What was called and has not ended: plans that look again each day make the round of the day, and some hours after it began
 * it is said once a day that it is still open. The calls are held meanwhile, so that one that ends makes no more rounds and
 * nobody is reminded of it; what another process holds is left to it.
 */
export const followCalls = async (tx: Tx, estateId: Uuid): Promise<{ rounds: number; reminded: number }> => {
  const open = await holdOpenCalls(tx, estateId)
  const done = { rounds: 0, reminded: 0 }
  if (open.length === 0) return done
  for (const call of open) done.rounds += await answerCall(tx, estateId, call, 'day')
  const hours = (await settingsOf(tx, estateId)).get('inspection.openCallHours')
  const due = new Set(
    await remindOfOpen(
      tx,
      estateId,
      open.map((call) => call.id),
      hours,
    ),
  )
  for (const call of open)
    if (due.has(call.id)) {
      await tellOpen(tx, estateId, call)
      done.reminded += 1
    }
  return done
}
