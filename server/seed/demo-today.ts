import { attemptCallback } from '#contract/callbacks.ts'
import { recordConsultation } from '#contract/must-know.ts'
import { tellOnSite } from './demo-matters.ts'
import { type Halt, tellServiceUntil } from './demo-services.ts'
import { minutesAfter, type Story, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

/** Minutes before the present at which these came where they stand. */
const NOW: readonly { halt: Halt; ago: number }[] = [
  { halt: 'asked', ago: 3 },
  { halt: 'asked', ago: 11 },
  { halt: 'asked', ago: 19 },
  { halt: 'confirmed', ago: 14 },
  { halt: 'confirmed', ago: 48 },
  { halt: 'working', ago: 35 },
]
/** Working days since they were done: young ones, one due, one overdue (two working days are allowed). */
const CALLBACKS = [1, 1, 2, 4] as const

/** Open work that is there whenever the demo is made: on a Sunday night as on a Monday morning after a holiday. */
export const todayOf = (world: World): Told[] => [
  ...NOW.map(({ halt, ago }, i) =>
    storyOf(world, `now ${halt} ${i}`, async (story) => {
      await tellServiceUntil(story, callable(story), minutesAfter(world.now, -ago), halt)
    }),
  ),
  ...CALLBACKS.map((back, i) => storyOf(world, `callback ${i}`, (story) => tellDue(story, back, i === 2))),
  storyOf(world, 'to take', (story) =>
    tellOnSite(story, callable(story), minutesAfter(world.now, -24), { untaken: true }),
  ),
  storyOf(world, 'to answer', async (story) => {
    const { ask, who, estateId, now } = story
    const { contactId, contactName, phone, unitId } = callable(story)
    const body = {
      question: '明年开始车位管理费要调整吗，按什么标准',
      promisedAt: minutesAfter(now, 180),
      channel: 'phone' as const,
      ...{ customerId: contactId, customerName: contactName, contactPhone: phone, unitId },
    }
    await ask(minutesAfter(now, -50), who('qiantai'), recordConsultation, { params: { estateId }, body }, 'inTurn')
  }),
]

/** Customers who wish no callback stand at every 97th place (see the population). */
const callable = ({ random, households }: Story) => {
  const i = random.whole(0, households.length - 1)
  return households[i % 97 === 5 ? i - 1 : i] ?? random.pick(households)
}

const tellDue = async (story: Story, workingDaysAgo: number, tried: boolean): Promise<void> => {
  const { ask, who, days, estateId } = story
  const done = days.on(days.workingDate(workingDaysAgo), '15:30')
  const matter = await tellServiceUntil(story, callable(story), done, 'accepted')
  if (!tried) return
  const body = { version: matter.version, outcome: 'noAnswer' as const, words: '响铃无人接听' }
  const params = { estateId, id: matter.id }
  await ask(days.on(days.workingDate(1), '16:40'), who('qiantai'), attemptCallback, { params, body })
}
