import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { newId } from '#platform/ids.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { papersPrinted } from '#test/papers-printed.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
const gates = { south: newId(), east: newId(), lobby: newId() }
let unitId: Uuid
let photo: Uuid
let slips = 0

beforeAll(async () => {
  t = await openTestHouse()
  unitId = newId()
  photo = await fileOf(t.a.staff.guard)
  await t.tx(async ({ db, now }) => {
    const place = (id: Uuid, code: string, name: string, touchpoint: string) => ({
      estate_id: t.a.id,
      id,
      code,
      name,
      touchpoint,
      label_token: `TKN${code}`,
      sort: 1,
      created_at: now,
    })
    await db
      .insertInto('place')
      .values([
        place(gates.south, 'S', '南门', 'T02'),
        place(gates.east, 'E', '东门', 'T01'),
        place(gates.lobby, 'L', '大堂', 'T11'),
      ])
      .execute()
    const buildingId = newId()
    await db
      .insertInto('building')
      .values({ estate_id: t.a.id, id: buildingId, code: '3', name: '3栋', kind: 'residential', sort: 1 })
      .execute()
    await db
      .insertInto('unit')
      .values({
        estate_id: t.a.id,
        id: unitId,
        building_id: buildingId,
        unit_no: '3-2-1203',
        display: '3栋2单元1203',
        section: '2',
        room: '1203',
        kind: 'flat',
        created_at: now,
      })
      .execute()
  })
})
afterAll(() => t.close())

const fileOf = async (by: Uuid): Promise<Uuid> => {
  const id = newId()
  await t.tx(({ db, now }) =>
    db
      .insertInto('file')
      .values({
        estate_id: t.a.id,
        id,
        purpose: 'photo',
        name: 'p.jpg',
        mime: 'image/jpeg',
        size: 1,
        sha256: 'x',
        storage_key: `x/${id}`,
        uploaded_by: by,
        uploaded_at: now,
      })
      .execute(),
  )
  return id
}

const url = (path = '') => `/api/v1/estates/${t.a.id}/gate-checks${path}`
const guard = () => t.as(t.a.staff.guard)
const clerk = () => t.as(t.a.staff.frontDeskClerk)
const lead = () => t.as(t.a.staff.frontDeskLead)
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const fridge = { category: '冰箱', quantity: 1, unit: '台', remark: '双门' }
const checkOf = (over: object = {}) => {
  slips += 1
  return {
    id: newId(),
    at: ago(5),
    placeId: gates.south,
    result: 'match',
    slipNumber: `A-${String(slips).padStart(4, '0')}`,
    unitSaid: '3栋2单元1203',
    carrierName: '王小明',
    carrierPhone: '13800138000',
    plate: '粤b·12345',
    lines: [fridge],
    slipCollected: true,
    slipPhotoIds: [photo],
    gone: true,
    ...over,
  }
}
const send = (over: object = {}) => guard().post(url(), checkOf(over))
const read = async (id: Uuid) => (await clerk().get(url(`/${id}`))).body
const matterOf = async (id: Uuid) => (await clerk().get(`/api/v1/estates/${t.a.id}/matters/${id}`)).body

test('FD-506 goods that match their slip are let out: the slip is collected with a photo, and the desk reads all of it', async () => {
  const sent = checkOf({ slipNumber: ' ａ－１ ２３ ', labelToken: 'TKNS' })
  const taken = await guard().post(url(), sent)
  expect(taken).toMatchObject({ status: 201, body: { id: sent.id, secondOf: null, matterNumber: null } })
  expect(await read(sent.id)).toMatchObject({
    slipNumber: 'A-123',
    gate: { name: '南门' },
    scanned: true,
    unit: { id: unitId, display: '3栋2单元1203' },
    guard: { id: t.a.staff.guard },
    result: 'match',
    lines: [fridge],
    slipCollected: true,
    slipPhotos: [{ id: photo, mime: 'image/jpeg' }],
    matter: null,
  })
  // the same act again, under another key: its first answer and no second row
  expect((await guard().post(url(), sent)).body).toEqual(taken.body)
  const other = await t.hire(t.a.id, 'guard')
  expect((await t.as(other).post(url(), sent)).body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.id' })
})

test('FD-506 nothing leaves without the slip in hand and its photo; what a phone cannot photograph says why', async () => {
  const refused = async (over: object) => (await send(over)).body.error
  expect(await refused({ slipCollected: false })).toMatchObject({
    code: 'E_SLIP_NOT_COLLECTED',
    field: 'body.slipCollected',
  })
  expect(await refused({ slipPhotoIds: [] })).toMatchObject({ code: 'E_PHOTO_MISSING', field: 'body.slipPhotoIds' })
  expect((await send({ slipPhotoIds: [], photoMissing: '手机摄像头坏了' })).status).toBe(201)
  expect(await refused({ slipNumber: '　' })).toMatchObject({ code: 'E_SLIP_MISSING', field: 'body.slipNumber' })
  expect(await refused({ unitSaid: '' })).toMatchObject({ code: 'E_INPUT', field: 'body.unitSaid' })
  expect(await refused({ placeId: gates.lobby })).toMatchObject({ code: 'E_PLACE_UNKNOWN', field: 'body.placeId' })
  const foreign = await fileOf(t.a.staff.technician)
  expect(await refused({ slipPhotoIds: [foreign] })).toMatchObject({
    code: 'E_FILE_FOREIGN',
    field: 'body.slipPhotoIds',
  })
})

test('FD-504 goods are counted exactly: 一批, several, nothing and zero are refused beside their field', async () => {
  const refused = async (...lines: object[]) => {
    const { code, field } = (await send({ lines })).body.error
    return [code, field]
  }
  expect(await refused()).toEqual(['E_GOODS_LINE', 'body.lines'])
  expect(await refused({ ...fridge, quantity: 0 })).toEqual(['E_GOODS_LINE', 'body.lines.0.quantity'])
  expect(await refused({ ...fridge, quantity: -2 })).toEqual(['E_GOODS_LINE', 'body.lines.0.quantity'])
  expect(await refused({ ...fridge, category: ' ' })).toEqual(['E_GOODS_LINE', 'body.lines.0.category'])
  expect(await refused(fridge, { ...fridge, category: '家具一批' })).toEqual(['E_GOODS_VAGUE', 'body.lines.1.category'])
  expect(await refused({ ...fridge, category: 'several chairs' })).toEqual(['E_GOODS_VAGUE', 'body.lines.0.category'])
  expect(await refused({ ...fridge, unit: '批' })).toEqual(['E_GOODS_VAGUE', 'body.lines.0.unit'])
})

test('FD-506 goods that differ stay: what differs is said with a photo, and the desk has it in its queue at once and answers', async () => {
  const differs = { result: 'differs', slipCollected: false, slipPhotoIds: [] }
  expect((await send(differs)).body.error).toMatchObject({ code: 'E_REASON_MISSING', field: 'body.difference' })
  expect((await send({ ...differs, difference: '多一台洗衣机' })).body.error).toMatchObject({
    code: 'E_PHOTO_MISSING',
    field: 'body.goodsPhotoIds',
  })
  const picture = await fileOf(t.a.staff.guard)
  const taken = await send({ ...differs, difference: '多一台洗衣机', goodsPhotoIds: [picture] })
  expect(taken.status).toBe(201)
  const { matter } = await read(taken.body.id)
  expect(matter).toMatchObject({ number: taken.body.matterNumber, open: true, answer: null })
  const told = await matterOf(matter.id)
  expect(told).toMatchObject({
    kind: 'info',
    urgent: true,
    place: '南门',
    owner: { id: t.a.staff.guard },
    handler: null,
    unit: { id: unitId },
    files: [{ id: picture }],
  })
  expect(told.title).toContain('不符')
  expect(told.staffSaw).toContain('多一台洗衣机')
  expect(told.staffSaw).toContain('冰箱 1 台')
  expect(told.staffSaw).not.toMatch(/王小明|13800138000|12345/)
  const waiting = await t.tx(({ db }) =>
    db.selectFrom('clock').select('name').where('matter_id', '=', matter.id).where('state', '=', 'running').execute(),
  )
  expect(waiting.map(({ name }) => name)).toContain('desk.take')
  const answer = await clerk().post(`/api/v1/estates/${t.a.id}/infos/${matter.id}/answer-at-once`, {
    answer: '业主已来换新条，可放行',
    version: told.version,
  })
  expect(answer.status).toBe(200)
  expect((await read(taken.body.id)).matter).toMatchObject({ open: false, answer: '业主已来换新条，可放行' })
  const pack = await guard().get(`/api/v1/estates/${t.a.id}/field/gate-pack`)
  const mine = pack.body.checks.find(({ id }: { id: Uuid }) => id === taken.body.id)
  expect(mine).toMatchObject({ result: 'differs', matter: { answer: '业主已来换新条，可放行' } })
})

test('FD-506 goods without a slip stay and the desk is told, also where nobody knows the unit or has counted', async () => {
  const taken = await send({ result: 'noSlip', slipNumber: '', unitSaid: '', lines: [], slipCollected: false })
  expect(taken.status).toBe(201)
  expect(await read(taken.body.id)).toMatchObject({ result: 'noSlip', slipNumber: null, matter: { open: true } })
})

test('FD-507 one slip, one passage: a used slip is E_SLIP_USED with when, at which gate and by whom', async () => {
  const first = checkOf()
  await guard().post(url(), first)
  const slip = encodeURIComponent(first.slipNumber.toLowerCase())
  const used = { code: 'E_SLIP_USED', details: { at: first.at, gate: '南门', guard: 'guard员' } }
  const ask = (number: string) => guard().get(`/api/v1/estates/${t.a.id}/gate-slips?number=${number}`)
  expect(await ask(slip)).toMatchObject({ status: 409, body: { error: used } })
  expect(await ask('NEVER-SEEN')).toMatchObject({ status: 200, body: { number: 'NEVER-SEEN' } })
  const again = { slipNumber: first.slipNumber, placeId: gates.east, gone: false }
  expect((await send(again)).body.error).toMatchObject({ ...used, field: 'body.slipNumber' })
  // stopped at the gate: the goods stay and the desk hears of it
  const stopped = await send({ ...again, result: 'slipUsed', lines: [] })
  expect(stopped).toMatchObject({ status: 201, body: { secondOf: null } })
  expect(stopped.body.matterNumber).not.toBeNull()
  // another estate has slips of its own
  const elsewhere = await t.as(t.b.staff.guard).get(`/api/v1/estates/${t.b.id}/gate-slips?number=${slip}`)
  expect(elsewhere.status).toBe(200)
})

test('FD-507 a passage that was done without signal on a used slip is kept, marked as a second one, and told once', async () => {
  const first = checkOf({ at: ago(50) })
  await guard().post(url(), first)
  const late = checkOf({ slipNumber: first.slipNumber, placeId: gates.east, at: ago(20), clockOffMs: 1500 })
  const taken = await guard().post(url(), late)
  expect(taken).toMatchObject({ status: 201, body: { secondOf: { id: first.id, gate: '南门', guard: 'guard员' } } })
  const kept = await read(late.id)
  expect(kept).toMatchObject({ result: 'match', secondOf: { id: first.id }, clockOffMs: 1500, matter: { open: true } })
  expect((await matterOf(kept.matter.id)).title).toContain('第二次放行')
  // done before both, it arrives last: the first passage is the one that was done first
  const earliest = checkOf({ slipNumber: first.slipNumber, at: ago(90) })
  expect((await guard().post(url(), earliest)).body).toMatchObject({ secondOf: null, matterNumber: null })
  expect((await read(first.id)).secondOf).toMatchObject({ id: earliest.id })
  expect(await read(late.id)).toMatchObject({ secondOf: { id: earliest.id }, matter: { id: kept.matter.id } })
  const second = await clerk().get(url(`?second=true&q=${first.slipNumber}`))
  expect(second.body.rows.map(({ id }: { id: Uuid }) => id)).toEqual([late.id, first.id])
})

test('FD-507 two guards at once with one slip: one uses it, the other is refused or stands as the second', async () => {
  const one = checkOf({ gone: false })
  const other = checkOf({ slipNumber: one.slipNumber, gone: false })
  const answers = await Promise.all([guard().post(url(), one), guard().post(url(), other)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  const three = checkOf()
  const four = checkOf({ slipNumber: three.slipNumber })
  const gone = await Promise.all([guard().post(url(), three), guard().post(url(), four)])
  expect(gone.map(({ status }) => status)).toEqual([201, 201])
  const { rows } = (await clerk().get(url(`?q=${three.slipNumber}`))).body
  expect(rows.filter(({ secondOf }: { secondOf: unknown }) => secondOf === null)).toHaveLength(1)
})

test('FD-508 the register is filtered by period, gate, unit, result, guard and words, paged, and exported', async () => {
  const other = await t.hire(t.a.id, 'guard', { name: '夜班保安' })
  const slipPhotoIds = [await fileOf(other)]
  const piano = { category: '钢琴', quantity: 1, unit: '架', remark: '立式' }
  const sent = checkOf({ placeId: gates.east, lines: [piano], slipPhotoIds, unitSaid: '会所' })
  await t.as(other).post(url(), sent)
  const found = async (query: string) =>
    (await clerk().get(url(`?${query}`))).body.rows.map(({ id }: { id: Uuid }) => id) as Uuid[]
  expect(await found('q=钢琴')).toEqual([sent.id])
  expect(await found(`guardId=${other}`)).toEqual([sent.id])
  expect(await found(`placeId=${gates.east}&q=会所`)).toEqual([sent.id])
  expect(await found(`unitId=${unitId}`)).not.toContain(sent.id)
  expect(await found('result=noSlip')).not.toContain(sent.id)
  expect(await found('from=2020-01-01&to=2020-01-02')).toEqual([])
  const first = (await clerk().get(url('?limit=2'))).body
  const second = (await clerk().get(url(`?limit=2&cursor=${first.next}`))).body
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(4)
  const choices = (await clerk().get(`/api/v1/estates/${t.a.id}/gates`)).body
  expect(choices.gates.map(({ name }: { name: string }) => name)).toEqual(['东门', '南门'])
  expect(choices.guards).toContainEqual({ id: other, name: '夜班保安' })
  const file = await clerk().send({ method: 'GET', url: url('.xlsx?q=钢琴') })
  const [head = [], ...lines] = await sheetOf(file.body)
  expect(head).toContain('放行条号')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('钢琴 1 架（立式）')
  const english = await clerk().send({ method: 'GET', url: url('.xlsx?q=钢琴&lang=en') })
  expect((await sheetOf(english.body))[1]).toContain('钢琴 1 架 (立式)')
  const paper = await clerk().send({ method: 'GET', url: url('/print.pdf') })
  expect(paper).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
  expect(await papersPrinted(t, 'gateChecks')).toContainEqual(
    expect.objectContaining({ actor_id: t.a.staff.frontDeskClerk }),
  )
})

test('FD-508 a correction keeps its reason and what stood there; nobody overwrites what they have not seen', async () => {
  const sent = checkOf()
  await guard().post(url(), sent)
  const correct = (body: object, who = lead()) => who.post(url(`/${sent.id}/correct`), { version: 1, ...body })
  const right = { slipNumber: 'b-900', lines: [{ ...fridge, quantity: 2 }], reason: '看错了' }
  expect((await correct({ slipNumber: 'X' })).body.error).toMatchObject({ code: 'E_INPUT', field: 'body.reason' })
  expect((await correct({ ...right, slipNumber: '' })).body.error.code).toBe('E_SLIP_MISSING')
  expect((await correct({ ...right, lines: [{ ...fridge, unit: '批' }] })).body.error).toMatchObject({
    code: 'E_GOODS_VAGUE',
    field: 'body.lines.0.unit',
  })
  expect((await correct(right, clerk())).status).toBe(403)
  expect((await correct(right, guard())).status).toBe(403)
  const done = await correct(right)
  expect(done.body).toMatchObject({ slipNumber: 'B-900', lines: [{ quantity: 2 }], corrections: 1, version: 2 })
  expect(done.body.carrierName).toBe('王小明')
  expect(done.body.changes).toMatchObject([
    {
      by: { id: t.a.staff.frontDeskLead },
      reason: '看错了',
      before: [
        { what: 'slipNumber', value: sent.slipNumber },
        { what: 'lines', value: '冰箱 1 台（双门）' },
      ],
    },
  ])
  expect((await correct(right)).body.error.code).toBe('E_VERSION_STALE')
  // the unit follows its words, a field that is not named stays, an empty one is emptied
  const other = await correct({ unitSaid: '物业会所', carrierName: '', reason: '不是住户的', version: 2 })
  expect(other.body).toMatchObject({
    unit: null,
    unitSaid: '物业会所',
    carrierName: null,
    plate: '粤B****5',
    version: 3,
  })
  const back = await correct({ unitSaid: '3#2-1203', reason: '核对后是住户的', version: 3 })
  expect(back.body).toMatchObject({ unit: { id: unitId }, corrections: 3 })
  // nothing changed, nothing written
  expect((await correct({ unitSaid: '3#2-1203', reason: '再核对', version: 4 })).body.corrections).toBe(3)
})

test('FD-507 a corrected number uses the right slip and frees the wrong one; a voided check frees its slip', async () => {
  const [one, two] = [checkOf({ at: ago(40) }), checkOf({ at: ago(30) })]
  await guard().post(url(), one)
  await guard().post(url(), two)
  const fixed = await lead().post(url(`/${two.id}/correct`), {
    slipNumber: one.slipNumber,
    reason: '照片上是这个号',
    version: 1,
  })
  expect(fixed.body).toMatchObject({ secondOf: { id: one.id }, matter: { open: true } })
  const ask = (number: string) => guard().get(`/api/v1/estates/${t.a.id}/gate-slips?number=${number}`)
  expect((await ask(two.slipNumber)).status).toBe(200)
  const gone = await lead().post(url(`/${one.id}/void`), { reason: '重复录入', version: 1 })
  expect(gone.body).toMatchObject({ voidReason: '重复录入', mayCorrect: false })
  expect((await read(two.id)).secondOf).toBeNull()
  expect((await ask(one.slipNumber)).status).toBe(409)
  await lead().post(url(`/${two.id}/void`), { reason: '重复录入', version: fixed.body.version })
  expect((await ask(one.slipNumber)).status).toBe(200)
  const again = await lead().post(url(`/${one.id}/void`), { reason: '再来', version: 2 })
  expect(again.body.error.code).toBe('E_FIXED')
  const { body } = await clerk().get(url(`?voided=true&q=${one.slipNumber}`))
  expect(body.rows).toHaveLength(2)
})

test('FD-015 telephone and plate are masked, the name too for who may not read customers; unmasking is recorded', async () => {
  const sent = checkOf()
  await guard().post(url(), sent)
  expect(await read(sent.id)).toMatchObject({ carrierName: '王小明', carrierPhone: '138****8000', plate: '粤B****5' })
  const outside = t.as(t.a.staff.lineLead)
  const masked = (await outside.get(url(`/${sent.id}`))).body
  expect(masked).toMatchObject({ carrierName: '王**', carrierPhone: '138****8000', plate: '粤B****5' })
  expect((await outside.get(url('?q=王小明'))).body.rows).toEqual([])
  expect((await clerk().get(url('?q=王小明'))).body.rows.length).toBeGreaterThan(0)
  const ask = { field: 'carrierPhone', purpose: '核对搬运人' }
  expect((await outside.post(url(`/${sent.id}/unmask`), ask)).status).toBe(403)
  expect((await clerk().post(url(`/${sent.id}/unmask`), ask)).body).toEqual({ value: '13800138000' })
  const looked = await t.tx(({ db }) =>
    db.selectFrom('audit').select(['purpose', 'after']).where('action', '=', 'gateCheck.unmasked').execute(),
  )
  expect(looked).toEqual([{ purpose: '核对搬运人', after: { field: 'carrierPhone' } }])
})

test('SD-7 who issues slips does not check them, and who checks them does not correct the register', async () => {
  for (const role of ['frontDeskClerk', 'csLead', 'centreHead', 'technician'] as const)
    expect((await t.as(t.a.staff[role]).post(url(), checkOf())).status).toBe(403)
  const leadPhoto = await fileOf(t.a.staff.lineLead)
  expect((await t.as(t.a.staff.lineLead).post(url(), checkOf({ slipPhotoIds: [leadPhoto] }))).status).toBe(201)
  expect((await guard().get(url())).status).toBe(403)
})

test('a time that cannot be is the clock’s fault and counts as now; nothing is lost for it', async () => {
  for (const at of [ago(-600), '2019-01-01T00:00:00Z']) {
    const sent = checkOf({ at })
    expect((await guard().post(url(), sent)).status).toBe(201)
    expect(Date.parse((await read(sent.id)).at)).toBeGreaterThan(Date.now() - 60_000)
  }
})
