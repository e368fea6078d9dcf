import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProposedPlace } from '#contract/places.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { papersPrinted } from '#test/papers-printed.ts'

let t: TestHouse
let url: string
const lift = { code: '3-1-L', touchpoint: 'T12', name: '3栋1单元电梯', traits: ['stone-floor'] }

beforeAll(async () => {
  t = await openTestHouse()
  url = `/api/v1/estates/${t.a.id}/places`
})
afterAll(() => t?.close())

test('a place is made, changed, switched off; codes are unique and an old view is refused', async () => {
  const head = t.as(t.a.staff.csLead)
  const made = await head.post(url, lift)
  expect([made.status, made.body.items, made.body.active]).toEqual([201, 24, true])
  expect((await head.post(url, lift)).body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.code' })
  expect((await head.post(url, { ...lift, code: '3/1' })).body.error).toMatchObject({ code: 'E_INPUT' })
  const elsewhere = await head.post(url, { ...lift, code: 'x', buildingId: newId() })
  expect(elsewhere.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.buildingId' })
  const change = { ...lift, name: '3栋1单元客梯', active: false, version: 1 }
  expect((await head.put(`${url}/${made.body.id}`, change)).body).toMatchObject({ name: '3栋1单元客梯', version: 2 })
  expect((await head.put(`${url}/${made.body.id}`, change)).body.error.code).toBe('E_VERSION_STALE')
  expect((await head.get(`${url}?active=true`)).body.rows).toEqual([])
  expect((await head.get(`${url}?q=客梯`)).body.rows).toHaveLength(1)
})

test('the usual places of the estate and of a building are proposed, chosen and made once, by however many', async () => {
  const head = t.as(t.a.staff.csLead)
  const buildingId = newId()
  await t.tx(async ({ db, now }) => {
    await db
      .insertInto('building')
      .values({ estate_id: t.a.id, id: buildingId, name: '5栋', code: '5', floors: 9 })
      .execute()
    const unit = { estate_id: t.a.id, building_id: buildingId, kind: 'flat', created_at: now, sort_key: '' }
    await db
      .insertInto('unit')
      .values(
        ['1', '2'].map((section) => ({
          ...unit,
          id: newId(),
          unit_no: `5-${section}-101`,
          display: `5栋${section}单元101`,
          section,
          room: '101',
          floor: 1,
        })),
      )
      .execute()
  })
  const asked = { touchpoints: ['T08', 'T11', 'T12', 'T13'], buildingIds: [buildingId], everyFloors: 3 }
  const propose = async (body: object = asked): Promise<ProposedPlace[]> =>
    (await head.post(`${url}/proposals`, body)).body.rows
  const asMade = (rows: readonly ProposedPlace[]) => ({
    places: rows.map(({ kind: _, there: __, ...place }) => place),
  })
  const ofBuilding = (await propose()).filter((place) => place.buildingId === buildingId)
  expect(ofBuilding.map(({ there }) => there)).toEqual(Array(12).fill(false))
  expect((await head.get(`${url}?buildingId=${buildingId}`)).body.rows).toEqual([])
  const both = await Promise.all([1, 2].map(() => head.post(`${url}/made`, asMade(ofBuilding))))
  expect(both.map(({ body }) => body.made).toSorted()).toEqual([0, 12])
  expect((await head.post(`${url}/made`, asMade(ofBuilding))).body).toEqual({ made: 0, there: 12 })
  expect((await propose()).filter((p) => p.buildingId === buildingId && !p.there)).toEqual([])
  const [door] = ofBuilding
  const twice = await head.post(`${url}/made`, { places: [door, door].flatMap((p) => (p ? asMade([p]).places : [])) })
  expect(twice.body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.places.1.code' })
  const strange = await head.post(`${url}/made`, { places: [{ ...asMade(ofBuilding).places[0], buildingId: newId() }] })
  expect(strange.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.places.0.buildingId' })
  // ticked off, renamed, counted otherwise: what there is of a touchpoint is proposed no more, whatever it is called
  const ofEstate = (await propose({ counts: { gate: 3, water: 0 } })).filter((p) => p.kind !== null)
  expect(ofEstate.filter((p) => p.kind === 'gate').map((p) => p.code)).toEqual(['人行门1', '人行门2', '人行门3'])
  expect(ofEstate.some((p) => p.kind === 'water')).toBe(false)
  const east = ofEstate.filter((p) => p.code === '人行门1').map((p) => ({ ...p, name: '东门' }))
  expect((await head.post(`${url}/made`, asMade(east))).body).toEqual({ made: 1, there: 0 })
  const gates = (await propose()).filter((p) => p.kind === 'gate')
  expect(gates.map(({ code, there }) => [code, there])).toEqual([
    ['人行门1', true],
    ['人行门2', false],
  ])
  expect((await t.as(t.a.staff.guard).post(`${url}/proposals`, asked)).status).toBe(403)
  const page = await head.get(`${url}?buildingId=${buildingId}&limit=5`)
  const rest = await head.get(`${url}?buildingId=${buildingId}&limit=200&cursor=${page.body.next}`)
  const ids = [...page.body.rows, ...rest.body.rows].map((p: { id: string }) => p.id)
  expect([ids.length, new Set(ids).size]).toEqual([12, 12])
})

test('labels are a printed sheet with codes that open the place, and a renewed one is another', async () => {
  const head = t.as(t.a.staff.csLead)
  const token = async (id: string) =>
    (
      await t.tx((tx) =>
        tx.db.selectFrom('place').select('label_token').where('estate_id', '=', t.a.id).where('id', '=', id).execute(),
      )
    )[0]?.label_token
  const [place] = (await head.get(`${url}?active=true&limit=1`)).body.rows
  const before = await token(place.id)
  expect((await head.post(`${url}/${place.id}/label`, { version: place.version })).status).toBe(200)
  expect(await token(place.id)).not.toBe(before)
  const pdf = await head.send({ method: 'GET', url: `${url}/labels.pdf?touchpoint=T12` })
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect((await head.get(`${url}/labels.pdf?q=nowhere`)).status).toBe(404)
  expect((await t.as(t.a.staff.technician).get(`${url}/labels.pdf`)).status).toBe(403)
  // FD-731: of what was refused there is nothing
  expect(await papersPrinted(t, 'placeLabels')).toMatchObject([
    { actor_id: t.a.staff.csLead, after: { query: { touchpoint: 'T12' } } },
  ])
})
