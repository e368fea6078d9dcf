import { expect, test } from 'vitest'
import { parseUnitNo } from '#modules/estate/index.ts'
import type { WorkCalendar } from '#platform/calendar/working-days.rules.ts'
import { planSpecial } from './demo-complaint-hot.ts'
import { planPast } from './demo-complaint-plan.ts'
import { demoId } from './demo-id.ts'
import type { Household } from './demo-population.ts'
import { daysOf } from './story.ts'

const calendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  workStart: '09:00',
  workEnd: '18:00',
  days: new Map(),
  knownThrough: '2027-12-31',
}
const households = Array.from({ length: 1_200 }, (_, i): Household[] => {
  const unit = parseUnitNo(`${(i % 10) + 1}-1-${(Math.floor(i / 40) % 15) + 1}0${(i % 4) + 1}`)
  return unit ? [{ unitId: demoId(`unit ${i}`), unit, contactId: demoId(`c ${i}`), contactName: '某', phone: '1' }] : []
}).flat()
const worldAt = (now: string) => ({ households, days: daysOf(calendar, now) })

test('CP-126 the plan is the same each time, and of another day it is another', () => {
  const at = '2026-11-22T02:00:00.000Z'
  expect(planPast(worldAt(at))).toEqual(planPast(worldAt(at)))
  expect(planSpecial(worldAt(at))).toEqual(planSpecial(worldAt(at)))
  expect(planPast(worldAt(at))[0]?.at).not.toBe(planPast(worldAt('2026-11-23T02:00:00.000Z'))[0]?.at)
})

test.each(['2025-12-31T16:20:00.000Z', '2026-08-31T00:00:00.000Z', '2026-09-13T15:50:00.000Z'])(
  'CP-126 made at %s there are three hundred in fourteen months, in their seasons',
  (now) => {
    const plan = [...planPast(worldAt(now)), ...planSpecial(worldAt(now))]
    expect(plan.length).toBeGreaterThanOrEqual(300)
    for (const { story, offset } of planPast(worldAt(now)))
      if (story.months) expect(story.months).toContain(Number(worldAt(now).days.date(offset).slice(5, 7)))
  },
)
