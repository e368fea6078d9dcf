import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { sweepClocks } from '#modules/matters/index.ts'
import { maySeeFile } from '#platform/files/visibility.ts'
import { actorOf, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto, addPlace, proposed } from '#test/inspection-rows.ts'
import { toldOfLateness } from '#test/late-clock.ts'
import { papersPrinted } from '#test/papers-printed.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { addHome, reported } from '#test/violation-steps.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const steward = () => t.as(t.a.staff.areaSteward)
const matterOf = async (id: Uuid) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body
const cardOf = async (id: Uuid) => (await t.as(t.a.staff.centreHead).get(url(`violations/${id}`))).body
const act = async (by: Uuid, id: Uuid, verb: string, input: object = {}) =>
  t.as(by).post(url(`violations/${id}/${verb}`), { version: (await matterOf(id)).version, ...input })
/** The move as the steward makes it; it must be taken. */
const done = async (id: Uuid, verb: string, input: object = {}) => {
  const answer = await act(t.a.staff.areaSteward, id, verb, input)
  expect(answer.status, `${verb}: ${JSON.stringify(answer.body.error)}`).toBe(200)
}
const photos = async (by = t.a.staff.areaSteward) => ({ photoIds: [await addPhoto(t, by)] })
const dueOf = async (id: Uuid, name: string) =>
  (await matterOf(id)).clocks.find((c: { name: string; state: string }) => c.name === name && c.state === 'running')
    ?.dueAt
/** The estate's day so many days from today. */
const dayIn = (days: number) => new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
/** 24:00 of that day in the estate. */
const endOf = (day: string) => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()

const confirmed = async (over: Record<string, unknown> = {}): Promise<Uuid> => {
  const { id } = (await reported(t, t.a.staff.guard, over)).body
  await done(id, 'confirm', { line: 'customerService', handlerId: t.a.staff.areaSteward })
  return id
}
const talk = { spokeWith: '周丽华', situation: '说明了规约和对邻居的影响', outcome: 'refused' }
const noticed = async (deadline?: string): Promise<Uuid> => {
  const id = await confirmed()
  await done(id, 'persuade', { ...talk, helpOffered: '愿意代办备案' })
  await done(id, 'issue-notice', {
    addressee: '周丽华',
    demand: '拆除雨棚，恢复原状',
    ...(deadline ? { deadline } : {}),
  })
  await done(id, 'serve-notice', { receipt: 'signed', signedBy: '周丽华', ...(await photos()) })
  return id
}

const deadlineOn = (id: Uuid, days: number) =>
  t.tx(({ db }) =>
    db
      .updateTable('violation')
      .set({ notice_deadline: dayIn(days), notice_issued_on: dayIn(days - 7) })
      .where('matter_id', '=', id)
      .execute(),
  )

test('FD-771 a violation keeps unit, kind, who found it and a photo, and is told to who leads the line', async () => {
  const unitId = await addHome(t)
  const without = await reported(t, t.a.staff.guard, { unitId, photoIds: [] })
  expect(without.body.error).toMatchObject({ code: 'E_PHOTO_MISSING', field: 'body.photoIds' })
  const made = await reported(t, t.a.staff.guard, { unitId, type: 'loadBearing', words: '砸了承重墙', place: '客厅' })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const matter = await matterOf(made.body.id)
  expect(matter).toMatchObject({
    kind: 'violation',
    state: 'REPORTED',
    line: 'repair',
    unit: { id: unitId },
    place: '客厅',
    staffSaw: '砸了承重墙',
    owner: { id: t.a.staff.guard },
    handler: { id: t.a.staff.repairLead },
  })
  expect(matter.title).toContain('破坏承重结构')
  const card = await cardOf(made.body.id)
  expect(card).toMatchObject({
    type: 'loadBearing',
    renovation: true,
    foundBy: { id: t.a.staff.guard },
    suggestion: { line: 'repair', handler: { id: t.a.staff.repairLead } },
    steps: [{ step: 'found', words: '砸了承重墙', photos: [{ mime: 'image/jpeg' }] }],
  })
  expect((await told(t, 'violation.reported')).map((m) => m.to_id)).toEqual(
    expect.arrayContaining([t.a.staff.repairLead, t.a.staff.csLead]),
  )
  // nobody's word: the desk is not asked to take it
  const toTake = await t.as(t.a.staff.frontDeskClerk).get(url('desk/to-take'))
  expect(JSON.stringify(toTake.body)).not.toContain(made.body.id)
})

test('FD-771 somebody else found it, and earlier: both are kept, a time to come or a stranger is refused beside its field', async () => {
  const foundAt = new Date(Date.now() - 7_200_000).toISOString()
  const { id } = (await reported(t, t.a.staff.areaSteward, { foundAt, foundById: t.a.staff.guard })).body
  expect(await cardOf(id)).toMatchObject({ foundBy: { id: t.a.staff.guard }, foundAt })
  const ahead = new Date(Date.now() + 3_600_000).toISOString()
  expect((await reported(t, t.a.staff.areaSteward, { foundAt: ahead })).body.error).toMatchObject({
    code: 'E_TIME_FUTURE',
    field: 'body.foundAt',
  })
  expect((await reported(t, t.a.staff.areaSteward, { foundById: t.b.staff.guard })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.foundById',
  })
  const foreign = await reported(t, t.a.staff.areaSteward, { unitId: t.b.id })
  expect(foreign.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.unitId' })
})

test('FD-770 the same at the same home joins what is open, also for four at once', async () => {
  const unitId = await addHome(t)
  const by = [t.a.staff.guard, t.a.staff.areaSteward, t.a.staff.guard, t.a.staff.areaSteward]
  const all = await Promise.all(by.map((who) => reported(t, who, { unitId, type: 'clutter', words: '堆放纸箱' })))
  expect(new Set(all.map((a) => a.body.id)).size).toBe(1)
  expect(all.filter((a) => !a.body.joined)).toHaveLength(1)
  const { steps } = await cardOf(all[0]?.body.id)
  expect(steps.filter((s: { step: string }) => s.step === 'seen')).toHaveLength(3)
  // another kind there, and what nobody can name, stands for itself
  expect((await reported(t, t.a.staff.guard, { unitId, type: 'parking' })).body.joined).toBe(false)
  const others = [
    await reported(t, t.a.staff.guard, { unitId, type: 'other' }),
    await reported(t, t.a.staff.guard, { unitId, type: 'other' }),
  ]
  expect(new Set(others.map((a) => a.body.id)).size).toBe(2)
})

test('FD-771 who joins with danger, a place or where it came from changes what is known: the heads hear of it', async () => {
  const unitId = await addHome(t)
  const { id } = (await reported(t, t.a.staff.areaSteward, { unitId, type: 'commonParts' })).body
  const heard = async () => (await told(t, 'violation.danger')).map((m) => m.to_id)
  const before = (await heard()).length
  const [found] = await proposed(t, t.a.staff.guard, await addPlace(t, 'T13'), ['minor'])
  const becauseOfId = found?.matterId
  const again = await reported(t, t.a.staff.guard, {
    unitId,
    type: 'commonParts',
    danger: true,
    place: '天台',
    becauseOfId,
  })
  expect(again.body).toMatchObject({ id, joined: true })
  expect(await cardOf(id)).toMatchObject({ danger: true, steps: [{ step: 'seen', words: '天台\n阳台外加装雨棚' }, {}] })
  expect((await heard()).slice(before)).toContain(t.a.staff.centreHead)
  expect((await matterOf(id)).links).toMatchObject([{ kind: 'becauseOf', id: becauseOfId }])
  // told once
  const times = (await heard()).length
  await reported(t, t.a.staff.guard, { unitId, type: 'commonParts', danger: true })
  expect(await heard()).toHaveLength(times)
})

test('FD-770 what a guard reported with a photo becomes a violation with that photo, seen by whoever sees the violation', async () => {
  const photo = await addPhoto(t, t.a.staff.guard)
  const seen = await t.as(t.a.staff.guard).post(url('matters'), {
    contactType: 'service',
    channel: 'inspection',
    customerSaid: '走廊堆放纸箱',
    place: '走廊',
    contactable: false,
    noCallbackWish: true,
    fileIds: [photo],
  })
  expect(seen.status, JSON.stringify(seen.body)).toBe(201)
  const by = t.a.staff.csLead
  const { id } = (await reported(t, by, { type: 'clutter', photoIds: [], becauseOfId: seen.body.matter.id })).body
  expect((await cardOf(id)).steps[0].photos).toMatchObject([{ id: photo }])
  await t.as(by).post(url(`violations/${id}/confirm`), {
    version: (await matterOf(id)).version,
    line: 'repair',
    handlerId: t.a.staff.repairLead,
  })
  const sees = (who: Uuid) =>
    t.tx(async (tx) => {
      const file = tx.db.selectFrom('file').selectAll().where('estate_id', '=', t.a.id).where('id', '=', photo)
      return maySeeFile(tx, await actorOf(t, who), await file.executeTakeFirstOrThrow())
    })
  expect(await sees(t.a.staff.repairLead)).toBe(true)
  expect(await sees(t.a.staff.cleaner)).toBe(false)
})

test('FD-771 danger is told to the head at once', async () => {
  await reported(t, t.a.staff.guard, { type: 'fireSafety', danger: true })
  expect((await told(t, 'violation.danger')).map((m) => m.to_id)).toEqual(
    expect.arrayContaining([t.a.staff.csLead, t.a.staff.centreHead]),
  )
})

test('FD-770 a finding of a patrol becomes a violation that says where it came from', async () => {
  const place = await addPlace(t, 'T13')
  const [found] = await proposed(t, t.a.staff.guard, place, ['minor'])
  const { id } = (await reported(t, t.a.staff.areaSteward, { becauseOfId: found?.matterId })).body
  expect((await matterOf(id)).links).toMatchObject([{ kind: 'becauseOf', id: found?.matterId }])
  const foreign = await reported(t, t.a.staff.areaSteward, { becauseOfId: t.a.id })
  expect(foreign.body.error).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.becauseOfId' })
})

test('FD-771 talk and help come before a notice; each attempt is kept with who, whom and what came of it', async () => {
  const id = await confirmed()
  const early = await act(t.a.staff.areaSteward, id, 'issue-notice', { addressee: '周丽华', demand: '拆除雨棚' })
  expect(early.body.error).toMatchObject({ code: 'E_PERSUADE_FIRST', details: { missing: ['talk', 'help'] } })
  await done(id, 'persuade', talk)
  const helpless = await act(t.a.staff.areaSteward, id, 'issue-notice', { addressee: '周丽华', demand: '拆除雨棚' })
  expect(helpless.body.error).toMatchObject({ code: 'E_PERSUADE_FIRST', details: { missing: ['help'], talks: 1 } })
  await done(id, 'persuade', { ...talk, persuader: 'ownersCommittee', helpOffered: '协助申请统一样式' })
  const { steps } = await cardOf(id)
  expect(steps.slice(0, 2)).toMatchObject([
    { step: 'talk', persuader: 'ownersCommittee', person: '周丽华', outcome: 'refused', help: '协助申请统一样式' },
    { step: 'talk', persuader: 'centre', help: null, by: { id: t.a.staff.areaSteward } },
  ])
  const forced = await act(t.a.staff.areaSteward, id, 'issue-notice', { addressee: '周丽华', demand: '逾期罚款，停水' })
  expect(forced.body.error).toMatchObject({
    code: 'E_NO_POWER',
    field: 'body.demand',
    details: { words: ['罚款', '停水'] },
  })
  await done(id, 'issue-notice', { addressee: '周丽华', demand: '拆除雨棚' })
})

test('FD-771 who agreed is looked after the day after the day they named; without a day the talk is not taken', async () => {
  const id = await confirmed()
  const nameless = await act(t.a.staff.areaSteward, id, 'persuade', { ...talk, outcome: 'agreed' })
  expect(nameless.body.error).toMatchObject({ code: 'E_NOT_AGREED', field: 'body.agreedUntil' })
  const today = await act(t.a.staff.areaSteward, id, 'persuade', { ...talk, outcome: 'agreed', agreedUntil: dayIn(0) })
  expect(today.body.error).toMatchObject({ code: 'E_TIME_PAST', field: 'body.agreedUntil' })
  await done(id, 'persuade', { ...talk, outcome: 'agreed', agreedUntil: dayIn(3) })
  expect(await dueOf(id, 'violation.step')).toBe(endOf(dayIn(4)))
  expect(await cardOf(id)).toMatchObject({ agreedUntil: dayIn(3) })
})

test('FD-771 the notice gives seven days unless it names others, the customer is reminded the day before, looked after the day after', async () => {
  const id = await noticed()
  const { notice } = await cardOf(id)
  expect(notice).toMatchObject({ deadline: dayIn(7), signature: 'signed', jointWith: 'ownersCommittee' })
  expect(notice.number).toBe(`${(await matterOf(id)).number}-1`)
  expect(await dueOf(id, 'violation.remind')).toBe(endOf(dayIn(6)))
  expect(await dueOf(id, 'violation.step')).toBe(endOf(dayIn(8)))
  await done(id, 'prolong', { deadline: dayIn(10), reason: '材料未到' })
  expect(await dueOf(id, 'violation.remind')).toBe(endOf(dayIn(9)))
  expect(await dueOf(id, 'violation.step')).toBe(endOf(dayIn(11)))
  // a talk before that day leaves the reminder, and a shorter time is no more time
  await done(id, 'persuade', talk)
  expect(await dueOf(id, 'violation.remind')).toBe(endOf(dayIn(9)))
  const shorter = await act(t.a.staff.areaSteward, id, 'prolong', { deadline: dayIn(10), reason: '材料未到' })
  expect(shorter.body.error).toMatchObject({ code: 'E_NOT_LATER', field: 'body.deadline' })
  // long after the time of a notice a talk asks for what comes next, and is not late itself
  await deadlineOn(id, -5)
  await done(id, 'persuade', talk)
  expect((await dueOf(id, 'violation.step')) > new Date().toISOString()).toBe(true)
  // tomorrow there is no evening before left to remind on
  expect(await dueOf(await noticed(dayIn(1)), 'violation.remind')).toBeUndefined()
})

test('FD-771 a refused signature needs a photo record or a witness who is named', async () => {
  const id = await confirmed()
  await done(id, 'persuade', { ...talk, helpOffered: '代办备案' })
  await done(id, 'issue-notice', { addressee: '周丽华', demand: '拆除雨棚' })
  const bare = await act(t.a.staff.areaSteward, id, 'serve-notice', { receipt: 'refused' })
  expect(bare.body.error).toMatchObject({ code: 'E_WITNESS_MISSING', field: 'body.witnessName' })
  const unsigned = await act(t.a.staff.areaSteward, id, 'serve-notice', { receipt: 'signed', ...(await photos()) })
  expect(unsigned.body.error).toMatchObject({ code: 'E_SIGNATURE_MISSING', field: 'body.signedBy' })
  const witness = { witnessOf: 'residentsCommittee', witnessName: '陈主任' }
  await done(id, 'serve-notice', { receipt: 'refused', ...witness })
  expect((await cardOf(id)).steps[0]).toMatchObject({
    step: 'served',
    signature: 'refused',
    witness: 'residentsCommittee',
    person: '陈主任',
  })
})

test('FD-771 a notice that lay until its day was over is issued anew; one handed over in time may be recorded later', async () => {
  const id = await confirmed()
  await done(id, 'persuade', { ...talk, helpOffered: '代办备案' })
  await done(id, 'issue-notice', { addressee: '周丽华', demand: '拆除雨棚' })
  await deadlineOn(id, -1)
  const receipt = { receipt: 'refused', witnessOf: 'ownersCommittee', witnessName: '陈主任' }
  const late = await act(t.a.staff.areaSteward, id, 'serve-notice', receipt)
  expect(late.body.error).toMatchObject({
    code: 'E_NOTICE_OVER',
    field: 'body.servedAt',
    details: { until: dayIn(-1) },
  })
  await done(id, 'issue-notice', { addressee: '周丽华', demand: '拆除雨棚' })
  expect((await cardOf(id)).notice).toMatchObject({ number: expect.stringMatching(/-2$/), deadline: dayIn(7) })
  await deadlineOn(id, -1)
  const servedAt = new Date(Date.now() - 3 * 86_400_000).toISOString()
  await done(id, 'serve-notice', { ...receipt, servedAt })
  expect((await cardOf(id)).steps).toContainEqual(expect.objectContaining({ step: 'served', at: servedAt }))
})

test('FD-771 the authority is told when the time of the notice is over; the heads hear how it goes', async () => {
  const id = await noticed()
  const report = { authority: 'urbanManagement', situation: '附照片和通知书报送' }
  const early = await act(t.a.staff.areaSteward, id, 'report-authority', report)
  expect(early.body.error).toMatchObject({ code: 'E_NOTICE_FIRST', details: { until: dayIn(7) } })
  await deadlineOn(id, -1)
  await done(id, 'report-authority', { ...report, ...(await photos()) })
  expect(await matterOf(id)).toMatchObject({ state: 'AT_AUTHORITY' })
  expect(await dueOf(id, 'violation.step')).toBe(endOf(dayIn(7)))
  expect((await told(t, 'violation.atAuthority')).map((m) => m.to_id)).toContain(t.a.staff.centreHead)
  await done(id, 'report-progress', { situation: '城管已上门' })
  expect((await told(t, 'violation.progress')).map((m) => m.to_id)).toContain(t.a.staff.centreHead)
  const order = { authority: 'urbanManagement', orderNumber: '城管限拆〔2026〕12号', deadline: dayIn(15) }
  expect((await act(t.a.staff.areaSteward, id, 'record-order', order)).body.error.code).toBe('E_PHOTO_MISSING')
  await done(id, 'record-order', { ...order, ...(await photos()) })
  expect((await cardOf(id)).steps[0]).toMatchObject({
    step: 'order',
    reference: '城管限拆〔2026〕12号',
    until: dayIn(15),
  })
})

test('FD-771 only what would pass is offered; what would not stands beside it with its reason', async () => {
  const seen = async (by: Uuid, id: Uuid) => {
    const { moves, barred } = (await t.as(by).get(url(`matters/${id}`))).body
    return { moves: moves.map((m: { verb: string }) => m.verb), barred }
  }
  const by = t.a.staff.areaSteward
  const id = await confirmed()
  const early = await seen(by, id)
  expect(early.moves).not.toEqual(expect.arrayContaining(['issueNotice']))
  expect(early.moves).not.toEqual(expect.arrayContaining(['reportAuthority']))
  expect(early.barred).toEqual([
    { verb: 'issueNotice', code: 'E_PERSUADE_FIRST', details: { missing: ['talk', 'help'], talks: 0, least: 1 } },
    { verb: 'reportAuthority', code: 'E_NOTICE_FIRST', details: { until: null } },
  ])
  // a guard may do neither: nothing is told them about it
  expect((await seen(t.a.staff.guard, id)).barred).toEqual([])
  await done(id, 'persuade', { ...talk, helpOffered: '愿意代办备案' })
  expect((await seen(by, id)).moves).toContain('issueNotice')
  await done(id, 'rectify', { measure: '已拆除', ...(await photos()) })
  const own = await seen(by, id)
  expect(own.moves).not.toContain('passCheck')
  expect(own.barred.map((b: { verb: string; code: string }) => [b.verb, b.code])).toEqual([
    ['passCheck', 'E_SECOND_PERSON'],
    ['failCheck', 'E_SECOND_PERSON'],
  ])
  const other = await seen(t.a.staff.centreHead, id)
  expect(other.moves).toEqual(expect.arrayContaining(['passCheck', 'failCheck']))
  expect(other.barred).toEqual([])
})

test('FD-771 whoever says that it is put right does not close it; what is not right goes on, with a notice of its own', async () => {
  const id = await noticed()
  expect((await act(t.a.staff.areaSteward, id, 'rectify', { measure: '已拆除' })).body.error.code).toBe(
    'E_PHOTO_MISSING',
  )
  await done(id, 'rectify', { measure: '已拆除', ...(await photos()) })
  const own = await act(t.a.staff.areaSteward, id, 'pass-check', await photos())
  expect(own.body.error.code).toBe('E_SECOND_PERSON')
  const head = t.a.staff.centreHead
  expect((await act(head, id, 'pass-check')).body.error.code).toBe('E_PHOTO_MISSING')
  expect((await act(head, id, 'fail-check', { reason: '支架还在' })).status).toBe(200)
  expect(await matterOf(id)).toMatchObject({ state: 'PERSUADING', result: null })
  await done(id, 'issue-notice', { addressee: '周丽华', demand: '拆除支架' })
  expect((await cardOf(id)).notice.number).toMatch(/-2$/)
  await done(id, 'rectify', { measure: '支架已拆', ...(await photos()) })
  expect((await act(head, id, 'pass-check', await photos(head))).status).toBe(200)
  expect(await matterOf(id)).toMatchObject({ state: 'CLOSED', open: false })
  const { clocks } = await matterOf(id)
  expect(clocks.filter((c: { state: string }) => c.state === 'running')).toEqual([])
})

test('FD-771 an open violation of building blocks the acceptance of a renovation of that home until it is closed', async () => {
  const unitId = await addHome(t)
  const blocks = async () => (await steward().get(url(`units/${unitId}/acceptance-blocks`))).body
  expect(await blocks()).toEqual({ blocked: false, violations: [] })
  await reported(t, t.a.staff.guard, { unitId, type: 'parking' })
  expect((await blocks()).blocked).toBe(false)
  const { id, number } = (await reported(t, t.a.staff.guard, { unitId, type: 'facade' })).body
  expect(await blocks()).toEqual({ blocked: true, violations: [{ id, number, type: 'facade', state: 'REPORTED' }] })
  const other = await addHome(t)
  expect((await steward().get(url(`units/${other}/acceptance-blocks`))).body.blocked).toBe(false)
  await done(id, 'confirm', { line: 'customerService', handlerId: t.a.staff.areaSteward })
  const settle = { settlement: 'permitted', reason: '已补办许可' }
  expect((await act(t.a.staff.areaSteward, id, 'close-otherwise', settle)).status).toBe(403)
  expect((await act(t.a.staff.csLead, id, 'close-otherwise', settle)).status).toBe(200)
  expect((await blocks()).blocked).toBe(false)
  // it is taken up again, unless the same was reported anew meanwhile
  const again = (await reported(t, t.a.staff.guard, { unitId, type: 'facade' })).body
  expect(again.joined).toBe(false)
  const reopened = await act(t.a.staff.centreHead, id, 'reopen', { newFact: '许可被撤销' })
  expect(reopened.body.error).toMatchObject({ code: 'E_DUPLICATE', details: { number: again.number } })
})

test('FD-771 the notice on paper: refused before there is one, on the record of who printed it, in both languages', async () => {
  const id = await confirmed()
  expect((await steward().get(url(`violations/${id}/notice.pdf`))).body.error.code).toBe('E_NOTICE_FIRST')
  const served = await noticed()
  for (const lang of ['zh', 'en']) {
    const pdf = await steward().get(url(`violations/${served}/notice.pdf?lang=${lang}`))
    expect(pdf.body.subarray(0, 4).toString()).toBe('%PDF')
  }
  expect(await papersPrinted(t, 'rectificationNotice')).toMatchObject([
    { actor_id: t.a.staff.areaSteward },
    { actor_id: t.a.staff.areaSteward },
  ])
})

test('FD-771 the list is filtered, paged and exported; who sees only their own sees their own', async () => {
  const unitId = await addHome(t)
  const { id, number } = (await reported(t, t.a.staff.guard, { unitId, type: 'workHours', danger: true })).body
  const ids = async (by: Uuid, query: string) =>
    (await t.as(by).get(url(`violations?limit=200&${query}`))).body.rows.map((r: { id: Uuid }) => r.id)
  for (const query of [
    `unitId=${unitId}`,
    'type=workHours',
    'danger=true',
    'open=true',
    'state=REPORTED',
    `q=${number}`,
  ])
    expect(await ids(t.a.staff.centreHead, query), query).toContain(id)
  for (const query of ['type=noFiling', 'open=false', 'overdue=true', `to=${dayIn(-1)}`])
    expect(await ids(t.a.staff.centreHead, query), query).not.toContain(id)
  const one = await t.as(t.a.staff.centreHead).get(url('violations?limit=1'))
  const next = await t.as(t.a.staff.centreHead).get(url(`violations?limit=1&cursor=${one.body.next}`))
  expect(next.body.rows[0].id).not.toBe(one.body.rows[0].id)
  const wrong = await t.as(t.a.staff.centreHead).get(url(`violations?from=${dayIn(1)}&to=${dayIn(0)}`))
  expect(wrong.body.error).toMatchObject({ code: 'E_TIME_RANGE', field: 'query.to' })
  expect(await ids(t.a.staff.guard, `unitId=${unitId}`)).toEqual([id])
  expect(await ids(t.a.staff.cleaner, `unitId=${unitId}`)).toEqual([])
  expect((await t.as(t.a.staff.cleaner).get(url(`violations/${id}`))).status).toBe(404)
  const sheet = await sheetOf((await t.as(t.a.staff.centreHead).get(url(`violations.xlsx?unitId=${unitId}`))).body)
  expect(sheet[1]).toEqual(expect.arrayContaining([number, '超时施工', '待确认']))
})

test('FD-771 what nobody confirms or goes on with is told, and stands in the list of what is late', async () => {
  const { id } = (await reported(t, t.a.staff.guard)).body
  const due = await dueOf(id, 'violation.confirm')
  // warned twice, then breached
  for (let step = 0; step < 3; step += 1)
    await t.tx((tx) => sweepClocks(tx), { now: new Date(Date.parse(due) + 60_000).toISOString() })
  const late = await t.as(t.a.staff.centreHead).get(url('violations?overdue=true&limit=200'))
  expect(late.body.rows.map((r: { id: Uuid }) => r.id)).toContain(id)
  expect((await told(t, 'clock.due')).map((m) => m.to_id)).toContain(t.a.staff.csLead)
})

test('FD-771 what nobody confirms, goes on with or looks at again is told to its people, customer service and the head, a working day later to quality', async () => {
  const { areaSteward, csLead, centreHead, qualityDept, guard } = t.a.staff
  const heads = [csLead, centreHead]
  const waits = (await reported(t, guard)).body.id
  const all = (...people: Uuid[]) => [...new Set([...people, ...heads])].toSorted()
  const late = (id: Uuid, clock: string) => toldOfLateness(t, id, clock)
  // what stands at a home is customer service's, whose head leads it
  expect(await late(waits, 'violation.confirm')).toEqual({ due: all(), escalate: [qualityDept] })
  expect(await late(await confirmed(), 'violation.step')).toEqual({ due: all(areaSteward), escalate: [qualityDept] })
  const mended = await noticed()
  await done(mended, 'rectify', { measure: '已拆除', ...(await photos()) })
  const { owner } = await matterOf(mended)
  expect(await late(mended, 'violation.recheck')).toEqual({ due: all(owner.id), escalate: [qualityDept] })
})
