import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import {
  answer,
  type ComplaintHouse,
  category,
  inMinutes,
  interim,
  itIs,
  local,
  openComplaintHouse,
  SAID,
} from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-20', '10:00')
})
afterAll(() => h.close())

const dispatched = async (over: Record<string, unknown> = {}): Promise<Uuid> => {
  const id = await h.registered(over)
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2026-11-20', '18:00'),
  })
  return id
}
const investigated = async (over: Record<string, unknown> = {}) => {
  const id = await dispatched(over)
  await h.did('csLead', id, 'acceptCase')
  return id
}
const codes = (body: { warnings?: { code: string }[] }) => (body.warnings ?? []).map((w) => w.code)

test('CP-120a T35 what a superior passes on is the lead’s at once; after the check the company is told, and the company calls back', async () => {
  const id = await h.registered({ channel: 'superior' })
  expect(await h.view(id)).toMatchObject({
    state: 'ASSIGNED',
    flags: ['important', 'companyLevel'],
    handler: { id: h.who('csLead') },
    owner: { id: h.who('frontDeskClerk') },
  })
  expect(await h.told(id, 'complaint.toHandle')).toEqual([h.who('csLead')])
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  expect((await h.refused('companyLeader', id, 'callBack', SAID.closing)).code).toBe('E_COMPANY_NOT_INFORMED')
  for (const verb of ['unreachable', 'notSatisfied'])
    expect((await h.refused('csLead', id, verb, verb === 'notSatisfied' ? { missing: '脏' } : {})).code).toBe(
      'E_COMPANY_NOT_INFORMED',
    )
  await h.did('csLead', id, 'informCompany', { text: '已补扫并改排班', companyId: h.who('companyLeader') })
  expect(await h.told(id, 'complaint.forCompany')).toEqual([h.who('companyLeader')])
  expect((await h.refused('csLead', id, 'callBack', SAID.closing)).code).toBe('E_NOT_HANDLER')
  // a second round is told of anew
  await h.did('companyLeader', id, 'notSatisfied', { missing: '电梯厅还脏' })
  expect((await h.caseOf(id)).companyInformedAt).toBeNull()
})

test('CP-049 CP-106 CP-120a T13 T17 the head hands it to quality, who alone calls back', async () => {
  const id = await investigated()
  const effort = { effort: '已协商三次', qualityId: h.who('qualityDept') }
  expect((await h.refused('csLead', id, 'escalateToQuality', effort)).code).toBe('E_FORBIDDEN')
  expect(
    await h.refused('centreHead', id, 'escalateToQuality', { ...effort, qualityId: h.who('csLead') }),
  ).toMatchObject({ code: 'E_NOT_FOUND', field: 'body.qualityId' })
  await h.did('centreHead', id, 'escalateToQuality', effort)
  expect(await h.view(id)).toMatchObject({ state: 'ESCALATED', handler: { id: h.who('qualityDept') } })
  expect(await h.told(id, 'complaint.toQuality')).toContain(h.who('qualityDept'))
  const escalated = await h.t.as(h.who('qualityDept')).get(h.url('complaints?escalated=true'))
  expect(escalated.body.rows.map((row: { id: Uuid }) => row.id)).toEqual([id])
  const treatment = { treatment: '增派一名保洁', treatmentDueAt: local('2026-11-23', '10:00') }
  expect((await h.refused('csLead', id, 'settle', treatment)).code).toBe('E_FORBIDDEN')
  await h.did('qualityDept', id, 'settle', treatment)
  await h.did('customerAssistant', id, 'finishWork', { result: '已增派', evidence: '排班表' })
  await h.did('csLead', id, 'pass', { checked: '看过' })
  await h.did('csLead', id, 'setCategory', category())
  for (const by of ['csLead', 'centreHead', 'companyLeader'] as const)
    expect((await h.refused(by, id, 'callBack', SAID.closing)).code).toBe('E_NOT_HANDLER')
  expect((await h.refused('csLead', id, 'unreachable', {})).code).toBe('E_NOT_HANDLER')
  await h.did('qualityDept', id, 'callBack', SAID.closing)
  expect(await h.state(id)).toBe('CLOSED')
})

test('CP-120a T6 T35 merged into an ordinary one, what was made to the company stays with the company until it is called back', async () => {
  const into = await h.registered()
  const above = await h.registered({ channel: 'superior' })
  await h.did('csLead', above, 'merge', { intoId: into, reason: '同一楼道' })
  expect((await h.view(into)).flags).toContain('companyLevel')
  await h.toCallBack(into)
  await h.did('csLead', into, 'setCategory', category())
  await h.did('csLead', into, 'setImpact', { impact: '两户' })
  expect((await h.refused('csLead', into, 'callBack', SAID.closing)).code).toBe('E_COMPANY_NOT_INFORMED')
  await h.did('csLead', into, 'informCompany', { text: '已补扫', companyId: h.who('companyLeader') })
  expect((await h.refused('csLead', into, 'callBack', SAID.closing)).code).toBe('E_NOT_HANDLER')
})

test('CP-120a T6 T13 merged into an ordinary one, what quality had taken over stays with quality', async () => {
  const from = await investigated()
  await h.did('centreHead', from, 'escalateToQuality', { effort: '已协商三次', qualityId: h.who('qualityDept') })
  await h.did('qualityDept', from, 'settleDone', { treatment: '增派一名保洁', evidence: '排班表' })
  await h.did('csLead', from, 'pass', { checked: '看过' })
  await h.did('qualityDept', from, 'notSatisfied', { missing: '仍脏' })
  const into = await investigated()
  const at = (await h.t.as(h.who('qualityDept')).get(h.url('complaints?escalated=true'))).body.rows.find(
    (row: { id: Uuid }) => row.id === from,
  ).escalatedAt
  await h.did('csLead', from, 'merge', { intoId: into, reason: '同一楼道' })
  expect(await h.view(into)).toMatchObject({ flags: ['atQuality'], handler: { id: h.who('qualityDept') } })
  const escalated = await h.t.as(h.who('qualityDept')).get(h.url('complaints?escalated=true'))
  expect(escalated.body.rows).toContainEqual(expect.objectContaining({ id: into, escalatedAt: at }))
  expect((await h.refused('csLead', into, 'reply', answer(h))).code).toBe('E_NOT_HANDLER')
})

const letter = {
  body: '街道办',
  letter: '请协调清运',
  sentAt: local('2026-11-20', '09:30'),
  notice: '已致函街道办',
  noticePlace: '大堂公告栏',
}

test('CP-050 CP-065 CP-120 T14 T15 an outside body gets a letter, the customer news every seven days, and no callback unless asked for', async () => {
  const ended = { outcome: 'answered', result: '已清运', toldCustomer: '已电话告知' }
  const refer = async (more: object = {}) => {
    const id = await h.registered()
    await h.did('csLead', id, 'replyInterim', interim(h))
    await h.did('csLead', id, 'refer', letter)
    expect((await h.clocks(id, 'complaint.progress')).at(-1)).toMatchObject({
      state: 'running',
      due_at: local('2026-11-27', '24:00'),
    })
    // whom it waits for by now is the outside body
    expect((await h.clocks(id, 'complaint.forward'))[0]?.state).toBe('stopped')
    await h.did('csLead', id, 'externalEnded', { ...ended, ...more })
    return id
  }
  const id = await refer()
  expect(await h.caseOf(id)).toMatchObject({ externalBody: '街道办', exemption: 'E4' })
  expect((await h.refused('csLead', id, 'passExempt', { checked: '看过', exemption: 'E4' })).code).toBe(
    'E_SECOND_PERSON',
  )
  await h.did('centreHead', id, 'passExempt', { checked: '看过', exemption: 'E4' })
  expect(await h.view(id)).toMatchObject({ state: 'OBSERVING', satisfaction: 'notAsked' })
  const asked = await refer({ wantsCallback: true })
  expect((await h.refused('centreHead', asked, 'passExempt', { checked: '看过', exemption: 'E4' })).code).toBe(
    'E_EXEMPTION',
  )
  await h.did('centreHead', asked, 'pass', { checked: '看过' })
  expect(await h.state(asked)).toBe('CALLBACK_DUE')
})

test('CP-014 CP-120 T16 what turns out to be ours comes back, and is no longer exempt as another’s', async () => {
  const id = await investigated()
  await h.did('csLead', id, 'refer', {
    body: '供水公司',
    letter: '请检修',
    sentAt: local('2026-11-20', '09:30'),
    notice: '已报修',
    noticePlace: '大堂',
  })
  await h.did('csLead', id, 'isOurs', { finding: '泵房阀门属我方' })
  expect(await h.state(id)).toBe('INVESTIGATING')
  expect((await h.caseOf(id)).externalBody).toBeNull()
})

test('CP-050 CP-117 what hangs on the board while others work on it holds no name, room or telephone', async () => {
  const id = await h.registered()
  for (const notice of ['王女士反映的停水已报修', '已报修，详询13900000001'])
    expect(await h.refused('csLead', id, 'refer', { ...letter, notice })).toMatchObject({
      code: 'E_PERSONAL_DATA',
      field: 'body.notice',
    })
  await h.did('csLead', id, 'refer', letter)
  expect(await h.state(id)).toBe('EXTERNAL')
})

test('CP-020 T32 a withdrawal stands in the customer’s words and unasked; what touches safety is treated before it passes', async () => {
  const id = await h.registered()
  expect((await h.refused('csLead', id, 'withdrawComplaint', { customerWords: '不追究了', unasked: false })).code).toBe(
    'E_INPUT',
  )
  await h.did('csLead', id, 'withdrawComplaint', { customerWords: '不追究了', unasked: true })
  expect((await h.clocks(id)).filter((c) => c.state === 'running').map((c) => c.name)).toEqual([
    'complaint.handlingForm',
  ])
  await h.did('csLead', id, 'pass', { checked: '确认本人意愿' })
  const danger = await h.registered()
  await h.did('csLead', danger, 'withdrawComplaint', { customerWords: '算了', unasked: true, publicInterest: true })
  expect(await h.refused('csLead', danger, 'pass', { checked: '看过' })).toMatchObject({
    code: 'E_NOT_TREATED',
  })
  await h.did('csLead', danger, 'fail', { reason: '外墙砖仍松动' })
  await h.did('customerAssistant', danger, 'finishWork', { result: '已加固', evidence: '照片' })
  await h.did('csLead', danger, 'pass', { checked: '看过' })
  expect(await h.state(danger)).toBe('CALLBACK_DUE')
})

test('T32 CP-078 a withdrawal ends what was owed and is no reply; one that was late by then stays late', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: inMinutes(60),
  })
  const slow = await h.registered()
  const answered = await h.registered()
  await h.did('csLead', answered, 'replyInterim', interim(h))
  const late = async () =>
    (await h.t.as(h.t.a.staff.centreHead).get(h.url('complaints?late=true&limit=100'))).body.rows.map(
      (row: { id: Uuid }) => row.id,
    )
  itIs('2026-11-20', '10:30')
  const withdrawal = { customerWords: '不追究了', unasked: true }
  for (const one of [id, answered]) await h.did('csLead', one, 'withdrawComplaint', withdrawal)
  expect((await h.clocks(id)).filter((c) => /reply|promise/.test(c.name)).map((c) => c.state)).toEqual([
    'stopped',
    'stopped',
  ])
  expect(await h.caseOf(id)).toMatchObject({ firstReplyAt: null, replyDueAt: null })
  expect(await h.caseOf(answered)).toMatchObject({
    firstReplyAt: local('2026-11-20', '10:00'),
    replyDueAt: local('2026-11-20', '24:00'),
  })
  itIs('2026-11-21', '09:00')
  await h.did('csLead', slow, 'withdrawComplaint', withdrawal)
  expect(await h.caseOf(slow)).toMatchObject({ firstReplyAt: null, replyDueAt: local('2026-11-20', '24:00') })
  const found = await late()
  expect([found.includes(id), found.includes(answered), found.includes(slow)]).toEqual([false, false, true])
  itIs('2026-11-20', '10:00')
})

test('CP-028 KN-301 other words than the agreed ones, and words not to say, warn and go out all the same', async () => {
  const id = await investigated()
  await h.did('centreHead', id, 'agreeWording', { wording: '五栋楼道今天补扫。' })
  const other = await h.act('csLead', id, 'replyInterim', interim(h, { reply: '这是公司规定，没办法。' }))
  expect([other.status, codes(other.body)]).toEqual([200, expect.arrayContaining(['W_WORDING', 'W_PHRASE'])])
  const same = await h.act('csLead', id, 'reply', answer(h, { reply: '您好，五栋楼道今天补扫。' }))
  expect([same.status, codes(same.body)]).toEqual([200, []])
  expect((await h.caseOf(id)).wording).toBe('五栋楼道今天补扫。')
  // news on the way is no exception
  const news = await h.act('csLead', id, 'progress', { text: '这是公司规定，再等等。', way: 'phone' })
  expect([news.status, codes(news.body)]).toEqual([200, expect.arrayContaining(['W_WORDING', 'W_PHRASE'])])
})

test('CP-021 news by message reaches the customer, like a reply by message', async () => {
  const id = await investigated()
  await h.did('csLead', id, 'reply', answer(h, { way: 'message', reply: '今天补扫' }))
  await h.did('csLead', id, 'progress', { text: '排班已改', way: 'message' })
  await h.did('csLead', id, 'progress', { text: '电话告知', way: 'phone' })
  const sent = await h.t.tx(({ db }) =>
    db
      .selectFrom('outbox_message')
      .select(['body', 'to_address'])
      .where('estate_id', '=', h.t.a.id)
      .where('matter_id', '=', id)
      .where('to_kind', '=', 'customer')
      .orderBy('id')
      .execute(),
  )
  expect(sent).toEqual(['今天补扫', '排班已改'].map((body) => ({ body, to_address: '13900000001' })))
})

test('CP-046 who is accused neither handles, looks at it nor answers for the measure', async () => {
  const accused = h.who('customerAssistant')
  const id = await h.registered({ complaint: { accusedStaffId: accused } })
  await h.did('frontDeskClerk', id, 'forward', {
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2026-11-20', '18:00'),
  })
  const conflict = (field: string) => ({ code: 'E_CONFLICT_OF_INTEREST', field })
  expect(await h.refused('csLead', id, 'acceptCase', { specialistId: accused })).toMatchObject(
    conflict('body.specialistId'),
  )
  await h.did('csLead', id, 'acceptCase')
  expect(
    await h.refused('csLead', id, 'lookOnSite', {
      lookedAt: local('2026-11-20', '09:00'),
      byId: accused,
      place: '5栋',
      findings: '无',
    }),
  ).toMatchObject(conflict('body.byId'))
  expect(await h.refused('csLead', id, 'reply', answer(h, { responsibleId: accused }))).toMatchObject(
    conflict('body.responsibleId'),
  )
  expect(
    await h.refused('csLead', id, 'fillHandlingForm', { responsibleId: accused, measures: '改', feedback: '告知' }),
  ).toMatchObject(conflict('body.responsibleId'))
  for (const verb of ['replyInterim', 'supervise', 'addVoice'])
    expect(
      (
        await h.act(
          'customerAssistant',
          id,
          verb,
          verb === 'replyInterim' ? interim(h) : { note: '催', channel: 'phone', said: '我' },
        )
      ).status,
    ).toBeGreaterThanOrEqual(400)
})

test('CP-041 CP-042 CP-045 T3 whoever took it forwards it to the lead and stays its owner; the desk and the lead hear of it', async () => {
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'forward', {
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2026-11-20', '12:00'),
  })
  expect(await h.view(id)).toMatchObject({
    state: 'ASSIGNED',
    owner: { id: h.who('frontDeskClerk') },
    handler: { id: h.who('csLead') },
    closureController: { id: h.who('frontDeskClerk') },
  })
  expect(await h.told(id, 'complaint.toHandle')).toEqual([h.who('csLead')])
  const other = await h.registered()
  const late = { leadId: h.who('csLead'), promisedFeedbackAt: local('2026-11-21', '10:00') }
  expect((await h.refused('frontDeskClerk', other, 'forward', late)).code).toBe('E_PROMISE_TOO_LATE')
  expect((await h.told(id, 'complaint.leadTold')).length).toBeGreaterThan(0)
  expect((await h.refused('frontDeskClerk', id, 'acceptCase')).code).toBe('E_NOT_HANDLER')
})

test('CP-043 T8 handed back, the lead has to name another at once; whoever accepts it then ends that clock', async () => {
  const id = await dispatched()
  const before = (await h.view(id)).owner.id
  await h.did('customerAssistant', id, 'handBack', { reason: '不属本岗' })
  expect(await h.view(id)).toMatchObject({ state: 'ASSIGNED', handler: null, owner: { id: before } })
  expect((await h.clocks(id, 'complaint.forward')).at(-1)?.state).toBe('running')
  await h.did('csLead', id, 'acceptCase')
  expect((await h.clocks(id, 'complaint.forward')).at(-1)?.state).toBe('met')
})

test('CP-045 T8 whom the lead names after a complaint was handed back is somebody else', async () => {
  const id = await dispatched()
  expect((await h.refused('areaSteward', id, 'handBack', { reason: '不属本岗' })).code).toBe('E_NOT_HANDLER')
  await h.did('customerAssistant', id, 'handBack', { reason: '不属本岗' })
  expect(await h.told(id, 'complaint.handedBack')).toContain(h.who('csLead'))
  expect(
    await h.refused('csLead', id, 'reassign', { handlerId: h.who('customerAssistant'), reason: '还是你' }),
  ).toMatchObject({ code: 'E_INPUT', field: 'body.handlerId', details: { code: 'handed_back' } })
  await h.did('csLead', id, 'reassign', { handlerId: h.who('areaSteward'), reason: '片区管家' })
  // once another has had it, it may come back
  await h.did('areaSteward', id, 'handBack', { reason: '需保洁主管' })
  await h.did('csLead', id, 'reassign', { handlerId: h.who('customerAssistant'), reason: '请再接' })
})

test('CP-022 a promise that was not kept in time is a broken one, and its clock says so', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  for (const text of ['十一点回电', '十一点送回执'])
    await h.did('frontDeskClerk', id, 'promise', { text, dueAt: local('2026-11-20', '11:00') })
  const [first, second] = (await h.view(id)).promises
  itIs('2026-11-20', '10:59')
  await h.did('frontDeskClerk', id, 'keepPromise', { promiseId: first.id })
  itIs('2026-11-20', '11:01')
  await h.did('frontDeskClerk', id, 'keepPromise', { promiseId: second.id })
  expect((await h.clocks(id, 'promise')).map((c) => c.state).sort()).toEqual(['breached', 'met'])
})

test('CP-042 CP-074 an oral complaint late at night is answered in the talk; then the promise may be of tomorrow', async () => {
  itIs('2026-11-22', '23:30')
  const made = await h.register('frontDeskClerk')
  expect(codes(made.body)).toContain('W_REPLY_IN_TALK')
  const id = made.body.matter.id
  const tomorrow = {
    leadId: h.who('csLead'),
    handlerId: h.who('customerAssistant'),
    promisedFeedbackAt: local('2026-11-23', '10:00'),
  }
  expect((await h.refused('frontDeskClerk', id, 'dispatch', tomorrow)).code).toBe('E_PROMISE_TOO_LATE')
  await h.did('frontDeskClerk', id, 'replyInterim', interim(h, { nextAt: local('2026-11-23', '10:00') }))
  await h.did('frontDeskClerk', id, 'dispatch', tomorrow)
  itIs('2026-11-23', '10:00')
  expect(codes((await h.register('frontDeskClerk')).body)).not.toContain('W_REPLY_IN_TALK')
})

test('CP-042 an interim reply scheduled before the deadline lets the promise lie after it, has a clock of its own, and any reply meets it', async () => {
  itIs('2026-11-20', '16:40')
  const promisedFeedbackAt = local('2026-11-23', '10:00')
  const interimAt = local('2026-11-20', '18:00')
  const sent = { handlerId: h.who('customerAssistant'), leadId: h.who('csLead'), promisedFeedbackAt }
  const id = await h.registered()
  expect(await h.refused('frontDeskClerk', id, 'dispatch', sent)).toMatchObject({
    code: 'E_PROMISE_TOO_LATE',
    field: 'body.promisedFeedbackAt',
  })
  expect(
    await h.refused('frontDeskClerk', id, 'dispatch', { ...sent, interimAt: local('2026-11-21', '09:00') }),
  ).toMatchObject({ code: 'E_PROMISE_TOO_LATE', field: 'body.interimAt' })
  await h.did('frontDeskClerk', id, 'dispatch', { ...sent, interimAt })
  const state = async (of: Uuid) => (await h.clocks(of, 'complaint.interim')).map((c) => [c.state, c.due_at])
  expect(await state(id)).toEqual([['running', interimAt]])
  // at intake already; the dispatch then keeps to it
  expect((await h.register('frontDeskClerk', { complaint: { promisedFeedbackAt } })).body.error).toMatchObject({
    code: 'E_PROMISE_TOO_LATE',
    field: 'body.complaint.promisedFeedbackAt',
  })
  const atIntake = await h.registered({ complaint: { promisedFeedbackAt, interimAt } })
  await h.did('frontDeskClerk', atIntake, 'dispatch', sent)
  expect(await state(atIntake)).toEqual([['running', interimAt]])
  await h.did('csLead', atIntake, 'replyInterim', interim(h))
  expect(await state(atIntake)).toEqual([['met', interimAt]])
  // nobody answered by then: the clock has said so, and a late answer keeps it missed
  itIs('2026-11-20', '18:30')
  await h.did('csLead', id, 'replyInterim', interim(h))
  expect(await state(id)).toEqual([['breached', interimAt]])
})

test('CP-074 KN-205 an answer by telephone at a blocked hour is warned of beside it, unless it was agreed or is urgent', async () => {
  itIs('2026-11-22', '20:30')
  const id = await h.registered()
  const tomorrow = local('2026-11-23', '10:00')
  itIs('2026-11-22', '22:30')
  const late = await h.act('csLead', id, 'replyInterim', interim(h, { nextAt: tomorrow }))
  expect(late.body.warnings).toContainEqual(
    expect.objectContaining({
      code: 'W_CALL_HOURS',
      field: 'body.way',
      details: expect.objectContaining({ reasons: expect.arrayContaining(['too_late']) }),
    }),
  )
  const news = await h.act('csLead', id, 'progress', { text: '明早补扫', way: 'phone' })
  expect(codes(news.body)).toContain('W_CALL_HOURS')
  const urgent = await h.registered({ urgent: true })
  for (const [which, more] of [
    [id, { way: 'message' }],
    [id, { callAgreed: true }],
    [urgent, {}],
  ] as const) {
    const sent = await h.act('csLead', which, 'replyInterim', interim(h, { nextAt: tomorrow, ...more }))
    expect([sent.status, codes(sent.body)], JSON.stringify(more)).toEqual([200, []])
  }
  itIs('2026-11-22', '21:59')
  const early = await h.act('csLead', id, 'replyInterim', interim(h, { nextAt: tomorrow }))
  expect(codes(early.body)).not.toContain('W_CALL_HOURS')
})

test('CP-106 KN-233 what the press asks goes to the head and quality at once', async () => {
  const id = await h.registered({ channel: 'press' })
  expect(await h.told(id, 'complaint.press')).toEqual(
    expect.arrayContaining([h.who('centreHead'), h.who('qualityDept'), h.who('companyLeader')]),
  )
})

test('CP-024 the head’s visit is owed from the mark on, and no longer once the mark is taken off', async () => {
  itIs('2026-11-23', '10:00')
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'mark', { mark: 'headMustAppear', reason: '我方管理责任' })
  expect(await h.told(id, 'complaint.headMustAppear')).toEqual([h.who('centreHead')])
  expect((await h.clocks(id, 'complaint.headAppears'))[0]).toMatchObject({
    state: 'running',
    due_at: local('2026-11-23', '24:00'),
  })
  expect((await h.refused('csLead', id, 'unmark', { mark: 'headMustAppear', reason: '误标' })).code).toBe('E_FORBIDDEN')
  await h.did('centreHead', id, 'unmark', { mark: 'headMustAppear', reason: '误标' })
  expect((await h.clocks(id, 'complaint.headAppears'))[0]?.state).toBe('stopped')
})

test('CP-005 CP-063 CP-066 T5 what is no complaint keeps its record and goes on as what it is, with the wish of its customer', async () => {
  const id = await h.registered({ noCallbackWish: true })
  const change = { reason: '是一条建议', becomes: 'suggestion' }
  expect((await h.refused('frontDeskClerk', id, 'notComplaint', change)).code).toBe('E_FORBIDDEN')
  await h.did('complaintVerifier', id, 'notComplaint', change)
  const seen = await h.view(id)
  expect(seen).toMatchObject({ state: 'NOT_COMPLAINT', open: false, customerSaid: '楼道三天没有打扫' })
  const made = await h.view(seen.links[0].id ?? seen.links[0].matter.id)
  expect(made).toMatchObject({ contactType: 'suggestion', customerName: '王女士', customerSaid: '楼道三天没有打扫' })
  expect(made.flags).toContain('noCallbackWish')
})

test('CP-121 only the verifier counts, and not to count needs one of the reasons', async () => {
  const id = await h.registered()
  expect((await h.refused('csLead', id, 'count', { counted: true })).code).toBe('E_FORBIDDEN')
  expect((await h.refused('complaintVerifier', id, 'count', { counted: false })).code).toBe('E_REASON_MISSING')
  expect(
    (await h.refused('complaintVerifier', id, 'count', { counted: false, notCountedReason: 'annoying' })).code,
  ).toBe('E_INPUT')
  await h.did('complaintVerifier', id, 'count', { counted: false, notCountedReason: 'wrongCentre' })
  expect(await h.caseOf(id)).toMatchObject({ counted: false, notCountedReason: 'wrongCentre' })
})

test('CP-064 every step stands on the timeline with from, to, verb, who and when', async () => {
  itIs('2026-11-24', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  const rows = await h.t.tx(({ db }) =>
    db
      .selectFrom('timeline')
      .select(['verb', 'from_state', 'to_state', 'actor_id', 'at'])
      .where('estate_id', '=', h.t.a.id)
      .where('matter_id', '=', id)
      .where('type', '=', 'move')
      .orderBy('id')
      .execute(),
  )
  const at = local('2026-11-24', '10:00')
  const step = (
    verb: string,
    from_state: string,
    to_state: string,
    by: 'frontDeskClerk' | 'csLead' | 'customerAssistant',
  ) => ({
    verb,
    from_state,
    to_state,
    actor_id: h.who(by),
    at,
  })
  expect(rows).toEqual([
    step('dispatch', 'RECEIVED', 'ASSIGNED', 'frontDeskClerk'),
    step('acceptCase', 'ASSIGNED', 'INVESTIGATING', 'csLead'),
    step('reply', 'INVESTIGATING', 'PROPOSED', 'csLead'),
    step('agree', 'PROPOSED', 'IN_TREATMENT', 'csLead'),
    step('finishWork', 'IN_TREATMENT', 'VERIFYING', 'customerAssistant'),
    step('pass', 'VERIFYING', 'CALLBACK_DUE', 'csLead'),
    step('setCategory', 'CALLBACK_DUE', 'CALLBACK_DUE', 'csLead'),
    step('callBack', 'CALLBACK_DUE', 'CLOSED', 'csLead'),
  ])
})
