import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EstateStandard, StandardItem, StandardVersion } from '#contract/standards.ts'
import type { Uuid } from '#contract/values.ts'
import { type Answer, openTestHouse, type TestHouse } from '#test/house.ts'
import { ownItem, PRODUCT_STANDARD } from '#test/inspection-rows.ts'
import { makePlace } from '#test/look-steps.ts'

let t: TestHouse
let editor: Uuid
let leader: Uuid
let doorId: Uuid
let today: string
beforeAll(async () => {
  t = await openTestHouse()
  ;[editor, leader] = [await t.hire(t.a.id, 'qualityDept'), await t.hire(t.a.id, 'companyLeader')]
  await t.tx(({ db }) =>
    db.updateTable('staff_role').set({ estate_id: null }).where('staff_id', 'in', [editor, leader]).execute(),
  )
  doorId = await makePlace(t, { code: '门1', touchpoint: 'T08', name: '1栋单元门' })
  today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
})
afterAll(() => t?.close())

const ok = ({ status, body }: Answer) => {
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return body
}
const own = () => `/api/v1/estates/${t.a.id}/standards`
const head = () => t.as(t.a.staff.centreHead)

const contentOf = ({ traits, standing, off, added, changed, version }: EstateStandard) => ({
  traits,
  standing,
  off,
  added,
  changed,
  version,
})
/** A fresh draft; one that another test left open is withdrawn. */
const drafted = async (): Promise<EstateStandard> => {
  const rows: EstateStandard[] = ok(await head().get(own())).rows
  const left = rows.find((row) => row.state === 'draft')
  if (left) ok(await head().post(`${own()}/${left.id}/withdraw`, { reason: '重来', version: left.version }))
  return ok(await head().post(own(), {}))
}
const save = (draft: EstateStandard, over: Partial<EstateStandard>): Promise<Answer> =>
  head().put(`${own()}/${draft.id}`, { ...contentOf(draft), ...over })
const inForce = async (draft: EstateStandard): Promise<EstateStandard> => {
  const second = t.as(t.a.staff.csLead)
  const { version } = ok(await second.post(`${own()}/${draft.id}/check`, { version: draft.version }))
  return ok(await second.post(`${own()}/${draft.id}/publish`, { effectiveFrom: today, version }))
}
const askedAtDoor = async (): Promise<string[]> =>
  ok(await head().get(`/api/v1/estates/${t.a.id}/places/${doorId}/checklist`)).items.map((i: { id: string }) => i.id)

/** A version of the company, with what is done in its draft, in force from today. */
const company = async (fromId: Uuid, write: (path: string) => Promise<unknown>): Promise<Uuid> => {
  const { id } = ok(await t.as(editor).post('/api/v1/standards', { fromId, name: '公司版' }))
  const path = `/api/v1/standards/${id}`
  await write(path)
  const rows: StandardVersion[] = ok(await t.as(editor).get('/api/v1/standards')).rows
  const { version } = ok(
    await t.as(leader).post(`${path}/check`, { version: rows.find((row) => row.id === id)?.version }),
  )
  ok(await t.as(leader).post(`${path}/publish`, { effectiveFrom: today, version }))
  return id
}
const itemInput = ({ id: _i, touchpoint: _t, aspect: _a, basis: _b, origin: _o, seq: _s, ...input }: StandardItem) =>
  input
const put = async (path: string, itemId: string, over: object): Promise<Answer> => {
  const [item] = ok(await t.as(editor).get(`${path}/items?q=${itemId}`)).rows
  return t.as(editor).put(`${path}/items/${itemId}`, { ...itemInput(item), ...over })
}

const OFF = { 'T08-F-01': '单元门由开发商另行移交' }
let switchedOff: Uuid

test('FD-766 an estate that varied an item goes on when the company switches it off; what it said rests, and holds when it is switched on again', async () => {
  const first = await drafted()
  await inForce(ok(await save(first, { off: OFF, changed: { 'T08-F-03': { severity: 'critical' } } })))
  switchedOff = await company(PRODUCT_STANDARD, async (path) => {
    for (const itemId of ['T08-F-01', 'T08-F-03']) ok(await put(path, itemId, { active: false }))
  })

  const next = await drafted()
  expect(next).toMatchObject({ off: OFF, changed: { 'T08-F-03': { severity: 'critical' } } })
  const saved = ok(await save(next, { traits: ['glass-door'] }))
  expect(saved).toMatchObject({ traits: ['glass-door'], off: OFF })
  // what rests can be taken out, and who checks sees it
  const lighter = ok(await save(saved, { changed: {} }))
  const compared = ok(await head().get(`${own()}/${next.id}/compare?with=${first.id}`))
  expect(compared.rows).toMatchObject([{ itemId: 'T08-F-03', what: 'changed', fields: [{ field: 'severity' }] }])
  await inForce(lighter)
  const asked = await askedAtDoor()
  expect([asked.includes('T08-F-01'), asked.includes('T08-F-03')]).toEqual([false, false])

  await company(switchedOff, async (path) => {
    for (const itemId of ['T08-F-01', 'T08-F-03']) ok(await put(path, itemId, { active: true }))
  })
  const again = await askedAtDoor()
  expect([again.includes('T08-F-01'), again.includes('T08-F-03')]).toEqual([false, true])
})

test('FD-766 what an estate says of an item that the company no longer has is dropped; of one that no version has it is refused', async () => {
  let added = ''
  await company(PRODUCT_STANDARD, async (path) => {
    const [like] = ok(await t.as(editor).get(`${path}/items?q=T08-F-02`)).rows
    const { active: _, version: _v, ...input } = itemInput(like)
    const body = { ...input, touchpoint: 'T08', aspect: 'facility', zh: '门框无锈蚀' }
    added = ok(await t.as(editor).post(`${path}/items`, body)).id
  })
  const draft = await drafted()
  const saved = ok(await save(draft, { off: { ...draft.off, [added]: '木门框' } }))
  expect(Object.keys(saved.off)).toEqual(['T08-F-01', added])
  // the draft is open while a version without the item comes into force
  await company(PRODUCT_STANDARD, async () => undefined)
  const kept = ok(await save(saved, { traits: ['stone-floor'] }))
  expect([kept.off, kept.traits]).toEqual([OFF, ['stone-floor']])
  const never = await save(kept, { off: { ...OFF, 'T08-F-98': '没有这一条' } })
  expect(never.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.off.T08-F-98' })
  await inForce(kept)
})

test('a frequency and a trait of an item are emptied; a range has its lower end first', async () => {
  let path = ''
  await company(PRODUCT_STANDARD, async (draft) => {
    path = draft
    ok(await put(draft, 'T08-F-02', { frequency: 'daily', trait: 'glass-door' }))
    const emptied = ok(await put(draft, 'T08-F-02', { frequency: undefined, trait: undefined }))
    expect(emptied).toMatchObject({ frequency: null, trait: null })
    const lux = { metric: 'lux', op: 'range', value: [50, 0], unit: 'lx' }
    const turned = await put(draft, 'T02-F-09', { threshold: lux })
    expect([turned.status, turned.body.error]).toMatchObject([400, { field: 'body.threshold.value' }])
    ok(await put(draft, 'T02-F-09', { threshold: { ...lux, value: [50, 150] } }))
  })
  const [light] = ok(await t.as(editor).get(`${path}/items?q=T02-F-09`)).rows
  expect(light.threshold.value).toEqual([50, 150])
})

test('an estate that says a range turned round is refused beside the item; one kept from before is still read', async () => {
  const draft = await drafted()
  const lux = (value: [number, number]) => ({
    'T02-F-09': { threshold: { metric: 'lux', op: 'range' as const, value, unit: 'lx' } },
  })
  const turned = await save(draft, { changed: lux([50, 0]) })
  expect([turned.status, turned.body.error]).toMatchObject([400, { field: 'body.changed.T02-F-09.threshold.value' }])
  await t.tx(({ db }) =>
    sql`update estate_standard set changed = ${JSON.stringify(lux([50, 0]))} where id = ${draft.id}`.execute(db),
  )
  const rows: EstateStandard[] = ok(await head().get(own())).rows
  expect(rows.find((row) => row.id === draft.id)?.changed).toEqual(lux([50, 0]))
  await inForce(ok(await save(draft, { changed: lux([50, 150]) })))
})

test('the number of an own item that was removed is given to no other statement', async () => {
  await inForce(ok(await save(await drafted(), { added: [ownItem] })))
  await inForce(ok(await save(await drafted(), { added: [] })))
  const draft = await drafted()
  const bell = { ...ownItem, zh: '门铃响亮', en: 'The bell is loud' }
  const refused = await save(draft, { added: [bell] })
  expect(refused.body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.added.0',
    details: { itemId: 'T08-X-01', why: 'numberUsed' },
  })
  const both = ok(
    await save(draft, {
      added: [ownItem, { ...bell, id: 'T08-X-02' }],
    }),
  )
  // put in other words it is the same item
  ok(
    await save(both, {
      added: [
        { ...ownItem, zh: '门禁屏幕完好' },
        { ...bell, id: 'T08-X-02' },
      ],
    }),
  )
})
