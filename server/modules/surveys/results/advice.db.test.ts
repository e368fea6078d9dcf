import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SurveyAnswer, SurveyQuestion } from '#contract/survey-questions.ts'
import { settingsOf } from '#platform/settings/settings.ts'
import { todayHere } from '#test/look-steps.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'
import { surveyedClasses, surveyPriorities } from './surveyed.ts'

let h: SurveyHouse
beforeAll(async () => {
  h = await openSurveyHouse()
  const one = await h.building('1')
  for (let i = 0; i < 12; i += 1) await h.resident(one)
})
afterAll(() => h.t.close())

const LATER = '2999-12-31'
const sample = () => `${h.estate}/settings/survey.smallestSample`
const read = async (path: string) => {
  const { status, body } = await h.head.get(`${h.estate}/${path}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
/** Opened, answered by the first `n` residents and closed. */
const held = async (questions: SurveyQuestion[], n: number, answers: (i: number) => SurveyAnswer[]) => {
  const survey = await h.opened('kano', { questions })
  for (const [i, link] of (await h.links(survey.id)).slice(0, n).entries())
    expect((await h.send(link, answers(i))).status).toBe(200)
  const closed = await h.move(survey, 'close')
  expect(closed.body).toMatchObject({ state: 'closed' })
  return survey.id
}
const adviceOf = async (id: string) =>
  (await read(`surveys/${id}/results`)).items.map(
    ({ question, repair, build }: { question: { no: number }; repair: number | null; build: number | null }) => [
      question.no,
      repair !== null,
      build !== null,
    ],
  )

test('QM 5 QM 6 QM 8.5 page, print and experience advise the same: neither what most reject nor what few have answered; nothing but questionable answers is no class', async () => {
  const asks: SurveyQuestion['asks'] = ['pair', 'satisfaction']
  const id = await held(
    [1, 2, 3, 4].map((no) => pair(no, { asks, effort: 1 })),
    12,
    (i) => [
      // rejected by most, and those who mind it at all like it
      i < 8 ? { no: 1, f: 1, d: 3, s: 2 } : { no: 1, f: 5, d: 3, s: 2 },
      { no: 2, f: 5, d: i < 10 ? 3 : 2, s: 2 },
      { no: 3, f: 5, d: 5, s: 2 },
      { no: 4, f: 4, d: 1, s: 2 },
    ],
  )
  const kept = await h.t.tx(({ db }) =>
    db.selectFrom('survey_class').select(['no', 'class', 'n']).where('survey_id', '=', id).orderBy('no').execute(),
  )
  expect(kept).toEqual([
    { no: 1, class: 'R', n: 12 },
    { no: 2, class: 'A', n: 12 },
    { no: 4, class: 'M', n: 12 },
  ])
  const [rejected, , contradictory] = (await read(`surveys/${id}/results`)).items
  expect(rejected.kano).toMatchObject({ class: 'R', better: { share: 1 } })
  expect(contradictory.kano).toMatchObject({ total: 12, valid: 0, class: null, second: null, significant: false })
  const steps = async () => {
    const { next } = await read(`experience?month=${todayHere().slice(0, 7)}`)
    return next.flatMap((s: { kind: string; surveyId: string | null; name: { zh: string } }) =>
      s.surveyId === id ? [`${s.kind} ${s.name.zh}`] : [],
    )
  }
  // twelve answers are provisional
  expect(await adviceOf(id)).toEqual([1, 2, 3, 4].map((no) => [no, false, false]))
  expect(await steps()).toEqual([])
  expect((await h.head.put(sample(), { value: 10 })).status).toBe(200)
  await vi.waitFor(async () =>
    expect(await adviceOf(id)).toEqual([
      [1, false, false],
      [2, false, true],
      [3, false, false],
      [4, true, false],
    ]),
  )
  expect(await steps()).toEqual(['repair 属性4', 'reverse 属性1', 'build 属性2'])
  for (const lang of ['zh', 'en']) {
    const pdf = await h.head.get(`${h.estate}/surveys/${id}/results/print?lang=${lang}`)
    expect(pdf.status).toBe(200)
  }
  expect((await h.head.post(`${sample()}/reset`, {})).status).toBe(200)
})

test('QM 5.8 QM 8.5 a later class of three answers stands back behind one of enough; a later one of enough replaces it', async () => {
  const questions = [pair(1, { itemId: 'T12-F-02', asks: ['pair', 'satisfaction'], effort: 1 })]
  const run = (n: number, f: number, d: number) => held(questions, n, () => [{ no: 1, f, d, s: 2 }])
  const found = () => h.t.tx(async (tx) => (await surveyedClasses(tx, h.t.a.id, LATER)).get('T12-F-02'))
  const asked = () => h.t.tx((tx) => surveyPriorities(tx, h.t.a.id, LATER))
  expect((await h.head.put(sample(), { value: 10 })).status).toBe(200)
  await vi.waitFor(async () =>
    expect((await h.t.tx((tx) => settingsOf(tx, h.t.a.id))).get('survey.smallestSample')).toBe(10),
  )
  const few = await run(2, 4, 3)
  expect(await found()).toMatchObject({ class: 'I', n: 2, provisional: true, surveyId: few })
  const lastOfFew = await run(3, 3, 1)
  expect(await found()).toMatchObject({ class: 'M', n: 3, provisional: true, surveyId: lastOfFew })
  const many = await run(12, 5, 3)
  expect(await found()).toMatchObject({ class: 'A', n: 12, provisional: false, surveyId: many })
  await run(3, 1, 3)
  expect(await found()).toMatchObject({ class: 'A', n: 12, provisional: false, surveyId: many })
  expect(await asked()).toMatchObject({ survey: { id: many }, items: [{ itemId: 'T12-F-02', class: 'A', build: 1 }] })
  const later = await run(12, 5, 1)
  expect(await found()).toMatchObject({ class: 'O', n: 12, provisional: false, surveyId: later })
  expect(await asked()).toMatchObject({ survey: { id: later }, items: [{ class: 'O', repair: 0.75, build: 1 }] })
  expect((await h.head.post(`${sample()}/reset`, {})).status).toBe(200)
})
