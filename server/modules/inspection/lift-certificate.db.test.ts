import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { makePlace, sendLook, sendPhoto, takenLook, todayHere } from '#test/look-steps.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const read = async (by: Uuid, path: string) => (await t.as(by).get(url(path))).body
const matterOf = (id: Uuid) => read(t.a.staff.centreHead, `matters/${id}`)
const move = async (by: Uuid, id: Uuid, verb: string, input: object = {}) =>
  t.as(by).post(url(`findings/${id}/${verb}`), { version: (await matterOf(id)).version, ...input })
const moved = async (...given: Parameters<typeof move>) => {
  const answer = await move(...given)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.matter
}
const CERTIFICATE = 'T12-F-13'
const EXPIRED = '2020-10-31'

test('7.2 a look finds the lift certificate out of date: it alarms, is a finding by itself, is put right, looked at again by another and closed', async () => {
  const { guard, repairLead, qualityDept, csLead, centreHead } = t.a.staff
  const placeId = await makePlace(t, { code: '8-2', touchpoint: 'T12', name: '8栋2单元电梯' })
  const month = todayHere().slice(0, 7)
  const scoreOf = async () => (await read(centreHead, `place-scores?month=${month}&touchpoint=T12`)).rows[0].score
  const alarmed = async (who: Uuid): Promise<number> =>
    (await read(who, 'my-messages?unread=true')).rows.filter(
      (m: { template: string }) => m.template === 'finding.alarm',
    ).length

  // nobody can call good what the date says is over
  const waved = await sendLook(t, { placeId, by: guard, over: { [CERTIFICATE]: { value: EXPIRED } } })
  expect(waved.body.error).toMatchObject({ code: 'E_THRESHOLD' })
  expect(await alarmed(repairLead)).toBe(0)

  const photo = await sendPhoto(t, guard)
  const failed = { answer: 'fail' as const, value: EXPIRED, note: '合格证早已到期', fileIds: [photo] }
  const taken = await takenLook(t, { placeId, by: guard, over: { [CERTIFICATE]: failed } })
  expect(taken).toMatchObject({ score: 5900, failed: 1 })
  expect(taken.findings).toMatchObject([{ itemId: CERTIFICATE, joined: false, severity: 'critical' }])
  const id = taken.findings[0]?.matterId ?? ''
  expect(await scoreOf()).toBe(59)
  const before = await read(centreHead, `scored-looks/${taken.id}`)
  expect(before).toMatchObject({ score: 59, gateBy: 'criticalFailed' })
  expect(before.items[0]).toMatchObject({ itemId: CERTIFICATE, value: EXPIRED, findingId: id, photos: [{ id: photo }] })

  // it is assigned at once, and everybody who must know is told, whatever the hour
  const born = await matterOf(id)
  expect(born).toMatchObject({ state: 'ASSIGNED', urgent: true, handler: { id: repairLead } })
  for (const who of [repairLead, csLead, centreHead, qualityDept]) expect(await alarmed(who), who).toBe(1)
  const due = born.clocks.find((c: { name: string }) => c.name === 'finding.rectify')
  expect(Math.abs(Date.parse(due.dueAt) - Date.now() - 4 * 3_600_000)).toBeLessThan(120_000)
  const card = await read(centreHead, `findings/${id}`)
  expect(card).toMatchObject({ inspectionId: taken.id, order: { open: true }, photos: { before: [{ id: photo }] } })

  // handed on to another lead of the line; without a photo nothing is put right
  const mate = await t.hire(t.a.id, 'repairLead', { line: 'repair' })
  await moved(centreHead, id, 'reassign', { line: 'repair', handlerId: mate })
  const measure = '已换上年检合格的新证'
  expect((await move(mate, id, 'rectify', { measure, photoIds: [] })).body.error.field).toMatch(/^body\.photoIds/)
  const after = await sendPhoto(t, mate)
  expect((await moved(mate, id, 'rectify', { measure, photoIds: [after] })).state).toBe('RECTIFIED')
  // put right is not yet seen to be right: the score stays, and whoever put it right is not the one to say so
  expect(await scoreOf()).toBe(59)
  expect((await move(mate, id, 'pass-check')).body.error.code).toBe('E_SECOND_PERSON')
  expect((await matterOf(id)).state).toBe('RECTIFIED')

  const again = await takenLook(t, {
    placeId,
    by: qualityDept,
    kind: 'spot',
    over: { [CERTIFICATE]: { value: todayHere() } },
  })
  expect(again).toMatchObject({ score: 10_000, findings: [] })
  expect((await moved(qualityDept, id, 'pass-check', { note: '复查合格', rootCause: '年检到期未跟进' })).state).toBe(
    'CLOSED',
  )
  expect((await read(centreHead, `findings/${id}`)).photos).toMatchObject({
    before: [{ id: photo }],
    after: [{ id: after }],
  })
  // what was put right without its order needs it no more
  expect((await matterOf(card.order.id)).state).toBe('CANCELLED')

  expect((await read(centreHead, `scored-looks/${again.id}`)).score).toBe(100)
  expect(await scoreOf()).toBe(79.5)
  const looks = (await read(centreHead, `scored-looks?placeId=${placeId}`)).rows
  expect(looks.map((l: { score: number }) => l.score)).toEqual([100, 59])
  const timeline = (await read(centreHead, `matters/${id}/timeline?limit=50`)).rows
  expect(timeline.map((e: { verb: string | null }) => e.verb)).toEqual(
    expect.arrayContaining(['confirm', 'openOrder', 'reassign', 'rectify', 'passCheck']),
  )
})
