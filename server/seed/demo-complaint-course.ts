import type { Instant } from '#contract/values.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { dueAt } from '#platform/calendar/due.rules.ts'
import type { Course, Past } from './demo-complaint-plan.ts'
import { randomOf } from './random.ts'
import { byDay, minutesAfter, type World } from './story.ts'

/** One line of the timeline of a complaint of the past. */
export type PastStep = {
  verb: string
  from: string
  to: string
  who: Actor | 'system'
  at: Instant
  text?: string
  forCustomer?: boolean
  input?: Record<string, unknown>
}

export type PastCourse = {
  steps: PastStep[]
  owner: Actor
  handler: Actor
  replyDueAt: Instant
  firstReplyAt: Instant | null
  promisedAt: Instant | null
  workEndedAt: Instant | null
  exemption: string | null
  callbacks: { at: Instant; by: Actor; how: string; outcome: string; satisfaction: string | null; words: string }[]
  satisfaction: string
  closedAt: Instant
  archivedAt: Instant | null
  countedAt: Instant
  classifiedAt: Instant
  attempt: number
  reopened: number
  state: string
}

const WRITTEN = ['email', 'letter', 'fax', 'suggestion_box', 'government_hotline', 'questionnaire', 'press', 'superior']
const CONTENT = ['处理得及时', '比我想的快', '可以，就这样', '态度不错', '总算解决了'] as const
const SO_SO = ['基本可以，希望别再发生', '就是慢了点', '再看看吧'] as const
const STILL = ['做了一半又停了', '第二天又出现同样的问题', '说好的时间没有来'] as const
/** The way is shortened until its end lies in the past. */
const PACES = [1, 0.5, 0.25, 0.1] as const

/** From the first word to the archive, with times that follow one another. */
export const courseOf = (world: World, past: Past): PastCourse => {
  for (const pace of PACES) {
    const course = walk(world, past, pace)
    if (course.closedAt < minutesAfter(world.now, -60)) return course
  }
  throw new Error(`${past.name} of the demo has no end`)
}

const walk = (world: World, past: Past, pace: number): PastCourse => {
  const { days, calendar, who } = world
  const random = randomOf(`course of ${past.name}`)
  const { story, at: received } = past
  const owner = past.channel === 'on_site' ? who('baoan') : who(random.chance(0.6) ? 'qiantai' : 'qiantai2')
  const handler = who(random.pick(['qiantai2', 'guanjia', 'qiantaizhang'] as const))
  const [lead, verifier] = [who('kefuzhuguan'), who('heshi')]
  const online = past.channel === 'forum'
  const due = dueAt(
    calendar,
    received,
    WRITTEN.includes(past.channel) ? { kind: 'workingDays', n: 2 } : online ? { kind: 'workingDays', n: 1 } : SAME_DAY,
  ).due
  const steps: PastStep[] = []
  let at = received
  let state = 'RECEIVED'
  const wait = (from: number, to: number, daytime = true) => {
    const next = minutesAfter(
      at,
      random.whole(Math.max(1, Math.round(from * pace)), Math.max(2, Math.round(to * pace))),
    )
    at = daytime ? byDay({ days, random }, next) : next
    return at
  }
  const step = (verb: string, to: string, by: PastStep['who'], more: Partial<PastStep> = {}) => {
    steps.push({ verb, from: state, to, who: by, at, ...more })
    state = to
  }
  const course: PastCourse = {
    steps,
    owner,
    handler,
    replyDueAt: due,
    firstReplyAt: null,
    promisedAt: null,
    workEndedAt: null,
    exemption: null,
    callbacks: [],
    satisfaction: 'notAsked',
    closedAt: received,
    archivedAt: null,
    countedAt: received,
    classifiedAt: received,
    attempt: 0,
    reopened: 0,
    state,
  }
  const classify = () => {
    course.classifiedAt = at
    step('setCategory', state, past.obviousNeglect ? lead : verifier, {
      text: story.cause,
      input: { code: story.code },
    })
  }
  const count = () => {
    course.countedAt = at
    step('count', state, verifier, { input: { counted: true } })
  }
  const reply = () => {
    step('reply', 'PROPOSED', handler, {
      text: `${story.cause}。${story.measure}。负责人${handler.name}`,
      forCustomer: true,
      input: { found: story.cause, measure: story.measure, responsibleId: handler.id, way: 'phone' },
    })
    course.firstReplyAt ??= at
  }
  const work = () => {
    wait(20, 500)
    step('agree', 'IN_TREATMENT', handler, {
      forCustomer: true,
      input: { agreedBy: past.household.contactName, way: 'phone' },
    })
    wait(200, 2_600)
    step('finishWork', 'VERIFYING', handler, {
      text: story.measure,
      input: { result: story.measure, evidence: '现场照片存档' },
    })
    course.workEndedAt = at
    wait(30, 300)
  }
  const call = (satisfaction: 'satisfied' | 'neutral') => {
    step('pass', 'CALLBACK_DUE', lead, { text: '现场复查合格' })
    wait(60, 1_300)
    const words = random.pick(satisfaction === 'satisfied' ? CONTENT : SO_SO)
    step('callBack', 'CLOSED', lead, { text: words, input: { satisfaction, how: 'phone', onResult: words } })
    course.callbacks.push({ at, by: lead, how: 'phone', outcome: 'reached', satisfaction, words })
    course.satisfaction = satisfaction
  }
  const quiet = (code: string) => {
    course.exemption = code
    at = dueAt(calendar, course.workEndedAt ?? at, { kind: 'calendarDays', n: 7 }).due
    step('closeQuiet', 'CLOSED', 'system')
  }
  const close = (): PastCourse => {
    course.closedAt = at
    course.state = state
    if (past.hotAt) heat(past.hotAt)
    if (state === 'CLOSED' && past.offset < -35) {
      wait(2_000, 20_000)
      if (at < world.now) {
        step('archive', 'ARCHIVED', verifier)
        course.archivedAt = at
        course.state = state
      }
    }
    return course
  }

  /** T34, CP-024: it turned hot, and the head met them the same day; both leave the state as it is. */
  const heat = (hotAt: Instant) => {
    for (const [verb, by, when] of [
      ['turnHot', 'system', hotAt],
      ['headAppeared', who('zhuren'), minutesAfter(hotAt, 95)],
    ] as const) {
      const before = steps.findLastIndex((s) => s.at <= when)
      const there = steps[before]?.to ?? 'RECEIVED'
      steps.splice(before + 1, 0, { verb, from: there, to: there, who: by, at: when })
    }
  }

  if (past.course === 'merged') {
    wait(15, 45, false)
    step('merge', 'MERGED', verifier, { text: '同一地点同一事件', input: { reason: '同一地点同一事件' } })
    return close()
  }
  if (past.course === 'onSpot') {
    wait(8, 25, false)
    const words = random.pick(CONTENT)
    course.firstReplyAt = at
    course.workEndedAt = at
    course.satisfaction = 'satisfied'
    step('solveOnSpot', 'OBSERVING', owner, {
      text: story.measure,
      forCustomer: true,
      input: { measure: story.measure, customerWord: words },
    })
    wait(300, 1_500)
    classify()
    count()
    quiet('E1')
    return close()
  }
  if (past.course === 'notComplaint') {
    wait(60, 500)
    step('notComplaint', 'NOT_COMPLAINT', verifier, {
      text: '核实为咨询事项，不涉及服务过失',
      input: { becomes: 'nothing' },
    })
    return close()
  }
  wait(3, 14, false)
  const told = minutesAfter(at, 60)
  step('dispatch', 'ASSIGNED', owner, { input: { handlerId: handler.id, leadId: lead.id, promisedFeedbackAt: told } })
  wait(10, 60, false)
  step('acceptCase', 'INVESTIGATING', handler)
  wait(15, 70, false)
  const inTime = minutesAfter(due, -10)
  if (past.lateReply) at = byDay({ days, random }, minutesAfter(due, random.whole(40, 700)))
  else if (at > inTime) at = inTime
  step('lookOnSite', 'INVESTIGATING', handler, {
    text: story.cause,
    input: { place: story.title, findings: story.cause },
  })
  classify()
  if (past.course !== 'anonymous') {
    at = past.lateReply
      ? minutesAfter(at, random.whole(10, 90))
      : ([minutesAfter(at, random.whole(10, 90)), minutesAfter(due, -2)].sort()[0] ?? at)
    course.promisedAt = past.brokenPromise || past.lateReply ? told : minutesAfter(at, 25)
    reply()
  } else step('reply', 'PROPOSED', handler, { text: story.measure, input: { measure: story.measure, way: 'post' } })
  wait(200, 900)
  count()
  work()
  finish(past.course)
  return close()

  function finish(how: Course): void {
    if (how === 'satisfied' || how === 'neutral') call(how)
    else if (how === 'anonymous' || how === 'noWish') {
      step('passExempt', 'OBSERVING', lead, {
        text: '现场复查合格',
        input: { exemption: how === 'noWish' ? 'E6' : 'E2' },
      })
      quiet(how === 'noWish' ? 'E6' : 'E2')
    } else if (how === 'unreachable') {
      step('pass', 'CALLBACK_DUE', lead, { text: '现场复查合格' })
      for (let n = 0; n < 3; n += 1) {
        wait(n === 1 ? 1_300 : 100, n === 1 ? 1_500 : 240)
        course.callbacks.push({
          at,
          by: lead,
          how: 'phone',
          outcome: 'noAnswer',
          satisfaction: null,
          words: '响铃无人接听',
        })
      }
      step('unreachable', 'OBSERVING', lead)
      course.workEndedAt = at
      quiet('E7')
    } else again(how)
  }

  /** Not satisfied at the first callback, or opened again later: the whole way once more. */
  function again(how: Course): void {
    if (how === 'secondTry') {
      step('pass', 'CALLBACK_DUE', lead, { text: '现场复查合格' })
      wait(60, 1_200)
      const words = random.pick(STILL)
      step('notSatisfied', 'INVESTIGATING', lead, { text: words, input: { missing: words } })
      course.callbacks.push({ at, by: lead, how: 'phone', outcome: 'reached', satisfaction: 'notSatisfied', words })
      course.attempt = 1
    } else {
      call('neutral')
      wait(4_000, 14_000)
      const words = random.pick(STILL)
      step('reopen', 'INVESTIGATING', owner, { text: words, input: { newFact: words } })
      course.reopened = 1
    }
    wait(60, 240)
    reply()
    work()
    call(random.chance(0.75) ? 'satisfied' : 'neutral')
  }
}

const SAME_DAY = { kind: 'sameDay' } as const
