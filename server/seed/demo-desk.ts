import {
  ackMessage,
  answerCall,
  linkCall,
  phoneNews,
  phoneRinging,
  sitAtExtension,
  takeMessage,
} from '#contract/calls.ts'
import {
  arriveInQueue,
  callNextVisitor,
  comeToQueue,
  createAppointment,
  endAppointment,
  finishVisitor,
  visitorLeft,
} from '#contract/desk.ts'
import { MESSAGES, PURPOSES, PUT_OFF } from './demo-desk-words.ts'
import { move, register } from './demo-matters.ts'
import { ENQUIRIES } from './demo-words.ts'
import { phoneNumber } from './names.ts'
import { later, minutesAfter, type Story, secondsAfter, storyOf, type World } from './story.ts'
import type { Told } from './tale.ts'

const QUEUE_DAYS = 6
const ASSIST_DAY = -1
const CALL_DAYS = 5

/** Who came to the desk on the past days, one rush in which help was called, and the few who wait now. */
export const queueOf = (world: World): Told[] => [
  ...Array.from({ length: QUEUE_DAYS + 1 }, (_, i) => i - QUEUE_DAYS).map((offset) =>
    storyOf(world, `queue ${offset}`, (story) => tellVisitors(story, offset), minutesAfter(world.now, -60)),
  ),
  storyOf(world, 'queue rush', tellRush, minutesAfter(world.now, -60)),
  storyOf(world, 'queue now', tellWaiting),
]

const arrive = ({ ask, who, estateId, random, households }: Story, now: string) => {
  const household = random.chance(0.7) ? random.pick(households) : undefined
  const known = household
    ? { name: household.contactName, customerId: household.contactId, unitId: household.unitId }
    : {}
  const body = { purpose: random.pick(PURPOSES), ...known }
  return ask(now, who('qiantai'), arriveInQueue, { params: { estateId }, body }, 'inTurn')
}

const tellVisitors = async (story: Story, offset: number): Promise<void> => {
  const { ask, who, estateId, random, days } = story
  let now = minutesAfter(days.at(offset, '09:00'), random.whole(0, 30))
  for (let n = random.whole(4, 6); n > 0; n -= 1) {
    const clerk = who(random.chance(0.6) ? 'qiantai' : 'qiantai2')
    const { visitor } = await arrive(story, now)
    const params = { estateId, id: visitor.id }
    if (random.chance(0.08)) {
      await ask(later(story, now, 6, 12), clerk, visitorLeft, { params, body: {} }, 'inTurn')
    } else {
      now = later(story, now, 1, 9)
      await ask(now, clerk, callNextVisitor, { params: { estateId }, body: {} }, 'inTurn')
      now = later(story, now, 4, 15)
      await ask(now, clerk, finishVisitor, { params, body: {} }, 'inTurn')
    }
    now = later(story, now, 15, 75)
  }
}

/** FD-017: three wait at once; the front-desk lead comes to help. Early, before the others of the day. */
const tellRush = async (story: Story): Promise<void> => {
  const { ask, who, estateId, days } = story
  const begin = days.at(ASSIST_DAY, '08:12')
  const clerks = [who('qiantai'), who('qiantai2'), who('qiantaizhang')]
  const came = [await arrive(story, begin), await arrive(story, minutesAfter(begin, 1))]
  const last = await arrive(story, minutesAfter(begin, 2))
  came.push(last)
  const id = last.assist?.id
  if (id === undefined) throw new Error('nobody was called to help')
  await ask(minutesAfter(begin, 4), who('qiantaizhang'), comeToQueue, { params: { estateId, id }, body: {} }, 'inTurn')
  for (const [i, clerk] of clerks.entries())
    await ask(minutesAfter(begin, 5 + i), clerk, callNextVisitor, { params: { estateId }, body: {} }, 'inTurn')
  for (const [i, { visitor }] of came.entries()) {
    const params = { estateId, id: visitor.id }
    await ask(minutesAfter(begin, 14 + 4 * i), who('qiantai'), finishVisitor, { params, body: {} }, 'inTurn')
  }
}

/** One is being served and two wait, no more than need help to be called. */
const tellWaiting = async (story: Story): Promise<void> => {
  const { ask, who, estateId, now } = story
  await arrive(story, minutesAfter(now, -15))
  await ask(minutesAfter(now, -11), who('qiantai2'), callNextVisitor, { params: { estateId }, body: {} }, 'inTurn')
  await arrive(story, minutesAfter(now, -9))
  await arrive(story, minutesAfter(now, -4))
}

const EXTENSIONS = { qiantai: '8001', qiantai2: '8002' } as const

/** Calls of the past days: answered in time, answered late, missed; some with the matter that came of them. */
export const callsOf = (world: World): Told[] => [
  storyOf(world, 'extensions', async ({ ask, who, days, estateId }) => {
    for (const [username, extension] of Object.entries(EXTENSIONS)) {
      const sent = { params: { estateId }, body: { extension } }
      await ask(days.at(-30, '08:05'), who(username), sitAtExtension, sent)
    }
  }),
  ...Array.from({ length: CALL_DAYS + 1 }, (_, i) => i - CALL_DAYS).flatMap((offset) =>
    ['09:20', '10:10', '11:05', '14:30', '16:15', '19:40'].map((time, i) =>
      storyOf(world, `call ${offset} ${i}`, (story) =>
        tellCall(story, later(story, world.days.at(offset, time), 0, 25), `demo-${i}-${world.days.date(offset)}`),
      ),
    ),
  ),
  // a call that nobody has called back about yet
  storyOf(world, 'call missed', (story) => tellCall(story, minutesAfter(world.now, -26), 'demo-missed', 'missed')),
]

const tellCall = async (story: Story, rings: string, callId: string, how?: 'missed'): Promise<void> => {
  const { ask, who, estateId, random, households } = story
  const household = random.pick(households)
  const stranger = random.chance(0.2)
  const username = random.pick(['qiantai', 'qiantai2'] as const)
  const exchange = who('zhongkong')
  const callerNumber = stranger ? phoneNumber(800_000 + random.whole(0, 9_999)) : household.phone
  const ring = { estateId, callerNumber, callId, extension: EXTENSIONS[username] }
  const { callId: id } = await ask(rings, exchange, phoneRinging, { body: ring })
  if (how === 'missed' || random.chance(0.14)) {
    await ask(minutesAfter(rings, 1), exchange, phoneNews, { body: { estateId, callId, event: 'missed' } })
    return
  }
  const seconds = random.chance(0.15) ? random.whole(14, 25) : random.whole(3, 8)
  const answered = secondsAfter(rings, seconds)
  await ask(answered, who(username), answerCall, { params: { estateId, id }, body: {} })
  if (!stranger && random.chance(0.45)) await tellQuestion(story, household, answered, { id, username })
  await ask(later(story, answered, 3, 6), exchange, phoneNews, { body: { estateId, callId, event: 'ended' } })
}

type OnPhone = { id: string; username: 'qiantai' | 'qiantai2' }
const tellQuestion = async (
  story: Story,
  household: Story['households'][number],
  answered: string,
  { id, username }: OnPhone,
): Promise<void> => {
  const { ask, who, estateId, random } = story
  const clerk = who(username)
  const wish = random.pick(ENQUIRIES)
  const said = { contactType: 'enquiry', channel: 'phone', customerSaid: wish.said }
  const matter = await register(story, clerk, minutesAfter(answered, 1), household, said)
  const link = { params: { estateId, id }, body: { matterId: matter.id } }
  await ask(minutesAfter(answered, 1), clerk, linkCall, link)
  const answer = { answer: wish.answer, satisfaction: 'satisfied' }
  await move(story, clerk, minutesAfter(answered, 2), matter, 'answerAtOnce', answer)
}

/** KN-215: messages taken for colleagues, two of them read. */
export const messagesOf = (world: World): Told[] =>
  MESSAGES.map(({ forUser, caller, firm, ack, ...words }, i) =>
    storyOf(world, `message ${i}`, async (story) => {
      const { ask, who, estateId, now } = story
      const taken = minutesAfter(now, -(55 + 340 * (MESSAGES.length - 1 - i)))
      const { when, who: whom, where, what, why, how, replyNeeded } = words
      const body = {
        ...{ when, who: whom, where, what, why, how, replyNeeded },
        forStaffId: who(forUser).id,
        callerName: caller,
        ...(firm ? { callerFirm: firm } : {}),
        callerPhone: phoneNumber(900_000 + i),
        complaint: false,
        ...(replyNeeded ? { replyBy: minutesAfter(now, 240) } : {}),
      }
      const { message } = await ask(taken, who('qiantai'), takeMessage, { params: { estateId }, body })
      if (!ack) return
      const read = { params: { estateId, id: message.id }, body: { note: ack } }
      await ask(later(story, taken, 5, 30), who(forUser), ackMessage, read)
    }),
  )

type Booking = { made: number; on: number; time?: string; outcome?: 'done' | 'missed' | 'cancelled'; note?: string }
const BOOKINGS: readonly Booking[] = [
  { made: -6, on: -3, time: '10:00', outcome: 'done' },
  { made: -5, on: -2, time: '15:00', outcome: 'missed', note: '客户临时出差，改期再约' },
  { made: -4, on: -1, time: '11:00', outcome: 'cancelled', note: '客户自行到政务中心办理' },
  { made: -1, on: 0 },
  { made: -2, on: 1, time: '10:00' },
  { made: -1, on: 1, time: '15:30' },
  { made: -3, on: 2, time: '09:30' },
  { made: -1, on: 3 },
]

/** FD-018: what could not be done on the day got a reason and another day; kept, missed, called off, and still to come. */
export const appointmentsOf = (world: World): Told[] =>
  BOOKINGS.map(({ made, on, time, outcome, note }, i) =>
    storyOf(world, `appointment ${i}`, async (story) => {
      const { ask, who, estateId, days, random, households } = story
      const household = random.pick(households)
      const wish = PUT_OFF[i % PUT_OFF.length] ?? PUT_OFF[0]
      const body = {
        what: wish?.what ?? '',
        reason: wish?.reason ?? '',
        date: days.date(on),
        ...(time ? { time } : {}),
        customerId: household.contactId,
        customerName: household.contactName,
        unitId: household.unitId,
      }
      const begin = minutesAfter(days.at(made, '10:00'), random.whole(0, 400))
      const booked = await ask(begin, who('qiantai2'), createAppointment, { params: { estateId }, body })
      if (!outcome) return
      const end = { version: booked.version, outcome, ...(note ? { note } : {}) }
      const sent = { params: { estateId, id: booked.id }, body: end }
      await ask(later(story, days.at(on, time ?? '12:00'), 5, 90), who('qiantai'), endAppointment, sent)
    }),
  )
