import { Temporal } from 'temporal-polyfill'
import {
  approveComplaintPublication,
  getComplaintPublication,
  postComplaintPublication,
  saveComplaintPublication,
} from '#contract/complaint-publication.ts'
import type { PeriodReport } from '#contract/complaint-report-parts.ts'
import { openComplaintReport, saveComplaintReport, submitComplaintReport } from '#contract/complaint-reports.ts'
import { signComplaintTally } from '#contract/complaint-tally.ts'
import { createWatchChannel, type WatchKind } from '#contract/complaint-watch.ts'
import { createWordingTopic, endWordingTopic } from '#contract/complaint-wordings.ts'
import { addPenaltyRule } from '#contract/penalties.ts'
import type { Instant, LocalDate, Uuid } from '#contract/values.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { isWorkingDay } from '#platform/calendar/working-days.rules.ts'
import { changeSetting } from '#platform/settings/change-setting.ts'
import { courseOf } from './demo-complaint-course.ts'
import type { Past } from './demo-complaint-plan.ts'
import { FIRST_MAJOR_CAR, HOT_FIRST, HOT_TOPIC, LEGACY, MAJOR_TOPIC, ownWords } from './demo-complaint-report-words.ts'
import { reportId } from './demo-complaint-trail.ts'
import { demoId } from './demo-id.ts'
import { randomOf } from './random.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const MONTHS = 13
const CUTOFF_DAY = 25
/** The report of so many months ago came late. */
const LATE = 7
/** From here on the words of the reports tell of the line that grows bad. */
const GROWING = 3
/** Days from today at which the records of complaints begin. */
export const BEGAN = -410

const SETTINGS = {
  'complaint.contactPhone': '0755-2600 8800（24小时）',
  'complaint.contactFax': '0755-2600 8801',
  'complaint.contactEmail': 'tousu@cuihu.example.com',
  'complaint.contactPerson': '客服负责人 陈女士',
  'complaint.suggestionBox': '各栋大堂信报箱旁，工作日每天17:00开箱',
} as const
const RULES = [
  {
    ago: 400,
    text: '一、因明显失职引起投诉的，经核实后由部门负责人作出处理。\n二、推诿、拖延造成投诉升级的，从重处理。',
  },
  {
    ago: 120,
    text: '一、因明显失职引起投诉的，经核实后由部门负责人作出处理。\n二、推诿、拖延造成投诉升级的，从重处理。\n三、外包人员的失职，扣减外包当月费用，并计入年度评价。',
  },
] as const

/** What a centre has set up for its complaints: how to reach it, the rule, the places that are watched, what is said. */
export const setUp = (world: World): Told[] => [
  storyOf(world, 'how to complain', async ({ ask, days, estateId, house, step, who }) => {
    const admin = who('admin')
    const place = { estateId, companyId: admin.companyId ?? '' }
    for (const [key, value] of Object.entries(SETTINGS))
      await step(days.at(BEGAN, '09:30'), (tx) => changeSetting(tx, admin, house, { place, key, to: { value } }))
    for (const { ago, text } of RULES)
      await ask(days.at(-ago, '10:00'), who('heshi'), addPenaltyRule, {
        params: { estateId },
        body: { text, effectiveOn: days.date(1 - ago) },
      })
  }),
  storyOf(world, 'watched places', tellWatching),
  storyOf(world, 'agreed wordings', tellWordings),
]

const WATCHED = [
  { name: '翠湖花园业主论坛', url: 'https://forum.example.com/cuihu', username: 'qiantai2' },
  { name: '本地生活号小区话题', url: 'https://life.example.com/topic/cuihu', username: 'guanjia' },
  { kind: 'box', name: '1栋大堂意见箱', username: 'guanjia' },
] as const
const WATCH_DAYS = 40

const LOOKS = {
  online: { workingDay: ['09:20', '16:30'], dayOff: ['10:40'], findOn: -3, note: '高层水压的帖子，已登记' },
  box: { workingDay: ['17:00'], dayOff: [], findOn: -7, note: '意见信一封，已登记' },
} as const

/** CP-110, CP-080: two looks a working day and one on days off, but for one day; the box is opened on working days. */
const tellWatching = async ({ ask, calendar, days, estateId, now, random, step, who }: Story): Promise<void> => {
  const begun = -WATCH_DAYS - 1
  const places: { id: Uuid; by: Uuid; kind: WatchKind }[] = []
  for (const { username, ...place } of WATCHED) {
    const body = { ...place, assignedId: who(username).id }
    const made = await ask(days.at(begun, '09:00'), who('heshi'), createWatchChannel, { params: { estateId }, body })
    places.push({ id: made.id, by: who(username).id, kind: made.kind })
  }
  const checks = Array.from({ length: WATCH_DAYS + 1 }, (_, i) => i - WATCH_DAYS).flatMap((offset) => {
    const on = days.date(offset)
    const dayKind = isWorkingDay(calendar, on) ? 'workingDay' : 'dayOff'
    return places.flatMap(({ id, by, kind }, place) =>
      LOOKS[kind][dayKind]
        .slice(0, offset === -11 && place === 1 ? 0 : undefined)
        .map((time, nth) => ({
          estate_id: estateId,
          id: demoId(`look ${place} ${offset} ${nth}`),
          watch_id: id,
          on_date: on,
          at: minutesAfter(days.on(on, time), random.whole(0, 40)),
          by_id: by,
          found: offset === LOOKS[kind].findOn && nth === 0 ? 1 : 0,
          note: offset === LOOKS[kind].findOn && nth === 0 ? LOOKS[kind].note : null,
        }))
        .filter((c) => c.at < now),
    )
  })
  await step(days.at(begun, '09:30'), async ({ db }) => {
    await db.insertInto('watch_check').values(checks).execute()
    await db
      .insertInto('watch_day')
      .values(
        Array.from({ length: WATCH_DAYS }, (_, i) => i - WATCH_DAYS).map((offset) => ({
          estate_id: estateId,
          on_date: days.date(offset),
          needed: isWorkingDay(calendar, days.date(offset)) ? 5 : 2,
          missing: offset === -11 ? (isWorkingDay(calendar, days.date(offset)) ? 2 : 1) : 0,
          looked_at: minutesAfter(days.at(offset + 1, '00:09'), 0),
        })),
      )
      .execute()
    return undefined
  })
}

const WORDINGS = [
  {
    ago: 120,
    over: 75,
    title: '外墙清洗期间停车',
    text: '外墙清洗为期十天，清洗当日楼下车位暂停使用，请临时停到南区地面车位，期间不另收费。',
    codes: ['C3.3'],
  },
  {
    ago: 20,
    title: '五、六栋楼道保洁',
    text: '五、六栋楼道保洁已增派人手，每天上午、下午各打扫一次；如当天仍未打扫，请告诉我们，两小时内补扫。',
    codes: ['C4.2'],
  },
] as const

/** CP-028: what is said to everybody about one thing. */
const tellWordings = async ({ ask, days, estateId, who }: Story): Promise<void> => {
  const head = who('zhuren')
  for (const { ago, title, text, codes, ...rest } of WORDINGS) {
    const topic = await ask(days.at(-ago, '11:00'), head, createWordingTopic, {
      params: { estateId },
      body: { title, text, codes: [...codes] },
    })
    if ('over' in rest)
      await ask(days.at(-rest.over, '17:00'), head, endWordingTopic, {
        params: { estateId, id: topic.id },
        body: { version: topic.version },
      })
  }
}

const SIGNED_DAYS = 32
const MISSING_TALLY = -9

/** CP-127: the tallies of the last month, signed evening by evening, but for one. */
export const talliesOf = (world: World): Told[] =>
  Array.from({ length: SIGNED_DAYS }, (_, i) => i - SIGNED_DAYS)
    .filter((offset) => offset !== MISSING_TALLY)
    .map((offset) =>
      storyOf(world, `tally ${offset}`, async ({ ask, days, estateId, random, who }) => {
        const now = minutesAfter(days.at(offset, '17:32'), random.whole(0, 55))
        const body = { date: days.date(offset), note: random.chance(0.2) ? '未关闭事项已逐项核对' : undefined }
        const by = who(random.chance(0.7) ? 'heshi' : 'kefuzhuguan')
        await ask(now, by, signComplaintTally, { params: { estateId }, body }, 'alone')
      }),
    )
export const OLDEST_SIGNED = -SIGNED_DAYS

/** CP-128 to CP-130: the reports of the months and quarters that are over. */
export const reportsOf = (world: World): Told[] => {
  const today = Temporal.PlainDate.from(world.days.today)
  const running = today.day > CUTOFF_DAY ? today.toPlainYearMonth().add({ months: 1 }) : today.toPlainYearMonth()
  return Array.from({ length: MONTHS }, (_, i) => i + 1).flatMap((back) => {
    const month = running.subtract({ months: back })
    const to = month.toPlainDate({ day: CUTOFF_DAY }).toString()
    const kinds: PeriodReport[] = month.month % 3 === 0 ? ['monthly', 'quarterly', 'legacy'] : ['monthly']
    return kinds.map((kind) => storyOf(world, `${kind} ${month}`, (tale) => fileReport(tale, kind, to, back)))
  })
}

const fileReport = async (tale: Story, kind: PeriodReport, to: LocalDate, back: number): Promise<void> => {
  const { ask, days, estateId, who } = tale
  const by = who('heshi')
  const body = { kind, day: to }
  const draft = await ask(
    days.on(addDays(to, 1), '09:40'),
    by,
    openComplaintReport,
    { params: { estateId }, body },
    'alone',
  )
  const parts = kind === 'legacy' ? LEGACY : ownWords(back <= GROWING)
  await write(tale, draft, parts, days.on(addDays(to, back === LATE ? 5 : 1), '16:20'))
}

const write = async (
  { ask, estateId, who }: Story,
  { id, version }: { id: Uuid; version: number },
  parts: ReturnType<typeof ownWords>,
  now: Instant,
): Promise<void> => {
  const params = { estateId, id }
  const saved = await ask(now, who('heshi'), saveComplaintReport, { params, body: { version, parts } })
  const body = { version: saved.version }
  await ask(minutesAfter(now, 15), who('heshi'), submitComplaintReport, { params, body }, 'alone')
}

/** What was written about a hot or a major one of the past. */
export const fileAbout = async (tale: Story, past: Past): Promise<void> => {
  const course = courseOf(tale, past)
  const ended = course.workEndedAt ?? course.closedAt
  const file = (kind: string, parts: ReturnType<typeof ownWords>, now: Instant) =>
    write(tale, { id: reportId(kind, past), version: 1 }, parts, now)
  if (past.hotAt) {
    await file('hotFirst', HOT_FIRST, minutesAfter(past.hotAt, 2_900))
    await file('hotTopic', HOT_TOPIC, minutesAfter(ended, 6_000))
  }
  if (past.claimFen !== undefined) {
    await file('majorFirst', FIRST_MAJOR_CAR, minutesAfter(past.at, 800))
    await file('majorTopic', MAJOR_TOPIC, minutesAfter(ended, 5_000))
  }
}

/** CP-137 to CP-139: what residents have read, month by month. */
export const publicationsOf = (world: World): Told[] => {
  const thisMonth = Temporal.PlainDate.from(world.days.today).toPlainYearMonth()
  return Array.from({ length: MONTHS }, (_, i) => i + 1).map((back) => {
    const month = thisMonth.subtract({ months: back }).toString()
    const next = thisMonth.subtract({ months: back - 1 })
    const random = randomOf(`publication ${month}`)
    return storyOf(world, `publication ${month}`, async ({ ask, days, estateId, who }) => {
      const on = (day: number, time: string) => days.on(next.toPlainDate({ day }).toString(), time)
      const params = { estateId, month }
      const found = await ask(on(2, '10:00'), who('heshi'), getComplaintPublication, { params }, 'alone')
      const items = found.candidates.map(({ matterId, category, text, outcome }) => ({
        matterId,
        category,
        text,
        outcome,
        include: true,
      }))
      const foreword = '感谢各位业主的监督。上月大家共同关心的事项处理情况如下。'
      const body = { foreword, items, version: found.version }
      const saved = await ask(on(2, '10:30'), who('heshi'), saveComplaintPublication, { params, body })
      const approved = await ask(on(3, '09:00'), who('zhuren'), approveComplaintPublication, {
        params,
        body: { version: saved.version },
      })
      const day = random.whole(3, 5)
      const places = random.chance(0.3) ? (['noticeBoard', 'ownersMeeting'] as const) : (['noticeBoard'] as const)
      const posted = { version: approved.version, postedOn: next.toPlainDate({ day }).toString(), places: [...places] }
      await ask(on(day, '15:00'), who('heshi'), postComplaintPublication, { params, body: posted })
    })
  })
}
