import { isRefusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { deskJobs } from '#modules/desk/index.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { analyse } from '#platform/db/analyse.ts'
import { instantNow, inTransaction } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { castOf } from './cast.ts'
import { hireColleagues } from './demo-colleagues.ts'
import { complaintsOf, oldComplaintsOf } from './demo-complaints.ts'
import { customersOf } from './demo-customers.ts'
import { appointmentsOf, callsOf, messagesOf, queueOf } from './demo-desk.ts'
import { inventoriesOf, lineReportsOf } from './demo-evenings.ts'
import { gateChecksOf } from './demo-gate.ts'
import { handoversOf } from './demo-handovers.ts'
import { seedImports } from './demo-imports.ts'
import { findingsOf, seedInspections } from './demo-inspections.ts'
import { tellEmergency, tellInfo, tellOnSite } from './demo-matters.ts'
import { mustKnowOf } from './demo-must-know.ts'
import type { Household } from './demo-population.ts'
import { type PostIds, planDuty } from './demo-roster.ts'
import { tellService } from './demo-services.ts'
import { seedCompanySurveys } from './demo-survey-company.ts'
import { surveysOf } from './demo-surveys.ts'
import { todayOf } from './demo-today.ts'
import { seedTouchpoints } from './demo-touchpoints.ts'
import { trainingsOf } from './demo-trainings.ts'
import { violationsOf } from './demo-violations.ts'
import { type Random, randomOf } from './random.ts'
import { daysOf, later, minutesAfter, storyOf, type World } from './story.ts'
import { type Told, tellAll } from './tale.ts'

const MATTER_DAYS = 90
const READ_AFTER_MINUTES = 12 * 60
/** From this day on the desk is known to everybody; before it fewer came. */
const WELL_KNOWN = -35
type PerDay = Record<'service' | 'info', readonly [from: number, to: number]>
const FEWER: PerDay = { service: [0, 2], info: [1, 4] }
const MORE: PerDay = { service: [2, 5], info: [3, 6] }

/** Three months of the demo centre, told through the product's own use cases: every state, with today's open work. */
export const seedHistory = async (
  house: House,
  estateId: Uuid,
  households: readonly Household[],
  matterDays = MATTER_DAYS,
): Promise<void> => {
  const now = instantNow()
  const calendar = await inTransaction(house.database, { scope: [estateId] }, (tx) => calendarOf(tx, estateId))
  if (isRefusal(calendar)) throw new Error(calendar.code)
  const days = daysOf(calendar, now)
  const tell = (stories: readonly Told[]) => tellAll(house.database, estateId, stories)

  await analyse(house.database)
  const empty: World = { house, estateId, households, days, calendar, now, who: await castOf(house) }
  await tell([storyOf(empty, 'colleagues', hireColleagues)])
  const world: World = { ...empty, who: await castOf(house) }
  const posts: PostIds = new Map()
  await tell([storyOf(world, 'duty', (story) => planDuty(story, posts))])
  await tell(oldComplaintsOf(world))
  const places = await inTransaction(house.database, { scope: [estateId] }, (tx) => seedInspections(tx, world))
  if (isRefusal(places)) throw new Error(places.code)
  await tell([
    ...mattersOf(world, matterDays),
    ...complaintsOf(world),
    ...customersOf(world),
    ...mustKnowOf(world),
    ...trainingsOf(world),
    ...handoversOf(world, posts),
    ...inventoriesOf(world),
    ...lineReportsOf(world),
    ...queueOf(world),
    ...callsOf(world),
    ...messagesOf(world),
    ...appointmentsOf(world),
    ...findingsOf(world, places),
    ...violationsOf(world),
    ...gateChecksOf(world),
    ...todayOf(world),
  ])
  // after everything else: they ask about what was closed on the days before
  await tell(surveysOf(world))
  await seedCompanySurveys(world)
  await lookAtTheDays(house)
  await seedImports(world)
  await seedTouchpoints(world)
  await readOldMessages(house, estateId)
}

const CHECKS: readonly string[] = ['check-inventories', 'note-missing-line-reports']

/** What colleagues were told half a day ago they have read; the bell counts what is new. */
const readOldMessages = async (house: House, estateId: Uuid): Promise<void> => {
  const done = await inTransaction(house.database, { scope: [estateId] }, async ({ db, now }) => {
    await db
      .updateTable('outbox_message')
      .set({ read_at: now })
      .where('estate_id', '=', estateId)
      .where('to_kind', '=', 'staff')
      .where('read_at', 'is', null)
      .where('created_at', '<', minutesAfter(now, -READ_AFTER_MINUTES))
      .execute()
  })
  if (isRefusal(done)) throw new Error(done.code)
}

/** What the night and the hour would have found: the gap of the inventories, the report that did not come. */
const lookAtTheDays = async (house: House): Promise<void> => {
  for (const job of deskJobs) if (CHECKS.includes(job.name)) await job.handle(house)
}

/** The matters of each day; of the last days' half have come to a halt somewhere on their way: today's open work. */
const mattersOf = (world: World, matterDays: number): Told[] =>
  Array.from({ length: matterDays + 1 }, (_, i) => i - matterDays).flatMap((offset) => {
    const random = randomOf(`day ${offset}`)
    return birthsOf(random, offset).map((kind, i) => {
      const at = world.days.at(offset, timeOfDay(random))
      const household = random.pick(world.households)
      const end = offset >= -4 && random.chance(0.55) ? later({ random }, at, 3, 1_500) : world.now
      return storyOf(world, `matter ${offset} ${i}`, (story) => tellOf(kind)(story, household, at), end)
    })
  })

type Kind = 'service' | 'info' | 'emergency' | 'onSite'
const birthsOf = (random: Random, offset: number): Kind[] => {
  const perDay = offset < WELL_KNOWN ? FEWER : MORE
  return [
    ...Array.from({ length: random.whole(...perDay.service) }, () => 'service' as const),
    ...Array.from({ length: random.whole(...perDay.info) }, () => 'info' as const),
    ...(random.chance(0.3) ? (['emergency'] as const) : []),
    ...(offset >= -2 ? (['onSite', 'service', 'service', 'info'] as const) : []),
  ]
}

type Teller = (story: Parameters<typeof tellService>[0], household: Household, at: Instant) => Promise<void>
const tellOf = (kind: Kind): Teller => {
  if (kind === 'service') return tellService
  if (kind === 'emergency') return tellEmergency
  if (kind === 'info') return tellInfo
  return tellOnSite
}

const HOURS = {
  '7': 1,
  '8': 4,
  '9': 8,
  '10': 8,
  '11': 6,
  '12': 3,
  '13': 3,
  '14': 6,
  '15': 6,
  '16': 6,
  '17': 5,
  '18': 5,
  '19': 5,
  '20': 3,
  '21': 1,
} as const

const timeOfDay = (random: Random): string =>
  `${random.weighted(HOURS).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`
