import { afterAll, beforeAll, expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import type { Uuid } from '#contract/values.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { maySeeFile } from '#platform/files/visibility.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { answersTo, putInForce } from '#test/look-steps.ts'
import { photoOf, placesIn, type TestPlace } from '#test/places.ts'
import { sheetOf } from '#test/sheet-of.ts'

let t: TestHouse
let lift: TestPlace
let gate: TestPlace
let scanned: TestPlace
let other: TestPlace
let photo: Uuid
const STANDARD = '00000000-0000-7000-8000-000000000001'
beforeAll(async () => {
  t = await openTestHouse()
  const made = await placesIn(t, t.a.id, [
    { code: '1栋电梯', touchpoint: 'T12' },
    { code: '东门', touchpoint: 'T01' },
    { code: '2栋电梯', touchpoint: 'T12', scanNeeded: true },
  ])
  const [foreign] = await placesIn(t, t.b.id, [{ code: '别处电梯', touchpoint: 'T12' }])
  if (!made[0] || !made[1] || !made[2] || !foreign) throw new Error('no places')
  ;[lift, gate, scanned, other] = [made[0], made[1], made[2], foreign]
  photo = await photoOf(t, t.a.id, t.a.staff.technician)
})
afterAll(() => t.close())

const url = (path: string) => `/api/v1/estates/${t.a.id}/${path}`
const technician = () => t.as(t.a.staff.technician)
const lead = () => t.as(t.a.staff.csLead)
const quality = () => t.as(t.a.staff.qualityDept)
const LIFT = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T12' && i.trait === null)
type Answer = { itemId: string; answer: string; value?: unknown; note?: string; fileIds?: Uuid[] }
const passes = (over: Record<string, Partial<Answer>> = {}): Answer[] =>
  answersTo(LIFT).map((a) => ({ ...a, ...over[a.itemId] }))
const look = (over: object = {}) => {
  const now = new Date().toISOString()
  return {
    id: newId(),
    placeId: lift.id,
    beganAt: plusMilliseconds(now, -300_000),
    endedAt: plusMilliseconds(now, -60_000),
    sentAt: now,
    standardId: STANDARD,
    answers: passes(),
    ...over,
  }
}
const failed = (itemId: string) => ({
  answers: passes({ [itemId]: { answer: 'fail', note: '过期', fileIds: [photo] } }),
})
const send = (body: object, who = technician()) => who.post(url('inspections'), body)
const refused = async () => (await lead().get(url('refused-inspections?open=true'))).body.rows

test('quality model 7: a look is counted, scored and kept with its answers and photos', async () => {
  const body = look(failed('T12-F-13'))
  const { status, body: taken } = await send(body)
  expect(status).toBe(201)
  // the certificate is critical: gated at 59 whatever else passes
  expect(taken).toMatchObject({
    score: 5900,
    failed: 1,
    passed: LIFT.length - 1,
    notApplicable: 0,
    apart: [],
    warnings: [],
  })
  const shown = (await lead().get(url(`inspections/${body.id}`))).body
  expect(shown).toMatchObject({
    code: '1栋电梯',
    kind: 'self',
    inspector: { id: t.a.staff.technician },
    voidedAt: null,
  })
  const answer = shown.answers.find((a: { itemId: string }) => a.itemId === 'T12-F-13')
  expect(answer).toMatchObject({
    answer: 'fail',
    note: '过期',
    files: [{ id: photo, mime: 'image/jpeg' }],
    severity: 'critical',
  })
  const { rows } = (await lead().get(url('inspections?failed=true'))).body
  expect(rows.map((r: { id: Uuid }) => r.id)).toContain(body.id)
})

test('the figures of scores open on looks: of a month, of an item that failed there, without those that were voided', async () => {
  const [cert, other] = [look(failed('T12-F-13')), look()]
  await send(cert)
  await send(other)
  const ids = async (query: string) =>
    (await lead().get(url(`inspections?limit=200&${query}`))).body.rows.map((r: { id: Uuid }) => r.id)
  const found = await ids('itemId=T12-F-13')
  expect([found.includes(cert.id), found.includes(other.id)]).toEqual([true, false])
  const month = (await lead().get(url(`inspections/${cert.id}`))).body.date.slice(0, 7)
  expect(await ids(`month=${month}&itemId=T12-F-13`)).toEqual(found)
  expect(await ids('month=2025-01')).toEqual([])
  await lead().post(url(`inspections/${cert.id}/void`), { reason: '演示' })
  expect(await ids('voided=false&itemId=T12-F-13')).not.toContain(cert.id)
  expect(await ids('voided=true')).toContain(cert.id)
})

test('the same look again gets its first answer, also when both come at once, and is counted once', async () => {
  const body = look(failed('T12-F-13'))
  const answers = await Promise.all([send(body), send(body), send(body)])
  expect(answers.map((a) => a.status)).toEqual([201, 201, 201])
  expect(answers[1]?.body).toEqual(answers[0]?.body)
  // changed on the way: what came first stands
  expect((await send({ ...body, answers: passes() })).body).toEqual(answers[0]?.body)
  const rows = await t.tx(({ db }) =>
    db
      .selectFrom('inspection_answer')
      .select('item_id')
      .where('estate_id', '=', t.a.id)
      .where('inspection_id', '=', body.id)
      .execute(),
  )
  expect(rows).toHaveLength(LIFT.length)
  const thief = await send(body, t.as(t.a.staff.guard))
  expect(thief.body.error).toMatchObject({ code: 'E_DUPLICATE', field: 'body.id' })
})

test('a wrong clock is kept and said; the look belongs to the day on which it really was', async () => {
  const now = new Date().toISOString()
  const off = 3 * 86_400_000
  const body = look({
    sentAt: plusMilliseconds(now, off),
    beganAt: plusMilliseconds(now, off - 300_000),
    endedAt: plusMilliseconds(now, off - 60_000),
  })
  const { body: taken } = await send(body)
  expect(taken.warnings).toEqual(['clockOff'])
  expect(Math.abs(taken.clockOffMs - off)).toBeLessThan(60_000)
  const shown = (await lead().get(url(`inspections/${body.id}`))).body
  expect(shown.endedAt).toBe(body.endedAt)
  expect(shown.date <= now.slice(0, 10) || shown.date === plusMilliseconds(now, 8 * 3_600_000).slice(0, 10)).toBe(true)
})

test('answers that no version knows or of another touchpoint are kept apart and count for nothing', async () => {
  const strange = [
    { itemId: 'T12-X-99', answer: 'pass' },
    { itemId: 'T13-F-01', answer: 'fail', fileIds: [photo] },
  ]
  const body = look({ answers: [...passes(), ...strange] })
  const { body: taken } = await send(body)
  expect(taken).toMatchObject({
    score: 10_000,
    failed: 0,
    apart: [
      { itemId: 'T12-X-99', why: 'notInVersion' },
      { itemId: 'T13-F-01', why: 'otherTouchpoint' },
    ],
  })
  const { answers } = (await lead().get(url(`inspections/${body.id}`))).body
  expect(answers.filter((a: { apart: string | null }) => a.apart !== null)).toHaveLength(2)
})

test('forged places, labels of another estate, of another place or none are kept apart with a clear message', async () => {
  const codes = []
  for (const over of [
    { placeId: other.id },
    { labelToken: other.label },
    { labelToken: gate.label },
    { placeId: scanned.id },
    { standardId: newId() },
    { roundId: newId() },
    { answers: [{ itemId: 'T12-F-13', answer: 'fail' }] },
  ]) {
    const { status, body } = await send(look(over))
    expect(status).toBeGreaterThanOrEqual(400)
    codes.push(body.error.code)
  }
  const wanted = [
    'E_PLACE_UNKNOWN',
    'E_LABEL_UNKNOWN',
    'E_LABEL_OTHER',
    'E_SCAN_MISSING',
    'E_STANDARD_UNKNOWN',
    'E_NOT_FOUND',
    'E_PHOTO_MISSING',
  ]
  expect(codes).toEqual(wanted)
  const kept = await refused()
  expect(kept.map((r: { code: string }) => r.code).reverse()).toEqual(wanted)
  expect(kept[0]).toMatchObject({ sentBy: { id: t.a.staff.technician }, answers: 1, failed: 1, photos: 0 })
  expect((await told(t, 'inspection.refused')).length).toBe(7)
  expect((await send(look({ placeId: scanned.id, labelToken: scanned.label }))).status).toBe(201)
})

test('nobody is held to a draft of the estate, nor to one whose day has not come', async () => {
  const head = t.as(t.a.staff.centreHead)
  const draft = (await head.post(url('standards'), { note: '试行' })).body
  const code = async () => (await send(look({ variantId: draft.id }))).body.error?.code
  expect(await code()).toBe('E_STANDARD_UNKNOWN')
  const on = (days: number) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const published = await putInForce(t, t.a.staff.csLead, { ...draft, effectiveFrom: on(2) })
  expect(published.status).toBe(200)
  expect(await code()).toBe('E_STANDARD_UNKNOWN')
  const gone = await head.post(url(`standards/${draft.id}/withdraw`), {
    reason: '不用了',
    version: published.body.version,
  })
  expect(gone.status).toBe(200)
})

test('what was refused and is sent again rightly is taken, and its refusal has come to its end', async () => {
  const body = look({ placeId: scanned.id })
  expect((await send(body)).status).toBe(422)
  expect((await send(body)).status).toBe(422)
  const mine = async () => (await refused()).filter((r: { inspectionId: Uuid }) => r.inspectionId === body.id)
  expect(await mine()).toHaveLength(1)
  expect((await send({ ...body, labelToken: scanned.label })).status).toBe(201)
  expect(await mine()).toEqual([])
})

test('a lead answers for what could not be taken, or takes it for the place it was really about, as its sender’s look', async () => {
  const [wrong, lost] = [look({ placeId: other.id }), look({ labelToken: other.label })]
  await send(wrong)
  await send(lost)
  const of = async (id: Uuid) => (await refused()).find((r: { inspectionId: Uuid }) => r.inspectionId === id)
  const [a, b] = [await of(wrong.id), await of(lost.id)]
  const no = await t.as(t.a.staff.guard).post(url(`refused-inspections/${a.id}/resolve`), { resolution: '好' })
  expect(no.status).toBe(403)
  const taken = await lead().post(url(`refused-inspections/${a.id}/resolve`), {
    resolution: '选错了位置',
    placeId: lift.id,
  })
  expect(taken.body).toMatchObject({ resolution: '选错了位置', resolvedBy: { id: t.a.staff.csLead } })
  expect((await lead().get(url(`inspections/${wrong.id}`))).body).toMatchObject({
    inspector: { id: t.a.staff.technician },
    kind: 'spot',
  })
  const said = await lead().post(url(`refused-inspections/${b.id}/resolve`), { resolution: '扫错标签，已重查' })
  expect(said.body.resolvedAt).not.toBeNull()
  expect((await lead().get(url(`inspections/${lost.id}`))).status).toBe(404)
  const twice = await lead().post(url(`refused-inspections/${b.id}/resolve`), { resolution: '再来' })
  expect(twice.body.error.code).toBe('E_STATE_CHANGED')
})

test('FD-770 where the phone was is kept with the look, and how far that is from its place', async () => {
  const here = { latitude: 31.2314, longitude: 121.4737, accuracyM: 12.4 }
  const body = look({ position: here })
  await send(body)
  const shown = async (id: Uuid) => (await lead().get(url(`inspections/${id}`))).body.position
  expect(await shown(body.id)).toEqual({ ...here, metresAway: null })
  await t.tx(({ db }) =>
    db
      .updateTable('place')
      .set({ latitude: 31.2304, longitude: 121.4737 })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', lift.id)
      .execute(),
  )
  expect((await shown(body.id)).metresAway).toBe(111)
  const without = look()
  await send(without)
  expect(await shown(without.id)).toBeNull()
})

test('a look that is not to count is voided with a reason by a lead, never deleted', async () => {
  const body = look()
  await send(body)
  expect((await technician().post(url(`inspections/${body.id}/void`), { reason: '误点' })).status).toBe(403)
  const gone = await lead().post(url(`inspections/${body.id}/void`), { reason: '培训演示' })
  expect(gone.body).toMatchObject({ voidReason: '培训演示', voidedBy: { id: t.a.staff.csLead }, mayVoid: false })
  expect(gone.body.answers).toHaveLength(LIFT.length)
  expect((await lead().post(url(`inspections/${body.id}/void`), { reason: '再次' })).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
})

test('photos must be pictures that the sender uploaded; others see them by their right to read inspections', async () => {
  const [foreign, voice] = [
    await photoOf(t, t.a.id, t.a.staff.guard),
    await photoOf(t, t.a.id, t.a.staff.technician, 'audio/mpeg'),
  ]
  const withFile = (id: Uuid) => look({ answers: passes({ 'T12-F-13': { answer: 'fail', fileIds: [id] } }) })
  expect((await send(withFile(foreign))).body.error.code).toBe('E_FILE_FOREIGN')
  expect((await send(withFile(voice))).body.error.code).toBe('E_PHOTO_MISSING')
  await send(withFile(photo))
  const sees = (who: Uuid) =>
    t.tx(async (tx) => {
      const row = tx.db.selectFrom('file').selectAll().where('estate_id', '=', t.a.id).where('id', '=', photo)
      return maySeeFile(tx, await actorOf(t, who), await row.executeTakeFirstOrThrow())
    })
  expect([await sees(t.a.staff.frontDeskClerk), await sees(t.a.staff.cashier)]).toEqual([true, false])
})

test('surprises and mystery visits outside a round are the quality department’s alone; the centre’s look is kept apart', async () => {
  for (const kind of ['surprise', 'mystery'])
    expect((await send(look({ kind }))).body.error).toMatchObject({ code: 'E_FORBIDDEN', field: 'body.kind' })
  const at = new Date().toISOString()
  const own = { id: newId(), placeId: lift.id, beganAt: at, endedAt: at, sentAt: at, standardId: STANDARD }
  expect((await send({ ...own, kind: 'surprise', answers: passes() }, quality())).status).toBe(201)
})

const mysteryRound = async (): Promise<Uuid> => {
  const plan = await quality().post(url('inspection-plans'), {
    name: `神秘访客 ${newId()}`,
    kind: 'mystery',
    recurrence: { kind: 'days', every: 1 },
    placeIds: [lift.id],
    fromDate: '2026-01-01',
    assigneeId: t.a.staff.receptionist,
  })
  return (await quality().get(url(`inspection-rounds?planId=${plan.body.id}&limit=200`))).body.rows.at(-1).id
}

test('what a mystery visitor saw is hidden from the centre until the quality department releases it', async () => {
  const roundId = await mysteryRound()
  const by = t.a.staff.qualityDept
  const picture = await photoOf(t, t.a.id, by)
  const minor = LIFT.find((i) => i.severity === 'minor')?.id ?? ''
  const body = look({ roundId, answers: passes({ [minor]: { answer: 'fail', fileIds: [picture] } }) })
  expect((await send(body, quality())).body.warnings).toEqual(['roundReassigned'])
  const sees = async (who: ReturnType<typeof lead>) => (await who.get(url(`inspections/${body.id}`))).status
  expect([await sees(lead()), await sees(quality())]).toEqual([404, 200])
  const listed = async () => (await lead().get(url('inspections?kind=mystery'))).body.rows
  expect(await listed()).toEqual([])
  expect((await lead().get(url(`inspection-rounds/${roundId}`))).status).toBe(404)
  expect((await lead().post(url(`inspection-rounds/${roundId}/release`), {})).status).toBe(403)
  const released = await quality().post(url(`inspection-rounds/${roundId}/release`), {})
  expect(released.body.releasedAt).not.toBeNull()
  expect([await sees(lead()), (await listed()).length]).toEqual([200, 1])
  expect((await quality().post(url(`inspection-rounds/${roundId}/release`), {})).body.error.code).toBe(
    'E_STATE_CHANGED',
  )
})

test('a look of a round ticks its place; sent when somebody else goes or after it was called off it is taken and said', async () => {
  const plan = await lead().post(url('inspection-plans'), {
    name: '电梯日检',
    kind: 'self',
    recurrence: { kind: 'days', every: 1 },
    placeIds: [lift.id, scanned.id],
    fromDate: '2026-01-01',
    assigneeRole: 'technician',
  })
  const { rows } = (await lead().get(url(`inspection-rounds?planId=${plan.body.id}`))).body
  const round = rows.at(-1)
  expect((await send(look({ roundId: round.id }))).body.warnings).toEqual([])
  const seen = (await lead().get(url(`inspection-rounds/${round.id}`))).body
  expect(seen).toMatchObject({ state: 'started', seen: 1 })
  expect(seen.stops[0]).toMatchObject({ doneBy: { id: t.a.staff.technician }, look: { failed: 0 } })
  await lead().post(url(`inspection-rounds/${round.id}/reassign`), {
    assigneeId: t.a.staff.guard,
    version: seen.version,
  })
  const other = await t.hire(t.a.id, 'technician', { line: 'repair' })
  expect((await send(look({ roundId: round.id }), t.as(other))).body.warnings).toEqual(['roundReassigned'])
  const now = (await lead().get(url(`inspection-rounds/${round.id}`))).body
  await lead().post(url(`inspection-rounds/${round.id}/cancel`), { reason: '停电', version: now.version })
  expect((await send(look({ roundId: round.id }), t.as(t.a.staff.guard))).body.warnings).toEqual(['roundCancelled'])
})

test('FD-766 looks of two inspectors at one place within the hours are compared; voided ones are not', async () => {
  const [place] = await placesIn(t, t.a.id, [{ code: '9栋电梯', touchpoint: 'T12' }])
  const minor = LIFT.filter((i) => i.severity === 'minor').map((i) => i.id)
  const guard = t.as(t.a.staff.guard)
  const picture = await photoOf(t, t.a.id, t.a.staff.guard)
  const first = look({
    placeId: place?.id,
    answers: passes({ [minor[0] ?? '']: { answer: 'fail', fileIds: [photo] } }),
  })
  const both = { answer: 'fail', fileIds: [picture] }
  await send(first)
  await send(look({ placeId: place?.id, answers: passes({ [minor[0] ?? '']: both, [minor[1] ?? '']: both }) }), guard)
  const day = new Date().toISOString().slice(0, 10)
  const [from, to] = [
    plusMilliseconds(`${day}T00:00:00.000Z`, -86_400_000).slice(0, 10),
    plusMilliseconds(`${day}T00:00:00.000Z`, 86_400_000).slice(0, 10),
  ]
  const read = async () => {
    const { pairs } = (await lead().get(url(`inspector-agreement?from=${from}&to=${to}`))).body
    return pairs.filter((p: { placeId: Uuid }) => p.placeId === place?.id)
  }
  const [pair] = await read()
  expect(pair.agreement).toMatchObject({ items: LIFT.length, same: LIFT.length - 1 })
  expect(pair.agreement.kappa).toBeGreaterThan(0.5)
  const { zh, en, kano } = LIFT.find((i) => i.id === minor[1]) ?? { zh: '', en: '', kano: null }
  expect(pair.different).toEqual([{ itemId: minor[1], statement: { zh, en }, kano, first: 'pass', second: 'fail' }])
  const file = (person = lead(), query = `from=${from}&to=${to}`) =>
    person.get(url(`inspector-agreement.xlsx?${query}`))
  const [heads, together, ...lines] = await sheetOf((await file()).body)
  expect(heads).toContain('卡帕系数')
  expect(together?.[0]).toBe('全部合计')
  const line = lines.find(([name]) => name?.includes('9栋电梯'))
  expect(line).toEqual(expect.arrayContaining([String(pair.agreement.kappa), String(LIFT.length - 1)]))
  // who said what, in words, also in the sheet
  expect(line?.at(-1)).toBe(`${minor[1]} ${zh} (合格 / 不合格)`)
  expect((await file(t.as(t.a.staff.cashier))).status).toBe(403)
  expect((await file(lead(), `from=${to}&to=${from}`)).body.error).toMatchObject({ field: 'query.to' })
  await lead().post(url(`inspections/${first.id}/void`), { reason: '演示' })
  expect(await read()).toEqual([])
})

test('a look of 60 items with fifteen photos is taken whole', async () => {
  const corridors = CATALOGUE_ITEMS.filter((i) => i.touchpoint === 'T13' && i.trait === null)
  const [place] = await placesIn(t, t.a.id, [{ code: '3栋12层', touchpoint: 'T13' }])
  const photos = await Promise.all(Array.from({ length: 15 }, () => photoOf(t, t.a.id, t.a.staff.technician)))
  const value = (i: (typeof corridors)[number]) =>
    i.evidence === 'measurement' ? { value: typeof i.threshold?.value === 'number' ? 99 : 'normal-zone' } : {}
  const answers = corridors.map((i, n) => ({
    itemId: i.id,
    answer: n < 15 ? 'fail' : 'pass',
    ...(n < 15 ? { fileIds: [photos[n]] } : {}),
    ...value(i),
  }))
  const strange = Array.from({ length: 60 - answers.length }, (_, n) => ({
    itemId: `T13-X-${String(n + 10)}`,
    answer: 'pass',
  }))
  const sent = await send(look({ placeId: place?.id, answers: [...answers, ...strange] }))
  expect(sent.status).toBe(201)
  const view = (await lead().get(url(`inspections/${sent.body.id}`))).body
  expect(view.answers).toHaveLength(60)
  expect(view.answers.flatMap((a: { files: object[] }) => a.files)).toHaveLength(15)
  // what was read off stands at the look and beside its score
  const gauge = { itemId: 'T13-F-07', value: 'normal-zone', unit: 'gauge' }
  expect(view.answers).toContainEqual(expect.objectContaining(gauge))
  const scored = (await lead().get(url(`scored-looks/${sent.body.id}`))).body
  expect(scored.items).toContainEqual(expect.objectContaining(gauge))
})

test('a place that asks where the phone was takes no look without it, unless it is said why there is none', async () => {
  const [place] = await placesIn(t, t.a.id, [{ code: '11栋电梯', touchpoint: 'T12', positionNeeded: true }])
  const at = (over: object = {}) => look({ placeId: place?.id, ...over })
  const none = await send(at())
  expect(none.body.error).toMatchObject({
    code: 'E_POSITION_MISSING',
    field: 'body.position',
    details: { code: '11栋电梯' },
  })
  expect((await send(at({ positionMissing: '  ' }))).body.error?.code).toBe('E_POSITION_MISSING')
  const position = { latitude: 31.23, longitude: 121.47, accuracyM: 12 }
  const [located, told] = [at({ position, positionMissing: '地下室' }), at({ positionMissing: '地下室没有信号' })]
  expect([(await send(located)).status, (await send(told)).status]).toEqual([201, 201])
  expect((await lead().get(url(`inspections/${located.id}`))).body).toMatchObject({ position, positionMissing: null })
  expect((await lead().get(url(`inspections/${told.id}`))).body).toMatchObject({
    position: null,
    positionMissing: '地下室没有信号',
  })
  const pack = (await technician().get(url('field/pack'))).body
  const asked = pack.places.filter((p: { positionNeeded: boolean }) => p.positionNeeded)
  expect(asked.map((p: { id: Uuid }) => p.id)).toEqual([place?.id])
})
