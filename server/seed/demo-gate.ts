import { type GateResult, type SentGateCheck, sendGateCheck } from '#contract/goods.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { demoId } from './demo-id.ts'
import { clerkOf, move } from './demo-matters.ts'
import { type DemoPicture, demoPhoto } from './demo-photo.ts'
import { personName, phoneNumber, plateNumber } from './names.ts'
import type { Random } from './random.ts'
import { later, minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const DAYS = 30
const GATES = ['东门-车', '南门-车', '东门-人', '西门-人'] as const
const GUARDS = ['baoan', 'baoan2', 'baoan3', 'baoan4'] as const
const GOODS: readonly (readonly [category: string, unit: string, most: number, remark?: string])[] = [
  ['双门冰箱', '台', 1],
  ['滚筒洗衣机', '台', 1],
  ['三人沙发', '张', 1, '布艺'],
  ['餐椅', '把', 6],
  ['1.8米床架', '张', 1, '已拆'],
  ['床垫', '张', 2],
  ['纸箱', '个', 24, '书和衣物'],
  ['55寸电视机', '台', 1],
  ['空调外机', '台', 2],
  ['钢琴', '架', 1],
  ['自行车', '辆', 2],
  ['跑步机', '台', 1],
]
const DIFFERENCES = [
  {
    said: '条上写餐椅 4 把，实际 6 把',
    counted: ['餐椅', '把', 6],
    answer: '已联系业主，确认多出 2 把也是本户的，作废旧条另开新条',
  },
  {
    said: '多出一台微波炉，条上没有',
    counted: ['微波炉', '台', 1],
    answer: '租户忘记申报，业主电话同意，请凭新条放行',
  },
  {
    said: '条上是 1 台洗衣机，车上是 2 台',
    counted: ['滚筒洗衣机', '台', 2],
    answer: '第二台是邻居托运，请邻居本人到前台办条',
  },
  {
    said: '品名写“电视柜”，车上是整套橱柜',
    counted: ['旧橱柜', '套', 1],
    answer: '装修拆下的旧橱柜，工程已核对，另开新条',
  },
] as const
type Difference = (typeof DIFFERENCES)[number]
const NO_SLIP = '租户不知道要办放行条，业主已电话同意，陪同到前台补办'

/** What was counted; where it differs from the slip, what the guard says of it stands first and is not counted twice. */
const goodsOf = (random: Random, difference?: Difference): SentGateCheck['lines'] => {
  const first = random.whole(0, GOODS.length - 1)
  const drawn = Array.from({ length: random.whole(1, 3) }, (_, i) => {
    const [category, unit, most, remark] = GOODS[(first + i * 5) % GOODS.length] ?? GOODS[0] ?? ['纸箱', '个', 1]
    return { category, unit, quantity: random.whole(1, most), ...(remark ? { remark } : {}) }
  })
  if (!difference) return drawn
  const [category, unit, quantity] = difference.counted
  return [{ category, unit, quantity }, ...drawn.filter((line) => line.category !== category)]
}

type Scene = {
  at: Instant
  n: number
  result: GateResult
  slip: string | null
  gate?: (typeof GATES)[number]
  /** Arrives so many minutes later: there was no signal. */
  late?: number
  /** What the desk answers; nobody has yet. */
  answer?: string
  difference?: Difference
}

/** One check as a guard sends it, and what the desk says to it. */
const tell = async (story: Story, scene: Scene): Promise<void> => {
  const { random, who, estateId, house, households, step, ask } = story
  const { at, n, result, slip, late = 0, answer, difference } = scene
  const guard = who(random.pick(GUARDS))
  const household = random.pick(households)
  const sentAt = minutesAfter(at, late)
  const picture = (of: DemoPicture) => step(sentAt, (tx) => demoPhoto(tx, house, estateId, null, guard.id, of))
  const slipPhotoIds: Uuid[] = slip === null ? [] : [await picture('slip')]
  const goodsPhotoIds: Uuid[] = result === 'match' ? [] : [await picture('goods')]
  const id = demoId(`gate check ${n}`)
  const carried = random.chance(0.7)
  const driven = random.chance(0.6)
  const taken = await ask(
    sentAt,
    guard,
    sendGateCheck,
    {
      params: { estateId },
      body: {
        id,
        at,
        placeId: demoId(`place ${scene.gate ?? random.pick(GATES)}`),
        result,
        ...(slip === null ? {} : { slipNumber: slip }),
        unitSaid: household.unit.display,
        ...(carried ? { carrierName: personName(random), carrierPhone: phoneNumber(500_000 + n) } : {}),
        ...(driven ? { plate: plateNumber(random) } : {}),
        lines: goodsOf(random, difference),
        slipCollected: slip !== null && result === 'match',
        slipPhotoIds,
        goodsPhotoIds,
        ...(difference ? { difference: difference.said } : {}),
        gone: result === 'match',
      },
    },
    'inTurn',
  )
  if (answer !== undefined && taken.matterNumber !== null)
    await reply(story, clerkOf(story), sentAt, taken.matterNumber, answer)
}

const reply = async (story: Story, clerk: Actor, told: Instant, number: string, answer: string): Promise<void> => {
  const at = later(story, told, 6, 40)
  const matter = await story.step(at, async ({ db }) =>
    db
      .selectFrom('matter')
      .selectAll()
      .where('estate_id', '=', story.estateId)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  )
  await move(story, clerk, at, matter, 'answerAtOnce', { answer })
}

/** A month at the gates: most goods match their slip, some differ, some have none, and one slip let goods out twice. */
export const gateChecksOf = (world: World): Told[] => {
  const { days } = world
  let n = 0
  const slipNo = () => `FX-${String(1_200 + n).padStart(5, '0')}`
  const told: Told[] = []
  const add = (offset: number, time: `${number}:${number}`, scene: Omit<Scene, 'at' | 'n'>) => {
    n += 1
    const whole: Scene = { ...scene, at: days.at(offset, time), n }
    told.push(storyOf(world, `gate ${n}`, (story) => tell(story, whole)))
  }
  for (let offset = -DAYS; offset <= 0; offset += 1) {
    add(offset, '09:20', { result: 'match', slip: slipNo() })
    if (offset % 2 === 0) add(offset, '11:05', { result: 'match', slip: slipNo() })
    add(offset, '15:40', { result: 'match', slip: slipNo() })
    if (offset % 3 === 0) add(offset, '18:15', { result: 'match', slip: slipNo() })
    if (offset % 6 === 0 && offset < 0) {
      const difference = DIFFERENCES[(-offset / 6) % DIFFERENCES.length] ?? DIFFERENCES[0]
      add(offset, '16:25', { result: 'differs', slip: slipNo(), difference, answer: difference.answer })
    }
    if (offset % 11 === -7) add(offset, '10:10', { result: 'noSlip', slip: null, answer: NO_SLIP })
  }
  // let out at one gate, and again at another one whose phone had no signal
  add(-9, '14:05', { result: 'match', slip: 'FX-01188', gate: '南门-车' })
  add(-9, '14:50', {
    result: 'match',
    slip: 'FX-01188',
    gate: '西门-人',
    late: 95,
    answer: '同一户分两车搬，业主确认全部物品在条上；已提醒一条只放行一次',
  })
  add(-4, '17:30', {
    result: 'slipUsed',
    slip: 'FX-01188',
    gate: '东门-车',
    answer: '旧条复印件，已收回，请住户到前台办新条',
  })
  // nobody has answered yet
  add(0, '08:10', { result: 'differs', slip: 'FX-01391', gate: '东门-车', difference: DIFFERENCES[0] })
  return told
}
