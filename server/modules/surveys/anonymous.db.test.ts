import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mixAnswers } from '#modules/surveys/answer/mix-answers.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

let h: SurveyHouse
beforeAll(async () => {
  h = await openSurveyHouse()
  const [one, two] = [await h.building('1'), await h.building('2')]
  for (let i = 0; i < 19; i += 1)
    await h.resident(i < 11 ? one : two, {
      tenure: i < 15 ? 'owner' : 'tenant',
      from: i % 2 === 0 ? '2019-06-30' : '2026-01-01',
    })
})
afterAll(() => h.t.close())

const mixNow = () => h.t.tx((tx) => mixAnswers(tx, h.t.a.id))
const QUESTIONS = [pair(1), pair(2), pair(3)]
/** Every sender answers in a way of their own, so that a test can tell the rows apart. */
const ownAnswers = (i: number) => [
  { no: 1, f: (i % 5) + 1, d: (Math.floor(i / 5) % 5) + 1 },
  { no: 2, f: 5, d: 1 },
]
const tables = async (surveyId: string) => {
  const read = async <R>(statement: ReturnType<typeof sql<R>>) => (await h.t.tx(({ db }) => statement.execute(db))).rows
  return {
    responses: await read(
      sql<
        Record<string, unknown>
      >`select ctid::text as place, xmin::text as born, r.* from survey_response r where survey_id = ${surveyId} order by ctid`,
    ),
    invitations: await read(
      sql<
        Record<string, unknown>
      >`select ctid::text as place, xmin::text as born, i.* from survey_invitation i where survey_id = ${surveyId} order by no`,
    ),
    sealed: await read(sql<Record<string, unknown>>`select * from survey_sealed where survey_id = ${surveyId}`),
    drafts: await read(
      sql<
        Record<string, unknown>
      >`select d.* from survey_draft d join survey_invitation i on i.estate_id = d.estate_id and i.id = d.invitation_id where i.survey_id = ${surveyId}`,
    ),
  }
}

test('QM 4 what is kept of an anonymous answer leads to nobody: no key, no time, no id of birth, no order, no transaction', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const links = await h.links(survey.id)
  // everybody resumes once, so that a draft under the token was there
  for (const [i, link] of links.entries()) {
    expect((await h.nobody('PUT', link, { version: 0, answers: ownAnswers(i), comments: [] })).status).toBe(200)
    expect((await h.send(link, ownAnswers(i), { version: 1 })).status).toBe(200)
  }
  const before = await tables(survey.id)
  expect(before.responses).toEqual([])
  expect(before.sealed).toHaveLength(19)
  expect(before.drafts).toEqual([])
  // already what waits has no column that points at an invitation
  expect(Object.keys(before.sealed[0] ?? {}).sort()).toEqual(
    ['answers', 'building_id', 'comments', 'estate_id', 'id', 'since', 'survey_id', 'tenure'].sort(),
  )
  await mixNow()
  const { responses, invitations, sealed } = await tables(survey.id)
  // five at least stay behind for those who come last
  expect(responses.length).toBeGreaterThanOrEqual(5)
  expect(sealed.length).toBeGreaterThanOrEqual(5)
  expect(responses.length + sealed.length).toBe(19)

  // no key: nothing that the two tables hold is the same but the survey and what at least five share
  const own = new Set(invitations.flatMap((i) => [i.id, i.customer_id, i.unit_id, String(i.token_hash)]))
  for (const row of responses) {
    for (const value of Object.values(row)) expect(own.has(value)).toBe(false)
    expect(row).toMatchObject({ invitation_id: null, at: null, entered_by: null, source: null, anonymous: true })
    // no time but the day, and an id of chance (version 4), not of its birth (version 7)
    expect(row.on_date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(String(row.id)[14]).toBe('4')
  }
  // what is known of somebody is known of five at least, also of those who were asked and have answered
  const key = (r: Record<string, unknown>) => `${r.building_id}|${r.tenure}|${r.since}`
  for (const group of Map.groupBy(responses, key).values()) {
    expect(group.length).toBeGreaterThanOrEqual(5)
    const [one] = group
    const couldBe = invitations.filter(
      (i) =>
        i.used === true &&
        (one?.building_id === null || i.building_id === one?.building_id) &&
        (one?.tenure === null || i.tenure === one?.tenure) &&
        (one?.since === null || i.since === one?.since),
    )
    expect(couldBe.length).toBeGreaterThanOrEqual(5)
  }
  // one transaction wrote them all, and none that used an invitation
  expect(new Set(responses.map((r) => r.born)).size).toBe(1)
  expect(invitations.map((i) => i.born)).not.toContain(responses[0]?.born)
  // the order of sending cannot be read from the order of the rows, nor from that of the ids
  const sent = JSON.stringify(invitations.map((_, i) => ownAnswers(i)))
  expect(JSON.stringify(responses.map((r) => r.answers))).not.toBe(sent)
  const byId = responses.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  expect(JSON.stringify(byId.map((r) => r.answers))).not.toBe(sent)
  // the invitation remembers that it was used, and nothing of when
  expect(Object.keys(invitations[0] ?? {}).filter((k) => /used|answered|sent/.test(k))).toEqual(['used'])

  // nothing else of the house tells: neither the record of acts nor the kept answers of calls
  const told = await h.t.tx(async ({ db }) => ({
    audit: await db.selectFrom('audit').selectAll().where('subject_id', '=', survey.id).execute(),
    kept: await sql`select * from idempotency where answer::text like '%"f":%' and answer::text like ${`%${survey.id}%`}`.execute(
      db,
    ),
  }))
  expect(told.audit.map((a) => a.action).sort()).toEqual(['survey.create', 'survey.open', 'survey.save'])
  expect(told.kept.rows).toEqual([])
})

test('QM 4 until ten have answered nothing is shown while more may come, and a later counting in mixes the earlier rows again', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const links = await h.links(survey.id)
  const results = () => h.head.get(`${h.estate}/surveys/${survey.id}/results`)
  for (const link of links.slice(0, 9)) await h.send(link, ownAnswers(1))
  await mixNow()
  expect((await results()).body.error).toMatchObject({ code: 'E_TOO_FEW', details: { smallest: 10, waiting: 9 } })
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}/responses`)).body.error).toMatchObject({
    code: 'E_TOO_FEW',
    details: { smallest: 10 },
  })
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}`)).body).toMatchObject({ answered: 9, waiting: 9 })
  for (const link of links.slice(9, 11)) await h.send(link, ownAnswers(2))
  await mixNow()
  const first = await tables(survey.id)
  expect((await results()).body.answered).toBe(first.responses.length)
  expect(first.responses.length).toBeGreaterThanOrEqual(5)
  expect(first.responses.length + first.sealed.length).toBe(11)
  for (const link of links.slice(11, 18)) await h.send(link, ownAnswers(3))
  await mixNow()
  const second = await tables(survey.id)
  expect(second.responses.length).toBeGreaterThan(first.responses.length)
  expect(second.responses.length + second.sealed.length).toBe(18)
  expect(second.sealed.length).toBeGreaterThanOrEqual(5)
  const ids = new Set(first.responses.map((r) => r.id))
  expect(second.responses.some((r) => ids.has(r.id))).toBe(false)
  expect(new Set(second.responses.map((r) => r.born)).size).toBe(1)
  // the last one comes alone: closing hides them among others
  await h.send(links[18] ?? '', ownAnswers(4), { comments: [{ touchpoint: 'T12', text: '电梯慢' }] })
  const now = (await h.head.get(`${h.estate}/surveys/${survey.id}`)).body
  expect((await h.move(now, 'close')).status).toBe(200)
  const last = await tables(survey.id)
  expect(last.responses).toHaveLength(19)
  expect(last.sealed).toEqual([])
  // whoever kept the answers as they were shown before finds five new ones at least, not the last one alone
  expect(last.responses.length - second.responses.length).toBeGreaterThanOrEqual(5)
  const key = (r: Record<string, unknown>) => `${r.building_id}|${r.tenure}|${r.since}|${r.on_date}`
  for (const group of Map.groupBy(last.responses, key).values()) expect(group.length).toBeGreaterThanOrEqual(5)
  const [said] = (await h.head.get(`${h.estate}/surveys/${survey.id}/comments`)).body.rows
  const comment = await h.head.get(`${h.estate}/surveys/${survey.id}/comments/${String(said.id).slice(0, 36)}`)
  expect(comment.body).toMatchObject({ text: '电梯慢', customer: null, unit: null, building: null })
})

test('QM 4 an earlier anonymous survey with too few answers stands beside none', async () => {
  const questions = [pair(1, { itemId: 'T12-F-03' })]
  const run = async (answers: number) => {
    const survey = await h.opened('kano', { questions, anonymous: true })
    for (const link of (await h.links(survey.id)).slice(0, answers)) await h.send(link, [{ no: 1, f: 5, d: 1 }])
    const now = (await h.head.get(`${h.estate}/surveys/${survey.id}`)).body
    expect((await h.move(now, 'close')).status).toBe(200)
    return survey.id
  }
  const enough = await run(5)
  const few = await run(4)
  const last = await run(14)
  const found = (await h.head.get(`${h.estate}/surveys/${last}/results`)).body
  expect(found.comparable.map((s: { id: string }) => s.id)).not.toContain(few)
  expect(found.comparedWith.id).toBe(enough)
  expect((await h.head.get(`${h.estate}/surveys/${last}/results?with=${few}`)).status).toBe(404)
})

test('what somebody filled in and never sent is gone when an anonymous survey ends', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const [link = ''] = await h.links(survey.id)
  await h.nobody('PUT', link, { version: 0, answers: ownAnswers(1), comments: [] })
  expect((await tables(survey.id)).drafts).toHaveLength(1)
  await h.move(survey, 'close')
  const { drafts, responses } = await tables(survey.id)
  expect([drafts, responses]).toEqual([[], []])
})

test('the database itself refuses a link on an anonymous answer', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const { invitations } = await tables(survey.id)
  const linked = h.t.tx(({ db }) =>
    db
      .insertInto('survey_response')
      .values({
        estate_id: h.t.a.id,
        id: String(invitations[0]?.id),
        survey_id: survey.id,
        anonymous: true,
        answers: '[]',
        invitation_id: String(invitations[0]?.id),
      })
      .execute(),
  )
  await expect(linked).rejects.toThrow(/survey_response_unlinked/)
})
