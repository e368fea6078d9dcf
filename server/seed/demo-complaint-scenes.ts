import { listComplaintReports, saveComplaintReport, submitComplaintReport } from '#contract/complaint-reports.ts'
import type { Matter } from '#modules/matters/index.ts'
import {
  CALLED,
  causeOf,
  handle,
  type Live,
  receive,
  replyWords,
  settle,
  tellLive,
  tryInVain,
} from './demo-complaint-live.ts'
import { tellOnline } from './demo-complaint-online.ts'
import { FIRST_MAJOR } from './demo-complaint-report-words.ts'
import { HOUSE_AND_SAFETY } from './demo-complaint-words.ts'
import { MAJORS, SERVICE_AND_OTHERS } from './demo-complaint-words-more.ts'
import { move } from './demo-matters.ts'
import { minutesAfter, type Story } from './story.ts'

type Scene = (tale: Story) => Promise<unknown>

export const about = (title: string) => {
  const found = [...HOUSE_AND_SAFETY, ...SERVICE_AND_OTHERS].find((s) => s.title === title)
  if (!found) throw new Error(`no complaint of the demo is called ${title}`)
  return found
}

/** T2: solved while the customer stood there; its quiet week runs. */
const onSpot: Scene = async (tale) => {
  const live: Live = { story: about('搬家放行时保安语气生硬'), ago: 2, channel: 'visit', time: '15:20' }
  const { matter, at } = await receive(tale, live)
  const solved = { measure: live.story.measure, customerWord: '道了歉就行，希望以后注意', satisfaction: 'satisfied' }
  await move(tale, tale.who('qiantai'), minutesAfter(at, 12), matter, 'solveOnSpot', { ...solved, way: 'inPerson' })
  await move(tale, tale.who('kefuzhuguan'), minutesAfter(at, 60), matter, 'guessCategory', { code: 'C3.2' })
}

/** T24: three calls on two days, and nobody takes it. */
const unreachable: Scene = async (tale) => {
  let matter = await tellLive(tale, { story: about('公共烟道串味'), ago: 6 }, 'CALLBACK_DUE')
  for (const [ago, time] of [
    [4, '10:10'],
    [4, '16:20'],
    [3, '10:40'],
  ] as const)
    matter = await tryInVain(tale, matter, tale.days.at(-ago, time))
  await move(tale, tale.who('kefuzhuguan'), tale.days.at(-3, '16:30'), matter, 'unreachable')
}

/** E6: whoever wishes no callback gets none. */
const refusedCallback: Scene = async (tale) => {
  const live: Live = { story: about('停车费多收一个月'), ago: 5, more: { noCallbackWish: true } }
  const matter = await tellLive(tale, live, 'VERIFYING')
  await move(tale, tale.who('kefuzhuguan'), tale.days.at(-4, '17:05'), matter, 'passExempt', {
    checked: '退款已到账',
    exemption: 'E6',
    reason: '客户登记时说明不要再打电话',
  })
}

/** T11: the customer refused what was proposed. */
const refused =
  (live: Live): Scene =>
  async (tale) => {
    const matter = await tellLive(tale, live, 'PROPOSED')
    return move(tale, tale.who('guanjia'), tale.days.at(1 - live.ago, '11:20'), matter, 'refuse', {
      reason: '客户认为时间太长，要求本周内完成',
      nextTalkAt: tale.days.at(2, '10:00'),
    })
  }

/** T13: everything was tried; the quality department has it. */
const escalated: Scene = async (tale) => {
  const live: Live = { story: about('楼上装修破坏防水漏水'), ago: 9 }
  const matter = await refused(live)(tale)
  await move(tale, tale.who('zhuren'), tale.days.at(-5, '15:00'), matter as Matter, 'escalateToQuality', {
    effort: '三次上门协调，楼上住户拒绝开工，我方资源无法解决',
    qualityId: tale.who('pinzhi').id,
  })
}

/** T14: the power company has to do it; residents read of it on the board. */
const referred: Scene = async (tale) => {
  const live: Live = { story: about('连续几次市政停电'), ago: 8 }
  const matter = await tellLive(tale, live, 'INVESTIGATING')
  await move(tale, tale.who('kefuzhuguan'), tale.days.at(-7, '10:00'), matter, 'refer', {
    body: '供电局城区分局',
    letter: '本月片区停电三次，影响一千二百户居民生活，请予协调并提前公布停电计划。',
    reference: '翠物函第18号',
    sentAt: tale.days.at(-7, '09:30'),
    notice: '已书面请供电局提前公布停电计划，进展每周在公告栏更新。',
    noticePlace: '各单元公告栏',
  })
}

/** T27: what cannot be met is explained with patience, more than once. */
const unreasonable: Scene = async (tale) => {
  const { days, who } = tale
  const live: Live = { story: about('车位规划数量不够'), ago: 10 }
  const matter = await tellLive(tale, live, 'PROPOSED')
  await move(tale, who('kefuzhuguan'), days.at(-7, '10:00'), matter, 'proposeUnreasonable', {
    facts: '客户要求为其单独划出两个免费固定车位',
    grounds: '车位配比由规划确定，公共车位归全体业主',
    explanation: '已说明规划依据、错峰共享办法与月卡排队规则',
  })
  const confirmed = await move(tale, who('zhuren'), days.at(-7, '15:00'), matter, 'confirmUnreasonable', {
    position: '无法单独划出免费车位；可优先排队月卡，并使用错峰共享车位。',
  })
  await move(tale, who('guanjia'), days.at(-4, '16:00'), confirmed, 'explain', {
    talkedAt: days.at(-4, '15:30'),
    way: 'inPerson',
    said: '当面再次说明规划配比和排队规则，客户表示再考虑',
  })
}

/** CP-090: a large demand after a mistake of ours; its first report is with the company. */
const major: Scene = async (tale) => {
  const { ask, days, estateId, who } = tale
  const live: Live = { story: MAJORS.flood, ago: 4, time: '08:50', more: { claimFen: 600_000 }, neglect: true }
  const matter = await tellLive(tale, live, 'PROPOSED')
  const lead = who('kefuzhuguan')
  const now = days.at(-4, '16:30')
  const { rows } = await ask(now, lead, listComplaintReports, { params: { estateId }, query: { matterId: matter.id } })
  const first = rows.find((r) => r.kind === 'majorFirst')
  if (!first) throw new Error('a major complaint of the demo has no report')
  const params = { estateId, id: first.id }
  const body = { version: first.version, parts: FIRST_MAJOR }
  const saved = await ask(minutesAfter(now, 20), lead, saveComplaintReport, { params, body })
  await ask(minutesAfter(now, 25), lead, submitComplaintReport, { params, body: { version: saved.version } })
  await move(tale, who('guanjia'), days.at(-2, '11:00'), matter, 'refuse', {
    reason: '客户要求连同误工费一并赔偿',
    nextTalkAt: days.at(1, '15:00'),
  })
}

/** CP-095: four neighbours came together; the head met them the same day. */
const group: Scene = async (tale) => {
  const { days, who } = tale
  const story = about('消防通道停满电动车')
  const live: Live = { story, ago: 3, channel: 'visit', time: '09:20', more: { persons: 4 } }
  const born = await receive(tale, live)
  await move(tale, who('zhuren'), minutesAfter(born.at, 50), born.matter, 'headAppeared', {
    metAt: minutesAfter(born.at, 30),
    place: '客服中心接待室',
    note: '与四位业主面谈，当场确定清理时间',
  })
  const matter = await handle(tale, live, born, 'PROPOSED')
  await move(tale, who('kefuzhuguan'), days.at(-2, '09:00'), matter, 'setImpact', {
    impact: '四户联名，涉及一栋两个单元，业主群有讨论',
  })
  await settle(tale, live, matter, 'IN_TREATMENT')
}

/** T35: the company passed it on; it went straight to the lead. */
const fromAbove: Scene = async (tale) => {
  const { who } = tale
  const live: Live = { story: about('有人燃放烟花处置太慢'), ago: 4, channel: 'superior', time: '11:00' }
  const { matter, at } = await receive(tale, live)
  const lead = who('kefuzhuguan')
  await move(tale, lead, minutesAfter(at, 40), matter, 'acceptCase')
  await move(tale, lead, minutesAfter(at, 130), matter, 'setCategory', causeOf(live))
  await move(tale, lead, minutesAfter(at, 180), matter, 'reply', { ...replyWords(tale, live), responsibleId: lead.id })
}

/** T23: called, and not satisfied. */
const notSatisfied: Scene = async (tale) => {
  const matter = await tellLive(tale, { story: about('楼下风机昼夜轰鸣'), ago: 7 }, 'CALLBACK_DUE')
  await move(tale, tale.who('kefuzhuguan'), tale.days.at(-5, '10:30'), matter, 'notSatisfied', {
    missing: '白天好多了，半夜两点还是会响',
  })
}

/** T5: it was a question and no complaint. */
const noComplaint: Scene = async (tale) => {
  const { matter, at } = await receive(tale, { story: about('社区活动通知太晚'), ago: 5 })
  await move(tale, tale.who('heshi'), minutesAfter(at, 70), matter, 'notComplaint', {
    reason: '客户只是询问下次活动时间，没有不满',
    becomes: 'nothing',
  })
}

/** A demand that was raised later, and the answer comes late. */
const lateAnswer: Scene = async (tale) => {
  const { days, who } = tale
  const live: Live = { story: about('家政清洗空调弄坏挂机'), ago: 3, time: '18:30' }
  const { matter, at } = await receive(tale, live)
  await move(tale, who('qiantai'), minutesAfter(at, 9), matter, 'dispatch', {
    handlerId: who('guanjia').id,
    leadId: who('kefuzhuguan').id,
    promisedFeedbackAt: minutesAfter(at, 90),
  })
  await move(tale, who('guanjia'), days.at(-2, '09:30'), matter, 'acceptCase')
  await move(tale, who('guanjia'), days.at(-2, '10:00'), matter, 'demand', {
    amountFen: 32_000,
    grounds: '客户要求赔偿面板费用三百二十元',
  })
}

/** FD-790: planned too few when the estate was built; the complaint is closed, the plan goes on, and the customer hears of it. */
const toImprove: Scene = async (tale) => {
  const { days, who } = tale
  const live: Live = { story: about('车位规划数量不够'), ago: 24 }
  let matter = await tellLive(tale, live, 'CALLBACK_DUE')
  matter = await move(tale, who('kefuzhuguan'), days.at(-23, '17:20'), matter, 'grade', {
    grade: 'toImprove',
    reason: '规划时车位配比偏低，现有车库无法再增加',
    improvementPlan: '与地铁商场洽谈夜间错时停车，下季度前签约；签约前每月告知业主一次进展。',
  })
  matter = await move(tale, who('kefuzhuguan'), days.at(-22, '10:30'), matter, 'callBack', {
    ...CALLED,
    onResult: '能理解，有消息请告诉我',
    satisfaction: 'neutral',
  })
  await move(tale, who('kefuzhuguan'), days.at(-9, '10:20'), matter, 'tellImprovement', {
    text: '商场已同意提供八十个夜间车位，价格还在谈，谈妥后马上告诉您。',
    way: 'phone',
    callAgreed: true,
  })
}

export const SCENES: Readonly<Record<string, Scene>> = {
  'on the spot': onSpot,
  unreachable,
  'refused callback': refusedCallback,
  refused: refused({ story: about('底商油烟直排'), ago: 5 }),
  'refused again': refused({ story: about('泳池水质浑浊'), ago: 3 }),
  escalated,
  referred,
  unreasonable,
  major,
  group,
  online: tellOnline,
  'from above': fromAbove,
  'not satisfied': notSatisfied,
  'no complaint': noComplaint,
  'late answer': lateAnswer,
  'to improve': toImprove,
}
