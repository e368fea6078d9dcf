import type { Channel } from '#contract/channels.ts'
import type { LocalTime } from '#contract/values.ts'
import { planSpecial } from './demo-complaint-hot.ts'
import { type Live, type Reached, tellLive } from './demo-complaint-live.ts'
import { type Past, planPast } from './demo-complaint-plan.ts'
import { fileAbout, OLDEST_SIGNED, publicationsOf, reportsOf, setUp, talliesOf } from './demo-complaint-routine.ts'
import { insertPast, tellSteps } from './demo-complaint-rows.ts'
import { about, SCENES } from './demo-complaint-scenes.ts'
import type { ComplaintStory } from './demo-complaint-story.ts'
import { insertTallies } from './demo-complaint-tallies.ts'
import { CLEANING_SLIPS } from './demo-complaint-words-more.ts'
import { minutesAfter, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

/** From here on a complaint takes its number among those of the other matters; nothing is told of the days before. */
const FIRST_IN_TURN = -90
const OLDEST = -425

const pastOf = (world: World): Past[] => [...planPast(world), ...planSpecial(world)]

/** Those of the first of fourteen months, before anything else has a number. */
export const oldComplaintsOf = (world: World): Told[] => {
  const old = pastOf(world).filter((past) => past.offset < FIRST_IN_TURN)
  return [
    storyOf(world, 'old complaints', async ({ step, days }) => {
      await step(days.at(FIRST_IN_TURN - 1, '23:30'), (tx) => insertPast(tx, world, old), 'inTurn')
    }),
  ]
}

/**
 * Fourteen months of complaints: those that are over as their rows, each at its time; those of the last days, and what is
 * written about all of them, through the use cases.
 */
export const complaintsOf = (world: World): Told[] => {
  const past = pastOf(world)
  return [
    ...setUp(world),
    ...past
      .filter(({ offset }) => offset >= FIRST_IN_TURN)
      .map((one) =>
        storyOf(world, one.name, async (tale) => {
          await tale.step(one.at, (tx) => insertPast(tx, world, [one]), 'inTurn')
          await tellSteps(tale, one)
          await fileAbout(tale, one)
        }),
      ),
    storyOf(world, 'old tallies', async ({ step, days }) => {
      const between = { from: OLDEST, to: OLDEST_SIGNED - 1 }
      await step(days.at(OLDEST_SIGNED, '00:30'), (tx) => insertTallies(tx, world, past, between), 'alone')
    }),
    ...talliesOf(world),
    ...reportsOf(world),
    ...past
      .filter(({ offset }) => offset < FIRST_IN_TURN)
      .map((one) => storyOf(world, `reports of ${one.name}`, (tale) => fileAbout(tale, one))),
    ...publicationsOf(world),
    ...Object.entries(SCENES).map(([name, tell]) =>
      storyOf(world, `complaint ${name}`, async (tale) => {
        await tell(tale)
      }),
    ),
    ...plainOf().map(([reached, live], i) =>
      storyOf(world, `complaint ${reached} ${i}`, async (tale) => {
        await tellLive(tale, live, reached)
      }),
    ),
    ...todayOf(world),
  ]
}

const slip = (n: number): ComplaintStory => CLEANING_SLIPS[n] ?? about('草坪枯黄无人养护')

/** The plain ones of the last days, in every state. */
const plainOf = (): (readonly [Reached, Live])[] => {
  const one = (ago: number, time: LocalTime, reached: Reached, story: ComplaintStory, channel: Channel = 'phone') =>
    [reached, { story, ago, time, channel }] as const
  return [
    one(1, '09:10', 'INVESTIGATING', slip(0)),
    one(1, '14:05', 'ASSIGNED', slip(2), 'app_message'),
    one(2, '10:25', 'PROPOSED', slip(1)),
    one(3, '08:45', 'IN_TREATMENT', slip(4), 'visit'),
    one(4, '09:55', 'VERIFYING', slip(3)),
    one(4, '13:30', 'CALLBACK_DUE', slip(5)),
    ['CLOSED', { story: slip(0), ago: 5, time: '10:15', neglect: true }],
    one(2, '09:05', 'VERIFYING', about('电梯频繁停梯')),
    one(3, '11:10', 'CALLBACK_DUE', about('楼道灯坏了一周没换')),
    one(2, '14:20', 'IN_TREATMENT', about('消火栓箱里没有水带'), 'app_message'),
    one(1, '10:50', 'PROPOSED', about('单元门禁坏了一直敞开')),
    one(1, '11:35', 'INVESTIGATING', about('固定车位被外来车占用')),
    one(4, '09:15', 'CLOSED', about('上门维修三次没修好')),
    one(3, '09:00', 'CLOSED', about('遛狗不牵绳'), 'visit'),
    one(5, '08:40', 'CLOSED', about('业主班车总是晚点'), 'app_message'),
    one(1, '15:10', 'ASSIGNED', about('前台代收快递丢失'), 'visit'),
    one(2, '08:55', 'CALLBACK_DUE', about('草坪枯黄无人养护')),
  ]
}

/** Just now: nobody has taken them further yet. */
const todayOf = (world: World): Told[] =>
  (
    [
      ['RECEIVED', 6, slip(2), 'phone'],
      ['RECEIVED', 24, about('服务电话没人接态度敷衍'), 'app_message'],
      ['ASSIGNED', 41, about('快递柜和配套不足'), 'email'],
    ] as const
  ).map(([reached, minutes, story, channel]) =>
    storyOf(world, `complaint now ${minutes}`, async (tale) => {
      await tellLive(tale, { story, ago: 0, at: minutesAfter(world.now, -minutes), channel }, reached)
    }),
  )
