import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { Plan } from '#contract/inspection-plans.ts'
import { listInspectionRounds } from '#contract/inspection-rounds.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { LocalDate, Uuid } from '#contract/values.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { answersTo } from '../look-steps.ts'
import { handsOf } from './desk-house.ts'
import type { StaffWeb } from './staff-web.ts'

/** As the product brings it. */
const STANDARD = '00000000-0000-7000-8000-000000000001'
/** What every lift is asked. */
const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)
const placeId = (code: string): Uuid => demoId(`test place ${code}`)

/** Places of the demo estate as they stand in the tables, and what phones and the clock leave behind. */
export const openInspectionHouse = ({ browser, server }: StaffWeb) => {
  const { house, estateId } = server
  const tx = async <T>(work: (tx: Tx) => Promise<T | Refusal>): Promise<T> => {
    const done = await inTransaction(house.database, { scope: [estateId] }, work)
    if (isRefusal(done)) throw new Error(done.code)
    return done
  }
  return {
    /** By code and touchpoint; their labels say their codes. */
    places: (given: readonly (readonly [code: string, touchpoint: string])[]) =>
      tx(({ db, now }) =>
        db
          .insertInto('place')
          .values(
            given.map(([code, touchpoint], sort) => ({
              estate_id: estateId,
              id: placeId(code),
              code,
              name: code,
              touchpoint,
              label_token: code,
              sort,
              created_at: now,
            })),
          )
          .execute(),
      ),
    /** A plan of this place, one of its rounds, and a technician's look in it. */
    things: async (code: string): Promise<{ plan: Uuid; round: Uuid; look: Uuid }> => {
      const estate = `/api/v1/estates/${estateId}`
      const lead = await handsOf((await browser.newContext()).request, server, 'kefuzhuguan')
      const plan = Plan.parse(
        await lead.send('post', `${estate}/inspection-plans`, {
          name: '电梯巡检',
          kind: 'self',
          recurrence: { kind: 'days', every: 1 },
          placeIds: [placeId(code)],
          fromDate: '2026-01-01',
          assigneeRole: 'technician',
        }),
      )
      const rounds = listInspectionRounds.response.parse(
        await lead.get(`${estate}/inspection-rounds?planId=${plan.id}`),
      ).rows
      const round = rounds.at(-1)?.id
      if (round === undefined) throw new Error('the plan has no rounds')
      const { send } = await handsOf((await browser.newContext()).request, server, 'jishu')
      const now = new Date().toISOString()
      const look = demoId(`test look of ${code}`)
      await send('post', `${estate}/inspections`, {
        id: look,
        roundId: round,
        placeId: placeId(code),
        beganAt: now,
        endedAt: now,
        sentAt: now,
        standardId: STANDARD,
        answers: answersTo(LIFT, { 'T12-F-02': { answer: 'na', note: 'under repair' } }),
      })
      return { plan: plan.id, round, look }
    },
    /** The time of this plan's rounds has run out; the day of one of them. */
    missed: async (name: string): Promise<LocalDate> => {
      const [round] = await tx(({ db, now }) =>
        db
          .updateTable('inspection_round')
          .set({ state: 'missed', missed_at: now })
          .where('estate_id', '=', estateId)
          .where('name', '=', name)
          .returning('on_date')
          .execute(),
      )
      if (!round) throw new Error(`no round is called ${name}`)
      return round.on_date
    },
    /** A technician's phone sends a look with a label of another estate; it is refused and kept. */
    foreignLabel: async (code: string): Promise<void> => {
      const now = new Date().toISOString()
      const { send } = await handsOf((await browser.newContext()).request, server, 'jishu')
      const look = {
        id: demoId(`test look ${code}`),
        placeId: placeId(code),
        beganAt: now,
        endedAt: now,
        sentAt: now,
        standardId: STANDARD,
        labelToken: 'of another estate',
        answers: [{ itemId: 'T12-F-01', answer: 'pass' }],
      }
      const taken = await send('post', `/api/v1/estates/${estateId}/inspections`, look).catch(() => 'refused')
      if (taken !== 'refused') throw new Error('a label of another estate was taken')
    },
  }
}
