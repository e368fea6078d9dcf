import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PartName, partsOfReport, type ReportKind } from '#contract/complaint-report-parts.ts'
import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { words } from '#platform/documents/words.ts'
import { newId } from '#platform/ids.ts'
import { figureIds, insertFigures, NOW } from '#test/complaint-figures.ts'
import { actorOf, at, setSetting, told } from '#test/desk-house.ts'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { sheetOf } from '#test/sheet-of.ts'
import { openReport } from './open-report.ts'
import { periodBlocks } from './period-blocks.ts'
import type { Block } from './report-blocks.ts'
import { saveReport } from './save-report.ts'
import { submitReport } from './submit-report.ts'
import { watchReports } from './watch-reports.ts'

let t: TestHouse
const url = (path = '') => `/api/v1/estates/${t.a.id}/complaint-reports${path}`
const lead = () => t.as(t.a.staff.csLead)
const matterId = (no: number): Uuid => figureIds.get(no) ?? ''

beforeAll(async () => {
  t = await openTestHouse()
  await setSetting(t, 'complaint.inPhases', true)
  await insertFigures(t)
})
afterAll(() => t.close())

const written = (kind: ReportKind, also: 'hotFirst' | 'majorFirst' | null = null): Partial<Record<PartName, string>> =>
  Object.fromEntries(partsOfReport(kind, also).map(({ name }) => [name, `${name} 写好了`]))
const drop = (parts: Partial<Record<PartName, string>>, name: PartName) => ({ ...parts, [name]: '' })

const opened = async (kind: string, no: number) => (await lead().post(url(), { kind, matterId: matterId(no) })).body
const reportOf = (kind: string, no: number | null, revision = 1) =>
  t.tx((tx) =>
    tx.db
      .selectFrom('complaint_report')
      .selectAll()
      .where('estate_id', '=', t.a.id)
      .where('kind', '=', kind)
      .where('revision', '=', revision)
      .where('matter_id', no === null ? 'is' : '=', no === null ? null : matterId(no))
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow(),
  )
/** A running clock of a complaint, as the move that owes the report starts it. */
const startClock = (no: number, name: string, dueAt: Instant) =>
  t.tx(async (tx) => {
    await tx.db
      .insertInto('clock')
      .values({
        estate_id: t.a.id,
        id: newId(),
        matter_id: matterId(no),
        name,
        rule: 'CP-094',
        span: '{}',
        started_at: '2026-11-20T07:00:00.000Z',
        due_at: dueAt,
        state: 'running',
      })
      .execute()
    return true
  })
const clocksOf = (no: number) =>
  t.tx((tx) =>
    tx.db
      .selectFrom('clock')
      .select(['name', 'state', 'ended_at'])
      .where('estate_id', '=', t.a.id)
      .where('matter_id', '=', matterId(no))
      .where('name', 'not like', 'promise%')
      .orderBy('name')
      .execute(),
  )
/** Writes all parts and submits at a time of the test's choice. */
const submitAt = async (now: Instant, id: Uuid, kind: ReportKind, also: 'hotFirst' | null = null) => {
  const actor = await actorOf(t, t.a.staff.csLead)
  const which = { estateId: t.a.id, id }
  return at(t, now, async (tx) => {
    const saved = await saveReport(tx, actor, which, { version: 1, parts: written(kind, also), alsoServes: also })
    return saved ?? (await submitReport(tx, actor, which, 2)) ?? true
  })
}

test('CP-104 a report is refused while a required part is empty, and fixed once it is submitted', async () => {
  const draft = await opened('caseAnalysis', 11)
  expect(draft).toMatchObject({ state: 'draft', version: 1, figuresFrozen: false, matter: { number: '26-0011' } })
  expect((await opened('caseAnalysis', 11)).id).toBe(draft.id)
  const parts = written('caseAnalysis')
  const saved = await lead().put(url(`/${draft.id}/parts`), { version: 1, parts: drop(parts, 'whyWorse') })
  expect(saved.body).toMatchObject({ version: 2 })
  const stale = await lead().put(url(`/${draft.id}/parts`), { version: 1, parts: { cause: '别的' } })
  expect(stale.body.error).toMatchObject({ code: 'E_VERSION_STALE' })
  const refused = await lead().post(url(`/${draft.id}/submit`), { version: 2 })
  expect(refused.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.parts.whyWorse' })
  await lead().put(url(`/${draft.id}/parts`), { version: 2, parts: { whyWorse: '没有及时告知' } })
  const done = await lead().post(url(`/${draft.id}/submit`), { version: 3 })
  expect(done.body).toMatchObject({ state: 'submitted', late: false, figuresFrozen: true })
  const after = await lead().put(url(`/${draft.id}/parts`), { version: 4, parts: { cause: '改' } })
  expect(after.body.error).toMatchObject({ code: 'E_STATE_CHANGED' })
  expect((await told(t, 'complaintReport.submitted')).map((m) => m.to_id)).toContain(t.a.staff.qualityDept)
})

test('CP-104 figures of a draft are live, those of a submitted report stay as they were; a correction is a new revision', async () => {
  const before = await reportOf('caseAnalysis', 11)
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ title: '改过的标题' })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', matterId(11))
      .execute(),
  )
  expect((await lead().get(url(`/${before.id}`))).body.figures.facts.title).toBe('第11件')
  const revised = await lead().post(url(`/${before.id}/revise`), { version: before.version })
  expect(revised.status).toBe(201)
  expect(revised.body).toMatchObject({ revision: 2, state: 'draft', figures: { facts: { title: '改过的标题' } } })
  expect(revised.body.parts.find((p: { name: string }) => p.name === 'whyWorse').text).toBe('没有及时告知')
  const twice = await lead().post(url(`/${before.id}/revise`), { version: before.version })
  expect(twice.body.error).toMatchObject({ code: 'E_STATE_CHANGED', details: { latestId: revised.body.id } })
})

test('CP-094 submitting the first report of a major complaint ends its clock and tells quality department and company leaders', async () => {
  await startClock(9, 'complaint.majorReport', '2026-11-23T10:00:00.000Z')
  await t.tx((tx) =>
    tx.db
      .updateTable('complaint_report')
      .set({ revision: 9 })
      .where('estate_id', '=', t.a.id)
      .where('kind', '=', 'majorFirst')
      .execute(),
  )
  const { id } = await t.tx((tx) =>
    openReport(tx, {
      kind: 'majorFirst',
      matter: { estate_id: t.a.id, id: matterId(9) },
      dueAt: '2026-11-23T10:00:00.000Z',
    }),
  )
  expect(await submitAt('2026-11-23T10:00:00.001Z', id, 'majorFirst')).toBe(true)
  expect(await clocksOf(9)).toMatchObject([{ name: 'complaint.majorReport', state: 'breached' }])
  expect(await reportOf('majorFirst', 9)).toMatchObject({ state: 'submitted', late: true })
  const recipients = (await told(t, 'complaintReport.submittedLate')).map((m) => m.to_id)
  expect(recipients.sort()).toEqual([t.a.staff.qualityDept, t.a.staff.companyLeader].sort())
  const timeline = await lead().get(`/api/v1/estates/${t.a.id}/matters/${matterId(9)}/timeline`)
  expect(timeline.body.rows[0]).toMatchObject({ verb: 'reportSubmitted' })
})

test('CP-094 CP-091 a demand of the amount opens the draft by itself, and submitting it in time meets the clock of the complaint', async () => {
  // in the other estate, so that its figures stay those of the table
  const own = `/api/v1/estates/${t.b.id}/complaint-reports`
  const writer = t.as(t.b.staff.csLead)
  const made = await t.as(t.b.staff.frontDeskClerk).post(`/api/v1/estates/${t.b.id}/matters`, {
    contactType: 'complaint',
    channel: 'phone',
    customerSaid: '水管爆裂泡坏地板',
    place: '3栋1203',
    complaint: { feeling: '气愤', wish: '赔偿', claimFen: 250_000 },
  })
  expect(made.status).toBe(201)
  const about = made.body.matter.id
  const { rows } = (await writer.get(`${own}?matterId=${about}`)).body
  expect(rows).toMatchObject([{ kind: 'majorFirst', state: 'draft', overdue: false }])
  await writer.put(`${own}/${rows[0].id}/parts`, { version: 1, parts: written('majorFirst') })
  const done = await writer.post(`${own}/${rows[0].id}/submit`, { version: 2 })
  expect(done.body).toMatchObject({
    state: 'submitted',
    late: false,
    figures: { facts: { claimFen: 250_000, wish: '赔偿' } },
  })
  const matter = await writer.get(`/api/v1/estates/${t.b.id}/matters/${about}`)
  const clock = matter.body.clocks.find((c: { name: string }) => c.name === 'complaint.majorReport')
  expect(clock).toMatchObject({ state: 'met', dueAt: rows[0].dueAt })
})

test('CP-103 one document serves as both first reports when it holds both lists, and ends both clocks', async () => {
  await t.tx((tx) =>
    tx.db
      .updateTable('matter')
      .set({ flags: ['hot', 'majorSuspected'] })
      .where('estate_id', '=', t.a.id)
      .where('id', '=', matterId(5))
      .execute(),
  )
  await startClock(5, 'complaint.majorReport', '2026-11-23T10:00:00.000Z')
  await startClock(5, 'complaint.hotReport', '2026-11-27T16:00:00.000Z')
  const draft = await opened('majorFirst', 5)
  const wrong = await lead().put(url(`/${draft.id}/parts`), { version: 1, parts: {}, alsoServes: 'majorFirst' })
  expect(wrong.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.alsoServes' })
  const half = written('majorFirst')
  await lead().put(url(`/${draft.id}/parts`), { version: 1, parts: half, alsoServes: 'hotFirst' })
  const refused = await lead().post(url(`/${draft.id}/submit`), { version: 2 })
  expect(refused.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.parts.content' })
  await lead().put(url(`/${draft.id}/parts`), { version: 2, parts: written('majorFirst', 'hotFirst') })
  const done = await lead().post(url(`/${draft.id}/submit`), { version: 3 })
  expect(done.body).toMatchObject({ state: 'submitted', alsoServes: 'hotFirst' })
  expect(await reportOf('hotFirst', 5)).toMatchObject({ state: 'submitted', served_by: draft.id })
  expect((await clocksOf(5)).map((c) => [c.name, c.ended_at !== null])).toEqual([
    ['complaint.hotReport', true],
    ['complaint.majorReport', true],
  ])
})

test('CP-100 a first report on a hot complaint can only be opened for a hot one', async () => {
  const answer = await lead().post(url(), { kind: 'hotFirst', matterId: matterId(1) })
  expect(answer.body.error).toMatchObject({ code: 'E_INPUT', field: 'body.kind' })
  expect((await lead().post(url(), { kind: 'hotFirst' })).body.error).toMatchObject({ field: 'body.matterId' })
  const foreign = await t.as(t.b.staff.csLead).post(url(), { kind: 'caseAnalysis', matterId: matterId(1) })
  expect(foreign.status).toBe(404)
})

test('CP-128 CP-128a a draft is opened when the period is over, called to mind on the 25th and 27th, and its missing told once', async () => {
  const sweep = (now: Instant) => at(t, now, async (tx) => (await watchReports(tx, t.a.id)) ?? true)
  const count = async (template: string) => (await told(t, template)).length
  await sweep('2026-11-25T02:00:00.000Z')
  const draft = await reportOf('monthly', null)
  expect(draft).toMatchObject({ from_date: '2026-10-26', to_date: '2026-11-25', due_at: '2026-11-27T10:00:00.000Z' })
  expect([await count('complaintReport.opened'), await count('complaintReport.dueSoon')]).toEqual([2, 2])
  await sweep('2026-11-25T09:00:00.000Z')
  await sweep('2026-11-26T02:00:00.000Z')
  expect([await count('complaintReport.opened'), await count('complaintReport.dueSoon')]).toEqual([2, 2])
  await sweep('2026-11-27T02:00:00.000Z')
  expect(await count('complaintReport.dueSoon')).toBe(4)
  expect(await count('complaintReport.missing')).toBe(0)
  for (const now of ['2026-11-27T10:00:01.000Z', '2026-11-27T11:00:00.000Z', '2026-12-01T02:00:00.000Z'])
    await sweep(now)
  const missing = await told(t, 'complaintReport.missing')
  expect(missing.map((m) => m.to_id).sort()).toEqual([t.a.staff.centreHead, t.a.staff.qualityDept].sort())
  expect(missing[0]?.body).toContain('2026-10-26')
  expect(await submitAt('2026-12-01T03:00:00.000Z', draft.id, 'monthly')).toBe(true)
  expect(await reportOf('monthly', null)).toMatchObject({ state: 'submitted', late: true })
})

test('CP-131 a monthly report holds total, content, cause, measure and result, and its Excel the complaints behind it', async () => {
  const { id } = await reportOf('monthly', null)
  const { body } = await lead().get(url(`/${id}`))
  expect(body).toMatchObject({ figuresFrozen: true, caseCount: 18, figures: { about: 'period' } })
  expect(body.figures.analysis.totals.counted.count).toBe(18)
  expect(body.figures.analysis.kpis).toHaveLength(17)
  const rows = await sheetOf((await lead().get(url(`/${id}/cases.xlsx`))).body)
  expect(rows).toHaveLength(19)
  const logged = await t.tx((tx) =>
    tx.db.selectFrom('audit').select('after').where('action', '=', 'export.complaintReportCases').execute(),
  )
  expect(logged).toEqual([{ after: { query: { reportId: id } } }])
})

test('CP-132 the printed report begins with the key figures and what stands out, sets each written part before its charts, and ends with all figures', async () => {
  const { id } = await reportOf('monthly', null)
  const { analysis } = (await lead().get(url(`/${id}`))).body.figures
  const text = (name: PartName): [PartName, Block] => [name, { kind: 'text', title: name, text: name, note: null }]
  const blocks = periodBlocks('monthly', analysis, new Map([text('overall'), text('focus')]), words('zh'))
  const read = blocks.map((b) => (b.kind === 'pair' ? b.blocks.map(({ title }) => title).join('+') : b.title || b.kind))
  expect(read.slice(0, 9)).toEqual([
    '本期要点',
    'points',
    '强弱业务线',
    'overall',
    '走势（按统计月）',
    '按业务线+按楼栋',
    'focus',
    '按类别',
    '细分原因（累计占比）',
  ])
  expect(read.indexOf('主要数字')).toBeGreaterThan(read.indexOf('原因要素（累计占比）'))
  const [cards, found] = blocks
  if (cards?.kind !== 'cards' || found?.kind !== 'points') throw new Error('the report begins otherwise')
  expect(cards.rows[0]).toMatchObject({ label: '投诉件数', text: '18', before: '上期 3，+15', warn: false })
  expect(found.rows.map((row) => row.text)).toContain('未达标：口头投诉按时答复 76.9%，目标 100%')
})

test('CP-130 the developer legacy list goes to the developer, who reads that and nothing else', async () => {
  await at(t, '2026-12-25T02:00:00.000Z', async (tx) => (await watchReports(tx, t.a.id)) ?? true)
  const legacy = await reportOf('legacy', null)
  expect(legacy).toMatchObject({ from_date: '2026-09-26', to_date: '2026-12-25', due_at: '2026-12-28T10:00:00.000Z' })
  expect(await reportOf('quarterly', null)).toMatchObject({ due_at: '2026-12-28T10:00:00.000Z' })
  const developer = t.as(t.a.staff.developerCentre)
  expect((await developer.get(url(`/${legacy.id}`))).status).toBe(404)
  expect((await developer.get(url())).body.rows).toEqual([])
  expect(await submitAt('2026-12-26T03:00:00.000Z', legacy.id, 'legacy')).toBe(true)
  const read = await developer.get(url(`/${legacy.id}`))
  expect(read.body.figures.cases.map((c: { number: string }) => c.number)).toEqual(['26-0008'])
  expect((await developer.get(url())).body.rows.map((r: { kind: string }) => r.kind)).toEqual(['legacy'])
  expect((await developer.get(url('?kind=monthly'))).body.rows).toEqual([])
  expect((await developer.get(url(`/${(await reportOf('monthly', null)).id}`))).status).toBe(404)
  const toDeveloper = (await told(t, 'complaintReport.submitted')).filter((m) => m.to_id === t.a.staff.developerCentre)
  expect(toDeveloper).toHaveLength(1)
})

test('CP-131 CP-134 every kind prints in both languages', async () => {
  const { rows } = (await lead().get(url('?limit=200'))).body
  const kinds = new Map<string, Uuid>(rows.toReversed().map((r: { kind: string; id: Uuid }) => [r.kind, r.id]))
  expect([...kinds.keys()].sort()).toEqual(
    ['caseAnalysis', 'hotFirst', 'hotTopic', 'legacy', 'majorFirst', 'majorTopic', 'monthly', 'quarterly'].sort(),
  )
  for (const id of kinds.values()) {
    for (const lang of ['zh', 'en']) {
      const { status, body } = await lead().get(url(`/${id}/print.pdf?lang=${lang}`))
      expect(status).toBe(200)
      expect(body.subarray(0, 5).toString()).toBe('%PDF-')
    }
  }
})

test('CP-153 who printed a report is on the record, a refused print is not', async () => {
  const { id } = await reportOf('monthly', null)
  const prints = () =>
    t.tx(({ db }) =>
      db
        .selectFrom('audit')
        .select(['actor_id', 'after'])
        .where('action', '=', 'export.complaintReport')
        .where('subject_id', '=', id)
        .execute(),
    )
  const before = (await prints()).length
  expect((await t.as(t.b.staff.csLead).get(url(`/${id}/print.pdf`))).status).toBe(404)
  expect((await lead().get(url(`/${id}/print.pdf?lang=en`))).status).toBe(200)
  const after = await prints()
  expect(after).toHaveLength(before + 1)
  expect(after).toContainEqual({ actor_id: t.a.staff.csLead, after: { query: { lang: 'en' } } })
})

test('CP-128 reports are listed newest first in pages, filtered, and exported with who did it on the record', async () => {
  const all = (await lead().get(url('?limit=200'))).body.rows
  const paged: string[] = []
  for (let next = ''; next !== 'end'; ) {
    const { body } = await lead().get(url(`?limit=2${next ? `&cursor=${next}` : ''}`))
    paged.push(...body.rows.map((r: { id: string }) => r.id))
    next = body.next ?? 'end'
  }
  expect(paged).toEqual(all.map((r: { id: string }) => r.id))
  const late = (await lead().get(url('?late=true'))).body.rows
  expect(late).not.toHaveLength(0)
  expect(late.every((r: { late: boolean }) => r.late)).toBe(true)
  expect((await lead().get(url(`?matterId=${matterId(8)}&overdue=true`))).body.rows).toEqual([])
  const sheet = await sheetOf((await lead().get(url('.xlsx'))).body)
  expect(sheet).toHaveLength(all.length + 1)
  expect((await lead().get(url('?cursor=xx'))).body.error).toMatchObject({ code: 'E_INPUT', field: 'query.cursor' })
})

test('CP-153 only who may write reports writes them, only who may read them reads them', async () => {
  expect((await t.as(t.a.staff.frontDeskClerk).get(url())).status).toBe(403)
  expect((await t.as(t.a.staff.qualityDept).post(url(), { kind: 'monthly' })).status).toBe(403)
  const ahead = await at(t, NOW, async (tx) => {
    const { beginReport } = await import('./begin-report.ts')
    return beginReport(tx, await actorOf(t, t.a.staff.csLead), t.a.id, { kind: 'monthly', day: '2026-12-27' })
  })
  expect(isRefusal(ahead) && ahead.code).toBe('E_TIME_FUTURE')
})

test('CP-128a the internal target stands beside the hard limit in list, report and file; what nobody is owed has neither', async () => {
  const { id } = (await lead().post(url(), { kind: 'monthly', day: '2026-11-20' })).body
  // 24:00 of the 27th, but never after the limit: the 28th is a Saturday, so the limit is Friday at close of business
  const friday = '2026-11-27T10:00:00.000Z'
  expect((await lead().get(url(`/${id}`))).body).toMatchObject({ targetAt: friday, dueAt: friday })
  const monday = (await lead().post(url(), { kind: 'monthly', day: '2026-09-20' })).body
  expect(monday).toMatchObject({ targetAt: '2026-09-27T16:00:00.000Z', dueAt: '2026-09-28T10:00:00.000Z' })
  const rows: { id: Uuid; targetAt: Instant | null; matter: object | null }[] = (await lead().get(url('?limit=100')))
    .body.rows
  expect(rows.find((row) => row.id === monday.id)?.targetAt).toBe('2026-09-27T16:00:00.000Z')
  for (const row of rows) if (row.matter) expect(row.targetAt).toBeNull()
  // FD-005: nobody has entered the days off of that year
  expect(monday.calendarMissing).toBe(false)
  const far = await at(t, '2027-02-26T02:00:00.000Z', (tx) =>
    openReport(tx, {
      kind: 'monthly',
      estateId: t.a.id,
      period: { from: '2027-01-26', to: '2027-02-25' },
      dueAt: '2027-02-26T10:00:00.000Z',
    }),
  )
  if (isRefusal(far)) throw new Error(far.code)
  expect((await lead().get(url(`/${far.id}`))).body).toMatchObject({ calendarMissing: true })
  const [head = []] = await sheetOf((await lead().get(`${url()}.xlsx`)).body)
  expect(head).toEqual(expect.arrayContaining(['内部目标', '应提交时间']))
})

test('CP-132 figures that were fixed before lines were named by their growth open and print as they are', async () => {
  const draft = (await lead().post(url(), { kind: 'monthly', day: '2026-08-20' })).body
  expect(isRefusal(await submitAt('2026-09-20T02:00:00.000Z', draft.id, 'monthly'))).toBe(false)
  await t.tx((tx) =>
    sql`update complaint_report set figures = jsonb_set(figures #- '{analysis,growth}' #- '{analysis,faults}', '{analysis,lines}',
      coalesce((select jsonb_agg(l - 'usual') from jsonb_array_elements(figures #> '{analysis,lines}') l), '[]')) where id = ${draft.id}`.execute(
      tx.db,
    ),
  )
  const old = await lead().get(url(`/${draft.id}`))
  expect([old.status, old.body.figuresFrozen]).toEqual([200, true])
  expect(old.body.figures.analysis).toMatchObject({ growth: null, faults: [] })
  expect((await lead().get(url(`/${draft.id}/print.pdf`))).status).toBe(200)
})

test.each(['caseAnalysis', 'hotTopic', 'monthly'] as const)(
  'CP-104 a report (%s) with nothing in it, or only blanks, is refused beside its first empty part, and all are named',
  async (kind) => {
    const about = kind === 'monthly' ? { day: '2026-07-20' } : { matterId: matterId(5) }
    const draft = (await lead().post(url(), { kind, ...about })).body
    const required = partsOfReport(kind, null).filter((part) => part.required)
    const refused = await lead().post(url(`/${draft.id}/submit`), { version: draft.version })
    expect([refused.status, refused.body.error]).toMatchObject([
      400,
      {
        code: 'E_INPUT',
        field: `body.parts.${required[0]?.name}`,
        details: { missing: required.map(({ name }) => name) },
      },
    ])
    const blank = await lead().put(url(`/${draft.id}/parts`), {
      version: draft.version,
      parts: { ...written(kind), [required[1]?.name ?? '']: '  \n ' },
    })
    const { version } = blank.status === 200 ? blank.body : draft
    const still = await lead().post(url(`/${draft.id}/submit`), { version })
    expect(still.body.error).toMatchObject({
      code: 'E_INPUT',
      details: { missing: expect.arrayContaining([required[1]?.name]) },
    })
    expect((await lead().get(url(`/${draft.id}`))).body).toMatchObject({ state: 'draft', submittedAt: null })
  },
)
