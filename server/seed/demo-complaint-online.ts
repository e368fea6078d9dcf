import { getComplaintCase } from '#contract/complaint-case.ts'
import { RegisterMatter } from '#contract/matters.ts'
import type { Instant } from '#contract/values.ts'
import { type Matter, registerMatter } from '#modules/matters/index.ts'
import { handle, type Live, replyWords } from './demo-complaint-live.ts'
import type { ComplaintStory } from './demo-complaint-story.ts'
import { HOUSE_AND_SAFETY } from './demo-complaint-words.ts'
import { move } from './demo-matters.ts'
import { minutesAfter, type Story } from './story.ts'

const SHORT = '见回帖：原因、修复时间和今后的通知办法都已说明'
const PRESSURE = pressure()

function pressure(): ComplaintStory {
  const found = HOUSE_AND_SAFETY.find((s) => s.code === 'C2.5')
  if (!found) throw new Error('the demo has no complaint about the pressure')
  return found
}

type Post = { account: string; url: string; postedAt: Instant; points: string[] }
/** Nobody knows who wrote it: a place and an account. */
const registerPost = async (tale: Story, now: Instant, story: ComplaintStory, post: Post): Promise<Matter> => {
  const input = RegisterMatter.parse({
    contactType: 'complaint',
    channel: 'forum',
    title: story.title,
    customerSaid: story.said,
    place: '三栋高区',
    line: story.line,
    contactable: false,
    complaint: { feeling: story.feeling, wish: story.wish, categoryInitial: story.code, touchpoint: 'T18', post },
  })
  const born = await tale.step(now, (tx) => registerMatter(tx, tale.who('qiantai'), tale.estateId, input), 'inTurn')
  return born.matter
}

const ME_TOO = [
  '三栋也一样，早上没水洗脸',
  '我家热水器根本点不着',
  '上个月就这样，谁来管管',
  '支持楼主，物业出来说句话',
  '高层都这样，低层不知道苦',
  '交了物业费连水压都保证不了',
  '顶一下，等回复',
  '建议大家一起去前台问',
] as const
const POINTS = ['为什么早高峰水压不足', '什么时候修好', '为什么没有提前通知'] as const
const ANSWER =
  '各位邻居好。早高峰水压不足的原因是高区水泵变频器故障，昨晚已更换，今早实测压力正常。之前没有及时通知，是我们做得不够，致歉。今后供水异常半小时内在公告栏和业主群说明，由客服中心负责，本周五再次公布压力记录。'

/** CP-110 to CP-117: a post with many voices, checked, reviewed and answered; one who posted it again was merged. */
export const tellOnline = async (tale: Story): Promise<void> => {
  const { ask, days, random, who, estateId } = tale
  const story = PRESSURE
  const live: Live = { story, ago: 3, channel: 'forum', time: '10:10' }
  const posted = days.at(-3, '09:35')
  const post = { account: '高层住户', url: 'https://forum.example.com/t/20871', postedAt: posted, points: [...POINTS] }
  const at = days.at(-3, '10:10')
  const matter = await registerPost(tale, at, story, post)
  for (const [i, said] of ME_TOO.entries())
    await move(tale, who('guanjia'), minutesAfter(at, 15 + 4 * i), matter, 'addVoice', {
      account: `业主${random.whole(100, 999)}${i}`,
      channel: 'forum',
      said,
      saidAt: minutesAfter(posted, 3 + 3 * i),
    })
  await move(tale, who('kefuzhuguan'), minutesAfter(at, 60), matter, 'mark', {
    mark: 'wideImpact',
    reason: '跟帖超过八条，业主群转发',
  })
  await handle(tale, live, { matter, at }, 'INVESTIGATING')
  await move(tale, who('zhuren'), minutesAfter(at, 110), matter, 'approveFacts', {
    facts: story.cause,
    measures: story.measure,
  })
  await move(tale, who('kefuzhuguan'), minutesAfter(at, 120), matter, 'askReview', {
    reply: ANSWER,
    holdingReply: '您反映的水压问题我们已在检查，今晚八点前在此答复。',
  })
  await move(tale, who('pinzhi'), minutesAfter(at, 200), matter, 'review', { verdict: 'approved' })
  const params = { estateId, id: matter.id }
  const seen = await ask(minutesAfter(at, 205), who('guanjia'), getComplaintCase, { params })
  for (const { id: pointId } of seen.points)
    await move(tale, who('guanjia'), minutesAfter(at, 206), matter, 'answerPoint', { pointId, answer: SHORT })
  const reply = { ...replyWords(tale, live), way: 'post', reply: ANSWER }
  await move(tale, who('guanjia'), minutesAfter(at, 215), matter, 'reply', reply)
  const second = await registerPost(tale, days.at(-2, '09:20'), story, {
    ...post,
    account: '三栋邻居',
    points: [POINTS[0]],
  })
  await move(tale, who('heshi'), days.at(-2, '09:50'), second, 'merge', {
    intoId: matter.id,
    reason: '同一时段同一水压问题',
  })
}
