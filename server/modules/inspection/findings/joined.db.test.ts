import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { addPhoto, addPlace, proposed, type TestPlace } from '#test/inspection-rows.ts'
import { toldOfLateness } from '#test/late-clock.ts'
import { checklistOf, putInForce, sendLook, sendPhoto, takenLook } from '#test/look-steps.ts'

let t: TestHouse
beforeAll(async () => {
  t = await openTestHouse()
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const read = async (path: string) => (await t.as(t.a.staff.centreHead).get(url(path))).body
const act = async (by: Uuid, id: Uuid, verb: string, input: object = {}) => {
  const { version } = await read(`matters/${id}`)
  const done = await t.as(by).post(url(`findings/${id}/${verb}`), { version, ...input })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
}
const told = async (id: Uuid, template: string): Promise<Uuid[]> =>
  (
    await t.tx(({ db }) =>
      db
        .selectFrom('outbox_message')
        .select('to_id')
        .where('matter_id', '=', id)
        .where('template', '=', template)
        .execute(),
    )
  ).map((m) => m.to_id ?? '')
const one = async (by: Uuid, place: TestPlace, which: string, over: Parameters<typeof proposed>[4] = {}) => {
  const [made] = await proposed(t, by, place, [which], over)
  if (!made) throw new Error('nothing was proposed')
  return made
}
/** Given to the technician and put right by them. */
const rectified = async (id: Uuid) => {
  const { centreHead, technician } = t.a.staff
  await act(centreHead, id, 'confirm', { line: 'repair', handlerId: technician })
  await act(technician, id, 'rectify', { measure: '已修', photoIds: [await addPhoto(t, technician)] })
}

test('quality-model 8.1 what the standard has come to take for critical alarms and opens its order, also where it was open as less', async () => {
  const { guard, areaSteward, repairLead, centreHead, technician } = t.a.staff
  const waiting = await addPlace(t, 'T12')
  const first = await one(guard, waiting, 'minor')
  expect((await read(`matters/${first.matterId}`)).state).toBe('PROPOSED')
  expect(await one(areaSteward, waiting, 'minor', { severity: 'critical' })).toMatchObject({
    matterId: first.matterId,
    joined: true,
    severity: 'critical',
  })
  expect(await read(`matters/${first.matterId}`)).toMatchObject({ state: 'ASSIGNED', urgent: true })
  expect(await read(`findings/${first.matterId}`)).toMatchObject({ severity: 'critical', order: { open: true } })
  expect(await told(first.matterId, 'finding.alarm')).toContain(repairLead)

  const given = await addPlace(t, 'T12')
  const other = await one(guard, given, 'minor')
  await act(centreHead, other.matterId, 'confirm', { line: 'repair', handlerId: technician })
  await one(areaSteward, given, 'minor', { severity: 'critical' })
  const { clocks, handler } = await read(`matters/${other.matterId}`)
  const due = clocks.find((c: { name: string; state: string }) => c.name === 'finding.rectify' && c.state === 'running')
  expect(Math.abs(Date.parse(due.dueAt) - Date.now() - 4 * 3_600_000)).toBeLessThan(120_000)
  expect(handler.id).toBe(technician)
  expect(await read(`findings/${other.matterId}`)).toMatchObject({ severity: 'critical', order: { open: true } })
})

test('quality-model 8.1 a standard that grows stricter twice is followed twice: the first was nobody’s judgement', async () => {
  const { guard, areaSteward, repairLead } = t.a.staff
  const place = await addPlace(t, 'T12')
  const { matterId } = await one(guard, place, 'minor')
  expect(await one(areaSteward, place, 'minor', { severity: 'major' })).toMatchObject({ severity: 'major' })
  expect(await told(matterId, 'finding.alarm')).toEqual([])
  expect(await one(areaSteward, place, 'minor', { severity: 'critical' })).toMatchObject({ severity: 'critical' })
  expect(await told(matterId, 'finding.alarm')).toContain(repairLead)
  expect(await read(`findings/${matterId}`)).toMatchObject({ order: { open: true } })
})

test('how a person has judged a finding stays, whatever the standard says when it is seen again', async () => {
  const place = await addPlace(t, 'T13')
  const { matterId } = await one(t.a.staff.guard, place, 'critical')
  await act(t.a.staff.centreHead, matterId, 'regrade', { severity: 'minor', reason: '备用灯亮着，不危险' })
  expect(await one(t.a.staff.areaSteward, place, 'critical')).toMatchObject({ joined: true, severity: 'minor' })
  expect(await told(matterId, 'finding.seenAgain')).not.toEqual([])
})

test('quality-model 8.1 what a person judges to be critical has its order at once, and no second one', async () => {
  const place = await addPlace(t, 'T13')
  const { centreHead, technician, guard } = t.a.staff
  const { matterId } = await one(guard, place, 'minor')
  await act(centreHead, matterId, 'confirm', { line: 'repair', handlerId: technician })
  expect((await read(`findings/${matterId}`)).order).toBeNull()
  await act(centreHead, matterId, 'regrade', { severity: 'critical', reason: '漏电' })
  const { order } = await read(`findings/${matterId}`)
  expect(order).toMatchObject({ open: true })
  await act(centreHead, matterId, 'regrade', { severity: 'major', reason: '已断电' })
  await act(centreHead, matterId, 'regrade', { severity: 'critical', reason: '又通电' })
  expect((await read(`findings/${matterId}`)).order).toMatchObject({ id: order.id })
})

test('FD-766 what another person sees fail after it was put right goes back; whoever put it right cannot send it back or forward', async () => {
  const place = await addPlace(t, 'T05')
  const { guard, technician, areaSteward } = t.a.staff
  const { matterId } = await one(guard, place, 'minor')
  await rectified(matterId)
  const waits = await read(`matters/${matterId}`)
  expect(waits.state).toBe('RECTIFIED')

  // a look from before it was put right, sent late, says nothing about it
  await one(areaSteward, place, 'minor', { at: plusMilliseconds(new Date().toISOString(), -3_600_000) })
  await one(technician, place, 'minor', { at: plusMilliseconds(new Date().toISOString(), 1_000) })
  expect((await read(`matters/${matterId}`)).state).toBe('RECTIFIED')
  // but whoever is to look again hears of it
  expect(await told(matterId, 'finding.seenAgain')).toContain(waits.owner.id)

  await one(areaSteward, place, 'minor', { at: plusMilliseconds(new Date().toISOString(), 1_000), note: '还是漏' })
  expect((await read(`matters/${matterId}`)).state).toBe('ASSIGNED')
  expect(await told(matterId, 'finding.notRight')).toContain(technician)
  expect((await read(`findings/${matterId}`)).sightings).toHaveLength(4)
})

test('FD-770 FD-766 what nobody confirms or looks at again is told to its people, customer service and the head, a working day later to quality', async () => {
  const { guard, repairLead, csLead, centreHead, qualityDept } = t.a.staff
  const waits = await one(guard, await addPlace(t, 'T12'), 'minor')
  expect(await toldOfLateness(t, waits.matterId, 'finding.confirm')).toEqual({
    due: [repairLead, csLead, centreHead].toSorted(),
    escalate: [qualityDept],
  })
  const mended = await one(guard, await addPlace(t, 'T12'), 'minor')
  await rectified(mended.matterId)
  const { owner } = await read(`matters/${mended.matterId}`)
  expect(await toldOfLateness(t, mended.matterId, 'finding.recheck')).toEqual({
    due: [...new Set([owner.id, csLead, centreHead])].toSorted(),
    escalate: [qualityDept],
  })
})

test('FD-770 a second complaint about the same open fault is linked to it too', async () => {
  const place = await addPlace(t, 'T10')
  const complain = async (words: string): Promise<Uuid> =>
    (
      await t.as(t.a.staff.frontDeskClerk).post(url('matters'), {
        contactType: 'complaint',
        channel: 'phone',
        customerSaid: words,
        place: '5栋',
        complaint: { feeling: '很生气', wish: '今天清', touchpoint: 'T10' },
      })
    ).body.matter.id
  const [first, second] = [await complain('垃圾桶满了三天'), await complain('楼下垃圾没人清')]
  const { matterId } = await one(t.a.staff.areaSteward, place, 'major', { becauseOf: first })
  for (const becauseOf of [second, second]) await one(t.a.staff.areaSteward, place, 'major', { becauseOf })
  const { links } = await read(`matters/${matterId}`)
  expect(links.map((l: { kind: string; id: Uuid }) => [l.kind, l.id]).toSorted()).toEqual(
    [first, second].map((id) => ['becauseOf', id]).toSorted(),
  )
})

test('quality-model 8.3 what only delights is no fault where it is absent: no photo is asked, nothing is found, nothing counts as failed', async () => {
  const { guard, areaSteward, centreHead } = t.a.staff
  const place = await addPlace(t, 'T20')
  const { items } = await checklistOf(t, guard, place.id)
  const attractive = items.filter((i) => i.kano === 'attractive').map((i) => i.id)
  expect(attractive).toContain('T20-P-19')
  const absent = Object.fromEntries(attractive.map((id) => [id, { answer: 'fail' as const }]))
  const before = (await read('scores')).failedItems
  const quiet = await takenLook(t, { placeId: place.id, by: guard, over: absent })
  expect(quiet).toMatchObject({ failed: 0, findings: [], score: 10_000 })
  expect((await read('scores')).failedItems).toEqual(before)
  expect((await read(`findings?placeId=${place.id}`)).rows).toEqual([])

  // beside a real fault it stays unnamed
  const fault = items.find((i) => i.kano !== 'attractive' && i.severity !== 'critical' && i.evidence !== 'measurement')
  const fails = { answer: 'fail' as const, note: '未做到', fileIds: [await sendPhoto(t, areaSteward)] }
  const both = await takenLook(t, { placeId: place.id, by: areaSteward, over: { ...absent, [fault?.id ?? '']: fails } })
  expect(both.failed).toBe(1)
  expect(both.findings.map((f) => f.itemId)).toEqual([fault?.id])
  const listed = await t.as(centreHead).get(url(`inspections/${quiet.id}`))
  expect(listed.body.answers.find((a: { itemId: string }) => a.itemId === 'T20-P-19')).toMatchObject({
    answer: 'fail',
    kano: 'attractive',
    findingId: null,
  })
})

test('quality-model section 7 a reverse statement is a fault where it is true: shown by a photo, found, counted and opened', async () => {
  const { csLead, centreHead, guard } = t.a.staff
  const { id, version } = (await t.as(csLead).post(url('standards'), {})).body
  const noise = {
    id: 'T20-X-01',
    touchpoint: 'T20',
    aspect: 'people',
    sense: 'behaviour',
    severity: 'minor',
    evidence: 'observation',
    threshold: null,
    frequency: null,
    conditions: [],
    trait: null,
    kano: 'reverse',
    basis: 'inferred',
    origin: 'estate',
    zh: '上门时推销其他服务',
    en: 'Other services are sold during the visit',
  }
  const content = { traits: [], standing: [], off: {}, added: [noise], changed: {}, version }
  const saved = await t.as(csLead).put(url(`standards/${id}`), content)
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  const inForce = await putInForce(t, centreHead, { id, version: saved.body.version })
  expect(inForce.status, JSON.stringify(inForce.body)).toBe(200)

  const place = await addPlace(t, 'T20')
  const look = (answer: 'pass' | 'fail', fileIds: Uuid[] = []) =>
    sendLook(t, { placeId: place.id, by: guard, over: { 'T20-X-01': { answer, fileIds } } })
  expect((await look('fail')).body).toMatchObject({ failed: 0, findings: [] })
  expect((await look('pass')).body.error).toMatchObject({ code: 'E_PHOTO_MISSING' })
  const taken = (await look('pass', [await sendPhoto(t, guard)])).body
  expect(taken).toMatchObject({ failed: 1, findings: [{ itemId: 'T20-X-01' }] })
  const failed = (await read('scores')).failedItems.find((f: { itemId: string }) => f.itemId === 'T20-X-01')
  expect(failed).toMatchObject({ fails: 1, places: 1 })
  const opened = await read('scored-looks?itemId=T20-X-01')
  expect(opened.rows.map((l: { id: Uuid }) => l.id)).toEqual([taken.id])
})
