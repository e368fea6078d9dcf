import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#contract/permissions.ts'
import type { Uuid } from '#contract/values.ts'
import {
  type ComplaintHouse,
  category,
  inMinutes,
  interim,
  itIs,
  local,
  openComplaintHouse,
  SAID,
} from '#test/complaint-house.ts'
import { sweepComplaints } from './sweep-complaints.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-20', '10:00')
})
afterAll(() => h.close())

const NAMELESS = { anonymous: true, contactable: false, customerName: undefined, contactPhone: undefined }
const PLAN = { grade: 'toImprove', reason: '交付时遗留', improvementPlan: '下季度与商场签约' }
const offers = async (by: Role, id: Uuid): Promise<string[]> =>
  (await h.t.as(h.who(by)).get(h.url(`matters/${id}`))).body.moves.map((move: { verb: string }) => move.verb)
const dispatched = async (): Promise<Uuid> => {
  const id = await h.registered()
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: inMinutes(5),
  })
  return id
}

test('OS-015 CP-045 the desk is offered to take what others received, not what it answers for already, though it was handed back', async () => {
  const ours = await dispatched()
  await h.did('customerAssistant', ours, 'handBack', { reason: '不属本岗' })
  expect(await offers('frontDeskClerk', ours)).not.toContain('take')
  expect((await h.refused('frontDeskClerk', ours, 'take')).code).toBe('E_STATE_CHANGED')
  const theirs = (await h.register('areaSteward')).body.matter.id
  expect(await offers('frontDeskClerk', theirs)).toContain('take')
  await h.did('frontDeskClerk', theirs, 'take')
  expect(await offers('frontDeskClerk', theirs)).not.toContain('take')
})

test('CP-046 who it is about is asked for until somebody is named', async () => {
  const id = await dispatched()
  expect(await offers('csLead', id)).toContain('nameAccused')
  await h.did('csLead', id, 'nameAccused', { accusedStaffId: h.who('cleaner'), reason: '住户认出' })
  expect(await offers('csLead', id)).not.toContain('nameAccused')
})

test('FD-790 news of a plan are offered while one is open, and refused as such without one', async () => {
  itIs('2026-11-23', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  expect(await offers('csLead', id)).not.toContain('tellImprovement')
  const news = { text: '已签约', way: 'phone', callAgreed: true }
  expect((await h.refused('csLead', id, 'tellImprovement', news)).code).toBe('E_NO_PLAN')
  await h.did('csLead', id, 'grade', PLAN)
  expect(await offers('csLead', id)).toContain('tellImprovement')
  await h.did('csLead', id, 'tellImprovement', news)
  expect(await offers('csLead', id)).toContain('tellImprovement')
  await h.did('csLead', id, 'tellImprovement', { ...news, carriedOut: true })
  expect(await offers('csLead', id)).not.toContain('tellImprovement')
})

test('FD-790 also the plan of somebody who cannot be reached can be said to be carried out', async () => {
  itIs('2026-11-24', '10:00')
  const id = await h.registered({ ...NAMELESS, channel: 'on_site' })
  await h.did('csLead', id, 'setCategory', category())
  const solved = { measure: '立即补扫', customerWord: '好的', satisfaction: 'satisfied', way: 'inPerson' }
  await h.did('frontDeskClerk', id, 'solveOnSpot', solved)
  await h.did('csLead', id, 'grade', PLAN)
  itIs('2026-12-02', '10:00')
  await sweepComplaints(h.t.house)
  expect(await h.state(id)).toBe('CLOSED')
  expect(await offers('csLead', id)).toContain('tellImprovement')
})

test('CP-061 T28 the end of explaining is offered once a demand is confirmed to be unreasonable', async () => {
  itIs('2026-12-03', '10:00')
  const id = await h.registered()
  await h.replied(id)
  expect(await offers('centreHead', id)).not.toContain('endExplained')
  expect((await h.refused('centreHead', id, 'endExplained', { note: '已解释' })).code).toBe('E_EXEMPTION')
  await h.did('csLead', id, 'proposeUnreasonable', {
    facts: '要求全年免费',
    grounds: '合同无此约定',
    explained: '已解释',
  })
  await h.did('centreHead', id, 'confirmUnreasonable', { position: '按合同' })
  expect(await offers('centreHead', id)).toContain('endExplained')
  expect(await h.refused('centreHead', id, 'endExplained', { note: '已解释' })).toMatchObject({
    code: 'E_EXPLAIN_MORE',
    details: { done: 0 },
  })
})

test('CP-021 news before the first reply are refused with what to do instead', async () => {
  const id = await dispatched()
  expect((await h.refused('csLead', id, 'progress', { text: '正在核查', way: 'phone' })).code).toBe('E_NOT_ANSWERED')
})

test('CP-040 T2 solving on the spot is offered for who is here or can be reached', async () => {
  const far = await h.registered(NAMELESS)
  expect(await offers('frontDeskClerk', far)).not.toContain('solveOnSpot')
  for (const over of [{}, { ...NAMELESS, channel: 'on_site' }])
    expect(await offers('frontDeskClerk', await h.registered(over))).toContain('solveOnSpot')
})

test('CP-090 a mark that is not set is not removed, and the refusal says so', async () => {
  const id = await dispatched()
  expect(await h.refused('centreHead', id, 'unmark', { mark: 'sensitive', reason: '误标' })).toMatchObject({
    code: 'E_INPUT',
    field: 'body.mark',
    details: { code: 'not_marked' },
  })
})

test('CP-114 CP-117 what may not be posted is refused beside the field that holds it, and named', async () => {
  itIs('2026-12-04', '10:00')
  const id = await dispatched()
  await h.did('csLead', id, 'acceptCase')
  const refused = (over: object) =>
    h.refused('csLead', id, 'replyInterim', interim(h, { way: 'post', nextAt: local('2026-12-04', '18:00'), ...over }))
  const rude = '公司规定就是这样'
  const [found, measure] = ['排班漏了五栋', '今天补扫']
  for (const [over, field] of [
    [{ found: rude, measure }, 'body.found'],
    [{ found, measure: rude }, 'body.measure'],
    [{ found, measure, reply: rude }, 'body.reply'],
  ] as const)
    expect(await refused(over)).toMatchObject({
      code: 'E_PHRASE',
      field,
      details: { words: [expect.stringContaining('公司规定')] },
    })
  for (const [over, field] of [
    [{ found: '请拨打13912345678', measure }, 'body.found'],
    [{ found, measure: '请拨打13912345678' }, 'body.measure'],
  ] as const)
    expect(await refused(over)).toMatchObject({
      code: 'E_PERSONAL_DATA',
      field,
      details: { found: ['13912345678'] },
    })
})
