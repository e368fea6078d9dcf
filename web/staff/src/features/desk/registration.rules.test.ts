import { expect, test } from 'vitest'
import { RegisterMatter } from '#contract/matters.ts'
import { RecordConsultation } from '#contract/must-know.ts'
import { newConversation, type Values } from './conversation.rules.ts'
import { joinWay, planOf } from './registration.rules.ts'

const UNIT = '0193a0b0-7c00-7000-8000-000000000001'
const CUSTOMER = '0193a0b0-7c00-7000-8000-000000000002'
const STAFF = '0193a0b0-7c00-7000-8000-000000000003'
const home = { unit: { id: UNIT, display: '3栋2单元1203' }, customer: { id: CUSTOMER, name: '张伟' } }
const talk = (values: Partial<Values>, rest: Parameters<typeof newConversation>[1] = {}) =>
  newConversation('a', { ...rest, values })
const bodyOf = (given: ReturnType<typeof talk>) => {
  const plan = planOf(given)
  if (plan.kind !== 'matter') throw new Error(plan.kind)
  return plan.body
}

test('CP-034 a complaint carries what happened, how it feels, what is wanted and where', () => {
  const values = {
    contactType: 'complaint',
    said: '楼道灯坏了一周',
    feeling: '生气',
    wish: '今天修好',
    claim: 120_000,
    persons: 3,
  } as const
  const body = bodyOf(talk(values, home))
  expect(RegisterMatter.parse(body)).toMatchObject({
    customerSaid: '楼道灯坏了一周',
    place: '3栋2单元1203',
    complaint: { feeling: '生气', wish: '今天修好', claimFen: 120_000, persons: 3 },
  })
  expect(bodyOf(talk({ ...values, place: '3栋大堂' }, home)).place).toBe('3栋大堂')
  expect(RegisterMatter.safeParse(bodyOf(talk({ contactType: 'complaint', said: '吵' }))).success).toBe(false)
})

test('CP-035 somebody who wishes to stay unnamed is not named', () => {
  const body = bodyOf(
    talk({ contactType: 'complaint', said: '吵', feeling: '烦', wish: '安静', name: '张伟', anonymous: true }, home),
  )
  expect(body.customerId).toBeUndefined()
  expect(body.customerName).toBeUndefined()
  expect(body).toMatchObject({ anonymous: true, contactable: false })
})

test('CP-034 without name, room and telephone nobody can be told', () => {
  expect(bodyOf(talk({ contactType: 'service', said: '漏水' })).contactable).toBe(false)
  expect(bodyOf(talk({ contactType: 'service', said: '漏水', phone: '13800001234' })).contactable).toBe(true)
  expect(bodyOf(talk({ contactType: 'service', said: '漏水' }, { unit: home.unit })).contactable).toBe(true)
})

test('FD-401 what a colleague collected carries who and when; what we heard ourselves counts from its beginning', () => {
  const beganAt = '2026-11-20T08:40:00.000Z'
  const site = bodyOf(
    talk(
      { contactType: 'service', said: '灯不亮', channel: 'on_site', collectedById: STAFF, collectedAt: beganAt },
      { beganAt },
    ),
  )
  expect(site).toMatchObject({ collectedById: STAFF, collectedAt: beganAt })
  expect(site.receivedAt).toBeUndefined()
  const heard = bodyOf(talk({ contactType: 'service', said: '灯不亮', collectedById: STAFF }, { beganAt }))
  expect(heard).toMatchObject({ receivedAt: beganAt })
  expect(heard.collectedById).toBeUndefined()
})

test('FD-705 a question and its answer are one step, and a question without an answer is kept', () => {
  const asked = planOf(
    talk({ contactType: 'enquiry', said: '游泳池几点开', answer: '七点到二十一点', source: 'mustKnow' }, home),
  )
  expect(asked).toMatchObject({
    kind: 'consultation',
    body: { question: '游泳池几点开', answer: '七点到二十一点', source: 'mustKnow' },
  })
  expect(RecordConsultation.safeParse(asked.body).success).toBe(true)
  const open = planOf(talk({ contactType: 'enquiry', said: '能装充电桩吗', promisedAt: '2026-11-20T09:40:00.000Z' }))
  expect(open.body).not.toHaveProperty('answer')
  expect(RecordConsultation.safeParse(open.body).success).toBe(true)
})

test('a question with a photo is a matter that is then answered', () => {
  const files = [{ id: STAFF, name: '单据.jpg', size: 1 }]
  expect(planOf(talk({ contactType: 'enquiry', said: '这是什么费', answer: '水费', files }))).toMatchObject({
    kind: 'matter',
    answer: '水费',
  })
})

test('an unchosen type is refused where it is to be chosen', () => {
  const parsed = RegisterMatter.safeParse(bodyOf(talk({ said: '漏水' })))
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['contactType'])
})

test('CP-095 a second complainant is registered and tied, the same household is a note', () => {
  const like = { contactType: 'complaint', customer: { id: 'other' }, unit: { id: 'elsewhere' } }
  expect(joinWay(like, talk({ contactType: 'complaint' }, home))).toBe('link')
  expect(joinWay({ ...like, unit: { id: UNIT } }, talk({ contactType: 'complaint' }, home))).toBe('note')
  expect(joinWay({ ...like, contactType: 'service' }, talk({ contactType: 'service' }, home))).toBe('note')
})
