import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { ownItem } from '#test/inspection-rows.ts'
import { sheetOf } from '#test/sheet-of.ts'

const PRODUCT = '00000000-0000-7000-8000-000000000001'
let t: TestHouse
let quality: string
let approver: string
let leader: string
let away: string

beforeAll(async () => {
  t = await openTestHouse()
  quality = await t.hire(t.a.id, 'qualityDept')
  approver = await t.hire(t.a.id, 'qualityDept')
  leader = await t.hire(t.a.id, 'companyLeader')
  away = t.a.staff.qualityDept
  await t.tx(({ db }) =>
    db
      .updateTable('staff_role')
      .set({ estate_id: null })
      .where('staff_id', 'in', [quality, approver, leader])
      .execute(),
  )
})
afterAll(() => t?.close())

type Standing = { version: number; editors: { id: string }[] }
const of = (list: { rows: { number: number }[] }, number: number) => list.rows.find((v) => v.number === number)

test('without a standard of its own a company is held to the catalogue', async () => {
  const list = await t.as(quality).get('/api/v1/standards')
  expect(list.body.rows).toMatchObject([{ id: PRODUCT, number: 0, inForce: true, items: 466, itemsOff: 0 }])
  const lifts = await t.as(t.a.staff.guard).get(`/api/v1/standards/${PRODUCT}/items?touchpoint=T12`)
  expect(lifts.body.rows).toHaveLength(24)
  const waiting = await t.as(quality).get(`/api/v1/standards/${PRODUCT}/items?siteLimit=true`)
  expect(waiting.body.rows.map((row: { id: string }) => row.id)).toEqual(['T02-F-09', 'T15-F-03', 'T16-F-04'])
  expect((await t.as(quality).put(`/api/v1/standards/${PRODUCT}/items/T12-F-01`, itemInput())).status).toBe(422)
})

const itemInput = (version = 1) => ({
  sense: 'visual',
  zh: '轿厢地面洁净',
  en: 'The car floor is clean',
  severity: 'major',
  evidence: 'photo',
  threshold: null,
  frequency: 'daily',
  conditions: [],
  trait: null,
  kano: 'must-be',
  active: true,
  version,
})

test('FD-766 a standard is drafted, changed, compared, checked, published for a day and never changes again', async () => {
  const q = t.as(quality)
  const draft = await q.post('/api/v1/standards', { fromId: PRODUCT, name: '2026 版', note: '电梯每日' })
  expect([draft.status, draft.body.number, draft.body.state]).toEqual([201, 1, 'draft'])
  const another = await q.post('/api/v1/standards', { fromId: PRODUCT, name: '又一版' })
  expect([another.status, another.body.error]).toMatchObject([409, { code: 'E_DUPLICATE', field: 'body.fromId' }])

  const url = `/api/v1/standards/${draft.body.id}`
  expect((await q.put(`${url}/items/T12-F-01`, itemInput())).body).toMatchObject({ id: 'T12-F-01', frequency: 'daily' })
  expect((await q.put(`${url}/items/T04-F-01`, { ...itemInput(), active: false })).body.active).toBe(false)
  const { active: _, version: _v, ...fresh } = itemInput()
  const added = await q.post(`${url}/items`, { ...fresh, touchpoint: 'T12', aspect: 'facility', zh: '轿厢内有扶手' })
  expect(added.body).toMatchObject({ id: 'T12-F-24', origin: 'derived' })
  const compared = await q.get(`${url}/compare?with=${PRODUCT}`)
  expect(compared.body.rows.map((r: { itemId: string; what: string }) => [r.itemId, r.what])).toEqual([
    ['T04-F-01', 'removed'],
    ['T12-F-01', 'changed'],
    ['T12-F-24', 'added'],
  ])
  // three changes, one message to each who may check it; whoever holds the right in one estate only is not among them
  expect(await companyTold()).toEqual([approver, leader].toSorted())
  // who has written in it neither checks nor approves it
  const second = t.as(approver)
  const standing = async () => of((await q.get('/api/v1/standards')).body, 1) as unknown as Standing
  const { version } = await standing()
  expect((await q.post(`${url}/check`, { version })).body.error.code).toBe('E_SECOND_PERSON')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const early = await second.post(`${url}/publish`, { effectiveFrom: today, version })
  expect(early.body.error.code).toBe('E_STATE_CHANGED')
  expect((await second.post(`${url}/check`, { version: version - 1 })).body.error.code).toBe('E_VERSION_STALE')
  expect((await t.as(leader).post(`${url}/check`, { version })).body).toMatchObject({ checkedBy: { id: leader } })
  // a change takes the check back, and whoever made it is an editor from then on
  await t.as(approver).put(`${url}/items/T12-F-01`, itemInput(2))
  expect(await standing()).toMatchObject({ checkedBy: null, checkedAt: null, editors: expect.any(Array) })
  expect((await standing()).editors.map((e) => e.id).toSorted()).toEqual([quality, approver].toSorted())
  expect(await companyTold()).toEqual([approver, leader, leader].toSorted())
  expect((await second.post(`${url}/check`, { version: (await standing()).version })).body.error.code).toBe(
    'E_SECOND_PERSON',
  )
  const checked = (await t.as(leader).post(`${url}/check`, { version: (await standing()).version })).body
  expect((await q.post(`${url}/publish`, { effectiveFrom: today, version: checked.version })).body.error.code).toBe(
    'E_SECOND_PERSON',
  )
  const yesterday = await t.as(leader).post(`${url}/publish`, { effectiveFrom: '2020-01-01', version: checked.version })
  expect(yesterday.body.error).toMatchObject({ code: 'E_TIME_PAST', field: 'body.effectiveFrom' })
  const published = await t.as(leader).post(`${url}/publish`, { effectiveFrom: today, version: checked.version })
  expect(published.body).toMatchObject({
    state: 'published',
    inForce: true,
    items: 466,
    itemsOff: 1,
    checkedBy: { id: leader },
    publishedBy: { id: leader },
  })
  expect((await q.put(`${url}/items/T12-F-01`, itemInput())).body.error.code).toBe('E_FIXED')
  expect((await q.post(`${url}/withdraw`, { reason: '不用', version: published.body.version })).body.error.code).toBe(
    'E_FIXED',
  )
  expect(of((await q.get('/api/v1/standards')).body, 0)).toMatchObject({ inForce: false })
})

test('FD-766 two people at one item: the second is told, at different items both are kept; nothing slips into what is being published', async () => {
  const q = t.as(quality)
  const draft = (await q.post('/api/v1/standards', { fromId: PRODUCT, name: '同时编制' })).body
  const url = `/api/v1/standards/${draft.id}`
  const both = await Promise.all([
    q.put(`${url}/items/T12-F-01`, { ...itemInput(), zh: '甲写的' }),
    t.as(approver).put(`${url}/items/T12-F-01`, { ...itemInput(), zh: '乙写的' }),
    t.as(approver).put(`${url}/items/T12-F-02`, { ...itemInput(), zh: '另一条' }),
  ])
  expect(both.map((one) => one.status).toSorted()).toEqual([200, 200, 409])
  const [taken] = both.filter((one) => one.status === 200)
  const stale = both.find((one) => one.status === 409)
  expect(stale?.body.error.code).toBe('E_VERSION_STALE')
  const kept = (await q.get(`${url}/items?q=T12-F-01`)).body.rows[0]
  expect(kept).toMatchObject({ zh: taken?.body.zh, version: 2 })
  expect((await q.get(`${url}/items?q=T12-F-02`)).body.rows[0]).toMatchObject({ zh: '另一条', version: 2 })

  const version = async () => of((await q.get('/api/v1/standards')).body, draft.number) as unknown as Standing
  const l = t.as(leader)
  const checked = (await l.post(`${url}/check`, { version: (await version()).version })).body
  const effectiveFrom = '2199-01-01'
  const [published, late] = await Promise.all([
    l.post(`${url}/publish`, { effectiveFrom, version: checked.version }),
    q.put(`${url}/items/T12-F-01`, { ...itemInput(2), zh: '发布时改的' }),
  ])
  // whoever is first: the version is published without the change, or changed and no longer published
  const now = (await q.get(`${url}/items?q=T12-F-01`)).body.rows[0]
  expect([published.status, late.body.error?.code, now.zh]).toEqual(
    published.status === 200 ? [200, 'E_FIXED', kept.zh] : [409, undefined, '发布时改的'],
  )
  // published or not, its day has not come: it is withdrawn, once
  const end = { reason: '不用', version: (await version()).version }
  expect((await q.post(`${url}/withdraw`, end)).body).toMatchObject({ state: 'withdrawn', note: '不用' })
  expect((await q.post(`${url}/withdraw`, { ...end, version: end.version + 1 })).body.error.code).toBe('E_FIXED')
})

test('who holds the right in one estate only does not change the standard of all', async () => {
  const refused = await t.as(away).post('/api/v1/standards', { fromId: PRODUCT, name: '一个小区的' })
  expect(refused.body.error.code).toBe('E_FORBIDDEN')
  expect((await t.as(t.a.staff.technician).post('/api/v1/standards', { fromId: PRODUCT, name: 'x' })).status).toBe(403)
})

test('FD-766 a draft of an estate is saved, refused where it is wrong, checked and put in force by others, and its places follow it', async () => {
  const head = t.as(t.a.staff.centreHead)
  const url = `/api/v1/estates/${t.a.id}/standards`
  const draft = (await head.post(url, { note: '地库与玻璃门' })).body
  expect((await head.post(url, {})).body.error).toMatchObject({ code: 'E_DUPLICATE' })
  const content = { traits: ['glass-door'], standing: [], off: {}, added: [], changed: {}, version: draft.version }
  const bad = await head.put(`${url}/${draft.id}`, { ...content, off: { 'T01-P-99': '没有这一条' } })
  expect(bad.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.off.T01-P-99' })
  const lux = { metric: 'lux', op: 'range', value: [30, 200], unit: 'lx' }
  const saved = await head.put(`${url}/${draft.id}`, {
    ...content,
    off: { 'T08-F-01': '单元门由开发商另行移交' },
    changed: { 'T02-F-09': { threshold: lux } },
  })
  expect(saved.body).toMatchObject({ traits: ['glass-door'], version: draft.version + 1 })
  // who may check it is told, and nobody who has written in it
  expect((await toldOf(1)).toSorted()).toEqual([t.a.staff.csLead, t.a.staff.projectManager].toSorted())
  expect((await head.put(`${url}/${draft.id}`, content)).body.error.code).toBe('E_VERSION_STALE')

  const place = await head.post(`/api/v1/estates/${t.a.id}/places`, {
    code: '门1',
    touchpoint: 'T08',
    name: '1栋单元门',
  })
  const before = await head.get(`/api/v1/estates/${t.a.id}/places/${place.body.id}/checklist`)
  expect(before.body.variantId).toBeNull()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const own = { version: saved.body.version }
  // FD-766: who has written in it neither checks it nor puts it in force
  expect((await head.post(`${url}/${draft.id}/check`, own)).body.error).toMatchObject({ code: 'E_SECOND_PERSON' })
  const second = t.as(t.a.staff.csLead)
  const early = await second.post(`${url}/${draft.id}/publish`, { effectiveFrom: today, ...own })
  expect(early.body.error.code).toBe('E_STATE_CHANGED')
  expect((await second.post(`${url}/${draft.id}/check`, { version: draft.version })).body.error.code).toBe(
    'E_VERSION_STALE',
  )
  const checked = await second.post(`${url}/${draft.id}/check`, own)
  expect(checked.body).toMatchObject({ checkedBy: { id: t.a.staff.csLead }, editors: [{ id: t.a.staff.centreHead }] })
  const self = await head.post(`${url}/${draft.id}/publish`, { effectiveFrom: today, version: checked.body.version })
  expect(self.body.error).toMatchObject({ code: 'E_SECOND_PERSON' })
  // the quality department stands in where a centre has no second person
  const published = await t
    .as(quality)
    .post(`${url}/${draft.id}/publish`, { effectiveFrom: today, version: checked.body.version })
  expect(published.body).toMatchObject({
    state: 'published',
    inForce: true,
    publishedBy: { id: quality },
    editors: [{ id: t.a.staff.centreHead }],
  })
  expect((await t.as(t.a.staff.guard).post(`${url}/${draft.id}/check`, own)).status).toBe(403)
  const after = await head.get(`/api/v1/estates/${t.a.id}/places/${place.body.id}/checklist`)
  const ids = after.body.items.map((i: { id: string }) => i.id)
  expect(after.body.variantId).toBe(draft.id)
  expect([ids.includes('T08-F-01'), ids.includes('T08-F-08')]).toEqual([false, true])
  const old = await head.get(`/api/v1/estates/${t.a.id}/places/${place.body.id}/checklist?date=2026-01-15`)
  expect(old.body).toMatchObject({ variantId: null, standardNumber: 0 })
  expect((await t.as(t.b.staff.centreHead).get(`/api/v1/estates/${t.a.id}/standards`)).status).toBe(404)
})

test('FD-766 a change of an estate takes its check back and makes who changed it an editor; versions are compared', async () => {
  const url = `/api/v1/estates/${t.a.id}/standards`
  const [head, lead] = [t.as(t.a.staff.centreHead), t.as(t.a.staff.csLead)]
  const first = (await head.get(url)).body.rows[0]
  const draft = (await head.post(url, { note: '第二版' })).body
  const checked = (await lead.post(`${url}/${draft.id}/check`, { version: draft.version })).body
  const content = {
    traits: ['underground-garage'],
    standing: ['region:north'],
    off: { 'T01-P-02': '外包岗位' },
    added: [
      {
        ...ownItem,
        aspect: 'people',
        sense: 'behaviour',
        kano: 'attractive',
        frequency: 'daily',
        conditions: ['time:night'],
      },
    ],
    changed: { 'T02-F-09': { threshold: { metric: 'lux', op: '>=', value: 50, unit: 'lx' } } },
    version: checked.version,
  }
  // FD-766: what is measured has a limit, and everything is said in both languages
  for (const [wrong, field] of [
    [{ evidence: 'measurement' }, 'threshold'],
    [{ en: ' ' }, 'en'],
  ] as const) {
    const refused = await lead.put(`${url}/${draft.id}`, { ...content, added: [{ ...ownItem, ...wrong }] })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining(`added.0.${field}`)])
  }
  const saved = (await lead.put(`${url}/${draft.id}`, content)).body
  expect(saved).toMatchObject({ checkedBy: null, checkedAt: null })
  expect(saved.editors.map((e: { id: string }) => e.id).toSorted()).toEqual(
    [t.a.staff.centreHead, t.a.staff.csLead].toSorted(),
  )
  expect((await lead.post(`${url}/${draft.id}/check`, { version: saved.version })).body.error.code).toBe(
    'E_SECOND_PERSON',
  )
  // who is left is told once; when nobody of the centre is, quality
  const left = t.a.staff.projectManager
  expect(await toldOf(2)).toEqual([left])
  const again = (await lead.put(`${url}/${draft.id}`, { ...content, version: saved.version })).body
  expect(await toldOf(2)).toEqual([left])
  await t.as(left).put(`${url}/${draft.id}`, { ...content, version: again.version })
  expect(await toldOf(2)).toContain(quality)
  const compared = await t.as(t.a.staff.guard).get(`${url}/${draft.id}/compare?with=${first.id}`)
  expect(compared.body.estate).toEqual([
    { field: 'traits', before: ['glass-door'], after: ['underground-garage'] },
    { field: 'standing', before: [], after: ['region:north'] },
  ])
  expect(compared.body.rows).toMatchObject([
    { itemId: 'T01-P-02', what: 'off', fields: [{ field: 'reasonOff', before: null, after: '外包岗位' }] },
    {
      itemId: 'T02-F-09',
      what: 'changed',
      fields: [{ field: 'threshold', before: { op: 'range' }, after: { op: '>=' } }],
    },
    { itemId: 'T08-F-01', what: 'on', fields: [{ field: 'reasonOff', before: '单元门由开发商另行移交', after: null }] },
    { itemId: 'T08-X-01', what: 'added' },
  ])
  const sheet = await sheetOf((await head.get(`${url}.xlsx`)).body)
  const heads = sheet.find((row) => row.includes('核对')) ?? []
  const cell = (name: string, row: string[] = []) => row[heads.indexOf(name)]
  const published = sheet.at(-1)
  expect(['编制', '编制时间', '核对', '核对时间', '批准', '发布时间'].every((name) => cell(name, published))).toBe(true)
  expect(cell('核对', sheet.at(-2)) || cell('批准', sheet.at(-2))).toBeFalsy()
  const strange = await head.get(`${url}/${draft.id}/compare?with=${PRODUCT}`)
  expect(strange.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'query.with' })
  expect((await t.as(t.b.staff.centreHead).get(`${url}/${draft.id}/compare?with=${first.id}`)).status).toBe(404)
})

test('FD-766 a version of an estate is withdrawn until its day has come, and not after', async () => {
  const url = `/api/v1/estates/${t.a.id}/standards`
  const [head, second] = [t.as(t.a.staff.centreHead), t.as(quality)]
  const rows: (Standing & { id: string; state: string; inForce: boolean })[] = (await head.get(url)).body.rows
  const draft = rows.find((row) => row.state === 'draft')
  const held = rows.find((row) => row.inForce)
  const checked = (await second.post(`${url}/${draft?.id}/check`, { version: draft?.version })).body
  const to = { effectiveFrom: '2199-01-01', version: checked.version }
  const published = (await second.post(`${url}/${draft?.id}/publish`, to)).body
  expect(published).toMatchObject({ state: 'published', inForce: false })
  const end = { reason: '改为明年', version: published.version }
  expect((await t.as(t.a.staff.guard).post(`${url}/${draft?.id}/withdraw`, end)).status).toBe(403)
  const old = await head.post(`${url}/${draft?.id}/withdraw`, { ...end, version: end.version - 1 })
  expect(old.body.error.code).toBe('E_VERSION_STALE')
  expect((await head.post(`${url}/${draft?.id}/withdraw`, end)).body.state).toBe('withdrawn')
  const begun = await head.post(`${url}/${held?.id}/withdraw`, { reason: '不要了', version: held?.version })
  expect(begun.body.error.code).toBe('E_FIXED')
})
/** Who was told that a draft of the company waits for a check. */
const companyTold = () =>
  t.tx(async ({ db }) => {
    const { rows } = await sql<{ to_id: string; body: string }>`select to_id, body from outbox_message
      where template = 'standard.companyToCheck' order by to_id`.execute(db)
    for (const { body } of rows) expect(body).toContain('公司触点标准第 1 版草稿')
    return rows.map((row) => row.to_id)
  })
/** Who was told that a version of the estate waits for a check. */
const toldOf = (number: number) =>
  t.tx(async ({ db }) => {
    const { rows } = await sql<{ to_id: string }>`select to_id from outbox_message
      where estate_id = ${t.a.id} and template = 'standard.toCheck' and body like ${`%第 ${number} 版%`}`.execute(db)
    return rows.map((row) => row.to_id)
  })
