import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { type ComplaintHouse, category, interim, itIs, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'
import { sweepComplaints } from './sweep-complaints.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse()
})
afterAll(() => h.close())

const stench = (n: number, more: object = {}) => ({
  customerSaid: '垃圾房一直有恶臭',
  place: '北门垃圾房',
  customerName: `邻居${n}`,
  contactPhone: `1390000000${n}`,
  ...more,
})
const merge = (id: Uuid, intoId: Uuid) => h.did('csLead', id, 'merge', { intoId, reason: '同一恶臭' })
const drafts = (id: Uuid) =>
  h.t.tx(({ db }) =>
    db
      .selectFrom('complaint_report')
      .select(['kind', 'state', 'due_at'])
      .where('estate_id', '=', h.t.a.id)
      .where('matter_id', '=', id)
      .orderBy('kind')
      .execute(),
  )

test('CP-095 CP-097 CP-100 CP-123 T6 five neighbours about one stench, one of them twice, are one event of 5 persons and 6 times, hot at the third', async () => {
  const ids: Uuid[] = []
  for (const [day, n] of [
    ['2026-11-20', 1],
    ['2026-11-21', 2],
    ['2026-11-21', 1],
    ['2026-11-22', 3],
    ['2026-11-23', 4],
    ['2026-11-24', 5],
  ] as const) {
    itIs(day, '10:00')
    ids.push(await h.registered(stench(n)))
  }
  const [first = '', second = '', again = '', third = '', fourth = '', fifth = ''] = ids
  itIs('2026-11-24', '11:00')
  await merge(second, first)
  await merge(again, first)
  expect((await h.view(first)).flags).not.toContain('hot')
  expect(await h.clocks(first, 'complaint.hotReport')).toEqual([])
  await merge(third, first)
  // the third person called on the 22nd, whenever somebody saw that it is the same
  expect(await h.clocks(first, 'complaint.hotReport')).toEqual([
    expect.objectContaining({
      state: 'running',
      started_at: local('2026-11-22', '10:00'),
      due_at: local('2026-11-29', '24:00'),
    }),
  ])
  expect(await drafts(first)).toEqual([{ kind: 'hotFirst', state: 'draft', due_at: local('2026-11-29', '24:00') }])
  expect(await h.told(first, 'complaint.hot')).toEqual(
    expect.arrayContaining([h.who('qualityDept'), h.who('companyLeader'), h.who('centreHead')]),
  )
  await merge(fourth, first)
  await merge(fifth, first)
  expect(await h.clocks(first, 'complaint.hotReport')).toHaveLength(1)
  const seen = await h.caseOf(first)
  expect(seen).toMatchObject({ persons: 5, times: 6, hotAt: local('2026-11-22', '10:00') })
  // CP-097: no voice is lost, and each knows where it was registered
  expect(seen.voices.map((v: { origin: { id: Uuid } }) => v.origin.id)).toEqual(ids)
  expect((await h.view(first)).flags).toEqual(expect.arrayContaining(['hot', 'headMustAppear']))
  for (const id of ids.slice(1)) {
    expect(await h.view(id)).toMatchObject({ state: 'MERGED', mergedInto: { id: first } })
    // T6: the clocks of what was merged end with it
    expect((await h.clocks(id)).filter((c) => c.state === 'running')).toEqual([])
  }

  await h.toCallBack(first)
  expect((await drafts(first)).map((d) => d.kind)).toEqual(['hotFirst', 'hotTopic'])
  await h.did('csLead', first, 'setCategory', category({ code: 'C4.3' }))
  expect(await h.refused('csLead', first, 'callBack', SAID.closing)).toMatchObject({
    code: 'E_IMPACT_MISSING',
  })
  await h.did('csLead', first, 'setImpact', { impact: '北区四栋住户不敢开窗' })
  expect(await h.refused('csLead', first, 'callBack', SAID.closing)).toMatchObject({
    code: 'E_VOICES_OPEN',
    details: { silent: 5, unhappy: 0 },
  })
  const others = seen.voices.filter((v: { own: boolean }) => !v.own)
  for (const [i, voice] of others.entries())
    await h.did('csLead', first, 'callBackVoice', {
      contactId: voice.id,
      outcome: i === 4 ? 'notSatisfied' : 'satisfied',
      ...(i === 4 ? { words: '还是有味道' } : {}),
    })
  expect(await h.refused('csLead', first, 'callBack', SAID.closing)).toMatchObject({
    details: { silent: 0, unhappy: 1 },
  })
  await h.did('csLead', first, 'callBackVoice', { contactId: others[4].id, outcome: 'neutral' })
  await h.did('csLead', first, 'callBack', SAID.closing)
  expect(await h.view(first)).toMatchObject({ state: 'CLOSED', satisfaction: 'satisfied' })
  // CP-095: the reports are owed all the same
  expect((await h.clocks(first, 'complaint.hotReport'))[0]?.state).toBe('running')
})

test('CP-097 T6 a round of new work asks every voice anew', async () => {
  itIs('2026-11-25', '10:00')
  const id = await h.registered(stench(6, { customerSaid: '车库漏水' }))
  await h.did('frontDeskClerk', id, 'addVoice', {
    callerName: '孙先生',
    contactPhone: '13900000077',
    channel: 'phone',
    said: '我的车位也漏',
  })
  await h.worked(id)
  const voice = (await h.caseOf(id)).voices.find((v: { own: boolean }) => !v.own)
  await h.did('csLead', id, 'callBackVoice', { contactId: voice.id, outcome: 'satisfied' })
  await h.did('csLead', id, 'fail', { reason: '仍在滴水' })
  expect((await h.caseOf(id)).voices.map((v: { answer: string | null }) => v.answer)).toEqual([null, null])
})

test('CP-060 CP-118 T6 T25 no quiet week closes over a voice that nobody answered; when it has its answer, the week does', async () => {
  itIs('2026-11-25', '10:00')
  const id = await h.registered({
    anonymous: true,
    contactable: false,
    customerName: undefined,
    contactPhone: undefined,
  })
  const known = await h.registered(stench(8))
  await merge(known, id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'setImpact', { impact: '两户' })
  await h.worked(id)
  await h.did('csLead', id, 'passExempt', { checked: '看过', exemption: 'E2' })
  itIs('2026-12-03', '00:00')
  expect(await sweepComplaints(h.t.house)).toMatchObject({ closed: 0 })
  expect(await h.told(id, 'complaint.quietBlocked')).toContain(h.who('csLead'))
  // told once
  await sweepComplaints(h.t.house)
  expect((await h.told(id, 'complaint.quietBlocked')).filter((to) => to === h.who('csLead'))).toHaveLength(1)
  const voice = (await h.caseOf(id)).voices.find((v: { own: boolean }) => !v.own)
  await h.did('csLead', id, 'callBackVoice', { contactId: voice.id, outcome: 'satisfied' })
  expect(await sweepComplaints(h.t.house)).toMatchObject({ closed: 1 })
  expect(await h.view(id)).toMatchObject({ state: 'CLOSED', satisfaction: 'notAsked' })
})

test('CP-063 CP-066 T6 a voice that wishes no call or stays unnamed is called by nobody, and holds up no closing', async () => {
  itIs('2026-12-03', '10:00')
  const id = await h.registered()
  const wish = await h.registered(stench(9, { noCallbackWish: true }))
  const unnamed = await h.registered({ anonymous: true, customerName: undefined, contactPhone: '13900000066' })
  for (const one of [wish, unnamed]) await merge(one, id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'setImpact', { impact: '三户' })
  await h.toCallBack(id)
  const voices: { id: string; origin: { id: Uuid }; noCallback: boolean }[] = (await h.caseOf(id)).voices
  const of = (origin: Uuid) => voices.find((v) => v.origin.id === origin)
  expect([of(wish)?.noCallback, of(unnamed)?.noCallback, of(id)?.noCallback]).toEqual([true, false, false])
  const answered = { outcome: 'satisfied' }
  expect(await h.refused('csLead', id, 'callBackVoice', { ...answered, contactId: of(wish)?.id })).toMatchObject({
    code: 'E_NO_CALLBACK_WISH',
  })
  expect(await h.refused('csLead', id, 'callBackVoice', { ...answered, contactId: of(unnamed)?.id })).toMatchObject({
    code: 'E_NO_CONTACT',
  })
  await h.did('csLead', id, 'callBack', SAID.closing)
  expect(await h.state(id)).toBe('CLOSED')
})

test('CP-095 CP-101 T34 what turns hot or major after its check owes its topic report from then on', async () => {
  itIs('2026-12-04', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('frontDeskClerk', id, 'addVoice', { channel: 'visit', persons: 3, said: '我们三户也是' })
  expect((await h.view(id)).flags).toContain('hot')
  expect(await h.clocks(id, 'complaint.hotTopic')).toMatchObject([
    { state: 'running', due_at: local('2026-12-11', '24:00') },
  ])
  await h.did('frontDeskClerk', id, 'demand', { amountFen: 100_000, grounds: '误工' })
  expect((await h.clocks(id, 'complaint.majorTopic'))[0]?.state).toBe('running')
  expect((await drafts(id)).map((d) => d.kind)).toEqual(['hotFirst', 'hotTopic', 'majorFirst', 'majorTopic'])
  // taken up again by the very voice that makes it hot, it owes it after the next check
  const again = await h.registered()
  await h.did('frontDeskClerk', again, 'solveOnSpot', {
    measure: '立即清扫',
    customerWord: '好的',
    satisfaction: 'satisfied',
    way: 'phone',
  })
  itIs('2026-12-05', '10:00')
  await h.did('frontDeskClerk', again, 'addVoice', { channel: 'visit', persons: 3, said: '又脏了' })
  expect(await h.view(again)).toMatchObject({ state: 'INVESTIGATING', flags: expect.arrayContaining(['hot']) })
  expect(await h.clocks(again, 'complaint.hotTopic')).toEqual([])
})

test('CP-120b CP-123 T26 who says the same after the treatment ended takes it up again; a voice of before does not', async () => {
  itIs('2026-12-07', '10:00')
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'solveOnSpot', {
    measure: '立即清扫',
    customerWord: '好的，谢谢',
    satisfaction: 'satisfied',
    way: 'phone',
  })
  const voice = { callerName: '钱女士', contactPhone: '13900000088', channel: 'phone', said: '楼道还是脏' }
  await h.did('frontDeskClerk', id, 'addVoice', { ...voice, saidAt: local('2026-12-07', '09:00') })
  expect(await h.state(id)).toBe('OBSERVING')
  itIs('2026-12-09', '10:00')
  await h.did('frontDeskClerk', id, 'addVoice', { ...voice, contactPhone: '13900000089' })
  expect(await h.view(id)).toMatchObject({ state: 'INVESTIGATING', attempt: 1 })
  expect(await h.caseOf(id)).toMatchObject({ quietUntil: null, exemption: null, times: 3 })
  // and so does one that is registered by itself and merged
  const other = await h.registered({ customerSaid: '电梯抖' })
  await h.did('frontDeskClerk', other, 'solveOnSpot', {
    measure: '复位',
    customerWord: '好了',
    satisfaction: 'satisfied',
    way: 'phone',
  })
  itIs('2026-12-10', '10:00')
  const repeated = await h.registered({ customerSaid: '电梯又抖', contactPhone: '13900000090' })
  await merge(repeated, other)
  expect(await h.state(other)).toBe('INVESTIGATING')
})

test('CP-081 of a letter and a telephone call about one matter the earlier deadline binds', async () => {
  itIs('2026-12-11', '09:00')
  const letter = await h.registered({ channel: 'email' })
  expect((await h.caseOf(letter)).replyDueAt).toBe(local('2026-12-15', '18:00'))
  itIs('2026-12-12', '10:00')
  const call = await h.registered({ contactPhone: '13900000091' })
  await merge(call, letter)
  expect((await h.caseOf(letter)).replyDueAt).toBe(local('2026-12-12', '24:00'))
  expect((await h.clocks(letter, 'complaint.reply')).map((c) => [c.state, c.due_at])).toEqual([
    ['stopped', local('2026-12-15', '18:00')],
    ['running', local('2026-12-12', '24:00')],
  ])
  // told without a registration of its own, it binds as well
  const other = await h.registered({ channel: 'email' })
  await h.did('frontDeskClerk', other, 'addVoice', {
    callerName: '李先生',
    contactPhone: '13900000092',
    channel: 'phone',
    said: '我也写过信',
  })
  expect((await h.caseOf(other)).replyDueAt).toBe(local('2026-12-12', '24:00'))
})

test('CP-079 CP-081 T6 a call that was answered in time makes no letter late; a call without an answer is owed one beside the answered letter', async () => {
  itIs('2026-12-14', '09:00')
  const letter = await h.registered({ channel: 'email' })
  const call = await h.registered({ contactPhone: '13900000093' })
  await h.did('csLead', call, 'replyInterim', interim(h))
  itIs('2026-12-15', '09:00')
  await merge(call, letter)
  expect((await h.caseOf(letter)).replyDueAt).toBe(local('2026-12-16', '18:00'))
  await h.did('csLead', letter, 'replyInterim', interim(h))
  const late = await h.registered({ contactPhone: '13900000094' })
  await merge(late, letter)
  expect((await h.clocks(letter, 'complaint.reply')).map((c) => [c.state, c.due_at])).toEqual([
    ['met', local('2026-12-16', '18:00')],
    ['running', local('2026-12-15', '24:00')],
  ])
})

test('CP-024 CP-027 CP-046 CP-112 T6 risk, the head’s visit and whom it accuses go along with a merged complaint', async () => {
  itIs('2026-12-16', '10:00')
  const into = await h.registered()
  await h.did('frontDeskClerk', into, 'dispatch', {
    handlerId: h.who('areaSteward'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2026-12-16', '12:00'),
  })
  const from = await h.registered({ contactPhone: '13900000095', complaint: { accusedStaffId: h.who('areaSteward') } })
  await h.did('frontDeskClerk', from, 'extremeRisk', { signs: '扬言堵大门' })
  await h.did('frontDeskClerk', from, 'mark', { mark: 'headMustAppear', reason: '多户聚集' })
  await merge(from, into)
  const seen = await h.view(into)
  expect(seen.flags).toEqual(expect.arrayContaining(['extremeRisk', 'important', 'headMustAppear']))
  expect(await h.clocks(into, 'complaint.headAppears')).toEqual([
    expect.objectContaining({ state: 'running', due_at: local('2026-12-16', '24:00') }),
  ])
  expect(seen.handler.id).not.toBe(h.who('areaSteward'))
  expect((await h.refused('areaSteward', into, 'acceptCase')).code).toBe('E_CONFLICT_OF_INTEREST')
})

test('CP-098 nameless voices that nobody can tell apart make it possibly hot, not hot', async () => {
  itIs('2026-12-17', '10:00')
  const id = await h.registered({
    anonymous: true,
    contactable: false,
    customerName: undefined,
    contactPhone: undefined,
  })
  for (const said of ['我也闻到', '天天这样']) await h.did('frontDeskClerk', id, 'addVoice', { channel: 'phone', said })
  const { flags } = await h.view(id)
  expect(flags).toContain('possiblyHot')
  expect(flags).not.toContain('hot')
})

test('CP-099 CP-024 three persons at once are hot from their first word, and the head comes the same day', async () => {
  itIs('2026-12-17', '20:00')
  const id = await h.registered({ channel: 'visit', complaint: { persons: 3 } })
  expect((await h.view(id)).flags).toEqual(expect.arrayContaining(['groupComplaint', 'hot', 'headMustAppear']))
  expect((await h.clocks(id, 'complaint.headAppears'))[0]?.due_at).toBe(local('2026-12-18', '12:00'))
  expect((await h.clocks(id, 'complaint.hotReport'))[0]?.due_at).toBe(local('2026-12-24', '24:00'))
  await h.did('centreHead', id, 'headAppeared', { metAt: local('2026-12-17', '19:59'), place: '前台' })
  expect((await h.clocks(id, 'complaint.headAppears'))[0]?.state).toBe('met')
  // what was done is asked for no more, and another complaint that joins does not ask for it again
  expect((await h.view(id)).flags).not.toContain('headMustAppear')
  const another = await h.registered({ contactPhone: '13900000096' })
  await h.did('frontDeskClerk', another, 'mark', { mark: 'headMustAppear', reason: '多户聚集' })
  await merge(another, id)
  expect((await h.view(id)).flags).not.toContain('headMustAppear')
  expect((await h.clocks(id, 'complaint.headAppears')).map(({ state }) => state)).toEqual(['met'])
})
