import {
  LINE_NAMES,
  LINE_OF_TOUCHPOINT,
  LOOKER_OF_LINE,
  USUAL_PLANS,
  type UsualHours,
  type UsualPlan,
} from '#content/inspection-plans.ts'
import { touchpointTexts } from '#content/texts/touchpoints.ts'
import { usualName } from '#content/usual-names.ts'
import { USUAL_TASKS } from '#content/usual-tasks.ts'
import { TOUCHPOINTS } from '#contract/complaint-categories.ts'
import { CALLED_CONDITIONS, type PlanInput } from '#contract/inspection-plans.ts'
import type { CheckItem } from '#contract/touchpoints.ts'
import type { LocalDate, LocalTime } from '#contract/values.ts'
import { askedItems } from './asked-items.rules.ts'

type Touchpoint = (typeof TOUCHPOINTS)[number]
/** The estate's own hours (settings), from which windows before shifts and peaks follow. */
export type EstateHours = { shifts: readonly LocalTime[]; peaks: readonly LocalTime[]; beforeMinutes: number }

const DAY = 24 * 60
const minutesOf = (time: LocalTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): LocalTime => {
  const m = (minutes + DAY) % DAY
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
}

const windowsOf = (hours: UsualHours, own: EstateHours) => {
  const before = (starts: readonly LocalTime[]) =>
    starts.map((to) => ({ from: timeOf(minutesOf(to) - own.beforeMinutes), to }))
  if (hours === 'beforeShifts') return before(own.shifts)
  if (hours === 'beforePeaks') return before(own.peaks)
  if (hours === 'peaks') return own.peaks.map((from) => ({ from, to: timeOf(minutesOf(from) + own.beforeMinutes * 2) }))
  return [...hours]
}

const base = {
  kind: 'self' as const,
  task: null,
  placeIds: [],
  sample: null,
  assigneeId: null,
  areaId: null,
  untilDate: null,
  active: true,
}

/** The touchpoints of a usual plan in their groups, each with the name that the plan of the group gets. */
const groupsOf = (usual: UsualPlan, touchpoints: readonly Touchpoint[]) => {
  if (usual.per === 'all') return [{ name: usualName(usual.name), line: null, touchpoints }]
  if (usual.per === 'touchpoint')
    return touchpoints.map((code) => ({
      name: usualName(usual.name, touchpointTexts[`touchpoint.${code}`]),
      line: LINE_OF_TOUCHPOINT[code] ?? null,
      touchpoints: [code],
    }))
  const byLine = Map.groupBy(touchpoints, (code) => LINE_OF_TOUCHPOINT[code] ?? 'customerService')
  return [...byLine].map(([line, own]) => ({ name: usualName(usual.name, LINE_NAMES[line]), line, touchpoints: own }))
}

/** General rounds of twenty touchpoints on one day would leave nobody at the desk: they go through the working week. */
const staggered = (usual: UsualPlan, code: Touchpoint | undefined): PlanInput['recurrence'] =>
  usual.per === 'touchpoint' && usual.recurrence.kind === 'weekdays' && code
    ? { ...usual.recurrence, days: [(TOUCHPOINTS.indexOf(code) % 5) + 1] }
    : usual.recurrence

/**
 * The plans that together ask every item of these at its frequency. A touchpoint of which a plan would ask nothing is
 * left out of it; a plan that would ask nothing at all is not made.
 */
export const usualPlans = (items: readonly CheckItem[], own: EstateHours, fromDate: LocalDate): PlanInput[] =>
  USUAL_PLANS.flatMap((usual) => {
    const asked = {
      ...(usual.items.ids ? { ids: [...usual.items.ids] } : {}),
      ...(usual.items.frequencies ? { frequencies: [...usual.items.frequencies] } : {}),
      ...(usual.items.conditions ? { conditions: [...usual.items.conditions] } : {}),
    }
    const wanted = new Set(askedItems(items, asked).map((item) => item.touchpoint))
    const touchpoints = TOUCHPOINTS.filter((code) => wanted.has(code))
    return groupsOf(usual, touchpoints)
      .filter((group) => group.touchpoints.length > 0)
      .map((group): PlanInput => {
        const hours = windowsOf(usual.hours, own)
        const recurrence = staggered(usual, group.touchpoints[0])
        return {
          ...base,
          name: group.name,
          line: group.line,
          // as many goings as there are windows before shifts or peaks
          recurrence:
            recurrence.kind === 'called' || hours.length < 2 ? recurrence : { ...recurrence, times: hours.length },
          hours,
          months: [...(usual.months ?? [])],
          conditions: CALLED_CONDITIONS.filter((c) => usual.conditions?.includes(c)),
          touchpoints: [...group.touchpoints],
          sample: usual.sample ?? null,
          items: { ...asked, proofOnPass: false },
          assigneeRole: usual.role ?? (group.line ? (LOOKER_OF_LINE[group.line] ?? null) : null),
          fromDate,
        }
      })
  })

/** FD-810: what is done at places and ticked: hygiene, upkeep, safety, what owners are told. */
export const usualTasks = (fromDate: LocalDate): PlanInput[] =>
  USUAL_TASKS.map(
    ({ task, line, role, ...usual }): PlanInput => ({
      ...base,
      name: usualName(LINE_NAMES[line], task),
      kind: 'task',
      task: usualName(task),
      line,
      recurrence: usual.recurrence,
      hours: [...usual.hours],
      months: [],
      conditions: [],
      touchpoints: TOUCHPOINTS.filter((code) => usual.touchpoints.includes(code)),
      items: { proofOnPass: false },
      assigneeRole: role,
      fromDate,
    }),
  )
