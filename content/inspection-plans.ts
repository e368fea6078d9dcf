import type { Recurrence } from '#contract/inspection-plans.ts'
import type { Line, Role } from '#contract/permissions.ts'
import type { Condition, Frequency } from '#contract/touchpoints.ts'

type Touchpoint = `T${string}`

/** The line of business that answers for a touchpoint, and who of the centre goes there to look. */
export const LINE_OF_TOUCHPOINT: Readonly<Record<string, Line>> = {
  T01: 'security',
  T02: 'security',
  T03: 'security',
  T04: 'greening',
  T05: 'security',
  T06: 'security',
  T07: 'customerService',
  T08: 'repair',
  T09: 'greening',
  T10: 'cleaning',
  T11: 'cleaning',
  T12: 'repair',
  T13: 'cleaning',
  T14: 'customerService',
  T15: 'customerService',
  T16: 'cleaning',
  T17: 'customerService',
  T18: 'repair',
  T19: 'housekeeping',
  T20: 'customerService',
}
export const LOOKER_OF_LINE: Readonly<Partial<Record<Line, Role>>> = {
  security: 'guard',
  greening: 'areaSteward',
  customerService: 'frontDeskLead',
  repair: 'technician',
  cleaning: 'areaSteward',
  housekeeping: 'housekeepingLead',
}

type Window = { from: string; to: string }
/** Windows that follow from the estate's own hours: before each shift, before each commuting peak, within the peaks. */
export type UsualHours = readonly Window[] | 'beforeShifts' | 'beforePeaks' | 'peaks'

export type UsualPlan = {
  name: string
  /** One plan a line, one a touchpoint, or one for all. */
  per: 'line' | 'touchpoint' | 'all'
  items: { frequencies?: readonly (Frequency | 'none')[]; conditions?: readonly (Condition | 'none')[] }
  recurrence: Recurrence
  hours: UsualHours
  months?: readonly number[]
  conditions?: readonly string[]
  sample?: number
  role?: Role
}

const daily = (daysOff: 'keep' | 'skip' = 'keep') => ({ kind: 'days', every: 1, times: 1, daysOff }) as const
const called = (when: 'before' | 'at' | 'after') => ({ kind: 'called', when }) as const
const BY_DAY = [{ from: '09:00', to: '17:30' }]

/**
 * The plans that an estate usually has: together they ask every item at the frequency that the standard gives it. What
 * the standard leaves to the estate (every so many days, set times) has a figure here that the plan's page can change.
 */
export const USUAL_PLANS: readonly UsualPlan[] = [
  {
    name: '每日点检',
    per: 'line',
    items: { frequencies: ['daily', 'continuous', 'on-expiry', 'prompt'], conditions: ['none'] },
    recurrence: daily(),
    hours: [{ from: '08:30', to: '11:30' }],
  },
  {
    name: '班前检查',
    per: 'line',
    items: { frequencies: ['per-shift'] },
    recurrence: daily(),
    hours: 'beforeShifts',
  },
  {
    name: '高峰前加密巡查',
    per: 'line',
    items: { frequencies: ['before-peak'] },
    recurrence: daily('skip'),
    hours: 'beforePeaks',
  },
  {
    name: '定时清运检查',
    per: 'line',
    items: { frequencies: ['scheduled'] },
    recurrence: daily(),
    hours: [{ from: '17:00', to: '19:00' }],
  },
  {
    name: '定期检查',
    per: 'line',
    items: { frequencies: ['periodic'] },
    recurrence: { kind: 'weekdays', days: [3], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
  },
  {
    name: '全面巡检',
    per: 'touchpoint',
    items: { frequencies: ['none'], conditions: ['none'] },
    recurrence: { kind: 'weekdays', days: [1], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
    sample: 6,
  },
  {
    name: '夜间巡查',
    per: 'all',
    items: { conditions: ['time:night'] },
    recurrence: { kind: 'weekdays', days: [2, 5], every: 1, times: 1, daysOff: 'keep' },
    hours: [{ from: '19:30', to: '22:30' }],
    sample: 12,
    role: 'guard',
  },
  {
    name: '高峰时段巡查',
    per: 'all',
    items: { conditions: ['time:peak'] },
    recurrence: { kind: 'days', every: 1, times: 1, daysOff: 'skip' },
    hours: 'peaks',
    role: 'guard',
  },
  {
    name: '冬季检查',
    per: 'all',
    items: { conditions: ['season:winter'] },
    recurrence: { kind: 'weekdays', days: [4], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
    months: [11, 12, 1, 2],
    sample: 10,
    role: 'technician',
  },
  {
    name: '节假日检查',
    per: 'all',
    items: { conditions: ['event:holiday'] },
    recurrence: { kind: 'holidays', names: [], times: 1 },
    hours: [{ from: '08:30', to: '12:00' }],
    role: 'frontDeskLead',
  },
  {
    name: '元旦春节问候检查',
    per: 'all',
    items: { conditions: ['event:new-year', 'event:spring-festival'] },
    recurrence: { kind: 'holidays', names: ['元旦', '春节'], times: 1 },
    hours: [{ from: '08:30', to: '12:00' }],
    role: 'frontDeskLead',
  },
  {
    name: '雨雪天检查',
    per: 'all',
    items: { conditions: ['weather:rain', 'weather:snow'] },
    recurrence: called('at'),
    conditions: ['weather:rain', 'weather:snow'],
    hours: [],
    role: 'cleaner',
  },
  {
    name: '施工前告示检查',
    per: 'all',
    items: { frequencies: ['before-event'], conditions: ['event:works'] },
    recurrence: called('before'),
    conditions: ['event:works'],
    hours: [],
    role: 'technician',
  },
  {
    name: '施工现场检查',
    per: 'all',
    items: { frequencies: ['none'], conditions: ['event:works'] },
    recurrence: called('at'),
    conditions: ['event:works'],
    hours: [],
    role: 'technician',
  },
  {
    name: '电梯维保前通知检查',
    per: 'all',
    items: { frequencies: ['before-event'], conditions: ['event:lift-maintenance'] },
    recurrence: called('before'),
    conditions: ['event:lift-maintenance'],
    hours: [],
    role: 'technician',
  },
  {
    name: '电梯维保现场检查',
    per: 'all',
    items: { frequencies: ['none'], conditions: ['event:lift-maintenance'] },
    recurrence: called('at'),
    conditions: ['event:lift-maintenance'],
    hours: [],
    role: 'technician',
  },
  {
    name: '保洁作业检查',
    per: 'all',
    items: { conditions: ['event:cleaning'] },
    recurrence: called('at'),
    conditions: ['event:cleaning'],
    hours: [],
    role: 'areaSteward',
  },
  {
    name: '集中缴费检查',
    per: 'all',
    items: { conditions: ['event:payment'] },
    recurrence: called('at'),
    conditions: ['event:payment'],
    hours: [],
    role: 'frontDeskLead',
  },
  {
    name: '装修期检查',
    per: 'all',
    items: { conditions: ['phase:renovation'] },
    recurrence: called('at'),
    conditions: ['phase:renovation'],
    hours: [],
    role: 'areaSteward',
  },
  {
    name: '重要事项告知检查',
    per: 'all',
    items: { frequencies: ['per-event'] },
    recurrence: called('at'),
    conditions: ['event:notice'],
    hours: [],
    role: 'frontDeskLead',
  },
]

type Hygiene = { task: string; touchpoints: readonly Touchpoint[]; recurrence: Recurrence; hours: UsualHours }
const cleaned = (times: number) => ({ kind: 'days', every: 1, times, daysOff: 'keep' }) as const

/** FD-810: the frequencies of hygiene work that are known with a figure. */
export const HYGIENE_TASKS: readonly Hygiene[] = [
  {
    task: '擦拭灯具和灯罩',
    touchpoints: ['T11'],
    recurrence: { kind: 'perWeek', n: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
  },
  {
    task: '推尘擦拭大堂石材地面和墙面',
    touchpoints: ['T11'],
    recurrence: { kind: 'weekdays', days: [2], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
  },
  { task: '清洁楼梯和窗户', touchpoints: ['T13'], recurrence: cleaned(1), hours: [{ from: '07:00', to: '17:00' }] },
  { task: '清扫并拖洗步行楼梯', touchpoints: ['T13'], recurrence: cleaned(1), hours: [{ from: '07:00', to: '17:00' }] },
  { task: '擦洗楼梯扶手和栏杆', touchpoints: ['T13'], recurrence: cleaned(1), hours: [{ from: '07:00', to: '17:00' }] },
  {
    task: '刷洗楼梯踏面',
    touchpoints: ['T13'],
    recurrence: { kind: 'perMonth', n: 2, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
  },
  {
    task: '清扫冲洗大堂地面和台阶',
    touchpoints: ['T11'],
    recurrence: cleaned(2),
    hours: [
      { from: '07:00', to: '11:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
]
