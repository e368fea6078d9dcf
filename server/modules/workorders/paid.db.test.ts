import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
})
afterAll(() => t.close())

const tech = () => s.staff.technician
const items = (fen: number) => [{ name: '人工', qty: 1, unit: '次', unitFen: fen }]
const agreed = { acceptedWho: '周丽华', capacity: 'owner', acceptedHow: 'signature' }

/** An order whose executor stands in the flat. */
const atTheFlat = async (): Promise<{ id: string; order: string }> => {
  const { unitId, customerId } = await s.home()
  const id = await s.register({ unitId, customerId })
  const order = await s.agree(id)
  for (const verb of ['accept', 'arrive']) s.ok(await s.act(tech(), order, verb))
  return { id, order }
}

test('FD-713 the price is told and accepted before paid work begins, and the customer signs after it', async () => {
  const { order } = await atTheFlat()
  const look = { findings: '水龙头老化', work: '更换', paid: true, entry: s.entry }
  s.ok(await s.act(tech(), order, 'look', look))
  expect((await s.act(tech(), order, 'startWork')).body.error).toMatchObject({
    code: 'E_PRICE_NOT_ACCEPTED',
    details: { quote: 'missing' },
  })
  const quoted = s.ok(
    await s.act(tech(), order, 'quote', {
      items: [...items(5_000), { name: '水龙头', qty: 2, unit: '个', unitFen: 4_950 }],
    }),
  )
  expect(quoted.body.order).toMatchObject({ state: 'QUOTED', charge: 'paid', totalFen: 14_900 })
  expect((await s.act(tech(), order, 'acceptPrice', agreed)).body.error.code).toBe('E_SIGNATURE_MISSING')
  const signatureFile = await s.file(tech(), 'signature', 'image/png')
  s.ok(await s.act(tech(), order, 'acceptPrice', { ...agreed, signature: { ...s.signature, fileId: signatureFile } }))
  s.ok(await s.act(tech(), order, 'startWork'))
  const materials = [{ name: '水龙头', qty: 2, unit: '个', unitFen: 4_950 }]
  s.ok(
    await s.act(tech(), order, 'finish', {
      result: '已更换',
      materials,
      files: await s.photos(tech()),
      signature: s.signature,
    }),
  )
  const view = await s.orderOf(order)
  expect(view.quotes).toMatchObject([
    { totalFen: 14_900, acceptedWho: '周丽华', acceptedHow: 'signature', chargeTo: 'customer' },
  ])
  expect(view.signatures).toMatchObject([
    { about: 'price', signer: '周丽华', capacity: 'owner', medium: 'screen', fileId: signatureFile },
    { about: 'done', signer: '周丽华', fileId: null },
  ])
  expect(view.materials).toMatchObject([{ name: '水龙头', qty: 2, unitFen: 4_950, voidReason: null }])
})

test('FD-713 a customer who says no to the price is not worked for; another offer replaces the first and the first stays on record', async () => {
  const { order } = await atTheFlat()
  s.ok(await s.act(tech(), order, 'quote', { items: items(30_000) }))
  s.ok(await s.act(tech(), order, 'refusePrice', { reason: '太贵' }))
  expect((await s.act(tech(), order, 'startWork', { entry: s.entry })).body.error).toMatchObject({
    code: 'E_PRICE_NOT_ACCEPTED',
    details: { quote: 'refused' },
  })
  s.ok(await s.act(tech(), order, 'quote', { items: items(20_000) }))
  s.ok(await s.act(s.staff.frontDeskClerk, order, 'acceptPriceAtDesk', { ...agreed, acceptedHow: 'phone' }))
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
  const [second, first] = (await s.orderOf(order)).quotes
  expect([first.refusedReason, first.voidedAt !== null, second.voidedAt, second.acceptedHow]).toEqual([
    '太贵',
    true,
    null,
    'phone',
  ])
  expect((await s.orderOf(order)).totalFen).toBe(20_000)
})

test('FD-713 developer-warranty work is not charged: the offer is refused with the reason, and the work begins without one', async () => {
  const { order } = await atTheFlat()
  s.ok(await s.act(tech(), order, 'quote', { items: items(30_000) }))
  s.ok(await s.act(s.staff.repairLead, order, 'setCharge', { charge: 'warranty', reason: '防水仍在保修期' }))
  expect((await s.orderOf(order)).totalFen).toBeNull()
  const again = await s.act(tech(), order, 'quote', { items: items(30_000) })
  expect(again.body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.chargeTo',
    details: { reason: '防水仍在保修期' },
  })
  s.ok(await s.act(s.staff.repairLead, order, 'quote', { items: items(1_000), chargeTo: 'company' }))
  s.ok(
    await s.act(s.staff.frontDeskClerk, order, 'acceptPriceAtDesk', {
      ...agreed,
      capacity: 'colleague',
      acceptedHow: 'inPerson',
    }),
  )
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
})

test('OS-012 what we pay ourselves goes up to the limit by the owner, above it by the customer-service lead', async () => {
  const { order } = await atTheFlat()
  const ours = { ...agreed, capacity: 'colleague', acceptedHow: 'inPerson' }
  s.ok(await s.act(tech(), order, 'quote', { items: items(50_000), chargeTo: 'company' }))
  expect((await s.act(s.staff.csLead, order, 'approveSpending')).body.error.code).toBe('E_STATE_CHANGED')
  s.ok(await s.act(tech(), order, 'quote', { items: items(50_001), chargeTo: 'company' }))
  expect((await s.act(tech(), order, 'acceptPrice', ours)).body.error.code).toBe('E_NOT_HANDLER')
  expect((await s.act(s.staff.frontDeskClerk, order, 'acceptPriceAtDesk', ours)).body.error).toMatchObject({
    code: 'E_PRICE_NOT_ACCEPTED',
    details: { needs: 'csLead', limitFen: 50_000 },
  })
  expect((await s.act(s.staff.frontDeskClerk, order, 'approveSpending')).body.error.code).toBe('E_FORBIDDEN')
  s.ok(await s.act(s.staff.csLead, order, 'approveSpending', { note: '为客户满意' }))
  s.ok(await s.act(s.staff.frontDeskClerk, order, 'acceptPriceAtDesk', ours))
  expect((await s.orderOf(order)).quotes[0]).toMatchObject({ needsApproval: true, approvedBy: { id: s.staff.csLead } })
})

test('FD-011 material written down by mistake is voided with a reason and stays on record', async () => {
  const { order } = await atTheFlat()
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
  s.ok(await s.act(tech(), order, 'addMaterials', { materials: [{ name: '角阀', qty: 1, unit: '个' }] }))
  const materialId = (await s.orderOf(order)).materials[0].id
  s.ok(await s.act(tech(), order, 'voidMaterial', { materialId, reason: '未使用' }))
  expect((await s.orderOf(order)).materials).toMatchObject([{ name: '角阀', voidReason: '未使用' }])
  expect((await s.act(tech(), order, 'voidMaterial', { materialId, reason: '再次' })).body.error.code).toBe(
    'E_NOT_FOUND',
  )
})

test('FD-775 pictures put to an order are pictures, there, and brought by somebody of the order', async () => {
  const { order } = await atTheFlat()
  const attach = (fileId: string, purpose = 'before') =>
    s.act(tech(), order, 'attachFiles', { files: [{ fileId, purpose }] })
  expect((await attach(newId())).body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.files.0.fileId' })
  expect((await attach(await s.file(s.staff.guard))).body.error.code).toBe('E_NOT_FOUND')
  expect((await attach(await s.file(tech(), 'before', 'application/pdf'))).body.error).toMatchObject({
    code: 'E_FILE_TYPE',
    details: { mime: 'application/pdf' },
  })
  const theirs = await s.file(tech())
  s.ok(await attach(theirs))
  const elsewhere = (await atTheFlat()).order
  expect(
    (await s.act(tech(), elsewhere, 'attachFiles', { files: [{ fileId: theirs, purpose: 'after' }] })).body.error.code,
  ).toBe('E_NOT_FOUND')
  s.ok(await attach(await s.file(tech(), 'authority', 'application/pdf'), 'authority'))
  s.ok(await attach(await s.file(tech(), 'entry', 'video/mp4'), 'entry'))
  expect((await s.orderOf(order)).files.map((f: { purpose: string }) => f.purpose)).toEqual([
    'before',
    'authority',
    'entry',
  ])
})

test('FD-775 only the head approves an emergency entry without the resident, and it is recorded who did and who saw it', async () => {
  const { unitId } = await s.home()
  const made = s.ok(
    await s.clerk.post(s.url('matters'), {
      contactType: 'emergency',
      channel: 'phone',
      customerSaid: '楼上爆管',
      line: 'repair',
      unitId,
    }),
  )
  const order = await s.openOrder(made.body.matter.id)
  for (const verb of ['accept', 'arrive']) s.ok(await s.act(tech(), order, verb))
  const entry = (approvedById: string) => ({ entry: { ground: 'emergency', approvedById, witness: '社区民警' } })
  expect((await s.act(tech(), order, 'startWork', entry(s.staff.csLead))).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.entry.approvedById',
  })
  s.ok(await s.act(tech(), order, 'startWork', entry(s.staff.centreHead)))
  expect((await s.orderOf(order)).entries).toMatchObject([
    { ground: 'emergency', approvedBy: { id: s.staff.centreHead }, witness: '社区民警' },
  ])
  expect(
    (await s.act(tech(), order, 'finish', { result: '关阀', files: await s.photos(tech(), ['after']) })).body.error,
  ).toMatchObject({ details: { missing: ['entry'] } })
  s.ok(await s.act(tech(), order, 'finish', { result: '关阀', files: await s.photos(tech(), ['after', 'entry']) }))
})

test('FD-013 a signature carries who, as what, when and on what, and its time cannot lie ahead', async () => {
  const { order } = await atTheFlat()
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
  const sign = (over: object) => s.act(tech(), order, 'sign', { signature: { ...s.signature, ...over } })
  expect((await sign({ signedAt: s.at(1) })).body.error).toMatchObject({
    code: 'E_TIME_FUTURE',
    field: 'body.signature.signedAt',
  })
  expect((await sign({ signer: '' })).status).toBe(400)
  s.ok(await sign({ capacity: 'family', medium: 'paper' }))
  expect((await s.orderOf(order)).signatures).toMatchObject([
    { about: 'done', signer: '周丽华', capacity: 'family', medium: 'paper' },
  ])
  s.ok(await s.act(tech(), order, 'finish', { result: '已修', files: await s.photos(tech()) }))
})

test('FD-013 work without a signature says why, and the desk reads it', async () => {
  const { order } = await atTheFlat()
  s.ok(await s.act(tech(), order, 'startWork', { entry: s.entry }))
  const done = { result: '已修', files: await s.photos(tech()) }
  expect((await s.act(tech(), order, 'finish', done)).body.error.code).toBe('E_SIGNATURE_MISSING')
  s.ok(await s.act(tech(), order, 'finish', { ...done, unsigned: 'customerAbsent' }))
  expect((await s.orderOf(order)).unsigned).toBe('customerAbsent')
})
