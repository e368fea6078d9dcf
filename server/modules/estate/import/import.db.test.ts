import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '#platform/export/excel.ts'
import { type Client, openTestHouse, type TestHouse } from '#test/house.ts'
import { forgetImportFiles, workOnImports } from './jobs.ts'

let t: TestHouse
let clerk: Client
beforeAll(async () => {
  t = await openTestHouse()
  clerk = t.as(t.a.staff.housingAdmin)
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
type Row = Partial<
  Record<'room' | 'owner' | 'id' | 'phone' | 'area' | 'handover' | 'plate' | 'parking' | 'tenant' | 'lease', string>
>
const HEADINGS = {
  room: '房号',
  owner: '业主姓名',
  id: '身份证号',
  phone: '联系电话',
  area: '建筑面积',
  handover: '收楼日期',
  plate: '车牌号',
  parking: '车位号',
  tenant: '租户',
  lease: '租期',
} as const

const workbook = async (rows: readonly Row[]): Promise<Buffer> => {
  const out = new PassThrough()
  const keys = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]
  const sheet = {
    name: '台账',
    columns: keys.map((k) => ({ heading: HEADINGS[k] })),
    rows: rows.map((row) => keys.map((k) => row[k] ?? '')),
  }
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(out, [sheet])])
  return bytes
}

const upload = async (bytes: Buffer, who = clerk, name = '台账.xlsx', key: string = crypto.randomUUID()) => {
  const edge = 'x-x-x-x'
  const head = Buffer.from(
    `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
  )
  return who.send({
    method: 'POST',
    url: url('imports'),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'idempotency-key': key },
    payload: Buffer.concat([head, bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
}

const until = async (id: string, states: readonly string[]) => {
  for (let i = 0; i < 400; i += 1) {
    const { body } = await clerk.get(url(`imports/${id}`))
    if (states.includes(body.state)) return body
    await wait(25)
  }
  throw new Error('the import did not get there')
}
const ENDS = ['ready', 'failed']
const preview = async (rows: readonly Row[]) => until((await upload(await workbook(rows))).body.id, ENDS)
const confirm = (batch: { id: string; version: number }) =>
  clerk.post(url(`imports/${batch.id}/confirm`), { version: batch.version })
const apply = async (rows: readonly Row[]) => {
  const batch = await preview(rows)
  expect((await confirm(batch)).status).toBe(202)
  return until(batch.id, ['applied', 'failed', 'ready'])
}
const lines = async (id: string, query = '') =>
  (await clerk.get(url(`imports/${id}/lines?limit=200${query}`))).body.rows
const cardOf = async (room: string) => {
  const unit = (await clerk.get(url(`units?q=${room}`))).body.rows.find((u: { unitNo: string }) => u.unitNo === room)
  return (await clerk.get(url(`units/${unit.id}/card`))).body
}

const ID = '440301199001010012'
const BASE: Row[] = [
  {
    room: '3-2-1203',
    owner: '张三丰',
    id: ID,
    phone: '13800138000',
    area: '123.75',
    handover: '2019-06-09',
    plate: '粤B12345',
    parking: 'B1-001',
  },
  {
    room: '3-2-1204',
    owner: '李四、王五',
    phone: '13900139000',
    area: '98.5',
    handover: '2019-06-10',
    tenant: '赵六',
    lease: '2026.1.1-2026.12.31',
  },
  { room: '3-2-1205', owner: '张三丰', phone: '13800138000' },
  { room: '不知道', owner: '没有房号' },
  { room: '4-1-101', owner: '陈有误', id: '440301199001010019', phone: '1380013800' },
]

test('FD-012 an upload is read in the background, shows what it would do, and writes nothing yet', async () => {
  const answer = await upload(await workbook(BASE))
  expect(answer.status).toBe(202)
  expect(answer.body).toMatchObject({ state: 'uploaded', fileName: '台账.xlsx', uploadedBy: 'housingAdmin员' })
  const batch = await until(answer.body.id, ENDS)
  expect(batch).toMatchObject({ state: 'ready', failure: null, done: 5, total: 5 })
  expect(batch.summary).toMatchObject({ rows: 5, goodRows: 4, units: 4, customers: 5, errors: 1, changedOwners: 0 })
  expect(batch.summary.things).toMatchObject({
    unit: { created: 5, changed: 0, unchanged: 0 },
    customer: { created: 5, changed: 0, unchanged: 0 },
    residence: { created: 6, changed: 0, unchanged: 0 },
    vehicle: { created: 1 },
    parking: { created: 1 },
  })
  expect(batch.summary.sheets[0].columns.map((c: { field: string }) => c.field)).toContain('owner')
  expect((await clerk.get(url('units'))).body.rows).toEqual([])
  const all = await lines(batch.id)
  expect(all.map((l: { change: string }) => l.change)).toEqual(['created', 'created', 'created', 'problem', 'created'])
  expect(all[0].changes.map((c: { thing: string }) => c.thing)).toEqual([
    'unit',
    'unit',
    'customer',
    'residence',
    'vehicle',
    'parking',
  ])
  expect((await lines(batch.id, '&problems=true')).map((l: { row: number }) => l.row)).toEqual([5, 6])
})

test('FD-015 neither the file nor its preview lies readable in the database', async () => {
  const stored = await t.tx(async ({ db }) => {
    const batches = await db.selectFrom('import_batch').selectAll().execute()
    const rows = await db.selectFrom('import_line').selectAll().execute()
    return {
      text:
        JSON.stringify(rows) + JSON.stringify(batches.map(({ file_cipher: _, roster_cipher: __, ...rest }) => rest)),
      sealed: batches.map((b) => b.file_cipher),
    }
  })
  expect(stored.text).not.toMatch(/44030119900101001|13800138000|粤B12345/)
  expect(stored.sealed[0]?.includes('xl/workbook')).toBe(false)
})

test('a repeated upload with the same key gets the first answer and makes no second batch', async () => {
  const [bytes, key] = [await workbook(BASE), crypto.randomUUID()]
  const first = await upload(bytes, clerk, '台账.xlsx', key)
  const again = await upload(bytes, clerk, '台账.xlsx', key)
  expect(again.body.id).toBe(first.body.id)
  expect(again.headers['idempotent-replay']).toBe('true')
  await until(first.body.id, ENDS)
})

test('FD-730 the good rows are written, joined and findable; the problem rows are not', async () => {
  const applied = await apply(BASE)
  expect(applied).toMatchObject({ state: 'applied', confirmedBy: 'housingAdmin员' })
  const card = await cardOf('3-2-1203')
  expect(card.unit).toMatchObject({ areaX100: 12375, handoverDate: '2019-06-09', floor: 12 })
  expect(card.residents).toMatchObject([
    { customer: { name: '张三丰' }, residence: { role: 'owner', fromDate: '2019-06-09', primaryContact: true } },
  ])
  expect(card.parking[0].space.kind).toBe('parking')
  expect(card.vehicles[0]).toMatchObject({ plate: '粤B****5', customer: { name: '张三丰' } })
  const rented = await cardOf('3-2-1204')
  expect(
    rented.residents.map((r: { customer: { name: string }; residence: { role: string; untilDate: string | null } }) => [
      r.customer.name,
      r.residence.role,
      r.residence.untilDate,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['李四', 'owner', null],
      ['王五', 'owner', null],
      ['赵六', 'tenant', '2026-12-31'],
    ]),
  )
  const people = (await clerk.get(url('customers?q=zsf'))).body.rows
  expect(people).toHaveLength(1)
  expect(people[0].units.map((u: { display: string }) => u.display).sort()).toEqual(['3栋2单元1203', '3栋2单元1205'])
  expect((await clerk.get(url(`customers/${people[0].id}`))).body).toMatchObject({
    idNumber: '**************0012',
    gender: 'male',
    birthDate: '1990-01-01',
  })
  expect((await clerk.get(url('omnibox?q=12345'))).body.hits[0]).toMatchObject({ kind: 'vehicle' })
  expect((await clerk.get(url('customers?q=没有房号'))).body.rows).toEqual([])
  const history = (await clerk.get(url(`customers/${people[0].id}/history`))).body.rows
  expect(history.map((h: { action: string; purpose: string }) => [h.action, h.purpose])).toContainEqual([
    'customer.created',
    '台账.xlsx',
  ])
})

test('importing the same file again changes nothing', async () => {
  const counts = () =>
    t.tx(async ({ db }) => {
      const tables = [
        'unit',
        'customer',
        'customer_phone',
        'residence',
        'vehicle',
        'parking_use',
        'search_key',
        'building',
      ] as const
      return Promise.all(
        tables.map(
          async (name) =>
            (
              await db
                .selectFrom(name)
                .select((eb) => eb.fn.countAll<number>().as('n'))
                .executeTakeFirstOrThrow()
            ).n,
        ),
      )
    })
  const before = await counts()
  const applied = await apply(BASE)
  expect(
    Object.values(applied.summary.things as Record<string, { created: number; changed: number }>).map(
      (c) => c.created + c.changed,
    ),
  ).toEqual([0, 0, 0, 0, 0, 0, 0])
  expect((await lines(applied.id)).map((l: { change: string }) => l.change)).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
    'problem',
    'unchanged',
  ])
  expect(await counts()).toEqual(before)
})

test('FD-011 another owner in the roster is shown as changed owner, comes from the handover day on, and the former one ends and stays on file', async () => {
  const batch = await preview([{ room: '3-2-1205', owner: '新业主', phone: '13700137000', handover: '2026-03-01' }])
  expect(batch.summary).toMatchObject({ changedOwners: 1 })
  const [line] = await lines(batch.id)
  expect(line.change).toBe('changedOwner')
  expect(
    line.changes.map((c: { thing: string; change: string; name: string }) => [c.thing, c.change, c.name]),
  ).toContainEqual(['residence', 'ended', '张三丰'])
  await confirm(batch)
  await until(batch.id, ['applied'])
  const stays = await t.tx(({ db }) =>
    db
      .selectFrom('residence as r')
      .innerJoin('unit as u', (j) => j.onRef('u.id', '=', 'r.unit_id').onRef('u.estate_id', '=', 'r.estate_id'))
      .innerJoin('customer as c', (j) => j.onRef('c.id', '=', 'r.customer_id').onRef('c.estate_id', '=', 'r.estate_id'))
      .select(['c.name', 'r.from_date', 'r.until_date', 'r.primary_contact', 'r.id'])
      .where('u.unit_no', '=', '3-2-1205')
      .orderBy('r.from_date', (o) => o.asc().nullsFirst())
      .execute(),
  )
  expect(stays.map(({ id: _, ...s }) => s)).toEqual([
    { name: '张三丰', from_date: null, until_date: '2026-02-28', primary_contact: false },
    { name: '新业主', from_date: '2026-03-01', until_date: null, primary_contact: true },
  ])
  const log = await t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .selectAll()
      .where('subject_id', '=', stays[0]?.id ?? '')
      .where('action', '=', 'residence.ended')
      .execute(),
  )
  expect(log).toMatchObject([
    { before: { until_date: null }, after: { until_date: '2026-02-28' }, purpose: '台账.xlsx' },
  ])
})

test('FD-303 a ledger that names one of two joint owners, or nobody, ends nobody; one more owner joins', async () => {
  const one = await preview([
    { room: '3-2-1204', owner: '李四' },
    { room: '3-2-1203', area: '123.75' },
  ])
  expect(one.summary).toMatchObject({ changedOwners: 0 })
  expect(one.summary.things.residence).toMatchObject({ created: 0, changed: 0 })
  const joined = await preview([{ room: '3-2-1204', owner: '李四、王五、孙七' }])
  expect(joined.summary.changedOwners).toBe(0)
  expect(joined.summary.things.residence).toMatchObject({ created: 1, changed: 0, unchanged: 2 })
})

test('a changed value is shown with what stood there; a blank cell changes nothing; a second phone is added', async () => {
  const batch = await preview([{ room: '3-2-1203', owner: '张三丰', phone: '13600136000', area: '124' }])
  const [line] = await lines(batch.id)
  expect(line.change).toBe('changed')
  expect(line.changes).toEqual([
    {
      thing: 'unit',
      change: 'changed',
      name: '3栋2单元1203',
      fields: [{ field: 'area_cm2', before: 12375, after: 12400 }],
    },
    {
      thing: 'customer',
      change: 'changed',
      name: '张三丰',
      fields: [{ field: 'phone', before: null, after: '136****6000' }],
    },
  ])
  await confirm(batch)
  await until(batch.id, ['applied'])
  const card = await cardOf('3-2-1203')
  expect(card.unit).toMatchObject({ areaX100: 12400, handoverDate: '2019-06-09' })
  expect(card.residents[0].phones.map((p: { phone: string }) => p.phone)).toEqual(['138****8000', '136****6000'])
  expect((await clerk.get(url('callers?phone=13600136000'))).body.rows[0].customer.name).toBe('张三丰')
})

test('a plate that comes to another household leaves the first one', async () => {
  await apply([{ room: '3-2-1204', owner: '李四', plate: '粤B12345' }])
  expect((await cardOf('3-2-1203')).vehicles).toEqual([])
  expect((await cardOf('3-2-1204')).vehicles).toHaveLength(1)
  const all = await t.tx(({ db }) =>
    db
      .selectFrom('vehicle')
      .select(['until_date'])
      .where('estate_id', '=', t.a.id)
      .where('plate', '=', '粤B12345')
      .execute(),
  )
  expect(all.map((v) => v.until_date === null).sort()).toEqual([false, true])
})

test('another lease end is a dated amendment of the same stay', async () => {
  const applied = await apply([{ room: '3-2-1204', owner: '李四', tenant: '赵六', lease: '2026.1.1-2027.6.30' }])
  expect(applied.summary.things.residence).toMatchObject({ created: 0, changed: 1 })
  const tenant = (await cardOf('3-2-1204')).residents.find(
    (r: { customer: { name: string } }) => r.customer.name === '赵六',
  )
  expect(tenant.residence).toMatchObject({ fromDate: '2026-01-01', untilDate: '2027-06-30' })
})

test('what was confirmed is what happens: if the estate changed meanwhile, nothing is written and the new preview waits', async () => {
  const batch = await preview([{ room: '3-2-1209', owner: '后来者', phone: '13500135000' }])
  await apply([{ room: '3-2-1209', owner: '捷足者', phone: '13400134000' }])
  await confirm(batch)
  const again = await until(batch.id, ['ready', 'applied'])
  expect(again).toMatchObject({ state: 'ready', failure: { code: 'E_VERSION_STALE' } })
  expect(again.summary.changedOwners).toBe(1)
  expect((await confirm(again)).status).toBe(202)
  expect(await until(again.id, ['applied'])).toMatchObject({ failure: null })
})

test('two confirmed at the same moment: one is applied, the other refused clearly; a stale version is refused', async () => {
  const [one, two] = [
    await preview([{ room: '5-1-101', owner: '甲方' }]),
    await preview([{ room: '5-1-102', owner: '乙方' }]),
  ]
  expect((await clerk.post(url(`imports/${one.id}/confirm`), { version: one.version + 5 })).body.error.code).toBe(
    'E_VERSION_STALE',
  )
  const answers = await Promise.all([confirm(one), confirm(two)])
  const codes = answers.map((a) => a.status).sort()
  expect([
    [202, 202],
    [202, 409],
  ]).toContainEqual(codes)
  for (const batch of [one, two]) await until(batch.id, ['applied', 'ready'])
  expect((await confirm({ ...one, version: 99 })).status).toBe(409)
})

test('a file that is no roster fails with its reason, and another meaning of its columns may be given', async () => {
  const broken = await upload(Buffer.from('PK\u0003\u0004 this is no workbook'))
  expect(await until(broken.body.id, ENDS)).toMatchObject({ state: 'failed', failure: { code: 'E_IMPORT_UNREADABLE' } })
  const csv = await upload(Buffer.from('哪里,谁\n3-2-1301,周八\n'), clerk, '台账.csv')
  const failed = await until(csv.body.id, ENDS)
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'E_IMPORT_COLUMNS' } })
  const mapping = { 台账: { headingRow: 1, columns: { '1': 'room', '2': 'owner' } } }
  expect(
    (
      await clerk.post(url(`imports/${failed.id}/mapping`), {
        version: failed.version,
        mapping: { 台账: { columns: { '1': 'nonsense' } } },
      })
    ).body.error.code,
  ).toBe('E_INPUT')
  await clerk.post(url(`imports/${failed.id}/mapping`), { version: failed.version, mapping })
  const read = await until(failed.id, ENDS)
  expect(read).toMatchObject({ state: 'ready', summary: { rows: 1, units: 1, customers: 1 } })
  const cancelled = await clerk.post(url(`imports/${read.id}/cancel`), { version: read.version })
  expect(cancelled.body.state).toBe('cancelled')
  expect(
    await t.tx(({ db }) =>
      db
        .selectFrom('import_batch')
        .select(['file_cipher', 'roster_cipher'])
        .where('id', '=', read.id)
        .executeTakeFirst(),
    ),
  ).toEqual({ file_cipher: null, roster_cipher: null })
  expect((await confirm(cancelled.body)).body.error.code).toBe('E_STATE_CHANGED')
})

test('the problem rows come back as a workbook that says why, and reading them is logged', async () => {
  const batch = await preview(BASE)
  const answer = await clerk.get(url(`imports/${batch.id}/problems?lang=zh`))
  expect(answer.status).toBe(200)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.body)
  const cells = book.worksheets[0]?.getSheetValues().flat().map(String) ?? []
  expect(cells.some((c) => c.includes('没有房号'))).toBe(true)
  expect(cells.some((c) => c.includes('校验位'))).toBe(true)
  const log = await t.tx(({ db }) =>
    db.selectFrom('audit').select('actor_id').where('action', '=', 'import.problems_downloaded').execute(),
  )
  expect(log).toEqual([{ actor_id: t.a.staff.housingAdmin }])
  expect((await t.as(t.a.staff.frontDeskClerk).get(url(`imports/${batch.id}/problems`))).status).toBe(403)
})

test('what a crash left behind is taken up by the sweep, and old files are thrown away', async () => {
  const batch = await preview([{ room: '6-1-101', owner: '被打断' }])
  await t.tx(({ db }) =>
    db
      .updateTable('import_batch')
      .set({ state: 'applying', beat_at: '2026-01-01T00:00:00.000Z' })
      .where('id', '=', batch.id)
      .execute(),
  )
  await workOnImports.handle(t.house)
  expect(await until(batch.id, ['applied'])).toMatchObject({ state: 'applied' })
  await t.tx(({ db }) =>
    db.updateTable('import_batch').set({ ended_at: '2026-01-01T00:00:00.000Z' }).where('id', '=', batch.id).execute(),
  )
  await forgetImportFiles.handle(t.house)
  expect((await clerk.get(url(`imports/${batch.id}/problems`))).status).toBe(404)
})

test('hostile cells are kept as text or refused, never run and never a fault', async () => {
  const names = ['𠮷田', '㼆无忌', '<b>粗</b>', "'; drop table unit; --", '👨‍👩‍👧', '=1+1', 'x'.repeat(10_000)]
  const batch = await preview(names.map((owner, i) => ({ room: `7-1-${101 + i}`, owner })))
  expect(batch.state).toBe('ready')
  await confirm(batch)
  expect(await until(batch.id, ['applied', 'failed'])).toMatchObject({ state: 'applied' })
  const stored = (await clerk.get(url('customers?limit=200'))).body.rows.map((c: { name: string }) => c.name)
  for (const name of ['𠮷田', '㼆无忌']) expect(stored).toContain(name)
})

test('twenty thousand rows show progress and are read, compared and written within seconds', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i): Row => ({
      room: `${10 + Math.floor(i / 1000)}-${1 + (Math.floor(i / 500) % 2)}-${1 + Math.floor((i % 500) / 20)}${String(1 + (i % 20)).padStart(2, '0')}`,
      owner: `王${'伟芳娜秀英敏静丽强磊'.charAt(i % 10)}${'军洋勇艳杰娟涛明超霞'.charAt(Math.floor(i / 10) % 10)}`,
      phone: `139${String(10_000_000 + i)}`,
      area: '89.5',
      ...(i % 3 === 0 && { plate: `粤B${String(10_000 + i)}` }),
    }),
  )
  const bytes = await workbook(rows)
  const started = performance.now()
  const { body } = await upload(bytes)
  const seen = new Set<number>()
  const watch = setInterval(() => void clerk.get(url(`imports/${body.id}`)).then((a) => seen.add(a.body.done)), 200)
  const slow = async (states: readonly string[]) => {
    for (let i = 0; i < 1_200; i += 1) {
      const { body: now } = await clerk.get(url(`imports/${body.id}`))
      if (states.includes(now.state)) return now
      await wait(100)
    }
    throw new Error('it takes too long')
  }
  const ready = await slow(ENDS)
  const read = performance.now() - started
  await confirm(ready)
  const applied = await slow(['applied', 'failed', 'ready'])
  clearInterval(watch)
  const all = performance.now() - started
  console.info(
    `20,000 rows: read and compared in ${Math.round(read)} ms, written in ${Math.round(all - read)} ms, ${seen.size} steps of progress`,
  )
  expect(applied).toMatchObject({ state: 'applied', summary: { rows: 20_000, units: 20_000 } })
  expect(seen.size).toBeGreaterThan(3)
}, 180_000)
