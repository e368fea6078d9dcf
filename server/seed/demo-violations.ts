import type { ViolationType } from '#contract/kinds/violation.ts'
import { refuse } from '#contract/refusal.ts'
import type { Instant } from '#contract/values.ts'
import { reportViolation } from '#contract/violations.ts'
import type { Matter } from '#modules/matters/index.ts'
import { findMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { move } from './demo-matters.ts'
import { demoPhoto } from './demo-photo.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

type Reached =
  | 'REPORTED'
  | 'PERSUADING'
  | 'NOTICE_ISSUED'
  | 'NOTICED'
  | 'AT_AUTHORITY'
  | 'RECTIFIED'
  | 'CLOSED'
  | 'REJECTED'
type Tale = {
  type: ViolationType
  words: string
  place?: string
  /** Found so many days ago. */
  ago: number
  reached: Reached
  by: 'baoan' | 'guanjia' | 'jishu'
  help?: string
  demand?: string
  /** The customer would not sign the notice. */
  unsigned?: true
  danger?: true
}

const TALES: readonly Tale[] = [
  {
    type: 'illegalStructure',
    words: '露台用钢架和玻璃封成阳光房，未办手续',
    place: '露台',
    ago: 38,
    reached: 'AT_AUTHORITY',
    by: 'guanjia',
    help: '愿意协助按统一样式申请遮阳棚',
    demand: '拆除露台阳光房的钢架和玻璃，恢复原状。',
    unsigned: true,
  },
  {
    type: 'facade',
    words: '阳台外加装雨棚，颜色与外墙不一致',
    place: '南阳台',
    ago: 12,
    reached: 'NOTICED',
    by: 'guanjia',
    help: '提供了统一样式和厂家联系方式',
    demand: '拆除阳台外的雨棚；需要遮雨的，请按统一样式安装。',
  },
  {
    type: 'loadBearing',
    words: '施工时在承重墙上开门洞',
    place: '客厅与书房之间',
    ago: 5,
    reached: 'AT_AUTHORITY',
    by: 'jishu',
    help: '联系了原设计单位出加固方案',
    danger: true,
  },
  {
    type: 'workHours',
    words: '中午一点仍在用电锤',
    ago: 20,
    reached: 'CLOSED',
    by: 'baoan',
    help: '重新发了施工时间表',
  },
  {
    type: 'renovationWaste',
    words: '装修垃圾堆在电梯厅，没有装袋',
    place: '电梯厅',
    ago: 3,
    reached: 'RECTIFIED',
    by: 'baoan',
    help: '借给编织袋和推车',
  },
  {
    type: 'clutter',
    words: '楼道放了鞋柜和纸箱',
    place: '走廊',
    ago: 8,
    reached: 'PERSUADING',
    by: 'guanjia',
    help: '帮忙联系旧家具回收',
  },
  {
    type: 'fireSafety',
    words: '电动车推进电梯，在走廊充电',
    place: '走廊',
    ago: 1,
    reached: 'REPORTED',
    by: 'baoan',
    danger: true,
  },
  {
    type: 'noFiling',
    words: '没有备案，工人已进场砸墙',
    ago: 2,
    reached: 'PERSUADING',
    by: 'jishu',
    help: '当场代办备案',
  },
  {
    type: 'pipesAndWaterproofing',
    words: '卫生间改管后没有做闭水试验',
    ago: 9,
    reached: 'NOTICE_ISSUED',
    by: 'jishu',
    help: '派技术员免费陪同做闭水试验',
    demand: '重做卫生间防水，闭水试验四十八小时合格后再贴砖。',
  },
  {
    type: 'parking',
    words: '车辆连续三天停在消防通道画线内',
    ago: 16,
    reached: 'CLOSED',
    by: 'baoan',
    help: '协调了一个临时车位',
  },
  {
    type: 'commonParts',
    words: '把门前走廊装了防盗门围起来',
    place: '走廊尽头',
    ago: 0,
    reached: 'REPORTED',
    by: 'guanjia',
  },
  { type: 'other', words: '阳台养鸽子，羽毛和粪便落到楼下', ago: 14, reached: 'REJECTED', by: 'guanjia' },
]

/** What became of it at the authority, so many days after it was found. */
const PROGRESS: readonly (readonly [number, string])[] = [
  [22, '城管已受理，约定上门测量'],
  [29, '城管已上门测量，确认未经审批'],
  [35, '等待主管部门作出决定'],
]

/** What guards and stewards found at homes in the last weeks, and how far each has come. */
export const violationsOf = (world: World): Told[] =>
  TALES.map((tale, i) => storyOf(world, `violation ${i}`, (story) => tell(story, tale, i)))

const tell = async (story: Story, tale: Tale, i: number): Promise<void> => {
  const { days, who, households } = story
  const home = households[(i * 131 + 17) % households.length]
  if (!home) throw new Error('the demo has no homes')
  const finder = who(tale.by)
  const at = days.at(-tale.ago, '09:40')
  const photo = await snapped(story, finder, at)
  const { id } = await story.ask(
    minutesAfter(at, 4),
    finder,
    reportViolation,
    {
      params: { estateId: story.estateId },
      body: {
        type: tale.type,
        unitId: home.unitId,
        words: tale.words,
        ...(tale.place ? { place: tale.place } : {}),
        danger: tale.danger ?? false,
        photoIds: [photo],
      },
    },
    'inTurn',
  )
  const matter = await story.step(
    minutesAfter(at, 5),
    async (tx) => (await findMatter(tx, story.estateId, id)) ?? refuse('E_NOT_FOUND'),
  )
  await handle(story, tale, matter, at)
}

const handle = async (story: Story, tale: Tale, matter: Matter, at: Instant): Promise<void> => {
  const { days, who } = story
  const steward = who('guanjia')
  const lead = who('kefuzhuguan')
  const go = (by: Actor, when: Instant, verb: Parameters<typeof move>[4], input: object) =>
    move(story, by, when, matter, verb, input)
  if (tale.reached === 'REPORTED') return
  const confirmed = minutesAfter(at, 50)
  if (tale.reached === 'REJECTED') {
    await go(lead, confirmed, 'reject', { reason: '现场看是楼下自家的羽毛，与这户无关' })
    return
  }
  await go(lead, confirmed, 'confirm', { line: matter.line ?? 'customerService', handlerId: steward.id })
  const talked = minutesAfter(confirmed, 240)
  const gives = ['CLOSED', 'RECTIFIED'].includes(tale.reached)
  await go(steward, talked, 'persuade', {
    persuader: 'centre',
    spokeWith: '业主本人',
    situation: '说明了规约和对邻居的影响',
    helpOffered: tale.help,
    outcome: gives ? 'agreed' : tale.reached === 'PERSUADING' ? 'unclear' : 'refused',
    ...(gives ? { agreedUntil: days.date(2 - tale.ago) } : {}),
    photoIds: [],
  })
  if (gives) {
    const done = days.at(1 - tale.ago, '10:20')
    await go(steward, done, 'rectify', {
      measure: '客户已改正',
      photoIds: [await snapped(story, steward, done, 'after')],
    })
    if (tale.reached === 'CLOSED') {
      const checked = days.at(2 - tale.ago, '15:00')
      await go(lead, checked, 'passCheck', { photoIds: [await snapped(story, lead, checked, 'after')] })
    }
    return
  }
  if (tale.reached === 'PERSUADING') return
  if (tale.danger) {
    const reported = minutesAfter(talked, 60)
    await go(steward, reported, 'reportAuthority', {
      authority: 'housing',
      jointWith: 'ownersCommittee',
      situation: '附现场照片，请立即查看承重结构',
      photoIds: [await snapped(story, steward, reported)],
    })
    return
  }
  const issued = days.at(3 - tale.ago, '09:30')
  await go(steward, issued, 'issueNotice', {
    addressee: '业主',
    demand: tale.demand,
    deadline: days.date(15 - tale.ago),
    jointWith: 'ownersCommittee',
  })
  if (tale.reached === 'NOTICE_ISSUED') return
  const served = days.at(4 - tale.ago, '19:10')
  const proof = [await snapped(story, steward, served)]
  await go(
    steward,
    served,
    'serveNotice',
    tale.unsigned
      ? { receipt: 'refused', witnessOf: 'ownersCommittee', witnessName: '陈志远', photoIds: proof }
      : { receipt: 'signed', signedBy: '业主本人', photoIds: proof },
  )
  if (tale.reached === 'NOTICED') return
  await go(steward, days.at(16 - tale.ago, '10:00'), 'reportAuthority', {
    authority: 'urbanManagement',
    jointWith: 'both',
    situation: '期限已过仍未拆除，附照片和通知书',
    photoIds: [],
  })
  for (const [after, words] of PROGRESS)
    await go(steward, days.at(after - tale.ago, '10:00'), 'reportProgress', { situation: words, photoIds: [] })
}

/** A picture that this person took and has not used yet. */
const snapped = (story: Story, by: Actor, at: Instant, purpose: 'before' | 'after' = 'before') =>
  story.step(at, (tx) => demoPhoto(tx, story.house, story.estateId, null, by.id, purpose))
