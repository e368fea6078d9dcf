import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { findMatter, sweepClocks } from '#modules/matters/index.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto, addPlace, itemOf, proposed } from '#test/inspection-rows.ts'
import { papersPrinted } from '#test/papers-printed.ts'
import { photoOf } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const head = () => t.as(t.a.staff.centreHead)
const matterOf = async (id: Uuid) => (await head().get(url(`matters/${id}`))).body
const cardOf = async (id: Uuid) => (await head().get(url(`findings/${id}`))).body
const act = async (by: Uuid, id: Uuid, verb: string, input: object = {}, plural = 'findings') => {
  const { version } = await matterOf(id)
  return t.as(by).post(url(`${plural}/${id}/${verb}`), { version, ...input })
}
const toldOf = (id: Uuid, template: string) =>
  t.tx(async ({ db }) =>
    (
      await db
        .selectFrom('outbox_message')
        .select('to_id')
        .where('estate_id', '=', t.a.id)
        .where('matter_id', '=', id)
        .where('template', '=', template)
        .execute()
    ).map((m) => m.to_id),
  )
const one = async (by: Uuid, place: Awaited<ReturnType<typeof addPlace>>, which: string, over: object = {}) => {
  const [made] = await proposed(t, by, place, [which], over)
  if (!made) throw new Error('nothing was proposed')
  return made
}
const clock = async (id: Uuid, name: string) =>
  (await matterOf(id)).clocks.find((c: { name: string; state: string }) => c.name === name && c.state === 'running')

test('FD-770 a failed item is proposed with severity, line and the lead of that line, without a customer or a callback', async () => {
  const place = await addPlace(t, 'T12', '3栋B梯')
  const made = await one(t.a.staff.guard, place, 'minor', { note: '轿厢地面有水' })
  const matter = await matterOf(made.matterId)
  const item = itemOf('T12', 'minor')
  expect(matter).toMatchObject({
    kind: 'finding',
    contactType: 'finding',
    channel: 'inspection',
    state: 'PROPOSED',
    customerSaid: null,
    staffSaw: '轿厢地面有水',
    place: '3栋B梯',
    contactable: false,
    owner: { id: t.a.staff.guard },
    flags: [],
  })
  expect(matter.title).toContain(item.zh)
  expect(matter.number).toMatch(/^\d\d-\d{6}$/)
  // OS-015 is about customers' words: the desk is not asked to take it
  expect(matter.clocks.map((c: { name: string }) => c.name)).toEqual(['finding.confirm'])
  const card = await cardOf(made.matterId)
  expect(card).toMatchObject({ severity: 'minor', itemId: item.id, place: { name: '3栋B梯' } })
  expect(card.sightings).toHaveLength(1)
  const toTake = await t.as(t.a.staff.frontDeskClerk).get(url('desk/to-take'))
  expect(JSON.stringify(toTake.body)).not.toContain(made.matterId)
})

test('FD-770 the same item at the same place joins what is open, also for two at once', async () => {
  const place = await addPlace(t, 'T05')
  const photo = await addPhoto(t, t.a.staff.areaSteward)
  const first = await one(t.a.staff.guard, place, 'minor')
  const again = await one(t.a.staff.areaSteward, place, 'minor', { fileIds: [photo], note: '还在' })
  expect(again).toMatchObject({ matterId: first.matterId, joined: true, number: first.number })
  const card = await cardOf(first.matterId)
  expect(card.sightings.map((s: { note: string | null }) => s.note)).toEqual(['还在', null])
  expect(card.photos.before).toMatchObject([{ id: photo }])

  const other = await addPlace(t, 'T05')
  const both = await Promise.all([1, 2, 3, 4].map(() => one(t.a.staff.guard, other, 'minor')))
  expect(new Set(both.map((b) => b.matterId)).size).toBe(1)
  expect(both.filter((b) => !b.joined)).toHaveLength(1)
  const listed = await head().get(url(`findings?placeId=${other.id}`))
  expect(listed.body.rows).toMatchObject([{ times: 4, number: both[0]?.number }])
})

test('FD-766 a phone carries what its person has to put right, and what others did to who may look at it again', async () => {
  const place = await addPlace(t, 'T13')
  const { technician, areaSteward, guard, repairLead } = t.a.staff
  const { matterId, number } = await one(guard, place, 'minor')
  const carried = async (who: Uuid) =>
    (await t.as(who).get(url('field/pack'))).body.findings.filter((f: { matterId: Uuid }) => f.matterId === matterId)
  expect(await carried(technician)).toEqual([])
  await act(t.a.staff.centreHead, matterId, 'confirm', { line: 'repair', handlerId: technician })
  const item = itemOf('T13', 'minor')
  const known = { matterId, number, placeId: place.id, itemId: item.id, severity: 'minor', statement: { zh: item.zh } }
  expect(await carried(technician)).toMatchObject([{ ...known, state: 'ASSIGNED', mine: true, may: ['rectify'] }])
  for (const other of [areaSteward, guard, repairLead]) expect(await carried(other)).toEqual([])

  const [seen] = await carried(technician)
  const body = { version: seen.version, measure: '已修', photoIds: [await addPhoto(t, technician)] }
  expect((await t.as(technician).post(url(`findings/${matterId}/rectify`), body)).status).toBe(200)
  expect(await carried(technician)).toEqual([])
  expect(await carried(guard)).toEqual([])
  expect(await carried(areaSteward)).toMatchObject([
    { ...known, state: 'RECTIFIED', mine: false, may: ['passCheck', 'failCheck'] },
  ])
  await act(areaSteward, matterId, 'pass-check')
  expect(await carried(areaSteward)).toEqual([])
})

test('FD-766 the mender’s phone carries the fault in words and photos, that of the second person what was mended, and why it was not right', async () => {
  const place = await addPlace(t, 'T13')
  const { technician, areaSteward, guard, centreHead } = t.a.staff
  const fault = await addPhoto(t, guard)
  const spoken = await photoOf(t, t.a.id, guard, 'audio/ogg')
  const { matterId } = await one(guard, place, 'minor', { note: '灯罩破裂', fileIds: [fault, spoken] })
  await act(centreHead, matterId, 'confirm', { line: 'repair', handlerId: technician })
  const carried = async (who: Uuid) =>
    (await t.as(who).get(url('field/pack'))).body.findings.find((f: { matterId: Uuid }) => f.matterId === matterId)
  const picture = (id: Uuid) => ({ id, thumbnail: false })
  const found = { note: '灯罩破裂', measure: null, cause: null, notRight: null }
  expect(await carried(technician)).toMatchObject({
    ...found,
    photos: { before: [picture(fault)], after: [], check: [] },
  })

  const mended = await addPhoto(t, technician)
  const said = { measure: '换了灯罩', rootCause: '被推车撞破' }
  await act(technician, matterId, 'rectify', { ...said, photoIds: [mended] })
  const second = { note: '灯罩破裂', measure: '换了灯罩', cause: '被推车撞破', notRight: null }
  expect(await carried(areaSteward)).toMatchObject({
    ...second,
    photos: { before: [picture(fault)], after: [picture(mended)], check: [] },
  })
  const loose = await addPhoto(t, areaSteward)
  await act(areaSteward, matterId, 'fail-check', { reason: '灯罩没有装牢', photoIds: [loose] })
  expect(await carried(technician)).toMatchObject({
    ...found,
    notRight: '灯罩没有装牢',
    photos: { before: [picture(fault)], after: [picture(mended)], check: [picture(loose)] },
  })
})

test('FD-766 who put it right does not look at it again; the handler may, and is pointed at', async () => {
  const place = await addPlace(t, 'T13')
  const lead = t.a.staff.repairLead
  const { matterId } = await one(t.a.staff.areaSteward, place, 'minor')
  await act(t.a.staff.centreHead, matterId, 'confirm', { line: 'repair', handlerId: t.a.staff.lineLead })
  const without = await act(lead, matterId, 'rectify', { measure: '已修' })
  expect(without.body.error).toMatchObject({ code: 'E_PHOTO_MISSING', field: 'body.photoIds' })
  const foreign = await act(lead, matterId, 'rectify', {
    measure: '已修',
    photoIds: [await addPhoto(t, t.a.staff.technician)],
  })
  expect(foreign.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.photoIds' })
  const photo = await addPhoto(t, lead)
  expect((await act(lead, matterId, 'rectify', { measure: '已修', photoIds: [photo] })).body.matter?.state).toBe(
    'RECTIFIED',
  )
  expect((await act(lead, matterId, 'pass-check')).body.error.code).toBe('E_SECOND_PERSON')
  expect((await act(lead, matterId, 'fail-check', { reason: '不行' })).body.error.code).toBe('E_SECOND_PERSON')
  const failed = await act(t.a.staff.areaSteward, matterId, 'fail-check', { reason: '仍有积水' })
  expect(failed.body.matter).toMatchObject({ state: 'ASSIGNED', attempt: 1 })
  expect((await cardOf(matterId)).failedChecks).toBe(1)
  await act(lead, matterId, 'rectify', { measure: '再修', photoIds: [await addPhoto(t, lead)] })
  const passed = await act(t.a.staff.lineLead, matterId, 'pass-check')
  expect(passed.body.matter.state).toBe('CLOSED')
  expect(passed.body.warnings).toMatchObject([{ code: 'W_CHECK_BY_HANDLER' }])
  expect(await cardOf(matterId)).toMatchObject({ rectifiedBy: { id: lead }, checkedBy: { id: t.a.staff.lineLead } })
})

test('FD-766 why it failed stands beside how it was put right, until the second look refuses it', async () => {
  const place = await addPlace(t, 'T13')
  const { areaSteward, repairLead, centreHead } = t.a.staff
  const { matterId } = await one(areaSteward, place, 'minor')
  await act(centreHead, matterId, 'confirm', { line: 'repair', handlerId: repairLead })
  const said = { measure: '换了灯管', rootCause: '镇流器老化' }
  await act(repairLead, matterId, 'rectify', { ...said, photoIds: [await addPhoto(t, repairLead)] })
  expect(await cardOf(matterId)).toMatchObject({ measure: '换了灯管', cause: '镇流器老化' })
  expect(JSON.stringify((await head().get(url(`matters/${matterId}/timeline`))).body)).toContain('镇流器老化')
  await act(areaSteward, matterId, 'fail-check', { reason: '又灭了' })
  expect(await cardOf(matterId)).toMatchObject({ measure: null, cause: null })
  await act(repairLead, matterId, 'rectify', { measure: '重新接线', photoIds: [await addPhoto(t, repairLead)] })
  expect(await cardOf(matterId)).toMatchObject({ measure: '重新接线', cause: null })
})

test('FD-766 the same again within the months of a repeat is a repeat, shown and counted', async () => {
  const place = await addPlace(t, 'T10')
  const steward = t.a.staff.areaSteward
  const first = await one(steward, place, 'minor')
  await act(t.a.staff.centreHead, first.matterId, 'confirm', { line: 'cleaning', handlerId: steward })
  await act(steward, first.matterId, 'rectify', { measure: '已清', photoIds: [await addPhoto(t, steward)] })
  await act(t.a.staff.centreHead, first.matterId, 'pass-check')
  const second = await one(steward, place, 'minor')
  expect(second.joined).toBe(false)
  expect((await matterOf(second.matterId)).links).toMatchObject([{ kind: 'repeatOf', id: first.matterId }])
  expect((await cardOf(second.matterId)).earlier).toMatchObject([{ id: first.matterId, state: 'CLOSED' }])
  const listed = await head().get(url(`findings?placeId=${place.id}&repeat=true`))
  expect(listed.body.rows).toMatchObject([{ id: second.matterId, repeat: true }])
  const repeats = await head().get(url('repeated-failures?touchpoint=T10'))
  expect(repeats.body.rows).toMatchObject([{ place: { id: place.id }, findings: 2, open: 1 }])
  // FD-766: what comes again has its cause before it is closed
  await act(t.a.staff.centreHead, second.matterId, 'confirm', { line: 'cleaning', handlerId: steward })
  await act(steward, second.matterId, 'rectify', { measure: '已清', photoIds: [await addPhoto(t, steward)] })
  const bare = await act(t.a.staff.centreHead, second.matterId, 'pass-check')
  expect(bare.body.error).toMatchObject({ code: 'E_REASON_MISSING', field: 'body.rootCause' })
  // what is open anew has its own matter; the old one is not opened beside it
  const reopened = await act(t.a.staff.centreHead, first.matterId, 'reopen', { newFact: '又满了' })
  expect(reopened.body.error).toMatchObject({ code: 'E_DUPLICATE', details: { number: second.number } })
})

describe('times by severity', () => {
  const confirmed = async (which: 'major' | 'minor') => {
    const place = await addPlace(t, 'T05')
    const { matterId } = await one(t.a.staff.areaSteward, place, which)
    await act(t.a.staff.centreHead, matterId, 'confirm', { line: 'repair', handlerId: t.a.staff.repairLead })
    return matterId
  }

  test('FD-770 a minor fault has seven days; found worse, its time is reckoned anew from then, and it alarms', async () => {
    const id = await confirmed('minor')
    const before = await clock(id, 'finding.rectify')
    expect(Date.parse(before.dueAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
    const same = await act(t.a.staff.centreHead, id, 'regrade', { severity: 'minor', reason: '一样' })
    expect(same.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.severity' })
    await act(t.a.staff.centreHead, id, 'regrade', { severity: 'critical', reason: '漏电' })
    const after = await clock(id, 'finding.rectify')
    expect(Math.abs(Date.parse(after.dueAt) - Date.now() - 4 * 3_600_000)).toBeLessThan(60_000)
    expect((await toldOf(id, 'finding.alarm')).sort()).toEqual(
      [t.a.staff.repairLead, t.a.staff.csLead, t.a.staff.centreHead, t.a.staff.qualityDept].sort(),
    )
    expect((await cardOf(id)).severity).toBe('critical')
  })

  test('FD-770 a postponement has its reason and its limit, however often it is asked for', async () => {
    const id = await confirmed('minor')
    const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const post = (until: string) => act(t.a.staff.centreHead, id, 'postpone', { until, reason: '等配件' })
    expect((await post(on(-1))).body.error).toMatchObject({ code: 'E_TIME_PAST', field: 'body.until' })
    expect((await post(on(60))).body.error).toMatchObject({ code: 'E_TIME_RANGE', field: 'body.until' })
    expect((await post(on(20))).status).toBe(200)
    expect((await post(on(35))).status).toBe(200)
    expect((await post(on(40))).body.error?.code).toBe('E_TIME_RANGE')
    expect((await clock(id, 'finding.rectify')).dueAt.slice(0, 10)).toBe(on(35).slice(0, 10))
  })

  test('FD-770 what is not put right in time is a breach, told to lead and head', async () => {
    const id = await confirmed('major')
    const { dueAt } = await clock(id, 'finding.rectify')
    // warned twice, then breached
    for (let step = 0; step < 3; step += 1)
      await t.tx((tx) => sweepClocks(tx), { now: new Date(Date.parse(dueAt) + 60_000).toISOString() })
    expect((await matterOf(id)).overdue).toBe(true)
    const late = await head().get(url('findings?overdue=true'))
    expect(late.body.rows.map((r: { id: Uuid }) => r.id)).toContain(id)
  })
})

test('quality-model 8.1 a critical fault of a facility is assigned at birth, alarms and opens a work order at once', async () => {
  const place = await addPlace(t, 'T12', '5栋A梯')
  const made = await one(t.a.staff.guard, place, 'T12-F-13')
  const matter = await matterOf(made.matterId)
  const item = itemOf('T12', 'T12-F-13')
  expect(item).toMatchObject({ severity: 'critical', aspect: 'facility' })
  expect(matter).toMatchObject({
    state: 'ASSIGNED',
    line: 'repair',
    urgent: true,
    handler: { id: t.a.staff.repairLead },
  })
  expect((await toldOf(made.matterId, 'finding.alarm')).sort()).toEqual(
    [t.a.staff.repairLead, t.a.staff.csLead, t.a.staff.centreHead, t.a.staff.qualityDept].sort(),
  )
  const { order } = await cardOf(made.matterId)
  const service = await matterOf(order.id)
  expect(service).toMatchObject({ kind: 'service', state: 'CONFIRMED_TO_CUSTOMER', place: '5栋A梯' })
  const orders = await t.tx(({ db }) =>
    db.selectFrom('work_order').select(['executor_id', 'state']).where('matter_id', '=', order.id).execute(),
  )
  expect(orders).toMatchObject([{ executor_id: t.a.staff.repairLead }])
  // the finding follows its order: an accepted result waits for the second look, and nobody has to be called back
  await t.tx(async ({ db }) => {
    await db.updateTable('matter').set({ state: 'DONE', result: '已更换合格证' }).where('id', '=', order.id).execute()
    await db.updateTable('work_order').set({ state: 'SUBMITTED' }).where('matter_id', '=', order.id).execute()
  })
  const accepted = await act(t.a.staff.csLead, order.id, 'accept-result', { supervisionNote: '看过' }, 'services')
  expect(accepted.status, JSON.stringify(accepted.body.error)).toBe(200)
  expect((await matterOf(order.id)).state).toBe('CLOSED')
  expect(await matterOf(made.matterId)).toMatchObject({ state: 'RECTIFIED', result: '已更换合格证' })
  expect((await cardOf(made.matterId)).rectifiedBy).toMatchObject({ id: t.a.staff.repairLead })
  expect((await act(t.a.staff.repairLead, made.matterId, 'pass-check')).body.error.code).toBe('E_SECOND_PERSON')
  // an order does not say why it failed; what is critical is not closed before somebody has
  const bare = await act(t.a.staff.qualityDept, made.matterId, 'pass-check')
  expect(bare.body.error).toMatchObject({ code: 'E_REASON_MISSING', field: 'body.rootCause' })
  const passed = await act(t.a.staff.qualityDept, made.matterId, 'pass-check', { rootCause: '年检到期未跟进' })
  expect(passed.body.matter.state).toBe('CLOSED')
  expect((await cardOf(made.matterId)).cause).toBe('年检到期未跟进')
})

test('FD-770 an order that was called off leaves the finding to its handler', async () => {
  const place = await addPlace(t, 'T12')
  const { matterId } = await one(t.a.staff.guard, place, 'T12-F-13')
  const { order } = await cardOf(matterId)
  const twice = await act(t.a.staff.centreHead, matterId, 'open-order', {
    executorId: t.a.staff.technician,
    from: new Date(Date.now() + 60_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
  })
  expect(twice.body.error).toMatchObject({ code: 'E_DUPLICATE', details: { number: order.number } })
  await act(t.a.staff.csLead, order.id, 'cancel', { reason: 'madeTwice', customerWords: '另有人处理' }, 'services')
  expect(await matterOf(matterId)).toMatchObject({ state: 'ASSIGNED' })
  expect(await toldOf(matterId, 'finding.orderGone')).toContain(t.a.staff.repairLead)
})

test('FD-770 a finding stands on the board, in the search, on paper, in the log and in Excel', async () => {
  const place = await addPlace(t, 'T07', '南门宣传栏')
  const { matterId, number } = await one(t.a.staff.areaSteward, place, 'minor')
  const board = await head().get(url('matters?kind=finding&contactType=finding&limit=200'))
  expect(board.body.rows.map((r: { id: Uuid }) => r.id)).toContain(matterId)
  const found = await head().get(url(`matters?q=${encodeURIComponent('南门宣传栏')}`))
  expect(found.body.rows.map((r: { id: Uuid }) => r.id)).toContain(matterId)
  const omnibox = await head().get(`/api/v1/omnibox?q=${number}`)
  expect(JSON.stringify(omnibox.body)).toContain(number)
  const pdf = await head().get(url(`matters/${matterId}/print.pdf`))
  expect(pdf.body.subarray(0, 4).toString()).toBe('%PDF')
  expect(await papersPrinted(t, 'matter')).toHaveLength(1)
  const log = await sheetOf((await head().get(url('matters.xlsx?kind=finding'))).body)
  expect(log.flat()).toContain(number)
  const sheet = await sheetOf((await head().get(url(`findings.xlsx?placeId=${place.id}`))).body)
  expect(sheet[1]).toEqual(expect.arrayContaining([number, '南门宣传栏', '一般', '待确认']))
  const timeline = await head().get(url(`matters/${matterId}/timeline`))
  expect(timeline.body.rows).toMatchObject([{ type: 'registered' }])
  expect((await head().get(url('dashboard'))).status).toBe(200)
})

test('FD-770 a finding by hand is of an item that this very place has, and has a photo of whoever found it', async () => {
  const [usual, wrapped] = [await addPlace(t, 'T08', '平台东'), await addPlace(t, 'T08', '平台西')]
  const traits = CATALOGUE_ITEMS.filter((item) => item.touchpoint === 'T08' && item.trait !== null)
  const [trait] = traits
  if (!trait?.trait) throw new Error('T08 has no item of a trait')
  const own = trait.trait
  await t.tx(({ db }) =>
    db
      .updateTable('place')
      .set({ traits: [own] })
      .where('id', '=', wrapped.id)
      .execute(),
  )
  const by = t.a.staff.areaSteward
  const steward = t.as(by)
  const offered = async (placeId: Uuid) =>
    (await steward.get(url(`findable?touchpoint=T08&placeId=${placeId}`))).body.items.map((i: { id: string }) => i.id)
  expect([await offered(usual.id), await offered(wrapped.id)].map((ids) => ids.includes(trait.id))).toEqual([
    false,
    true,
  ])
  const body = { itemId: trait.id, note: '松动', fileIds: [await addPhoto(t, by)] }
  const wrong = await steward.post(url('findings'), { ...body, placeId: usual.id })
  expect(wrong.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.itemId' })
  const at = { ...body, placeId: wrapped.id }
  const bare = await steward.post(url('findings'), { ...at, fileIds: [] })
  expect(bare.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.fileIds' })
  const foreign = await steward.post(url('findings'), { ...at, fileIds: [await addPhoto(t, t.a.staff.guard)] })
  expect(foreign.body.error).toMatchObject({ code: 'E_FILE_FOREIGN', field: 'body.fileIds' })
  const voice = await addPhoto(t, by)
  await t.tx(({ db }) => db.updateTable('file').set({ mime: 'audio/wav' }).where('id', '=', voice).execute())
  const heard = await steward.post(url('findings'), { ...at, fileIds: [voice] })
  expect(heard.body.error).toMatchObject({ code: 'E_PHOTO_MISSING', field: 'body.fileIds' })
  const made = await steward.post(url('findings'), at)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect((await cardOf(made.body.id)).photos.before).toHaveLength(1)
  const searched = await steward.get(url(`findable?touchpoint=T08&q=${encodeURIComponent('台西')}`))
  expect(searched.body.places.map((p: { id: Uuid }) => p.id)).toEqual([wrapped.id])
})

test('FD-770 from a complaint to the place it is about: a finding by hand, linked, of an item that the place has', async () => {
  const place = await addPlace(t, 'T10')
  const complaint = (
    await t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
      contactType: 'complaint',
      channel: 'phone',
      customerSaid: '垃圾桶满了三天',
      place: '5栋',
      complaint: { feeling: '很生气', wish: '每天清', touchpoint: 'T10' },
    })
  ).body.matter
  const fileIds = [await addPhoto(t, t.a.staff.areaSteward)]
  const body = {
    placeId: place.id,
    itemId: itemOf('T10', 'major').id,
    note: '确实满了',
    complaintId: complaint.id,
    fileIds,
  }
  const steward = t.as(t.a.staff.areaSteward)
  const made = await steward.post(url('findings'), body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect(made.body.joined).toBe(false)
  expect((await matterOf(made.body.id)).links).toMatchObject([{ kind: 'becauseOf', id: complaint.id }])
  expect((await steward.post(url('findings'), body)).body).toMatchObject({ id: made.body.id, joined: true })
  const wrong = await steward.post(url('findings'), { ...body, itemId: 'T12-F-13' })
  expect(wrong.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.itemId' })
  const elsewhere = await addPlace(t, 'T10', '别处', t.b.id)
  const forged = await steward.post(url('findings'), { ...body, placeId: elsewhere.id })
  expect(forged.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.placeId' })
  const choices = await steward.get(url(`findable?touchpoint=T10&placeId=${place.id}`))
  expect(choices.body.places.map((p: { id: Uuid }) => p.id)).toContain(place.id)
  expect(choices.body.items.length).toBeGreaterThan(5)
})

test('FD-770 findings are seen within the estate, the line, or what is one’s own', async () => {
  const place = await addPlace(t, 'T13')
  const { matterId } = await one(t.a.staff.areaSteward, place, 'minor')
  expect((await t.as(t.b.staff.centreHead).get(url('findings'))).status).toBe(404)
  expect((await t.as(t.a.staff.cashier).get(url('findings'))).status).toBe(403)
  const seen = async (by: Uuid) =>
    (await t.as(by).get(url(`findings?placeId=${place.id}`))).body.rows.map((r: { id: Uuid }) => r.id)
  expect(await seen(t.a.staff.centreHead)).toEqual([matterId])
  expect(await seen(t.a.staff.technician)).toEqual([])
  expect((await t.as(t.a.staff.technician).get(url(`findings/${matterId}`))).status).toBe(404)
  for (const query of ['cursor=eyJ', 'from=2026-11-02&to=2026-11-01', 'severity=bad', 'itemId=T1'])
    expect((await head().get(url(`findings?${query}`))).body.error.field).toMatch(/^query\./)
  expect(await t.tx((tx) => findMatter(tx, t.a.id, matterId))).toMatchObject({ kind: 'finding' })
})
