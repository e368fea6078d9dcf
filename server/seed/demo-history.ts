import { RegisterMatter } from '#contract/matters.ts'
import { isRefusal, type Refusal } from '#contract/refusal.ts'
import type { Instant, Uuid } from '#contract/values.ts'
import { type Matter, moveMatter, registerMatter } from '#modules/matters/index.ts'
import { moveOrder, ordersOfMatter } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { loadActor } from '#platform/auth/load-actor.ts'
import { addDays } from '#platform/calendar/dates.rules.ts'
import { plusMilliseconds } from '#platform/calendar/instants.rules.ts'
import { calendarOf } from '#platform/calendar/load-calendar.ts'
import { instantAt, localDateOf } from '#platform/calendar/working-days.rules.ts'
import { inTransaction, type Tx } from '#platform/db/tx.ts'
import type { House } from '#platform/house.ts'
import { demoId } from './demo-id.ts'
import { demoPhoto } from './demo-photo.ts'
import type { Household } from './demo-population.ts'
import { COMPLAINTS, EMERGENCIES, ENQUIRIES, PRAISES, REPAIRS, SUGGESTIONS } from './demo-words.ts'
import { type Random, randomOf } from './random.ts'

const DAYS = 90
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PER_DAY = { service: 4, info: 3 }

type Cast = Record<
  | 'clerk'
  | 'clerk2'
  | 'lead'
  | 'head'
  | 'repairLead'
  | 'housekeepingLead'
  | 'tech'
  | 'tech2'
  | 'cleaner'
  | 'guard'
  | 'control',
  Actor
>
type Story = { tx: Tx; cast: Cast; random: Random; estateId: Uuid; end: Instant; house: House }

/** Life stops at the present: what would come later has not happened yet, and the matter stands open where it is. */
class NotYet extends Error {}

/** Three months of the demo centre, told through the product's own use cases: every state, with today's open work. */
export const seedHistory = async (house: House, estateId: Uuid, households: readonly Household[]): Promise<void> => {
  const random = randomOf('history')
  const cast = await castOf(house)
  const end = plusMilliseconds(new Date().toISOString(), 0)
  const days = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    const calendar = await calendarOf(tx, estateId)
    const today = localDateOf(calendar, end)
    return Array.from({ length: DAYS + 1 }, (_, i) => ({
      date: addDays(today, i - DAYS),
      at: (time: string) => instantAt(calendar, addDays(today, i - DAYS), time),
    }))
  })
  if (isRefusal(days)) throw new Error(days.code)
  for (const [i, day] of days.entries()) {
    const recent = i >= DAYS - 2
    const unfinished = i >= DAYS - 4
    const births = birthsOf(random, recent).map((kind) => ({ kind, at: day.at(timeOfDay(random)) }))
    births.sort((a, b) => (a.at < b.at ? -1 : 1))
    for (const { kind, at } of births) {
      if (at > end) continue
      const household = random.pick(households)
      await once(house, estateId, async (tx) =>
        tell(
          kind,
          { tx, cast, random, estateId, house, end: unfinished ? stopsAt(random, at, end) : end },
          household,
          at,
        ),
      )
    }
  }
}

const once = async (house: House, estateId: Uuid, work: (tx: Tx) => Promise<void>) => {
  const done = await inTransaction(house.database, { scope: [estateId] }, async (tx) => {
    await work(tx).catch((error: unknown) => {
      if (!(error instanceof NotYet)) throw error
    })
  })
  if (isRefusal(done)) throw new Error(done.code)
}

/** Of the last days' matters half have come to a halt somewhere on their way: today's open work. */
const stopsAt = (random: Random, begin: Instant, end: Instant): Instant => {
  if (random.chance(0.45)) return end
  const halt = plusMilliseconds(begin, random.whole(3, 1_500) * MINUTE)
  return halt < end ? halt : end
}

type Kind = 'service' | 'info' | 'emergency' | 'complaint' | 'onSite'
const birthsOf = (random: Random, recent: boolean): Kind[] => [
  ...Array.from({ length: PER_DAY.service + random.whole(-2, 2) }, () => 'service' as const),
  ...Array.from({ length: PER_DAY.info + random.whole(-1, 2) }, () => 'info' as const),
  ...(random.chance(0.3) ? (['emergency'] as const) : []),
  ...(recent ? (['complaint', 'complaint', 'onSite', 'service', 'service', 'info', 'service'] as const) : []),
]

const timeOfDay = (random: Random): string => {
  const hour = Number(
    random.weighted({
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
    }),
  )
  return `${String(hour).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`
}

const castOf = async (house: House): Promise<Cast> => {
  const actor = async (username: string): Promise<Actor> => {
    const loaded = await loadActor(house.database, demoId(`staff ${username}`), { required: false, roles: new Set() })
    if (!loaded) throw new Error(`the demo has no ${username}`)
    return loaded
  }
  return {
    clerk: await actor('qiantai'),
    clerk2: await actor('qiantai2'),
    lead: await actor('kefuzhuguan'),
    head: await actor('zhuren'),
    repairLead: await actor('gongcheng'),
    housekeepingLead: await actor('jiazheng'),
    tech: await actor('jishu'),
    tech2: await actor('jishu2'),
    cleaner: await actor('baojie'),
    guard: await actor('baoan'),
    control: await actor('zhongkong'),
  }
}

const tell = (kind: Kind, story: Story, household: Household, at: Instant): Promise<void> => {
  if (kind === 'service') return tellService(story, household, at)
  if (kind === 'emergency') return tellEmergency(story, household, at)
  if (kind === 'info') return tellInfo(story, household, at)
  return tellComplaint(story, household, at, kind === 'onSite')
}

const good = <T>(value: T | Refusal): T => {
  if (isRefusal(value))
    throw new Error(`the demo was refused: ${value.code} ${value.field ?? ''} ${JSON.stringify(value.details)}`)
  return value
}

/** A hand that writes at a moment of the story. */
const at = (story: Story, now: Instant): Tx => {
  if (now > story.end) throw new NotYet()
  return { ...story.tx, now }
}

const register = async (
  story: Story,
  who: Actor,
  now: Instant,
  household: Household,
  more: object,
): Promise<Matter> => {
  const phone = story.random.chance(0.75)
  const input = RegisterMatter.parse({
    channel: phone ? 'phone' : 'visit',
    customerId: household.contactId,
    customerName: household.contactName,
    contactPhone: household.phone,
    unitId: household.unitId,
    ...more,
  })
  return good(await registerMatter(at(story, now), who, story.estateId, input)).matter
}

const move = async (
  story: Story,
  who: Actor,
  now: Instant,
  matter: Matter,
  verb: string,
  input: object = {},
): Promise<Matter> =>
  good(
    await moveMatter(at(story, now), who, { estateId: story.estateId, id: matter.id, kind: matter.kind, verb, input }),
  )

const clerkOf = (story: Story) => (story.random.chance(0.6) ? story.cast.clerk : story.cast.clerk2)
const after = (story: Story, now: Instant, from: number, to: number) =>
  plusMilliseconds(now, story.random.whole(from, to) * MINUTE)

const tellService = async (story: Story, household: Household, begin: Instant): Promise<void> => {
  const { cast, random } = story
  const owner = clerkOf(story)
  const wish = random.pick(REPAIRS)
  const lead = wish.line === 'repair' ? cast.repairLead : cast.housekeepingLead
  const worker = wish.line === 'repair' ? (random.chance(0.5) ? cast.tech : cast.tech2) : cast.cleaner
  let matter = await register(story, owner, begin, household, {
    contactType: 'service',
    customerSaid: wish.said,
    line: wish.line,
    urgent: random.chance(0.08),
  })
  let now = after(story, begin, 1, 9)
  matter = await move(story, owner, now, matter, 'askAvailability', { line: wish.line })
  if (random.chance(0.05)) {
    now = after(story, now, 5, 60)
    await move(story, owner, now, matter, 'cancel', {
      reason: 'customerCancelled',
      customerWords: '家里人已经自己修好了,不用来了',
    })
    return
  }
  for (let round = 0; ; round += 1) {
    now = after(story, now, 2, random.chance(0.1) ? 40 : 13)
    const from = plusMilliseconds(now, random.whole(1, 20) * HOUR)
    const slot = { from, to: plusMilliseconds(from, 2 * HOUR) }
    if (matter.state === 'AVAILABILITY_ASKED')
      matter = await move(story, lead, now, matter, 'answerAvailable', { executorId: worker.id, ...slot })
    now = after(story, now, 3, 25)
    matter = await move(story, owner, now, matter, 'confirmToCustomer', { ...slot, toldBy: 'phone' })
    now = await tellOrder(story, worker, matter, now, slot.from, wish.result)
    now = after(story, now, 20, 400)
    matter = await move(story, owner, now, matter, 'acceptResult', {
      supervisionNote: '电话问过师傅,已按要求完成',
      note: '与照片核对无误',
    })
    now = after(story, now, 60, 1_800)
    if (round > 0 || random.chance(0.93)) break
    matter = await move(story, owner, now, matter, 'notSatisfied', {
      missing: '用了一天又出现同样的问题',
      offerComplaint: true,
    })
    now = after(story, now, 2, 10)
    matter = await move(story, owner, now, matter, 'askAvailability', { line: wish.line })
  }
  const noCallback = matter.flags.includes('noCallbackWish')
  matter = noCallback
    ? await move(story, owner, now, matter, 'waiveCallback', { reason: 'noCallbackWish' })
    : await move(story, owner, now, matter, 'callBack', {
        satisfaction: random.chance(0.9) ? 'satisfied' : 'neutral',
        how: 'phone',
        words: random.chance(0.4) ? '师傅很准时,地方也收拾干净了' : undefined,
      })
  await move(story, owner, after(story, now, 1, 20), matter, 'close', { feedback: '已回访,问题解决' })
}

/** The technician's part; returns when the work was done. */
const tellOrder = async (
  story: Story,
  worker: Actor,
  matter: Matter,
  told: Instant,
  from: Instant,
  result: string,
): Promise<Instant> => {
  const open = (await ordersOfMatter(story.tx, matter)).find((o) => o.open)
  if (!open) throw new Error(`no order hangs below ${matter.number}`)
  const go = async (now: Instant, verb: string, input: object = {}) =>
    good(await moveOrder(at(story, now), worker, { estateId: story.estateId, id: open.id, verb, input }))
  if (open.state === 'OFFERED') await go(after(story, told, 1, 12), 'accept')
  await go(plusMilliseconds(from, -12 * MINUTE), 'goOnTheWay')
  const arrived = after(story, from, -4, 15)
  await go(arrived, 'arrive')
  const before = await demoPhoto(at(story, arrived), story.house, story.estateId, matter.id, worker.id, 'before')
  await go(after(story, arrived, 3, 8), 'startWork', {
    entry: { ground: 'residentPresent', consentBy: '住户本人', badgeShown: true, shoeCovers: true },
    files: [{ fileId: before, purpose: 'before' }],
  })
  const done = after(story, arrived, 25, 70)
  const photo = await demoPhoto(at(story, done), story.house, story.estateId, matter.id, worker.id, 'after')
  await go(done, 'finish', {
    result,
    materials: [],
    files: [{ fileId: photo, purpose: 'after' }],
    signature: { signer: '住户本人', capacity: 'owner', medium: 'screen' },
  })
  return done
}

const tellInfo = async (story: Story, household: Household, begin: Instant): Promise<void> => {
  const { random, cast } = story
  const owner = clerkOf(story)
  const contactType = random.weighted({ enquiry: 8, suggestion: 1, praise: 1 })
  const wish = random.pick(ENQUIRIES)
  const said =
    contactType === 'enquiry'
      ? wish.said
      : contactType === 'suggestion'
        ? random.pick(SUGGESTIONS)
        : random.pick(PRAISES)
  const matter = await register(story, owner, begin, household, { contactType, customerSaid: said })
  if (contactType === 'praise' || (contactType === 'enquiry' && random.chance(0.7))) {
    const answer = contactType === 'praise' ? '感谢您的肯定,已转告同事' : wish.answer
    await move(story, owner, after(story, begin, 1, 5), matter, 'answerAtOnce', {
      answer,
      satisfaction: random.chance(0.5) ? 'satisfied' : 'notAsked',
    })
    return
  }
  let now = after(story, begin, 2, 14)
  await move(story, owner, now, matter, 'dispatch', {
    line: wish.line,
    executorId: wish.line === 'repair' ? cast.tech.id : undefined,
  })
  const doer = wish.line === 'repair' ? cast.tech : cast.lead
  now = after(story, now, 20, 600)
  await moveIf(story, doer, now, matter, 'start')
  now = after(story, now, 60, 1_900)
  await moveIf(story, doer, now, matter, 'resolve', {
    result: contactType === 'enquiry' ? wish.answer : '建议已采纳,列入下月计划',
  })
  await move(story, owner, after(story, now, 20, 300), matter, 'close', {
    result: wish.answer,
    feedback: '已电话答复客户',
    satisfaction: random.chance(0.8) ? 'satisfied' : 'neutral',
  })
}

/** By the doer where they may, else by the program on behalf of a colleague without an account. */
const moveIf = (story: Story, who: Actor, now: Instant, matter: Matter, verb: string, input: object = {}) =>
  moveMatter(
    at(story, now),
    { ...who, kind: 'system' },
    {
      estateId: story.estateId,
      id: matter.id,
      kind: matter.kind,
      verb,
      input,
      bySystem: true,
    },
  ).then(good)

const tellEmergency = async (story: Story, household: Household, begin: Instant): Promise<void> => {
  const { random, cast } = story
  const wish = random.pick(EMERGENCIES)
  const owner = random.chance(0.5) ? cast.control : clerkOf(story)
  const matter = await register(story, owner, begin, household, {
    contactType: 'emergency',
    customerSaid: wish.said,
    line: wish.line,
    channel: 'phone',
  })
  let now = after(story, begin, 4, 14)
  await moveIf(story, cast.tech, now, matter, 'arrive', { who: '当班技术员与安全员' })
  now = after(story, now, 5, 20)
  await move(story, owner, now, matter, 'completeForm', {
    customerSaid: wish.said,
    place: `${household.unit.building}栋电梯厅`,
    customerName: household.contactName,
    informed: '客服负责人、服务中心负责人',
  })
  now = after(story, now, 5, 30)
  await moveIf(story, cast.tech, now, matter, 'control', { measures: wish.measures })
  now = after(story, now, 40, 300)
  await moveIf(story, cast.tech, now, matter, 'resolve', { result: wish.result })
  await move(story, owner === cast.control ? cast.clerk : owner, after(story, now, 60, 900), matter, 'close', {
    result: wish.result,
    feedback: '已逐户告知处理结果',
    satisfaction: 'satisfied',
  })
}

const tellComplaint = async (story: Story, household: Household, begin: Instant, onSite: boolean): Promise<void> => {
  const { random, cast } = story
  const { said, ...complaint } = random.pick(COMPLAINTS)
  const by = onSite ? cast.guard : clerkOf(story)
  const channel = onSite ? 'on_site' : random.weighted({ phone: 5, visit: 3, app_message: 2, email: 1 })
  const matter = await register(story, by, begin, household, {
    contactType: 'complaint',
    channel,
    customerSaid: said,
    complaint: { ...complaint, thanked: true },
  })
  const clerk = onSite ? clerkOf(story) : by
  if (onSite) await move(story, clerk, after(story, begin, 3, 12), matter, 'take')
  const now = after(story, begin, 12, 20)
  await move(story, clerk, now, matter, 'dispatch', {
    handlerId: cast.clerk2.id,
    leadId: cast.lead.id,
    promisedFeedbackAt: plusMilliseconds(now, 30 * MINUTE),
  })
}
