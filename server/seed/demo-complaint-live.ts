import { attemptCallback } from '#contract/callbacks.ts'
import type { Channel } from '#contract/channels.ts'
import type { Instant, LocalTime } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import type { ComplaintStory } from './demo-complaint-story.ts'
import { move, register } from './demo-matters.ts'
import type { Household } from './demo-population.ts'
import { callableIn, minutesAfter, type Story } from './story.ts'

/** How far a complaint of the last weeks has come. */
export type Reached =
  | 'RECEIVED'
  | 'ASSIGNED'
  | 'INVESTIGATING'
  | 'PROPOSED'
  | 'NEGOTIATING'
  | 'IN_TREATMENT'
  | 'VERIFYING'
  | 'CALLBACK_DUE'
  | 'CLOSED'

export type Live = {
  story: ComplaintStory
  /** It was received so many days ago, at this time; the rest follows on that day and the next two. */
  ago: number
  time?: LocalTime
  /** Instead of day and time. */
  at?: Instant
  channel?: Channel
  household?: Household
  more?: { claimFen?: number; persons?: number; noCallbackWish?: true }
  neglect?: true
}

const ORDER: readonly Reached[] = [
  'RECEIVED',
  'ASSIGNED',
  'INVESTIGATING',
  'PROPOSED',
  'IN_TREATMENT',
  'VERIFYING',
  'CALLBACK_DUE',
  'CLOSED',
]

/** What customers say of the reception, the measures and the result when they are called. */
export const CALLED = {
  how: 'phone',
  onReception: '接待耐心，说得清楚',
  onMeasures: '措施到位',
  onResult: '问题解决了，认可',
} as const

const householdFor = ({ random, households }: Story, { story, household }: Live): Household =>
  household ?? random.pick(callableIn(households).filter((h) => story.line !== 'cleaning' || h.unit.building === '5'))

/** Registered at the desk, or by a guard on site; returns it with the moment of the receipt. */
export const receive = async (tale: Story, live: Live): Promise<{ matter: Matter; at: Instant }> => {
  const { days, who } = tale
  const { story, more = {} } = live
  const at = live.at ?? days.at(-live.ago, live.time ?? '09:40')
  const { noCallbackWish, ...asked } = more
  const matter = await register(tale, who('qiantai'), at, householdFor(tale, live), {
    contactType: 'complaint',
    channel: live.channel ?? 'phone',
    title: story.title,
    customerSaid: story.said,
    line: story.line,
    ...(noCallbackWish ? { noCallbackWish } : {}),
    complaint: {
      feeling: story.feeling,
      wish: story.wish,
      thanked: true,
      aboutNeighbour: story.neighbour ?? false,
      categoryInitial: story.guess ?? story.code,
      touchpoint: story.touchpoint,
      ...asked,
    },
  })
  return { matter, at }
}

export const replyWords = ({ who, days }: Story, { story, ago }: Live) => ({
  found: story.cause,
  measure: story.measure,
  responsibleId: who('guanjia').id,
  nextAt: days.at(1 - ago, '18:00'),
  way: 'phone' as const,
  measureDueAt: days.at(3 - ago, '18:00'),
})

export const causeOf = ({ story, neglect }: Live) => ({
  code: story.code,
  cause: story.cause,
  factor: story.factor,
  ...(story.sub ? { factorSub: story.sub } : {}),
  ours: story.factor !== 'environment',
  obviousNeglect: neglect ?? false,
})

/** Dispatched, looked at on site, its cause found; the customer has been answered unless it stops before. */
export const handle = async (
  tale: Story,
  live: Live,
  { matter: born, at }: { matter: Matter; at: Instant },
  until: Reached,
): Promise<Matter> => {
  const { who } = tale
  const reaches = (state: Reached) => ORDER.indexOf(until) >= ORDER.indexOf(state)
  const [desk, handler] = [who('qiantai'), who('guanjia')]
  if (!reaches('ASSIGNED')) return born
  const dispatched = minutesAfter(at, 8)
  let matter = await move(tale, desk, dispatched, born, 'dispatch', {
    handlerId: handler.id,
    leadId: who('kefuzhuguan').id,
    promisedFeedbackAt: minutesAfter(at, 200),
  })
  if (!reaches('INVESTIGATING')) return matter
  matter = await move(tale, handler, minutesAfter(at, 35), matter, 'acceptCase')
  await move(tale, handler, minutesAfter(at, 80), matter, 'lookOnSite', {
    lookedAt: minutesAfter(at, 70),
    byId: handler.id,
    place: matter.place ?? live.story.title,
    findings: live.story.cause,
  })
  matter = await move(tale, who('kefuzhuguan'), minutesAfter(at, 95), matter, 'setCategory', causeOf(live))
  // CP-048: with what is known so far
  matter = await move(tale, handler, minutesAfter(at, 105), matter, 'fillHandlingForm', {
    responsibleId: handler.id,
    measures: live.story.measure,
    feedback: '已告知客户查明的情况，答复后再补充',
  })
  if (!reaches('PROPOSED')) return matter
  // CP-024: where the mistake was found to be ours
  if (matter.flags.includes('headMustAppear'))
    matter = await move(tale, who('zhuren'), minutesAfter(at, 125), matter, 'headAppeared', {
      metAt: minutesAfter(at, 115),
      place: '客服中心接待室',
    })
  return move(tale, handler, minutesAfter(at, 130), matter, 'reply', replyWords(tale, live))
}

/** From the agreement to the callback, on the day after the receipt and the next. */
export const settle = async (tale: Story, live: Live, proposed: Matter, until: Reached): Promise<Matter> => {
  const { days, who } = tale
  const { ago } = live
  const reaches = (state: Reached) => ORDER.indexOf(until) >= ORDER.indexOf(state)
  const [handler, lead] = [who('guanjia'), who('kefuzhuguan')]
  await move(tale, who('heshi'), days.at(1 - ago, '09:10'), proposed, 'count', { counted: true })
  let matter = proposed
  if (reaches('IN_TREATMENT'))
    matter = await move(tale, handler, days.at(1 - ago, '10:05'), matter, 'agree', {
      agreedBy: '客户本人',
      way: 'phone',
      treatmentDueAt: days.at(3 - ago, '18:00'),
    })
  if (reaches('VERIFYING'))
    matter = await move(tale, handler, days.at(1 - ago, '16:10'), matter, 'finishWork', {
      result: live.story.measure,
      evidence: '现场照片与维修单已存档',
    })
  if (reaches('CALLBACK_DUE'))
    matter = await move(tale, lead, days.at(1 - ago, '17:05'), matter, 'pass', { checked: '现场复查，与所述措施一致' })
  if (reaches('CLOSED'))
    matter = await move(tale, lead, days.at(2 - ago, '10:30'), matter, 'callBack', {
      ...CALLED,
      satisfaction: tale.random.chance(0.8) ? 'satisfied' : 'neutral',
    })
  return matter
}

/** The plain way to a state. */
export const tellLive = async (tale: Story, live: Live, until: Reached): Promise<Matter> => {
  const born = await receive(tale, live)
  const matter = await handle(tale, live, born, until)
  return ORDER.indexOf(until) >= ORDER.indexOf('PROPOSED') ? settle(tale, live, matter, until) : matter
}

export const tryInVain = async (tale: Story, matter: Matter, at: Instant): Promise<Matter> => {
  const { ask, who, estateId } = tale
  const answer = await ask(at, who('kefuzhuguan'), attemptCallback, {
    params: { estateId, id: matter.id },
    body: { version: matter.version, outcome: 'noAnswer', words: '响铃无人接听' },
  })
  return { ...matter, version: answer.matter.version }
}
