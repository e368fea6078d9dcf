import type { Instant } from '#contract/values.ts'
import type { Matter } from '#modules/matters/index.ts'
import { moveOrder, ordersOfMatter } from '#modules/workorders/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { clerkOf, move, register } from './demo-matters.ts'
import { demoPhoto } from './demo-photo.ts'
import type { Household } from './demo-population.ts'
import { REPAIRS } from './demo-words.ts'
import { byDay, later, minutesAfter, type Story } from './story.ts'

/** A service request from the first call to its closing, with the technician's visit. */
export const tellService = async (story: Story, household: Household, begin: Instant): Promise<void> => {
  const { random } = story
  const owner = clerkOf(story)
  const wish = random.pick(REPAIRS)
  const { lead, worker } = doersOf(story, wish.line)
  let matter = await register(story, owner, begin, household, {
    contactType: 'service',
    customerSaid: wish.said,
    line: wish.line,
    urgent: random.chance(0.08),
  })
  let now = later(story, begin, 1, 9)
  matter = await move(story, owner, now, matter, 'askAvailability', { line: wish.line })
  if (random.chance(0.05)) {
    await move(story, owner, later(story, now, 5, 60), matter, 'cancel', {
      reason: 'customerCancelled',
      customerWords: '家里人已经自己修好了，不用来了',
    })
    return
  }
  for (let round = 0; ; round += 1) {
    now = later(story, now, 2, random.chance(0.1) ? 40 : 13)
    const slot = slotFrom(byDay(story, minutesAfter(now, random.whole(1, 20) * 60)))
    if (matter.state === 'AVAILABILITY_ASKED')
      matter = await move(story, lead, now, matter, 'answerAvailable', { executorId: worker.id, ...slot })
    now = later(story, now, 3, 25)
    matter = await move(story, owner, now, matter, 'confirmToCustomer', { ...slot, toldBy: 'phone' })
    now = await tellVisit(story, worker, matter, now, slot.from, wish.result)
    now = byDay(story, later(story, now, 20, 400))
    matter = await move(story, owner, now, matter, 'acceptResult', ACCEPTED)
    now = byDay(story, later(story, now, 60, 1_800))
    if (round > 0 || random.chance(0.93)) break
    matter = await move(story, owner, now, matter, 'notSatisfied', {
      missing: '用了一天又出现同样的问题',
      offerComplaint: true,
    })
    now = later(story, now, 2, 10)
    matter = await move(story, owner, now, matter, 'askAvailability', { line: wish.line })
  }
  matter = matter.flags.includes('noCallbackWish')
    ? await move(story, owner, now, matter, 'waiveCallback', { reason: 'noCallbackWish' })
    : await move(story, owner, now, matter, 'callBack', {
        satisfaction: random.chance(0.9) ? 'satisfied' : 'neutral',
        how: 'phone',
        words: random.chance(0.4) ? '师傅很准时，地方也收拾干净了' : undefined,
      })
  await move(story, owner, later(story, now, 1, 20), matter, 'close', { feedback: '已回访，问题解决' })
}

const ACCEPTED = { supervisionNote: '电话问过师傅，已按要求完成', note: '与照片核对无误' } as const

const doersOf = ({ random, who }: Story, line: string): { lead: Actor; worker: Actor } =>
  line === 'repair'
    ? { lead: who('gongcheng'), worker: who(random.chance(0.5) ? 'jishu' : 'jishu2') }
    : { lead: who('jiazheng'), worker: who('baojie') }

const slotFrom = (from: Instant) => ({ from, to: minutesAfter(from, 120) })

/** How far one of today's services has come. */
export type Halt = 'asked' | 'confirmed' | 'working' | 'accepted'

/**
 * A repair that stands at this step: asked of the line, promised to the customer, under way, or done and to be called
 * back about. `at` is when it came there; returns the matter.
 */
export const tellServiceUntil = async (
  story: Story,
  household: Household,
  at: Instant,
  halt: Halt,
): Promise<Matter> => {
  const owner = story.who('qiantai')
  const wish = story.random.pick(REPAIRS)
  const { lead, worker } = doersOf(story, wish.line)
  const before = { asked: 6, confirmed: 35, working: 150, accepted: 260 }[halt]
  const begin = minutesAfter(at, -before)
  const asks = { line: wish.line }
  const matter = await register(story, owner, begin, household, {
    contactType: 'service',
    customerSaid: wish.said,
    ...asks,
  })
  const asked = await move(
    story,
    owner,
    halt === 'asked' ? at : minutesAfter(begin, 5),
    matter,
    'askAvailability',
    asks,
  )
  if (halt === 'asked') return asked
  const slot = slotFrom(minutesAfter(begin, halt === 'confirmed' ? 180 : 100))
  const answer = { executorId: worker.id, ...slot }
  const organised = await move(story, lead, minutesAfter(begin, 15), asked, 'answerAvailable', answer)
  const told = minutesAfter(begin, 30)
  const confirmed = await move(story, owner, told, organised, 'confirmToCustomer', { ...slot, toldBy: 'phone' })
  if (halt === 'confirmed') return confirmed
  const done = await tellVisit(story, worker, confirmed, told, slot.from, wish.result, halt === 'working')
  return halt === 'working'
    ? confirmed
    : move(story, owner, minutesAfter(done, 30), confirmed, 'acceptResult', ACCEPTED)
}

/** The technician's part; returns when the work was done. */
const tellVisit = async (
  story: Story,
  worker: Actor,
  matter: Matter,
  told: Instant,
  from: Instant,
  result: string,
  unfinished = false,
): Promise<Instant> => {
  const { step, estateId, house } = story
  const order = { id: '', state: '' }
  const go = (now: Instant, verb: string, input: object = {}) =>
    step(now, (tx) => moveOrder(tx, worker, { estateId, id: order.id, verb, input }))
  const accepted = later(story, told, 1, 12)
  await step(accepted, async (tx) => {
    const open = (await ordersOfMatter(tx, matter)).find((o) => o.open)
    if (!open) throw new Error(`no order hangs below ${matter.number}`)
    Object.assign(order, { id: open.id, state: open.state })
    return open.state === 'OFFERED'
      ? moveOrder(tx, worker, { estateId, id: open.id, verb: 'accept', input: {} })
      : undefined
  })
  await go([accepted, minutesAfter(from, -12)].sort().at(-1) ?? accepted, 'goOnTheWay')
  const arrived = later(story, from, -4, 15)
  await go(arrived, 'arrive')
  await step(later(story, arrived, 3, 8), async (tx) => {
    const before = await demoPhoto(tx, house, estateId, matter.id, worker.id, 'before')
    const input = {
      entry: { ground: 'residentPresent', consentBy: '住户本人', badgeShown: true, shoeCovers: true },
      files: [{ fileId: before, purpose: 'before' }],
    }
    return moveOrder(tx, worker, { estateId, id: order.id, verb: 'startWork', input })
  })
  const done = later(story, arrived, 25, 70)
  if (unfinished) return done
  await step(done, async (tx) => {
    const photo = await demoPhoto(tx, house, estateId, matter.id, worker.id, 'after')
    const input = {
      result,
      materials: [],
      files: [{ fileId: photo, purpose: 'after' }],
      signature: { signer: '住户本人', capacity: 'owner', medium: 'screen' },
    }
    return moveOrder(tx, worker, { estateId, id: order.id, verb: 'finish', input })
  })
  return done
}
