import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePlace, sendPhoto, takenLook, todayHere } from '#test/look-steps.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

let h: SurveyHouse
beforeAll(async () => {
  h = await openSurveyHouse()
  const one = await h.building('1')
  for (let i = 0; i < 6; i += 1) await h.resident(one)
})
afterAll(() => h.t.close())

const GROUP = 5
const CERTIFICATE = 'T12-F-13'
type Line = { touchpoint: string; survey: unknown }
type Level = { touchpoint: string; satisfaction: unknown }
type Failed = { itemId: string; surveyed: unknown }

test('what residents answer by their links stands in scores and experience at the same touchpoint, and beside its items once the survey is closed', async () => {
  const { guard } = h.t.a.staff
  const month = todayHere().slice(0, 7)
  const read = async (path: string) => {
    const { status, body } = await h.head.get(`${h.estate}/${path}?month=${month}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body
  }
  const surveyOf = async (touchpoint: string) =>
    (await read('scores')).touchpoints.find((p: Line) => p.touchpoint === touchpoint)?.survey
  const levelOf = async (touchpoint: string) =>
    (await read('experience')).oneDimensional.touchpoints.find((l: Level) => l.touchpoint === touchpoint)?.satisfaction
  const failedOf = async () =>
    (await read('scores')).failedItems.find((f: Failed) => f.itemId === CERTIFICATE)?.surveyed

  const lift = await makePlace(h.t, { code: '1A', touchpoint: 'T12', name: '1栋A梯' })
  const phone = await makePlace(h.t, { code: '400', touchpoint: 'T17', name: '服务热线' })
  const fail = { answer: 'fail' as const, value: '2020-01-31', fileIds: [await sendPhoto(h.t, guard)] }
  await takenLook(h.t, { placeId: lift, by: guard, over: { [CERTIFICATE]: fail } })
  await takenLook(h.t, { placeId: phone, by: guard })
  expect([await surveyOf('T12'), await surveyOf('T17'), await levelOf('T17')]).toEqual([null, null, null])

  const survey = await h.opened('yearly', {
    questions: [
      pair(1, { itemId: CERTIFICATE, asks: ['pair', 'satisfaction'] }),
      pair(2, { touchpoint: 'T17', asks: ['satisfaction'], classDefault: null }),
    ],
  })
  const said = [
    { lift: 1, phone: 5 },
    { lift: 2, phone: 4 },
    { lift: 2, phone: 4 },
    { lift: 2, phone: 4 },
    { lift: 3, phone: 5 },
    { lift: 2, phone: 3 },
  ]
  const links = await h.links(survey.id)
  for (const [i, of] of said.entries()) {
    const sent = await h.send(links[i] ?? '', [
      { no: 1, f: 4, d: 1, s: of.lift },
      { no: 2, s: of.phone },
    ])
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    // fewer than make a group say nothing; from then on each answer is there at once
    if (i + 1 < GROUP) expect(await surveyOf('T17')).toBeNull()
    else expect(await surveyOf('T17')).toMatchObject({ answers: i + 1 })
  }
  const phones = { satisfaction: expect.closeTo(25 / 6, 10), answers: 6 }
  expect(await surveyOf('T17')).toEqual(phones)
  expect(await surveyOf('T12')).toEqual({ satisfaction: expect.closeTo(2, 10), answers: 6 })
  expect(await surveyOf('T15')).toBeNull()
  expect(await levelOf('T17')).toEqual(phones)
  expect(await failedOf()).toBeNull()
  expect((await read('experience')).survey).toBeNull()

  const { body: standing } = await h.head.get(`${h.estate}/surveys/${survey.id}`)
  expect((await h.move(standing, 'close')).status).toBe(200)
  const surveyed = {
    class: 'M',
    n: 6,
    on: todayHere(),
    surveyId: survey.id,
    title: { zh: '住户问卷', en: 'Residents' },
  }
  expect(await failedOf()).toMatchObject(surveyed)
  const picture = await read('experience')
  expect(picture.survey).toMatchObject({ id: survey.id, on: todayHere() })
  const broken = picture.mustBe.broken.find((f: Failed) => f.itemId === CERTIFICATE)
  expect(broken).toMatchObject({ kano: 'must-be', surveyed })
  expect(await surveyOf('T17')).toEqual(phones)
})

test('QM 4 an anonymous survey that too few have answered at a touchpoint stands in its satisfaction neither alone nor beside another survey', async () => {
  const month = todayHere().slice(0, 7)
  const desk = async () => {
    const { body } = await h.head.get(`${h.estate}/scores?month=${month}`)
    return body.touchpoints.find((p: Line) => p.touchpoint === 'T15')?.survey
  }
  await takenLook(h.t, {
    placeId: await makePlace(h.t, { code: 'FD', touchpoint: 'T15', name: '前台' }),
    by: h.t.a.staff.guard,
  })
  const asked = { questions: [pair(1, { touchpoint: 'T15', asks: ['satisfaction'], classDefault: null })] }
  const run = async (marks: number[], anonymous: boolean) => {
    const survey = await h.opened('yearly', { ...asked, anonymous })
    const links = await h.links(survey.id)
    for (const [i, s] of marks.entries()) expect((await h.send(links[i] ?? '', [{ no: 1, s }])).status).toBe(200)
    const { body: now } = await h.head.get(`${h.estate}/surveys/${survey.id}`)
    expect((await h.move(now, 'close')).status).toBe(200)
  }
  await run([5, 5, 5, 5, 5], false)
  expect(await desk()).toEqual({ satisfaction: 5, answers: 5 })
  // one more answer would be what the sum says less what it said before
  await run([1], true)
  expect(await desk()).toEqual({ satisfaction: 5, answers: 5 })
  await run([1, 1, 1, 1, 1], true)
  expect(await desk()).toEqual({ satisfaction: 3, answers: 10 })
})
