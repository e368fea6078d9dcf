import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '#platform/documents/words.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { placesIn } from '#test/places.ts'
import { newLabel } from './label.ts'
import { listPlaceRows } from './place.store.ts'
import { labelsOf, MOST_LABELS } from './print-labels.ts'

let t: TestHouse
let url: string
beforeAll(async () => {
  t = await openTestHouse()
  url = `/api/v1/estates/${t.a.id}`
  await placesIn(
    t,
    t.a.id,
    Array.from({ length: MOST_LABELS }, (_, i) => ({ code: `楼道${i + 1}`, touchpoint: 'T13' })),
  )
})
afterAll(() => t.close())

const head = () => t.as(t.a.staff.csLead)
const sheet = (query: string) => head().send({ method: 'GET', url: `${url}/places/labels.pdf?${query}` })

test('a sheet holds so many labels; one more is refused with the count and printed in parts, none is left out', async () => {
  expect((await sheet('touchpoint=T13')).status).toBe(200)
  await placesIn(t, t.a.id, [{ code: '楼道多一处', touchpoint: 'T13' }])
  const count = MOST_LABELS + 1
  const refused = await head().get(`${url}/places/labels.pdf?touchpoint=T13`)
  expect([refused.status, refused.body.error]).toEqual([
    422,
    expect.objectContaining({ code: 'E_TOO_MANY', field: 'query.part', details: { count, most: MOST_LABELS } }),
  ])
  expect((await head().get(`${url}/place-labels?touchpoint=T13`)).body).toEqual({ labels: count, most: MOST_LABELS })
  expect((await t.as(t.a.staff.technician).get(`${url}/place-labels`)).status).toBe(403)
  for (const part of [1, 2]) expect((await sheet(`touchpoint=T13&part=${part}`)).status).toBe(200)
  expect((await head().get(`${url}/places/labels.pdf?touchpoint=T13&part=3`)).status).toBe(404)
  // the parts follow one another in the order of the list
  const codes = await t.tx(async (tx) => {
    const part = async (skip: number) =>
      (await listPlaceRows(tx, t.a.id, { touchpoint: 'T13', active: 'true' }, { limit: MOST_LABELS, skip }))
        .slice(0, MOST_LABELS)
        .map((p) => p.code)
    return [...(await part(0)), ...(await part(MOST_LABELS))]
  })
  expect([codes.length, new Set(codes).size]).toEqual([count, count])
})

test('the QR code of a label says the address of its place', async () => {
  const token = newLabel()
  const place = { code: '3-1-L', name: '3栋1单元电梯', touchpoint: 'T12' as const, label_token: token }
  const given = { publicUrl: 'https://wuyou.example.com/', estateCode: 'CH', t: words('zh') }
  const [label] = labelsOf([place], given)
  const { data, info } = await sharp(Buffer.from(label?.qr ?? ''))
    .resize(480, 480, { kernel: 'nearest' })
    .extend({ top: 40, bottom: 40, left: 40, right: 40, background: '#fff' })
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const read = decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) })
  expect(read).toBe(`https://wuyou.example.com/field/p/CH/${token}`)
})
