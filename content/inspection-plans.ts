import type { Recurrence } from '#contract/inspection-plans.ts'
import type { Line, Role } from '#contract/permissions.ts'
import type { Condition, Frequency } from '#contract/touchpoints.ts'

/** Plans keep the Chinese name, and are shown by it in the language of the reader (usual-names.ts). */
export type UsualName = { zh: string; en: string }

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
/** The lines as the names of usual plans say them. */
export const LINE_NAMES: Readonly<Record<Line, UsualName>> = {
  customerService: { zh: '客服', en: 'Customer service' },
  repair: { zh: '工程', en: 'Repair' },
  housekeeping: { zh: '家政', en: 'Housekeeping' },
  cleaning: { zh: '保洁', en: 'Cleaning' },
  greening: { zh: '绿化', en: 'Greening' },
  security: { zh: '秩序', en: 'Security' },
  finance: { zh: '财务', en: 'Finance' },
}
export const LOOKER_OF_LINE: Readonly<Partial<Record<Line, Role>>> = {
  security: 'guard',
  greening: 'areaSteward',
  customerService: 'frontDeskLead',
  repair: 'technician',
  cleaning: 'areaSteward',
  housekeeping: 'housekeepingLead',
}

export type Window = { from: string; to: string }
/** Windows that follow from the estate's own hours: before each shift, before each commuting peak, within the peaks. */
export type UsualHours = readonly Window[] | 'beforeShifts' | 'beforePeaks' | 'peaks'

export type UsualPlan = {
  name: UsualName
  /** One plan a line, one a touchpoint, or one for all. */
  per: 'line' | 'touchpoint' | 'all'
  items: {
    ids?: readonly string[]
    frequencies?: readonly (Frequency | 'none')[]
    conditions?: readonly (Condition | 'none')[]
  }
  recurrence: Recurrence
  hours: UsualHours
  months?: readonly number[]
  conditions?: readonly string[]
  sample?: number
  role?: Role
}

const daily = (daysOff: 'keep' | 'skip' = 'keep') => ({ kind: 'days', every: 1, times: 1, daysOff }) as const
const called = (when: 'before' | 'at' | 'after') => ({ kind: 'called', when }) as const
export const BY_DAY = [{ from: '09:00', to: '17:30' }]

/**
 * The plans that an estate usually has: together they ask every item at the frequency that the standard gives it. What
 * the standard leaves to the estate (every so many days, set times) has a figure here that the plan's page can change.
 */
export const USUAL_PLANS: readonly UsualPlan[] = [
  {
    name: { zh: '每日点检', en: 'Daily check' },
    per: 'line',
    items: { frequencies: ['daily', 'continuous', 'on-expiry', 'prompt'], conditions: ['none'] },
    recurrence: daily(),
    hours: [{ from: '08:30', to: '11:30' }],
  },
  {
    name: { zh: '班前检查', en: 'Check before the shift' },
    per: 'line',
    items: { frequencies: ['per-shift'] },
    recurrence: daily(),
    hours: 'beforeShifts',
  },
  {
    name: { zh: '高峰前加密巡查', en: 'Extra rounds before the peak' },
    per: 'line',
    items: { frequencies: ['before-peak'] },
    recurrence: daily('skip'),
    hours: 'beforePeaks',
  },
  {
    name: { zh: '定时清运检查', en: 'Check of waste at set times' },
    per: 'line',
    items: { frequencies: ['scheduled'] },
    recurrence: daily(),
    hours: [{ from: '17:00', to: '19:00' }],
  },
  {
    name: { zh: '定期检查', en: 'Regular check' },
    per: 'line',
    items: { frequencies: ['periodic'] },
    recurrence: { kind: 'weekdays', days: [3], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
  },
  {
    name: { zh: '全面巡检', en: 'General round' },
    per: 'touchpoint',
    items: { frequencies: ['none'], conditions: ['none'] },
    recurrence: { kind: 'weekdays', days: [1], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
    sample: 6,
  },
  {
    name: { zh: '夜间巡查', en: 'Night round' },
    per: 'all',
    items: { conditions: ['time:night'] },
    recurrence: { kind: 'weekdays', days: [2, 5], every: 1, times: 1, daysOff: 'keep' },
    hours: [{ from: '19:30', to: '22:30' }],
    sample: 12,
    role: 'guard',
  },
  {
    name: { zh: '高峰时段巡查', en: 'Round in the peak' },
    per: 'all',
    items: { conditions: ['time:peak'] },
    recurrence: { kind: 'days', every: 1, times: 1, daysOff: 'skip' },
    hours: 'peaks',
    role: 'guard',
  },
  {
    name: { zh: '冬季检查', en: 'Winter check' },
    per: 'all',
    items: { conditions: ['season:winter'] },
    recurrence: { kind: 'weekdays', days: [4], every: 1, times: 1, daysOff: 'keep' },
    hours: BY_DAY,
    months: [11, 12, 1, 2],
    sample: 10,
    role: 'technician',
  },
  {
    name: { zh: '节假日检查', en: 'Holiday check' },
    per: 'all',
    items: { conditions: ['event:holiday'] },
    recurrence: { kind: 'holidays', names: [], times: 1 },
    hours: [{ from: '08:30', to: '12:00' }],
    role: 'frontDeskLead',
  },
  {
    name: { zh: '元旦春节问候检查', en: 'Check of New Year greetings' },
    per: 'all',
    items: { conditions: ['event:new-year', 'event:spring-festival'] },
    recurrence: { kind: 'holidays', names: ['元旦', '春节'], times: 1 },
    hours: [{ from: '08:30', to: '12:00' }],
    role: 'frontDeskLead',
  },
  {
    name: { zh: '雨雪天检查', en: 'Check in rain and snow' },
    per: 'all',
    items: { conditions: ['weather:rain', 'weather:snow'] },
    // mats and signs lie as long as it is wet: at once, and before people go out on each further day
    recurrence: { ...called('at'), daily: true },
    conditions: ['weather:rain', 'weather:snow'],
    hours: [{ from: '07:00', to: '10:00' }],
    role: 'cleaner',
  },
  {
    name: { zh: '施工前告示检查', en: 'Check of notices before works' },
    per: 'all',
    items: { frequencies: ['before-event'], conditions: ['event:works'] },
    recurrence: called('before'),
    conditions: ['event:works'],
    hours: [],
    role: 'technician',
  },
  {
    name: { zh: '施工现场检查', en: 'Check of works' },
    per: 'all',
    items: { frequencies: ['none'], conditions: ['event:works'] },
    recurrence: called('at'),
    conditions: ['event:works'],
    hours: [],
    role: 'technician',
  },
  {
    name: { zh: '收工清理检查', en: 'Check after works' },
    per: 'all',
    items: { ids: ['T18-I-05'] },
    recurrence: called('after'),
    conditions: ['event:works'],
    hours: [],
    role: 'technician',
  },
  {
    name: { zh: '电梯维保前通知检查', en: 'Check of notices before lift maintenance' },
    per: 'all',
    items: { frequencies: ['before-event'], conditions: ['event:lift-maintenance'] },
    recurrence: called('before'),
    conditions: ['event:lift-maintenance'],
    hours: [],
    role: 'technician',
  },
  {
    name: { zh: '电梯维保现场检查', en: 'Check of lift maintenance' },
    per: 'all',
    items: { frequencies: ['none'], conditions: ['event:lift-maintenance'] },
    recurrence: called('at'),
    conditions: ['event:lift-maintenance'],
    hours: [],
    role: 'technician',
  },
  {
    name: { zh: '保洁作业检查', en: 'Check of cleaning' },
    per: 'all',
    items: { conditions: ['event:cleaning'] },
    recurrence: called('at'),
    conditions: ['event:cleaning'],
    hours: [],
    role: 'areaSteward',
  },
  {
    name: { zh: '集中缴费检查', en: 'Check of payment days' },
    per: 'all',
    items: { conditions: ['event:payment'] },
    recurrence: called('at'),
    conditions: ['event:payment'],
    hours: [],
    role: 'frontDeskLead',
  },
  {
    name: { zh: '装修期检查', en: 'Check during renovation' },
    per: 'all',
    items: { conditions: ['phase:renovation'] },
    recurrence: called('at'),
    conditions: ['phase:renovation'],
    hours: [],
    role: 'areaSteward',
  },
  {
    name: { zh: '重要事项告知检查', en: 'Check of important notices' },
    per: 'all',
    items: { frequencies: ['per-event'] },
    recurrence: called('at'),
    conditions: ['event:notice'],
    hours: [],
    role: 'frontDeskLead',
  },
]
