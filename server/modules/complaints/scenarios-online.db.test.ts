import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Uuid } from '#contract/values.ts'
import { answer, type ComplaintHouse, interim, itIs, itIsAt, local, openComplaintHouse } from '#test/complaint-house.ts'
import { sweepComplaints } from './sweep-complaints.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse('2026-11-23', '09:30')
})
afterAll(() => h.close())

const POSTED = local('2026-11-23', '09:10')
const POST = { postedAt: POSTED, account: '北区老李', url: 'https://bbs.example.com/t/1' }
const REPLY = '清运时间已改为每天早上七点，垃圾房今天消杀。'
const HOLDING = '我们正在核查清运记录，今天下午六点前在本帖告知结果。'
const threadOf = async (more: object = {}): Promise<Uuid> => {
  const id = await h.registered({
    channel: 'forum',
    customerSaid: '垃圾房恶臭，没有人管',
    place: '北门垃圾房',
    customerName: '李建国',
    contactPhone: '13912345678',
    complaint: { post: { ...POST, points: ['垃圾房恶臭', '没有人管'] } },
    ...more,
  })
  await h.did('frontDeskClerk', id, 'dispatch', {
    handlerId: h.who('customerAssistant'),
    leadId: h.who('csLead'),
    promisedFeedbackAt: local('2026-11-23', '18:00'),
  })
  await h.did('csLead', id, 'acceptCase')
  return id
}
const approved = (id: Uuid) =>
  h.did('centreHead', id, 'approveFacts', { facts: '清运公司迟到三天', measures: '改约清运时间并消杀' })
const pointsAnswered = async (id: Uuid) => {
  for (const point of (await h.caseOf(id)).points)
    await h.did('csLead', id, 'answerPoint', { pointId: point.id, answer: '已安排' })
}
const posted = (over: object = {}) => answer(h, { way: 'post', reply: REPLY, ...over })
const reviewed = async (id: Uuid, over: object = {}) =>
  h.did('csLead', id, 'askReview', { reply: REPLY, holdingReply: HOLDING, ...over })

test('CP-122 CP-124 forty who say “me too” and one new matter are two complaints; the first says persons, times and impact', async () => {
  itIs('2026-11-23', '09:30')
  const id = await threadOf()
  await h.did('frontDeskClerk', id, 'addVoice', { channel: 'forum', persons: 40, said: '楼下四十层跟帖：我家也臭' })
  await h.did('frontDeskClerk', id, 'setImpact', { impact: '四十户跟帖，北区住户不开窗' })
  const split = await h.t.as(h.who('csLead')).post(h.url(`matters/${id}/split`), {
    version: (await h.view(id)).version,
    reason: '跟帖中的另一件事',
    parts: [
      {
        title: '停车费多收',
        customerSaid: '停车费多收了一个月',
        contactType: 'complaint',
        complaint: { feeling: '不满', wish: '退款', categoryInitial: 'C5.7' },
      },
    ],
  })
  expect(split.status, JSON.stringify(split.body.error)).toBe(201)
  const other = split.body.matters[0].id
  // the forty may hold the one who wrote the post: no more are claimed than surely spoke
  expect(await h.caseOf(id)).toMatchObject({ persons: 40, times: 2, impact: '四十户跟帖，北区住户不开窗' })
  expect(await h.caseOf(other)).toMatchObject({ persons: 1, times: 1, categoryInitial: 'C5.7' })
  expect((await h.view(id)).number).not.toBe((await h.view(other)).number)
  // CP-099: so many in one contact are a group
  expect((await h.view(id)).flags).toContain('hot')
  expect((await h.view(other)).flags).not.toContain('hot')
})

test('CP-111 CP-112 CP-115 facts are approved, points answered and wide impact reviewed before an answer is posted, and then it is the approved one', async () => {
  const id = await threadOf()
  await h.did('frontDeskClerk', id, 'mark', { mark: 'wideImpact', reason: '跟帖多' })
  expect(await h.told(id, 'complaint.wideImpact')).toContain(h.who('qualityDept'))
  expect((await h.refused('csLead', id, 'reply', posted())).code).toBe('E_FACTS_NOT_APPROVED')
  expect((await h.refused('csLead', id, 'approveFacts', { facts: '甲', measures: '乙' })).code).toBe('E_FORBIDDEN')
  await approved(id)
  // CP-111: quality and the developer both hear of them
  expect(await h.told(id, 'complaint.factsApproved')).toEqual(
    expect.arrayContaining([h.who('qualityDept'), h.who('developerCentre')]),
  )
  expect(await h.refused('csLead', id, 'reply', posted())).toMatchObject({
    code: 'E_POINTS_OPEN',
    details: { open: [1, 2] },
  })
  const [point] = (await h.caseOf(id)).points
  await h.did('csLead', id, 'answerPoint', { pointId: point.id, answer: '清运改点' })
  expect(await h.refused('csLead', id, 'reply', posted())).toMatchObject({ details: { open: [2] } })
  await pointsAnswered(id)
  expect((await h.refused('csLead', id, 'reply', posted())).code).toBe('E_REVIEW_MISSING')
  await reviewed(id)
  await h.did('qualityDept', id, 'review', { verdict: 'objected', reason: '缺少时间' })
  expect((await h.refused('csLead', id, 'reply', posted())).code).toBe('E_REVIEW_MISSING')
  expect(await h.told(id, 'complaint.review.objected')).toContain(h.who('csLead'))
  await reviewed(id)
  await h.did('qualityDept', id, 'review', { verdict: 'approved' })
  expect(await h.refused('csLead', id, 'reply', posted({ reply: '都是清运公司的事。' }))).toMatchObject({
    code: 'E_REVIEW_MISSING',
    field: 'body.reply',
  })
  await h.did('csLead', id, 'reply', posted())
  expect((await h.clocks(id, 'complaint.reply')).at(-1)?.state).toBe('met')
})

test('CP-112 what is posted meanwhile is published as well: interim words and news wait for quality', async () => {
  const id = await threadOf()
  await h.did('frontDeskClerk', id, 'mark', { mark: 'wideImpact', reason: '跟帖多' })
  expect((await h.refused('csLead', id, 'replyInterim', interim(h, { way: 'post', reply: '在查' }))).code).toBe(
    'E_FACTS_NOT_APPROVED',
  )
  // to the one who wrote it, by telephone
  await h.did('csLead', id, 'replyInterim', interim(h))
  expect(await h.refused('csLead', id, 'progress', { text: '仍在核查', way: 'post' })).toMatchObject({
    code: 'E_REVIEW_MISSING',
    field: 'body.text',
  })
  await h.did('csLead', id, 'progress', { text: '仍在核查', way: 'phone' })
})

test('CP-111 CP-112 CP-117 T2 what is solved on the spot is posted like any other answer', async () => {
  const id = await h.registered({
    channel: 'forum',
    customerName: '李建国',
    complaint: { post: { ...POST, points: ['臭'] } },
  })
  const solved = { measure: REPLY, customerWord: '好的', satisfaction: 'satisfied', way: 'post' }
  expect((await h.refused('frontDeskClerk', id, 'solveOnSpot', solved)).code).toBe('E_FACTS_NOT_APPROVED')
  await approved(id)
  await pointsAnswered(id)
  expect(
    await h.refused('frontDeskClerk', id, 'solveOnSpot', { ...solved, measure: '李建国先生，已消杀。' }),
  ).toMatchObject({ code: 'E_PERSONAL_DATA', field: 'body.measure' })
  await h.did('frontDeskClerk', id, 'solveOnSpot', solved)
})

test('CP-114 CP-117 no phrase that hurts and nothing personal is posted, whatever it is called', async () => {
  const id = await threadOf()
  await approved(id)
  await pointsAnswered(id)
  for (const reply of ['李建国先生的反映已收到。', '请拨打13912345678联系。', '１３９-1234-5678已记录。'])
    expect(await h.refused('csLead', id, 'reply', posted({ reply })), reply).toMatchObject({
      code: 'E_PERSONAL_DATA',
      field: 'body.reply',
    })
  const rude = '公司规定就是这样，收费标准就这么定的。'
  expect(await h.refused('csLead', id, 'reply', posted({ reply: rude }))).toMatchObject({
    code: 'E_PHRASE',
    field: 'body.reply',
  })
  // approved were other words
  await reviewed(id)
  await h.did('qualityDept', id, 'review', { verdict: 'approved' })
  expect((await h.refused('csLead', id, 'reply', posted({ reply: rude }))).code).toBe('E_PHRASE')
  await h.did('csLead', id, 'reply', posted())
  expect(await h.refused('csLead', id, 'progress', { text: '李建国先生家已处理', way: 'post' })).toMatchObject({
    code: 'E_PERSONAL_DATA',
    field: 'body.text',
  })
  expect(
    await h.refused('csLead', id, 'explain', { talkedAt: local('2026-11-23', '09:30'), way: 'post', said: rude }),
  ).toMatchObject({
    code: 'E_PHRASE',
    field: 'body.said',
  })
})

test('CP-113 CP-114 CP-117 a holding reply that could not be published is refused when it is asked for', async () => {
  const id = await threadOf()
  const asked = { reply: REPLY, holdingReply: HOLDING }
  expect(await h.refused('csLead', id, 'askReview', { ...asked, holdingReply: '公司规定如此。' })).toMatchObject({
    code: 'E_PHRASE',
    field: 'body.holdingReply',
  })
  expect(await h.refused('csLead', id, 'askReview', { ...asked, holdingReply: '李建国先生请等待。' })).toMatchObject({
    code: 'E_PERSONAL_DATA',
    field: 'body.holdingReply',
  })
  expect(await h.refused('csLead', id, 'askReview', { ...asked, reply: '李建国先生请等待。' })).toMatchObject({
    code: 'E_PERSONAL_DATA',
    field: 'body.reply',
  })
})

test('CP-113 two working hours before the deadline the approved holding reply is published, and the deadline is kept', async () => {
  itIs('2026-11-23', '09:30')
  const id = await threadOf()
  const silent = await threadOf()
  const unapproved = await threadOf()
  const answered = await threadOf()
  for (const one of [id, silent, unapproved, answered]) {
    await h.did('frontDeskClerk', one, 'mark', { mark: 'wideImpact', reason: '跟帖多' })
    await reviewed(one)
  }
  for (const one of [id, silent, answered]) await h.did('centreHead', one, 'approveHolding')
  await h.did('qualityDept', silent, 'review', { verdict: 'objected', reason: '重写' })
  await h.did('csLead', answered, 'replyInterim', interim(h))
  expect((await h.caseOf(id)).replyDueAt).toBe(local('2026-11-23', '24:00'))
  const at = local('2026-11-23', '16:00')
  expect((await h.caseOf(id)).post.holdingAt).toBe(at)
  itIsAt(new Date(Date.parse(at) - 1).toISOString())
  expect(await sweepComplaints(h.t.house)).toMatchObject({ published: 0 })
  itIsAt(at)
  // of four only the one that quality left without a word, that the head approved, and that nobody answered
  expect(await sweepComplaints(h.t.house)).toMatchObject({ published: 1 })
  expect((await h.caseOf(id)).post.holdingPublishedAt).toBe(at)
  expect((await h.caseOf(id)).firstReplyAt).toBe(at)
  expect((await h.clocks(id, 'complaint.reply')).at(-1)?.state).toBe('met')
  expect((await h.caseOf(answered)).post.holdingPublishedAt).toBeNull()
  expect(await h.told(id, 'complaint.holdingPublished')).toEqual(
    expect.arrayContaining([h.who('qualityDept'), h.who('centreHead'), h.who('csLead')]),
  )
  expect(await sweepComplaints(h.t.house)).toMatchObject({ published: 0 })
})

test('CP-081 CP-113 with an earlier deadline the holding reply goes out earlier too', async () => {
  itIs('2026-11-26', '18:30')
  const id = await h.registered({ channel: 'forum', complaint: { post: { points: ['臭'] } } })
  await reviewed(id)
  expect((await h.caseOf(id)).post.holdingAt).toBe(local('2026-11-27', '16:00'))
  await h.did('frontDeskClerk', id, 'addVoice', { channel: 'phone', contactPhone: '13900000031', said: '我也是' })
  expect(await h.caseOf(id)).toMatchObject({
    replyDueAt: local('2026-11-26', '24:00'),
    // two working hours before that have passed: at once
    post: { holdingAt: local('2026-11-26', '18:30') },
  })
})

test('CP-075 CP-076 the reply is owed from the post on, from being forwarded where nobody watches', async () => {
  itIs('2026-11-25', '10:00')
  const bare = { channel: 'forum', complaint: {} }
  const id = await h.registered(bare)
  const due = async (of: Uuid) => (await h.caseOf(of)).replyDueAt
  expect(await due(id)).toBe(local('2026-11-25', '24:00'))
  const watch = await h.t.as(h.who('csLead')).post(h.url('watch-channels'), { name: '业主论坛' })
  const watchId = watch.body.id ?? watch.body.channel?.id
  await h.did('frontDeskClerk', id, 'describePost', {
    watchId,
    postedAt: local('2026-11-24', '10:00'),
    points: '脏',
  })
  expect(await due(id)).toBe(local('2026-11-24', '24:00'))
  expect((await h.clocks(id, 'complaint.reply')).at(-1)).toMatchObject({
    state: 'running',
    started_at: local('2026-11-24', '10:00'),
    due_at: local('2026-11-24', '24:00'),
  })
  const other = await h.registered(bare)
  await h.did('frontDeskClerk', other, 'describePost', {
    postedAt: local('2026-11-20', '10:00'),
    forwardedAt: local('2026-11-25', '09:00'),
    points: '脏',
  })
  expect(await due(other)).toBe(local('2026-11-25', '24:00'))
})
