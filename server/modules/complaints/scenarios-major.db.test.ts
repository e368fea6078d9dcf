import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { type ComplaintHouse, category, interim, itIs, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  // Monday 8 to Wednesday 10 June 2026 are off, Saturday the 13th is worked: days that a centre enters itself
  h = await openComplaintHouse('2026-06-05', '15:00')
  await h.t.tx(({ db }) =>
    db
      .insertInto('calendar_day')
      .values([
        ...['2026-06-08', '2026-06-09', '2026-06-10'].map((date) => ({ date, kind: 'off', name: '假期' })),
        { date: '2026-06-13', kind: 'work', name: '调休' },
      ])
      .execute(),
  )
})
afterAll(() => h.close())

const report = (id: Uuid) => h.clocks(id, 'complaint.majorReport')
const draft = (id: Uuid) =>
  h.t.tx(({ db }) =>
    db
      .selectFrom('complaint_report')
      .select(['kind', 'due_at'])
      .where('estate_id', '=', h.t.a.id)
      .where('matter_id', '=', id)
      .execute(),
  )

test('CP-072 CP-091 CP-094 a claim of exactly 1,000 yuan on Friday 15:00 before a long holiday is reported by the close of the first working day', async () => {
  itIs('2026-06-05', '15:00')
  const id = await h.registered({ complaint: { claimFen: 100_000 } })
  expect((await h.view(id)).flags).toContain('majorSuspected')
  const due = local('2026-06-11', '18:00')
  expect(await report(id)).toEqual([expect.objectContaining({ state: 'running', due_at: due })])
  expect(await draft(id)).toEqual([{ kind: 'majorFirst', due_at: due }])
  expect(await h.caseOf(id)).toMatchObject({ claimFen: 100_000, majorAt: local('2026-06-05', '15:00') })
})

test('CP-072 CP-094 a day that is made up is a working day: of Friday’s claim the report is due on that Saturday', async () => {
  itIs('2026-06-12', '15:00')
  const id = await h.registered({ complaint: { claimFen: 100_000 } })
  expect((await report(id))[0]?.due_at).toBe(local('2026-06-13', '18:00'))
})

test('CP-091 999.99 yuan start nothing', async () => {
  const id = await h.registered({ complaint: { claimFen: 99_999 } })
  expect([(await h.view(id)).flags, await report(id), await draft(id)]).toEqual([[], [], []])
})

test('CP-092 T33 two demands of one complaint add up, and the clock starts at the second', async () => {
  itIs('2026-06-15', '10:00')
  const id = await h.registered({ complaint: { claimFen: 60_000 } })
  itIs('2026-06-16', '15:00')
  await h.did('frontDeskClerk', id, 'demand', { amountFen: 39_999, grounds: '鞋柜受潮' })
  expect(await report(id)).toEqual([])
  itIs('2026-06-17', '15:00')
  await h.did('frontDeskClerk', id, 'demand', { amountFen: 1, grounds: '误工' })
  expect(await report(id)).toEqual([
    expect.objectContaining({ started_at: local('2026-06-17', '15:00'), due_at: local('2026-06-18', '18:00') }),
  ])
  expect(await h.caseOf(id)).toMatchObject({ claimFen: 100_000, majorAt: local('2026-06-17', '15:00') })
  expect(await h.told(id, 'complaint.major')).toEqual(
    expect.arrayContaining([h.who('qualityDept'), h.who('companyLeader'), h.who('centreHead')]),
  )
  // a further one starts no second clock
  await h.did('frontDeskClerk', id, 'demand', { amountFen: 500_000, grounds: '再加' })
  expect(await report(id)).toHaveLength(1)
})

test('CP-093 only the head clears it, and only with a finding that it was not our mistake', async () => {
  const id = await h.registered({ complaint: { claimFen: 100_000 } })
  const finding = { finding: '查明为楼上住户私改管道所致' }
  expect((await h.refused('csLead', id, 'clearMajor', finding)).code).toBe('E_FORBIDDEN')
  expect((await h.refused('centreHead', id, 'clearMajor', finding)).code).toBe('E_CATEGORY_MISSING')
  await h.did('csLead', id, 'setCategory', category({ ours: true }))
  // CP-090: with our mistake it is major, and not to be cleared as long as that stands
  expect((await h.view(id)).flags.sort()).toEqual(['headMustAppear', 'major'])
  expect((await h.refused('centreHead', id, 'clearMajor', finding)).code).toBe('E_EXEMPTION')
  const other = await h.registered({ complaint: { claimFen: 100_000 } })
  await h.did('csLead', other, 'setCategory', category({ code: 'C6.3', ours: false }))
  await h.did('centreHead', other, 'clearMajor', finding)
  expect((await h.view(other)).flags).toEqual([])
  expect((await report(other))[0]?.state).toBe('stopped')
  expect((await h.caseOf(other)).majorAt).toBeNull()
})

test('CP-092 CP-093 a major one found later not to be our mistake is cleared like a suspected one, and a further demand makes it suspected again', async () => {
  itIs('2026-06-22', '10:00')
  const id = await h.registered({ complaint: { claimFen: 100_000 } })
  await h.did('csLead', id, 'setCategory', category({ ours: true }))
  await h.did('centreHead', id, 'unmark', { mark: 'headMustAppear', reason: '已电话致歉' })
  await h.did('csLead', id, 'setCategory', category({ code: 'C6.3', ours: false }))
  // until the head has confirmed it the report is owed
  expect([(await h.view(id)).flags, (await report(id))[0]?.state]).toEqual([['majorSuspected'], 'running'])
  await h.did('centreHead', id, 'clearMajor', { finding: '查明为楼上住户私改管道所致' })
  expect([(await h.view(id)).flags, (await report(id))[0]?.state]).toEqual([[], 'stopped'])
  expect((await h.caseOf(id)).majorAt).toBeNull()
  const entries = (await h.t.as(h.t.a.staff.centreHead).get(h.url(`matters/${id}/timeline`))).body.rows
  expect(entries).toContainEqual(expect.objectContaining({ verb: 'clearMajor', text: '查明为楼上住户私改管道所致' }))
  // nothing but a demand makes it suspected again
  await h.did('csLead', id, 'setCategory', category({ code: 'C6.3', cause: '楼上住户改管，与物业无关', ours: false }))
  expect((await h.view(id)).flags).toEqual([])
  itIs('2026-06-23', '15:00')
  await h.did('frontDeskClerk', id, 'demand', { amountFen: 1, grounds: '误工' })
  expect((await h.view(id)).flags).toEqual(['majorSuspected'])
  const due = local('2026-06-24', '18:00')
  expect((await report(id)).map(({ state, due_at }) => [state, due_at])).toEqual([
    ['stopped', local('2026-06-23', '18:00')],
    ['running', due],
  ])
  // the draft of before is owed by the new time
  expect(await draft(id)).toEqual([{ kind: 'majorFirst', due_at: due }])
})

test('CP-092 CP-093 T6 what was cleared is suspected again by a merge only when the sum of demands rose', async () => {
  itIs('2026-06-24', '10:00')
  const cleared = async () => {
    const id = await h.registered({ complaint: { claimFen: 100_000 } })
    await h.did('csLead', id, 'setCategory', category({ code: 'C6.3', ours: false }))
    await h.did('centreHead', id, 'clearMajor', { finding: '查明为楼上住户私改管道所致' })
    return id
  }
  const merged = async (from: Uuid, into: Uuid) => {
    await h.did('csLead', from, 'merge', { intoId: into, reason: '同一处漏水' })
    return [(await h.view(into)).flags, (await h.caseOf(into)).claimFen, (await report(into)).at(-1)?.state]
  }
  const into = await cleared()
  expect(await merged(await h.registered({ contactPhone: '13900000005' }), into)).toEqual([[], 100_000, 'stopped'])
  expect(await merged(await cleared(), into)).toEqual([[], 200_000, 'stopped'])
  const small = await h.registered({ complaint: { claimFen: 5_000 }, contactPhone: '13900000005' })
  expect(await merged(small, into)).toEqual([['majorSuspected'], 205_000, 'running'])
})

test('CP-092 T6 demands of two merged complaints add up to a major one; what one of them had reached goes along with its day', async () => {
  itIs('2026-06-22', '10:00')
  const half = { complaint: { claimFen: 60_000 } }
  const into = await h.registered(half)
  const from = await h.registered({ ...half, contactPhone: '13900000002' })
  itIs('2026-06-23', '10:00')
  await h.did('csLead', from, 'merge', { intoId: into, reason: '同一处漏水' })
  expect(await h.view(into)).toMatchObject({ flags: ['majorSuspected'] })
  expect(await h.caseOf(into)).toMatchObject({ claimFen: 120_000, majorAt: local('2026-06-23', '10:00') })
  expect((await report(into))[0]?.due_at).toBe(local('2026-06-24', '18:00'))
  expect((await draft(into)).map((d) => d.kind)).toEqual(['majorFirst'])

  const plain = await h.registered()
  itIs('2026-06-23', '11:00')
  const major = await h.registered({ complaint: { claimFen: 200_000 }, contactPhone: '13900000003' })
  itIs('2026-06-24', '11:00')
  await h.did('csLead', major, 'merge', { intoId: plain, reason: '同一处漏水' })
  expect(await report(plain)).toEqual([
    expect.objectContaining({ started_at: local('2026-06-23', '11:00'), due_at: local('2026-06-24', '18:00') }),
  ])
  // what was merged owes none any more
  expect((await report(major))[0]?.state).toBe('stopped')
})

test('CP-034 claims below zero, of no money or of a part of a fen are refused with the field', async () => {
  for (const claimFen of [-1, 100_000.5, 0.1, 1e12, '1000']) {
    const { status, body } = await h.register('frontDeskClerk', { complaint: { claimFen } })
    expect([status, body.error.code, body.error.field], String(claimFen)).toEqual([
      400,
      'E_INPUT',
      'body.complaint.claimFen',
    ])
  }
  const id = await h.registered()
  for (const amountFen of [-100, 0, 0.5])
    expect(await h.refused('frontDeskClerk', id, 'demand', { amountFen, grounds: '赔偿' })).toMatchObject({
      code: 'E_INPUT',
      field: 'body.amountFen',
    })
})

test('FD-005 CP-072 a deadline beyond the known calendar counts weekends only, and says so at the intake and on its clock', async () => {
  const year = await h.t.tx(async ({ db }) => {
    const { rows } = await sql<{ year: number }>`select max(year) as year from calendar_year`.execute(db)
    return rows[0]?.year ?? 0
  })
  // the last day that is known; the two working days lie behind New Year
  itIs(`${year}-12-31`, '10:00')
  const made = await h.register('frontDeskClerk', { channel: 'email' })
  expect(made.status).toBe(201)
  expect(made.body.warnings).toContainEqual({ code: 'W_CALENDAR_MISSING' })
  const shown = (await h.view(made.body.matter.id)).clocks
  const reply = shown.find((c: { name: string }) => c.name === 'complaint.reply')
  expect(reply.calendarMissing).toBe(true)
  // New Year's Day is a day off in any year, but nobody has entered it
  const days = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(year + 1, 0, i + 1)))
  const second = days.filter((day) => ![0, 6].includes(day.getUTCDay()))[1]
  expect(reply.dueAt).toBe(local(second?.toISOString().slice(0, 10) ?? '', '18:00'))
  // what ends within the known days says nothing
  expect(shown.find((c: { name: string }) => c.name === 'complaint.forward').calendarMissing).toBe(false)
  itIs('2026-06-25', '10:00')
})

test('CP-034 times in the future are refused with the field', async () => {
  itIs('2026-06-25', '10:00')
  const later = local('2026-06-25', '10:03')
  for (const [over, field] of [
    [{ receivedAt: later }, 'body.receivedAt'],
    [{ receivedAt: local('2026-06-25', '09:00'), collectedAt: later }, 'body.collectedAt'],
    [{ channel: 'forum', complaint: { post: { postedAt: later } } }, 'body.complaint.post.postedAt'],
    [{ channel: 'forum', complaint: { post: { forwardedAt: later } } }, 'body.complaint.post.forwardedAt'],
  ] as const) {
    const { body } = await h.register('frontDeskClerk', over)
    expect(body.error).toMatchObject({ code: 'E_TIME_FUTURE', field })
  }
})

test('CP-121 T5 the clocks of what is no complaint end, also that of its first report', async () => {
  const id = await h.registered({ complaint: { claimFen: 100_000 } })
  await h.did('csLead', id, 'notComplaint', { reason: '系房屋买卖纠纷', becomes: 'nothing' })
  expect((await h.clocks(id)).filter((c) => c.state === 'running')).toEqual([])
})

test('CP-065 once it is urgent the next news is due each working day, also where three days were left', async () => {
  itIs('2026-06-26', '10:00')
  const id = await h.registered()
  await h.did('csLead', id, 'replyInterim', interim(h))
  const progress = () => h.clocks(id, 'complaint.progress').then((all) => all.map((c) => [c.state, c.due_at]))
  expect(await progress()).toEqual([['running', local('2026-07-01', '18:00')]])
  await h.did('frontDeskClerk', id, 'demand', { amountFen: 100_000, grounds: '赔偿' })
  expect((await progress()).at(-1)).toEqual(['running', local('2026-06-29', '18:00')])
  // never later than it was
  itIs('2026-06-29', '10:00')
  await h.did('frontDeskClerk', id, 'extremeRisk', { signs: '扬言上访' })
  expect((await progress()).at(-1)).toEqual(['running', local('2026-06-29', '18:00')])
  await h.did('csLead', id, 'progress', { text: '已联系厂家', way: 'phone' })
  expect((await progress()).at(-1)).toEqual(['running', local('2026-06-30', '18:00')])
})

test('CP-027 CP-106 who may do something extreme is reported at once to quality, the leaders and the head', async () => {
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'extremeRisk', { signs: '扬言跳楼' })
  const people = ['qualityDept', 'companyLeader', 'centreHead', 'csLead'] as const
  expect(await h.told(id, 'complaint.extremeRisk')).toEqual(expect.arrayContaining(people.map((p) => h.who(p))))
  expect(await h.view(id)).toMatchObject({ urgent: true, flags: ['extremeRisk', 'important'] })
})

test('CP-102 CP-105 CP-150 CP-152 a major complaint is filed in its own volume, and only with both its reports', async () => {
  const id = await h.registered({ complaint: { claimFen: 100_000 } })
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category({ ours: true }))
  expect((await h.clocks(id, 'complaint.majorTopic'))[0]?.state).toBe('running')
  await h.did('csLead', id, 'callBack', SAID.closing)
  await h.did('complaintVerifier', id, 'count', { counted: true })
  expect(await h.refused('complaintVerifier', id, 'archive')).toMatchObject({
    code: 'E_FILE_INCOMPLETE',
    details: { missing: ['majorFirst', 'majorTopic'] },
  })
  await h.t.tx(({ db, now }) =>
    db
      .updateTable('complaint_report')
      .set({ state: 'submitted', submitted_at: now })
      .where('estate_id', '=', h.t.a.id)
      .where('matter_id', '=', id)
      .execute(),
  )
  await h.did('complaintVerifier', id, 'archive')
  expect(await h.caseOf(id)).toMatchObject({ volume: 'major', missing: [] })
})
