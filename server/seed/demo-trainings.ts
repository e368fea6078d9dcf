import { cancelTraining, holdTraining, planTraining, type TRAINING_KINDS } from '#contract/trainings.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

type Tale = {
  /** Day of the training; planned a week before. */
  offset: number
  topic: string
  kind: (typeof TRAINING_KINDS)[number]
  place: string
  trainer: string
  /** Of an observation: whose interview, who confirms it. */
  watched?: string
  content: string
  people: readonly string[]
  /** Held: who stayed away, who did not pass (absent: nothing was examined), and what is said of it. */
  held?: { away?: string; failed?: string | null; summary: string }
  cancelled?: string
}

const TALES: readonly Tale[] = [
  {
    offset: -75,
    topic: '新员工入职培训',
    kind: 'induction',
    place: '管理处会议室',
    trainer: '陈立群',
    content: '小区概况、应知应会、服务用语、考勤与交接班',
    people: ['qiantai2', 'guanjia', 'baoan2'],
    held: { failed: null, summary: '三人均通过笔试，可以上岗' },
  },
  {
    offset: -41,
    topic: '投诉接待与安抚情绪',
    kind: 'regular',
    place: '管理处会议室',
    trainer: '曹颖',
    content: '三段记录法：事情、感受、诉求；不推诿、不承诺做不到的事',
    people: ['qiantai', 'qiantai2', 'qiantaizhang', 'guanjia', 'kefuzhuguan'],
    held: { away: 'guanjia', failed: 'qiantai2', summary: '情景演练；周文静需补考「承诺的说法」' },
  },
  {
    offset: -12,
    topic: '入户访谈观摩',
    kind: 'observation',
    place: '3栋2单元',
    trainer: '张敏',
    watched: 'guanjia',
    content: '观摩两户访谈，记下开场、倾听和收尾',
    people: ['qiantai2', 'xinguanjia'],
    held: { summary: '各写了观察记录，下次独立访谈由张敏陪同' },
  },
  {
    offset: 2,
    topic: '独居老人走访观摩',
    kind: 'observation',
    place: '5栋1单元',
    trainer: '张敏',
    watched: 'guanjia',
    content: '看怎样开口、怎样问生活上的难处',
    people: ['xinguanjia'],
  },
  {
    offset: -6,
    topic: '电梯困人应急演练',
    kind: 'drill',
    place: '3栋1单元电梯厅',
    trainer: '赵志刚',
    content: '接报、安抚、断电、盘车、放人、报告',
    people: ['jishu', 'jishu2', 'baoan', 'zhongkong'],
    cancelled: '当天电梯年检占用，改期另行通知',
  },
  {
    offset: 4,
    topic: '冬季消防安全',
    kind: 'safety',
    place: '管理处会议室',
    trainer: '赵志刚',
    content: '电动车充电、楼道堆放、灭火器使用',
    people: ['baoan', 'baoan2', 'guanjia', 'qiantai', 'baojie'],
  },
]

/** FD-765: trainings of the last months, held with their results, one called off, one to come. */
export const trainingsOf = (world: World): Told[] =>
  TALES.map((tale) => storyOf(world, `training ${tale.topic}`, (story) => tell(story, tale)))

const tell = async ({ ask, days, estateId, who }: Story, tale: Tale): Promise<void> => {
  const { offset, topic, kind, place, trainer, watched, content, people, held, cancelled } = tale
  const lead = who('kefuzhuguan')
  const planned = days.at(Math.min(offset - 7, -1), '15:10')
  const startsAt = days.at(offset, '14:00')
  const training = await ask(planned, lead, planTraining, {
    params: { estateId },
    body: {
      ...{ topic, kind, place, trainer, content, startsAt },
      ...(watched ? { watchedId: who(watched).id } : {}),
      attendeeIds: people.map((name) => who(name).id),
    },
  })
  const asked = { params: { estateId, id: training.id } }
  const { version } = training
  if (held)
    await ask(minutesAfter(startsAt, 150), watched ? who(watched) : lead, holdTraining, {
      ...asked,
      body: {
        attendees: people.map((name) => {
          const came = name !== held.away
          return {
            staffId: who(name).id,
            attended: came,
            passed: came && held.failed !== undefined ? name !== held.failed : null,
          }
        }),
        summary: held.summary,
        version,
      },
    })
  if (cancelled)
    await ask(minutesAfter(startsAt, -240), lead, cancelTraining, { ...asked, body: { reason: cancelled, version } })
}
