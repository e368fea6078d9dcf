import { callCondition, createInspectionPlan, createUsualPlans, endCondition } from '#contract/inspection-plans.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Received, RouteShape } from '#contract/route.ts'
import type { Instant } from '#contract/values.ts'
import { followCalls, makeRounds } from '#modules/inspection/index.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import { callRoute, type Sent } from './call-route.ts'
import { demoId } from './demo-id.ts'
import { seedRefused } from './demo-refused.ts'
import { goTheRounds } from './demo-rounds.ts'
import { seedVariants } from './demo-variants.ts'
import type { World } from './story.ts'

/** As long as the demo's rounds go back. */
const DAYS = 42

const at = async <T>({ house, estateId }: World, now: Instant, work: (tx: Tx) => Promise<T | Refusal>): Promise<T> => {
  const done = await inTransaction(house.database, { scope: [estateId], now }, work)
  if (isRefusal(done)) throw new Error(`the demo was refused: ${done.code} ${done.field ?? ''}`)
  return done
}
const ask = <R extends RouteShape>(
  world: World,
  now: Instant,
  username: string,
  route: R,
  sent: Sent<R>,
): Promise<Received<R>> =>
  at(world, now, (tx) => callRoute({ tx, house: world.house, actor: world.who(username) }, route, sent))

/** Six weeks of rounds and looks at the touchpoints of the demo estate, up to this moment. */
export const seedTouchpoints = async (world: World): Promise<void> => {
  const { estateId, days, now } = world
  await seedPlans(world)
  await seedVariants(world, ask)
  for (const offset of [-14, -3]) await at(world, days.at(offset, '00:10'), (tx) => makeRounds(tx, estateId))
  await seedRain(world)
  await seedLiftMaintenance(world)
  await at(world, now, (tx) => makeRounds(tx, estateId))
  await at(world, now, (tx) => goTheRounds(tx, world))
  await at(world, now, (tx) => seedRefused(tx, world))
}

const seedPlans = async (world: World) => {
  const { estateId, days } = world
  const start = days.at(-DAYS, '00:10')
  const params = { estateId }
  await ask(world, start, 'kefuzhuguan', createUsualPlans, { params, body: {} })
  const places = (codes: readonly string[]) => codes.map((code) => demoId(`place ${code}`))
  const secret = {
    fromDate: days.date(-DAYS),
    hours: [{ from: '09:00', to: '18:00' }],
    assigneeId: world.who('pinzhi').id,
  }
  await ask(world, start, 'pinzhi', createInspectionPlan, {
    params,
    body: {
      ...secret,
      name: '品质部飞行检查',
      kind: 'surprise',
      recurrence: { kind: 'days', every: 7, daysOff: 'shift' },
      placeIds: places(['东门-人', '3-1-L', '5-1-D', '前台']),
    },
  })
  await ask(world, start, 'pinzhi', createInspectionPlan, {
    params,
    body: {
      ...secret,
      name: '神秘访客',
      kind: 'mystery',
      recurrence: { kind: 'days', every: 28, daysOff: 'shift' },
      placeIds: places(['东门-车', '前台', '电话']),
    },
  })
}

/** It rained into the next day, so whoever looks went again in the morning. */
const seedRain = async (world: World) => {
  const { estateId, days } = world
  const params = { estateId }
  const began = days.at(-3, '14:20')
  const call = await ask(world, began, 'baoan', callCondition, { params, body: { condition: 'weather:rain' } })
  await at(world, days.at(-2, '07:00'), (tx) => followCalls(tx, estateId))
  const over = days.at(-2, '09:40')
  await ask(world, over, 'baoan2', endCondition, { params: { ...params, id: call.id }, body: {} })
}

/** One lift alone, and nobody has said that it is over: who called it was reminded. */
const seedLiftMaintenance = async (world: World) => {
  const { estateId, days, now } = world
  const body = {
    condition: 'event:lift-maintenance' as const,
    placeIds: [demoId('place 3-1-L')],
    note: '3 栋 1 单元电梯年度维保',
  }
  await ask(world, days.at(-2, '10:05'), 'baoan', callCondition, { params: { estateId }, body })
  await at(world, days.at(-1, '10:15'), (tx) => followCalls(tx, estateId))
  await at(world, now, (tx) => followCalls(tx, estateId))
}
