import { expect, test } from 'vitest'
import { CATALOGUE_ITEMS } from '#content/touchpoint-catalogue.ts'
import { keptLike, nameIn, nameKept } from '#content/usual-names.ts'
import { CALLED_CONDITIONS, PlanInput } from '#contract/inspection-plans.ts'
import { permissionsOf } from '#contract/permissions.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { seedWorkCalendar } from '#platform/calendar/seed.ts'
import { instantAt, isWorkingDay } from '#platform/calendar/working-days.rules.ts'
import { cal } from '#test/work-calendars.ts'
import { isAsked } from './asked-items.rules.ts'
import { firstDays } from './holidays.rules.ts'
import { daysOfPlan, timesOf } from './recurrence.rules.ts'
import { slotsOf } from './slots.rules.ts'
import { usualPlans, usualTasks } from './usual-plans.rules.ts'

const HOURS = { shifts: ['08:00', '16:00', '00:00'], peaks: ['07:30', '17:30'], beforeMinutes: 60 }
const PLANS = usualPlans(CATALOGUE_ITEMS, HOURS, '2026-01-01')
const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const HOLIDAYS = firstDays(seedWorkCalendar([2025, 2026]).rows)
const DATES = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i))
const WORKING = DATES.filter((d) => isWorkingDay(cal, d))
const HOLIDAY_DAYS = HOLIDAYS.filter((h) => h.date.startsWith('2026'))

/** Every going of a plan in the year: by its calendar, and once for each time that one of its conditions is called. */
const goings = PLANS.map((plan) => ({
  plan,
  slots: daysOfPlan(plan, YEAR, cal, HOLIDAYS).flatMap((date) =>
    slotsOf(cal, date, plan.hours, timesOf(plan.recurrence)).map((slot) => ({ date, ...slot })),
  ),
}))
const of = (id: string) => {
  const item = CATALOGUE_ITEMS.find((i) => i.id === id)
  if (!item) throw new Error(`no item ${id}`)
  const asking = goings.filter(({ plan }) => plan.touchpoints.includes(item.touchpoint) && isAsked(item, plan.items))
  return { item, asking, slots: asking.flatMap((g) => g.slots), calls: asking.flatMap((g) => g.plan.conditions) }
}
const daysAsked = (id: string) => new Set(of(id).slots.map((s) => s.date))
const byFrequency = (frequency: string) => CATALOGUE_ITEMS.filter((i) => i.frequency === frequency).map((i) => i.id)

test('each of the 466 items is asked in the plan of a year, by the calendar or when its condition is called', () => {
  const never = CATALOGUE_ITEMS.filter(({ id }) => of(id).slots.length === 0 && of(id).calls.length === 0)
  expect(CATALOGUE_ITEMS).toHaveLength(466)
  expect(never.map((i) => i.id)).toEqual([])
})

test('daily items are asked each day of the year, and so are those that never pause, expire, or are prompt', () => {
  const ids = ['daily', 'continuous', 'on-expiry', 'prompt', 'scheduled'].flatMap(byFrequency)
  expect(ids.length).toBeGreaterThan(8)
  for (const id of ids) expect([id, daysAsked(id).size]).toEqual([id, 365])
})

test('per-shift items are asked before each shift of each day', () => {
  for (const id of byFrequency('per-shift')) {
    const { slots } = of(id)
    expect([id, slots.length]).toEqual([id, 365 * 3])
    const due = slots.filter((s) => s.date === '2026-06-10').map((s) => s.dueAt)
    expect(due).toEqual([
      instantAt(cal, '2026-06-10', '08:00'),
      instantAt(cal, '2026-06-10', '16:00'),
      instantAt(cal, '2026-06-11', '00:00'),
    ])
  }
})

test('before-peak items are asked twice each working day and are due before the peak begins', () => {
  for (const id of byFrequency('before-peak')) {
    const { slots } = of(id)
    expect([...daysAsked(id)].sort()).toEqual(WORKING)
    expect(slots).toHaveLength(WORKING.length * 2)
    for (const [i, s] of slots.entries()) expect(s.dueAt).toBe(instantAt(cal, s.date, HOURS.peaks[i % 2] ?? ''))
  }
})

test('periodic items are asked as often as their plan says', () => {
  for (const id of byFrequency('periodic')) expect([id, daysAsked(id).size]).toEqual([id, 52])
})

test('per-holiday items are asked on each holiday of the calendar, greetings of the year at New Year and Spring Festival', () => {
  const days = HOLIDAY_DAYS.map((h) => h.date)
  for (const id of byFrequency('per-holiday')) expect([...daysAsked(id)].sort()).toEqual(days)
  const greeting = CATALOGUE_ITEMS.filter((i) => i.conditions.includes('event:new-year'))
  for (const { id } of greeting)
    expect([...daysAsked(id)].sort()).toEqual(
      HOLIDAY_DAYS.filter((h) => h.name === '元旦' || h.name === '春节').map((h) => h.date),
    )
})

test('event items are asked when their event is called, and what must come before it before it', () => {
  const called = new Set<string>(CALLED_CONDITIONS)
  const eventItems = CATALOGUE_ITEMS.filter((i) => i.conditions.some((c) => called.has(c)))
  expect(eventItems.length).toBeGreaterThan(20)
  for (const item of eventItems)
    for (const c of item.conditions.filter((c) => called.has(c)))
      expect([item.id, of(item.id).calls]).toEqual([item.id, expect.arrayContaining([c])])
  for (const id of byFrequency('before-event'))
    expect(of(id).asking.map((g) => g.plan.recurrence)).toEqual([{ kind: 'called', when: 'before' }])
  for (const id of byFrequency('per-event')) expect(of(id).calls).toEqual(['event:notice'])
})

test('night, peak and winter items are asked at night, in the peak and in winter alone', () => {
  const at = (condition: string) =>
    CATALOGUE_ITEMS.filter((i) => i.conditions.some((c) => c === condition)).map((i) => i.id)
  for (const id of at('time:night'))
    for (const s of of(id).slots) expect(s.fromAt >= instantAt(cal, s.date, '19:00')).toBe(true)
  for (const id of at('time:peak')) expect(of(id).slots.length).toBe(WORKING.length * 2)
  for (const id of at('season:winter'))
    expect(new Set([...daysAsked(id)].map((d) => d.slice(5, 7)))).toEqual(new Set(['01', '02', '11', '12']))
})

test('items without a frequency are asked every week of the year', () => {
  const general = CATALOGUE_ITEMS.filter((i) => i.frequency === null && i.conditions.length === 0)
  for (const { id } of general) expect([52, 53]).toContain(daysAsked(id).size)
})

test('no item is asked by two plans at the same time of the calendar, and every usual plan is a sound one', () => {
  for (const { id } of CATALOGUE_ITEMS) {
    const slots = of(id).slots.map((s) => `${s.date} ${s.fromAt}`)
    expect([id, new Set(slots).size]).toEqual([id, slots.length])
  }
  for (const plan of [...PLANS, ...usualTasks('2026-01-01')]) expect(PlanInput.safeParse(plan).error).toBeUndefined()
  const names = [...PLANS, ...usualTasks('2026-01-01')].map((p) => p.name)
  expect(new Set(names).size).toBe(names.length)
})

test('whoever a usual plan or task sends may go rounds', () => {
  for (const { name, assigneeRole } of [...PLANS, ...usualTasks('2026-01-01')])
    expect([name, assigneeRole !== null && permissionsOf([assigneeRole]).has('inspection.do')]).toEqual([name, true])
})

test('every usual plan and task has a name in both languages; one that somebody renamed stays as it is', () => {
  for (const { name, task } of [...PLANS, ...usualTasks('2026-01-01')])
    for (const one of [name, task].filter((words) => words !== null)) {
      const english = nameIn('en', one)
      expect([one, /\p{Script=Han}/u.test(english)]).toEqual([one, false])
      expect([nameIn('zh', one), nameKept(english), nameKept(one)]).toEqual([one, one, one])
    }
  expect(nameIn('en', '每日点检 · 东门')).toBe('每日点检 · 东门')
  expect(nameKept('Daily check at the east gate')).toBe('Daily check at the east gate')
  expect(nameIn('en', '每日点检 · 保洁')).toBe('Daily check · Cleaning')
  expect(keptLike('daily')).toEqual(['每日点检'])
})
