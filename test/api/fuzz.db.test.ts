import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ALL_ROUTES } from '#server/build-app.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { broken, shapedLike } from './json-schema-arbitrary.ts'
import { requestFor } from './request-for.ts'

let t: TestHouse
let ids: string[]
let matterIds: string[]
beforeAll(async () => {
  t = await openTestHouse()
  matterIds = []
  const clerk = t.as(t.a.staff.frontDeskClerk)
  for (const body of [
    { contactType: 'service', channel: 'phone', customerSaid: '水管漏水' },
    { contactType: 'enquiry', channel: 'visit', customerSaid: '停车月卡怎么办' },
    { contactType: 'emergency', channel: 'phone', customerSaid: '电梯困人', line: 'repair' },
    {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid: '保洁不到位',
      place: '3栋大堂',
      complaint: { feeling: '不满', wish: '整改' },
    },
  ]) {
    const made = await clerk.post(`/api/v1/estates/${t.a.id}/matters`, body)
    matterIds.push(made.body.matter.id)
  }
  ids = [...matterIds, t.a.staff.csLead, t.a.staff.technician, t.a.id, t.b.id]
})
afterAll(() => t.close())

const RUNS = Number(process.env.FUZZ_RUNS ?? 12)
/** The same requests each time, so that a red run means a change of ours; `FUZZ_SEED=random` goes looking for new ones. */
const SEED = process.env.FUZZ_SEED === 'random' ? Date.now() : Number(process.env.FUZZ_SEED ?? 20_261_121)
const queryText = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? new URLSearchParams(
        Object.entries(value).map(([k, v]) => [
          k,
          typeof v === 'string' ? v.toWellFormed() : (JSON.stringify(v) ?? ''),
        ]),
      ).toString()
    : ''

// the head of a centre may do nearly everything, so that the fuzz reaches the depth of each route
const routes = ALL_ROUTES.map((s) => s.route).filter((r) => r.id !== 'watchEstate')

test.each(routes.map((r) => [r.id, r] as const))(
  '%s never answers with a fault, whatever it is sent',
  async (_id, route) => {
    const params = () => fc.constantFrom(...matterIds).map((id) => ({ estateId: t.a.id, id, fileId: id }))
    const body = route.body
      ? fc.oneof({ weight: 3, arbitrary: shapedLike(route.body, ids) }, { weight: 1, arbitrary: broken })
      : fc.constant(undefined)
    const query = route.query ? fc.oneof(shapedLike(route.query, ids), broken) : fc.constant(undefined)
    const who = fc.constantFrom(
      t.a.staff.centreHead,
      t.a.staff.systemAdmin,
      t.a.staff.repairLead,
      t.a.staff.frontDeskClerk,
      t.a.staff.archiveClerk,
    )
    await fc.assert(
      fc.asyncProperty(params(), body, query, who, async (given, sent, asked, staffId) => {
        const request = requestFor(route, given, sent)
        const url = `${String(request.url)}${asked === undefined ? '' : `?${queryText(asked)}`}`
        const answer = await t.as(staffId).send({ ...request, url })
        expect(answer.status, JSON.stringify({ url, sent }).slice(0, 2_000)).toBeLessThan(500)
        if (answer.status >= 400)
          expect(
            z.object({ error: z.object({ code: z.string().startsWith('E_') }) }).safeParse(answer.body).success,
          ).toBe(true)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  },
  60_000,
)
