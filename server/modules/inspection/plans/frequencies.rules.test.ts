import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { USUAL_TASKS } from '#content/usual-tasks.ts'
import { CHANNELS } from '#contract/channels.ts'
import { KINDS } from '#contract/kinds/kinds.ts'
import { SURVEY_KINDS } from '#contract/survey-questions.ts'
import { TRAINING_KINDS } from '#contract/trainings.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { endOfDate, instantAt } from '#platform/calendar/working-days.rules.ts'
import { cal } from '#test/work-calendars.ts'
import { isAsked } from './asked-items.rules.ts'
import { firstDays } from './holidays.rules.ts'
import { daysOfPlan, timesOf } from './recurrence.rules.ts'
import { slotsOf } from './slots.rules.ts'
import { usualPlans, usualTasks } from './usual-plans.rules.ts'

const HOURS = { shifts: ['08:00', '16:00', '00:00'], peaks: ['07:30', '17:30'], beforeMinutes: 60 }
const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const HOLIDAYS = firstDays(seedWorkCalendar([2025, 2026]).rows)
const inYear = (plan: Parameters<typeof daysOfPlan>[0]) =>
  daysOfPlan(plan, YEAR, cal, HOLIDAYS).length * timesOf(plan.recurrence)
const PLANS = usualPlans(CATALOGUE_ITEMS, HOURS, '2026-01-01').map((plan) => ({ plan, perYear: inYear(plan) }))
const TASKS = usualTasks('2026-01-01').map((plan) => ({ plan, perYear: inYear(plan) }))

/** Once a year at the least, in words of the tables. */
const [DAILY, WEEKLY, TWICE_A_MONTH, MONTHLY, QUARTERLY, TWICE_A_YEAR] = [365, 52, 24, 12, 4, 2]

type Carrier =
  /** Items that usual plans ask so often in a year, at every place of their touchpoint or in turn. */
  | { items: readonly string[]; perYear: number }
  /** Items that are asked when something is said to happen. */
  | { items: readonly string[]; called: string; when?: 'before' | 'at' | 'after' }
  /** A usual task that is done so often a year at these touchpoints. */
  | { task: string; perYear: number; at: readonly string[] }
  /** A usual task of which one going begins no later than the one before it is due, on every day of the year. */
  | { task: string; at: readonly string[]; gapless: true }
  /** The limit of an item. */
  | { item: string; op: string; value: number }
  /** Another part of the product, and what shows that it is there; `there` is left out where nothing here carries it. */
  | { why: string; there?: boolean }

/** cleaning-and-inspection-frequencies.md, section 1: with a figure. */
const WITH_FIGURE: Readonly<Record<string, readonly Carrier[]>> = {
  'Patrol by guards in rotation, 24 hours a day': [
    { task: '安全员轮班巡逻', at: ['T03', 'T05', 'T06'], gapless: true },
    { items: ['T03-P-15'], perYear: DAILY },
  ],
  'Fast response to facility faults, 24 hours a day': [
    { items: ['T18-I-06'], perYear: WEEKLY },
    { why: 'a fault that cannot wait is an emergency with its clocks', there: Object.hasOwn(KINDS, 'emergency') },
  ],
  'Customer hotline, 24 hours a day': [{ items: ['T17-P-13'], perYear: WEEKLY }],
  'Online self-service for enquiry and repair, 24 hours a day': [
    { why: 'a message from the app is taken at any hour', there: CHANNELS.includes('app_message') },
  ],
  'Test of perimeter alarm, once a day': [{ items: ['T06-F-06'], perYear: DAILY }],
  'Check of anti-climb devices, once a day': [{ items: ['T06-F-08'], perYear: DAILY }],
  'Answer a phone call within 3 rings': [
    { item: 'T17-P-01', op: '<=', value: 3 },
    { items: ['T17-P-01'], perYear: WEEKLY },
  ],
  'Evacuation light on battery longer than 15 minutes': [
    { item: 'T13-F-17', op: '>', value: 15 },
    { items: ['T13-F-16', 'T13-F-17'], perYear: WEEKLY },
    { task: '疏散指示灯断电测试（15分钟以上）', perYear: MONTHLY, at: ['T13'] },
  ],
  'Residence visit, 3 months after moving in': [{ why: 'a visit of the journey, at a home and no touchpoint' }],
  'Quality inspection of the home, 1 year after moving in': [{ why: 'a visit of the journey, at a home' }],
  'Project renovation, 4 years after handover': [{ why: 'a project of the developer in the journey' }],
  'Lamps and lamp covers, 1 time a week': [{ task: '擦拭灯具和灯罩', perYear: WEEKLY, at: ['T11'] }],
  'Mop or wipe platform, granite and marble surfaces, 1 time a week': [
    { task: '推尘擦拭大堂石材地面和墙面', perYear: WEEKLY, at: ['T11'] },
  ],
  'Clean all stairs and windows, 1 time a day': [{ task: '清洁楼梯和窗户', perYear: DAILY, at: ['T13'] }],
  'Sweep and mop all pedestrian stairs, 1 time a day': [{ task: '清扫并拖洗步行楼梯', perYear: DAILY, at: ['T13'] }],
  'Wash and wipe handrails and railings, 1 time a day': [{ task: '擦洗楼梯扶手和栏杆', perYear: DAILY, at: ['T13'] }],
  'Wash and wipe stair surfaces, 2 times a month': [{ task: '刷洗楼梯踏面', perYear: TWICE_A_MONTH, at: ['T13'] }],
  'Sweep and wash lobby floor and steps, 2 times a day': [
    { task: '清扫冲洗大堂地面和台阶', perYear: 2 * DAILY, at: ['T11'] },
  ],
  "Exchange with the owners' committee, once a month": [{ task: '与业主委员会沟通', perYear: MONTHLY, at: ['T15'] }],
}

/** Section 2: regular, without a figure; the figures are PROPOSED and changed on the plan's page. */
const REGULAR: Readonly<Record<string, readonly Carrier[]>> = {
  'Security facilities checked and maintained': [
    { task: '检查维护安防设施', perYear: MONTHLY, at: ['T01', 'T02', 'T06'] },
  ],
  'Emergency drills': [
    { task: '应急演练', perYear: QUARTERLY, at: ['T15'] },
    { why: 'a drill is kept with its people as a training', there: TRAINING_KINDS.includes('drill') },
  ],
  'Hazard survey and correction': [{ task: '排查并整改安全隐患', perYear: WEEKLY, at: ['T03', 'T05', 'T08'] }],
  'Safety training or safety education': [
    { task: '安全教育', perYear: MONTHLY, at: ['T15'] },
    { why: 'safety training of the staff is a training', there: TRAINING_KINDS.includes('safety') },
  ],
  'Public-area cleaning': [
    { items: ['T09-F-02'], perYear: WEEKLY },
    { task: '清扫公共区域', perYear: DAILY, at: ['T03', 'T09'] },
  ],
  'Rubbish removal': [{ task: '清运垃圾', perYear: DAILY, at: ['T10'] }],
  'Construction waste piling and removal': [{ items: ['T10-F-11', 'T10-F-12'], perYear: DAILY }],
  'Special commercial waste': [{ items: ['T10-F-15'], perYear: DAILY }],
  'Greenery pruning and upkeep': [
    { items: ['T09-F-05'], perYear: WEEKLY },
    { task: '修剪养护绿化', perYear: TWICE_A_MONTH, at: ['T09'] },
  ],
  'Water-feature plants tended': [
    { items: ['T04-F-10'], perYear: WEEKLY },
    { task: '打理水生和岸边植物', perYear: TWICE_A_MONTH, at: ['T04'] },
  ],
  'Facilities inspected and maintained': [{ task: '检查保养公共设施', perYear: MONTHLY, at: ['T03', 'T08', 'T09'] }],
  'Facilities renewed': [{ task: '评估设施更新需要', perYear: TWICE_A_YEAR, at: ['T15'] }],
  'Garage fire extinguishers inspected': [
    { items: ['T05-F-30'], perYear: WEEKLY },
    { task: '检查地库灭火器', perYear: MONTHLY, at: ['T05'] },
  ],
  'Shop fire box inspected': [
    { items: ['T14-F-13'], perYear: WEEKLY },
    { task: '检查商铺消防箱', perYear: MONTHLY, at: ['T14'] },
  ],
  'Corridor fire box: inspection tag with normal records': [
    { items: ['T13-F-13'], perYear: WEEKLY },
    { task: '检查楼道消防箱并填写检查标签', perYear: MONTHLY, at: ['T13'] },
  ],
  'Stone floors polished (lobby, lift, clubhouse)': [
    { items: ['T11-F-07', 'T12-F-06', 'T16-F-07'], perYear: WEEKLY },
    { task: '石材地面抛光', perYear: MONTHLY, at: ['T11', 'T12', 'T16'] },
  ],
  'Bins and ashtrays emptied (lobby, clubhouse)': [{ items: ['T11-F-16', 'T16-F-20'], perYear: DAILY }],
  'Lift annual certificate in date': [{ items: ['T12-F-12', 'T12-F-13'], perYear: WEEKLY }],
  'Expired notices removed': [
    { items: ['T07-I-15'], perYear: DAILY },
    { task: '撤下过期通知', perYear: DAILY, at: ['T07'] },
  ],
  'Steward tours the community': [{ task: '管家巡视小区', perYear: WEEKLY, at: ['T03', 'T09'] }],
  "Owners' meetings": [{ task: '业主恳谈会', perYear: QUARTERLY, at: ['T15'] }],
  'Progress reports to owners': [{ task: '向业主公布工作进展', perYear: MONTHLY, at: ['T07'] }],
  'Service information and policy publicity': [{ task: '宣传服务信息和政策', perYear: MONTHLY, at: ['T07'] }],
  'Community activities': [{ task: '社区活动', perYear: QUARTERLY, at: ['T16'] }],
  'Customer-care actions and information collection': [
    { why: 'what a customer says is a matter, and is asked for in surveys', there: SURVEY_KINDS.includes('kano') },
  ],
  'Third-party satisfaction survey': [
    { why: 'a survey of the room surveys', there: SURVEY_KINDS.includes('satisfaction') },
  ],
  'Cleaning of the new home at move-in': [
    { why: 'a paid order of housekeeping, once', there: Object.hasOwn(KINDS, 'service') },
  ],
  'Hotel-style home cleaning after move-in': [
    { why: 'an order of housekeeping at the time that is booked', there: Object.hasOwn(KINDS, 'service') },
  ],
}

/** Section 3: driven by an event or a season. */
const DRIVEN: Readonly<Record<string, readonly Carrier[]>> = {
  'More patrol and sweeping before commuting peaks': [{ items: ['T03-P-01', 'T03-P-02'], perYear: 2 * 240 }],
  'Pre-duty rule: no alcohol, no strong-smelling food': [
    { items: ['T01-P-15', 'T01-P-16', 'T02-P-15', 'T02-P-16'], perYear: 3 * DAILY },
  ],
  'Greeting SMS on each holiday': [{ items: ['T17-I-01'], perYear: 7 }],
  'SMS on important notices and large events': [{ items: ['T17-I-02'], called: 'event:notice' }],
  'Slippery-floor sign in the lobby in rain': [{ items: ['T11-F-17'], called: 'weather:rain' }],
  'Anti-slip mats and slippery-floor sign in the unit lobby in rain or snow': [
    { items: ['T11-F-18', 'T11-F-19'], called: 'weather:rain' },
    { items: ['T11-F-18', 'T11-F-19'], called: 'weather:snow' },
  ],
  // the four months of winter (usual-plans.rules.test.ts holds that it is asked in no other)
  'Handle wraps in winter': [{ items: ['T08-F-15', 'T08-F-16'], perYear: 17 }],
  // at New Year's Day and at the Spring Festival
  'New Year phone greeting': [{ items: ['T17-P-12'], perYear: 2 }],
  'Notice of works, with content and time': [
    { items: ['T18-I-01', 'T18-I-02'], called: 'event:works', when: 'before' },
  ],
  'Notice of lift maintenance': [{ items: ['T12-I-01'], called: 'event:lift-maintenance', when: 'before' }],
  'Clean-up at the end of works': [{ items: ['T18-I-05'], called: 'event:works', when: 'after' }],
}

/** The moments of a year at which nobody is on the way: nothing is left out between what is due and what begins. */
const gapsOf = (plan: (typeof TASKS)[number]['plan']) => {
  const slots = daysOfPlan(plan, YEAR, cal, HOLIDAYS)
    .flatMap((date) => slotsOf(cal, date, plan.hours, timesOf(plan.recurrence)))
    .toSorted((a, b) => a.fromAt.localeCompare(b.fromAt))
  const edges = [instantAt(cal, YEAR.from, '00:00'), ...slots.map((slot) => slot.dueAt)]
  const begins = [...slots.map((slot) => slot.fromAt), endOfDate(cal, YEAR.to)]
  return edges.flatMap((from, i) => (begins[i] !== undefined && begins[i] <= from ? [] : [{ from, to: begins[i] }]))
}

const itemOf = (id: string) => CATALOGUE_ITEMS.find((one) => one.id === id)
const asking = (id: string) => {
  const item = itemOf(id)
  return PLANS.filter(({ plan }) => item && plan.touchpoints.includes(item.touchpoint) && isAsked(item, plan.items))
}

/** By this condition, and before it begins, at once or when it has ended, where the line says so. */
const isCalled = (
  { conditions, recurrence }: (typeof PLANS)[number]['plan'],
  { called, when }: Extract<Carrier, { called: string }>,
): boolean =>
  recurrence.kind === 'called' &&
  conditions.some((one) => one === called) &&
  (when === undefined || recurrence.when === when)

/** What is amiss with a carrier; nothing when it does what the line says. */
const faultOf = (carrier: Carrier): unknown => {
  if ('why' in carrier) return carrier.there === false ? carrier.why : undefined
  if ('task' in carrier) {
    const found = TASKS.find(({ plan }) => plan.task === carrier.task)
    if (!found) return `no task ${carrier.task}`
    const goes = carrier.at.every((code) => found.plan.touchpoints.some((one) => one === code))
    if ('gapless' in carrier) {
      const gaps = gapsOf(found.plan)
      return goes && gaps.length === 0 ? undefined : { ...carrier, gaps }
    }
    return goes && found.perYear === carrier.perYear ? undefined : { ...carrier, found }
  }
  if ('item' in carrier) {
    const limit = itemOf(carrier.item)?.threshold
    return limit?.op === carrier.op && limit.value === carrier.value ? undefined : { ...carrier, limit }
  }
  const wrong = carrier.items.filter((id) =>
    'called' in carrier
      ? !asking(id).some(({ plan }) => isCalled(plan, carrier))
      : asking(id).reduce((sum, { perYear }) => sum + perYear, 0) < carrier.perYear,
  )
  return wrong.length === 0 ? undefined : { ...carrier, wrong }
}

test.each([
  ...Object.entries({ ...WITH_FIGURE, ...REGULAR, ...DRIVEN }).map(([line, carriers]) => ({ line, carriers })),
])('FD-810 $line', ({ carriers }) => {
  expect(carriers.length).toBeGreaterThan(0)
  expect(carriers.map(faultOf).filter((fault) => fault !== undefined)).toEqual([])
})

test('FD-810 every line of the three tables is named, and every usual task carries one', () => {
  const lines = [WITH_FIGURE, REGULAR, DRIVEN].map((table) => Object.keys(table).length)
  expect(lines).toEqual([19, 28, 11])
  const named = [...Object.values(WITH_FIGURE), ...Object.values(REGULAR)].flat()
  const tasks = named.flatMap((carrier) => ('task' in carrier ? [carrier.task] : []))
  expect(tasks.toSorted()).toEqual(USUAL_TASKS.map(({ task }) => task.zh).toSorted())
})
