import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '#test/house.ts'
import { serviceSteps } from '#test/service-steps.ts'

let t: TestHouse
let s: ReturnType<typeof serviceSteps>
beforeAll(async () => {
  t = await openTestHouse()
  s = serviceSteps(t)
})
afterAll(() => t.close())

const follows = async (id: string, verb: string, input: object) =>
  s.ok(await s.move(s.staff.frontDeskClerk, 'services', id, verb, input))

test('OS-018 a call runs through asking, visit, refusal at the callback and rework to a satisfied customer, and the timeline tells it like a story', async () => {
  const { unitId, customerId } = await s.home()
  const id = await s.register({ unitId, customerId })
  const first = await s.agree(id)
  await s.begin(first)
  s.ok(await s.finish(first))
  await follows(id, 'acceptResult', { supervisionNote: '中途到场看过' })
  await follows(id, 'notSatisfied', { missing: '接口还在渗水', offerComplaint: true })
  const second = await s.agree(id)
  await s.begin(second)
  s.ok(await s.finish(second))
  await follows(id, 'acceptResult', { supervisionNote: '已试水' })
  await follows(id, 'callBack', { satisfaction: 'satisfied', how: 'phone', words: '这次修好了' })
  await follows(id, 'close', {})

  const visit = [
    ['move', 'askAvailability'],
    ['move', 'answerAvailable'],
    ['move', 'confirmToCustomer'],
    ['order', 'create'],
    ['order', 'accept'],
    ['order', 'goOnTheWay'],
    ['order', 'arrive'],
    ['move', 'start'],
    ['order', 'startWork'],
    ['order', 'finish'],
    ['move', 'finish'],
    ['move', 'acceptResult'],
    ['order', 'approve'],
  ]
  const story = await s.timelineOf(id)
  expect(story.map((e) => [e.type, e.verb])).toEqual([
    ['registered', null],
    ...visit,
    ['move', 'notSatisfied'],
    ...visit,
    ['move', 'callBack'],
    ['move', 'close'],
  ])
  // what the program did because of a person carries that person's name
  expect(new Set(story.filter((e) => ['start', 'finish'].includes(e.verb ?? '')).map((e) => e.actorName))).toEqual(
    new Set(['technician员']),
  )

  const matter = await s.matterOf(id)
  expect(matter).toMatchObject({ state: 'CLOSED', satisfaction: 'satisfied', attempt: 1, result: '更换软管,试水不漏' })
  expect(matter.clocks.map((c: { state: string }) => c.state)).toEqual(matter.clocks.map(() => 'met'))
  expect(matter.clocks.map((c: { name: string }) => c.name).toSorted()).toEqual(
    ['ask', 'availability', 'tellTime', 'visit', 'accept', 'callback']
      .flatMap((n) => [`service.${n}`, `service.${n}`])
      .toSorted(),
  )
  const orders = (await t.as(s.staff.centreHead).get(s.url(`orders?matterId=${id}`))).body.rows
  expect(orders.map((o: { number: string }) => o.number)).toEqual([`${matter.number}-1`, `${matter.number}-2`])
  expect((await s.orderOf(second)).previous).toEqual({ id: first, number: `${matter.number}-1` })
})
