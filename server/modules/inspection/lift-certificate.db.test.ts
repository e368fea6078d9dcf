import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addLook, addPhoto, addPlace, proposed } from '#test/inspection-rows.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const matterOf = async (id: Uuid) => (await t.as(t.a.staff.centreHead).get(url(`matters/${id}`))).body
const act = async (by: Uuid, id: Uuid, verb: string, input: object = {}) => {
  const { version } = await matterOf(id)
  const answer = await t.as(by).post(url(`findings/${id}/${verb}`), { version, ...input })
  if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body.error)}`)
  return answer.body.matter
}
const CERTIFICATE = 'T12-F-13'

test('issue 4, 7.2 a lift certificate out of date alarms, becomes a finding, is put right, looked at again by another and closed', async () => {
  const { guard, repairLead, technician, qualityDept, csLead, centreHead } = t.a.staff
  const place = await addPlace(t, 'T12', '8栋2单元电梯')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const month = today.slice(0, 7)
  const scoreOf = async () =>
    (await t.as(centreHead).get(url(`place-scores?month=${month}&touchpoint=T12`))).body.rows[0].score
  const photo = await addPhoto(t, guard)

  // the guard's round: the certificate on the wall ran out last month
  const look = await addLook(t, { place, by: guard, on: today, answers: { [CERTIFICATE]: 'fail' } })
  const [found] = await proposed(t, guard, place, [CERTIFICATE], {
    inspectionId: look,
    fileIds: [photo],
    note: '合格证上月到期',
  })
  if (!found) throw new Error('nothing was found')
  expect(found).toMatchObject({ joined: false, severity: 'critical' })
  expect(await scoreOf()).toBe(59)
  const before = (await t.as(centreHead).get(url(`scored-looks/${look}`))).body
  expect(before).toMatchObject({ score: 59, gateBy: 'criticalFailed' })

  // it is assigned at once, and everybody who must know is told, whatever the hour
  const born = await matterOf(found.matterId)
  expect(born).toMatchObject({ state: 'ASSIGNED', urgent: true, handler: { id: repairLead } })
  for (const who of [repairLead, csLead, centreHead, qualityDept]) {
    const { rows } = (await t.as(who).get(url('my-messages?unread=true'))).body
    expect(rows.map((m: { template: string }) => m.template)).toContain('finding.alarm')
  }
  const due = born.clocks.find((c: { name: string }) => c.name === 'finding.rectify')
  expect(Math.abs(Date.parse(due.dueAt) - Date.now() - 4 * 3_600_000)).toBeLessThan(120_000)
  const card = (await t.as(centreHead).get(url(`findings/${found.matterId}`))).body
  expect(card).toMatchObject({ inspectionId: look, order: { open: true }, photos: { before: [{ id: photo }] } })

  // the technician hangs the new certificate, another person looks again
  await act(centreHead, found.matterId, 'reassign', { line: 'repair', handlerId: technician })
  const rectified = await act(technician, found.matterId, 'rectify', {
    measure: '已换上年检合格的新证',
    photoIds: [await addPhoto(t, technician)],
  })
  expect(rectified.state).toBe('RECTIFIED')
  await expect(act(technician, found.matterId, 'pass-check')).rejects.toThrow('E_FORBIDDEN')
  const again = await addLook(t, { place, by: qualityDept, on: today, kind: 'spot' })
  const closed = await act(qualityDept, found.matterId, 'pass-check', { note: '复查合格' })
  expect(closed.state).toBe('CLOSED')
  // what was put right without its order needs it no more
  expect((await matterOf(card.order.id)).state).toBe('CANCELLED')

  expect((await t.as(centreHead).get(url(`scored-looks/${again}`))).body.score).toBe(100)
  expect(await scoreOf()).toBe(79.5)
  const looks = (await t.as(centreHead).get(url(`scored-looks?placeId=${place.id}`))).body.rows
  expect(looks.map((l: { score: number }) => l.score).sort()).toEqual([100, 59])
  const timeline = (await t.as(centreHead).get(url(`matters/${found.matterId}/timeline?limit=50`))).body.rows
  expect(timeline.map((e: { verb: string | null }) => e.verb)).toEqual(
    expect.arrayContaining(['confirm', 'openOrder', 'reassign', 'rectify', 'passCheck']),
  )
})
