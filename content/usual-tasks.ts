import type { Recurrence } from '#contract/inspection-plans.ts'
import type { Line, Role } from '#contract/permissions.ts'
import { BY_DAY, type UsualName, type Window } from './inspection-plans.ts'

type Touchpoint = `T${string}`
export type UsualTask = {
  task: UsualName
  line: Line
  role: Role
  touchpoints: readonly Touchpoint[]
  recurrence: Recurrence
  hours: readonly Window[]
}

const daily = (times: number) => ({ kind: 'days', every: 1, times, daysOff: 'keep' }) as const
const weekly = { kind: 'perWeek', n: 1, times: 1, daysOff: 'keep' } as const
const onWeekday = (day: number): Recurrence => ({
  kind: 'weekdays',
  days: [day],
  every: 1,
  times: 1,
  daysOff: 'keep',
})
const monthly = (n: number) => ({ kind: 'perMonth', n, times: 1, daysOff: 'keep' }) as const
const onDay = (day: number, every = 1): Recurrence => ({
  kind: 'monthDays',
  days: [day],
  every,
  times: 1,
  daysOff: 'shift',
})
const quarterly = (day: number) => onDay(day, 3)

/** Every two hours, day and night: each round of the patrol begins where the one before it ends. */
const AROUND_THE_CLOCK: readonly Window[] = Array.from({ length: 12 }, (_, i) => {
  const at = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`
  return { from: at(2 * i), to: at(2 * i + 2) }
})

/** FD-810: work whose frequency is known with a figure. */
const WITH_FIGURE: readonly UsualTask[] = [
  {
    task: { zh: '安全员轮班巡逻', en: 'Patrol by guards in rotation' },
    line: 'security',
    role: 'guard',
    touchpoints: ['T03', 'T05', 'T06'],
    recurrence: daily(AROUND_THE_CLOCK.length),
    hours: AROUND_THE_CLOCK,
  },
  {
    task: { zh: '擦拭灯具和灯罩', en: 'Wipe lamps and lamp covers' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T11'],
    recurrence: weekly,
    hours: BY_DAY,
  },
  {
    task: { zh: '推尘擦拭大堂石材地面和墙面', en: 'Mop and wipe stone floors and walls of the lobby' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T11'],
    recurrence: onWeekday(2),
    hours: BY_DAY,
  },
  {
    task: { zh: '清洁楼梯和窗户', en: 'Clean stairs and windows' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T13'],
    recurrence: daily(1),
    hours: [{ from: '07:00', to: '17:00' }],
  },
  {
    task: { zh: '清扫并拖洗步行楼梯', en: 'Sweep and mop pedestrian stairs' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T13'],
    recurrence: daily(1),
    hours: [{ from: '07:00', to: '17:00' }],
  },
  {
    task: { zh: '擦洗楼梯扶手和栏杆', en: 'Wash handrails and railings' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T13'],
    recurrence: daily(1),
    hours: [{ from: '07:00', to: '17:00' }],
  },
  {
    task: { zh: '刷洗楼梯踏面', en: 'Scrub stair surfaces' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T13'],
    recurrence: monthly(2),
    hours: BY_DAY,
  },
  {
    task: { zh: '清扫冲洗大堂地面和台阶', en: 'Sweep and wash lobby floor and steps' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T11'],
    recurrence: daily(2),
    hours: [
      { from: '07:00', to: '11:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
  {
    task: { zh: '与业主委员会沟通', en: "Exchange with the owners' committee" },
    line: 'customerService',
    role: 'csLead',
    touchpoints: ['T15'],
    recurrence: onDay(10),
    hours: BY_DAY,
  },
]

/** FD-810: work that is regular, without a figure; how often (PROPOSED) is changed on the plan's page. */
const REGULAR: readonly UsualTask[] = [
  {
    task: { zh: '清扫公共区域', en: 'Sweep public areas' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T03', 'T09'],
    recurrence: daily(1),
    hours: [{ from: '07:00', to: '17:00' }],
  },
  {
    task: { zh: '清运垃圾', en: 'Remove rubbish' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T10'],
    recurrence: daily(1),
    hours: [{ from: '06:00', to: '10:00' }],
  },
  {
    task: { zh: '石材地面抛光', en: 'Polish stone floors' },
    line: 'cleaning',
    role: 'cleaner',
    touchpoints: ['T11', 'T12', 'T16'],
    recurrence: onDay(16),
    hours: BY_DAY,
  },
  {
    task: { zh: '修剪养护绿化', en: 'Prune and tend greenery' },
    line: 'greening',
    role: 'areaSteward',
    touchpoints: ['T09'],
    recurrence: monthly(2),
    hours: BY_DAY,
  },
  {
    task: { zh: '打理水生和岸边植物', en: 'Tend plants in and beside the water' },
    line: 'greening',
    role: 'areaSteward',
    touchpoints: ['T04'],
    recurrence: monthly(2),
    hours: BY_DAY,
  },
  {
    task: { zh: '检查维护安防设施', en: 'Check and maintain security facilities' },
    line: 'security',
    role: 'technician',
    touchpoints: ['T01', 'T02', 'T06'],
    recurrence: onDay(13),
    hours: BY_DAY,
  },
  {
    task: { zh: '排查并整改安全隐患', en: 'Survey and correct hazards' },
    line: 'security',
    role: 'guard',
    touchpoints: ['T03', 'T05', 'T08'],
    recurrence: onWeekday(3),
    hours: BY_DAY,
  },
  {
    task: { zh: '应急演练', en: 'Emergency drill' },
    line: 'security',
    role: 'centreHead',
    touchpoints: ['T15'],
    recurrence: quarterly(15),
    hours: BY_DAY,
  },
  {
    task: { zh: '安全教育', en: 'Safety education' },
    line: 'security',
    role: 'csLead',
    touchpoints: ['T15'],
    recurrence: onDay(20),
    hours: BY_DAY,
  },
  {
    task: { zh: '检查保养公共设施', en: 'Inspect and maintain facilities' },
    line: 'repair',
    role: 'technician',
    touchpoints: ['T03', 'T08', 'T09'],
    recurrence: onDay(10),
    hours: BY_DAY,
  },
  {
    task: { zh: '评估设施更新需要', en: 'Judge which facilities need renewal' },
    line: 'repair',
    role: 'repairLead',
    touchpoints: ['T15'],
    recurrence: onDay(25, 6),
    hours: BY_DAY,
  },
  {
    task: { zh: '检查地库灭火器', en: 'Inspect garage fire extinguishers' },
    line: 'repair',
    role: 'technician',
    touchpoints: ['T05'],
    recurrence: onDay(3),
    hours: BY_DAY,
  },
  {
    task: { zh: '检查商铺消防箱', en: 'Inspect shop fire boxes' },
    line: 'repair',
    role: 'technician',
    touchpoints: ['T14'],
    recurrence: onDay(4),
    hours: BY_DAY,
  },
  {
    task: { zh: '检查楼道消防箱并填写检查标签', en: 'Inspect corridor fire boxes and fill in the tag' },
    line: 'repair',
    role: 'technician',
    touchpoints: ['T13'],
    recurrence: onDay(6),
    hours: BY_DAY,
  },
  {
    task: { zh: '疏散指示灯断电测试（15分钟以上）', en: 'Power-cut test of evacuation lights (over 15 minutes)' },
    line: 'repair',
    role: 'technician',
    touchpoints: ['T13'],
    recurrence: onDay(8),
    hours: BY_DAY,
  },
  {
    task: { zh: '撤下过期通知', en: 'Take down expired notices' },
    line: 'customerService',
    role: 'areaSteward',
    touchpoints: ['T07'],
    recurrence: daily(1),
    hours: BY_DAY,
  },
  {
    task: { zh: '管家巡视小区', en: "Steward's tour of the community" },
    line: 'customerService',
    role: 'areaSteward',
    touchpoints: ['T03', 'T09'],
    recurrence: onWeekday(5),
    hours: BY_DAY,
  },
  {
    task: { zh: '业主恳谈会', en: "Owners' meeting" },
    line: 'customerService',
    role: 'csLead',
    touchpoints: ['T15'],
    recurrence: quarterly(20),
    hours: BY_DAY,
  },
  {
    task: { zh: '向业主公布工作进展', en: 'Report progress to owners' },
    line: 'customerService',
    role: 'csLead',
    touchpoints: ['T07'],
    recurrence: onDay(5),
    hours: BY_DAY,
  },
  {
    task: { zh: '宣传服务信息和政策', en: 'Publish service information and policies' },
    line: 'customerService',
    role: 'areaSteward',
    touchpoints: ['T07'],
    recurrence: onDay(12),
    hours: BY_DAY,
  },
  {
    task: { zh: '社区活动', en: 'Community activity' },
    line: 'customerService',
    role: 'csLead',
    touchpoints: ['T16'],
    recurrence: quarterly(28),
    hours: BY_DAY,
  },
]

export const USUAL_TASKS: readonly UsualTask[] = [...WITH_FIGURE, ...REGULAR]
