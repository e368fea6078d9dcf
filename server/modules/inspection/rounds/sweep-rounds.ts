import { isSecret } from '#contract/inspection-plans.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { untilText } from '#platform/documents/local-text.ts'
import type { House } from '#platform/house.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { ALL_OUT_OF_USE, OUT_OF_USE } from './left-out.rules.ts'
import { type People, peopleOf } from './people-of-round.ts'
import { type DueRound, estatesDue, type Step, setEscalation, takeStep } from './sweep.store.ts'
import { tellOfRound } from './tell-of-round.ts'

const BATCH = 500
const TEMPLATE = { warn: 'inspection.warn', miss: 'inspection.missed', escalate: 'inspection.escalated' } as const

/** Who hears of a step: before it is due who goes, then their lead and the heads of the centre too, a working day later the quality department. */
const toldOf = (step: Step, round: DueRound, people: People): Uuid[] => {
  if (step === 'warn') return people.goers(round)
  if (step === 'miss') return [...new Set([...people.goers(round), ...people.leads(round)])]
  return people.quality
}

const stepIn = async (tx: Tx, estateId: Uuid, step: Step): Promise<number> => {
  const due = await takeStep(tx, estateId, step, {
    batch: BATCH,
    outOfUse: { place: OUT_OF_USE, round: ALL_OUT_OF_USE },
  })
  if (due.length === 0) return 0
  const calendar = await calendarOf(tx, estateId)
  if (step === 'miss') {
    const n = (await settingsOf(tx, estateId)).get('inspection.escalateWorkingDays')
    // due at midnight was due on the day that ended then
    const after = (at: Instant) => dueAt(calendar, plusMilliseconds(at, -1), { kind: 'workingDays', n }).due
    await setEscalation(
      tx,
      estateId,
      due.map((r) => ({ id: r.id, at: after(r.due_at) })),
    )
  }
  const people = await peopleOf(tx, estateId, due)
  for (const round of due) {
    const params = { due: untilText(round.due_at, calendar.timeZone), count: round.open }
    await tellOfRound(tx, estateId, toldOf(step, round, people), round, { template: TEMPLATE[step], params })
  }
  if (due.some((r) => !isSecret(r.kind)) || step !== 'warn') tx.tell({ estateId, topic: 'inspection' })
  return due.length
}

/**
 * FD-770, FD-810: warns before a round is due, writes down that it was missed when it is, and tells the quality
 * department one working day later what is still not done. Each is written once, in the transaction that tells of it; two
 * processes share the work. What is already due is not warned of any more.
 */
export const sweepRounds = async (house: House, now?: Instant): Promise<Record<Step, number>> => {
  const at = now === undefined ? {} : { now }
  const taken = { warn: 0, miss: 0, escalate: 0 }
  const estates = await inTransaction(house.database, { scope: 'all', readOnly: true, ...at }, estatesDue)
  if (isRefusal(estates)) return taken
  for (const estateId of estates)
    for (const step of ['miss', 'escalate', 'warn'] as const)
      for (;;) {
        const done = await inTransaction(house.database, { scope: [estateId], ...at }, (tx) =>
          stepIn(tx, estateId, step),
        )
        if (isRefusal(done) || done === 0) break
        taken[step] += done
        if (done < BATCH) break
      }
  return taken
}
