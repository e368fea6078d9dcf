import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { type ComplaintHouse, category, itIs, itIsAt, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'
import { sweepComplaints } from './sweep-complaints.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse()
})
afterAll(() => h.close())

const NAMELESS = { anonymous: true, contactable: false, customerName: undefined, contactPhone: undefined }
const aMoment = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()
const sweep = () => sweepComplaints(h.t.house)
/** Not a millisecond before this, and then by itself; never as satisfied. */
const closesAt = async (id: Uuid, at: string, satisfaction = 'notAsked') => {
  expect((await h.caseOf(id)).quietUntil).toBe(at)
  itIsAt(aMoment(at, -1))
  await sweep()
  expect(await h.state(id)).toBe('OBSERVING')
  itIsAt(at)
  await sweep()
  expect(await h.view(id)).toMatchObject({ state: 'CLOSED', satisfaction, closedAt: at })
}

test('CP-063 CP-120 CP-120b what nobody signed is handled like any other and closes at 24:00 of the seventh quiet day', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered(NAMELESS)
  await h.did('csLead', id, 'setCategory', category())
  await h.worked(id)
  expect((await h.refused('csLead', id, 'pass', { checked: '看过' })).code).toBe('E_NO_CONTACT')
  for (const exemption of ['E1', 'E3', 'E4', 'E6'])
    expect((await h.refused('csLead', id, 'passExempt', { checked: '看过', exemption })).code).toBe('E_EXEMPTION')
  // the day of the check changes nothing: the week begins with the end of the treatment
  itIs('2026-11-23', '09:00')
  await h.did('csLead', id, 'passExempt', { checked: '看过', exemption: 'E2' })
  await closesAt(id, local('2026-11-27', '24:00'))
})

test('CP-063 of whom nobody left a contact no reply clock runs and nothing is late; the case and the register say that no reply is possible', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered(NAMELESS)
  expect(await h.clocks(id, 'complaint.reply')).toEqual([])
  expect(await h.caseOf(id)).toMatchObject({
    replyNotPossible: true,
    replyDueAt: null,
    firstReplyAt: null,
    board: null,
  })
  // words to a number that nobody left are no reply (CP-078)
  await h.replied(id)
  expect((await h.caseOf(id)).replyNotPossible).toBe(true)
  const known = await h.registered()
  // a post is answered there where it stands
  const posted = await h.registered({ ...NAMELESS, channel: 'forum' })
  const found = async (filter: string) =>
    (await h.t.as(h.who('centreHead')).get(h.url(`complaints?${filter}&limit=100`))).body.rows.map(
      (row: { id: Uuid }) => row.id,
    )
  const silent = await found('replyNotPossible=true')
  expect([id, known, posted].map((one) => silent.includes(one))).toEqual([true, false, false])
  expect(await found('replyNotPossible=false')).toEqual(expect.arrayContaining([known, posted]))
  for (const one of [known, posted]) expect((await h.clocks(one, 'complaint.reply'))[0]?.state).toBe('running')
  itIs('2026-11-25', '10:00')
  expect(await found('late=true')).not.toContain(id)
  // taken up again it is no more possible than before
  await h.did('csLead', id, 'setCategory', category())
  expect(await h.clocks(id, 'complaint.reply')).toEqual([])
})

test('CP-063 CP-117 what is of common interest is answered on the board, without a name; its place and day are the reply', async () => {
  itIs('2026-11-20', '10:00')
  const board = {
    commonInterest: true,
    found: '排班漏了五栋',
    measure: '今天补扫并改排班',
    responsibleId: h.who('csLead'),
    nextAt: local('2026-11-27', '10:00'),
    noticePlace: '大堂公告栏',
    hungAt: local('2026-11-20', '16:00'),
  }
  const id = await h.registered(NAMELESS)
  itIs('2026-11-20', '17:00')
  expect((await h.refused('csLead', id, 'answerOnBoard', { ...board, commonInterest: false })).code).toBe('E_INPUT')
  expect(
    await h.refused('csLead', id, 'answerOnBoard', { ...board, hungAt: local('2026-11-20', '17:01') }),
  ).toMatchObject({ code: 'E_TIME_FUTURE', field: 'body.hungAt' })
  expect(await h.refused('csLead', id, 'answerOnBoard', { ...board, reply: '请拨13912345678' })).toMatchObject({
    code: 'E_PERSONAL_DATA',
    field: 'body.reply',
  })
  expect((await h.view(id)).moves.map((a: { verb: string }) => a.verb)).toContain('answerOnBoard')
  await h.did('csLead', id, 'answerOnBoard', board)
  expect(await h.caseOf(id)).toMatchObject({
    replyNotPossible: false,
    firstReplyAt: board.hungAt,
    board: { place: '大堂公告栏', at: board.hungAt },
  })
  // who can be reached is answered, not the board
  const known = await h.registered()
  expect((await h.refused('csLead', known, 'answerOnBoard', board)).code).toBe('E_EXEMPTION')
})

test('CP-012 CP-060 T25 a quiet week closes nothing without a cause; the lead hears of it once, and with the cause it closes', async () => {
  itIs('2026-11-30', '10:00')
  const id = await h.registered(NAMELESS)
  await h.worked(id)
  await h.did('csLead', id, 'passExempt', { checked: '看过', exemption: 'E2' })
  itIs('2026-12-08', '00:00')
  await sweep()
  await sweep()
  expect(await h.state(id)).toBe('OBSERVING')
  expect((await h.told(id, 'complaint.quietBlocked')).filter((to) => to === h.who('complaintVerifier'))).toEqual([])
  expect(new Set(await h.told(id, 'complaint.quietBlocked'))).toContain(h.who('csLead'))
  itIs('2026-12-08', '10:00')
  await h.did('csLead', id, 'setCategory', category())
  await sweep()
  expect(await h.state(id)).toBe('CLOSED')
})

test('CP-123 T25 a quiet week waits for the impact of what several times were about, and closes once it is written', async () => {
  itIs('2026-12-08', '11:00')
  const id = await h.registered(NAMELESS)
  await h.did('frontDeskClerk', id, 'addVoice', { channel: 'phone', said: '我也是' })
  await h.did('csLead', id, 'setCategory', category())
  await h.worked(id)
  await h.did('csLead', id, 'passExempt', { checked: '看过', exemption: 'E2' })
  itIs('2026-12-16', '00:00')
  await sweep()
  expect(await h.state(id)).toBe('OBSERVING')
  await h.did('csLead', id, 'setImpact', { impact: '两人两次' })
  await sweep()
  expect(await h.state(id)).toBe('CLOSED')
})

test('CP-066 who refuses callbacks is called by nobody, and closes by the quiet week alone', async () => {
  itIs('2026-12-16', '10:00')
  const id = await h.registered({ noCallbackWish: true })
  await h.did('csLead', id, 'setCategory', category())
  await h.worked(id)
  expect((await h.refused('csLead', id, 'pass', { checked: '看过' })).code).toBe('E_NO_CALLBACK_WISH')
  await h.did('csLead', id, 'passExempt', { checked: '看过', exemption: 'E6' })
  expect((await h.clocks(id, 'complaint.callback')).length).toBe(0)
  await closesAt(id, local('2026-12-23', '24:00'))
})

test('CP-066 who refuses while being called is not called again: the callback can no longer be made, the task does not close it', async () => {
  itIs('2026-12-24', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  const { version } = await h.view(id)
  const call = await h.t.as(h.who('csLead')).post(h.url(`matters/${id}/callback-attempts`), {
    version,
    how: 'phone',
    outcome: 'refused',
    words: '不要再打来',
  })
  expect(call.status, JSON.stringify(call.body.error)).toBeLessThan(300)
  expect((await h.view(id)).flags).toContain('noCallbackWish')
  expect((await h.refused('csLead', id, 'callBack', SAID.closing)).code).toBe('E_NO_CALLBACK_WISH')
  expect(await h.state(id)).toBe('CALLBACK_DUE')
})

test('CP-120 T24 unreachable needs three tries on two days; then the week begins anew and nobody counts as satisfied', async () => {
  itIs('2026-12-28', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  const call = async () => {
    const { version } = await h.view(id)
    const made = await h.t.as(h.who('csLead')).post(h.url(`matters/${id}/callback-attempts`), {
      version,
      how: 'phone',
      outcome: 'noAnswer',
    })
    expect(made.status, JSON.stringify(made.body.error)).toBeLessThan(300)
  }
  for (const time of ['10:30', '11:30', '15:30']) {
    itIs('2026-12-28', time)
    await call()
  }
  // three, but on one day
  expect((await h.refused('csLead', id, 'unreachable', {})).code).toBe('E_REASON_MISSING')
  itIs('2026-12-29', '10:30')
  await call()
  await h.did('csLead', id, 'unreachable', {})
  expect(await h.caseOf(id)).toMatchObject({ exemption: 'E7' })
  await closesAt(id, local('2027-01-05', '24:00'))
})

test('CP-026 CP-060 CP-062 T27 T28 an unreasonable demand ends only when another confirmed it and it was explained on two days, and never as satisfied', async () => {
  itIs('2027-01-06', '10:00')
  const id = await h.registered()
  await h.replied(id)
  await h.did('csLead', id, 'refuse', { reason: '要求全年免费', nextTalkAt: local('2027-01-07', '10:00') })
  expect((await h.refused('centreHead', id, 'confirmUnreasonable', { position: '按合同' })).code).toBe('E_NOT_PROPOSED')
  await h.did('csLead', id, 'proposeUnreasonable', {
    facts: '要求全年免费',
    grounds: '合同无此约定',
    explained: '已当面解释',
  })
  expect((await h.refused('csLead', id, 'confirmUnreasonable', { position: '按合同' })).code).toBe('E_FORBIDDEN')
  expect(await h.told(id, 'complaint.unreasonable')).toContain(h.who('centreHead'))
  await h.did('centreHead', id, 'confirmUnreasonable', { position: '按合同收费，感谢理解' })
  expect((await h.view(id)).flags).toContain('unreasonable')
  const explain = (talkedAt: string) => h.did('csLead', id, 'explain', { talkedAt, way: 'phone', said: '再次解释依据' })
  const end = { note: '两次解释，客户未接受' }
  // talks of before the finding are none about it
  await explain(local('2027-01-04', '10:00'))
  await explain(local('2027-01-05', '10:00'))
  itIs('2027-01-07', '10:00')
  await explain(local('2027-01-07', '09:00'))
  await explain(local('2027-01-07', '09:30'))
  expect(await h.refused('centreHead', id, 'endExplained', end)).toMatchObject({
    code: 'E_EXPLAIN_MORE',
    details: { done: 1, needed: 2 },
  })
  itIs('2027-01-08', '10:00')
  await explain(local('2027-01-08', '09:00'))
  expect((await h.refused('csLead', id, 'endExplained', end)).code).toBe('E_FORBIDDEN')
  await h.did('centreHead', id, 'endExplained', end)
  await h.did('csLead', id, 'setCategory', category())
  await closesAt(id, local('2027-01-15', '24:00'), 'notSatisfied')
})

test('CP-060 CP-062 T27 the head who proposed it does not confirm it, and nobody is called unreasonable before an answer', async () => {
  itIs('2027-01-18', '10:00')
  const id = await h.registered()
  await h.did('csLead', id, 'replyInterim', {
    found: '正在核查',
    measure: '今天答复',
    responsibleId: h.who('csLead'),
    nextAt: local('2027-01-18', '18:00'),
    way: 'phone',
  })
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2027-01-18', '18:00'),
  })
  const found = { facts: '要求全年免费', grounds: '合同无此约定', explained: '已当面解释' }
  await h.did('centreHead', id, 'proposeUnreasonable', found)
  expect((await h.refused('centreHead', id, 'confirmUnreasonable', { position: '按合同' })).code).toBe(
    'E_SECOND_PERSON',
  )
  await h.did('projectManager', id, 'confirmUnreasonable', { position: '按合同' })
  const other = await h.registered()
  await h.did('frontDeskClerk', other, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2027-01-18', '18:00'),
  })
  await h.did('csLead', other, 'proposeUnreasonable', found)
  expect((await h.refused('centreHead', other, 'confirmUnreasonable', { position: '按合同' })).code).toBe(
    'E_FEEDBACK_MISSING',
  )
})

test('CP-040 CP-101 CP-120 T2 solved on the spot needs the customer’s word and presence, and a quiet week all the same', async () => {
  itIs('2027-01-19', '10:00')
  const solved = { measure: '立即补扫', customerWord: '好的', satisfaction: 'satisfied', way: 'inPerson' }
  const far = await h.registered({ ...NAMELESS })
  expect((await h.refused('frontDeskClerk', far, 'solveOnSpot', solved)).code).toBe('E_NOT_PRESENT')
  const here = await h.registered({ ...NAMELESS, channel: 'on_site', complaint: { persons: 3 } })
  expect(
    (await h.refused('frontDeskClerk', here, 'solveOnSpot', { ...solved, satisfaction: 'notSatisfied' })).code,
  ).toBe('E_INPUT')
  await h.did('frontDeskClerk', here, 'solveOnSpot', solved)
  // CP-063: nobody is left to be answered, but they were answered while they stood here
  expect(await h.clocks(here, 'complaint.reply')).toEqual([])
  expect(await h.caseOf(here)).toMatchObject({
    replyNotPossible: false,
    firstReplyAt: local('2027-01-19', '10:00'),
  })
  // CP-101: hot, and its handling ended: the case report is owed
  expect((await h.clocks(here, 'complaint.hotTopic'))[0]?.state).toBe('running')
  await h.did('csLead', here, 'setCategory', category())
  await h.did('csLead', here, 'setImpact', { impact: '三人' })
  await closesAt(here, local('2027-01-26', '24:00'), 'satisfied')
})

test('CP-120b T2 a centre may close at once what was solved on the spot, but never without its category', async () => {
  itIs('2027-01-28', '10:00')
  const solved = { measure: '立即补扫', customerWord: '好的', satisfaction: 'satisfied', way: 'inPerson' }
  const set = (value: boolean) =>
    h.t.as(h.who('centreHead')).put(h.url('settings/complaint.closeOnSpotAtOnce'), { value })
  await set(true)
  // settings are remembered for a moment, until news of the change has come
  await expect
    .poll(async () => {
      // the clock goes on while one waits
      itIs('2027-01-28', '10:00')
      const tried = await h.registered()
      await h.did('frontDeskClerk', tried, 'solveOnSpot', solved)
      return (await h.caseOf(tried)).quietUntil
    })
    .toBe(local('2027-01-28', '10:00'))
  const [open, known] = [await h.registered(), await h.registered()]
  await h.did('csLead', known, 'setCategory', category())
  for (const id of [open, known]) await h.did('frontDeskClerk', id, 'solveOnSpot', solved)
  await sweep()
  expect([await h.state(open), await h.state(known)]).toEqual(['OBSERVING', 'CLOSED'])
  expect(await h.view(known)).toMatchObject({ satisfaction: 'satisfied', closedAt: local('2027-01-28', '10:00') })
  await set(false)
})

test('CP-062 T27 an unreasonable demand may be found in any open state; the work begins anew', async () => {
  itIs('2027-01-29', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'proposeUnreasonable', { facts: '要求全年免费', grounds: '合同', explained: '已解释' })
  await h.did('centreHead', id, 'confirmUnreasonable', { position: '按合同收费' })
  expect(await h.state(id)).toBe('PROPOSED')
  expect((await h.clocks(id, 'complaint.callback')).at(-1)?.state).toBe('stopped')
  expect(await h.caseOf(id)).toMatchObject({ treatmentEndedAt: null, quietUntil: null, proposal: '按合同收费' })
  const quiet = await h.registered()
  await h.did('frontDeskClerk', quiet, 'solveOnSpot', {
    measure: '立即补扫',
    customerWord: '好的',
    satisfaction: 'satisfied',
    way: 'inPerson',
  })
  await h.did('csLead', quiet, 'proposeUnreasonable', { facts: '要求全年免费', grounds: '合同', explained: '已解释' })
  await h.did('centreHead', quiet, 'confirmUnreasonable', { position: '按合同收费' })
  expect(await h.caseOf(quiet)).toMatchObject({ quietUntil: null, exemption: null })
  const outside = await h.registered()
  await h.replied(outside)
  await h.did('csLead', outside, 'refer', {
    body: '街道办',
    letter: '请协调',
    sentAt: local('2027-01-29', '09:30'),
    notice: '已致函',
    noticePlace: '大堂',
  })
  await h.did('csLead', outside, 'proposeUnreasonable', { facts: '全年免费', grounds: '合同', explained: '已解释' })
  await h.did('centreHead', outside, 'confirmUnreasonable', { position: '按合同收费' })
  expect((await h.caseOf(outside)).externalBody).toBeNull()
})

test('CP-120c T23 not satisfied goes back to the work; at the third attempt the head hears of it', async () => {
  itIs('2027-02-01', '10:00')
  const id = await h.registered()
  for (const attempt of [1, 2, 3]) {
    if (attempt === 1) await h.toCallBack(id)
    else {
      await h.did('csLead', id, 'reply', {
        found: '仍有积尘',
        measure: `第${attempt}次补扫`,
        responsibleId: h.who('csLead'),
        nextAt: local('2027-02-02', '10:00'),
        measureDueAt: local('2027-02-02', '10:00'),
        way: 'phone',
      })
      await h.did('csLead', id, 'agree', {
        agreedBy: '王女士',
        way: 'phone',
        treatmentDueAt: local('2027-02-03', '10:00'),
      })
      await h.did('customerAssistant', id, 'finishWork', { result: '已补扫', evidence: '照片' })
      await h.did('csLead', id, 'pass', { checked: '看过' })
    }
    await h.did('csLead', id, 'notSatisfied', { missing: '电梯厅还脏' })
    expect((await h.told(id, 'complaint.stillNotSatisfied')).length > 0).toBe(attempt === 3)
  }
  expect(await h.view(id)).toMatchObject({ state: 'INVESTIGATING', attempt: 3 })
})
