import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublicationItem } from '#contract/complaint-publication.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import { complaintRow } from '#test/complaint-rows.ts'
import { actorOf, at, customerOf, openedOn, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { approvePublication, postPublication } from './approve-publication.ts'
import { listPublications, readPublication } from './read-publication.ts'
import { tellLatePublications } from './tell-late.ts'
import { markNone, savePublicationOf } from './write-publication.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
  await openedOn(t, '2026-01-20T00:00:00.000Z')
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/complaint-publications${path}`
const ok = async <T>(work: Promise<T | Refusal>): Promise<T> => {
  const done = await work
  if (isRefusal(done)) throw new Error(`${done.code} ${done.field ?? ''} ${JSON.stringify(done.details)}`)
  return done
}
type Who = 'csLead' | 'centreHead' | 'projectManager' | 'complaintVerifier'
const of = (month: string) => ({ estateId: t.a.id, month })
/** The 3rd of the next month, ten in the morning in Shanghai. */
const after = (month: string) => `2026-${String(Number(month.slice(5)) + 1).padStart(2, '0')}-03T02:00:00.000Z`
const read = (month: string, now = after(month)) => ok(at(t, now, (tx) => readPublication(tx, t.a.id, month)))
const item = (matterId: string, over: Partial<PublicationItem> = {}): PublicationItem => ({
  matterId,
  category: 'C2.7',
  text: '2 单元电梯停运',
  outcome: '已更换控制板，恢复运行',
  include: true,
  ...over,
})
const save = (month: string, items: PublicationItem[], version = 0, who: Who = 'csLead', foreword?: string) =>
  at(t, after(month), async (tx) =>
    savePublicationOf(tx, await actorOf(t, t.a.staff[who]), of(month), { items, version, foreword }),
  )
const approve = (month: string, version = 1, who: Who = 'centreHead', now = after(month)) =>
  at(t, now, async (tx) => approvePublication(tx, await actorOf(t, t.a.staff[who]), of(month), version))
const post = (month: string, version: number, postedOn: string, over: object = {}) =>
  at(t, after(month), async (tx) =>
    postPublication(tx, await actorOf(t, t.a.staff.csLead), of(month), {
      version,
      postedOn,
      places: ['noticeBoard'],
      otherPlace: undefined,
      ...over,
    }),
  )
const none = (month: string, version = 0, now = after(month)) =>
  at(t, now, async (tx) => markNone(tx, await actorOf(t, t.a.staff.csLead), of(month), { version }))

test('CP-137 proposed are counted complaints of common nature received in that month, and no others', async () => {
  const inMonth = '2026-02-10T02:00:00.000Z'
  const row = (category: string | null, over: object = {}) =>
    complaintRow(t, { receivedAt: inMonth, category, ...over })
  const lift = await row('C2.7')
  const noise = await row('C6.2', { open: false })
  const city = await row('C8.1', { state: 'EXTERNAL' })
  await row('C5.7')
  await row('C1.2', { counted: false })
  await row('C1.2', { state: 'MERGED', open: false })
  await row('C1.2', { state: 'NOT_COMPLAINT', open: false })
  await row(null)
  await row('C1.1', { estateId: t.b.id })
  const first = await row('C1.1', { receivedAt: '2026-01-31T16:00:00.000Z' })
  const last = await row('C3.1', { receivedAt: '2026-02-28T15:59:59.999Z' })
  await row('C3.1', { receivedAt: '2026-02-28T16:00:00.000Z' })
  const { candidates, state, version } = await read('2026-02')
  expect([state, version]).toEqual(['missing', 0])
  expect(candidates.map((c) => c.number)).toEqual([first, lift, noise, city, last].map((c) => c.number))
  const said = new Map(candidates.map((c) => [c.number, [c.text, c.outcome]]))
  expect(said.get(lift.number)).toEqual(['关于电梯的意见', '正在处理'])
  expect(said.get(noise.number)).toEqual(['业户之间的纠纷：晨练与生活噪声', '已处理完毕'])
  expect(said.get(city.number)?.[1]).toContain('正在协调')
})

test('CP-137 written, approved by another, posted: each step once and in this order', async () => {
  const one = await complaintRow(t, { receivedAt: '2026-03-10T02:00:00.000Z', category: 'C2.7' })
  // what is not proposed may be added by a person
  const other = await complaintRow(t, { receivedAt: '2026-03-11T02:00:00.000Z', category: 'C5.7' })
  expect(await approve('2026-03')).toMatchObject({ code: 'E_STATE_CHANGED' })
  const saved = await ok(save('2026-03', [item(one.id), item(other.id, { include: false })], 0, 'csLead', '各位业主：'))
  expect(saved).toMatchObject({ state: 'draft', items: 1, foreword: '各位业主：', version: 1 })
  expect(saved.candidates.map((c) => c.number)).not.toContain(one.number)
  expect(saved.content.map((c) => [c.number, c.category])).toEqual([
    [one.number, 'C2.7'],
    [other.number, 'C5.7'],
  ])
  expect(await save('2026-03', [item(one.id)], 0)).toMatchObject({ code: 'E_VERSION_STALE' })
  expect(await post('2026-03', 1, '2026-04-03')).toMatchObject({ code: 'E_STATE_CHANGED' })
  const both = await Promise.all([approve('2026-03'), approve('2026-03', 1, 'projectManager')])
  expect(both.filter(isRefusal)).toHaveLength(1)
  // a change after the approval needs another one
  expect(await ok(save('2026-03', [item(one.id)], 2))).toMatchObject({ state: 'draft', approved: null })
  await ok(approve('2026-03', 3))
  expect(await post('2026-03', 4, '2026-04-02')).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.postedOn' })
  expect(await post('2026-03', 4, '2026-04-04')).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.postedOn' })
  expect(await post('2026-03', 4, '2026-04-03', { places: ['other'] })).toMatchObject({ field: 'body.otherPlace' })
  const posted = await ok(
    post('2026-03', 4, '2026-04-03', { places: ['noticeBoard', 'other'], otherPlace: '电梯厅屏幕' }),
  )
  expect(posted).toMatchObject({
    state: 'posted',
    late: false,
    posted: { on: '2026-04-03', places: ['noticeBoard', 'other'], otherPlace: '电梯厅屏幕' },
  })
  expect(await save('2026-03', [item(one.id)], 5)).toMatchObject({ code: 'E_STATE_CHANGED' })
})

test('CP-137 who wrote it last does not approve it while another may; nothing is approved before the month is over', async () => {
  const one = await complaintRow(t, { receivedAt: '2026-04-10T02:00:00.000Z', category: 'C2.7' })
  expect(await save('2026-04', [item(one.id)], 0, 'centreHead')).toMatchObject({ state: 'draft' })
  expect(await approve('2026-04')).toMatchObject({ code: 'E_SECOND_PERSON' })
  expect(await approve('2026-04', 1, 'projectManager', '2026-04-30T15:59:00.000Z')).toMatchObject({
    code: 'E_TIME_RANGE',
  })
  expect(await approve('2026-04', 1, 'projectManager', '2026-04-30T16:00:00.000Z')).toMatchObject({ state: 'approved' })
  await ok(save('2026-04', [item(one.id, { include: false })], 2))
  expect(await approve('2026-04', 3)).toMatchObject({ code: 'E_SHEET_INCOMPLETE' })
})

test('CP-138 approving is refused while a text holds personal data of anybody in it, and each place is named', async () => {
  const { customerId, unitId } = await customerOf(t, { name: '欧阳志远', phone: '13612345678', room: '5栋1单元1203' })
  const one = await complaintRow(t, {
    receivedAt: '2026-05-10T02:00:00.000Z',
    category: 'C2.7',
    customerName: '周丽华',
  })
  const two = await complaintRow(t, { receivedAt: '2026-05-11T02:00:00.000Z', category: 'C1.1' })
  await t.tx(({ db }) =>
    db
      .insertInto('complaint_contact')
      .values({
        estate_id: t.a.id,
        id: one.id,
        matter_id: two.id,
        at: '2026-05-11T02:00:00.000Z',
        channel: 'phone',
        customer_id: customerId,
        unit_id: unitId,
        name: '吴工',
      })
      .execute(),
  )
  // the name of one case in the text of another is a name all the same
  const items = [
    item(one.id, { text: '欧阳志远家门口电梯停运' }),
    item(two.id, { outcome: '已到5栋1单元 1203 修复，电 136 1234 5678' }),
  ]
  const saved = await ok(save('2026-05', items, 0, 'csLead', '感谢周女士'))
  const where = saved.personalData.map((hit) => `${hit.where} ${hit.kind}`)
  expect(where).toEqual(['foreword name', 'items.0.text name', 'items.1.outcome room', 'items.1.outcome phone'])
  expect(await approve('2026-05')).toMatchObject({
    code: 'E_PERSONAL_DATA',
    details: { where: saved.personalData },
  })
  await ok(save('2026-05', [item(one.id), item(two.id)], 1))
  expect(await approve('2026-05', 2)).toMatchObject({ state: 'approved', personalData: [] })
})

test('CP-138 a dispute between residents is told by its type, whatever is written and whatever category is sent', async () => {
  const one = await complaintRow(t, { receivedAt: '2026-06-10T02:00:00.000Z', category: 'C6.1' })
  const saved = await ok(save('2026-06', [item(one.id, { category: 'C2.7', text: '楼上养狗的那一家又吵了' })]))
  expect(saved.content[0]).toMatchObject({ category: 'C6.1', text: '业户之间的纠纷：犬只与宠物' })
})

test('CP-137 only complaints of this estate, each once', async () => {
  const foreign = await complaintRow(t, { receivedAt: '2026-06-10T02:00:00.000Z', estateId: t.b.id })
  const one = await complaintRow(t, { receivedAt: '2026-07-10T02:00:00.000Z', category: 'C2.7' })
  expect(await save('2026-07', [item(foreign.id)])).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.items.0.matterId',
  })
  expect(await save('2026-07', [item(one.id), item(one.id)])).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.items.1.matterId',
  })
})

test('CP-137 a month is marked empty when it is over and a person has left out whatever was proposed', async () => {
  const one = await complaintRow(t, { receivedAt: '2026-08-10T02:00:00.000Z', category: 'C1.2' })
  expect(await none('2026-08')).toMatchObject({ code: 'E_SHEET_INCOMPLETE', details: { missing: [one.number] } })
  await ok(save('2026-08', [item(one.id, { include: false })]))
  expect(await none('2026-08', 1, '2026-08-31T15:59:00.000Z')).toMatchObject({ code: 'E_TIME_RANGE' })
  expect(await none('2026-08', 1)).toMatchObject({ state: 'none', late: false })
  expect(await none('2026-09')).toMatchObject({ state: 'none' })
  expect(await none('2026-09', 1)).toMatchObject({ code: 'E_STATE_CHANGED' })
})

test('CP-139 after the set day the head hears once of a month that hangs nowhere and is not marked empty', async () => {
  const run = (now: string) => ok(at(t, now, (tx) => tellLatePublications(tx, t.a.id)))
  await run('2026-11-04T02:00:00.000Z')
  // the 5th itself is still in time
  expect(await run('2026-11-05T15:59:00.000Z')).toEqual([])
  expect([await run('2026-11-05T16:00:00.000Z'), await run('2026-11-06T16:00:00.000Z')]).toEqual([['2026-10'], []])
  const notices = (await told(t, 'complaintPublication.late')).filter((n) => n.body.includes('2026-10'))
  expect(notices.map((n) => n.to_id)).toEqual([t.a.staff.centreHead])
  const months = (await told(t, 'complaintPublication.late')).map((n) => n.body.slice(0, 7))
  expect(months).not.toContain('2026-03')
  expect(months).not.toContain('2026-09')
  expect(months).not.toContain('2025-12')
  // what the program remembered is nobody's draft
  expect(await read('2026-10')).toMatchObject({ state: 'missing' })
})

test('K14 the list holds every month since the beginning, with those that are late, page by page', async () => {
  const list = (query: object) =>
    ok(at(t, '2026-11-20T02:00:00.000Z', (tx) => listPublications(tx, t.a.id, { limit: 50, ...query })))
  const { rows } = await list({})
  expect([rows[0]?.month, rows.at(-1)?.month, rows.length]).toEqual(['2026-11', '2026-01', 11])
  const of = (month: string) => rows.find((r) => r.month === month)
  expect(of('2026-11')).toMatchObject({ state: 'missing', late: false, dueOn: '2026-12-05' })
  expect(of('2026-10')).toMatchObject({ state: 'missing', late: true, dueOn: '2026-11-05' })
  expect(of('2026-05')).toMatchObject({ state: 'approved', late: true, items: 2 })
  expect(of('2026-03')).toMatchObject({ state: 'posted', late: false })
  expect((await list({ state: 'none' })).rows.map((r) => r.month)).toEqual(['2026-09', '2026-08'])
  const first = await list({ limit: 4 })
  const rest = await list({ cursor: first.next ?? '' })
  expect([...first.rows, ...rest.rows]).toEqual(rows)
})

test('CP-137 the approved sheet prints, a draft does not; others write and approve nothing', async () => {
  const lead = t.as(t.a.staff.csLead)
  const pdf = await lead.get(url('/2026-03/print.pdf'))
  expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(String(pdf.body.subarray(0, 5))).toBe('%PDF-')
  expect((await lead.get(url('/2026-03/print.pdf?lang=en'))).status).toBe(200)
  expect((await lead.get(url('/2026-06/print.pdf'))).body.error.code).toBe('E_STATE_CHANGED')
  expect((await lead.post(url('/2026-06/approve'), { version: 1 })).status).toBe(403)
  expect((await t.as(t.a.staff.frontDeskClerk).get(url(''))).status).toBe(403)
  expect((await t.as(t.b.staff.centreHead).get(url('/2026-03'))).status).toBe(404)
  expect((await lead.get(url('/2026-13'))).status).toBe(400)
  expect((await lead.get(url('/2199-01'))).body.error.code).toBe('E_TIME_RANGE')
  expect((await lead.get(url('.xlsx'))).status).toBe(200)
})

test('CP-153 who printed a publication is on the record with its month, a refused print is not', async () => {
  const lead = t.as(t.a.staff.csLead)
  const prints = () =>
    t.tx(({ db }) =>
      db
        .selectFrom('audit')
        .select(['actor_id', 'after'])
        .where('action', '=', 'export.complaintPublication')
        .execute(),
    )
  const before = (await prints()).length
  await lead.get(url('/2026-06/print.pdf'))
  expect(await prints()).toHaveLength(before)
  await lead.get(url('/2026-03/print.pdf?lang=en'))
  const after = await prints()
  expect(after).toHaveLength(before + 1)
  expect(after).toContainEqual({ actor_id: t.a.staff.csLead, after: { query: { month: '2026-03', lang: 'en' } } })
})
