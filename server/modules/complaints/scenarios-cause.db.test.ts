import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ComplaintHouse, category, interim, itIs, local, openComplaintHouse, SAID } from '#test/complaint-house.ts'

let h: ComplaintHouse
beforeAll(async () => {
  h = await openComplaintHouse()
})
afterAll(() => h.close())

const LEAK = { customerSaid: '卧室天花板一直滴水', place: '5栋1203室卧室', complaint: { categoryInitial: 'C6.3' } }

test.each([
  ['D1', 'C6.3', undefined, '楼上装修凿穿卫生间防水层，水渗到下层卧室'],
  ['D2', 'C7.1', undefined, '交付时楼板预留洞未封堵，属施工质量缺陷'],
  ['D3', 'C2.1', undefined, '楼层间公共排水立管爆裂，属共用设备'],
  ['D4', 'C1.1', undefined, '屋面防水层多年未养护，雨水渗入顶层'],
  ['D5', 'C1.4', 'C6', '装修巡查三次漏报楼上凿穿防水层的行为'],
] as const)(
  'CP-010 CP-011 CP-012 CP-015 %s the same words about a dripping ceiling end as %s by their cause',
  async (_example, code, secondary, cause) => {
    const id = await h.registered(LEAK)
    expect(await h.caseOf(id)).toMatchObject({ categoryInitial: 'C6.3', categoryFinal: null, cause: null })
    await h.toCallBack(id)
    // CP-012: not before the cause is known
    expect(await h.refused('csLead', id, 'callBack', SAID.closing)).toMatchObject({ code: 'E_CATEGORY_MISSING' })
    await h.did('csLead', id, 'setCategory', category({ code, cause, ...(secondary ? { secondary } : {}) }))
    expect(await h.caseOf(id)).toMatchObject({
      categoryInitial: 'C6.3',
      categoryFinal: code,
      secondaryCategory: secondary ?? null,
      cause,
      classifiedBy: { id: h.who('csLead') },
    })
    await h.did('csLead', id, 'callBack', SAID.closing)
    expect(await h.state(id)).toBe('CLOSED')
  },
)

test('CP-011 CP-125 figures follow the final cause: one dripping ceiling counts in four categories, and nowhere by its first guess', async () => {
  const day = 'from=2026-11-20&to=2026-11-20'
  const { body } = await h.t.as(h.who('csLead')).get(h.url(`complaint-analysis?${day}`))
  const counts = body.categories.map((c: { category: string; count: number }) => [c.category, c.count])
  expect(Object.fromEntries(counts)).toMatchObject({ C1: 2, C2: 1, C6: 1, C7: 1 })
})

test('CP-013 CP-133 the final category rests on a cause that says something, on a factor and one of its own parts', async () => {
  const id = await h.registered(LEAK)
  for (const [over, field] of [
    [{ cause: '漏水' }, 'body.cause'],
    [{ cause: undefined }, 'body.cause'],
    [{ code: 'C9.1' }, 'body.code'],
    [{ code: 'C6.5' }, 'body.code'],
    [{ factor: undefined }, 'body.factor'],
    [{ factor: 'machine', factorSub: 'attitude' }, 'body.factorSub', { code: 'factor_sub' }],
    [{ code: 'C4.2', secondary: 'C4' }, 'body.secondary', { code: 'category_twice' }],
  ] as const)
    expect(await h.refused('csLead', id, 'setCategory', category(over)), field).toMatchObject({
      code: 'E_INPUT',
      field,
    })
  // CP-012: who classifies is the lead or the verifier
  expect((await h.refused('frontDeskClerk', id, 'setCategory', category())).code).toBe('E_FORBIDDEN')
  await h.did('frontDeskClerk', id, 'guessCategory', { code: 'C2.1' })
  expect(await h.caseOf(id)).toMatchObject({ categoryInitial: 'C2.1', categoryFinal: null })
  itIs('2026-11-20', '11:00')
  await h.did('complaintVerifier', id, 'setCategory', category())
  itIs('2026-11-20', '12:00')
  await h.did('csLead', id, 'setCategory', category({ code: 'C1.4', cause: '装修巡查漏报凿穿防水层' }))
  const rows = (await h.t.as(h.who('csLead')).get(h.url(`matters/${id}/timeline`))).body.rows
  const said = rows
    .filter((line: { verb: string }) => line.verb === 'setCategory')
    .map((line: { at: string; text: string }) => [line.at, line.text])
  // CP-013: each change is there with its time and cause
  expect(said.sort()).toEqual([
    [local('2026-11-20', '11:00'), SAID.cause],
    [local('2026-11-20', '12:00'), '装修巡查漏报凿穿防水层'],
  ])
})

test('CP-160 an obvious neglect of a person opens a review', async () => {
  const id = await h.registered(LEAK)
  const reviews = () =>
    h.t.tx(({ db }) =>
      db
        .selectFrom('penalty_review')
        .select('finding')
        .where('estate_id', '=', h.t.a.id)
        .where('matter_id', '=', id)
        .execute(),
    )
  await h.did('csLead', id, 'setCategory', category({ factor: 'method', factorSub: undefined, obviousNeglect: true }))
  expect(await reviews()).toEqual([])
  await h.did('csLead', id, 'setCategory', category({ obviousNeglect: true }))
  expect(await reviews()).toEqual([{ finding: SAID.cause }])
})

test.each([
  ['service', 'service'],
  ['enquiry', 'info'],
  ['praise', 'info'],
] as const)(
  'CP-004 CP-005 CP-039 T5 what is no complaint but %s goes on under a number of its own',
  async (becomes, kind) => {
    const id = await h.registered({ receivedAt: local('2026-11-20', '09:00') })
    await h.did('csLead', id, 'notComplaint', { reason: '不属投诉', becomes })
    const made = (await h.view(id)).links[0]
    const other = await h.view(made.id ?? made.matter.id)
    expect(other).toMatchObject({
      kind,
      contactType: becomes,
      receivedAt: local('2026-11-20', '09:00'),
      customerSaid: '楼道三天没有打扫',
      owner: { id: h.who('frontDeskClerk') },
    })
  },
)

test('CP-003 CP-037 intake asks for no cause, and a first guess is only one', async () => {
  const made = await h.register('frontDeskClerk', { cause: '保洁缺岗' })
  expect([made.status, made.body.error.code]).toEqual([400, 'E_INPUT'])
  const id = await h.registered(LEAK)
  expect(await h.caseOf(id)).toMatchObject({ categoryInitial: 'C6.3', categoryFinal: null, cause: null, ours: null })
})

test('CP-025 an offer of money without its ground is refused at the first proposal and at the next', async () => {
  const id = await h.registered()
  await h.replied(id, { compensationFen: 5_000, basis: '合同第十二条' })
  expect(await h.caseOf(id)).toMatchObject({ compensationFen: 5_000, compensationBasis: '合同第十二条' })
  await h.did('csLead', id, 'refuse', { reason: '嫌少', nextTalkAt: local('2026-11-21', '10:00') })
  const again = interim(h, { measure: '加倍', compensationFen: 10_000 })
  expect(await h.refused('csLead', id, 'proposeAgain', again)).toMatchObject({
    code: 'E_REASON_MISSING',
    field: 'body.basis',
  })
  expect((await h.refused('csLead', id, 'proposeAgain', interim(h))).code).toBe('E_SAME_PROPOSAL')
  await h.did('csLead', id, 'proposeAgain', { ...again, basis: '合同第十三条' })
  expect(await h.state(id)).toBe('PROPOSED')
})

test('FD-790 the lead says with the reason whether a complaint is valid or to be improved, and may say it anew', async () => {
  const id = await h.registered(LEAK)
  expect((await h.refused('frontDeskClerk', id, 'grade', { grade: 'valid', reason: '排班失误' })).code).toBe(
    'E_FORBIDDEN',
  )
  for (const [input, field] of [
    [{ grade: 'toImprove', improvementPlan: '开发商下月维修' }, 'body.reason'],
    [{ grade: 'toImprove', reason: '交付时遗留' }, 'body.improvementPlan'],
    [{ grade: 'minor', reason: '轻微' }, 'body.grade'],
  ] as const)
    expect(await h.refused('csLead', id, 'grade', input)).toMatchObject({ code: 'E_INPUT', field })
  for (const input of [
    { grade: 'toImprove', reason: '交付时遗留', improvementPlan: '开发商下月维修' },
    { grade: 'valid', reason: '查明为我方排班失误' },
  ]) {
    await h.did('csLead', id, 'grade', input)
    expect(await h.caseOf(id)).toMatchObject({
      grade: input.grade,
      gradeReason: input.reason,
      improvementPlan: input.improvementPlan ?? null,
    })
  }
})

const TO_IMPROVE = { grade: 'toImprove', reason: '规划车位不足', improvementPlan: '与商场谈夜间停车' }
const NEWS = { text: '商场同意提供八十个车位', way: 'phone', callAgreed: true }
const newsDue = async (id: string) =>
  (await h.clocks(id, 'complaint.improvement')).filter((c) => c.state === 'running').map((c) => c.due_at)
const openPlans = async () => {
  const { body } = await h.t.as(h.who('csLead')).get(h.url('complaints?planOpen=true&grade=toImprove'))
  return body.rows.map((row: { id: string }) => row.id)
}

test('FD-790 what cannot be solved for now is closed, and its customer hears of the plan every thirty days until it is carried out', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category({ code: 'C7.3', ours: false }))
  await h.did('csLead', id, 'grade', TO_IMPROVE)
  // while it is open the customer hears of it anyway (CP-065), and there is nothing to tell of a plan
  expect(await newsDue(id)).toEqual([])
  expect((await h.refused('csLead', id, 'tellImprovement', NEWS)).code).toBe('E_STATE_CHANGED')
  await h.did('csLead', id, 'callBack', SAID.closing)
  expect(await newsDue(id)).toEqual([local('2026-12-20', '24:00')])
  expect(await openPlans()).toEqual([id])

  itIs('2026-12-10', '10:00')
  await h.did('csLead', id, 'tellImprovement', NEWS)
  expect(await newsDue(id)).toEqual([local('2027-01-09', '24:00')])
  // the file is not complete before
  await h.did('complaintVerifier', id, 'count', { counted: true })
  expect(await h.refused('complaintVerifier', id, 'archive')).toMatchObject({
    code: 'E_FILE_INCOMPLETE',
    details: { missing: ['improvement'] },
  })

  itIs('2027-01-08', '10:00')
  await h.did('csLead', id, 'tellImprovement', { ...NEWS, text: '已签约', carriedOut: true })
  expect(await newsDue(id)).toEqual([])
  expect(await openPlans()).toEqual([])
  expect((await h.refused('csLead', id, 'tellImprovement', NEWS)).code).toBe('E_NO_PLAN')
  await h.did('complaintVerifier', id, 'archive')
  const { body } = await h.t.as(h.who('csLead')).get(h.url('complaints?volume=ordinary&grade=toImprove'))
  expect(body.rows).toMatchObject([{ id, grade: 'toImprove', volume: 'ordinary' }])
})

test('FD-790 a plan that is opened again, found to be ours after all, or graded after the closing is owed its news accordingly', async () => {
  itIs('2026-11-20', '10:00')
  const id = await h.registered()
  await h.toCallBack(id)
  await h.did('csLead', id, 'setCategory', category())
  await h.did('csLead', id, 'callBack', SAID.closing)
  await h.did('csLead', id, 'grade', TO_IMPROVE)
  expect(await newsDue(id)).toEqual([local('2026-12-20', '24:00')])
  await h.did('csLead', id, 'grade', { grade: 'valid', reason: '查明为我方排班失误' })
  expect(await newsDue(id)).toEqual([])
  await h.did('csLead', id, 'grade', TO_IMPROVE)
  await h.did('csLead', id, 'reopen', { newFact: '又来问' })
  expect(await newsDue(id)).toEqual([])
  expect(await openPlans()).toEqual([id])
})
