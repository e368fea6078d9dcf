import { afterAll, beforeAll, expect, test } from 'vitest'
import { finding } from '#contract/kinds/finding.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter } from '#modules/matters/index.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto, addPlace, proposed } from '#test/inspection-rows.ts'
import { proveMoves, type Sample } from '#test/moves-table.ts'
import { recordSamples } from '#test/record-samples.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const stands = (id: Uuid) =>
  t.tx(async (tx) => {
    const matter = await findMatter(tx, t.a.id, id)
    if (!matter) throw new Error(`no matter ${id}`)
    return { state: matter.state, version: matter.version }
  })
const samples = (): Record<string, Sample> => {
  const head = t.a.staff.centreHead
  const lead = t.a.staff.repairLead
  const photo = async (staffId: Uuid) => ({ photoIds: [await addPhoto(t, staffId)] })
  return {
    ...recordSamples(t, 'findings', stands),
    confirm: { by: head, input: () => ({ line: 'repair', handlerId: lead }) },
    reject: { by: head, input: () => ({ reason: '现场看是合格的' }) },
    reassign: { by: head, input: () => ({ line: 'repair', handlerId: t.a.staff.technician }) },
    regrade: { by: head, input: () => ({ severity: 'major', reason: '影响通行' }) },
    postpone: { by: head, input: () => ({ until: later(24 * 10), reason: '等配件' }) },
    rectify: { by: lead, input: async () => ({ measure: '更换灯管', ...(await photo(lead)) }) },
    passCheck: { by: head, input: async () => ({ note: '现场看过', ...(await photo(head)) }) },
    failCheck: { by: head, input: () => ({ reason: '仍不亮' }) },
    openOrder: { by: head, input: () => ({ executorId: t.a.staff.technician, from: later(1), to: later(3) }) },
    reopen: { by: head, input: () => ({ newFact: '又坏了' }) },
  }
}

proveMoves({
  shape: finding,
  rule: 'FD-766',
  table: () => ({
    house: t,
    stands,
    born: async () => {
      const place = await addPlace(t, 'T13')
      const [one] = await proposed(t, t.a.staff.areaSteward, place, ['minor'])
      if (!one) throw new Error('nothing was found')
      return one.matterId
    },
    samples: samples(),
  }),
})

test('FD-770 a finding cannot be registered by anybody: it comes from an inspection', async () => {
  const body = { contactType: 'finding', channel: 'inspection', customerSaid: '灯不亮', place: '3栋', line: 'repair' }
  const made = await t.as(t.a.staff.centreHead).post(url('matters'), body)
  expect(made.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.contactType' })
})
