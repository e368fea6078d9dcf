import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'

let t: TestHouse
let head: Client
beforeAll(async () => {
  t = await openTestHouse()
  head = t.as(t.a.staff.centreHead)
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const patch = (client: Client, address: string, body: unknown) =>
  client.send({
    method: 'PATCH',
    url: address,
    headers: { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  })

test('a building and a unit are made from any habit of writing, once', async () => {
  const building = await head.post(url('buildings'), { code: '03栋', floors: 18 })
  expect(building.status).toBe(201)
  expect(building.body).toMatchObject({ code: '3', name: '3栋', sort: 3, units: 0, version: 1 })
  expect((await head.post(url('buildings'), { code: '3号楼' })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.code',
  })
  expect((await head.post(url('buildings'), { code: '没有楼名!!' })).body.error.code).toBe('E_INPUT')
  const unit = await head.post(url('units'), {
    unitNo: '3栋2单元1203',
    areaX100: 12375,
    unitType: '三室两厅',
    handoverDate: '2019-06-09',
  })
  expect(unit.status).toBe(201)
  expect(unit.body).toMatchObject({
    unitNo: '3-2-1203',
    display: '3栋2单元1203',
    kind: 'flat',
    floor: 12,
    areaX100: 12375,
    owners: [],
    steward: null,
    version: 1,
  })
  expect((await head.post(url('units'), { unitNo: '3-2-1203' })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.unitNo',
  })
  expect((await head.post(url('units'), { unitNo: '9-1-101' })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.unitNo',
    details: { building: '9' },
  })
})

test('units come in the order of their numbers, page by page', async () => {
  for (const room of ['903', '1002', '101']) await head.post(url('units'), { unitNo: `3-2-${room}` })
  const first = await head.get(url('units?limit=2'))
  const second = await head.get(url(`units?limit=2&cursor=${first.body.next}`))
  const shown = [...first.body.rows, ...second.body.rows].map((u: { unitNo: string }) => u.unitNo)
  expect(shown).toEqual(['3-2-101', '3-2-903', '3-2-1002', '3-2-1203'])
  expect((await head.get(url('units?q=1203'))).body.rows.map((u: { unitNo: string }) => u.unitNo)).toEqual(['3-2-1203'])
  expect((await head.get(url('units?cursor=rubbish'))).body.error.code).toBe('E_INPUT')
})

test('FD-012 a change of a unit keeps who changed it and what stood there, and a stale version changes nothing', async () => {
  const unit = (await head.get(url('units?q=3-2-1203'))).body.rows[0]
  const changed = await patch(head, url(`units/${unit.id}`), { version: 1, areaX100: 12400 })
  expect(changed.body).toMatchObject({ areaX100: 12400, version: 2 })
  const stale = await patch(head, url(`units/${unit.id}`), { version: 1, areaX100: 1 })
  expect(stale.status).toBe(409)
  expect(stale.body.error.code).toBe('E_VERSION_STALE')
  const history = await head.get(url(`units/${unit.id}/history`))
  expect(history.body.rows[0]).toMatchObject({
    action: 'unit.changed',
    actorName: 'centreHead员',
    changes: [{ field: 'area_cm2', before: 12375, after: 12400 }],
  })
  expect(history.body.rows.map((h: { action: string }) => h.action)).toEqual(['unit.changed', 'unit.created'])
})

test('FD-730 purchase money and mortgage are seen and changed by archive staff and leads only', async () => {
  const unit = (await head.get(url('units?q=3-2-1203'))).body.rows[0]
  const address = url(`units/${unit.id}`)
  const archive = t.as(t.a.staff.archiveClerk)
  const wealth = await patch(archive, address, {
    version: unit.version,
    purchaseFen: 350_000_000,
    mortgageKind: '商业贷款',
  })
  expect(wealth.body.wealth).toEqual({ purchaseFen: 350_000_000, mortgageKind: '商业贷款' })
  expect((await t.as(t.a.staff.housingAdmin).get(address)).body.wealth).toBeNull()
  expect((await t.as(t.a.staff.frontDeskClerk).get(address)).body.wealth).toBeNull()
  const refused = await patch(t.as(t.a.staff.housingAdmin), address, { version: unit.version + 1, purchaseFen: 1 })
  expect(refused.status).toBe(403)
  expect((await patch(archive, address, { version: unit.version + 1, usage: '住宅' })).status).toBe(403)
  const seen = await t.as(t.a.staff.frontDeskClerk).get(`${address}/history`)
  expect(JSON.stringify(seen.body)).not.toContain('350000000')
  expect(JSON.stringify((await archive.get(`${address}/history`)).body)).toContain('350000000')
})

test('FD-820 each unit has exactly one steward, through its building, also when a building moves to another area', async () => {
  const building = (await head.get(url('buildings'))).body.rows[0]
  expect((await head.get(url('buildings?withoutSteward=true'))).body.rows).toHaveLength(1)
  const east = await head.post(url('areas'), {
    name: '东片区',
    stewardId: t.a.staff.areaSteward,
    buildingIds: [building.id],
  })
  expect(east.body).toMatchObject({ name: '东片区', steward: { id: t.a.staff.areaSteward }, units: 4 })
  const west = await head.post(url('areas'), {
    name: '西片区',
    stewardId: t.a.staff.customerSteward,
    buildingIds: [building.id],
  })
  expect(west.body.units).toBe(4)
  const areas = (await head.get(url('areas'))).body.rows
  expect(areas.map((a: { name: string; units: number }) => [a.name, a.units]).sort()).toEqual([
    ['东片区', 0],
    ['西片区', 4],
  ])
  const unit = (await head.get(url('units?q=3-2-1203'))).body.rows[0]
  expect(unit.steward).toEqual({ id: t.a.staff.customerSteward, name: 'customerSteward员' })
  expect((await head.get(url(''))).status).toBe(404)
  expect((await head.get(`/api/v1/estates/${t.a.id}`)).body).toMatchObject({
    buildings: 1,
    units: 4,
    buildingsWithoutSteward: 0,
  })
  const gone = await patch(head, url(`areas/${west.body.id}`), { version: 1, stewardId: null })
  expect(gone.body.steward).toBeNull()
  expect((await head.get(`/api/v1/estates/${t.a.id}`)).body.buildingsWithoutSteward).toBe(1)
})

test('a steward must work in the estate, an area name stands once, a stale area is not overwritten', async () => {
  expect(
    (await head.post(url('areas'), { name: '南片区', stewardId: t.b.staff.areaSteward })).body.error,
  ).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.stewardId' })
  expect((await head.post(url('areas'), { name: '东片区' })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.name',
  })
  const area = (await head.get(url('areas'))).body.rows[0]
  expect((await patch(head, url(`areas/${area.id}`), { version: area.version + 7, name: 'x' })).body.error.code).toBe(
    'E_VERSION_STALE',
  )
})

test('an estate is created by who may edit estates in the whole company, is in the directory and visible at once', async () => {
  const body = { code: 'NEW-1', name: '新苑', centreName: '新苑服务中心' }
  expect((await head.post('/api/v1/estates', body)).status).toBe(403)
  const admin = await t.tx(async ({ db }) => {
    const id = t.a.staff.systemAdmin
    await db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', '=', id).execute()
    return t.as(id)
  })
  const made = await admin.post('/api/v1/estates', body)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ code: 'NEW-1', name: '新苑', timeZone: 'Asia/Shanghai', buildings: 0, version: 1 })
  expect((await admin.get('/api/v1/estates')).body.rows.map((e: { code: string }) => e.code)).toEqual([
    'NEW-1',
    'TA',
    'TB',
  ])
  expect((await admin.get(`/api/v1/estates?q=${encodeURIComponent("新'%_")}`)).body.rows).toEqual([])
  expect((await admin.get('/api/v1/session')).body.estates.map((e: { code: string }) => e.code)).toContain('NEW-1')
  expect((await admin.post('/api/v1/estates', body)).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.code',
  })
  expect(
    (await admin.post('/api/v1/estates', { ...body, code: 'NEW-2', timeZone: 'Mars/Olympus' })).body.error.field,
  ).toBe('body.timeZone')
  const changed = await patch(admin, `/api/v1/estates/${made.body.id}`, {
    version: 1,
    name: '新苑二期',
    address: '新苑路1号',
  })
  expect(changed.body).toMatchObject({ name: '新苑二期', address: '新苑路1号', version: 2 })
  expect((await admin.get('/api/v1/session')).body.estates.map((e: { name: string }) => e.name)).toContain('新苑二期')
  expect((await admin.get('/api/v1/centres')).body.rows.map((c: { name: string }) => c.name)).toContain('新苑服务中心')
})

test('a guard sees the house and not its people', async () => {
  const seen = await t.as(t.a.staff.guard).get(url('units'))
  expect(seen.status).toBe(200)
  expect(seen.body.rows[0].owners).toBeNull()
})
