import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MOVES, SURVEY_MOVES, SURVEY_STATES, type SurveyView } from '#contract/surveys.ts'
import { newId } from '#platform/ids.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

let h: SurveyHouse
let people: Awaited<ReturnType<SurveyHouse['resident']>>[]
beforeAll(async () => {
  h = await openSurveyHouse()
  const [one, two] = [await h.building('1'), await h.building('2')]
  people = []
  for (let i = 0; i < 12; i += 1)
    people.push(await h.resident(i % 2 === 0 ? one : two, { tenure: i < 8 ? 'owner' : 'tenant' }))
  await h.resident(one, { noCallback: true })
  await h.resident(one, { caution: 'communication' })
  await h.resident(one, { caution: 'care', tenure: 'family' })
  people.push(await h.resident(two, { phone: false }))
})
afterAll(() => h.t.close())

const full = [
  { no: 1, f: 5, d: 1 },
  { no: 2, f: 4, d: 1 },
]

test('a draft is written and opened; an opened survey never changes, a correction is a new revision', async () => {
  const survey = await h.opened('kano')
  expect(survey).toMatchObject({ state: 'opened', invited: 13, revision: 1, moves: ['close', 'revise', 'enter'] })
  expect(survey.sample.seed).toMatch(/^[0-9a-f]{16}$/)
  const put = await h.head.put(`${h.estate}/surveys/${survey.id}`, {
    version: survey.version,
    titleZh: '改',
    titleEn: 'Changed',
    questions: [],
    freeText: true,
    anonymous: true,
    sample: {},
  })
  expect(put).toMatchObject({ status: 409, body: { error: { code: 'E_SURVEY_OPENED' } } })
  const next = await h.move(survey, 'revise')
  expect(next.body).toMatchObject({ state: 'draft', revision: 2, rootId: survey.id, invited: 0 })
  expect(next.body.list).toEqual(survey.list)
  expect(next.body.sample.seed).toBeNull()
  expect((await h.move(next.body, 'revise')).body.error.code).toBe('E_STATE_CHANGED')
})

test('QM 4 a survey of an estate: every move from every state where it may be made, and none from elsewhere', async () => {
  const inState = {
    draft: () => h.draft('kano'),
    opened: () => h.opened('kano'),
    closed: async (): Promise<SurveyView> => (await h.move(await h.opened('kano'), 'close')).body,
  }
  const make = {
    save: ({ id, version, titleZh, titleEn, list, freeText, anonymous, sample }: SurveyView) =>
      h.head.put(`${h.estate}/surveys/${id}`, {
        ...{ version, titleZh, titleEn, questions: list, freeText, anonymous, sample },
      }),
    open: (survey: SurveyView) => h.move(survey, 'open'),
    close: (survey: SurveyView) => h.move(survey, 'close'),
    revise: (survey: SurveyView) => h.move(survey, 'revise'),
    enter: ({ id }: SurveyView) =>
      h.head.post(`${h.estate}/surveys/${id}/papers`, { paperNo: id, slipNo: 1, answers: full, comments: [] }),
  }
  const REFUSED = { save: 'E_SURVEY_OPENED', enter: 'E_SURVEY_OVER' } as const
  for (const move of MOVES)
    for (const state of SURVEY_STATES) {
      const { from, to } = SURVEY_MOVES[move]
      const survey = await inState[state]()
      const legal = from.some((one) => one === state)
      expect(survey.moves.includes(move), `${move} shown for ${state}`).toBe(legal)
      const answer = await make[move](survey)
      const now = (await h.head.get(`${h.estate}/surveys/${survey.id}`)).body
      if (!legal) {
        const code = move in REFUSED ? REFUSED[move as keyof typeof REFUSED] : 'E_STATE_CHANGED'
        expect(answer.body.error?.code, `${move} from ${state}`).toBe(code)
        expect(now).toMatchObject({ state, version: survey.version, answered: 0 })
      } else {
        expect([200, 201], `${move} from ${state}: ${JSON.stringify(answer.body)}`).toContain(answer.status)
        // a revision is another survey, and the one before it stays what it was
        expect(move === 'revise' ? answer.body.state : now.state, `${move} from ${state}`).toBe(to)
        expect(now.state).toBe(move === 'revise' ? state : to)
      }
    }
})

test('surveys are found by a part of either title and by the days on which they took answers, page by page and in the sheet', async () => {
  const [old, draft] = [await h.opened('kano'), await h.draft('kano')]
  const set = (id: string, patch: { title_zh: string; created_at: string; opened_at?: string; closed_at?: string }) =>
    h.t.tx(({ db }) => db.updateTable('survey').set(patch).where('id', '=', id).execute())
  const closed = (await h.move(old, 'close')).body
  const created_at = '2024-03-01T02:00:00.000Z'
  await set(old.id, {
    ...{ title_zh: '泳池100%问卷', created_at },
    // in the estate the first hour of 10 March and the last of the 20th
    ...{ opened_at: '2024-03-09T16:30:00.000Z', closed_at: '2024-03-20T15:30:00.000Z' },
  })
  await set(draft.id, { title_zh: '泳池草稿', created_at })
  expect(closed.state).toBe('closed')
  const found = async (query: string) =>
    (await h.head.get(`${h.estate}/surveys?limit=50&${query}`)).body.rows.map((r: { id: string }) => r.id)
  const pool = `q=${encodeURIComponent('泳池')}`
  expect(await found(pool)).toEqual([old.id, draft.id].sort().reverse())
  expect(await found(`q=${encodeURIComponent('0%问')}`)).toEqual([old.id])
  expect(await found('q=nothing-is-called-this')).toEqual([])
  expect((await found('q=rESIDENTS')).length).toBeGreaterThan(1)
  expect(await found(`${pool}&from=2024-03-20&to=2024-04-01`)).toEqual([old.id])
  expect(await found(`${pool}&from=2024-03-21`)).toEqual([])
  expect(await found(`${pool}&from=2024-03-05&to=2024-03-10`)).toEqual([old.id])
  expect(await found(`${pool}&to=2024-03-09`)).toEqual([draft.id])
  const file = await sheetOf((await h.head.get(`${h.estate}/surveys.xlsx?${pool}&to=2024-03-09`)).body)
  expect(file.slice(1).map((row) => row[0])).toEqual(['泳池草稿'])
})

test('two who write the same draft: the second is told, and nothing of the first is lost', async () => {
  const draft = await h.draft('kano')
  const body = {
    version: draft.version,
    titleZh: '新题目',
    titleEn: 'New',
    questions: [pair(1)],
    freeText: false,
    anonymous: false,
    sample: {},
  }
  expect((await h.head.put(`${h.estate}/surveys/${draft.id}`, body)).status).toBe(200)
  const late = await h.head.put(`${h.estate}/surveys/${draft.id}`, { ...body, titleZh: '另一个' })
  expect(late.body.error.code).toBe('E_VERSION_STALE')
  expect((await h.head.get(`${h.estate}/surveys/${draft.id}`)).body.titleZh).toBe('新题目')
})

test('QM 4 more pairs than the setting are refused with their number', async () => {
  const draft = await h.draft('kano')
  const body = (n: number) => ({
    version: draft.version,
    titleZh: '长',
    titleEn: 'Long',
    questions: Array.from({ length: n }, (_, i) => pair(i + 1)),
    freeText: true,
    anonymous: false,
    sample: {},
  })
  const refused = await h.head.put(`${h.estate}/surveys/${draft.id}`, body(41))
  expect(refused.body.error).toMatchObject({
    code: 'E_PAIR_LIMIT',
    field: 'body.questions',
    details: { maximum: 40, pairs: 41 },
  })
  await h.head.put(`${h.estate}/settings/survey.pairLimit`, { value: 41 })
  // what is remembered of settings is forgotten by a signal
  await expect.poll(async () => (await h.head.put(`${h.estate}/surveys/${draft.id}`, body(41))).status).toBe(200)
  await h.head.put(`${h.estate}/settings/survey.pairLimit`, { value: 40 })
})

test('an empty survey and an empty sample are not opened', async () => {
  const empty = await h.draft('kano', { questions: [] })
  expect((await h.move(empty, 'open')).body.error.code).toBe('E_SURVEY_EMPTY')
  const nobody = await h.draft('kano', { sample: { roles: ['shop'] } })
  expect((await h.move(nobody, 'open')).body.error.code).toBe('E_SAMPLE_EMPTY')
  expect((await h.head.get(`${h.estate}/surveys/${nobody.id}`)).body.state).toBe('draft')
})

test('CP-066 the sample shows frame, strata and who is left out, and the same seed invites the same people', async () => {
  const sample = { method: 'stratified', size: 6, by: ['building', 'tenure'], seed: '00c0ffee' }
  const draft = await h.draft('kano', { sample })
  const shown = (await h.head.get(`${h.estate}/surveys/${draft.id}/sample`)).body
  expect(shown).toMatchObject({ frame: 13, leftOut: { noCallback: 1, caution: 1, twice: 0 }, drawn: 6 })
  expect(shown.strata.map((s: { members: number }) => s.members).sort()).toEqual([2, 2, 4, 5])
  const asked = async (id: string) =>
    (await h.head.get(`${h.estate}/surveys/${id}/invitations`)).body.rows.map((r: { name: string }) => r.name).sort()
  const one = await h.move(draft, 'open')
  const two = await h.opened('kano', { sample })
  expect(await asked(one.body.id)).toEqual(await asked(two.id))
  expect(await asked(two.id)).toHaveLength(6)
})

test('only the hash of a token is kept, and the outbox shows dots; the message that goes out holds the link', async () => {
  const survey = await h.opened('kano', { sample: { method: 'random', size: 1, seed: 'aaaaaaaa' } })
  const [link] = await h.links(survey.id)
  const token = String(link).slice(-27)
  const tables = ['survey', 'survey_invitation', 'outbox_message', 'audit', 'idempotency'] as const
  const rows = await h.t.tx(async ({ db }) =>
    JSON.stringify(
      await Promise.all(tables.filter((n) => n !== 'idempotency').map((n) => db.selectFrom(n).selectAll().execute())),
    ),
  )
  expect(rows).not.toContain(token)
  const listed = await h.head.get(`${h.estate}/outbox?limit=5`)
  expect(listed.body.rows[0].body).toContain('••••••')
})

test('a resident answers without an account, is kept on the way, resumes, and answers once', async () => {
  const survey = await h.opened('kano')
  const [link = ''] = await h.links(survey.id)
  const first = await h.nobody('GET', link)
  expect(first).toMatchObject({
    status: 200,
    body: { state: 'open', version: 0, answers: [], estateName: '测试小区TA' },
  })
  expect(first.body.questions[0]).not.toHaveProperty('classDefault')
  const kept = await h.nobody('PUT', link, { version: 0, answers: [{ no: 1, f: 5 }], comments: [] })
  expect(kept).toEqual({ status: 200, body: { version: 1 } })
  expect((await h.nobody('GET', link)).body).toMatchObject({ version: 1, answers: [{ no: 1, f: 5 }] })
  // a second page that still shows nothing
  const stale = await h.nobody('PUT', link, { version: 0, answers: [{ no: 2, f: 1 }], comments: [] })
  expect(stale.body.error.code).toBe('E_VERSION_STALE')
  expect((await h.send(link, full)).body.error.code).toBe('E_VERSION_STALE')
  expect((await h.send(link, [{ no: 1, f: 5 }], { version: 1 })).body.error.code).toBe('E_PAIR_INCOMPLETE')
  expect((await h.nobody('GET', link)).body.answers).toEqual([{ no: 1, f: 5 }])
  expect(await h.send(link, full, { version: 1 })).toEqual({ status: 200, body: { state: 'used' } })
  expect((await h.send(link, full, { version: 1 })).body.error.code).toBe('E_SURVEY_USED')
  expect((await h.nobody('PUT', link, { version: 1, answers: full, comments: [] })).body.error.code).toBe(
    'E_SURVEY_USED',
  )
  expect((await h.nobody('GET', link)).body).toMatchObject({ state: 'used', questions: [], answers: [] })
})

test('a double click, also from two pages at once, is one answer', async () => {
  const survey = await h.opened('kano')
  const [link = ''] = await h.links(survey.id)
  const sent = await Promise.all([h.send(link, full), h.send(link, full), h.send(link, full)])
  expect(sent.map((s) => s.status).sort()).toEqual([200, 409, 409])
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}`)).body.answered).toBe(1)
})

test('unknown, foreign and expired links, and answers that this survey does not ask for, are refused by name', async () => {
  const survey = await h.opened('kano')
  const [link = '', other = ''] = await h.links(survey.id)
  expect((await h.nobody('GET', `${link.slice(0, -27)}${'x'.repeat(27)}`)).status).toBe(404)
  expect((await h.nobody('GET', link.replace(h.t.a.id, h.t.b.id))).status).toBe(404)
  expect((await h.nobody('GET', link.replace(h.t.a.id, newId()))).status).toBe(404)
  expect((await h.nobody('GET', `${link}x`)).status).toBe(400)
  expect((await h.send(link, [{ no: 9, f: 1, d: 1 }])).body.error.code).toBe('E_ANSWER_FOREIGN')
  expect((await h.send(link, [{ no: 1, s: 3 }])).body.error.code).toBe('E_ANSWER_FOREIGN')
  expect((await h.send(link, [{ no: 1, f: 6, d: 1 }])).body.error.code).toBe('E_INPUT')
  expect((await h.send(link, [])).body.error.code).toBe('E_ANSWERS_MISSING')
  await h.t.tx(({ db }) =>
    db
      .updateTable('survey_invitation')
      .set({ expires_at: '2026-01-01T00:00:00.000Z' })
      .where('survey_id', '=', survey.id)
      .execute(),
  )
  expect((await h.nobody('GET', other)).body).toMatchObject({ state: 'over', questions: [] })
  expect((await h.send(other, full)).body.error.code).toBe('E_SURVEY_OVER')
})

test('the desk types a sheet in: each sheet and each slip once, a named survey wants the slip', async () => {
  const survey = await h.opened('kano')
  const desk = h.t.as(h.t.a.staff.frontDeskClerk)
  const enter = (body: object) =>
    desk.post(`${h.estate}/surveys/${survey.id}/papers`, { answers: full, comments: [], ...body })
  expect((await enter({ paperNo: 'P1', slipNo: null })).body.error).toMatchObject({
    code: 'E_INPUT',
    field: 'body.slipNo',
  })
  expect((await enter({ paperNo: 'P1', slipNo: 999 })).body.error).toMatchObject({
    code: 'E_NOT_FOUND',
    field: 'body.slipNo',
  })
  expect((await enter({ paperNo: 'P1', slipNo: 1 })).status).toBe(201)
  expect((await enter({ paperNo: 'P1', slipNo: 2 })).body.error).toMatchObject({
    code: 'E_DUPLICATE',
    field: 'body.paperNo',
  })
  expect((await enter({ paperNo: 'P2', slipNo: 1 })).body.error).toMatchObject({
    code: 'E_SURVEY_USED',
    field: 'body.slipNo',
  })
  expect((await enter({ paperNo: 'P2', slipNo: 2 })).status).toBe(201)
  const progress = (await desk.get(`${h.estate}/surveys/${survey.id}/progress`)).body
  expect(progress).toMatchObject({ invited: 13, used: 2, boxed: 0 })
  // the response rate of each building and tenure is that of its invitations
  type Invitation = { building: string; tenure: string; state: string }
  const rows: Invitation[] = (await desk.get(`${h.estate}/surveys/${survey.id}/invitations?limit=50`)).body.rows
  const counted = [...Map.groupBy(rows, (r) => `${r.building} ${r.tenure}`)].map(
    ([key, own]) => `${key} ${own.filter((r) => r.state === 'used').length}/${own.length}`,
  )
  type Line = { building: { name: string }; tenure: string; invited: number; used: number }
  const lines = progress.lines.map((l: Line) => `${l.building.name} ${l.tenure} ${l.used}/${l.invited}`)
  expect(lines.sort()).toEqual(counted.sort())
  expect(lines).toHaveLength(4)
})

test('QM 6 the results: classes, coefficients, priorities, groups of enough, and every figure opens its answers', async () => {
  const questions = [
    pair(1, { asks: ['pair', 'satisfaction', 'importance'], effort: 2, itemId: 'T12-F-01' }),
    pair(2, { classDefault: null }),
  ]
  const survey = await h.opened('kano', { questions })
  const links = await h.links(survey.id)
  for (const [i, link] of links.entries()) {
    const answers = [
      { no: 1, f: 4, d: 1, s: 2, w: 8 },
      { no: 2, f: 5, d: i < 9 ? 3 : 1 },
    ]
    const comments = i === 0 ? [{ touchpoint: 'T12', text: '电梯有异响' }] : []
    expect((await h.send(link, answers, { comments })).status).toBe(200)
  }
  const results = (await h.head.get(`${h.estate}/surveys/${survey.id}/results?by=tenure`)).body
  expect(results).toMatchObject({ answered: 13, invited: 13, small: true, comments: 1, ungrouped: 4 })
  expect(results.groups).toEqual([{ key: 'owner', name: 'owner', n: 9 }])
  const by = async (part: string) =>
    (await h.head.get(`${h.estate}/surveys/${survey.id}/results?by=${part}`)).body.groups.map(
      (g: { name: string; n: number }) => `${g.name} ${g.n}`,
    )
  expect(await by('building')).toEqual(['2栋 7', '1栋 6'])
  expect(await by('since')).toEqual(['over5 13'])
  const [one, two] = results.items
  expect(one.groups).toMatchObject([
    { key: 'owner', n: 9, class: 'M', worse: { share: -1, low: -1 }, provisional: true },
  ])
  expect(one.kano).toMatchObject({ class: 'M', total: 13, provisional: true, counts: { M: 13 } })
  // thirteen pairs are too few to act on
  expect([one.repair, one.build]).toEqual([null, null])
  expect(one.performance).toBe(0.25)
  expect(one.satisfaction.mean).toBe(2)
  expect(two.kano).toMatchObject({ class: 'A', counts: { A: 9, O: 4 } })
  expect(two.kano.better.share).toBe(1)
  expect(two.question.classDefault).toBeNull()
  const behind = (query: string) => h.head.get(`${h.estate}/surveys/${survey.id}/responses?${query}`)
  expect((await behind('no=2&class=O')).body.rows).toHaveLength(4)
  expect((await behind('no=2&class=A&tenure=owner')).body.rows.length).toBeGreaterThan(0)
  expect((await behind('no=1&satisfaction=2')).body.rows).toHaveLength(13)
  expect((await behind('no=1&satisfaction=3')).body.rows).toEqual([])
  const first = await behind('limit=5')
  expect((await behind(`limit=50&cursor=${first.body.next}`)).body.rows).toHaveLength(8)
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}/comments`)).body.rows).toMatchObject([
    { touchpoint: 'T12', text: '电梯有异响' },
  ])
  // CP-031: an opinion counts in whatever form it comes, so the desk may take a comment over, with whose it is
  const [said] = (await h.head.get(`${h.estate}/surveys/${survey.id}/comments`)).body.rows
  const commentOf = (query = '', by = h.head) =>
    by.get(`${h.estate}/surveys/${survey.id}/comments/${String(said.id).slice(0, 36)}${query}`)
  expect((await commentOf()).body).toMatchObject({
    text: '电梯有异响',
    touchpoint: 'T12',
    customer: { name: expect.stringMatching(/^住户/) },
    unit: { display: expect.stringMatching(/^9栋/) },
  })
  expect((await commentOf('?at=2')).status).toBe(404)
  // who may not see customers reads the words alone
  const leader = await commentOf('', h.t.as(h.t.a.staff.companyLeader))
  expect(leader.body).toMatchObject({ text: '电梯有异响', customer: null, unit: null })
  const file = await sheetOf(
    (await behind('no=2').then(() => h.head.get(`${h.estate}/surveys/${survey.id}/responses.xlsx`))).body,
  )
  expect(file).toHaveLength(14)
  expect(file[0]?.join()).not.toMatch(/姓名|房号/)
  // day, way, building, tenure, since, then an answer a column as it was given, comments last
  for (const row of file.slice(1)) {
    expect(row.slice(1, 10).join()).toMatch(/^手机,[12]栋,(业主|租户),5 年以上,4,1,2,8,5$/)
    expect(['1', '3']).toContain(String(row[10]))
  }
  expect(file.filter((row) => String(row[11] ?? '').includes('[T12] 电梯有异响'))).toHaveLength(1)
  const pdf = await h.head.get(`${h.estate}/surveys/${survey.id}/results/print?by=building&lang=en`)
  expect(pdf.status).toBe(200)
  expect(Buffer.from(pdf.body).subarray(0, 5).toString()).toBe('%PDF-')
  const logged = await h.t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select('action')
      .where('subject_id', '=', survey.id)
      .where('action', 'like', 'export%')
      .execute(),
  )
  expect(logged.map((l) => l.action).sort()).toEqual(['export.surveyResponses', 'export.surveyResults'])
})

test('QM 8.5 closing keeps class, sample and day beside the default; a later survey stands beside the earlier one', async () => {
  const { surveyedClasses, surveyPriorities, satisfactionByTouchpoint } = await import('./index.ts')
  const found = (until = '2999-12-31') => h.t.tx((tx) => surveyedClasses(tx, h.t.a.id, until))
  const questions = [pair(1, { itemId: 'T12-F-02', asks: ['pair', 'satisfaction'] })]
  const run = async (f: number, d: number, s: number) => {
    const survey = await h.opened('kano', { questions })
    for (const link of await h.links(survey.id)) await h.send(link, [{ no: 1, f, d, s }])
    const closed = await h.move(survey, 'close')
    expect(closed.body).toMatchObject({ state: 'closed', moves: ['revise'] })
    return closed.body
  }
  await run(5, 3, 5)
  const first = await found()
  expect(first.get('T12-F-02')).toMatchObject({ class: 'A', n: 13, provisional: true, significant: true })
  const second = await run(4, 1, 3)
  const later = await found()
  expect(later.get('T12-F-02')).toMatchObject({
    class: 'M',
    surveyId: second.id,
    title: { zh: second.titleZh },
  })
  expect((await found('2000-01-01')).size).toBe(0)
  // thirteen pairs are too few to act on; the survey is named all the same
  const asked = await h.t.tx((tx) => surveyPriorities(tx, h.t.a.id, '2999-12-31'))
  expect(asked).toMatchObject({ survey: { id: second.id }, items: [] })
  const setting = `${h.estate}/settings/survey.smallestSample`
  expect((await h.head.put(setting, { value: 10 })).status).toBe(200)
  await vi.waitFor(async () =>
    expect(await h.t.tx((tx) => surveyPriorities(tx, h.t.a.id, '2999-12-31'))).toMatchObject({
      items: [{ itemId: 'T12-F-02', class: 'M', n: 13, repair: 0.5, build: null }],
    }),
  )
  expect((await h.head.post(`${setting}/reset`, {})).status).toBe(200)
  expect(await h.t.tx((tx) => surveyPriorities(tx, h.t.a.id, '2000-01-01'))).toBeNull()
  const results = (await h.head.get(`${h.estate}/surveys/${second.id}/results`)).body
  expect(results.items[0].before).toMatchObject({ class: 'A', better: 1, worse: 0, n: 13 })
  expect(results.items[0].question.classDefault).toBe('must-be')
  const day = first.get('T12-F-02')?.on ?? ''
  const felt = await h.t.tx((tx) => satisfactionByTouchpoint(tx, h.t.a.id, day, day))
  const lift = felt.find((one) => one.touchpoint === 'T12')
  expect(lift?.n).toBeGreaterThanOrEqual(26)
  expect(lift?.mean).toBeGreaterThan(1)
  expect((await h.move(second, 'close')).body.error.code).toBe('E_STATE_CHANGED')
  const late = await h.head.get(`${h.estate}/surveys/${second.id}/results?with=${newId()}`)
  expect(late.status).toBe(404)
})
