import { RegisterMatter } from '#contract/matters.ts'
import type { Instant } from '#contract/values.ts'
import { type Matter, moveMatter, registerMatter } from '#modules/matters/index.ts'
import type { Actor } from '#platform/auth/actor.ts'
import { HOUSE_AND_SAFETY } from './demo-complaint-words.ts'
import type { Household } from './demo-population.ts'
import { EMERGENCIES, ENQUIRIES, PRAISES, SUGGESTIONS } from './demo-words.ts'
import { byDay, later, minutesAfter, type Story } from './story.ts'

/** Registers what a customer said; the number of a matter is taken in the order of the times. */
export const register = async (
  story: Story,
  who: Actor,
  now: Instant,
  household: Household,
  more: object,
): Promise<Matter> => {
  const input = RegisterMatter.parse({
    channel: story.random.chance(0.75) ? 'phone' : 'visit',
    customerId: household.contactId,
    customerName: household.contactName,
    contactPhone: household.phone,
    unitId: household.unitId,
    ...more,
  })
  const born = await story.step(now, (tx) => registerMatter(tx, who, story.estateId, input), 'inTurn')
  return born.matter
}

const requestOf = (story: Story, matter: Matter, verb: string, input: object) => ({
  estateId: story.estateId,
  id: matter.id,
  kind: matter.kind,
  verb,
  input,
})

export const move = (
  story: Story,
  who: Actor,
  now: Instant,
  matter: Matter,
  verb: string,
  input: object = {},
): Promise<Matter> => story.step(now, (tx) => moveMatter(tx, who, requestOf(story, matter, verb, input)))

/** By the doer where they may, else by the program on behalf of a colleague without an account. */
const moveFor = (story: Story, who: Actor, now: Instant, matter: Matter, verb: string, input: object = {}) =>
  story.step(now, (tx) =>
    moveMatter(tx, { ...who, kind: 'system' }, { ...requestOf(story, matter, verb, input), bySystem: true }),
  )

export const clerkOf = ({ random, who }: Story): Actor => who(random.chance(0.6) ? 'qiantai' : 'qiantai2')

export const tellInfo = async (story: Story, household: Household, begin: Instant): Promise<void> => {
  const { random, who } = story
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
    const answer = contactType === 'praise' ? '感谢您的肯定，已转告同事' : wish.answer
    await move(story, owner, later(story, begin, 1, 5), matter, 'answerAtOnce', {
      answer,
      satisfaction: random.chance(0.5) ? 'satisfied' : 'notAsked',
    })
    return
  }
  let now = later(story, begin, 2, 14)
  await move(story, owner, now, matter, 'dispatch', {
    line: wish.line,
    executorId: wish.line === 'repair' ? who('jishu').id : undefined,
  })
  const doer = who(wish.line === 'repair' ? 'jishu' : 'kefuzhuguan')
  now = byDay(story, later(story, now, 20, 600))
  await moveFor(story, doer, now, matter, 'start')
  now = byDay(story, later(story, now, 60, 1_900))
  await moveFor(story, doer, now, matter, 'resolve', {
    result: contactType === 'enquiry' ? wish.answer : '建议已采纳，列入下月计划',
  })
  await move(story, owner, byDay(story, later(story, now, 20, 300)), matter, 'close', {
    result: wish.answer,
    feedback: '已电话答复客户',
    satisfaction: random.chance(0.8) ? 'satisfied' : 'neutral',
  })
}

export const tellEmergency = async (story: Story, household: Household, begin: Instant): Promise<void> => {
  const { random, who } = story
  const wish = random.pick(EMERGENCIES)
  const atControl = random.chance(0.5)
  const owner = atControl ? who('zhongkong') : clerkOf(story)
  const matter = await register(story, owner, begin, household, {
    contactType: 'emergency',
    customerSaid: wish.said,
    line: wish.line,
    channel: 'phone',
  })
  let now = later(story, begin, 4, 14)
  await moveFor(story, who('jishu'), now, matter, 'arrive', { who: '当班技术员与安全员' })
  now = later(story, now, 5, 20)
  await move(story, owner, now, matter, 'completeForm', {
    customerSaid: wish.said,
    place: `${household.unit.building}栋电梯厅`,
    customerName: household.contactName,
    informed: '客服负责人、服务中心负责人',
  })
  now = later(story, now, 5, 30)
  await moveFor(story, who('jishu'), now, matter, 'control', { measures: wish.measures })
  now = later(story, now, 40, 300)
  await moveFor(story, who('jishu'), now, matter, 'resolve', { result: wish.result })
  await move(story, atControl ? who('qiantai') : owner, byDay(story, later(story, now, 60, 900)), matter, 'close', {
    result: wish.result,
    feedback: '已逐户告知处理结果',
    satisfaction: 'satisfied',
  })
}

/** A complaint that a guard heard: taken from site by the desk and dispatched with a promise. */
export const tellOnSite = async (
  story: Story,
  household: Household,
  begin: Instant,
  { untaken = false }: { untaken?: boolean } = {},
): Promise<void> => {
  const { random, who } = story
  const { said, title, feeling, wish, code, line, touchpoint } = random.pick(HOUSE_AND_SAFETY)
  const matter = await register(story, who('baoan'), begin, household, {
    contactType: 'complaint',
    channel: 'on_site',
    title,
    customerSaid: said,
    line,
    complaint: { feeling, wish, thanked: true, categoryInitial: code, touchpoint },
  })
  if (untaken) return
  const clerk = clerkOf(story)
  await move(story, clerk, later(story, begin, 3, 12), matter, 'take')
  const now = later(story, begin, 12, 20)
  await move(story, clerk, now, matter, 'dispatch', {
    handlerId: who('qiantai2').id,
    leadId: who('kefuzhuguan').id,
    promisedFeedbackAt: minutesAfter(now, 30),
  })
}
