import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { openSurveyHouse, pair, type SurveyHouse } from '#test/survey-house.ts'

let h: SurveyHouse
beforeAll(async () => {
  h = await openSurveyHouse()
  const one = await h.building('1')
  for (let i = 0; i < 6; i += 1) await h.resident(one, i === 5 ? { language: 'en', phone: false } : {})
})
afterAll(() => h.t.close())

const QUESTIONS = [pair(1), pair(2, { asks: ['pair', 'satisfaction'] })]
const desk = () => h.t.as(h.t.a.staff.frontDeskClerk)
const HEAD = ['paperNo', 'slipNo', '1f', '1d', '2f', '2d', '2s', 'comment']
const workbook = async (rows: (string | number)[][], head: string[] = HEAD): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('录入')
  sheet.addRow(head)
  sheet.addRow(head.map((key) => `说明 ${key}`))
  for (const row of rows) sheet.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}
const upload = async (surveyId: string, file: Buffer | null, name = 'zhizhi.xlsx') => {
  const edge = 'edge-of-a-part'
  const payload = Buffer.concat([
    Buffer.from(
      file
        ? `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
        : `--${edge}\r\ncontent-disposition: form-data; name="other"\r\n\r\nx`,
    ),
    file ?? Buffer.alloc(0),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return desk().send({
    method: 'POST',
    url: `${h.estate}/surveys/${surveyId}/uploads`,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'idempotency-key': newId() },
    payload,
  })
}

test('the template has a column for each thing asked, in both languages', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS })
  for (const lang of ['zh', 'en']) {
    const answer = await desk().get(`${h.estate}/surveys/${survey.id}/paper-template?lang=${lang}`)
    const [keys, words] = await sheetOf(answer.body)
    expect(keys).toEqual(HEAD)
    expect(words?.join()).toContain(lang === 'zh' ? '属性1：有时的感受' : 'Attribute 1: with it')
  }
})

test('the questionnaire and the slips are printed: who may still answer, those without a phone alone, on the record', async () => {
  const draft = await h.draft('kano', { questions: QUESTIONS, anonymous: true })
  const pdf = async (path: string, by = h.head) => {
    const { status, body } = await by.get(`${h.estate}/surveys/${draft.id}/${path}`)
    return status === 200 ? Buffer.from(body).subarray(0, 5).toString() : body.error.code
  }
  // a draft is printed to be read, but there is nobody to hand a slip to
  expect(await pdf('paper.pdf?lang=en')).toBe('%PDF-')
  expect(await pdf('slips.pdf')).toBe('E_SURVEY_OVER')
  const survey = (await h.move(draft, 'open')).body
  expect(await pdf('paper.pdf?lang=zh', desk())).toBe('%PDF-')
  expect(await pdf('slips.pdf?channel=slip')).toBe('%PDF-')
  const links = await h.links(survey.id)
  expect((await h.send(links[0] ?? '', [{ no: 1, f: 5, d: 1 }])).status).toBe(200)
  expect(await pdf('slips.pdf')).toBe('%PDF-')
  expect(await pdf('slips.pdf?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E4%BA%BA')).toBe('E_NOT_FOUND')
  // whoever types sheets in has no need of everybody's link
  expect(await pdf('slips.pdf', desk())).toBe('E_FORBIDDEN')
  const logged = await h.t.tx(({ db }) =>
    db
      .selectFrom('audit')
      .select('after')
      .where('subject_id', '=', survey.id)
      .where('action', '=', 'survey.printSlips')
      .orderBy('at')
      .execute(),
  )
  expect(logged.map((l) => l.after)).toMatchObject([{ slips: 1 }, { slips: 5, from: 2, to: 6 }])
  const withoutPhone = await h.head.get(`${h.estate}/surveys/${survey.id}/invitations?channel=slip`)
  expect(withoutPhone.body.rows).toMatchObject([{ unit: '9栋1单元5', channel: 'slip', phone: null }])
  // the page behind a slip knows the language of whom it is for
  const languages = await Promise.all(links.map(async (one) => (await h.nobody('GET', one)).body.language))
  expect(languages.sort()).toEqual(['en', 'zh', 'zh', 'zh', 'zh', 'zh'])
  await h.move((await h.head.get(`${h.estate}/surveys/${survey.id}`)).body, 'close')
})

test('an uploaded file is shown row by row, the right rows are taken once, and the others stay to be put right', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS })
  const file = await workbook([
    ['P1', 1, 5, 1, 4, 1, 3, '电梯慢'],
    ['P2', 2, 5, 1],
    ['P2', 3, 5, 1],
    ['P4', 99, 5, 1],
    ['P5', 4, 7, 1],
    ['P6', 5, 5],
    [],
    ['P7', 6, '', '', '', '', 5],
  ])
  const read = await upload(survey.id, file)
  expect(read.status, JSON.stringify(read.body)).toBe(201)
  expect(read.body).toMatchObject({ state: 'read', rows: 7, good: 3, taken: 0 })
  const problems = read.body.lines.flatMap((l: { row: number; problems: { column: string; code: string }[] }) =>
    l.problems.map((p) => `${l.row} ${p.column} ${p.code}`),
  )
  expect(problems).toEqual([
    '5 paperNo paperTwice',
    '6 slipNo slipUnknown',
    '7 1f value',
    '7 1f pairHalf',
    '8 1d pairHalf',
  ])
  const at = `${h.estate}/surveys/${survey.id}/uploads/${read.body.id}`
  // nothing is taken over before somebody says so
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}`)).body.answered).toBe(0)
  // meanwhile one of them answers by phone
  const [link = ''] = await h.links(survey.id)
  expect((await h.send(link, [{ no: 1, f: 5, d: 1 }])).status).toBe(200)
  const applied = await desk().post(`${at}/apply`)
  expect(applied.body).toMatchObject({ state: 'applied', rows: 7, taken: 2, good: 0 })
  expect(applied.body.lines[0].problems).toMatchObject([{ code: 'slipUsed' }])
  expect((await desk().post(`${at}/apply`)).body.error.code).toBe('E_STATE_CHANGED')
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}`)).body.answered).toBe(3)
  // what was not taken comes back as a sheet with all that it said and why
  const left = await sheetOf((await desk().get(`${at}/problems?lang=zh`)).body)
  expect(left).toHaveLength(2 + 5)
  expect(left[0]?.at(-1)).toBe('problems')
  expect(left[2]).toEqual(expect.arrayContaining(['P1', '1', '电梯慢']))
  expect(left.at(-1)?.at(-1)).toContain('成对的题目只答了一半')
  // put right and uploaded again: sheets that were taken are known
  const again = await upload(
    survey.id,
    await workbook([
      ['P2', 2, 5, 1],
      ['P6', 5, 5, 2],
    ]),
  )
  expect(again.body).toMatchObject({ good: 1 })
})

test('what is taken over from a file of an anonymous survey leaves neither its number nor its answers in the upload', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const rows = Array.from({ length: 5 }, (_, i) => [`B${i}`, '', 5, 1])
  const read = await upload(survey.id, await workbook(rows))
  expect(read.body).toMatchObject({ good: 5 })
  await desk().post(`${h.estate}/surveys/${survey.id}/uploads/${read.body.id}/apply`)
  const kept = await h.t.tx(({ db }) =>
    db.selectFrom('survey_upload').select(['lines', 'taken']).where('id', '=', read.body.id).executeTakeFirstOrThrow(),
  )
  expect(kept).toEqual({ lines: [], taken: 5 })
  const view = (await h.head.get(`${h.estate}/surveys/${survey.id}`)).body
  expect(view).toMatchObject({ answered: 5, waiting: 5 })
  expect((await h.head.get(`${h.estate}/surveys/${survey.id}/progress`)).body).toMatchObject({ used: 0, boxed: 5 })
  // sheets from a box answer no invitation: they count as answers and not in the response rate
  expect((await h.move(view, 'close')).status).toBe(200)
  const found = (await h.head.get(`${h.estate}/surveys/${survey.id}/results`)).body
  expect(found).toMatchObject({ answered: 5, invited: 6, boxed: 5, rate: { share: 0 } })
})

test('QM 4 an anonymous survey that ends keeps no row of its files, because slips and answers stand side by side in them', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const applied = await upload(
    survey.id,
    await workbook([
      ['B1', 1, 5, 1],
      ['B2', 999, 5, 1],
    ]),
  )
  const left = await upload(survey.id, await workbook([['B3', 2, 5, 1]]))
  await desk().post(`${h.estate}/surveys/${survey.id}/uploads/${applied.body.id}/apply`)
  const lines = async () =>
    (
      await h.t.tx(({ db }) =>
        db.selectFrom('survey_upload').select('lines').where('survey_id', '=', survey.id).execute(),
      )
    ).map((u) => JSON.stringify(u.lines))
  expect((await lines()).join()).toMatch(/B2.*B3|B3.*B2/)
  expect((await h.move(survey, 'close')).status).toBe(200)
  expect(await lines()).toEqual(['[]', '[]'])
  expect((await desk().get(`${h.estate}/surveys/${survey.id}/uploads/${left.body.id}`)).body.lines).toEqual([])
})

test('what people do to a sheet: dates, links, formulas and headings of their own in it are read or refused, never guessed at', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS })
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('录入')
  sheet.addRow(['PaperNo ', ...HEAD.slice(1)])
  sheet.addRow(['说明'])
  sheet.addRow([1, '１', { formula: '2+3', result: 5 }, '１'])
  sheet.addRow([2, 2, { error: '#N/A' }, 1])
  sheet.addRow([new Date('2026-11-20T00:00:00Z'), 3, '喜欢', { richText: [{ text: '不' }, { text: '喜欢' }] }])
  sheet.addRow([
    4,
    4,
    { formula: 'A1/0', result: { error: '#DIV/0!' } },
    { text: { richText: [{ text: '1' }] }, hyperlink: 'https://x' },
  ])
  const read = await upload(survey.id, Buffer.from(await book.xlsx.writeBuffer()))
  expect(read.status, JSON.stringify(read.body)).toBe(201)
  const shown = read.body.lines.map((l: { paperNo: string; problems: { column: string; value: string }[] }) => [
    l.paperNo,
    ...l.problems.map((p) => `${p.column} ${p.value}`),
  ])
  expect(shown).toEqual([['1'], ['2', '1f #N/A', '1f '], ['2026-11-20'], ['4', '1f #DIV/0!', '1f ']])
})

test('no file, no workbook, another sheet, a closed survey: each is refused by name', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS })
  expect((await upload(survey.id, null)).body.error.code).toBe('E_INPUT')
  expect((await upload(survey.id, Buffer.from('no workbook'))).body.error.code).toBe('E_FILE_TYPE')
  const other = await upload(survey.id, await workbook([['P1', 1, 5, 1]], ['paperNo', 'slipNo', '1f', '1d']))
  expect(other.body.error).toMatchObject({
    code: 'E_IMPORT_COLUMNS',
    details: { missing: ['2f', '2d', '2s', 'comment'] },
  })
  await h.move(survey, 'close')
  expect((await upload(survey.id, await workbook([]))).body.error.code).toBe('E_SURVEY_OVER')
  expect((await upload(newId(), await workbook([]))).status).toBe(404)
})

test('QM 4 of an anonymous survey slip and answers of a sheet that was taken stand side by side in no file, whichever came first', async () => {
  const survey = await h.opened('kano', { questions: QUESTIONS, anonymous: true })
  const first = await upload(
    survey.id,
    await workbook([
      ['A1', 1, 5, 1],
      ['A2', 2, 5, 7],
      ['A3', 3, 4, 1],
    ]),
  )
  const early = await upload(
    survey.id,
    await workbook([
      ['A3', 3, 4, 1, '', '', '', '灯暗'],
      ['A4', 4, 3, 3],
    ]),
  )
  const kept = async (id: string) =>
    (
      await h.t.tx(({ db }) =>
        db.selectFrom('survey_upload').select('lines').where('id', '=', id).executeTakeFirstOrThrow(),
      )
    ).lines as { paperNo: string; cells: Record<string, string>; answers: unknown[]; comment: string | null }[]
  const apply = (id: string) => desk().post(`${h.estate}/surveys/${survey.id}/uploads/${id}/apply`)
  expect((await apply(first.body.id)).body).toMatchObject({ taken: 2 })
  // the file that was read before says nothing more of the sheet that the other one brought
  expect(await kept(early.body.id)).toMatchObject([
    { paperNo: 'A3', cells: { paperNo: 'A3', slipNo: '3' }, answers: [], comment: null },
    { paperNo: 'A4', answers: [{ no: 1, f: 3, d: 3 }] },
  ])
  // nor does the whole file when it comes again with its one row put right
  const again = await upload(
    survey.id,
    await workbook([
      ['A1', 1, 5, 1],
      ['A2', 2, 5, 2],
      ['A3', 3, 4, 1],
    ]),
  )
  expect(again.body).toMatchObject({ rows: 3, good: 1 })
  expect((await kept(again.body.id)).map(({ paperNo, answers }) => [paperNo, answers.length])).toEqual([
    ['A1', 0],
    ['A2', 1],
    ['A3', 0],
  ])
  expect((await apply(again.body.id)).body).toMatchObject({ taken: 1 })
  expect((await kept(first.body.id)).map(({ paperNo, answers }) => [paperNo, answers.length])).toEqual([['A2', 0]])
  // a sheet typed in by hand counts as well
  const answers = [{ no: 1, f: 3, d: 3 }]
  const typed = await desk().post(`${h.estate}/surveys/${survey.id}/papers`, {
    paperNo: 'A4',
    slipNo: 4,
    answers,
    comments: [],
  })
  expect(typed.status, JSON.stringify(typed.body)).toBe(201)
  expect((await kept(early.body.id)).map(({ answers: said }) => said.length)).toEqual([0, 0])
  expect((await apply(early.body.id)).body).toMatchObject({ taken: 0 })
  // the same sheet twice in one file; and a slip that is answered by its link meanwhile
  const twice = await upload(
    survey.id,
    await workbook([
      ['A5', 5, 5, 1],
      ['A5', 5, 5, 1],
    ]),
  )
  expect((await apply(twice.body.id)).body).toMatchObject({ taken: 1 })
  expect((await kept(twice.body.id)).map(({ answers: said }) => said.length)).toEqual([0])
  const waiting = await upload(survey.id, await workbook([['A6', 6, 5, 1]]))
  expect((await kept(waiting.body.id)).map(({ answers: said }) => said.length)).toEqual([1])
  const bySlip = await h.links(survey.id)
  expect((await h.send(bySlip[5] ?? '', [{ no: 1, f: 5, d: 1 }])).status).toBe(200)
  expect((await kept(waiting.body.id)).map(({ answers: said }) => said.length)).toEqual([0])
  await h.move((await h.head.get(`${h.estate}/surveys/${survey.id}`)).body, 'close')
})
