import { acceptHandover, HANDOVER_GROUPS, type HandoverEntries, openHandover } from '#contract/handover.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type PostIds, teamOn } from './demo-roster.ts'
import { later, minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const FIRST_DAY = -9
const DIFFERENCE_DAY = -2

type Shift = { post: 'desk' | 'control'; at: Instant; giver: string; taker: string }

const shiftOn = ({ days }: World, post: Shift['post'], offset: number): Shift => {
  const team = teamOn(days.date(offset), post)
  const of = (shift: string) => {
    const one = team.find((t) => t.shift === shift)
    if (!one) throw new Error(`nobody has ${shift}`)
    return one.username
  }
  return post === 'desk'
    ? { post, at: days.at(offset, '15:00'), giver: of('deskEarly'), taker: of('deskLate') }
    : { post, at: days.at(offset, '16:00'), giver: of('early'), taker: of('middle') }
}

const lateDesk = (world: World, offset: number): Pick<Shift, 'at' | 'giver'> => ({
  at: world.days.at(offset, '21:00'),
  giver: shiftOn(world, 'desk', offset).taker,
})

/** The accepted handovers of the past days, one of them with a difference, and one of the desk that waits to be accepted now. */
export const handoversOf = (world: World, posts: PostIds): Told[] => {
  const past = Array.from({ length: -FIRST_DAY }, (_, i) => FIRST_DAY + i)
  const control = [...past, 0].map((offset) => shiftOn(world, 'control', offset))
  const desk = past.map((offset) => shiftOn(world, 'desk', offset))
  const { giver, at } = waitingOf(world)
  return [
    ...[...control, ...desk].map((shift) =>
      storyOf(world, `handover ${shift.post} ${shift.at}`, (story) =>
        tellHandover(story, postOf(posts, shift.post), shift, shift.at === world.days.at(DIFFERENCE_DAY, '15:00')),
      ),
    ),
    storyOf(world, 'handover now', async ({ ask, who, estateId, days }) => {
      const groups = entriesOf(days.dateOf(at))
      const body = { postId: postOf(posts, 'desk'), groups }
      await ask(at, who(giver), openHandover, { params: { estateId }, body }, 'alone')
    }),
  ]
}

/** The end of the latest shift of the desk: whoever comes next has still to accept. */
const waitingOf = (world: World): Pick<Shift, 'at' | 'giver'> => {
  const ends = [lateDesk(world, 0), shiftOn(world, 'desk', 0), lateDesk(world, -1)]
  const opened = ends.map(({ at, giver }) => ({ at: minutesAfter(at, -8), giver })).find(({ at }) => at <= world.now)
  if (!opened) throw new Error('yesterday had no evening')
  return opened
}

const postOf = (posts: PostIds, key: Shift['post']): Uuid => {
  const id = posts.get(key)
  if (id === undefined) throw new Error(`no post ${key}`)
  return id
}

const tellHandover = async (story: Story, postId: Uuid, shift: Shift, differs: boolean): Promise<void> => {
  const { ask, who, estateId, days, random } = story
  const [giver, taker] = [who(shift.giver), who(shift.taker)]
  const opened = minutesAfter(shift.at, -random.whole(6, 15))
  const groups = entriesOf(days.dateOf(opened))
  const body = { postId, toStaffId: taker.id, groups }
  const record = await ask(opened, giver, openHandover, { params: { estateId }, body }, 'alone')
  const confirmations = HANDOVER_GROUPS.map((group) =>
    differs && group === 'cash'
      ? { group, agrees: false, difference: '备用金实点498元，比登记少2元，已与交班人当面核对，待补足' }
      : { group, agrees: true },
  )
  const params = { estateId, id: record.id }
  const sent = { params, body: { version: record.version, confirmations } }
  await ask(later(story, shift.at, 1, 9), taker, acceptHandover, sent, 'alone')
}

const NOTICES = [
  '周四上午9点至11点二次供水水箱清洗，1至4栋停水',
  '消防演练定在本周六下午，通知已张贴',
  '电梯年检合格证已更换，2栋2单元货梯周三保养',
  '垃圾分类督导员本周在东门口值守',
] as const
const CUSTOMERS = [
  '5栋独居老人李阿姨，上门先打电话',
  '3栋装修户申请周末延时，已告知不批准',
  '商铺105漏水报修，客户要求每天通报进度',
] as const

/** FD-700: what stands on the form besides the open matters; it changes from day to day. */
const entriesOf = (date: string): Partial<HandoverEntries> => {
  const day = Number(date.slice(8))
  const notice = NOTICES[day % NOTICES.length] ?? NOTICES[0]
  const customer = CUSTOMERS[day % CUSTOMERS.length] ?? CUSTOMERS[0]
  return {
    keysOut: day % 2 === 0 ? [{ text: '样板房钥匙，借给工程部，约定今天还', count: 1 }] : [],
    cash: [{ text: '前台备用金', amountFen: 50_000 }],
    slips: [{ text: '空白放行条', count: 60 - day }],
    cards: [{ text: '临时门禁卡', count: 12 - (day % 5) }],
    notices: [{ text: notice }],
    specialCustomers: [{ text: customer }],
  }
}
