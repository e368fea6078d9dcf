import { handover as shape } from '#contract/handover.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Uuid } from '#contract/values.ts'
import { audit } from '#platform/audit/audit.ts'
import { type Actor, may } from '#platform/auth/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { checkMachine, type Machine, type MoveRequest, type Moves, runMove } from '#platform/moves/machine.ts'
import { takeOver } from './accept-handover.ts'
import { companyDay } from './company-day.rules.ts'
import { confirmationRefusal, differencesIn, onlyGiverOrLead, onlyTaker } from './handover.rules.ts'
import { type Handover, type HandoverPatch, lockHandover, saveHandover, writeEntries } from './handover.store.ts'
import { nameOf } from './people.store.ts'
import { takerRefusal } from './taker.ts'

/** `isLead`: supervises handovers (roles.md: front-desk lead; with the right to edit rosters). */
type Context = { isLead: boolean }
type NoExtra = Record<never, never>

const moves: Moves<typeof shape, Handover, Context, HandoverPatch, NoExtra> = {
  amend: {
    guards: [({ subject, actor, context }) => onlyGiverOrLead(subject, actor.id, context.isLead)],
    set: ({ input }) => ({ to_staff_id: input.toStaffId }),
    also: async (tx, { after, input }) => {
      const refused =
        input.toStaffId === null
          ? undefined
          : await takerRefusal(tx, after.estate_id, after.from_staff_id, input.toStaffId, companyDay(tx.now))
      if (!refused) await writeEntries(tx, after.estate_id, after.id, input.groups)
      return refused
    },
  },
  accept: {
    guards: [
      ({ subject, actor }) => onlyTaker(subject, actor.id),
      ({ input }) => confirmationRefusal(input.confirmations),
    ],
    set: ({ actor, now, input }) => ({
      accepted_at: now,
      accepted_by: actor.id,
      differences: differencesIn(input.confirmations).length,
    }),
    also: (tx, { after, actor, input }) => takeOver(tx, actor, after, input.confirmations),
  },
  withdraw: {
    guards: [({ subject, actor, context }) => onlyGiverOrLead(subject, actor.id, context.isLead)],
    set: ({ actor, now, input }) => ({ withdrawn_at: now, withdrawn_by: actor.id, withdraw_reason: input.reason }),
  },
}
checkMachine(shape, moves)

const machine: Machine<Handover, Context, HandoverPatch, NoExtra> = {
  kind: shape,
  moves: moves as Machine<Handover, Context, HandoverPatch, NoExtra>['moves'],
  lock: lockHandover,
  context: async (_tx, actor, subject) => ({ isLead: may(actor, 'duty.edit', subject.estate_id) }),
  lastMove: async (tx, subject) => ({ by: subject.accepted_by ? await nameOf(tx, subject.accepted_by) : undefined }),
  commit: async (tx, { subject, to, patch, verb, actor, input }) => {
    const after = await saveHandover(tx, subject, { ...patch, state: to })
    await audit(tx, actor, {
      estateId: subject.estate_id,
      action: `handover.${verb}`,
      subjectKind: 'handover',
      subjectId: subject.id,
      before: { state: subject.state },
      after: { number: subject.number, state: to, input },
    })
    tx.tell({ estateId: subject.estate_id, topic: 'handover', ids: { handoverId: subject.id } })
    return after
  },
}

/** Moves a handover along one arrow of its drawing; of two who accept at once the second gets E_STATE_CHANGED. */
export const moveHandover = (
  tx: Tx,
  actor: Actor,
  request: Omit<MoveRequest, 'bySystem'>,
): Promise<Handover | Refusal> => runMove(machine, tx, actor, request)

/** Whether a verb makes sense for this person now. */
export const offersTo = (
  actor: Actor,
  handover: { estate_id: Uuid; state: string; from_staff_id: Uuid; to_staff_id: Uuid | null },
) => {
  if (handover.state !== 'OPEN' || !may(actor, 'handover.use', handover.estate_id)) return []
  const gives = onlyGiverOrLead(handover, actor.id, may(actor, 'duty.edit', handover.estate_id)) === undefined
  return [
    ...(onlyTaker(handover, actor.id) === undefined ? (['accept'] as const) : []),
    ...(gives ? (['amend', 'withdraw'] as const) : []),
  ]
}
