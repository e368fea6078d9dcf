import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { inTransaction } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import { demoId } from '#server/seed/demo-id.ts'
import { complaintRow } from '../complaint-rows.ts'
import type { TestHouse } from '../house.ts'
import { handsOf } from './desk-house.ts'
import type { StaffWeb } from './staff-web.ts'

/** Complaints of the demo as they stand in the tables (their way there is tested elsewhere), and people who act through the routes. */
export const openComplaintHouse = async ({ browser, server }: StaffWeb) => {
  const { house, estateId } = server
  const tx: TestHouse['tx'] = async (work) => {
    const done = await inTransaction(house.database, { scope: [estateId] }, work)
    if (isRefusal(done)) throw new Error(done.code)
    return done
  }
  const rows = { tx, a: { id: estateId, staff: { frontDeskClerk: demoId('staff qiantai') } } }
  const { request } = await browser.newContext()
  const head = await handsOf(request, server, 'zhuren')
  const estate = `/api/v1/estates/${estateId}`
  return {
    estate,
    staffId: (username: string): Uuid => demoId(`staff ${username}`),
    /** The head of the centre, who may nearly everything. */
    head,
    /** The centre has been there since then, so that days and months before today owe something. */
    since: (createdAt: Instant) =>
      tx(({ db }) =>
        db.updateTable('estate').set({ created_at: createdAt }).where('estate_id', '=', estateId).execute(),
      ),
    setting: (key: string, value: unknown) => head.send('put', `${estate}/settings/${key}`, { value }),
    complaint: (given: Parameters<typeof complaintRow>[1]) => complaintRow(rows, given),
    /** One whose customer is to be called back within the hour. */
    callbackDue: async (given: Omit<Parameters<typeof complaintRow>[1], 'state'>) => {
      const made = await complaintRow(rows, { ...given, state: 'CALLBACK_DUE' })
      await tx(({ db, now }) =>
        db
          .insertInto('clock')
          .values({
            estate_id: estateId,
            id: newId(),
            matter_id: made.id,
            name: 'complaint.callback',
            state: 'running',
            started_at: now,
            due_at: plusMilliseconds(now, 3_600_000),
            rule: 'CP-118',
            span: '{}',
          })
          .execute(),
      )
      return made
    },
    /** A finding of obvious neglect has opened a penalty review. */
    neglect: async (title: string, finding: string): Promise<{ id: Uuid; number: string }> => {
      const made = await complaintRow(rows, { receivedAt: new Date().toISOString(), title })
      const review = { estate_id: estateId, id: newId(), matter_id: made.id, finding }
      await tx(({ db, now }) =>
        db
          .insertInto('penalty_review')
          .values({ ...review, opened_at: now })
          .execute(),
      )
      return made
    },
  }
}
