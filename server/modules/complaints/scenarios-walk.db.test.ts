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

/** Clocks that run now, by name, with their due times. */
const running = async (id: Uuid) =>
  Object.fromEntries((await h.clocks(id)).filter((c) => c.state === 'running').map((c) => [c.name, c.due_at]))
const stateOf = async (id: Uuid, name: string) => (await h.clocks(id, name)).at(-1)?.state
const promised = { promisedFeedbackAt: local('2026-11-20', '18:00') }
const forwarded = async (over: Record<string, unknown> = {}) => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered(over)
  await h.did('frontDeskClerk', id, 'forward', { leadId: h.who('csLead'), ...promised })
  await h.did('csLead', id, 'acceptCase')
  return id
}
const replied = async () => {
  const id = await forwarded()
  await h.did('csLead', id, 'reply', answer(h))
  return id
}
const agreed = { agreedBy: '王女士', way: 'phone', treatmentDueAt: local('2026-11-24', '10:00') }
const done = { result: '楼道已清扫', evidence: '照片三张' }
const letter = {
  body: '街道办',
  letter: '请协调清运',
  sentAt: local('2026-11-20', '09:30'),
  notice: '已致函街道办',
  noticePlace: '大堂公告栏',
}
const NEXT_NEWS = local('2026-11-25', '18:00')

test('CP-021 CP-043 CP-048 CP-061 CP-065 CP-079 CP-118 from the first word to the closing each step starts, meets and stops its clocks', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  const form = { 'complaint.handlingForm': local('2026-11-23', '18:00') }
  const reply = { 'complaint.reply': local('2026-11-20', '24:00') }
  expect(await running(id)).toEqual({ ...form, ...reply, 'complaint.forward': local('2026-11-20', '10:15') })
  await h.did('frontDeskClerk', id, 'forward', { leadId: h.who('csLead'), ...promised })
  expect(await running(id)).toEqual({ ...form, ...reply, 'promise.feedback': promised.promisedFeedbackAt })
  expect(await stateOf(id, 'complaint.forward')).toBe('met')
  await h.did('csLead', id, 'acceptCase')
  await h.did('csLead', id, 'fillHandlingForm', {
    responsibleId: h.who('csLead'),
    measures: '改排班',
    feedback: '电话告知',
  })
  expect(await stateOf(id, 'complaint.handlingForm')).toBe('met')
  await h.did('csLead', id, 'reply', answer(h))
  expect([await stateOf(id, 'complaint.reply'), await stateOf(id, 'promise.feedback')]).toEqual(['met', 'met'])
  // CP-065: three working days from the first reply on
  expect(await running(id)).toEqual({ 'complaint.progress': NEXT_NEWS })
  const talk = local('2026-11-21', '10:00')
  await h.did('csLead', id, 'refuse', { reason: '要求换人', nextTalkAt: talk })
  expect(await running(id)).toEqual({ 'complaint.progress': NEXT_NEWS, 'complaint.nextTalk': talk })
  itIs('2026-11-21', '09:00')
  await h.did('csLead', id, 'proposeAgain', interim(h, { measure: '更换保洁员' }))
  expect(await stateOf(id, 'complaint.nextTalk')).toBe('met')
  expect((await h.clocks(id, 'complaint.progress')).map((c) => c.state)).toEqual(['met', 'running'])
  await h.did('csLead', id, 'agree', agreed)
  expect(await running(id)).toMatchObject({ 'complaint.treatment': agreed.treatmentDueAt })
  await h.did('csLead', id, 'finishWork', done)
  expect(await stateOf(id, 'complaint.treatment')).toBe('met')
  itIs('2026-11-23', '09:00')
  await h.did('centreHead', id, 'fail', { reason: '仍有积尘' })
  expect(await h.view(id)).toMatchObject({ state: 'IN_TREATMENT', attempt: 1 })
  expect(await running(id)).toEqual({ 'complaint.progress': local('2026-11-26', '18:00') })
  await h.did('csLead', id, 'finishWork', done)
  await h.did('centreHead', id, 'pass', { checked: '看过' })
  expect(await running(id)).toEqual({ 'complaint.callback': local('2026-11-25', '18:00') })
  await h.did('csLead', id, 'notSatisfied', { missing: '电梯厅还脏' })
  expect(await stateOf(id, 'complaint.callback')).toBe('met')
  expect(await running(id)).toEqual({ 'complaint.progress': local('2026-11-26', '18:00') })
  // T23: what was done belongs to the round before
  expect(await h.caseOf(id)).toMatchObject({ treatmentEndedAt: null })
  await h.did('csLead', id, 'reply', answer(h, { measure: '加扫电梯厅' }))
  await h.did('csLead', id, 'agree', agreed)
  await h.did('csLead', id, 'finishWork', done)
  await h.did('centreHead', id, 'pass', { checked: '看过' })
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  expect(await running(id)).toEqual({})
})

test('CP-045 T7 to T15 only the handler, or who leads complaints, moves it on', async () => {
  const id = await forwarded()
  const not = async (verb: string, input: object) =>
    expect((await h.refused('areaSteward', id, verb, input)).code, verb).toBe('E_NOT_HANDLER')
  await not('reply', answer(h))
  await h.did('csLead', id, 'reply', answer(h))
  await not('refuse', { reason: '要求换人', nextTalkAt: inMinutes(60) })
  await not('agree', agreed)
  await h.did('csLead', id, 'refuse', { reason: '要求换人', nextTalkAt: inMinutes(60) })
  await not('proposeAgain', interim(h, { measure: '更换保洁员' }))
  await h.did('csLead', id, 'refer', letter)
  await not('externalEnded', { outcome: 'answered', result: '已清运', toldCustomer: '已告知' })
})

test('CP-022 CP-061 dates that are agreed lie ahead, what was done lies behind, each said beside its field', async () => {
  const past = local('2026-11-20', '09:00')
  const ahead = local('2026-11-20', '11:00')
  const id = await forwarded()
  const wrong = async (by: 'csLead' | 'qualityDept', of: Uuid, verb: string, input: object, field: string) =>
    expect(await h.refused(by, of, verb, input), `${verb} ${field}`).toMatchObject({ field: `body.${field}` })
  await wrong('csLead', id, 'reply', { ...answer(h), measureDueAt: past }, 'measureDueAt')
  await wrong('csLead', id, 'reply', answer(h, { nextAt: past }), 'nextAt')
  await h.did('csLead', id, 'reply', answer(h))
  await wrong('csLead', id, 'agree', { ...agreed, treatmentDueAt: past }, 'treatmentDueAt')
  await wrong('csLead', id, 'agree', { ...agreed, agreedAt: ahead }, 'agreedAt')
  await wrong('csLead', id, 'refuse', { reason: '要求换人', nextTalkAt: past }, 'nextTalkAt')
  await wrong('csLead', id, 'explain', { talkedAt: ahead, way: 'phone', said: '解释' }, 'talkedAt')
  await wrong('csLead', id, 'refer', { ...letter, sentAt: ahead }, 'sentAt')
  await h.did('csLead', id, 'refuse', { reason: '要求换人', nextTalkAt: ahead })
  await wrong('csLead', id, 'proposeAgain', interim(h, { measure: '换人', nextAt: past }), 'nextAt')
  await h.did('centreHead', id, 'escalateToQuality', { effort: '三次', qualityId: h.who('qualityDept') })
  await wrong('qualityDept', id, 'settle', { treatment: '增派', treatmentDueAt: past }, 'treatmentDueAt')
})

test('CP-061 T12 each proposal is held against the one before it', async () => {
  const id = await replied()
  const refuse = { reason: '不接受', nextTalkAt: inMinutes(60) }
  await h.did('csLead', id, 'refuse', refuse)
  await h.did('csLead', id, 'proposeAgain', interim(h, { measure: '更换保洁员' }))
  await h.did('csLead', id, 'refuse', refuse)
  expect((await h.refused('csLead', id, 'proposeAgain', interim(h, { measure: '更换保洁员' }))).code).toBe(
    'E_SAME_PROPOSAL',
  )
  await h.did('csLead', id, 'proposeAgain', interim(h, { measure: '更换保洁员', newGrounds: '合同第十二条' }))
})

test('CP-049 CP-120a T13 T17 what quality takes over waits no longer for the centre, and quality does not check its own work', async () => {
  const id = await replied()
  await h.did('csLead', id, 'agree', agreed)
  const taken = { effort: '已协商三次', qualityId: h.who('qualityDept') }
  await h.did('centreHead', id, 'escalateToQuality', taken)
  expect(await running(id)).not.toHaveProperty('complaint.treatment')
  const due = local('2026-11-26', '10:00')
  await h.did('qualityDept', id, 'settle', { treatment: '增派一名保洁', treatmentDueAt: due })
  expect(await running(id)).toMatchObject({ 'complaint.treatment': due })
  expect(await h.told(id, 'complaint.settled')).toEqual(
    expect.arrayContaining([h.who('csLead'), h.who('frontDeskClerk')]),
  )
  const other = await replied()
  await h.did('csLead', other, 'refuse', { reason: '不接受', nextTalkAt: inMinutes(60) })
  await h.did('centreHead', other, 'escalateToQuality', taken)
  expect(await running(other)).not.toHaveProperty('complaint.nextTalk')
  await h.did('qualityDept', other, 'settleDone', { treatment: '已增派', evidence: '排班表' })
  expect(await h.caseOf(other)).toMatchObject({ treatmentEndedAt: local('2026-11-20', '10:00') })
  expect((await h.refused('qualityDept', other, 'pass', { checked: '看过' })).code).toBe('E_SECOND_PERSON')
})

test('CP-050 CP-065 T14 T15 T16 referred out of a quiet week the week ends; what the body did is a reply; what is ours is told of sooner', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'solveOnSpot', {
    measure: '已联系',
    customerWord: '好的',
    satisfaction: 'satisfied',
    way: 'phone',
  })
  await h.did('csLead', id, 'refer', letter)
  expect(await h.caseOf(id)).toMatchObject({ quietUntil: null, exemption: null, externalBody: '街道办' })
  const fresh = await forwarded()
  await h.did('csLead', fresh, 'refer', letter)
  expect(await running(fresh)).toMatchObject({ 'complaint.progress': local('2026-11-27', '24:00') })
  await h.did('csLead', fresh, 'externalEnded', { outcome: 'finished', result: '已清运', toldCustomer: '已电话告知' })
  for (const name of ['complaint.reply', 'promise.feedback', 'complaint.progress'])
    expect([name, await stateOf(fresh, name)]).toEqual([name, 'met'])
  expect(await h.caseOf(fresh)).toMatchObject({ firstReplyAt: local('2026-11-20', '10:00'), exemption: 'E4' })
  const ours = await forwarded()
  await h.did('csLead', ours, 'refer', letter)
  await h.did('csLead', ours, 'isOurs', { finding: '泵房阀门属我方' })
  expect(await running(ours)).toMatchObject({ 'complaint.progress': NEXT_NEWS })
})

test('CP-060 T18 T19 T20 T21 work needs its evidence, and who did it neither passes, exempts nor fails it', async () => {
  const id = await replied()
  await h.did('csLead', id, 'agree', agreed)
  expect(await h.refused('csLead', id, 'finishWork', { result: '已清扫' })).toMatchObject({
    code: 'E_PHOTO_MISSING',
    field: 'body.evidence',
  })
  await h.did('csLead', id, 'finishWork', done)
  await h.did('csLead', id, 'mark', { mark: 'sensitive', reason: '当事人住院' })
  for (const [verb, input] of [
    ['pass', { checked: '看过' }],
    ['passExempt', { checked: '看过', exemption: 'E3', reason: '当事人住院' }],
    ['fail', { reason: '仍有积尘' }],
  ] as const)
    expect((await h.refused('csLead', id, verb, input)).code, verb).toBe('E_SECOND_PERSON')
  await h.did('centreHead', id, 'passExempt', { checked: '看过', exemption: 'E3', reason: '当事人住院' })
  expect(await h.caseOf(id)).toMatchObject({ exemption: 'E3', exemptionReason: '当事人住院' })
})

test('CP-120 T20 T32 a callback is waived only on a fact of the case, and what was withdrawn untreated is not exempt', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  for (const exemption of ['E2', 'E3', 'E6'])
    expect(await h.refused('csLead', id, 'waiveCallback', { exemption, reason: '不方便' }), exemption).toMatchObject({
      code: 'E_EXEMPTION',
      field: 'body.exemption',
    })
  await h.did('csLead', id, 'mark', { mark: 'sensitive', reason: '当事人住院' })
  await h.did('csLead', id, 'waiveCallback', { exemption: 'E3', reason: '当事人住院' })
  expect(await stateOf(id, 'complaint.callback')).toBe('met')
  const danger = await replied()
  await h.did('csLead', danger, 'refuse', { reason: '不谈了', nextTalkAt: inMinutes(60) })
  await h.did('csLead', danger, 'withdrawComplaint', { customerWords: '算了', unasked: true, publicInterest: true })
  expect(await running(danger)).toEqual({ 'complaint.handlingForm': local('2026-11-23', '18:00') })
  await h.did('csLead', danger, 'mark', { mark: 'sensitive', reason: '当事人住院' })
  expect(
    await h.refused('csLead', danger, 'passExempt', { checked: '看过', exemption: 'E3', reason: '住院' }),
  ).toMatchObject({ code: 'E_NOT_TREATED' })
})

test.each([
  ['E3', { flag: 'sensitive' }, 'E3'],
  ['E6', { over: { noCallbackWish: true } }, 'E6'],
  ['E2', { over: { anonymous: true, contactable: false, customerName: undefined, contactPhone: undefined } }, 'E2'],
  ['E4', { external: true }, null],
] as const)(
  'CP-120 CP-120b T26 said again in its quiet week, the exemption %s stays or lapses',
  async (exemption, given, left) => {
    itIs('2026-11-20', '10:00')
    const id = await h.registered('over' in given ? given.over : {})
    if ('external' in given) {
      await h.did('csLead', id, 'refer', letter)
      await h.did('csLead', id, 'externalEnded', { outcome: 'finished', result: '已清运', toldCustomer: '已告知' })
    } else await h.worked(id)
    if ('flag' in given) await h.did('csLead', id, 'mark', { mark: given.flag, reason: '当事人住院' })
    await h.did('centreHead', id, 'passExempt', { checked: '看过', exemption, reason: '当事人住院' })
    expect(await running(id)).not.toHaveProperty('complaint.progress')
    await h.did('frontDeskClerk', id, 'raisedAgain', { said: '又脏了' })
    expect(await h.view(id)).toMatchObject({ state: 'INVESTIGATING', attempt: 1 })
    expect(await h.caseOf(id)).toMatchObject({ exemption: left, quietUntil: null, treatmentEndedAt: null })
    // somebody who can be called hears how it goes on
    expect(await running(id)).toMatchObject({ 'complaint.progress': NEXT_NEWS })
  },
)

test('CP-062 CP-101 T27 T28 each talk is news; at its end nothing is waited for and the topic report of a hot one is owed', async () => {
  const id = await forwarded({ channel: 'visit', complaint: { persons: 3 } })
  await h.did('csLead', id, 'reply', answer(h))
  await h.did('csLead', id, 'refuse', { reason: '全年免费', nextTalkAt: local('2026-11-21', '10:00') })
  await h.did('csLead', id, 'proposeUnreasonable', { facts: '全年免费', grounds: '合同', explained: '已解释' })
  await h.did('centreHead', id, 'confirmUnreasonable', { position: '按合同收费' })
  expect(await running(id)).not.toHaveProperty('complaint.nextTalk')
  expect(await running(id)).toMatchObject({ 'complaint.progress': local('2026-11-23', '18:00') })
  for (const day of ['2026-11-23', '2026-11-24']) {
    itIs(day, '10:00')
    await h.did('csLead', id, 'explain', { talkedAt: local(day, '09:30'), way: 'phone', said: '再次解释' })
  }
  expect(await running(id)).toMatchObject({ 'complaint.progress': local('2026-11-25', '18:00') })
  await h.did('centreHead', id, 'endExplained', { note: '两次解释，客户未接受' })
  expect(await running(id)).toMatchObject({ 'complaint.hotTopic': local('2026-12-01', '24:00') })
  expect(await running(id)).not.toHaveProperty('complaint.progress')
  const seen = await h.caseOf(id)
  expect(seen.exemption).toBe('explained')
  expect(seen.reports.map((r: { kind: string }) => r.kind)).toContain('hotTopic')
})

test('CP-125 T29 taken up again nothing of the round before counts as done', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  await h.did('frontDeskClerk', id, 'reopen', { newFact: '楼道又脏了' })
  expect(await h.caseOf(id)).toMatchObject({ treatmentEndedAt: null, exemption: null, quietUntil: null })
})
